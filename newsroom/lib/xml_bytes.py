"""From the bytes of an XML document to its text: strict UTF-8 is believed before any label."""

import codecs
import re
from dataclasses import dataclass

from newsroom.lib.xml_errors import XmlError

_LABEL = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._:\-]{1,40})["']""")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = {b"<\x00": "utf-16-le", b"\x00<": "utf-16-be"}
# UTF-7 hides markup, and Python's codecs include things that are no character sets at all.
_ACCEPTED = re.compile(
    r"utf-?(?:8|8-sig|16|16-[lb]e|32|32-[lb]e)|ascii|iso8859-\d{1,2}|cp125\d|cp437|cp85\d|cp866|cp932"
    r"|cp949|cp950|koi8-[rut]|mac-(?:roman|cyrillic)|shift_jis|euc_jp|iso2022_jp|gb2312|gbk"
    r"|gb18030|big5|euc_kr|tis-620"
)
_ESCAPED_BYTES = re.compile("[\udc80-\udcff]+")


@dataclass(frozen=True)
class Decoded:
    """Text, whether bytes had to be guessed, and notes for people. `utf8` are the bytes where they are it already."""

    text: str
    degraded: bool = False
    warnings: tuple[str, ...] = ()
    utf8: bytes = b""


def decode(data: bytes) -> Decoded:
    """Decode a document; raises XmlError for a declared encoding that is not accepted."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _by_label(data[len(mark) :], encoding)
    wide = _wide_encoding(data)
    if wide:
        return _by_label(data, wide)
    encoding = _declared(data) or "utf-8"
    if encoding.startswith("iso2022"):  # its bytes are all ASCII, so they would pass for UTF-8
        return _by_label(data, encoding)
    as_utf8 = _as_utf8(data, declared=encoding)
    if as_utf8:
        return as_utf8
    return _guessed(data) if encoding.startswith("utf") else _by_label(data, encoding)


def _wide_encoding(data: bytes) -> str | None:
    """Know UTF-16 without a mark by the NUL beside the first "<"."""
    return _WIDE.get(data[:2])


def _declared(data: bytes) -> str | None:
    label = _LABEL.match(data)
    if not label:
        return None
    name = label[1].decode("ascii")
    try:
        encoding = codecs.lookup(name).name
    except LookupError:
        encoding = ""
    if not _ACCEPTED.fullmatch(encoding):
        sentence = f"The document declares the encoding {name}, which is not accepted."
        raise XmlError("encoding", sentence)
    return encoding


def _as_utf8(data: bytes, *, declared: str) -> Decoded | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return None
    if not declared.startswith("utf-8") and not text.isascii():
        return Decoded(text, warnings=(f"The document declares {declared} but is UTF-8.",), utf8=data)
    return Decoded(text, utf8=data)


def _by_label(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError:
        return _guessed(data)


def _guessed(data: bytes) -> Decoded:
    """Read as UTF-8 and the bytes that are not as Windows-1252, which is what they mostly are."""
    text = _ESCAPED_BYTES.sub(_from_windows, data.decode("utf-8", "surrogateescape"))
    warning = "Some bytes fit no declared encoding; they were read as Windows-1252."
    return Decoded(text, degraded=True, warnings=(warning,))


def _from_windows(match: re.Match[str]) -> str:
    return match[0].encode("ascii", "surrogateescape").decode("cp1252", "replace")
