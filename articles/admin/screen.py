"""Puts the story screen together: action bar, form, side panel, and what was refused a moment ago."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.forms import BaseForm
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from articles import marks, noting, readiness
from articles.admin import acting, bar, checking, panel, side
from articles.models import Article, Byline


def with_all(stories: QuerySet[Article]) -> QuerySet[Article]:
    """Fetch with one story what form, checklist and panel ask for, each once."""
    bylines = Prefetch("bylines", Byline.objects.select_related("author"))
    rows = stories.select_related("section__parent", "source", "changed_by", "picture", "assignee", "copied_from")
    rows = rows.defer(*(f"copied_from__{name}" for name in marks.TEXT))
    rows = checking.with_live(readiness.with_same_headline(rows, now=timezone.now()))
    return rows.prefetch_related(bylines, "tags", noting.prefetched())  # type: ignore[misc]  # taggit's manager can


def context(article: Article, request: HttpRequest, form: BaseForm, *, can_edit: bool) -> dict[str, Any]:
    """Return what the screen's template shows beside the form; a story that is not saved yet has no pk."""
    acts = side.last_acts(article, request) if article.pk else []
    found = checking.problems_of(request, article)
    refusal = acting.refusal(request, article) if article.pk else None
    drafted = checking.drafted_note(article) if article.has_unpublished_changes else ""
    typed = refusal.typed["go_public"].strip() if refusal else ""
    wrong = [name for name in form.errors if name != "__all__"]
    shown = {
        **panel.context(article, request),
        "can_edit": can_edit,
        "bar": bar.action_bar(article, request.user, found, acts),
        "refusal": refusal,
        "drafted": drafted,
        "public_text": typed or drafted,
        "standing": [each for each in found if refusal and each.level == refusal.level],
        "names_at": reverse("admin:articles_article_names", args=["x"]).removesuffix("x/"),
        "first_error": f"id_{wrong[0]}" if wrong else "",
    }
    if article.pk:
        shown |= {"chip": panel.chip(article), "live_url": bar.live_address(article)}
        shown |= {} if can_edit else _reading(article)
    return shown


def _reading(article: Article) -> dict[str, Any]:
    """Return what a form without fields leaves out, for someone who may only read."""
    return {
        "reading_body": panel.reading_body(article),
        "reading_authors": [byline.author.name for byline in article.bylines.all()],
        "reading_tags": [tag.name for tag in article.tags.all()],
    }
