"""The desk's page that says where a story shows, now and at its time."""

from __future__ import annotations

from datetime import datetime

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone

from articles.models import Article
from articles.permissions import may
from public import surfaces


def page(request: HttpRequest, object_id: int, *, site: AdminSite) -> HttpResponse:
    """Show the map. Nothing is written: what would be is rolled back."""
    article = get_object_or_404(Article, pk=object_id)
    if not may(request.user, "view", article):
        raise PermissionDenied
    now = timezone.now()
    rows, at = surfaces.mapped(article, now=now)
    context = {
        **site.each_context(request),
        "title": "Where will this show?",
        "opts": Article._meta,
        "article": article,
        "rows": rows,
        "at": at,
        "when": _when(article, at, now),
        "now_count": sum(row.now == "" for row in rows),
        "then_count": sum(row.then == "" for row in rows),
    }
    return TemplateResponse(request, "admin/articles/article/surfaces.html", context)


def _when(article: Article, at: datetime | None, now: datetime) -> str:
    """Name the time that the second column speaks of."""
    if article.publish_at:
        return "At its time"
    return "After its embargo" if at and at > now else "If it went out now"
