"""The worker's sign of life, shown to editors; what people report of screens that do not work."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.conf import settings
from django.db import models
from django.db.models import Q

from newsroom.lib.text import shorten

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


class ProblemReport(models.Model):
    """What a person says is wrong with a screen. It holds where they were and their own words, never a story's."""

    at = models.DateTimeField("when")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="who")
    address = models.CharField("screen", max_length=500, blank=True)
    text = models.TextField("what is wrong", max_length=2000)
    browser = models.CharField(max_length=300, blank=True)
    window = models.CharField(max_length=20, blank=True, help_text="In CSS pixels, where a script could tell.")
    is_done = models.BooleanField("done", default=False)

    class Meta:
        verbose_name = "problem report"
        ordering = ["is_done", "-at", "-id"]
        default_permissions = ["view", "change"]
        indexes = [
            models.Index(fields=["is_done", "-at", "-id"], name="problem_open_first"),
            models.Index(fields=["by", "-at"], name="problem_of_a_person"),
            models.Index(fields=["id"], condition=Q(is_done=False), name="problem_open"),
        ]

    def __str__(self) -> str:
        return shorten(self.text, 60)
