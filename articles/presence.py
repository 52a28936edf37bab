"""Who has a story open, in which field, and whether they type. Advice that is never a lock: nothing asks it whether a
save may go ahead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import User

from articles import controls
from articles.content import EDITABLE_FIELDS
from articles.models import Article, Presence
from articles.permissions import may

GONE_AFTER = timedelta(seconds=60)
IDLE_AFTER = timedelta(minutes=2)
TYPING_FOR = timedelta(seconds=15)  # a ping tells of the last ten seconds, and the next one may be late


@dataclass(frozen=True, slots=True)
class Here:
    """One person who has a story open; `field` as people read it, "" for none. `tabs` are the forms they have open."""

    user: User
    field: str
    is_typing: bool
    is_idle: bool
    opened_at: datetime
    tabs: frozenset[str]

    @property
    def name(self) -> str:
        return name_of(self.user)

    @property
    def initials(self) -> str:
        return initials_of(self.user)

    @property
    def doing(self) -> str:
        """What they do, in words that follow the name."""
        if self.is_typing:
            return f"typing in {self.field}" if self.field else "typing"
        if self.is_idle:
            return "idle"
        return f"in {self.field}" if self.field else "looking"


def name_of(user: User | None) -> str:
    """Return how colleagues call this person."""
    return (user.get_short_name() or user.username) if user else "Somebody"


def initials_of(user: User) -> str:
    """Return two letters at most, of first and last name or of the login."""
    parts = [user.first_name, user.last_name] if user.first_name else [user.username]
    return "".join(part[:1] for part in parts if part).upper()


def ping(article: Article, user: User, *, tab: str, field: str, has_typed: bool, now: datetime) -> None:
    """Note that a tab has the story open; `field` is a control's name, `has_typed` within the last ten seconds."""
    if not may(user, "view", article):
        return
    row = Presence(
        article=article, user=user, tab=tab, field=field if field in EDITABLE_FIELDS else "", opened_at=now,
        seen_at=now, typed_at=now if has_typed else None,
    )  # fmt: skip
    Presence.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["article", "user", "tab"],
        update_fields=["field", "seen_at", *(["typed_at"] if has_typed else [])],
    )


def leave(article: Article, user: User, *, tab: str) -> None:
    """Note that a tab was closed."""
    Presence.objects.filter(article=article, user=user, tab=tab).delete()


def here(article: Article, now: datetime) -> list[Here]:
    """Return who has the story open, whoever came first in front."""
    return of_many([article.pk], now=now).get(article.pk, [])


def of_many(article_ids: Iterable[int], *, now: datetime) -> dict[int, list[Here]]:
    """Return who has each of these stories open, in one query; stories that nobody has open are left out."""
    rows = Presence.objects.filter(article_id__in=list(article_ids), seen_at__gte=now - GONE_AFTER)
    found: dict[int, dict[int, list[Presence]]] = {}
    for row in rows.select_related("user").order_by("opened_at", "id"):
        found.setdefault(row.article_id, {}).setdefault(row.user_id, []).append(row)
    return {key: [_person(tabs, now) for tabs in people.values()] for key, people in found.items()}


def _person(tabs: list[Presence], now: datetime) -> Here:
    """Make one entry of all tabs that a person has the story open in; the one they last typed in speaks for them."""
    speaker = max(tabs, key=lambda row: (row.typed_at or row.opened_at, row.seen_at))
    last_active = max(row.typed_at or row.opened_at for row in tabs)
    return Here(
        user=speaker.user,
        field=controls.label(speaker.field) if speaker.field else "",
        is_typing=speaker.typed_at is not None and now - speaker.typed_at <= TYPING_FOR,
        is_idle=now - last_active > IDLE_AFTER,
        opened_at=min(row.opened_at for row in tabs),
        tabs=frozenset(row.tab for row in tabs),
    )


def prune(now: datetime) -> int:
    """Drop rows of tabs that are gone; return how many that were."""
    gone = Presence.objects.filter(seen_at__lt=now - GONE_AFTER)
    return gone.delete()[0] if gone.exists() else 0
