"""The formats of the wire. Pure: bytes in, frozen values out, ParseError with a sentence; no database, no network."""

from __future__ import annotations

from collections.abc import Callable

from wire.formats import (
    anpa1312,
    ap,
    atom,
    digitalwires,
    iptc7901,
    jsonfeed,
    mail,
    newsml1,
    newsml_g2,
    ninjs,
    nitf,
    reuters,
    rss,
    sniffing,
)
from wire.formats.item import (
    Parsed,
    ParsedItem,
    ParsedName,
    ParsedNotice,
    ParsedPicture,
    ParsedRelation,
    ParsedRendition,
    ParseError,
    Profile,
    RefusedItem,
)

__all__ = [
    "FORMATS",
    "MAX_BYTES",
    "ParseError",
    "Parsed",
    "ParsedItem",
    "ParsedName",
    "ParsedNotice",
    "ParsedPicture",
    "ParsedRelation",
    "ParsedRendition",
    "Profile",
    "RefusedItem",
    "parse",
    "sniff",
]

MAX_BYTES = 5 * 1024 * 1024
FORMATS: dict[str, Callable[..., list[Parsed]]] = {
    "anpa1312": anpa1312.parse,
    "ap": ap.parse,
    "atom": atom.parse,
    "digitalwires": digitalwires.parse,
    "email": mail.parse,
    "iptc7901": iptc7901.parse,
    "jsonfeed": jsonfeed.parse,
    "newsml1": newsml1.parse,
    "ninjs": ninjs.parse,
    "nitf": nitf.parse,
    "reuters": reuters.parse,
    "rss": rss.parse,
    "newsml_g2": newsml_g2.parse,
}


def sniff(payload: bytes) -> str:
    """Return the key of FORMATS that the bytes look like, or raise ParseError: empty, too_large, unknown_format."""
    _check_size(payload)
    format = sniffing.sniff(payload)
    if format not in FORMATS:
        raise ParseError("unknown_format", f"This looks like {sniffing.NAMES[format]}, which is not read yet.")
    return format


def parse(format: str, payload: bytes, *, profile: Profile) -> list[Parsed]:
    """Return the items of a document in its order; raise ParseError when it cannot be read at all."""
    _check_size(payload)
    return FORMATS[format](payload, profile=profile)


def _check_size(payload: bytes) -> None:
    if len(payload) > MAX_BYTES:
        raise ParseError("too_large", f"The document is larger than {MAX_BYTES // 2**20} MB.")
