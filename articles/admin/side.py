"""What stories themselves put into the side panel: revisions and history. The last few of each are
shown, with a link to all; texts of revisions and versions stay in the database."""

from __future__ import annotations

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from articles.admin import panel
from articles.models import Article

PARTS = "admin/articles/article/parts"
SHOWN = 5
VERSION_FACTS = (
    *("number", "change", "public_note", "published_at", "article_id"),
    *("published_by__username", "published_by__first_name"),
)


@panel.register("revisions")
def revisions(article: Article, request: HttpRequest) -> SafeString:
    """Return the last saves: who, when, which fields."""
    rows = article.revisions.select_related("saved_by").defer("snapshot", "receipt")[:SHOWN]
    return render_to_string(f"{PARTS}/revisions.html", {"article": article, "revisions": rows})


@panel.register("history")
def history(article: Article, request: HttpRequest) -> SafeString:
    """Return the last acts and the last published versions."""
    versions = article.versions.select_related("published_by").only(*VERSION_FACTS)
    return render_to_string(
        f"{PARTS}/history.html",
        {
            "article": article,
            "entries": article.history.select_related("by").defer("cache_tags")[:SHOWN],
            "versions": versions.order_by("-number")[:SHOWN] if article.path else [],
        },
    )
