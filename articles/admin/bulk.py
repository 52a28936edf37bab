"""Changing many stories at once: choose what, see what would happen to each, do it, see what happened, undo it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse

from articles import bulk, content, planning
from articles.admin.fields import TagsField
from articles.admin.forms import MinuteField
from articles.admin.planning import PersonField
from articles.bulk import ACTIONS, MOST, Picked, Result
from articles.models import Article, BulkChange, BulkRow, Section
from articles.permissions import person_of
from articles.workflow import WorkflowError

# Which controls of the form belong to which change
CONTROLS = {
    "section": ["section"], "add_tags": ["add_tags"], "remove_tags": ["remove_tags"],
    "embargo": ["embargo_until", "embargo_is_open"], "credit_line": ["credit_line"], "assign": ["assignee"],
    "urgency": ["urgency"],
}  # fmt: skip


class BulkForm(forms.Form):
    """What is to be changed to what; of the controls only those of the chosen change count."""

    action = forms.ChoiceField(label="Change", widget=forms.RadioSelect)
    section = forms.ModelChoiceField(Section.objects.none(), required=False)
    add_tags = TagsField(label="Tags to add, separated by commas", required=False)
    remove_tags = TagsField(label="Tags to remove, separated by commas", required=False)
    embargo_until = MinuteField(label="Embargo until (empty lifts it)", required=False)
    embargo_is_open = forms.BooleanField(label="Until released", required=False)
    credit_line = forms.CharField(max_length=120, required=False)
    assignee = PersonField(None, label="Who has them", required=False, empty_label="Nobody")
    urgency = forms.IntegerField(min_value=1, max_value=9, required=False)
    note = forms.CharField(label="Why (optional)", max_length=300, required=False)

    def __init__(self, *args: Any, actions: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["action"].choices = [(name, ACTIONS[name].label) for name in actions]  # type: ignore[attr-defined]
        self.fields["section"].queryset = Section.objects.select_related("parent")  # type: ignore[attr-defined]
        self.fields["assignee"].queryset = planning.people()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        values: dict[str, Any] = super().clean() or {}
        wanted = {"action", "note", *CONTROLS.get(values.get("action", ""), [])}
        for name in self.fields.keys() - wanted:
            self.errors.pop(name, None)  # what stands in the controls of other changes stops nothing
        for name in ("section", "add_tags", "remove_tags", "urgency"):
            if values.get("action") == name and not values.get(name) and name not in self.errors:
                self.add_error(name, "Say what it is to be.")
        return values

    @property
    def asked(self) -> dict[str, Any]:
        """The values as articles.bulk takes them, by field of the story."""
        action = self.cleaned_data["action"]
        values = {name: self.cleaned_data[name] for name in CONTROLS[action]}
        return {"tags": values[action]} if action in ("add_tags", "remove_tags") else values

    def rows(self) -> list[dict[str, Any]]:
        """Return each change with its controls, for the page."""
        chosen = self["action"].value()
        return [
            {
                "name": name,
                "label": label,
                "is_chosen": name == chosen,
                "controls": [self[control] for control in CONTROLS[name]],
            }
            for name, label in self.fields["action"].choices  # type: ignore[attr-defined]
        ]


def bulk_view(request: HttpRequest, *, site: AdminSite) -> HttpResponse:
    """Take selected stories through the steps: choose, rehearse, do. Nothing is changed before the last."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    user = person_of(request)
    actions = [name for name in ACTIONS if bulk.may_do(user, name)]
    if not actions:
        raise PermissionDenied
    picked, step = picked_of(request), request.POST.get("step", "choose")
    if not 0 < len(picked) <= MOST:
        messages.error(request, f"At most {MOST} can be changed at once." if picked else "Select stories first.")
        return HttpResponseRedirect(_list_of(request))
    form = BulkForm(request.POST if step in ("rehearse", "do") else None, actions=actions)
    results: list[Result] = []
    if form.is_bound and form.is_valid():
        try:
            if step == "do":
                note = form.cleaned_data["note"]
                change = bulk.carry_out(form.cleaned_data["action"], form.asked, picked, by=user, note=note)
                return HttpResponseRedirect(reverse("admin:articles_bulkchange_change", args=[change.pk]))
            results = bulk.rehearse(form.cleaned_data["action"], form.asked, picked, by=user)
        except (WorkflowError, ValidationError) as error:
            form.add_error(None, error if isinstance(error, ValidationError) else str(error))
    context = {
        **site.each_context(request),
        "title": "Change several stories",
        "opts": Article._meta,
        "form": form,
        "picked": picked,
        "results": [told(one) for one in results],
        "label": ACTIONS[form.cleaned_data["action"]].label if results else "",
        "done_count": sum(one.outcome == BulkRow.Outcome.DONE for one in results),
        "stories": [] if results else Article.objects.filter(pk__in=[one.id for one in picked]).defer("body"),
        "data": [(name, value) for name, value in request.POST.items() if name in form.fields] if results else [],
    }
    return TemplateResponse(request, "admin/desk/bulk.html", context)


