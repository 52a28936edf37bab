"""The log of what was done to stories: who, when, why. Every cache follows it in order of id."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from articles.states import STAGE_LABELS, STATUS_LABELS, Stage, Status, act_label


class HistoryEntry(models.Model):
    """One act. `by` None means the clock did it. `cache_tags` names what readers' pages it touched."""

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="history")
    verb = models.CharField(max_length=20)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    note = models.TextField(blank=True)
    public_text = models.TextField(blank=True)
    from_status = models.CharField(max_length=10, blank=True)
    to_status = models.CharField(max_length=10)
    from_stage = models.CharField(max_length=10, blank=True)
    to_stage = models.CharField(max_length=10)
    revision_number = models.PositiveIntegerField()
    version = models.ForeignKey("articles.Version", models.PROTECT, null=True, related_name="+")
    cache_tags = models.JSONField(default=list)

    class Meta:
        ordering = ["-id"]
        verbose_name_plural = "history entries"
        permissions = [("export_historyentry", "Can export the history")]
        indexes = [
            models.Index(fields=["article", "-id"], name="history_of_an_article"),
            models.Index(fields=["-at", "-id"], name="history_newest"),
            models.Index(fields=["verb", "-at", "-id"], name="history_of_a_verb"),
            models.Index(fields=["by", "-at", "-id"], name="history_of_a_person"),
        ]

    def __str__(self) -> str:
        return f"{self.verb} {self.article_id} {self.at:%Y-%m-%d %H:%M}"

    @property
    def verb_label(self) -> str:
        return act_label(self.verb)

    @property
    def change(self) -> str:
        """The change of state in words, or nothing when there was none."""
        parts = []
        if self.from_status != self.to_status and self.from_status:
            parts.append(f"{STATUS_LABELS[Status(self.from_status)]} → {STATUS_LABELS[Status(self.to_status)]}")
        if self.from_stage != self.to_stage and self.from_stage:
            parts.append(f"{STAGE_LABELS[Stage(self.from_stage)]} → {STAGE_LABELS[Stage(self.to_stage)]}")
        return ", ".join(parts)
