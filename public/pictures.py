"""Which size of a picture goes where. All but fetch() answer from prefetched renditions, without a query."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import prefetch_related_objects

from articles.models.version import Version
from articles.richtext import figures
from images.models import Image, Rendition
from newsroom.lib.html import text_of

JPEG = "image/jpeg"


def fetch(stories: Sequence[Version], beside: Sequence[Version] = ()) -> None:
    """Fetch all that stories need to show their pictures: over the text and inside it, and over those `beside`.

    Costs a query for the sizes, and one for the pictures inside the texts when there are any.
    """
    numbers = {printed["id"] for story in stories for printed in story.body_pictures}
    inside = Image.objects.in_bulk(numbers) if numbers else {}
    for story in stories:
        named = [printed["id"] for printed in story.body_pictures]
        story.images_in_body = {number: inside[number] for number in named if number in inside}
    over = [story.picture for story in (*stories, *beside) if story.picture]
    prefetch_related_objects([*over, *inside.values()], "renditions")


def inside(story: Version) -> list[tuple[Image, dict[str, str]]]:
    """Return the pictures inside the text in reading order, each once, with credit and caption in plain text."""
    credits = {printed["id"]: printed["credit"] for printed in story.body_pictures}
    captions: dict[int, str] = {}
    for placed in figures(story.body):
        captions.setdefault(placed.image_id, text_of(placed.caption))
    return [
        (story.images_in_body[number], {"credit": credits.get(number, ""), "caption": caption})
        for number, caption in captions.items()
        if number in story.images_in_body
    ]


def nearest(image: Image, width_px: int) -> Rendition | None:
    """Return the uncropped JPEG nearest to a width; None while no sizes are made."""
    return min(_jpegs(image, ""), key=lambda one: abs(one.width_px - width_px), default=None)


def largest(image: Image, ratio: str = "") -> Rendition | None:
    """Return the largest JPEG of a ratio such as `16:9`, uncropped for an empty one; None when there is none."""
    return max(_jpegs(image, ratio), key=lambda one: one.width_px, default=None)


def _jpegs(image: Image, ratio: str) -> list[Rendition]:
    return [one for one in image.renditions.all() if one.mime == JPEG and one.ratio == ratio]
