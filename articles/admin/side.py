"""What stories themselves put into the side panel: revisions and history. The last few of each are
shown, with a link to all; texts of revisions and versions stay in the database."""

from __future__ import annotations

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from articles.admin import panel
from articles.models import Article, HistoryEntry

PARTS = "admin/articles/article/parts"
SHOWN = 5
ENTRY_FACTS = (
    *("verb", "at", "note", "public_text", "from_status", "to_status", "from_stage", "to_stage", "article_id"),
    *("by__username", "by__first_name", "version__number", "version__change", "version__article_id"),
)


@panel.register("revisions")
def revisions(article: Article, request: HttpRequest) -> SafeString:
    """Return the last saves: who, when, which fields."""
    rows = article.revisions.select_related("saved_by").defer("snapshot", "receipt")[:SHOWN]
    return render_to_string(f"{PARTS}/revisions.html", {"article": article, "revisions": rows})


@panel.register("history")
def history(article: Article, request: HttpRequest) -> SafeString:
    """Return the last acts, those that made a version with a link to what it changed."""
    context = {"article": article, "entries": last_acts(article, request)}
    return render_to_string(f"{PARTS}/history.html", context)


def last_acts(article: Article, request: HttpRequest) -> list[HistoryEntry]:
    """Return the last entries of the story's history with the numbers of their versions, asked for once."""
    rows = article.history.select_related("by", "version").only(*ENTRY_FACTS)
    return panel.once(request, "last acts", lambda: list(rows[:SHOWN]))
