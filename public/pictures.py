"""Which size of a picture goes where. Every question here is answered from prefetched renditions, without a query."""

from __future__ import annotations

from images.models import Image, Rendition

JPEG = "image/jpeg"


def nearest(image: Image, width_px: int) -> Rendition | None:
    """Return the uncropped JPEG nearest to a width; None while no sizes are made."""
    return min(_jpegs(image, ""), key=lambda one: abs(one.width_px - width_px), default=None)


def largest(image: Image, ratio: str = "") -> Rendition | None:
    """Return the largest JPEG of a ratio such as `16:9`, uncropped for an empty one; None when there is none."""
    return max(_jpegs(image, ratio), key=lambda one: one.width_px, default=None)


def _jpegs(image: Image, ratio: str) -> list[Rendition]:
    return [one for one in image.renditions.all() if one.mime == JPEG and one.ratio == ratio]
