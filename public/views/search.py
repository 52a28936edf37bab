"""The search page: a box, filters that are links, and numbered results."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from difflib import get_close_matches
from itertools import chain
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.models import Kind, Section, Version, VersionAuthor, VersionTag
from authors.models import Author
from newsroom.lib.text import clean_line
from public import search
from public.listing import page_number, pages_of
from public.views import shell
from tags.models import Tag

PERIODS = {
    "day": ("Past 24 hours", timedelta(days=1)),
    "week": ("Past week", timedelta(days=7)),
    "month": ("Past month", timedelta(days=30)),
    "year": ("Past year", timedelta(days=365)),
}
NAMES_TO_COMPARE = 2000
LIKENESS = 0.75


@dataclass(frozen=True, slots=True)
class Filter:
    """One way to narrow the search; its first option lifts it."""

    label: str
    options: list[shell.Place]


@dataclass(frozen=True, slots=True)
class Question:
    """What a reader asks, as read from the address; a value that does not exist counts as not given."""

    query: str
    section: Section | None
    kind: str
    since: str

    def parameters(self, **changed: str) -> dict[str, str]:
        """Return the address's parameters with some `changed`; empty ones are left out."""
        section = self.section.slug if self.section else ""
        own = {"q": self.query, "section": section, "kind": self.kind, "since": self.since}
        return {name: value for name, value in (own | changed).items() if value}

    def start(self, now: datetime) -> datetime | None:
        return now - PERIODS[self.since][1] if self.since else None


@require_safe
def results(request: HttpRequest) -> HttpResponse:
    """Answer a search; never an error, whatever was typed, but 404 beyond the last page."""
    sections = shell.top_sections()
    question = _read(request, sections)
    found = search.search(
        question.query,
        section=question.section,
        kind=question.kind or None,
        since=question.start(timezone.now()),
        page=page_number(request),
    )
    context = shell.page(
        request,
        title=f"Search: {question.query}" if question.query else "Search",
        path=reverse("public:search"),
        robots=shell.NOT_FOR_ROBOTS,
        sections=sections,
    )
    context |= {
        "query": question.query,
        "results": found.stories,
        "count_text": _count_text(found.total, question.query),
        "filters": _filters(question, sections) if question.query else [],
        "suggestion": _suggestion(question.query) if question.query and not found.total else "",
        "pages": pages_of(request, found.total),
    }
    return shell.send(request, "public/search.html", context, tags=["lists"])


def _read(request: HttpRequest, sections: Iterable[Section]) -> Question:
    asked = {name: request.GET.get(name, "") for name in ("section", "kind", "since")}
    return Question(
        query=clean_line(request.GET.get("q", ""))[: search.QUERY_LIMIT],
        section=next((one for one in sections if one.slug == asked["section"]), None),
        kind=asked["kind"] if asked["kind"] in Kind.values else "",
        since=asked["since"] if asked["since"] in PERIODS else "",
    )


def _filters(question: Question, sections: Iterable[Section]) -> list[Filter]:
    current = question.parameters()
    choices = [
        ("Section", "section", [("", "All sections"), *((one.slug, one.name) for one in sections)]),
        ("Date", "since", [("", "Any time"), *((name, label) for name, (label, _) in PERIODS.items())]),
        ("Type", "kind", [("", "All types"), *Kind.choices]),
    ]
    return [
        Filter(label, [_option(question, name, value, text, current) for value, text in options])
        for label, name, options in choices
    ]


def _option(question: Question, name: str, value: str, text: str, current: dict[str, str]) -> shell.Place:
    url = f"{reverse('public:search')}?{urlencode(question.parameters(**{name: value}))}"
    return shell.Place(text, url, is_current=current.get(name, "") == value)


def _count_text(total: int, query: str) -> str:
    if not query:
        return ""
    if not total:
        return f"No stories found for “{query}”"
    return f"1 story found for “{query}”" if total == 1 else f"{total:,} stories found for “{query}”"


def _suggestion(query: str) -> str:
    """Return the published tag or author whose name looks most like what was typed, or nothing."""
    live = Version.objects.live().order_by().values("pk")
    tags = Tag.objects.filter(pk__in=VersionTag.objects.filter(version__in=live).values("tag"))
    authors = Author.objects.filter(pk__in=VersionAuthor.objects.filter(version__in=live).values("author"))
    listed = (named.values_list("name", flat=True)[:NAMES_TO_COMPARE] for named in (tags, authors))
    names = {name.casefold(): name for name in chain.from_iterable(listed)}
    nearest = get_close_matches(query.casefold(), names, n=1, cutoff=LIKENESS)
    return names[nearest[0]] if nearest else ""
