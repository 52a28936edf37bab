"""Takes the parts of a mail apart: texts that are its body, texts that came along, pictures, other files."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from email.message import Message

from newsroom.lib.text import clean_line
from wire.formats import mail_header, paragraphs
from wire.formats.item import ParsedPicture, ParsedRendition

MAX_PARTS = 500
MAX_DEPTH = 20
_PICTURES = {
    b"\xff\xd8\xff": "image/jpeg",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"GIF87a": "image/gif",
    b"GIF89a": "image/gif",
    b"II*\x00": "image/tiff",
    b"MM\x00*": "image/tiff",
    b"BM": "image/bmp",
}
_BODY = re.compile(r"<body\b[^<>]*>(.*?)(?:</body\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_SILENT = re.compile(r"<(script|style|title|head)\b[^<>]*+>.*?(?:</\1\s*+>|\Z)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Text:
    """A text of a mail. `is_apart`: it came as a file, has a heading of its own, or belongs to a mail inside."""

    is_html: bool
    words: str
    is_apart: bool
    language: str

    @property
    def html(self) -> str:
        return inner_html(self.words) if self.is_html else paragraphs.from_text(self.words)


@dataclass(slots=True)
class Parts:
    """What a mail holds, in the order sent. `dropped` are names of files that are not taken in."""

    texts: list[Text] = field(default_factory=list)
    pictures: list[ParsedPicture] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    count: int = 0

    def body(self) -> list[Text]:
        """Return the texts that are the body: HTML before plain text, what came along only where nothing else did."""
        for is_html in (True, False):
            own = [text for text in self.texts if text.is_html is is_html and not text.is_apart]
            if own:
                return own
        return self.texts[:1]


def collect(message: Message, *, charset: str) -> Parts:
    parts = Parts()
    _collect(message, parts, charset=charset, depth=0, inside=False)
    return parts


def inner_html(markup: str) -> str:
    """Return what is in the body of a page, with paragraphs."""
    found = _BODY.search(markup)
    return paragraphs.from_markup(_SILENT.sub(" ", found[1] if found else markup)).strip()


def file_name(part: Message, charset: str) -> str:
    """Return the name of a file without any directory; "" where it has none."""
    try:
        sent = part.get_filename() or ""
    except (ValueError, LookupError, TypeError, AttributeError):
        sent = ""
    name = clean_line(mail_header.words(str(sent), charset=charset)).replace("\\", "/").rpartition("/")[2]
    return name.lstrip(".")[:200]


def _collect(part: Message, parts: Parts, *, charset: str, depth: int, inside: bool) -> None:
    parts.count += 1
    if parts.count > MAX_PARTS or depth > MAX_DEPTH:
        return
    kind = part.get_content_type()
    payload = _payload(part)
    if isinstance(payload, list):
        inner = [entry for entry in payload if isinstance(entry, Message)]
        if kind == "multipart/alternative":
            inner = _of_alternatives(inner)
        within = inside or (kind == "message/rfc822" and bool(parts.texts))
        for entry in inner:
            _collect(entry, parts, charset=charset, depth=depth + 1, inside=within)
        return
    octets = _octets(part)
    name = file_name(part, charset)
    picture = _picture_type(octets)
    if picture:
        identity = mail_header.header(part, "content-id").strip("<>")[:500]
        rendition = ParsedRendition(name, mime=picture, size_bytes=len(octets))
        parts.pictures.append(ParsedPicture(guid=identity, href=name, renditions=(rendition,)))
    elif kind in {"text/plain", "text/html"} or kind.startswith("multipart/"):
        _add_text(part, octets, parts, name=name, charset=charset, inside=inside)
    elif octets:
        parts.dropped.append(name or kind)


def _add_text(part: Message, octets: bytes, parts: Parts, *, name: str, charset: str, inside: bool) -> None:
    try:
        declared = part.get_content_charset() or ""
        flowed = str(part.get_param("format") or "").lower() == "flowed"
    except (ValueError, LookupError, TypeError, AttributeError):
        declared, flowed = "", False
    words = mail_header.text_of(octets, declared, charset=charset)
    if not words.strip():
        return
    described = bool(mail_header.header(part, "content-description")) and bool(parts.texts)
    attached = "attachment" in mail_header.header(part, "content-disposition").lower()
    is_html = part.get_content_type() == "text/html"
    if flowed and not is_html:
        words = re.sub(r"(?<=[^\n-]) \r?\n(?!\r?\n)", " ", words)
    language = mail_header.header(part, "content-language").split(",")[0]
    parts.texts.append(Text(is_html, words, bool(name) or described or attached or inside, language))


def _of_alternatives(parts: list[Message]) -> list[Message]:
    """Return the best form of a text: the last with HTML in it, else the plain one; other things that came with it."""
    rich = [part for part in parts if _holds_html(part)]
    if not rich:
        return parts[:1] + [part for part in parts[1:] if part.get_content_maintype() != "text"]
    return [part for part in parts if part is rich[-1] or part.get_content_maintype() not in {"text", "multipart"}]


def _holds_html(part: Message, depth: int = 0) -> bool:
    if part.get_content_type() == "text/html":
        return bool(_octets(part).strip())
    inner = _payload(part)
    if not isinstance(inner, list) or depth > MAX_DEPTH:
        return False
    return any(_holds_html(entry, depth + 1) for entry in inner if isinstance(entry, Message))


def _payload(part: Message) -> object:
    """Return the parts of a part, or its text as it was sent; a charset that is no name does not stand in the way."""
    try:
        return part.get_payload()
    except (TypeError, ValueError, LookupError):
        del part["content-type"]
        return part.get_payload()


def _octets(part: Message) -> bytes:
    """Return what a part holds, decoded where that can be done."""
    try:
        octets = part.get_payload(decode=True)
    except (ValueError, LookupError, TypeError):
        octets = None
    if isinstance(octets, bytes):
        return octets
    raw = _payload(part)
    return raw.encode("utf-8", "surrogateescape") if isinstance(raw, str) else b""


def _picture_type(octets: bytes) -> str:
    """Return the type of a picture by its first bytes, whatever it was called."""
    if octets[:4] == b"RIFF" and octets[8:12] == b"WEBP":
        return "image/webp"
    if octets[4:12] in {b"ftypheic", b"ftypheix", b"ftypmif1", b"ftypavif"}:
        return "image/avif" if octets[8:12] == b"avif" else "image/heic"
    return next((mime for magic, mime in _PICTURES.items() if octets.startswith(magic) and len(octets) > 8), "")
