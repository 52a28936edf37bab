"""How far each follower of the history has got. Readers' pages themselves have no tables: they read Version."""

from __future__ import annotations

from django.db import models


class Follower(models.Model):
    """A cache or index that reads HistoryEntry rows in order of id."""

    name = models.CharField(max_length=40, unique=True)
    last_entry_id = models.BigIntegerField(default=0)
    moved_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.name} at {self.last_entry_id}"
