"""A tag's page: what it stands for, and its stories day by day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.models.version import Version, VersionQuerySet
from public import structured_data
from public.listing import cut
from public.views import shell
from tags.models import Tag


@dataclass(frozen=True, slots=True)
class Day:
    """The stories first published on one day of the site's time zone."""

    day: date
    stories: list[Version]


def find_tag(slug: str) -> Tag:
    """Return the tag at this address; raises Http404 for one that does not exist or is blocked."""
    return get_object_or_404(with_a_page(), slug=slug)


def with_a_page() -> QuerySet[Tag]:
    """Return the tags that have a page and a feed."""
    return Tag.objects.exclude(standing=Tag.Standing.BLOCKED)


def stories_with(tag: Tag, among: VersionQuerySet) -> VersionQuerySet:
    return among.filter(version_tags__tag=tag)


@require_safe
def tag(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a tag; search engines are sent away from one without stories."""
    found = find_tag(slug)
    stories, pages = cut(request, stories_with(found, Version.objects.live()))
    path = found.get_absolute_url()
    thing = {"name": found.name, "kind": found.kind, "wikidata": found.wikidata}
    context = shell.page(
        request,
        title=found.name if pages.number == 1 else f"{found.name}, page {pages.number}",
        description=found.description,
        path=path,
        robots=shell.FOR_ROBOTS if stories else shell.NOT_FOR_ROBOTS,
        feed=shell.Feed(found.name, reverse("public:tag-feed", args=[found.slug])),
        jsonld=structured_data.collection_nodes(
            found.name, path, stories, trail=[(found.name, path)], about=structured_data.tag_thing(thing)
        ),
    )
    context |= {"tag": found, "days": by_day(stories), "pages": pages}
    return shell.send(request, "public/tag.html", context, tags=[f"tag:{found.pk}"])


def by_day(stories: Iterable[Version]) -> list[Day]:
    """Group stories, newest first as they come, by their local day."""
    groups = groupby(stories, key=lambda story: timezone.localdate(story.first_published_at))
    return [Day(day, list(group)) for day, group in groups]
