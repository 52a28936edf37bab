"""Two published versions of a story compared."""

from __future__ import annotations

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from articles.admin import comparison
from articles.models import Article, Version
from articles.permissions import may
from articles.versions import compare


def compare_view(request: HttpRequest, object_id: int, a: int, b: int, *, site: AdminSite) -> HttpResponse:
    """Show what changed from version `a` to version `b` of one story; the numbers count from 1."""
    if not may(request.user, "view"):
        raise PermissionDenied
    article = get_object_or_404(Article, pk=object_id)
    versions = Version.objects.filter(article=article).select_related("published_by", "section__parent", "source")
    older, newer = get_object_or_404(versions, number=a), get_object_or_404(versions, number=b)
    sides = (_side(older), _side(newer))
    return comparison.page(request, article, sides, compare(older, newer), site=site)


def _side(version: Version) -> comparison.Side:
    name = f"Version {version.number}"
    return comparison.Side(name, version.published_at, version.published_by, version.picture_id)
