"""Reads the header of a mail leniently: encoded words however they are broken, raw eight-bit text. Never raises."""

from __future__ import annotations

import base64
import binascii
import quopri
import re
from email.message import Message

from newsroom.lib.text import clean_line
from wire.formats import charsets

# Also with spaces and raw letters inside, which the standard forbids and people send
_WORD = re.compile(r"=\?([^?\s*]{1,40})(?:\*[\w-]*)?\?([BbQq])\?(.*?)\?=", re.DOTALL)
LONGEST = 20_000
_MESSAGE_ID = re.compile(r"<[^<>\s]{1,400}>")
_FIXED = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "",
    "ascii": "",
    "unknown-8bit": "",
}


def header(message: Message, name: str, *, charset: str = "") -> str:
    """Return the first field of that name as one clean line, "" where there is none."""
    for field, value in message.raw_items():
        if field.lower() == name:
            return clean_line(words(str(value)[:LONGEST], charset=charset))
    return ""


def words(raw: str, *, charset: str = "") -> str:
    """Return a field with its encoded words read; those that follow each other are one text."""
    sent = _eight_bits(raw, charset)
    parts: list[str] = []
    pending: list[tuple[str, bytes]] = []
    at = 0
    for found in _WORD.finditer(sent):
        between = sent[at : found.start()]
        if pending and between.strip():
            parts.append(_joined(pending))
            pending = []
        if between.strip() or not pending:
            parts.append(between)
        pending.append((found[1].lower(), _octets(found[2], found[3])))
        at = found.end()
    if pending:
        parts.append(_joined(pending))
    return "".join([*parts, sent[at:]])


def text_of(octets: bytes, declared: str, *, charset: str = "") -> str:
    """Return text in the encoding declared, unless it is plainly another: UTF-8 is believed before any label."""
    name = _FIXED.get(declared.strip("\"' ").lower(), declared.strip("\"' ").lower())
    if name in {"", "cp1252", "windows-1252", "utf-8", "utf8"}:
        try:
            return octets.decode("utf-8")
        except UnicodeDecodeError:
            return charsets.decode(octets, charset=name if name == "cp1252" else charset)[0]
    try:
        return octets.decode(name)
    except (LookupError, ValueError):
        return charsets.decode(octets, charset=charset)[0]


def message_ids(message: Message, name: str) -> list[str]:
    """Return the message ids in a field."""
    return _MESSAGE_ID.findall(header(message, name))


def _eight_bits(raw: str, charset: str) -> str:
    """Read raw bytes in a header, which the standard forbids, as UTF-8 or else as the source writes."""
    if raw.isascii():
        return raw
    return text_of(raw.encode("utf-8", "surrogateescape"), "", charset=charset)


def _octets(encoding: str, sent: str) -> bytes:
    raw = sent.encode("utf-8", "surrogateescape")
    if encoding in "Qq":
        return quopri.decodestring(raw.replace(b"_", b" ").replace(b"\n", b""))
    try:
        kept = re.sub(rb"[^A-Za-z0-9+/]", b"", raw)
        return base64.b64decode(kept[: len(kept) - (len(kept) % 4 == 1)] + b"=" * (-len(kept) % 4))
    except (binascii.Error, ValueError):
        return raw


def _joined(pending: list[tuple[str, bytes]]) -> str:
    """Read encoded words; letters may be cut in two between words of one encoding."""
    text, octets, encoding = "", b"", ""
    for charset, part in pending:
        if charset != encoding:
            text += text_of(octets, encoding)
            octets, encoding = b"", charset
        octets += part
    return text + text_of(octets, encoding)
