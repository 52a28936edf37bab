"""Finds pictures for those who write. It chooses among our own; what may stand where is decided by others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from images.models import Image
from newsroom.lib.text import clean_line

PAGE_SIZE = 24
MOST_WORDS = 8
LAST_PAGE = 400
SEARCHED = ("title", "caption", "alt", "credit", "creator")
THUMBNAIL_PX, EDITOR_PX = 480, 800


@dataclass(frozen=True, slots=True)
class Shelf:
    """One page of what was found, and whether there is more behind it."""

    images: list[Image]
    has_more: bool


def find(words: str, *, page: int = 1) -> Shelf:
    """Return pictures in which every one of `words` occurs somewhere, newest first; those without a credit come last.

    Pages count from 1. Costs two queries, two more where the pictures with a credit end.
    """
    found = Image.objects.prefetch_related("renditions")
    for word in clean_line(words).split()[:MOST_WORDS]:
        found = found.filter(_names(word))
    start = (min(max(page, 1), LAST_PAGE) - 1) * PAGE_SIZE
    images = _cut(found.exclude(credit=""), found.filter(credit=""), start)
    return Shelf(images[:PAGE_SIZE], has_more=len(images) > PAGE_SIZE)


def _names(word: str) -> Q:
    condition = Q()
    for field in SEARCHED:
        condition |= Q(**{f"{field}__icontains": word})
    return condition


def _cut(first: QuerySet[Image], second: QuerySet[Image], start: int) -> list[Image]:
    """Return a page and one picture more of two lists laid end to end, each read by its own index."""
    end = start + PAGE_SIZE + 1
    images = list(first[start:end])
    missing = PAGE_SIZE + 1 - len(images)
    if not missing:
        return images
    skipped = start - first.count() if not images else 0
    return images + list(second[max(skipped, 0) : max(skipped, 0) + missing])


def entry(image: Image) -> dict[str, Any]:
    """Return what a chooser shows of one picture, as JSON values. `renditions` should be prefetched."""
    return {
        "id": image.pk,
        "name": str(image),
        "caption": image.caption,
        "alt": image.alt,
        "credit": image.credit,
        "usable": image.has_credit,
        "width": image.width_px,
        "height": image.height_px,
        "thumbnail": image.nearest_url(THUMBNAIL_PX),
        "src": image.nearest_url(EDITOR_PX),
    }
