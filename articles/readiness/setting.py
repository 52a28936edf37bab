"""Sets how strict checks are. Each setting rests on what its setter saw, and is logged with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction

from articles.models import CheckRule, Kind
from articles.readiness import registry
from articles.workflow import WorkflowError
from audit import recording


@dataclass(frozen=True, slots=True)
class Wish:
    """A level for one check, beside the one that was seen; "" is no setting of its own."""

    seen: str
    level: str


def set_levels(wishes: Mapping[str, Wish], *, kind: str, by: User, reason: str = "") -> int:
    """Set levels by code for one kind of story, "" for every kind; return how many changed. All are set, or none.

    Raises WorkflowError: not_allowed; bad_words, for a check, kind or level that does not exist or cannot be set;
    changed, when somebody set one of them meanwhile.
    """
    if not by.has_perm("articles.change_checkrule"):
        raise WorkflowError("not_allowed", "Your role does not include setting the checklist. Nothing was changed.")
    wanted = {code: wish for code, wish in wishes.items() if wish.level != wish.seen}
    _refuse_unknown(wanted, kind)
    try:
        with transaction.atomic():
            for code, wish in wanted.items():
                _set(code, kind, wish, by=by, reason=reason)
    except IntegrityError as error:
        raise _changed(kind) from error
    return len(wanted)


def _refuse_unknown(wanted: Mapping[str, Wish], kind: str) -> None:
    known = {check.code: check for check in registry.every()}
    if kind and kind not in Kind.values:
        raise WorkflowError("bad_words", "There is no such kind of story. Nothing was changed.")
    for code, wish in wanted.items():
        if code not in known or (wish.level and wish.level not in CheckRule.Level.values):
            raise WorkflowError("bad_words", "There is no such check or level. Nothing was changed.")
        if known[code].fixed:
            raise WorkflowError("bad_words", f"“{known[code].says}” cannot be set. {known[code].fixed}")


def _set(code: str, kind: str, wish: Wish, *, by: User, reason: str) -> None:
    rule = CheckRule.objects.filter(code=code, kind=kind).first()
    if (rule.level if rule else "") != wish.seen:
        raise _changed(kind)
    if rule is None:
        recording.added(CheckRule.objects.create(code=code, kind=kind, level=wish.level), by=by, reason=reason)
        return
    before = recording.values_of(rule)
    rows = CheckRule.objects.filter(pk=rule.pk, level=wish.seen)
    if not wish.level:
        recording.deleted(rule, by=by, reason=reason)
        won = rows.delete()[0]
    else:
        won = rows.update(level=wish.level)
        rule.level = wish.level
        recording.changed(rule, before, by=by, reason=reason)
    if not won:
        raise _changed(kind)


def _changed(kind: str) -> WorkflowError:
    where = f"for {Kind(kind).label.lower()}" if kind else "for every kind"
    sentence = f"Somebody set the checklist {where} meanwhile. Nothing was changed: look at it again."
    return WorkflowError("changed", sentence)
