"""Two small screens: a new line in the budget, and giving a story to somebody."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from articles import planning
from articles.admin.forms import MinuteField
from articles.models import Article, Section
from articles.permissions import may, person_of
from articles.workflow import WorkflowError


class PersonField(forms.ModelChoiceField):
    """One of those who work on the desk, by full name."""

    def label_from_instance(self, obj: Any) -> str:
        return planning.name_of(obj)


class LineForm(forms.Form):
    """What is known before there is a text."""

    budget_line = forms.CharField(
        label="What will the story tell?", max_length=200,
        widget=forms.TextInput(attrs={"autofocus": True}),
    )  # fmt: skip
    section = forms.ModelChoiceField(Section.objects.none(), required=False)
    assignee = PersonField(User.objects.none(), label="Who writes it", required=False, empty_label="Nobody yet")
    due_at = MinuteField(label="Deadline", required=False)
    commissioned_words = forms.IntegerField(label="Length in words", required=False, min_value=1, max_value=20_000)
    slugline = forms.CharField(max_length=120, required=False, help_text="The desk's short working name.")
    needs_picture = forms.BooleanField(label="Needs a picture", required=False)

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = planning.people() if by.has_perm("articles.assign_article") else planning.people().filter(pk=by.pk)
        self.fields["assignee"].queryset = people  # type: ignore[attr-defined]
        self.fields["section"].queryset = Section.objects.select_related("parent")  # type: ignore[attr-defined]


class AssignForm(forms.Form):
    """Who is to have the story; `seen` is the revision that was shown."""

    to = PersonField(User.objects.none(), label="Who has this story", required=False, empty_label="Nobody")
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = planning.people()  # type: ignore[attr-defined]


def plan_view(request: HttpRequest, *, site: AdminSite) -> HttpResponse:
    """Ask for a line of the budget; a POST makes it."""
    user = person_of(request)
    if not may(user, "create"):
        raise PermissionDenied
    form = LineForm(request.POST or None, by=user, initial={"section": _last_section(user)})
    if request.method == "POST" and form.is_valid():
        values = {name: value for name, value in form.cleaned_data.items() if value not in (None, "")}
        try:
            line = planning.plan(values, by=user)
        except (WorkflowError, ValidationError) as error:
            where = "due_at" if isinstance(error, WorkflowError) and error.code == "bad_time" else None
            form.add_error(where, error if isinstance(error, ValidationError) else str(error))
        else:
            messages.success(request, f"Planned: {line}.")
            again = "_again" in request.POST
            return HttpResponseRedirect(reverse("admin:desk_plan" if again else "admin:index"))
    context = {**site.each_context(request), "title": "New line", "form": form, "opts": Article._meta}
    return TemplateResponse(request, "admin/desk/plan.html", context)


def assign_view(request: HttpRequest, object_id: int, *, site: AdminSite) -> HttpResponse:
    """Ask who is to have a story; a POST gives it."""
    user = person_of(request)
    article = get_object_or_404(Article.objects.select_related("assignee"), pk=object_id)
    if not (user.has_perm("articles.assign_article") and may(user, "edit", article)):
        raise PermissionDenied
    form = AssignForm(request.POST or None, initial={"to": article.assignee_id, "seen": article.revision_number})
    if request.method == "POST" and form.is_valid():
        to = form.cleaned_data["to"]
        try:
            planning.assign(article, to, by=user, base_revision=form.cleaned_data["seen"])
        except WorkflowError as error:
            form.add_error(None, str(error))
        else:
            said = f"{planning.name_of(to)} has it now." if to else "It has no owner now."
            messages.success(request, f"{article}: {said}")
            return HttpResponseRedirect(f"{reverse('admin:index')}#story-{article.pk}")
    context = {
        **site.each_context(request),
        "title": "Assign",
        "form": form,
        "article": article,
        "opts": Article._meta,
    }
    return TemplateResponse(request, "admin/desk/assign.html", context)


def _last_section(user: User) -> int | None:
    """Return the section this person used last."""
    made = Article.objects.filter(created_by=user, section__isnull=False).order_by("-changed_at")
    return made.values_list("section_id", flat=True).first()
