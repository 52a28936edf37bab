"""What stories themselves put into the side panel: checklist, numbers, revisions, history. The last few of each are
shown, with a link to all; texts of revisions and versions stay in the database."""

from __future__ import annotations

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from articles import readiness
from articles.admin import panel
from articles.models import Article
from newsroom.lib.html import text_of
from newsroom.lib.text import reading_minutes, word_count

PARTS = "admin/articles/article/parts"
SHOWN = 5
VERSION_FACTS = (
    *("number", "change", "public_note", "published_at", "article_id"),
    *("published_by__username", "published_by__first_name"),
)


@panel.register("checklist")
def checklist(article: Article, request: HttpRequest) -> SafeString:
    """Return what stands between the story and its readers, each with a link to its field."""
    found = readiness.problems(article, now=timezone.now())
    blocking = sum(problem.level == "blocks" for problem in found)
    return render_to_string(f"{PARTS}/checklist.html", {"problems": found, "blocking_count": blocking})


@panel.register("numbers")
def numbers(article: Article, request: HttpRequest) -> SafeString:
    """Return how long the story is, and how long it takes to read."""
    words = word_count(text_of(article.body))
    minutes = reading_minutes(words, article.language) if words else 0
    return render_to_string(f"{PARTS}/numbers.html", {"article": article, "words": words, "minutes": minutes})


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
