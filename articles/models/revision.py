"""Every saved state of a working copy; rows are added, never changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.models.article import field_label


class RevisionKind(models.TextChoices):
    """Why the working copy was written."""

    SAVE = "save", "Saved"
    MERGE = "merge", "Merged with what others saved"
    RESTORE = "restore", "Restored"
    TAKEOVER = "takeover", "Kept at a take-over"
    BULK = "bulk", "Changed together with others"
    UNDO = "undo", "Change undone"


class Revision(models.Model):
    """The whole editable content at one save, as content.snapshot() made it.

    `receipt` counts what cleaning took out of the body: {"tags": {name: count}, "attributes": {name: count}}.
    """

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=RevisionKind.choices, default=RevisionKind.SAVE)
    snapshot = models.JSONField()
    changed_fields = models.JSONField(default=list)
    receipt = models.JSONField(default=dict, blank=True)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-number"]
        indexes = [
            models.Index(fields=["-saved_at", "-id"], condition=Q(number__gt=1), name="revision_saves"),
            models.Index(
                fields=["saved_by", "-saved_at", "-id"], condition=Q(number__gt=1), name="revision_of_a_person"
            ),
        ]
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="revision_number_once")]

    def __str__(self) -> str:
        return f"{self.article_id} revision {self.number}"

    @property
    def changed_words(self) -> str:
        """The changed fields as people read them."""
        return ", ".join(field_label(name) for name in self.changed_fields)

    @property
    def number_before(self) -> int:
        """The number of the save before this one; 0 for the first."""
        return self.number - 1
