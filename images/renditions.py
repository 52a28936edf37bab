"""Makes the sizes of a picture that pages ask for: upright, without metadata but the colour profile, never enlarged."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile
from django.db import transaction
from PIL import Image as Pillow
from PIL import ImageCms, ImageOps

from images.models import Image, Rendition
from images.validation import DECODE_ERRORS, BadImage, open_picture, sniff

logger = logging.getLogger(__name__)

WIDTHS = (480, 800, 1200, 1600)
CROP_WIDTH = 1200
RATIOS = {"16:9": (16, 9), "4:3": (4, 3), "1:1": (1, 1)}


@dataclass(frozen=True, slots=True)
class Encoding:
    """How one format is written."""

    format: str
    mime: str
    extension: str
    options: dict[str, Any]  # Pillow's own, which differ by format


AVIF = Encoding("AVIF", "image/avif", ".avif", {"quality": 61, "speed": 8, "max_threads": 1})
WEBP = Encoding("WEBP", "image/webp", ".webp", {"quality": 78, "method": 4})
JPEG = Encoding("JPEG", "image/jpeg", ".jpg", {"quality": 76, "progressive": True, "optimize": True})
ENCODINGS = (AVIF, WEBP, JPEG)


@dataclass(frozen=True, slots=True)
class Made:
    """One encoded size, not stored yet."""

    ratio: str
    width_px: int
    height_px: int
    encoding: Encoding
    payload: bytes


def make(image: Image, now: datetime) -> list[Rendition]:
    """Make and store all sizes of a picture in place of those it had. Raises BadImage or OSError.

    Files are written before the rows that name them, so a reader is never sent to a missing one.
    """
    picture = upright(image)
    made = [*_uncropped(picture), *_cropped(picture, focus=(image.focal_x, image.focal_y))]
    renditions = [_stored(image, one) for one in made]
    with transaction.atomic():
        image.renditions.all().delete()
        Rendition.objects.bulk_create(renditions)
        Image.objects.filter(pk=image.pk).update(renditions_made_at=now)
    image.renditions_made_at = now
    return renditions


def make_missing(now: datetime, limit: int = 20) -> int:
    """Make the sizes of up to `limit` pictures that have none yet; return how many pictures were done.

    A picture is claimed by a conditional update, so two processes never work on the same one. One that fails is
    logged and stays marked as tried, without sizes; the others go on.
    """
    waiting = Image.objects.filter(renditions_made_at=None).order_by("id")[:limit]
    return sum(_claim_and_make(image, now) for image in waiting)


def _claim_and_make(image: Image, now: datetime) -> bool:
    if not Image.objects.filter(pk=image.pk, renditions_made_at=None).update(renditions_made_at=now):
        return False
    try:
        make(image, now)
    except (BadImage, OSError) as error:
        logger.error("Picture %s: no sizes could be made: %s", image.pk, error)
        return False
    return True


def upright(image: Image) -> Pillow.Image:
    """Return the original, decoded, turned as its EXIF says, in RGB, with its colour profile as `info`'s only entry."""
    with image.file.open("rb") as file:
        payload = file.read()
    try:
        with open_picture(payload, sniff(payload)) as opened:
            turned = ImageOps.exif_transpose(opened)
            return _rgb(turned)
    except DECODE_ERRORS as error:
        raise BadImage("The stored picture cannot be decoded.") from error


def _rgb(picture: Pillow.Image) -> Pillow.Image:
    """Return the picture in RGB: transparency becomes white, and other colour models are converted by their profile."""
    profile = picture.info.get("icc_profile")
    if picture.mode == "RGB":
        converted = picture
    elif picture.mode.startswith("I"):
        converted, profile = picture.convert("I").point(lambda grey: grey * (1 / 256)).convert("RGB"), None
    elif picture.mode == "CMYK" and profile:
        converted, profile = _by_profile(picture, profile), None
    elif picture.has_transparency_data:
        layer = picture.convert("RGBA")
        converted = Pillow.new("RGB", layer.size, "white")
        converted.paste(layer, mask=layer.getchannel("A"))
    else:
        converted, profile = picture.convert("RGB"), None if picture.mode != "P" else profile
    converted.info = {"icc_profile": profile} if profile else {}
    return converted


def _by_profile(picture: Pillow.Image, profile: bytes) -> Pillow.Image:
    try:
        inks = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        screen = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(picture, inks, screen, outputMode="RGB") or picture.convert("RGB")
    except (ImageCms.PyCMSError, OSError):
        return picture.convert("RGB")


def _uncropped(picture: Pillow.Image) -> Iterator[Made]:
    """Yield each width up to the picture's own in every encoding; a smaller picture in its own width."""
    for width in [width for width in WIDTHS if width <= picture.width] or [picture.width]:
        height = max(1, round(picture.height * width / picture.width))
        resized = picture.resize((width, height), Pillow.Resampling.LANCZOS, reducing_gap=3.0)
        resized.info = picture.info
        for encoding in ENCODINGS:
            yield Made("", width, height, encoding, _encoded(resized, encoding))


def _cropped(picture: Pillow.Image, *, focus: tuple[float, float]) -> Iterator[Made]:
    for name, (across, down) in RATIOS.items():
        box = crop_box(picture.size, ratio=across / down, focus=focus)
        width = min(CROP_WIDTH, box[2] - box[0])
        height = max(1, min(round(width * down / across), box[3] - box[1]))
        resized = picture.resize((width, height), Pillow.Resampling.LANCZOS, box=box)
        resized.info = picture.info
        yield Made(name, width, height, JPEG, _encoded(resized, JPEG))


def crop_box(size: tuple[int, int], *, ratio: float, focus: tuple[float, float]) -> tuple[int, int, int, int]:
    """Return the largest box of that ratio (width / height) in the picture, the focal point as central as can be."""
    width = max(1, min(size[0], round(size[1] * ratio)))
    height = max(1, min(size[1], round(size[0] / ratio)))
    left = round(min(max(focus[0] * size[0] - width / 2, 0), size[0] - width))
    top = round(min(max(focus[1] * size[1] - height / 2, 0), size[1] - height))
    return left, top, left + width, top + height


def _encoded(picture: Pillow.Image, encoding: Encoding) -> bytes:
    out = io.BytesIO()
    profile = picture.info.get("icc_profile")
    picture.save(out, encoding.format, icc_profile=profile, exif=b"", **encoding.options)
    return out.getvalue()


def _stored(image: Image, made: Made) -> Rendition:
    rendition = Rendition(
        image=image,
        ratio=made.ratio,
        width_px=made.width_px,
        height_px=made.height_px,
        mime=made.encoding.mime,
        size_bytes=len(made.payload),
    )
    # The name is made of digest, ratio and width: the same picture cut elsewhere must not find the old file there
    path = rendition.file.field.generate_filename(rendition, f"x{made.encoding.extension}")
    if made.ratio and rendition.file.storage.exists(path):
        rendition.file.storage.delete(path)
    rendition.file.save(f"x{made.encoding.extension}", ContentFile(made.payload), save=False)
    return rendition
