"""Cuts long lists of versions into numbered pages, each as fast as the first; refuses pages that do not exist."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.http import Http404, HttpRequest
from django.utils import timezone

from articles import undoing
from articles.models import HistoryEntry
from articles.models.version import Version, VersionQuerySet

PAGE_SIZE = 20
KEPT_PARAMETERS = ("q", "section", "kind", "since")
_LONGEST_NUMBER = 6


@dataclass(frozen=True, slots=True)
class PageLink:
    """One link of the pager; `number` None is a gap between numbers."""

    number: int | None
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Pages:
    """Where a reader is in a numbered list."""

    number: int
    count: int
    previous_url: str
    next_url: str
    links: list[PageLink]


def page_number(request: HttpRequest) -> int:
    """Return `?page=`, 1 when there is none. Raises Http404 for anything but a plain number from 1."""
    text = request.GET.get("page", "1")
    if not (text.isascii() and text.isdecimal()) or len(text) > _LONGEST_NUMBER or text.startswith("0"):
        raise Http404("There is no such page.")
    return int(text)


def pages_of(request: HttpRequest, total: int) -> Pages:
    """Return the pager for a list of `total` rows. Raises Http404 beyond its end; an empty list has one page."""
    count = max(1, -(-total // PAGE_SIZE))
    number = page_number(request)
    if number > count:
        raise Http404("There is no such page.")
    return Pages(
        number=number,
        count=count,
        previous_url=_url(request, number - 1) if number > 1 else "",
        next_url=_url(request, number + 1) if number < count else "",
        links=_links(request, number, count),
    )


def cut(request: HttpRequest, stories: VersionQuerySet, *, key: str = "article_id") -> tuple[list[Version], Pages]:
    """Return the requested page of `stories` and its pager. Raises Http404 when there is no such page.

    First the keys alone, which the list's index holds, counted from the nearer end; then only the page's rows, without
    asking again what makes the list. `key` names what is unique in it: live versions have one row per article.
    """
    total = stories.count()
    pages = pages_of(request, total)
    keys = _keys(stories, key, start=(pages.number - 1) * PAGE_SIZE, total=total)
    rows = stories if key == "pk" else Version.objects.live()
    return cards(rows.filter(**{f"{key}__in": keys})), pages


def cards(stories: VersionQuerySet) -> list[Version]:
    """Fetch what cards show in two queries: rows without their text, and the pictures' renditions."""
    return list(stories.for_lists().prefetch_related("picture__renditions"))


def latest(count: int = 5) -> list[Version]:
    """Return the newest stories, for pages that have nothing else to offer."""
    return cards(Version.objects.live()[:count])


def lists_changed_at() -> datetime | None:
    """Return when anything readers see last changed, withdrawals included, or None before the first story."""
    acts = HistoryEntry.objects.filter(version__isnull=False).order_by("-id")
    return acts.values_list("at", flat=True).first()


def settled_lists_changed_at() -> datetime | None:
    """Return when what feeds and the news sitemap tell last changed: an act, or the end of the time to undo it."""
    times = [lists_changed_at(), undoing.last_settled_at(timezone.now())]
    return max((at for at in times if at), default=None)


def _keys(stories: VersionQuerySet, key: str, *, start: int, total: int) -> list[int]:
    stop = min(start + PAGE_SIZE, total)
    if start <= total // 2:
        return list(stories.values_list(key, flat=True)[start:stop])
    return list(stories.reverse().values_list(key, flat=True)[total - stop : total - start])


def _links(request: HttpRequest, number: int, count: int) -> list[PageLink]:
    links: list[PageLink] = []
    before = 0
    for shown in sorted({1, number - 1, number, number + 1, count} & set(range(1, count + 1))):
        if shown - before > 1:
            links.append(PageLink(None, "", is_current=False))
        links.append(PageLink(shown, _url(request, shown), is_current=shown == number))
        before = shown
    return links


def _url(request: HttpRequest, number: int) -> str:
    """Return this list's address at another page; of its parameters only those of ours are kept."""
    kept = {name: request.GET[name] for name in KEPT_PARAMETERS if name in request.GET}
    if number > 1:
        kept["page"] = str(number)
    return f"{request.path}?{urlencode(kept)}" if kept else request.path
