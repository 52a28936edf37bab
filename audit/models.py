"""The log of everything but stories: who changed what, when, from what to what, and why. Rows are added, never changed;
the database itself refuses more (audit.append_only)."""

from __future__ import annotations

from typing import TypedDict

from django.conf import settings
from django.db import models
from django.db.models import Q

from newsroom.lib.text import shorten

SHOWN_CHARACTERS = 80


class FieldChange(TypedDict):
    """One field of one act, in words people read; empty text means that there was nothing."""

    field: str
    label: str
    before: str
    after: str


class AuditEntryQuerySet(models.QuerySet["AuditEntry"]):
    def about(self, label: str, key: object) -> AuditEntryQuerySet:
        """Return what was done to one row and to the rows on its form, newest first. `label` is like tags.tag."""
        own = Q(model=label, object_id=str(key))
        return self.filter(own | Q(within_model=label, within_id=str(key))).order_by("-id")


class AuditEntry(models.Model):
    """One act on one row. `by` None means a program did it; `within` names the row on whose form it was done."""

    class Act(models.TextChoices):
        ADDED = "added", "Added"
        CHANGED = "changed", "Changed"
        DELETED = "deleted", "Deleted"

    at = models.DateTimeField("when")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="who")
    act = models.CharField(max_length=10, choices=Act.choices)
    model = models.CharField("what", max_length=80, help_text="The kind of row, such as tags.tag.")
    kind = models.CharField(max_length=60, help_text="The same in words, such as “tag”.")
    object_id = models.CharField(max_length=40)
    object_name = models.CharField("name", max_length=200)
    within_model = models.CharField(max_length=80, blank=True)
    within_id = models.CharField(max_length=40, blank=True)
    changes = models.JSONField(default=list)
    reason = models.CharField("why", max_length=300, blank=True)
    words = models.TextField(blank=True, help_text="The values once more, for the search.")

    objects = AuditEntryQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = "log entry"
        verbose_name_plural = "log entries"
        default_permissions = ["view"]
        permissions = [("export_auditentry", "Can export the log")]
        indexes = [
            models.Index(fields=["model", "object_id", "-id"], name="log_of_a_row"),
            models.Index(fields=["within_model", "within_id", "-id"], name="log_within_a_row"),
            models.Index(fields=["by", "-id"], name="log_of_a_person"),
            models.Index(fields=["-at"], name="log_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.get_act_display()}: {self.kind} “{self.object_name}”"

    @property
    def who(self) -> str:
        """The person's name, or that it was a program."""
        return person_name(self.by)

    @property
    def sentence(self) -> str:
        """Say what was done: `Maria K. changed tag “Berlin”: name from “Berlinn” to “Berlin”`."""
        said = f"{self.who} {self.act} {self.kind} “{self.object_name}”"
        details = "; ".join(phrase(change) for change in self.changes) if self.act == self.Act.CHANGED else ""
        return f"{said}: {details}" if details else said


def person_name(person: object | None) -> str:
    """Return how the log calls a person; None is a program."""
    if person is None:
        return "A program"
    full_name = getattr(person, "get_full_name", str)()
    return full_name or str(person)


def phrase(change: FieldChange) -> str:
    """Say one change: `name from “A” to “B”`; long values are shortened."""
    before, after = (shorten(change[side], SHOWN_CHARACTERS) for side in ("before", "after"))
    if not before and not after:
        return change["label"]
    return f"{change['label']} from {f'“{before}”' if before else 'nothing'} to {f'“{after}”' if after else 'nothing'}"
