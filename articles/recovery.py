"""Keeps text that is not saved yet: a row per person and tab, which never touches the story. It is offered again until
it is saved or thrown away, whatever became of the story, the session or the browser meanwhile."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.db.models import Case, F, JSONField, QuerySet, Value, When
from django.db.models.fields.json import KeyTextTransform
from django.utils import timezone

from articles import controls
from articles.controls import Raw
from articles.models import Article, Recovery
from articles.permissions import may

LIMIT_BYTES = 1_000_000
ADOPTED = "recovered"  # beside the controls' names in Recovery.values: the row that the form was filled from
KEPT_FOR = timedelta(days=30)
_TAB = re.compile(r"(\d{1,18})-[\w-]{8,20}", re.ASCII)
Kind = Recovery.Kind


class RecoveryError(Exception):
    """Text that was not taken. Codes: not_allowed, too_large, not_yours. The message says what to do."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def new_tab(user: User) -> str:
    """Return a name for one opened form, which says whose it is."""
    return f"{user.pk}-{secrets.token_urlsafe(9)}"


def owner_of(tab: str) -> int | None:
    """Return the id of the person whose form has this name; None for a name that new_tab() never gave."""
    match = _TAB.fullmatch(tab)
    return int(match[1]) if match else None


def keep(
    user: User,
    article: Article | None,
    *,
    tab: str,
    values: Mapping[str, Raw],
    base_revision: int,
    serial: int | None = None,
    recovered: int | None = None,
    now: datetime | None = None,
) -> Recovery | None:
    """Keep what a tab holds; return its row, or None when all of it is in the story already.

    Whoever may see the story may keep text for it, also when it has moved out of their hands: the text is theirs.
    `serial` grows with every state of the tab: one that arrives late or again changes nothing; None is the newest.
    `recovered` is the row that the tab's form was filled from. Raises RecoveryError.
    """
    if not may(user, "create" if article is None else "view", article):
        raise RecoveryError("not_allowed", "Your role does not include this story, so the text was not kept here.")
    if owner_of(tab) != user.pk:
        raise RecoveryError("not_yours", "This text was written by somebody else who was signed in here before.")
    if controls.size_bytes(values) > LIMIT_BYTES:
        raise RecoveryError("too_large", "This text is longer than a million characters. Save it in parts.")
    kept = {
        "article": article, "base_revision": base_revision, "discarded_at": None, "saved_at": now or timezone.now(),
        "values": {**values, **({ADOPTED: str(recovered)} if recovered else {})},
    }  # fmt: skip
    if not controls.differing(values, controls.of(article, values) if article else None):
        kept = {}
    try:
        return _write(user, tab, kept, serial)
    except IntegrityError:  # the same tab's first two states came at once: now there is a row
        return _write(user, tab, kept, serial)


@transaction.atomic
def _write(user: User, tab: str, kept: dict[str, Any], serial: int | None) -> Recovery | None:
    """Write a tab's row, or drop it when there is nothing to keep; a state that is not newer changes nothing."""
    rows = Recovery.objects.filter(user=user, tab=tab, kind=Kind.AUTOSAVE)
    row = rows.select_for_update().first()
    if row and serial is not None and row.serial >= serial:
        return row
    if not kept:
        rows.delete()
        return None
    row = row or Recovery(user=user, tab=tab, kind=Kind.AUTOSAVE)
    row.serial = row.serial + 1 if serial is None else serial
    for name, value in kept.items():
        setattr(row, name, value)
    row.save()
    return row


def of_story(article: Article, user: User) -> list[Recovery]:
    """Return everybody's unsaved texts for a story, newest first; the text itself of `user`'s alone, in one query."""
    own = Case(When(user=user, then=F("values")), default=Value(None, JSONField()), output_field=JSONField())
    rows = Recovery.objects.filter(article=article, discarded_at=None).defer("values").annotate(text=own)
    found: list[Recovery] = list(rows.select_related("user", "taken_by").order_by("-saved_at", "-id"))
    for row in found:
        row.values = getattr(row, "text", None) or {}
    return found


def without_adopted(rows: Iterable[Recovery]) -> list[Recovery]:
    """Leave out rows whose text a newer row of the same person started from."""
    rows = list(rows)
    adopted = {row.values.get(ADOPTED) for row in rows}
    return [row for row in rows if str(row.pk) not in adopted]


def not_begun(user: User) -> QuerySet[Recovery]:
    """Return the person's texts for stories that do not exist yet, newest first."""
    return Recovery.objects.filter(user=user, article=None, discarded_at=None).order_by("-saved_at", "-id")


def of_desk(user: User, limit: int) -> list[Recovery]:
    """Return the person's newest unsaved texts with `story` and `headline`, without the text, in one query."""
    rows = Recovery.objects.filter(user=user, discarded_at=None).defer("values").order_by("-saved_at", "-id")
    named = rows.annotate(headline=KeyTextTransform("headline", "values"), story=F("article__headline"))
    return list(named[:limit])


def of_person(user: User, pk: int, article: Article | None) -> Recovery | None:
    """Return one row if it is this person's and for this story, discarded ones too."""
    return Recovery.objects.filter(user=user, pk=pk, article=article).first()


def forget(user: User, *, tab: str, recovered: int | None = None) -> None:
    """Drop what a tab held, and the row that its form was filled from: the text has been saved."""
    Recovery.objects.filter(user=user, tab=tab).delete()
    if recovered is not None:
        Recovery.objects.filter(user=user, pk=recovered).delete()


def discard(row: Recovery, *, now: datetime | None = None) -> None:
    """Offer this text no more; bring_back() undoes it until the row is pruned."""
    Recovery.objects.filter(pk=row.pk).update(discarded_at=now or timezone.now())


def bring_back(row: Recovery) -> None:
    Recovery.objects.filter(pk=row.pk).update(discarded_at=None)


def prune(now: datetime) -> int:
    """Drop what has waited for KEPT_FOR; return how many rows that were."""
    old = Recovery.objects.filter(saved_at__lt=now - KEPT_FOR)
    return old.delete()[0] if old.exists() else 0
