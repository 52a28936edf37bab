"""Judges picture files from outside by their content. Refuses what is not one of five raster
formats, whole and of sane size."""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from dataclasses import dataclass

from PIL import Image, UnidentifiedImageError

MAX_BYTES = 25 * 1024 * 1024
MAX_PIXELS = 60_000_000
TOO_MANY_PIXELS = f"The picture has more than {MAX_PIXELS // 10**6} million pixels. Save it smaller."
EXTENSIONS = {"JPEG": ".jpg", "PNG": ".png", "WEBP": ".webp", "GIF": ".gif", "AVIF": ".avif"}
# What Pillow raises for damaged files, format by format
DECODE_ERRORS = (
    *(UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError),
    *(ValueError, TypeError, IndexError, KeyError, OverflowError, EOFError, MemoryError, struct.error, zlib.error),
)
_ORIENTATION = 0x0112
_LYING_ON_A_SIDE = frozenset({5, 6, 7, 8})


class BadImage(Exception):
    """A file that is not taken in as a picture; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A picture file as it came. Width and height are those of the picture as it is shown, upright."""

    format: str  # a key of EXTENSIONS
    width_px: int
    height_px: int
    payload: bytes
    sha256: str


def accept(payload: bytes) -> Accepted:
    """Return what the file is, having read all of it once; raise BadImage for anything else."""
    if not payload:
        raise BadImage("The file is empty.")
    if len(payload) > MAX_BYTES:
        raise BadImage(f"The file is larger than {MAX_BYTES // 2**20} MB. Save it smaller.")
    format = sniff(payload)
    width, height = _size(payload, format)
    return Accepted(format, width, height, payload, hashlib.sha256(payload).hexdigest())


def sniff(payload: bytes) -> str:
    """Return the format by the file's first bytes, or raise BadImage with what it seems to be instead."""
    head = payload[:64]
    if head.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if head.startswith((b"GIF87a", b"GIF89a")):
        return "GIF"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "WEBP"
    if head[4:8] == b"ftyp" and (b"avif" in head or b"avis" in head):
        return "AVIF"
    raise BadImage(_what_it_is(payload[:1024]))


def _what_it_is(head: bytes) -> str:
    if head[4:8] == b"ftyp":
        return "This is a HEIC picture or a film. Save the picture as JPEG."
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if b"<svg" in text:
        return "This is an SVG drawing, which can hold programs. Save it as PNG."
    if text.startswith(b"<"):
        return "This is a web page or another text, not a picture."
    return "This is no JPEG, PNG, WebP, GIF or AVIF picture."


def _size(payload: bytes, format: str) -> tuple[int, int]:
    """Return the upright size after decoding everything; the size on the label is judged before."""
    try:
        with open_picture(payload, format) as picture:
            _refuse_size(*picture.size)
            picture.load()
            width, height = picture.size
            return (height, width) if _is_lying(picture) else (width, height)
    except Image.DecompressionBombError as error:
        raise BadImage(TOO_MANY_PIXELS) from error
    except DECODE_ERRORS as error:
        raise BadImage("The picture is damaged or cut off. Send or save it again.") from error


def open_picture(payload: bytes, format: str) -> Image.Image:
    """Open the first frame with the one decoder that `format` names; nothing is decoded yet."""
    return Image.open(io.BytesIO(payload), formats=[format])


def _refuse_size(width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        raise BadImage(TOO_MANY_PIXELS)


def _is_lying(picture: Image.Image) -> bool:
    return picture.getexif().get(_ORIENTATION) in _LYING_ON_A_SIDE
