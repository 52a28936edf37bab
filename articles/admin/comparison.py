"""The page that compares two states of a story, revisions or versions, in one text or in two columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.contrib.admin import AdminSite
from django.contrib.auth.models import User
from django.http import HttpRequest
from django.template.response import TemplateResponse

from articles.comparing import Difference
from articles.models import Article
from images.models import Image

VIEWS = {"inline": "One text", "columns": "Two columns"}


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two states: what it is called, when it came about and by whom."""

    name: str
    at: datetime
    by: User | None
    picture_id: int | None


@dataclass(frozen=True, slots=True)
class Link:
    """A way on from here."""

    label: str
    address: str


def page(
    request: HttpRequest,
    article: Article,
    sides: tuple[Side, Side],
    differences: Sequence[Difference],
    *,
    site: AdminSite,
    links: Sequence[Link] = (),
) -> TemplateResponse:
    """Show what differs between two states, the older first."""
    view = request.GET.get("view", "")
    shown_view = view if view in VIEWS else "inline"
    older, newer = sides
    pictures = {}
    if any(difference.name == "picture" for difference in differences):
        numbers = [side.picture_id for side in sides if side.picture_id]
        pictures = Image.objects.prefetch_related("renditions").in_bulk(numbers)
    context = {
        **site.each_context(request),
        "title": f"{older.name} and {newer.name[0].lower()}{newer.name[1:]}",
        "article": article,
        "opts": Article._meta,
        "older": older,
        "newer": newer,
        "differences": differences,
        "view": shown_view,
        "views": [(name, label, name == shown_view) for name, label in VIEWS.items()],
        "links": links,
        "picture_pair": [pictures.get(side.picture_id) if side.picture_id else None for side in sides],
    }
    return TemplateResponse(request, "admin/articles/article/compare.html", context)
