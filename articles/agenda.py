"""What is to happen when: stories that go out by themselves, embargoes that end, deadlines. In the newsroom's days,
whose length daylight saving time changes. Each kind asks an index of its own and is capped."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from articles.models import Article
from articles.states import Status

CAP = 300
CLOSE = timedelta(minutes=10)
BIG = 3  # this urgency or more urgent
KINDS = {"scheduled": "Goes out", "embargo": "Embargo ends", "due": "Due"}
GOES_OUT = frozenset({"scheduled", "embargo"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happens at one time. `clashes` names other big stories that go out within ten minutes of it."""

    kind: str
    at: datetime
    article: Article
    clashes: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        return KINDS[self.kind]


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the newsroom; its entries in order of time."""

    date: date
    entries: list[Entry] = field(default_factory=list)


def begins(day: date) -> datetime:
    """Return the newsroom's midnight at which a day begins."""
    return timezone.make_aware(datetime.combine(day, time.min), timezone.get_default_timezone())


def week_of(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def days(first: date, count: int) -> list[Day]:
    """Return `count` days from `first`, those without entries included."""
    found = {first + timedelta(days=number): Day(first + timedelta(days=number)) for number in range(count)}
    zone = timezone.get_default_timezone()
    for entry in entries(begins(first), begins(first + timedelta(days=count))):
        found[timezone.localtime(entry.at, zone).date()].entries.append(entry)
    return list(found.values())


def entries(start: datetime, end: datetime) -> list[Entry]:
    """Return what happens from `start` up to `end`, at most CAP of each kind, in order of time."""
    alive = Article.objects.exclude(status__in=[Status.KILLED, Status.SPIKED])
    alive = alive.select_related("section__parent", "assignee").defer("body", "how_reported", "usage_terms", "ednote")
    found = [
        *_entries("scheduled", "publish_at", alive, start, end),
        *_entries("embargo", "embargo_until", alive, start, end),
        *_entries("due", "due_at", alive.filter(status=Status.DRAFT), start, end),
    ]
    return with_clashes(sorted(found, key=lambda entry: (entry.at, entry.kind, entry.article.pk)))


def with_clashes(found: Iterable[Entry]) -> list[Entry]:
    """Mark big stories that go out within ten minutes of each other; a story does not clash with itself."""
    rows = list(found)
    big = [entry for entry in rows if entry.kind in GOES_OUT and entry.article.urgency <= BIG]
    clashes: dict[int, list[str]] = {}
    for place, entry in enumerate(big):
        for other in big[place + 1 :]:
            if other.at - entry.at > CLOSE:
                break
            if other.article.pk != entry.article.pk:
                clashes.setdefault(id(entry), []).append(str(other.article))
                clashes.setdefault(id(other), []).append(str(entry.article))
    return [
        replace(entry, clashes=tuple(dict.fromkeys(clashes[id(entry)]))) if id(entry) in clashes else entry
        for entry in rows
    ]


def _entries(kind: str, name: str, stories: QuerySet[Article], start: datetime, end: datetime) -> list[Entry]:
    wanted = stories.filter(**{f"{name}__gte": start, f"{name}__lt": end}).order_by(name, "pk")[:CAP]
    return [Entry(kind, getattr(story, name), story) for story in wanted]
