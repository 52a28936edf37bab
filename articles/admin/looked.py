"""“Since you last looked” beside the story: what others changed, word by word, and the button that says it was read."""

from __future__ import annotations

from typing import Any

from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.safestring import SafeString

from articles import looking
from articles.admin import panel
from articles.models import Article
from articles.permissions import may, person_of


@panel.register("looked")
def looked_part(article: Article, request: HttpRequest) -> SafeString:
    """Return what is new to this person; opening the story moves their mark, sending its form does not."""
    user = person_of(request)
    is_look = request.method == "GET"
    found = looking.open_story(article, user, now=timezone.now()) if is_look else looking.peek(article, user)
    new = looking.changes(article, found) if found else []
    if not new:
        return SafeString()
    context = {
        "article": article,
        "changes": new,
        "first": new[0].run.before,
        "last": new[-1].run.last.number,
        "is_more": len(found) > len(new),
    }
    return render_to_string("admin/articles/article/parts/looked.html", context, request)


def seen_view(request: HttpRequest, object_id: int, *, site: AdminSite) -> HttpResponse:
    """Note that the person has read what is new, up to the revision they name.

    The answer is empty, so that a browser stays on the page with whatever is typed there.
    """
    if not may(request.user, "view"):
        raise PermissionDenied
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    article = get_object_or_404(Article, pk=object_id)
    upto = request.POST.get("upto", "")
    if upto.isascii() and upto.isdigit() and len(upto) < 10:
        looking.mark_seen(article, person_of(request), upto=int(upto), now=timezone.now())
    return HttpResponse(status=204)


def addresses(guarded: Any) -> list[URLPattern]:
    """Return the address of this part below a story's."""
    return [path("<int:object_id>/seen/", guarded(seen_view), name="articles_article_seen")]
