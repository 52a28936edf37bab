"""Fills a front with stories: what editors pinned first, then the newest, and no story twice. Shows nothing that
Version.objects.live() does not return."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import cycle, islice

from django.db.models import Q

from articles.models import Section
from articles.models.version import Version, VersionQuerySet
from fronts.models import Container, Front

Layout = Container.Layout

LEAD_SIZE = 5
LEAD_HOURS = 48
OPINION_SLUG = "opinion"
SIZES = {Layout.FOUR: 4, Layout.ONE_BIG: 5, Layout.LIST: 4, Layout.OPINION: 4}


@dataclass(frozen=True, slots=True)
class Strip:
    """One row of the front, ready for its template."""

    heading: str
    url: str
    layout: str
    stories: list[Version]


def fill(front: Front | None, *, now: datetime, sections: Sequence[Section] = ()) -> list[Strip]:
    """Return the strips of `front` in order, the lead first; those without stories are left out.

    Without a front, or when it has no containers, each of `sections` gets a strip. Costs one query for containers,
    one for their pinned stories, one for all candidates and one for their pictures.
    """
    containers = _containers(front) or list(_standard_containers(sections))
    pins = _pins(containers) if front else {}
    pinned = {article_id for ids in pins.values() for article_id in ids}
    choice = _Choice(_candidates(containers, pinned, now), pinned)
    strips = []
    for place, container in enumerate(containers):
        stories = choice.take_pinned(pins.get(container.pk, []), container.size)
        suggestions = choice.for_lead(now) if place == 0 else choice.newest(container.section)
        stories += choice.take(suggestions, container.size - len(stories))
        if stories:
            strips.append(_strip(container, stories))
    return strips


def _containers(front: Front | None) -> list[Container]:
    """Return the front's containers, one with the lead layout moved or added to the top."""
    if front is None:
        return []
    containers = list(front.containers.select_related("section__parent").prefetch_related("slots"))
    if not containers:
        return []
    lead = next((one for one in containers if one.layout == Layout.LEAD), None)
    return [lead or _lead_container(), *(one for one in containers if one is not lead)]


def _standard_containers(sections: Iterable[Section]) -> Iterator[Container]:
    yield _lead_container()
    layouts = cycle([Layout.FOUR, Layout.ONE_BIG, Layout.LIST])
    for section in sections:
        layout = Layout.OPINION if section.slug == OPINION_SLUG else next(layouts)
        yield Container(section=section, layout=layout, size=SIZES[layout])


def _lead_container() -> Container:
    return Container(layout=Layout.LEAD, size=LEAD_SIZE)


def _pins(containers: Iterable[Container]) -> dict[int, list[int]]:
    """Return the pinned articles by container; in the first container that pins it, a story stays."""
    seen: set[int] = set()
    pins: dict[int, list[int]] = {}
    for container in containers:
        if container.pk is None:
            continue
        pins[container.pk] = [slot.article_id for slot in container.slots.all() if slot.article_id not in seen]
        seen.update(pins[container.pk])
    return pins


def _candidates(containers: Sequence[Container], pinned: set[int], now: datetime) -> list[Version]:
    """Fetch every story any strip could need, newest first.

    A strip may find all its newest stories taken by the strips above, so it asks for as many as those hold, too.
    """
    free = Version.objects.live().exclude(article_id__in=pinned)
    recent = free.filter(first_published_at__gte=now - timedelta(hours=LEAD_HOURS))
    urgent = recent.order_by("urgency", "-first_published_at", "-article_id")
    needed = containers[0].size
    wanted = Q(article_id__in=pinned)
    for suggestions in (urgent, urgent.filter(picture__isnull=False), free):
        wanted |= Q(pk__in=suggestions.values("pk")[:needed])
    for container in containers[1:]:
        needed += container.size
        wanted |= Q(pk__in=_newest_in(free, container.section).values("pk")[:needed])
    return list(Version.objects.live().filter(wanted).for_lists().prefetch_related("picture__renditions"))


def _newest_in(stories: VersionQuerySet, section: Section | None) -> VersionQuerySet:
    if section is None:
        return stories
    return stories.filter(section=section) if section.parent_id else stories.filter(top_section=section)


class _Choice:
    """The candidates not yet on the page."""

    def __init__(self, candidates: list[Version], pinned: set[int]) -> None:
        self.candidates = candidates
        self.by_article = {story.article_id: story for story in candidates}
        self.used = set(pinned)

    def take_pinned(self, article_ids: Iterable[int], size: int) -> list[Version]:
        """Return the pinned stories readers may see, at most `size`."""
        return [self.by_article[pk] for pk in article_ids if pk in self.by_article][:size]

    def take(self, suggestions: Iterable[Version], count: int) -> list[Version]:
        """Use up the first `count` suggestions that are not on the page yet."""
        fresh = (story for story in suggestions if story.article_id not in self.used)
        taken = []
        for story in islice(fresh, max(count, 0)):
            self.used.add(story.article_id)
            taken.append(story)
        return taken

    def newest(self, section: Section | None) -> list[Version]:
        if section is None:
            return self.candidates
        return [story for story in self.candidates if section.pk in (story.section_id, story.top_section_id)]

    def for_lead(self, now: datetime) -> list[Version]:
        """Return the most urgent of the last two days, one with a picture foremost, and then the newest."""
        start = now - timedelta(hours=LEAD_HOURS)
        recent = [story for story in self.candidates if story.first_published_at >= start]
        urgent = sorted(recent, key=lambda story: story.urgency)
        with_picture = [story for story in urgent if story.picture_id][:1]
        return list(dict.fromkeys([*with_picture, *urgent, *self.candidates]))


def _strip(container: Container, stories: list[Version]) -> Strip:
    section = container.section
    return Strip(
        heading=container.heading or (section.name if section else ""),
        url=section.get_absolute_url() if section else "",
        layout=container.layout,
        stories=stories,
    )
