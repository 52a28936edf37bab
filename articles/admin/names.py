"""Fields that take a name instead of offering everybody in the page, and the door where a script asks for names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path

from articles.naming import KINDS, resolve
from articles.permissions import may
from newsroom.lib.text import clean_line

MOST_OFFERED = 20


def _input(kind: str) -> forms.TextInput:
    return forms.TextInput(attrs={"data-names": kind, "autocomplete": "off", "class": "vTextField"})


class NameField(forms.CharField):
    """One row by its name; None for an empty field. The row that the story has already is shown without a query."""

    def __init__(self, kind: str, **kwargs: Any) -> None:
        super().__init__(widget=_input(kind), **{"required": False, **kwargs})
        self.kind = KINDS[kind]
        self.known: Any = None

    def prepare_value(self, value: Any) -> Any:
        return self.kind.label(value) if isinstance(value, Model) else value

    def clean(self, value: Any) -> Any:
        text = clean_line(str(super().clean(value) or ""))
        if self.known is not None and text == clean_line(self.kind.label(self.known)):
            return self.known
        return resolve(self.kind, text) if text else None


def addresses(guarded: Callable[[Any], Any]) -> list[URLPattern]:
    """Return the address where a script asks for names."""
    return [path("names/<slug:kind>/", guarded(names_view), name="articles_article_names")]


def names_view(request: HttpRequest, kind: str, *, site: AdminSite) -> HttpResponse:
    """Answer with names of one kind that fit what is typed, for those who write stories."""
    if not may(request.user, "create"):
        raise PermissionDenied
    if kind not in KINDS:
        raise Http404("No such names.")
    rows = KINDS[kind].near(clean_line(request.GET.get("q", ""))[:80], MOST_OFFERED)
    return JsonResponse({"names": [KINDS[kind].label(row) for row in rows]})
