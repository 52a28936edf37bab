"""One reading of a story for all checks: the body is parsed once, and each question to the database is asked once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, TypeVar

from django.conf import settings
from django.utils import timezone

from articles import noting, pictures
from articles.models import Article
from articles.richtext import Figure, figures
from authors.models import Author
from images.models import Image
from newsroom.lib.html import TooMuchMarkupError
from newsroom.lib.outline import Outline, outline
from newsroom.lib.text import shorten, word_count
from tags.models import Tag

T = TypeVar("T")
PRINTED = (
    "headline standfirst kicker body summary dateline credit_line picture_caption picture_alt how_reported "
    "seo_title social_headline"
).split()


@dataclass
class Reading:
    """A story as checks see it. Tags and authors are given where they are not saved yet, else asked for."""

    article: Article
    now: datetime
    given_tags: list[Tag] | None = None
    given_authors: list[Author] | None = None
    asked: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def _read(self) -> tuple[Outline, str]:
        try:
            return outline(self.article.body), ""
        except TooMuchMarkupError as error:
            return Outline(), str(error)

    @property
    def body(self) -> Outline:
        """The blocks of the body; none when it cannot be read."""
        return self._read[0]

    @property
    def unreadable(self) -> str:
        """Why the body cannot be read, or nothing."""
        return self._read[1]

    @cached_property
    def text(self) -> str:
        """The words of the body, one line per block."""
        return self.body.text

    @cached_property
    def words(self) -> int:
        return word_count(self.text)

    def printed(self, name: str) -> str:
        """Return the plain text of one of PRINTED."""
        return self.text if name == "body" else str(getattr(self.article, name))

    @cached_property
    def figures(self) -> list[tuple[int, Figure]]:
        """The pictures inside the text as they stand there, counted from 1."""
        return [] if self.unreadable else list(enumerate(figures(self.article.body), start=1))

    @cached_property
    def pictures(self) -> dict[int, Image]:
        """The pictures inside the text, by number."""
        return {} if self.unreadable else pictures.of_body(self.article.body)

    @cached_property
    def tags(self) -> list[Tag]:
        if self.given_tags is not None:
            return self.given_tags
        return list(self.article.tags.all()) if self.article.pk else []

    @cached_property
    def has_author(self) -> bool:
        if self.given_authors is not None:
            return bool(self.given_authors)
        return bool(self.article.pk and len(self.article.bylines.all()))

    @property
    def is_saved(self) -> bool:
        """Whether its tags and authors are known; those of a story that nobody has saved yet are not."""
        return bool(self.article.pk) or self.given_tags is not None

    @cached_property
    def must_notes(self) -> list[str]:
        """The beginnings of the notes that must be settled before it goes out, the oldest first."""
        if not self.article.pk:
            return []
        notes = self.article.notes.all()
        if not noting.is_prefetched(self.article):
            notes = notes.filter(is_must=True, resolved_at=None)
        return [shorten(note.text, 80) for note in notes if note.is_must and note.resolved_at is None]

    def once(self, name: str, ask: Callable[[], T]) -> T:
        """Return what `ask` gives, asked once for all checks that know it by this name: for checks of apps above."""
        if name not in self.asked:
            self.asked[name] = ask()
        value: T = self.asked[name]
        return value

    @cached_property
    def own_links(self) -> list[str]:
        """The links of the body that lead to our own site, as paths."""
        links = [link.removeprefix(settings.SITE_URL) for link in self.body.links]
        return [link for link in links if link.startswith("/")]

    @cached_property
    def today(self) -> date:
        """The newsroom's day now."""
        return timezone.localtime(self.now, timezone.get_default_timezone()).date()

    @cached_property
    def day_out(self) -> date:
        """The newsroom's day on which it is planned to go out: scheduled, under embargo, or due; today else."""
        planned = self.article.publish_at or self.article.embargo_until or self.article.due_at
        if planned is None or planned <= self.now:
            return self.today
        return timezone.localtime(planned, timezone.get_default_timezone()).date()
