"""What the readers' site shows on the desk: addresses below /desk/ and places of the story screen. The desk itself does
not know that there is a site (docs/architecture.md)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import URLPattern, path
from django.utils.safestring import SafeString

from articles.admin import panel
from articles.models import Article
from articles.permissions import may
from public.views import preview, surfaces

STORY = "articles/article/<int:object_id>"


def addresses(guarded: Callable[..., Any]) -> list[URLPattern]:
    """Return the addresses; `guarded` makes a view of the admin of a function that takes the site as `site`."""
    return [
        path("articles/article/preview-print.css", guarded(preview.print_css), name="articles_article_preview_print"),
        path(f"{STORY}/preview/", guarded(preview.frame), name="articles_article_preview"),
        path(f"{STORY}/preview/page/", guarded(preview.inside), name="articles_article_preview_page"),
        path(f"{STORY}/surfaces/", guarded(surfaces.page), name="articles_article_surfaces"),
    ]


@panel.register("where")
def where_part(article: Article, request: HttpRequest) -> SafeString:
    """Return the way to the map; the map itself asks too much for every opening of a story."""
    return render_to_string("admin/articles/article/parts/where.html", {"article": article})


@panel.register("preview")
def preview_button(article: Article, request: HttpRequest) -> SafeString | str:
    """Return the button that shows the form as it is on the screen, or a link for who only reads."""
    if not article.pk:
        return ""
    context = {"article": article, "may_edit": may(request.user, "edit", article)}
    return render_to_string("admin/articles/article/parts/preview_button.html", context)
