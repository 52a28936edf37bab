"""The formats of the wire. Pure: bytes in, frozen values out, ParseError with a sentence; no database, no network."""

from __future__ import annotations

from collections.abc import Callable

from wire.formats import ninjs, rss
from wire.formats.item import Parsed, ParsedItem, ParsedName, ParsedPicture, ParseError, Profile, RefusedItem

__all__ = [
    "FORMATS",
    "MAX_BYTES",
    "ParseError",
    "Parsed",
    "ParsedItem",
    "ParsedName",
    "ParsedPicture",
    "Profile",
    "RefusedItem",
    "parse",
    "sniff",
]

MAX_BYTES = 5 * 1024 * 1024
FORMATS: dict[str, Callable[..., list[Parsed]]] = {"ninjs": ninjs.parse, "rss": rss.parse}

# What people send by mistake, by its first bytes
_OTHER_FILES = {
    b"\xff\xd8\xff": "a JPEG picture",
    b"\x89PNG": "a PNG picture",
    b"GIF8": "a GIF picture",
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an Office document",
    b"\x1f\x8b": "a gzip archive",
    b"{\\rtf": "an RTF document",
}


def sniff(payload: bytes) -> str:
    """Return the key of FORMATS that the bytes look like, or raise ParseError: empty, too_large, unknown_format."""
    if len(payload) > MAX_BYTES:
        raise ParseError("too_large", f"The document is larger than {MAX_BYTES // 2**20} MB.")
    head = _head(payload)
    if not head:
        raise ParseError("empty", "The document is empty.")
    mistaken = next((what for magic, what in _OTHER_FILES.items() if payload.startswith(magic)), "")
    if mistaken:
        raise ParseError("unknown_format", f"This is {mistaken}, not a document of a wire.")
    if head[:1] in "{[":
        return "ninjs"
    if head[:1] == "<" and "<rss" in head.lower():
        return "rss"
    if head[:1] == "<":
        raise ParseError("unknown_format", "This is markup, but not RSS 2.0. Only ninjs and RSS are read so far.")
    raise ParseError("unknown_format", "This is neither JSON nor XML. Only ninjs and RSS are read so far.")


def parse(format: str, payload: bytes, *, profile: Profile) -> list[Parsed]:
    """Return the items of a document in its order; raise ParseError when it cannot be read at all."""
    if len(payload) > MAX_BYTES:
        raise ParseError("too_large", f"The document is larger than {MAX_BYTES // 2**20} MB.")
    return FORMATS[format](payload, profile=profile)


def _head(payload: bytes) -> str:
    """Return the first few thousand characters without white space before them, in whatever encoding it seems."""
    start = payload[:8192]
    encoding = "utf-16" if start[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    return start.decode(encoding, "ignore").lstrip()
