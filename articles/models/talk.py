"""What people say to each other about a story: notes, notifications, and links that show it to outsiders."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib.auth.models import User
from django.db import models
from django.db.models import Q

PERSON = settings.AUTH_USER_MODEL


class PreviewLink(models.Model):
    """A door for one outsider to one unpublished story. It ends at `expires_at`, or when it is revoked."""

    token = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="preview_links")
    label = models.CharField("for whom", max_length=120)
    may_comment = models.BooleanField(default=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    opened_count = models.PositiveIntegerField(default=0)
    last_opened_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return f"{self.label} → {self.article_id}"


class Note(models.Model):
    """One remark on a story. `by` None is an outsider, who came through `link` and is named in `outsider_name`.

    `field` and `quote` say which words it is about; `is_must` blocks publishing until it is resolved.
    """

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="notes")
    parent = models.ForeignKey("self", models.CASCADE, null=True, related_name="answers")
    by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    link = models.ForeignKey(PreviewLink, models.PROTECT, null=True, related_name="notes")
    outsider_name = models.CharField(max_length=120, blank=True)
    text = models.TextField(max_length=4000)
    field = models.CharField(max_length=40, blank=True)
    quote = models.CharField(max_length=300, blank=True)
    is_must = models.BooleanField("before publishing", default=False)
    revision_number = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()
    resolved_at = models.DateTimeField(null=True)
    resolved_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")
    mentions: models.ManyToManyField[User, models.Model] = models.ManyToManyField(PERSON, related_name="+", blank=True)

    class Meta:
        ordering = ["made_at", "id"]
        indexes = [
            models.Index(
                fields=["article"], condition=Q(is_must=True, resolved_at__isnull=True), name="note_must_before_publish"
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(by__isnull=False) | Q(link__isnull=False), name="note_has_somebody_behind_it"
            ),
        ]

    def __str__(self) -> str:
        return self.text[:60]


class Notification(models.Model):
    """One thing one person is told, once: the same `key` is never told to the same person again."""

    to = models.ForeignKey(PERSON, models.CASCADE, related_name="notifications")
    key = models.CharField(max_length=100)
    kind = models.CharField(max_length=20)
    article = models.ForeignKey("articles.Article", models.CASCADE, null=True, related_name="+")
    note = models.ForeignKey(Note, models.CASCADE, null=True, related_name="+")
    text = models.CharField(max_length=300)
    at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["to", "-at"], condition=Q(read_at__isnull=True), name="notification_unread"),
        ]
        constraints = [models.UniqueConstraint(fields=["to", "key"], name="notification_once")]

    def __str__(self) -> str:
        return f"{self.to}: {self.text}"
