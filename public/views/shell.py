"""What every reader's page shares: the site, its navigation, the metadata of the head, and how a page is sent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from articles.models import Section
from public import structured_data
from public.caching import language_tag, reader_cache

FOR_ROBOTS = "max-image-preview:large, max-snippet:-1, max-video-preview:-1"
NOT_FOR_ROBOTS = "noindex"
RIGHT_TO_LEFT = frozenset({"ar", "he", "fa", "ur"})
FRONT_SECONDS = 30
PAGE_SECONDS = 60
MISSING_SECONDS = 10


@dataclass(frozen=True, slots=True)
class Place:
    """One link of the navigation."""

    name: str
    url: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed the head offers."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Head:
    """The metadata of one page, in the words of the templates."""

    title: str
    description: str
    canonical: str
    robots: str
    og: list[tuple[str, str]]
    feeds: list[Feed]
    jsonld: str
    language: str
    dir: str
    tdm: bool
    speculation: str


def page(
    request: HttpRequest,
    *,
    title: str,
    description: str = "",
    path: str = "",
    robots: str = FOR_ROBOTS,
    og: Iterable[tuple[str, str]] = (),
    feed: Feed | None = None,
    jsonld: Iterable[Mapping[str, Any]] = (),
    language: str = "",
    section: Section | None = None,
    sections: Iterable[Section] | None = None,
) -> dict[str, Any]:
    """Return the context every template needs; costs one query, none when the caller has the top `sections` already.

    `path` is the page's own address without a query and becomes its canonical one; empty means it has none.
    `section` is the top section the page belongs to. `og` are properties besides the general ones.
    """
    language = language_tag(language)
    canonical = settings.SITE_URL + path if path else ""
    current = section.top.pk if section else None
    feeds = [Feed(settings.SITE_NAME, reverse("public:feed"))]
    head = Head(
        title=f"{title} – {settings.SITE_NAME}" if title else f"{settings.SITE_NAME} – {settings.SITE_TAGLINE}",
        description=description or settings.SITE_TAGLINE,
        canonical=canonical,
        robots=robots,
        og=_open_graph(title or settings.SITE_NAME, description, canonical, language, list(og)),
        feeds=[*feeds, feed] if feed else feeds,
        jsonld=structured_data.dump(jsonld),
        language=language,
        dir="rtl" if language.split("-")[0].lower() in RIGHT_TO_LEFT else "ltr",
        tdm=settings.TDM_RESERVED,
        speculation=reverse("public:speculation"),
    )
    return {
        "site": _site(),
        "page": head,
        "navigation": [
            Place(top.name, top.get_absolute_url(), is_current=top.pk == current)
            for top in (top_sections() if sections is None else sections)
        ],
        "today": timezone.localtime(),
    }


def _site() -> dict[str, str]:
    return {
        "name": settings.SITE_NAME,
        "tagline": settings.SITE_TAGLINE,
        "url": settings.SITE_URL,
        "language": language_tag(settings.LANGUAGE_CODE),
        "ownership": settings.SITE_OWNERSHIP,
    }


def top_sections() -> list[Section]:
    """Return the sections of the navigation, in its order."""
    return list(Section.objects.filter(parent=None, is_listed=True))


def send(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    *,
    tags: Iterable[str],
    seconds: int = PAGE_SECONDS,
    status: int = 200,
    modified: datetime | None = None,
) -> HttpResponse:
    """Render a reader's page and give it its caching headers.

    The template gets no request: what it cannot reach (session, login, messages) it cannot make a page vary by.
    """
    response = HttpResponse(render_to_string(template, context), status=status)
    language = context["page"].language
    return reader_cache(request, response, tags=tags, seconds=seconds, modified=modified, language=language)


def _open_graph(
    title: str, description: str, canonical: str, language: str, own: list[tuple[str, str]]
) -> list[tuple[str, str]]:
    """Put the page's own properties behind the general ones; an own one replaces the general one of its name."""
    general = {
        "og:type": "website",
        "og:site_name": settings.SITE_NAME,
        "og:title": title,
        "og:description": description or settings.SITE_TAGLINE,
        "og:url": canonical,
        "og:locale": language.replace("-", "_") if "-" in language else "",
    }
    replaced = {name for name, _ in own}
    kept = [(name, value) for name, value in general.items() if name not in replaced]
    return [(name, value) for name, value in (*kept, *own) if value]
