"""What stays public of a story beside its versions: addresses it had, and requests to take it down."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

PERSON = settings.AUTH_USER_MODEL


class FormerAddress(models.Model):
    """An address at which readers once found a story; it leads to the present one, in one step."""

    path = models.CharField(max_length=100, unique=True)
    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="former_addresses")
    retired_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.path


class Takedown(models.Model):
    """A request to take something down, what was decided, why, on what ground, and when to look at it again."""

    class Decision(models.TextChoices):
        OPEN = "open", "Not decided"
        REFUSED = "refused", "Leave as it is"
        NOINDEX = "noindex", "Hide from search engines"
        NOTE = "note", "Add an editor's note"
        ANONYMISE = "anonymise", "Replace a name"
        REMOVE = "remove", "Remove"

    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="takedowns")
    asked_by = models.CharField("who asks", max_length=200)
    asked_at = models.DateTimeField()
    request = models.TextField("what they ask and why")
    decision = models.CharField(max_length=9, choices=Decision.choices, default=Decision.OPEN)
    reason = models.TextField(blank=True)
    ground = models.CharField("legal basis", max_length=200, blank=True)
    review_on = models.DateField("look at it again on", null=True, blank=True)
    name_before = models.CharField("name to replace", max_length=120, blank=True)
    name_after = models.CharField("replacement", max_length=120, blank=True)
    made_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    decided_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-asked_at", "-id"]
        indexes = [models.Index(fields=["review_on"], condition=Q(review_on__isnull=False), name="takedown_review")]
        constraints = [
            models.CheckConstraint(
                condition=Q(decision="open") | (Q(decided_at__isnull=False) & ~Q(reason="")),
                name="takedown_decided_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.asked_by} on {self.article_id}"
