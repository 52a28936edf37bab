"""The places of the story screen: what stands in the action bar and in the side panel, and who fills it.
Apps and modules above this one put HTML into a place with register(); nothing here decides what a story may do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles import pictures
from articles.models import Article
from articles.permissions import may
from articles.richtext import clean_body
from articles.states import STAGE_LABELS, STATUS_LABELS, Stage, Status

T = TypeVar("T")
Filler = Callable[[Article, HttpRequest], SafeString | str]


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the side panel. `is_open` is how it stands until a person opens or closes it; a lazy one is fetched
    when it is opened for the first time, and is a page of its own without scripts."""

    name: str
    title: str
    is_open: bool = True
    is_lazy: bool = False


PARTS = (
    Part("looked", "Since you last looked"),
    Part("checklist", "Checklist"),
    Part("style", "House style"),
    Part("numbers", "Numbers"),
    Part("share", "Search and share", is_open=False, is_lazy=True),
    Part("where", "Where it shows", is_open=False, is_lazy=True),
    Part("wire", "Wire"),
    Part("people", "People"),
    Part("notes", "Notes"),
    Part("revisions", "Revisions", is_open=False, is_lazy=True),
    Part("history", "History"),
)
# Outside the side panel: above the form; in the action bar; beside what a verb has just done; under More
SPOTS = ("notice", "save-state", "presence", "preview", "result", "more")
_fillers: dict[str, list[Filler]] = {name: [] for name in (*(part.name for part in PARTS), *SPOTS)}


def register(place: str) -> Callable[[Filler], Filler]:
    """Return a decorator that adds a function to a place: a part of the side panel by its name, or one of SPOTS.

    The function takes the story and the request and returns safe HTML; an empty part stays out of the panel. A story
    that is not saved yet has no pk: its spots are filled, and of the side panel the checklist alone. The side panel
    and the bar stand outside the story's form, so a part may hold forms of its own; its controls that belong to the
    story say form="article_form". Headings in a part start at h3.
    """
    fillers = _fillers[place]

    def add(filler: Filler) -> Filler:
        if filler not in fillers:
            fillers.append(filler)
        return filler

    return add


def filled(place: str, article: Article, request: HttpRequest) -> list[SafeString | str]:
    """Return what the registered functions put into one place, empty ones left out."""
    return [html for html in (filler(article, request) for filler in _fillers[place]) if html]


def context(article: Article, request: HttpRequest) -> dict[str, Any]:
    """Return the side panel's parts and the spots, for the story screen's template."""
    shown = [part for part in PARTS if _fillers[part.name] and (article.pk or part.name == "checklist")]
    parts = [(part, [] if part.is_lazy else filled(part.name, article, request)) for part in shown]
    return {
        "parts": [{"part": part, "contents": contents} for part, contents in parts if contents or part.is_lazy],
        "spots": {spot.replace("-", "_"): filled(spot, article, request) for spot in SPOTS},
    }


def once(request: HttpRequest, name: str, ask: Callable[[], T]) -> T:
    """Return what `ask` gives, asked for once in each request: several parts show the same rows."""
    kept = memory(request)
    if name not in kept:
        kept[name] = ask()
    value: T = kept[name]
    return value


def memory(request: HttpRequest) -> dict[str, Any]:
    """Return what this request knows by name; checks keep there what they ask for (readiness.Reading.once)."""
    kept: dict[str, Any] = request.__dict__.setdefault("_story_screen", {})
    return kept


def part_view(request: HttpRequest, object_id: int, name: str, *, site: AdminSite) -> HttpResponse:
    """Show one part of the panel: alone for a script that asks for text/x-part, else as a page."""
    article = get_object_or_404(Article.objects.select_related("section__parent", "source", "picture"), pk=object_id)
    if not may(request.user, "view", article):
        raise PermissionDenied
    part = next((part for part in PARTS if part.name == name), None)
    if part is None:
        raise Http404("No such part.")
    shown = {"article": article, "part": part, "contents": filled(name, article, request), "opts": Article._meta}
    if request.headers.get("Accept") == "text/x-part":
        return render(request, "admin/articles/article/parts/part.html", shown)
    context = {**site.each_context(request), **shown, "title": f"{part.title}: {article}"}
    return TemplateResponse(request, "admin/articles/article/part.html", context)


def chip(article: Article) -> SafeString:
    """Return the story's state in a word or two, with a class for its colour."""
    name, label = chip_words(article)
    return format_html('<span class="chip chip-{}">{}</span>', name, label)


def chip_words(article: Article) -> tuple[str, str]:
    """Return the class and the words of a story's chip; what stops it counts more than where it lies, but that readers
    have it is never left out."""
    now = timezone.now()
    is_live = article.status == Status.PUBLISHED
    if article.is_held:
        return "held", "Live, on hold" if is_live else "On hold"
    if article.in_vault:
        return "vault", "In the vault"
    if article.embargo_is_open or (article.embargo_until and article.embargo_until > now):
        return "embargo", "Live, under embargo" if is_live else "Embargo"
    if article.publish_at:
        return ("alarm", "Not published") if article.schedule_problem else ("scheduled", "Scheduled")
    if is_live and article.has_unpublished_changes:
        return "changed", "Live, changes waiting"
    if article.status != Status.DRAFT:
        return ("live" if is_live else article.status), STATUS_LABELS[Status(article.status)]
    if article.stage == Stage.WRITING:
        return "draft", "Draft"
    return article.stage.replace("_", "-"), STAGE_LABELS[Stage(article.stage)]


def reading_body(article: Article) -> SafeString:
    """Return the body for someone who may not edit it, cleaned once more before it is marked safe."""
    return SafeString(pictures.shown(clean_body(article.body)))
