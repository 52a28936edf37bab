"""Says of bytes which format of the wire they look like. It looks at the beginning only and believes no label."""

from __future__ import annotations

import re

from wire.formats.item import ParseError

NAMES = {
    "ninjs": "ninjs",
    "jsonfeed": "JSON Feed",
    "ap": "the JSON of AP's Media API",
    "reuters": "the JSON of Reuters",
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
    "channel": "rss",
    "feed": "atom",
    "entry": "atom",
    "deleted-entry": "atom",
    "newsmessage": "newsml_g2",
    "newsitem": "newsml_g2",
    "packageitem": "newsml_g2",
    "newsml": "newsml1",
    "nitf": "nitf",
}
_FEED_WORDS = (b"jsonfeed.org/version/", b'"home_page_url"', b'"feed_url"', b'"content_html"')
# Of each format some sets of words; a document that has all words of one is of that format
JSON_SIGNS: tuple[tuple[str, tuple[tuple[bytes, ...], ...]], ...] = (
    ("jsonfeed", tuple((b'"items"', word) for word in _FEED_WORDS)),
    ("digitalwires", ((b"digitalwires@",), (b'"article_html"', b'"urn"'))),
    ("ap", ((b'"altids"', b'"itemid"'),)),
    ("reuters", ((b'"versionedGuid"',), (b'"usn"', b'"headLine"'))),
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
# Fields of a mail's header; two of them before the first other line make a mail
MAIL_FIELDS = frozenset(
    "from to cc subject date message-id mime-version content-type content-transfer-encoding received return-path sender"
    " delivered-to reply-to dkim-signature x-mailer".split()
)
_MAIL_FIELD = re.compile(r"([A-Za-z][\w-]*)[ \t]*:")
# Fill and start, if they were not lost; service and number, then on the same or the next line priority and category
_ANPA = re.compile(
    r"[\x00\x16\s]*\x01?[\s\x00]*[A-Za-z]\d{4}(?:[\x1f -]*[\w-]*[ \t]*\r*\n"
    r"[\x00 ]*[A-Za-z] ?[A-Za-z][\x11-\x14 ]|[ \t]\w[ \t]\w{1,4}[ \t]\d)"
)
_IPTC7901 = re.compile(
    r"[\x00\x16\s]*(?:\x01[\s\x00]*[A-Za-z]{1,5}[ -]?\d{2,5}|[A-Za-z]{2,5}\d{3,5})"
    r"[ \t]+(?:[A-Za-z]{3,5}[ \t]+)?\w[ \t]+\w{1,4}(?:[ \t]+\d{1,5}\b|\s)"
    r"|[\x00\x16\s]*\x01(?=[^\x02]{0,400}[A-Za-z0-9])[^\x01]{0,400}\x02"  # a header with words in it
)
_LATE_MARKUP = re.compile(r"<\?xml\s|<(?:NewsML|nitf|newsItem|newsMessage|rss|feed)[\s>]")
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
    if format := _of_text(head):
        return format
    if markup := _LATE_MARKUP.search(head[:1000]):
        return _of_markup(head[markup.start() :])
    raise ParseError("unknown_format", "This is neither JSON nor XML, and no format of the wire that we know.")


def _of_text(head: str) -> str:
    """Tell formats without markup by their first lines: those of the teletypes, and the header of a mail."""
    if _ANPA.match(head):
        return "anpa1312"
    if _IPTC7901.match(head):
        return "iptc7901"
    lines = head.removeprefix(">").split("\n", 60)[:60]
    if lines[0].startswith("From "):
        lines = lines[1:]
    known = 0
    for line in lines:
        field = _MAIL_FIELD.match(line)
        if not field and not line.startswith((" ", "\t")):
            known += bool(known and not line.strip())  # a header that ends as it should
            break
        known += bool(field and field[1].lower() in MAIL_FIELDS)
    return "email" if known > 1 else ""


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
    head = start.decode(encoding, "ignore").lstrip()
    is_wide = "\x00" in head[:8] and "<" in head[:8]  # UTF-16 and UTF-32 without a mark
    return head.replace("\x00", "").lstrip() if is_wide else head
