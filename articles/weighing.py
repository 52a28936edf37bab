"""How much a phone loads for a story's page, estimated before there is one."""

from __future__ import annotations

from collections.abc import Iterable

from articles.models import Article
from images.models import Image

PHONE_PX = 800  # a phone of 390 points at double density takes this size of a picture
PAGE_BYTES = 125_000  # what every story's page costs: frame, styles, scripts, fonts (benchmarks/results.md)
BYTES_OF_TEXT = 0.4  # what is left of a byte of HTML when it is sent
BYTES_OF_PIXEL = 0.06  # of a picture whose sizes are not made yet


def page_bytes(article: Article, inside: Iterable[Image]) -> float:
    """Return what a phone with an empty cache loads; `inside` are the pictures of the text.

    The sizes that a picture has count when they were fetched with it, its pixels else: nothing is asked for here.
    """
    shown = [*([article.picture] if article.picture else []), *inside]
    return PAGE_BYTES + len(article.body.encode()) * BYTES_OF_TEXT + sum(map(_picture_bytes, shown))


def _picture_bytes(image: Image) -> float:
    made = image.renditions.all() if "renditions" in getattr(image, "_prefetched_objects_cache", {}) else []
    sizes = [size for size in made if size.mime == "image/avif" and not size.ratio]
    nearest = min(sizes, key=lambda size: abs(size.width_px - PHONE_PX), default=None)
    if nearest:
        return nearest.size_bytes
    width = min(image.width_px, PHONE_PX)
    return width * width * image.height_px / max(image.width_px, 1) * BYTES_OF_PIXEL
