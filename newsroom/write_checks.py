"""System checks E120 to E124: no admin of ours writes without knowing what its user saw.

An admin passes when it is guarded (audit.admin.GuardedAdmin), when it writes nothing, or when it is on the short list
below with a form that carries a base of its own. Django's and other packages' admins are judged alike, so that one of
theirs that can write is either replaced or named here with a reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import AppConfig
from django.contrib import admin
from django.contrib.admin import ModelAdmin
from django.contrib.admin.utils import flatten_fieldsets
from django.contrib.auth.models import User
from django.core.checks import CheckMessage, Error, register
from django.http import HttpRequest
from django.utils.module_loading import import_string

from audit.admin import GuardedAdmin, GuardedInline


@dataclass(frozen=True, slots=True)
class OwnBase:
    """The hidden field that carries a form's base. `form` names the form of a page that is not the admin's own."""

    field: str
    form: str = ""


OWN_BASE = {
    "articles.article": OwnBase("base_revision"),
    "articles.handover": OwnBase("base", form="articles.admin.handover.HandoverForm"),
    "articles.takedown": OwnBase("base", form="articles.admin.takedown_forms.DecideForm"),
}
# Packages whose admins may write rows of their own, with the reason
NOT_OURS = {"axes": "counts of wrong passwords, which only a superuser can delete"}


@register("admin")
def writes_are_guarded(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Examine every admin of the desk as a superuser meets it."""
    return list(faults(admin.site._registry.values()))


def faults(admins: Iterable[Any]) -> Iterator[CheckMessage]:
    """Yield what could write without a base."""
    for one in admins:
        if type(one).__module__.split(".")[0] in NOT_OURS:
            continue
        yield from _of_admin(one)
        yield from _of_actions(one)
        yield from _of_inlines(one)


def _error(one: Any, number: int, sentence: str) -> CheckMessage:
    return Error(f"{type(one).__module__}.{type(one).__name__}: {sentence}", id=f"newsroom.E{number}")


def _of_admin(one: Any) -> Iterator[CheckMessage]:
    if one.list_editable:
        yield _error(one, 121, "list_editable saves rows from a list that does not know what it showed. Remove it.")
    label = one.model._meta.label_lower
    if label in OWN_BASE:
        yield from _of_own_base(one, OWN_BASE[label])
    elif not isinstance(one, GuardedAdmin) and _writes(one):
        yield _error(one, 120, "it writes without a base. Make it an audit.admin.GuardedAdmin or a ReadingAdmin.")


def _of_own_base(one: Any, base: OwnBase) -> Iterator[CheckMessage]:
    """A field that is not in the fieldsets is not on the page, and then nothing would be compared."""
    if base.form:
        if base.field not in import_string(base.form).base_fields or type(one).change_view is ModelAdmin.change_view:
            yield _error(one, 124, f"its page must use {base.form} with the hidden field {base.field}.")
        return
    request = _superuser()
    shown = flatten_fieldsets(one.get_fieldsets(request, None))
    fields = one.get_form(request, None, fields=shown).base_fields
    if base.field not in shown or base.field not in fields:
        yield _error(one, 124, f"its form and fieldsets must both have the hidden field {base.field}.")


def _of_actions(one: Any) -> Iterator[CheckMessage]:
    for name, (function, *_) in one.get_actions(_superuser()).items():
        if not getattr(function, "carries_states", False):
            yield _error(one, 122, f"the action {name} must be made with audit.admin.confirmed, or set carries_states.")


def _of_inlines(one: Any) -> Iterator[CheckMessage]:
    for inline in one.inlines:
        rows = inline(one.model, one.admin_site)
        if not isinstance(rows, GuardedInline) and _writes(rows):
            yield _error(one, 123, f"the rows of {inline.__name__} must be an audit.admin.GuardedInline.")


def _writes(one: Any) -> bool:
    request = _superuser()
    return any(may(request) for may in (one.has_change_permission, one.has_delete_permission)) or _may_add(one, request)


def _may_add(one: Any, request: HttpRequest) -> bool:
    """Rows under a form are asked with the row above them; None means that it is new."""
    arguments = (request, None) if hasattr(one, "parent_model") else (request,)
    return bool(one.has_add_permission(*arguments))


def _superuser() -> HttpRequest:
    """Return a request by somebody who may everything: what is refused even to them is not there."""
    request = HttpRequest()
    request.method = "GET"
    request.user = User(is_superuser=True, is_active=True, is_staff=True)
    return request
