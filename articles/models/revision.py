"""Every saved state of a working copy; rows are added, never changed."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Revision(models.Model):
    """The whole editable content at one save, as drafting.snapshot() made it."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    snapshot = models.JSONField()
    changed_fields = models.JSONField(default=list)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="revision_number_once")]

    def __str__(self) -> str:
        return f"{self.article_id} revision {self.number}"

    @property
    def changed_words(self) -> str:
        """The changed fields as people read them."""
        return ", ".join(name.replace("_", " ") for name in self.changed_fields)
