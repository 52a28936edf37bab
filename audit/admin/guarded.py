"""An admin through which nobody overwrites what somebody else wrote, and which logs every change it makes.

The form carries what it was opened with (audit.base); without it nothing is saved. System checks see to it that every
admin of ours is one of these, or cannot write (newsroom.write_checks).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin.options import InlineModelAdmin
from django.contrib.admin.utils import unquote
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db import connection, transaction
from django.db.models import Model
from django.forms.models import _get_foreign_key
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse

from audit import recording
from audit.base import REASON_FIELD, Base, digest, name_of, read_states, sign_states
from audit.forms import GuardedForm, who_and_when
from audit.models import AuditEntry, FieldChange
from audit.rows import GuardedRows

ENTRIES_PER_PAGE = 50


@dataclass(frozen=True)
class Act:
    """One thing a form did, ready for the log; `within` is None for the form's own row."""

    row: Model
    act: str
    changes: list[FieldChange]
    within: Model | None = None


class GuardedInline(InlineModelAdmin):
    """Rows under a guarded form. Write it in front: `class AliasInline(GuardedInline, admin.TabularInline)`."""

    def get_formset(self, request: HttpRequest, obj: Model | None = None, **kwargs: Any) -> Any:
        formset = super().get_formset(request, obj, **kwargs)
        base = Base.read(request, obj) if obj is not None and request.method == "POST" else None
        opened = base.rows.get(type(self).__name__, {}) if base else {}
        form = _guarded(formset.form, lambda row: opened.get(str(row.pk)))
        return type(formset.__name__, (GuardedRows, formset), {"form": form, "opened": opened, "of": type(self)})


