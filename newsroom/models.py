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
    def last(cls) -> datetime | None:
        """Return when the worker last finished a tick, None when it never did."""
        return cls.objects.filter(pk=1).values_list("at", flat=True).first()

    @staticmethod
    def is_late_at(beat: datetime | None, now: datetime) -> bool:
        """Tell whether a heartbeat is older than two minutes, or missing."""
        return beat is None or beat < now - LATE_AFTER

    @classmethod
    def is_late(cls, now: datetime) -> bool:
        """Tell whether no tick was finished in the last two minutes."""
        return cls.is_late_at(cls.last(), now)
