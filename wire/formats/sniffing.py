"""Says of bytes which format of the wire they look like. It looks at the beginning only and believes no label."""

from __future__ import annotations

import re

from wire.formats.item import ParseError

NAMES = {
    "ninjs": "ninjs",
    "jsonfeed": "JSON Feed",
    "ap": "the JSON of AP's Media API",
    "digitalwires": "dpa's digitalwires",
    "rss": "RSS",
    "atom": "Atom",
    "newsml_g2": "NewsML-G2",
    "newsml1": "NewsML 1",
    "nitf": "NITF",
    "iptc7901": "IPTC 7901",
    "anpa1312": "ANPA 1312",
    "email": "an e-mail",
}
HEAD_BYTES = 16_384
# Local names of root elements, in lower case
ROOTS = {
    "rss": "rss",
    "rdf": "rss",
    "feed": "atom",
    "entry": "atom",
    "deleted-entry": "atom",
    "newsmessage": "newsml_g2",
    "newsitem": "newsml_g2",
    "packageitem": "newsml_g2",
    "newsml": "newsml1",
    "nitf": "nitf",
}
# Of each format some sets of words; a document that has all words of one is of that format
JSON_SIGNS: tuple[tuple[str, tuple[tuple[bytes, ...], ...]], ...] = (
    (
        "jsonfeed",
        ((b"jsonfeed.org/version/", b'"items"'), (b'"items"', b'"home_page_url"'), (b'"items"', b'"feed_url"')),
    ),
)
# What people send by mistake, by its first bytes
OTHER_FILES = {
    b"\xff\xd8\xff": "a JPEG picture",
    b"\x89PNG": "a PNG picture",
    b"GIF8": "a GIF picture",
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an Office document",
    b"\x1f\x8b": "a gzip archive",
    b"{\\rtf": "an RTF document",
}
_SKIPPED = re.compile(r"\s*(?:<\?.*?\?>|<!--.*?-->|<!DOCTYPE(?:[^\[>]|\[.*?\]\s*(?=>))*>)", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(r"\s*<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)")


def sniff(payload: bytes) -> str:
    """Return a key of NAMES, or raise ParseError: empty, unknown_format."""
    head = _head(payload)
    if not head:
        raise ParseError("empty", "The document is empty.")
    mistaken = next((what for magic, what in OTHER_FILES.items() if payload.startswith(magic)), "")
    if mistaken:
        raise ParseError("unknown_format", f"This is {mistaken}, not a document of a wire.")
    if head[:1] in "{[":
        return _of_json(payload)
    if head[:1] == "<":
        return _of_markup(head)
    raise ParseError("unknown_format", "This is neither JSON nor XML, and no format of the wire that we know.")


def _of_json(payload: bytes) -> str:
    """Tell the dialects of JSON by words that only they have, wherever they stand."""
    for format, alternatives in JSON_SIGNS:
        if any(all(sign in payload for sign in signs) for signs in alternatives):
            return format
    return "ninjs"


def _of_markup(head: str) -> str:
    rest = head
    while found := _SKIPPED.match(rest):
        rest = rest[found.end() :]
    root = _ROOT.match(rest)
    name = root[1] if root else ""
    if name.lower() not in ROOTS:
        raise ParseError("unknown_format", f"This is markup, but no format of the wire: it begins with <{name[:40]}>.")
    return ROOTS[name.lower()]


def _head(payload: bytes) -> str:
    """Return the first few thousand characters without white space before them, in whatever encoding it seems."""
    start = payload[:HEAD_BYTES]
    encoding = "utf-16" if start[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    return start.decode(encoding, "ignore").lstrip()
