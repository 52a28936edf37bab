"""Decodes text of wires that say nothing of their encoding: the source's charset, UTF-8, else what Windows writes.

Teletypes knew seven bits: in the national variants of ISO 646, brackets and braces are letters.
"""

from __future__ import annotations

import codecs

_SEVEN_BITS = {
    "de": ("[\\]{|}~@", "ÄÖÜäöüß§"),
    "se": ("[\\]{|}^~@`", "ÄÖÅäöåÜüÉé"),
    "no": ("[\\]{|}", "ÆØÅæøå"),
    "fr": ("[\\]{|}~@", "°ç§éùè¨à"),
    "es": ("[\\]{|}", "¡Ñ¿°ñç"),
    "it": ("[\\]{|}~@`", "°çéàòèì§ù"),
    "gb": ("#", "£"),
}
_ALIASES = {
    "din66003": "de", "iso646-de": "de", "iso646-at": "de", "iso646-se": "se", "iso646-fi": "se", "iso646-no": "no",
    "iso646-dk": "no", "iso646-fr": "fr", "iso646-es": "es", "iso646-it": "it", "iso646-gb": "gb",
}  # fmt: skip


def decode(payload: bytes, *, charset: str = "") -> tuple[str, str]:
    """Return the text and a warning or nothing. Never fails: what no encoding can hold becomes a replacement."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if payload.startswith(mark):
            return payload.decode(encoding, "replace"), ""
    name = charset.strip().lower().replace("_", "-")
    if name in _ALIASES:
        sent, meant = _SEVEN_BITS[_ALIASES[name]]
        return payload.decode("latin-1").translate(str.maketrans(sent, meant)), ""
    if name:
        try:
            return payload.decode(name), ""
        except LookupError:
            return decode(payload)[0], f"The charset “{charset[:40]}” of the source is unknown."
        except ValueError:
            return decode(payload)[0], f"The text is not in the source's charset {charset[:40]}."
    try:
        return payload.decode("utf-8"), ""
    except UnicodeDecodeError:
        return _of_windows(payload), ""


def as_utf8(payload: bytes, *, charset: str) -> bytes:
    """Return a document in UTF-8 that is not in it yet, where the source has a charset: its own label may lie."""
    if not charset or b"\x00" in payload[:4] or payload[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
        return payload
    try:
        payload.decode("utf-8")
    except UnicodeDecodeError:
        return decode(payload, charset=charset)[0].encode("utf-8", "replace")
    return payload


def _of_windows(payload: bytes) -> str:
    """Read Latin-1 as Windows means it; its five gaps stand for themselves."""
    return payload.decode("cp1252", "surrogateescape").translate({0xDC00 + byte: byte for byte in range(0x80, 0x100)})
