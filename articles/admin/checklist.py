"""The checklist's own screen: every check with its default, and how strict it is to be for a kind of story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse

from articles import readiness
from articles.models import CheckRule, Kind
from articles.permissions import person_of
from articles.readiness import Check, setting
from articles.readiness.judging import Rules
from articles.workflow import WorkflowError
from audit.admin.reading import ReadingAdmin

EVERY = ("", "Every kind")


@dataclass(frozen=True, slots=True)
class Row:
    """One check as the screen shows it. `chosen` is what was set for the kind; `usual` is what holds without that."""

    check: Check
    default: str
    usual: str
    chosen: str


@admin.register(CheckRule)
class CheckRuleAdmin(ReadingAdmin):
    """The list is the screen; rows are set on it all at once."""

    list_display = ["code", "kind", "level"]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if not self.has_view_permission(request):
            raise PermissionDenied
        kind = request.GET.get("kind", "")
        kind = kind if kind in Kind.values else ""
        if request.method == "POST":
            return self._set(request, kind)
        rules = readiness.rules_now()
        context = {
            **self.admin_site.each_context(request),
            "title": "Checklist",
            "opts": self.opts,
            "kinds": [EVERY, *Kind.choices],
            "kind": kind,
            "levels": CheckRule.Level.choices,
            "rows": [_row(check, kind, rules) for check in readiness.every()],
            "may_set": request.user.has_perm("articles.change_checkrule"),
        }
        return TemplateResponse(request, "admin/articles/checkrule/change_list.html", context)

    def _set(self, request: HttpRequest, kind: str) -> HttpResponse:
        sent = request.POST
        wishes = {
            check.code: setting.Wish(seen=sent.get(f"seen-{check.code}", ""), level=sent[f"level-{check.code}"])
            for check in readiness.every()
            if f"level-{check.code}" in sent
        }
        if not request.user.has_perm("articles.change_checkrule"):
            raise PermissionDenied
        try:
            count = setting.set_levels(wishes, kind=kind, by=person_of(request), reason=sent.get("reason", ""))
            messages.success(request, f"{count} level{'' if count == 1 else 's'} set." if count else "Nothing to set.")
        except WorkflowError as error:
            messages.error(request, error.message)
        return HttpResponseRedirect(f"?kind={kind}" if kind else ".")


def _row(check: Check, kind: str, rules: Rules) -> Row:
    label = {str(value): str(words) for value, words in CheckRule.Level.choices}
    default = check.default(kind)
    usual = rules.get((check.code, "")) if kind else None
    return Row(check, label[default], label[usual or default], rules.get((check.code, kind), ""))