class GuardedAdmin(admin.ModelAdmin):
    """Every form, deletion and action rests on what its user saw."""

    def get_form(self, request: HttpRequest, obj: Model | None = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        base = Base.read(request, obj) if obj is not None and request.method == "POST" else None
        return _guarded(form, lambda row: base.fields if base else None)

    def changeform_view(
        self, request: HttpRequest, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        with transaction.atomic():
            if object_id is not None:
                self._lock(unquote(object_id))
            return super().changeform_view(request, object_id, form_url, extra_context)

    def _lock(self, key: str) -> None:
        """Make other writers of this row and the rows under it wait. SQLite has one writer at a time anyway."""
        if not connection.features.has_select_for_update:
            return
        try:
            list(self.model._base_manager.select_for_update().filter(pk=key).values_list("pk"))
            for inline in self.inlines:
                link = _get_foreign_key(self.model, inline.model, fk_name=inline.fk_name)
                rows = inline.model._base_manager.select_for_update().filter(**{link.name: key})
                list(rows.order_by("pk").values_list("pk"))
        except (ValueError, ValidationError):
            return  # no key of this model; the view says so

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        row = kwargs.get("obj")
        form = context["adminform"].form
        context["reason"] = request.POST.get(REASON_FIELD, "")
        context["has_log"] = True
        if row is not None and self.has_change_permission(request, row):
            formsets = [inline.formset for inline in context["inline_admin_formsets"]]
            rows = {formset.of.__name__: formset.states() for formset in formsets if isinstance(formset, GuardedRows)}
            context["base"] = Base(form.present, rows).signed(row)
        return super().render_change_form(request, context, *args, **kwargs)

    # What is logged, instead of Django's own log
    def construct_change_message(self, request: HttpRequest, form: Any, formsets: Any, add: bool = False) -> Any:
        """Return what the form did, as Acts; Django hands them on to log_addition and log_change."""
        return list(_acts(form, formsets or [], add=add))

    def log_addition(self, request: HttpRequest, obj: Model, message: Any) -> None:  # type: ignore[override]
        self._log(request, message)

    def log_change(self, request: HttpRequest, obj: Model, message: Any) -> None:  # type: ignore[override]
        self._log(request, message)

    def log_deletions(self, request: HttpRequest, queryset: Any) -> None:  # type: ignore[override]
        """Record the rows and all that goes with them; called before they are gone."""
        by, reason = person_of(request), request.POST.get(REASON_FIELD, "")
        for row in queryset:
            for other in recording.with_it(row):
                recording.deleted(other, by=by, reason=reason, within=None if other == row else row)

    def _log(self, request: HttpRequest, acts: list[Act]) -> None:
        by, reason = person_of(request), request.POST.get(REASON_FIELD, "")
        for one in acts:
            recording.record(one.row, one.act, by=by, changes=one.changes, reason=reason, within=one.within)

    # Deleting
    def delete_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        if request.method != "POST":
            return super().delete_view(request, object_id, extra_context)
        with transaction.atomic():
            self._lock(unquote(object_id))
            row = self.get_object(request, unquote(object_id))
            if row is not None and self.has_delete_permission(request, row):
                refusal = _refusal(read_states(request).get(name_of(row)), row)
                if refusal:
                    messages.error(request, f"Nothing was deleted. {refusal}")
                    return HttpResponseRedirect(request.get_full_path())
            return super().delete_view(request, object_id, extra_context)

    def render_delete_form(self, request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
        row = context["object"]
        context["states"] = sign_states({name_of(row): state_with_all(row)})
        return super().render_delete_form(request, context)

    def get_actions(self, request: HttpRequest) -> Any:
        """Leave out Django's deletion of many rows at once: it asks about names only, not about what they hold."""
        return {name: found for name, found in super().get_actions(request).items() if name != "delete_selected"}

    # The log of one row
    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        row = self.get_object(request, unquote(object_id))
        if row is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)  # type: ignore[attr-defined]
        if not self.has_view_or_change_permission(request, row):
            raise PermissionDenied
        entries = AuditEntry.objects.about(self.opts.label_lower, row.pk).select_related("by")
        context = {
            **self.admin_site.each_context(request),
            "title": f"Log: {row}",
            "subtitle": None,
            "opts": self.opts,
            "object": row,
            "entries": Paginator(entries, ENTRIES_PER_PAGE).get_page(request.GET.get("p")),
            **(extra_context or {}),
        }
        return TemplateResponse(request, "admin/audit/of_a_row.html", context)


def person_of(request: HttpRequest) -> User:
    """Return who is signed in; an admin view has let nobody else in."""
    return cast("User", request.user)


def _guarded(form: Any, opened_with: Any) -> Any:
    return type(form.__name__, (GuardedForm, form), {"opened_with": staticmethod(opened_with)})


def state_with_all(row: Model) -> str:
    """Return a digest of the row and of everything that its deletion would take along."""
    return digest({name_of(each): digest(recording.values_of(each)) for each in recording.with_it(row)})


def _refusal(seen: str | None, row: Model) -> str:
    """Say why a page that saw the state `seen` may not delete the row; nothing when it may."""
    if seen == state_with_all(row):
        return ""
    if seen is None:
        return "The page did not say what it showed. Look at it again."
    who = who_and_when(recording.last_act(row._meta.label_lower, row.pk))
    return f"{who} changed it, or what would go with it, after you opened the page. Look at it again."


def _acts(form: Any, formsets: list[Any], *, add: bool) -> Iterator[Act]:
    """Yield what was done to the form's row and to the rows under it."""
    row = form.instance
    changes = recording.differences(row, {} if add else form.before, recording.values_of(row))
    if changes or add:
        yield Act(row, recording.Act.ADDED if add else recording.Act.CHANGED, changes)
    for formset in formsets:
        for new in formset.new_objects:
            yield Act(new, recording.Act.ADDED, recording.differences(new, {}, recording.values_of(new)), row)
        before = {each.instance.pk: each.before for each in formset.initial_forms}
        for kept, _ in formset.changed_objects:
            changes = recording.differences(kept, before[kept.pk], recording.values_of(kept))
            yield Act(kept, recording.Act.CHANGED, changes, row)
        for lost, values in formset.taken:
            yield Act(lost, recording.Act.DELETED, recording.differences(lost, values, {}), row)
