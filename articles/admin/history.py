"""The history of stories to read, to ask and to take away; nobody can change it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, path
from django.utils import timezone

from articles import chronicle
from articles.chronicle import Question
from articles.models import Article, HistoryEntry
from newsroom.lib.tables import csv_lines

EXPORT_ROWS = 100_000


class HistoryForm(forms.Form):
    """What to show of the history; days are the newsroom's, both included."""

    story = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)
    person = forms.ModelChoiceField(User.objects.none(), required=False, empty_label="Everybody", label="Who")
    verb = forms.ChoiceField(required=False, label="What")
    since = forms.DateField(required=False, label="From", widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(required=False, label="To", widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person, verb = self.fields["person"], self.fields["verb"]
        person.queryset = User.objects.filter(is_staff=True).order_by("username")  # type: ignore[attr-defined]
        verb.choices = [("", "Everything"), *chronicle.verbs()]  # type: ignore[attr-defined]

    @property
    def question(self) -> Question:
        """What is asked; a field that makes no sense asks nothing."""
        values = self.cleaned_data if self.is_valid() else getattr(self, "cleaned_data", {})
        since, until = values.get("since"), values.get("until")
        person = values.get("person")
        return Question(
            story=values.get("story"),
            person=person.pk if person else None,
            verb=values.get("verb") or "",
            since=_midnight(since) if since else None,
            until=_midnight(until + timedelta(days=1)) if until else None,
        )


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime(day.year, day.month, day.day))


@admin.register(HistoryEntry)
class HistoryAdmin(admin.ModelAdmin):
    """Reading only: the log is written by verbs."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: HistoryEntry | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: HistoryEntry | None = None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        export = self.admin_site.admin_view(self.export_view)
        return [path("export/", export, name="articles_historyentry_export"), *super().get_urls()]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Show a page of acts; the filters and the place are in the address."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        form = HistoryForm(request.GET or None)
        question = form.question if form.is_bound else Question()
        before = chronicle.read_cursor(request.GET.get("before", ""))
        acts = chronicle.acts(question, before=before, limit=chronicle.PAGE + 1)
        kept = {name: value for name, value in request.GET.items() if name in form.fields and value}
        context = {
            **self.admin_site.each_context(request),
            "title": "History",
            "opts": self.opts,
            "form": form,
            "acts": acts[: chronicle.PAGE],
            "story": Article.objects.filter(pk=question.story).first() if question.story else None,
            "kept": kept,
            "is_later_page": before is not None,
            "next_cursor": acts[chronicle.PAGE - 1].cursor if len(acts) > chronicle.PAGE else "",
            "may_export": request.user.has_perm("articles.export_historyentry"),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/articles/historyentry/change_list.html", context)

    def export_view(self, request: HttpRequest) -> HttpResponse | StreamingHttpResponse:
        """Send what the filters ask for as CSV, EXPORT_ROWS at most; raise PermissionDenied for who may not export."""
        if not request.user.has_perm("articles.export_historyentry"):
            raise PermissionDenied
        form = HistoryForm(request.GET or None)
        question = form.question if form.is_bound else Question()
        response = StreamingHttpResponse(
            csv_lines(chronicle.export_rows(question, most=EXPORT_ROWS)), content_type="text/csv; charset=utf-8"
        )
        response["Content-Disposition"] = f'attachment; filename="history-{timezone.localdate():%Y-%m-%d}.csv"'
        return response
