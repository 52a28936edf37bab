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


def tell_its_people(article: Article, words: str, *, kind: str, by: User, at: datetime) -> None:
    """Tell who began the story and who owns it what somebody else did to it; `words` go on after that person's name."""
    people = {person.pk: person for person in (article.created_by, article.assignee) if person and person.is_active}
    people.pop(by.pk, None)
    for person in people.values():
        key = f"{kind}:{article.pk}:{at.isoformat()}"
        tell(person, key=key, kind=kind, article=article, text=f"{name_of(by)} {words}", at=at)


def name_of(person: User) -> str:
    """Return a person's full name, or the login of who has none."""
    return person.get_full_name() or person.get_username()


def unread_count(user: User) -> int:
    """Return how many things this person was told and has not read."""
    return Notification.objects.filter(to=user, read_at=None).count()
