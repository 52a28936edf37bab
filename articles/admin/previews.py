"""How long a story is, and how it will look where people meet it first: a search result, a shared card, a front on a
phone, an alert. What a place cuts off is counted in characters and, where type is measured, in pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import prefetch_related_objects
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from articles import pictures
from articles.admin import panel
from articles.models import Article
from articles.weighing import PHONE_PX, page_bytes
from images.models import Image
from newsroom.lib.html import TooMuchMarkupError
from newsroom.lib.outline import outline
from newsroom.lib.text import reading_minutes, slugify, word_count
from newsroom.lib.widths import width_px
from newsroom.lib.wording import lix

PARTS = "admin/articles/article/parts"
NEAR_WORDS = 50  # Guardian's rule: so many words from the commissioned length are near it


@dataclass(frozen=True, slots=True)
class Measured:
    """A line with its length beside what its place shows of it. `limit_px` 0 means that nobody measures pixels."""

    text: str
    limit: int
    size_px: int = 0
    limit_px: int = 0

    @property
    def count(self) -> int:
        return len(self.text)

    @property
    def px(self) -> int:
        return width_px(self.text, self.size_px)

    @property
    def is_cut(self) -> bool:
        """Whether the place will cut it off."""
        return self.count > self.limit or bool(self.limit_px and self.px > self.limit_px)


@panel.register("numbers")
def numbers(article: Article, request: HttpRequest) -> SafeString:
    """Return how long the story is beside what was asked for, and how it reads."""
    try:
        text = outline(article.body).text
    except TooMuchMarkupError:
        text = ""
    words = word_count(text)
    index = lix(text)
    context = {
        "article": article,
        "words": words,
        "length": _length(words, article.commissioned_words),
        "characters": len(text.replace("\n", "")),
        "minutes": reading_minutes(words, article.language) if words else 0,
        "lix": index,
        "reads": _reads(index),
    }
    return render_to_string(f"{PARTS}/numbers.html", context)


@panel.register("share")
def share(article: Article, request: HttpRequest) -> SafeString:
    """Return the story as a search result, as a card elsewhere and on a front, as an alert; and its page's weight."""
    title = article.seo_title or article.headline
    description = article.summary or article.standfirst
    shared = article.social_headline or article.headline
    context = {
        "article": article,
        "site": settings.SITE_NAME,
        "host": settings.SITE_URL.partition("://")[2],
        "path": (article.path or f"…/{article.slug or slugify(article.headline)}").replace("/", " › "),
        "title": Measured(title, 60, 20, 600),
        "description": Measured(description, 155, 14, 960),
        "shared": Measured(shared, 70),
        "alert": Measured(shared, 110),
        "kilobytes": _kilobytes(article),
        "kicker": article.kicker or (article.section.name if article.section else ""),
        **_picture(article.picture),
    }
    return render_to_string(f"{PARTS}/share.html", context)


def _length(words: int, asked: int | None) -> str:
    """Return how the length stands beside the commissioned one: near, over or alert; nothing while it is short."""
    if not asked:
        return ""
    if words > asked + NEAR_WORDS:
        return "alert"
    if words > asked:
        return "over"
    return "near" if words >= asked - NEAR_WORDS else ""


def _reads(index: int | None) -> str:
    """Return a word for a readability index, by Björnsson's own scale."""
    if index is None:
        return ""
    return next((word for limit, word in ((35, "easy"), (45, "fair"), (55, "demanding")) if index < limit), "hard")


def _kilobytes(article: Article) -> int:
    inside = list(pictures.of_body(article.body).values())
    prefetch_related_objects([*inside, *([article.picture] if article.picture else [])], "renditions")
    return round(page_bytes(article, inside) / 1000)


def _picture(image: Image | None) -> dict[str, Any]:
    if image is None:
        return {"picture_url": ""}
    prefetch_related_objects([image], "renditions")
    position = f"{round(image.focal_x * 100)}% {round(image.focal_y * 100)}%"
    return {"picture_url": image.nearest_url(PHONE_PX), "picture_position": position}
