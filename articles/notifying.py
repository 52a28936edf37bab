"""Tells people things, once: the same key is never told to the same person again, whoever asks and how often."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.utils import timezone

from articles.models import Article, Notification
from newsroom.lib.text import clean_line

LONGEST = 300


def tell(to: User, *, key: str, kind: str, article: Article | None, text: str, at: datetime | None = None) -> None:
    """Tell `to` one thing, in the transaction of what it tells of; do nothing when `key` was told before.

    `kind` says what it is about (assigned, mention, answer, note, sent_back, …); `text` is cut at LONGEST characters.
    """
    words = clean_line(text)
    if len(words) > LONGEST:
        words = words[: LONGEST - 1] + "…"
    row = Notification(to=to, key=key, kind=kind, article=article, text=words, at=at or timezone.now())
    Notification.objects.bulk_create([row], ignore_conflicts=True)


def unread_count(user: User) -> int:
    """Return how many things this person was told and has not read."""
    return Notification.objects.filter(to=user, read_at=None).count()
