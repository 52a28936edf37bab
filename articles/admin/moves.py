"""One page per verb: says what will happen, asks for the words it needs, calls the verb. GET changes nothing."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from articles import readiness
from articles.admin.move_form import MoveForm
from articles.admin.move_words import CONSEQUENCES, DESTRUCTIVE, DONE, consequence, done, why_not
from articles.models import Article
from articles.permissions import may
from articles.richtext import BodyError
from articles.states import MOVES, Move, Verb
from articles.verbs import do, makes_sense, offered
from articles.workflow import WorkflowError

__all__ = ["CONSEQUENCES", "DESTRUCTIVE", "DONE", "do", "makes_sense", "move_view", "offered", "story_url"]


def move_view(request: HttpRequest, object_id: str, verb: str, *, site: AdminSite) -> HttpResponse:
    """Show the verb's page, or do it on POST; the person's right is asked before anything is read or said."""
    if verb not in set(Verb) or not object_id.isdigit():
        raise Http404("No such move.")
    row = MOVES[Verb(verb)]
    article = get_object_or_404(Article.objects.select_related("section"), pk=object_id)
    if not may(request.user, row.verb, article):
        raise PermissionDenied
    form = MoveForm(row, article, data=request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _done(request, article, row, form):
        return HttpResponseRedirect(story_url(article))
    context = {
        **site.each_context(request),
        "title": f"{row.label}: {article}",
        "article": article,
        "opts": Article._meta,
        "move": row,
        "form": form,
        "consequence": consequence(article, row.verb),
        "is_destructive": row.verb in DESTRUCTIVE,
        "is_possible": row.allows(article.status, article.stage) and makes_sense(row.verb, article, request.user),
        "why_not": why_not(article, row.verb, request.user),
        "problems": readiness.blocking(article, now=timezone.now())
        if row.makes_version and row.verb not in DESTRUCTIVE
        else [],
    }
    return TemplateResponse(request, "admin/articles/article/move.html", context)


def _done(request: HttpRequest, article: Article, row: Move, form: MoveForm) -> bool:
    words = {name: value for name, value in form.cleaned_data.items() if name not in {"seen_revision", "weight"}}
    if "weight" in form.cleaned_data:
        words["is_minor"] = form.cleaned_data["weight"] == "minor"
    try:
        if row.verb != Verb.UNDO and form.cleaned_data["seen_revision"] != article.revision_number:
            raise WorkflowError("changed", "Someone saved this story after you opened this page. Look at it again.")
        do(article, row.verb, by=request.user, **words)
    except (WorkflowError, BodyError) as error:
        form.add_error(None, str(error))
        return False
    messages.success(request, done(article, row.verb))
    return True


def story_url(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])