def picked_of(request: HttpRequest) -> list[Picked]:
    """Return what was selected: `pick` with the revision that was seen, or a list's boxes, seen as they are now."""
    picked = []
    for text in request.POST.getlist("pick")[: MOST + 1]:
        number, _, revision = text.partition(":")
        if number.isdecimal() and revision.isdecimal() and len(text) < 24:
            picked.append(Picked(int(number), int(revision)))
    boxes = {int(text) for text in request.POST.getlist("_selected_action") if text.isdecimal() and len(text) < 12}
    if boxes and not picked:
        now = dict(Article.objects.filter(pk__in=sorted(boxes)[: MOST + 1]).values_list("pk", "revision_number"))
        for pk, newest in now.items():
            seen = request.POST.get(f"seen-{pk}", "")
            picked.append(Picked(pk, int(seen) if seen.isdecimal() and len(seen) < 10 else newest))
    return picked


def told(result: Result) -> dict[str, Any]:
    """Return one row of the rehearsal for the page."""
    return {
        "article": result.article,
        "outcome": result.outcome,
        "message": result.message,
        "changes": [
            {"label": content.label(name), "before": shown(result.before[name]), "after": shown(result.after[name])}
            for name in result.after
            if result.before[name] != result.after[name]
        ],
    }


def shown(kept: Any) -> str:
    """Return a kept value as people read it."""
    if isinstance(kept, list):
        return ", ".join(row["name"] for row in kept) or "none"
    if isinstance(kept, dict):
        return str(kept["name"])
    if isinstance(kept, bool):
        return "yes" if kept else "no"
    return "nothing" if kept in (None, "") else str(kept)


def _list_of(request: HttpRequest) -> str:
    return reverse("admin:index" if request.POST.get("where") == "desk" else "admin:articles_article_changelist")


@admin.register(BulkChange)
class BulkChangeAdmin(admin.ModelAdmin):
    """What was changed together, to read; and the button that undoes it."""

    list_display = ["what", "by", "at", "note", "undone_at"]
    list_display_links = ["what"]
    list_select_related = ["by"]
    show_full_result_count = False
    list_per_page = 50
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: BulkChange | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: BulkChange | None = None) -> bool:
        return False

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return super().changelist_view(request, {"title": "Bulk changes", **(extra_context or {})})

    @admin.display(description="Change")
    def what(self, change: BulkChange) -> str:
        return what_was_asked(change)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show what became of each story."""
        change = get_object_or_404(BulkChange.objects.select_related("by", "undone_by"), pk=_number(object_id))
        if request.method == "POST" or not self.has_view_permission(request, change):
            raise PermissionDenied
        rows = list(change.rows.select_related("article").defer("article__body"))
        context = {
            **self.admin_site.each_context(request),
            "title": what_was_asked(change),
            "opts": self.opts,
            "change": change,
            "rows": rows,
            "done_count": sum(row.outcome == BulkRow.Outcome.DONE for row in rows),
            "may_undo": bulk.may_do(person_of(request), change.action) and change.undone_at is None,
        }
        return TemplateResponse(request, "admin/desk/bulk_result.html", context)

    def undo_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Undo the change and show what became of that."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        change = get_object_or_404(BulkChange, pk=_number(object_id))
        if not self.has_view_permission(request, change) or not bulk.may_do(person_of(request), change.action):
            raise PermissionDenied
        try:
            bulk.undo(change, by=person_of(request))
        except WorkflowError as error:
            messages.error(request, error.message)
        return HttpResponseRedirect(reverse("admin:articles_bulkchange_change", args=[change.pk]))

    def get_urls(self) -> list[URLPattern]:
        undo = self.admin_site.admin_view(self.undo_view)
        return [path("<str:object_id>/undo/", undo, name="articles_bulkchange_undo"), *super().get_urls()]


def what_was_asked(change: BulkChange) -> str:
    """Return the change as a line: what was set to what."""
    action = ACTIONS.get(change.action)
    values = ", ".join(shown(value) for value in change.values.values() if value not in (None, False))
    return f"{action.label if action else change.action}: {values or 'nothing'}"


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 12 else 0
