"""Writes the log: what a row says in words, what differs, and one entry inside the transaction of the act."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.contrib.admin.utils import NestedObjects
from django.contrib.auth.models import User
from django.db import router, transaction
from django.db.models import Field, Model
from django.utils import timezone

from audit.models import AuditEntry, FieldChange
from newsroom.lib.text import clean_line, without_unprintable

Act = AuditEntry.Act
PASSWORD_FIELD = "password"  # noqa: S105 (the name of a column)
REASON_LIMIT = 300


def values_of(row: Model) -> dict[str, str]:
    """Return what people can change about a row, in words: linked rows by name, choices by label, lists by commas.

    A password is never among them.
    """
    values = {
        field.name: _in_words(row, field)
        for field in row._meta.concrete_fields
        if field.editable and not field.primary_key and field.name != PASSWORD_FIELD
    }
    if row.pk is not None:
        for link in row._meta.many_to_many:
            values[link.name] = ", ".join(sorted(str(other) for other in getattr(row, link.name).all()))
    return values


def in_words(value: Any) -> str:
    """Return a plain value as people read it; nothing for None and empty text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        clock = "%H:%M:%S" if value.second else "%H:%M"
        return timezone.localtime(value).strftime(f"%-d %B %Y, {clock} %Z")
    return without_unprintable(str(value)).strip()


def _in_words(row: Model, field: Field[Any, Any]) -> str:
    if field.is_relation:
        return in_words(getattr(row, field.name))
    if field.choices:
        return in_words(getattr(row, f"get_{field.name}_display")())
    return in_words(getattr(row, field.name))


def differences(row: Model, before: Mapping[str, str], after: Mapping[str, str]) -> list[FieldChange]:
    """Return the fields whose words differ, in the order of the model; what one side lacks counts as nothing."""
    names = [name for name in dict.fromkeys([*before, *after]) if before.get(name, "") != after.get(name, "")]
    return [
        FieldChange(field=name, label=label_of(row, name), before=before.get(name, ""), after=after.get(name, ""))
        for name in names
    ]


def label_of(row: Model | type[Model], name: str) -> str:
    """Return a field's name as people know it."""
    return str(getattr(row._meta.get_field(name), "verbose_name", name.replace("_", " ")))


def with_it(row: Model) -> list[Model]:
    """Return the row and every row that its deletion would take along, in an order that stays the same."""
    collector = NestedObjects(using=router.db_for_write(type(row)))
    collector.collect([row])
    others = [each for rows in collector.data.values() for each in rows if each != row]
    return [row, *sorted(others, key=lambda each: (each._meta.label_lower, str(each.pk)))]


def record(
    row: Model,
    act: str,
    *,
    by: User | None,
    changes: Iterable[FieldChange] = (),
    reason: str = "",
    within: Model | None = None,
    now: datetime | None = None,
) -> AuditEntry:
    """Append one entry; a deletion is recorded while the row still has its key. Raises RuntimeError outside a
    transaction: the entry and the act stand or fall together."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("The log is written inside the transaction of the act it tells of.")
    told = list(changes)
    return AuditEntry.objects.create(
        at=now or timezone.now(),
        by=by,
        act=act,
        model=row._meta.label_lower,
        kind=str(row._meta.verbose_name),
        object_id=str(row.pk),
        object_name=without_unprintable(str(row))[:200],
        within_model=within._meta.label_lower if within else "",
        within_id=str(within.pk) if within else "",
        changes=told,
        reason=clean_line(reason)[:REASON_LIMIT],
        words="\n".join(dict.fromkeys(value for change in told for value in (change["before"], change["after"]))),
    )


def added(row: Model, *, by: User | None, reason: str = "", within: Model | None = None) -> AuditEntry:
    """Record that a row was made, with what it says."""
    return record(row, Act.ADDED, by=by, changes=differences(row, {}, values_of(row)), reason=reason, within=within)


def deleted(row: Model, *, by: User | None, reason: str = "", within: Model | None = None) -> AuditEntry:
    """Record that a row will be gone, with what it said."""
    return record(row, Act.DELETED, by=by, changes=differences(row, values_of(row), {}), reason=reason, within=within)


def changed(
    row: Model, before: Mapping[str, str], *, by: User | None, reason: str = "", within: Model | None = None
) -> AuditEntry | None:
    """Record what differs between `before`, taken with values_of(), and the row as it is; None when nothing does."""
    changes = differences(row, before, values_of(row))
    return record(row, Act.CHANGED, by=by, changes=changes, reason=reason, within=within) if changes else None


def last_change(label: str, key: object, field: str) -> AuditEntry | None:
    """Return the newest entry in which this field of this row changed, among its last fifty."""
    entries = AuditEntry.objects.filter(model=label, object_id=str(key)).select_related("by").order_by("-id")[:50]
    return next((entry for entry in entries if any(change["field"] == field for change in entry.changes)), None)


def last_act(label: str, key: object) -> AuditEntry | None:
    """Return the newest entry about this row."""
    return AuditEntry.objects.filter(model=label, object_id=str(key)).select_related("by").order_by("-id").first()
