"""Links to outsiders on the desk: made and revoked beside the story they show."""

from __future__ import annotations

from datetime import datetime

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from articles import sharing
from articles.admin import panel
from articles.models import Article, PreviewLink
from articles.permissions import person_of
from articles.workflow import WorkflowError

MOST_SHOWN = 50


def links_view(request: HttpRequest, object_id: int, *, site: AdminSite) -> HttpResponse:
    """Show the story's links with their addresses; a POST makes one or revokes one."""
    if not sharing.may_share(request.user):
        raise PermissionDenied
    article = get_object_or_404(Article, pk=object_id)
    error = ""
    if request.method == "POST":
        try:
            messages.success(request, _act(request, article))
            return HttpResponseRedirect(reverse("admin:articles_article_links", args=[article.pk]))
        except WorkflowError as refused:
            error = refused.message
    now = timezone.now()
    links = list(article.preview_links.select_related("made_by")[:MOST_SHOWN])
    context = {
        **site.each_context(request),
        "title": "Preview links",
        "opts": Article._meta,
        "article": article,
        "links": [(link, _address(request, link), _is_open(link, now)) for link in links],
        "error": error,
        "label": request.POST.get("label", ""),
        "usual_days": sharing.USUAL_DAYS,
        "most_days": sharing.MOST_DAYS,
    }
    return TemplateResponse(request, "admin/articles/article/links.html", context, status=400 if error else 200)


def _act(request: HttpRequest, article: Article) -> str:
    number = request.POST.get("revoke", "")
    if number:
        if not (number.isdecimal() and len(number) < 12):
            raise Http404("No such link.")
        sharing.revoke(get_object_or_404(PreviewLink, pk=number, article=article), by=person_of(request))
        return "The link shows nothing any more."
    days = request.POST.get("days", "")
    sharing.make_link(
        article, by=person_of(request), label=request.POST.get("label", ""),
        days=int(days) if days.isdecimal() and len(days) < 4 else 0, may_comment=bool(request.POST.get("may_comment")),
    )  # fmt: skip
    return "The link is made; copy it from the list."


def _address(request: HttpRequest, link: PreviewLink) -> str:
    return request.build_absolute_uri(reverse("public:preview", args=[sharing.token_of(link)]))


def _is_open(link: PreviewLink, now: datetime) -> bool:
    return link.revoked_at is None and link.expires_at > now


@panel.register("where")
def links_part(article: Article, request: HttpRequest) -> SafeString | str:
    """Return how many links are open, for those who may make them; one query."""
    if not sharing.may_share(request.user):
        return ""
    count = article.preview_links.filter(revoked_at=None, expires_at__gt=timezone.now()).count()
    return render_to_string("admin/articles/article/parts/links.html", {"article": article, "count": count})
