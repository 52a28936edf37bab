"""The revisions of a story: the list of them, any two compared, and one brought back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from articles import comparing, content, restoring
from articles.admin import comparison
from articles.admin.moves import story_url
from articles.models import Article, Revision, Version
from articles.permissions import may, person_of
from articles.richtext import BodyError
from articles.workflow import WorkflowError

ON_A_PAGE = 30


def addresses(guarded: Callable[[Any], Any]) -> list[URLPattern]:
    """Return the addresses of these screens below a story's, each view guarded by the admin site."""
    return [
        path("<int:object_id>/revisions/", guarded(list_view), name="articles_article_revisions"),
        path(
            "<int:object_id>/revisions/compare/<int:a>/<int:b>/",
            guarded(compare_view),
            name="articles_article_compare_revisions",
        ),
        path("<int:object_id>/revisions/<int:number>/restore/", guarded(restore_view), name="articles_article_restore"),
    ]


def list_view(request: HttpRequest, object_id: int, *, site: AdminSite) -> HttpResponse:
    """Show every save, newest first; with ?a= and ?b=, the two chosen ones compared."""
    article = _seen(request, object_id)
    chosen = [request.GET.get(name, "") for name in "ab"]
    if all(number.isascii() and number.isdigit() for number in chosen):
        a, b = sorted(int(number) for number in chosen)
        return HttpResponseRedirect(compare_url(article, a, b))
    rows = Revision.objects.filter(article=article).select_related("saved_by").defer("snapshot", "receipt")
    page = Paginator(rows, ON_A_PAGE).get_page(request.GET.get("page"))
    published = _published(article)
    context = {
        **site.each_context(request),
        "title": "Revisions",
        "article": article,
        "opts": Article._meta,
        "page": page,
        "rows": [(revision, published.get(revision.number, "")) for revision in page],
        "may_restore": may(request.user, "edit", article),
    }
    return TemplateResponse(request, "admin/articles/article/revisions.html", context)


def compare_view(request: HttpRequest, object_id: int, a: int, b: int, *, site: AdminSite) -> HttpResponse:
    """Show what changed from revision `a` to revision `b`; the numbers count from 1."""
    article = _seen(request, object_id)
    older, newer = _revision(article, a), _revision(article, b)
    differences = comparing.compare(older.snapshot, newer.snapshot)
    links = [comparison.Link("All revisions", reverse("admin:articles_article_revisions", args=[article.pk]))]
    if may(request.user, "edit", article):
        links += [
            comparison.Link(f"Restore revision {revision.number}…", restore_url(article, revision.number))
            for revision in (older, newer)
            if revision.number != article.revision_number
        ]
    return comparison.page(request, article, (_side(older), _side(newer)), differences, site=site, links=links)


def restore_view(request: HttpRequest, object_id: int, number: int, *, site: AdminSite) -> HttpResponse:
    """Show what bringing a revision back would change, and do it on POST."""
    article = _seen(request, object_id)
    if not may(request.user, "edit", article):
        raise PermissionDenied
    revision = _revision(article, number)
    problem = ""
    if request.method == "POST":
        try:
            return _restored(request, article, number)
        except (WorkflowError, BodyError) as error:
            problem = str(error)
            article.refresh_from_db()
    planned = restoring.plan(article, revision)
    now = content.snapshot(article, planned.kept)
    context: dict[str, Any] = {
        **site.each_context(request),
        "title": f"Restore revision {number}",
        "article": article,
        "opts": Article._meta,
        "revision": revision,
        "problem": problem,
        "left_out": planned.left_out,
        "differences": comparing.compare(now, planned.kept),
    }
    return TemplateResponse(request, "admin/articles/article/restore.html", context)


def compare_url(article: Article, a: int, b: int) -> str:
    return reverse("admin:articles_article_compare_revisions", args=[article.pk, a, b])


def restore_url(article: Article, number: int) -> str:
    return reverse("admin:articles_article_restore", args=[article.pk, number])


def _restored(request: HttpRequest, article: Article, number: int) -> HttpResponse:
    seen = request.POST.get("seen_revision", "")
    base = int(seen) if seen.isascii() and seen.isdigit() else -1
    saved = restoring.restore(article, number, by=person_of(request), base_revision=base)
    messages.success(request, f"Revision {number} is back, as revision {saved.revision_number}.")
    return HttpResponseRedirect(story_url(saved))


def _seen(request: HttpRequest, object_id: int) -> Article:
    """Return the story; the person's right is asked before anything is read."""
    if not may(request.user, "view"):
        raise PermissionDenied
    return get_object_or_404(Article.objects.select_related("section__parent"), pk=object_id)


def _revision(article: Article, number: int) -> Revision:
    return get_object_or_404(Revision.objects.select_related("saved_by"), article=article, number=number)


def _published(article: Article) -> dict[int, str]:
    """Return what went out of which revision, in words."""
    rows = Version.objects.filter(article=article).order_by("number").values_list("revision_number", "number")
    return {revision: f"Published as version {number}" for revision, number in rows}


def _side(revision: Revision) -> comparison.Side:
    picture = revision.snapshot.get("picture") or {}
    return comparison.Side(f"Revision {revision.number}", revision.saved_at, revision.saved_by, picture.get("id"))
