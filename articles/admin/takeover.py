"""The page on which one asks a colleague for a story, or takes it over."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from articles import takeover
from articles.models import Article
from articles.permissions import may, person_of
from articles.presence import name_of
from articles.workflow import WorkflowError


class ReasonForm(forms.Form):
    """Why somebody takes a story over; the history keeps it."""

    note = forms.CharField(label="Reason, for the history", widget=forms.Textarea(attrs={"rows": 3}), max_length=2000)


def person_view(request: HttpRequest, object_id: int, user_id: int, *, site: AdminSite) -> HttpResponse:
    """Show what can be done about a colleague's unsaved text; POST asks them, or takes over with a reason."""
    by = person_of(request)
    article = get_object_or_404(Article, pk=object_id)
    if not may(by, "edit", article):
        raise PermissionDenied
    person = get_object_or_404(User, pk=user_id, is_staff=True)
    if request.method == "POST" and request.POST.get("action") == "ask":
        takeover.ask_for(article, person, by=by)
        messages.success(request, f"{name_of(person)} reads that you ask for this story.")
        return HttpResponseRedirect(_story(article))
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _taken(request, article, person, form):
        return HttpResponseRedirect(_story(article))
    context = {
        **site.each_context(request),
        "title": f"{name_of(person)} and this story",
        "opts": Article._meta,
        "article": article,
        "person": name_of(person),
        "unsaved": [] if person == by else takeover.unsaved_of(article, person),
        "form": form,
    }
    return TemplateResponse(request, "admin/articles/article/person.html", context)


def _taken(request: HttpRequest, article: Article, person: User, form: ReasonForm) -> bool:
    try:
        takeover.take_over(article, person, by=person_of(request), note=form.cleaned_data["note"])
    except WorkflowError as error:
        form.add_error(None, str(error))
        return False
    messages.success(request, f"The story is yours. {name_of(person)}’s unsaved text is kept as a revision.")
    return True


def _story(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])
