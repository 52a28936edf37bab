"""Puts the story screen together: action bar, form, side panel, and what was refused a moment ago."""

from __future__ import annotations

from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest

from articles.admin import acting, bar, checking, panel
from articles.models import Article


def context(article: Article, request: HttpRequest, form: BaseForm, *, can_edit: bool) -> dict[str, Any]:
    """Return what the screen's template shows beside the form; a story that is not saved yet has no pk."""
    found = checking.problems_of(request, article)
    refusal = acting.refusal(request, article) if article.pk else None
    wrong = [name for name in form.errors if name != "__all__"]
    shown = {
        **panel.context(article, request),
        "can_edit": can_edit,
        "bar": bar.action_bar(article, request.user, found),
        "refusal": refusal,
        "standing": [each for each in found if refusal and each.level == refusal.level],
        "drafted": checking.drafted_note(article) if can_edit and article.has_unpublished_changes else "",
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
        "reading_authors": [byline.author.name for byline in article.bylines.select_related("author")],
        "reading_tags": [tag.name for tag in article.tags.all()],
    }
