"""The worker's sign of life, shown to editors."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import models

LATE_AFTER = timedelta(minutes=2)


class Heartbeat(models.Model):
    """One row: when the worker last finished a tick."""

    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M:%S}"

    @classmethod
    def beat(cls, now: datetime) -> None:
        cls.objects.update_or_create(pk=1, defaults={"at": now})

    @classmethod
    def is_late(cls, now: datetime) -> bool:
        """Tell whether no tick was finished in the last two minutes."""
        return not cls.objects.filter(pk=1, at__gte=now - LATE_AFTER).exists()
