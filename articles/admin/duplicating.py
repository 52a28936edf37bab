"""The button that makes a new draft of a story, under More and in lists, and the door behind it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles import duplicating
from articles.admin import panel
from articles.admin.moves import story_url
from articles.models import Article
from articles.permissions import may, person_of
from articles.richtext import BodyError
from articles.workflow import WorkflowError


def address(article: Article) -> str:
    """Return where a POST makes a copy of the story."""
    return reverse("admin:articles_article_duplicate", args=[article.pk])


def duplicate_view(request: HttpRequest, object_id: int, *, site: AdminSite) -> HttpResponse:
    """Make a copy and open it; what is refused is said on the story that was to be copied."""
    user = person_of(request)
    article = get_object_or_404(Article, pk=object_id)
    if not (may(user, "view", article) and may(user, "create")):
        raise PermissionDenied
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    try:
        copy = duplicating.duplicate(article, by=user)
    except (WorkflowError, BodyError, ValidationError) as error:
        said = " ".join(error.messages) if isinstance(error, ValidationError) else str(error)
        messages.error(request, said)
        return HttpResponseRedirect(story_url(article))
    messages.success(request, f"A new draft, copied from “{article}” as it was last saved.")
    return HttpResponseRedirect(story_url(copy))


@panel.register("more")
def offer_to_duplicate(article: Article, request: HttpRequest) -> SafeString | str:
    """Offer a copy of a story that can be copied."""
    if not article.pk or not duplicating.may_duplicate(request.user, article):
        return ""
    return format_html(
        '<form method="post" action="{}"><input type="hidden" name="csrfmiddlewaretoken" value="{}">'
        '<button type="submit">Duplicate <small>as it was last saved</small></button></form>',
        address(article), get_token(request),
    )  # fmt: skip
