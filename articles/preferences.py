"""What the desk knows of the person who sits at it: how they like it, and how much waits for them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
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
    counts: Mapping[str, int] = field(default_factory=dict)


class Counted(Subquery):
    """How many rows a query gives, as a value inside another query; the query says itself how far it counts."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted_rows)"
    output_field = IntegerField()


def seat_of(user: User, *, work: Mapping[str, QuerySet[Any]] | None = None) -> Seat:
    """Return the person's seat, in one query; with it how many rows each query in `work` gives, and what is unread."""
    asked = work or {}
    unread = Notification.objects.filter(to=OuterRef("pk"), read_at=None).order_by()
    row = (
        User.objects.filter(pk=user.pk)
        .values_list(
            "desk_preference__view",
            "desk_preference__single_keys",
            Coalesce(Subquery(_counted(unread)), 0),
            Coalesce(Subquery(_counted(unread.filter(kind__in=MENTIONS))), 0),
            *(Counted(rows.values("pk")) for rows in asked.values()),
        )
        .first()
    )
    view, single_keys, unread_count, mention_count, *counts = row or (None, None, 0, 0)
    numbers = {**dict(zip(asked, counts, strict=False)), "unread": unread_count}
    return Seat(view or DeskPreference.View.BOARD, single_keys is not False, unread_count, mention_count, numbers)


def choose(user: User, *, view: str | None = None, single_keys: bool | None = None) -> None:
    """Remember how this person likes the desk; None leaves a choice as it is."""
    chosen = {"view": view, "single_keys": single_keys}
    values = {name: value for name, value in chosen.items() if value is not None}
    if values:
        DeskPreference.objects.update_or_create(user=user, defaults=values)


def _counted(rows: QuerySet[Notification]) -> QuerySet[Notification, Any]:
    return rows.values("to").annotate(number=Count("pk")).values("number")
