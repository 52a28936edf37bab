"""Actions on many rows take two steps: a page that shows what each row would become, and the doing, which leaves rows
alone that changed in between."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from functools import wraps
from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from audit import recording
from audit.base import REASON_FIELD, digest, name_of, read_states, sign_states
from audit.models import FieldChange

ROWS_AT_MOST = 200
CONFIRMED = "_confirmed"
Change = Callable[[Any, Any], None]


@dataclass(frozen=True)
class Step:
    """One row, and what the action would make of it."""

    row: Model
    changes: list[FieldChange]


def confirmed(description: str, *, permissions: list[str], done: str) -> Callable[[Change], Callable[..., Any]]:
    """Make an admin action of a method that changes one row's attributes and saves nothing.

    `done` is the word for the message, as in "3 approved". The system check knows such an action by its mark.
    """

    def decorate(change: Change) -> Callable[..., Any]:
        @admin.action(description=description, permissions=permissions)
        @wraps(change)
        def action(site: admin.ModelAdmin, request: HttpRequest, queryset: QuerySet[Any]) -> HttpResponse | None:
            rows = list(
                site.model._base_manager.filter(pk__in=queryset.values("pk")).order_by("pk")[: ROWS_AT_MOST + 1]
            )
            if len(rows) > ROWS_AT_MOST:
                site.message_user(request, f"Choose at most {ROWS_AT_MOST} at a time.", messages.ERROR)
                return None
            if CONFIRMED in request.POST:
                _do(site, request, change, done, keys=[row.pk for row in rows])
                return None
            return _ask(site, request, change, description, rows)

        action.carries_states = True  # type: ignore[attr-defined]
        return action

    return decorate


def _ask(
    site: admin.ModelAdmin, request: HttpRequest, change: Change, description: str, rows: list[Model]
) -> HttpResponse:
    """Show what each row would become, with the state it is in."""
    steps = []
    for row in rows:
        changed = copy(row)
        change(site, changed)
        steps.append(Step(row, recording.differences(row, recording.values_of(row), recording.values_of(changed))))
    context = {
        **site.admin_site.each_context(request),
        "title": f"{description}?",
        "subtitle": None,
        "opts": site.opts,
        "steps": steps,
        "has_changes": any(step.changes for step in steps),
        "states": sign_states({name_of(row): digest(recording.values_of(row)) for row in rows}),
        "action": change.__name__,
        "checkbox": ACTION_CHECKBOX_NAME,
    }
    return TemplateResponse(request, "admin/audit/confirm.html", context)


def _do(site: admin.ModelAdmin, request: HttpRequest, change: Change, done: str, *, keys: list[Any]) -> None:
    """Change the rows that are as they were shown; name the others."""
    seen = read_states(request)
    count, left = 0, []
    with transaction.atomic():
        for row in site.model._base_manager.select_for_update().filter(pk__in=keys).order_by("pk"):
            before = recording.values_of(row)
            if seen.get(name_of(row)) != digest(before):
                left.append(str(row))
                continue
            change(site, row)
            names = [each["field"] for each in recording.differences(row, before, recording.values_of(row))]
            if names:
                row.save(update_fields=names)
                person, reason = cast("User", request.user), request.POST.get(REASON_FIELD, "")
                recording.changed(row, before, by=person, reason=reason)
                count += 1
    site.message_user(request, f"{count} {done}.")
    if left:
        text = f"Left as they are, because somebody changed them after you looked: {', '.join(left)}."
        site.message_user(request, text, messages.WARNING)
