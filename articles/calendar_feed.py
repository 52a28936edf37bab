"""The calendar for other programs: an address that only its person knows, with headlines and times and nothing else.

The address is signed and carries the number of its person's key. A new key ends every address before it; numbers only
grow, and an odd one is switched on, so that no old address ever comes back.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth.models import User
from django.core import signing
from django.db import transaction

from articles import agenda
from articles.models import DeskPreference
from articles.permissions import may
from newsroom.lib import ics

SALT = "newsroom.desk.calendar"
BACK, AHEAD = timedelta(days=1), timedelta(days=60)


def token_of(user: User) -> str:
    """Return the end of the person's address, empty while it is switched off."""
    key = DeskPreference.objects.filter(user=user).values_list("calendar_key", flat=True).first() or 0
    return signing.dumps([user.pk, key], salt=SALT) if key % 2 else ""


def renew(user: User) -> None:
    """Make a new address; those before it end."""
    _count_up(user, is_on=True)


def switch_off(user: User) -> None:
    """End the person's address."""
    _count_up(user, is_on=False)


def owner_of(token: str) -> User | None:
    """Return whose address this is, None for one that is forged, has ended, or whose person may see no stories now."""
    try:
        number, key = signing.loads(token, salt=SALT)
    except (signing.BadSignature, TypeError, ValueError):
        return None
    good = DeskPreference.objects.filter(user=number, calendar_key=key).select_related("user").first()
    if good is None or key % 2 == 0:
        return None
    return good.user if good.user.is_staff and may(good.user, "view") else None


def text(now: datetime) -> str:
    """Return the calendar from yesterday to two months ahead."""
    events = [
        ics.Event(
            uid=f"{entry.kind}-{entry.article.uuid}@{settings.GUID_AUTHORITY.split(',')[0]}",
            at=entry.at,
            title=f"{entry.label}: {entry.article}",
            changed_at=entry.article.changed_at,
        )
        for entry in agenda.entries(now - BACK, now + AHEAD)
    ]
    return ics.calendar(f"{settings.SITE_NAME} desk", events)


def _count_up(user: User, *, is_on: bool) -> None:
    with transaction.atomic():
        DeskPreference.objects.get_or_create(user=user)
        row = DeskPreference.objects.select_for_update().get(user=user)
        row.calendar_key += 2 if row.calendar_key % 2 == is_on else 1
        row.save(update_fields=["calendar_key"])
