"""What the desk knows of the person who sits at it: how they like it, and how much they have not read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from articles.models import DeskPreference, Notification

MENTIONS = ("mention", "answer")


@dataclass(frozen=True, slots=True)
class Seat:
    """One person's place. `view` is "board" or "table"; `mention_count` is part of `unread_count`."""

    view: str = DeskPreference.View.BOARD
    single_keys: bool = True
    unread_count: int = 0
    mention_count: int = 0


def seat_of(user: User) -> Seat:
    """Return the person's seat, in one query."""
    unread = Notification.objects.filter(to=OuterRef("pk"), read_at=None).order_by()
    row = (
        User.objects.filter(pk=user.pk)
        .values_list(
            "desk_preference__view",
            "desk_preference__single_keys",
            Coalesce(Subquery(_counted(unread)), 0),
            Coalesce(Subquery(_counted(unread.filter(kind__in=MENTIONS))), 0),
        )
        .first()
    )
    view, single_keys, unread_count, mention_count = row or (None, None, 0, 0)
    return Seat(view or DeskPreference.View.BOARD, single_keys is not False, unread_count, mention_count)


def choose(user: User, *, view: str | None = None, single_keys: bool | None = None) -> None:
    """Remember how this person likes the desk; None leaves a choice as it is."""
    chosen = {"view": view, "single_keys": single_keys}
    values = {name: value for name, value in chosen.items() if value is not None}
    if values:
        DeskPreference.objects.update_or_create(user=user, defaults=values)


def _counted(rows: QuerySet[Notification]) -> QuerySet[Notification, Any]:
    return rows.values("to").annotate(number=Count("pk")).values("number")
