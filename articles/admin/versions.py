"""Two published versions of a story side by side."""

from __future__ import annotations

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse

from articles.models import Article, Version
from articles.permissions import may
from articles.versions import compare


def compare_view(request: HttpRequest, object_id: int, a: int, b: int, *, site: AdminSite) -> HttpResponse:
    """Show what changed from version `a` to version `b` of one story; the numbers count from 1."""
    if not may(request.user, "view"):
        raise PermissionDenied
    article = get_object_or_404(Article, pk=object_id)
    older = get_object_or_404(Version, article=article, number=a)
    newer = get_object_or_404(Version, article=article, number=b)
    context = {
        **site.each_context(request),
        "title": f"Version {a} and version {b}",
        "article": article,
        "opts": Article._meta,
        "older": older,
        "newer": newer,
        "differences": compare(older, newer),
    }
    return TemplateResponse(request, "admin/articles/article/compare.html", context)
