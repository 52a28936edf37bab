"""What keeps people's text and sight apart while they write: recovery rows, presence, and what each has looked at.
None of it is the story; a story is changed by articles.drafting alone."""

from __future__ import annotations

from django.conf import settings
from django.db import models


class Recovery(models.Model):
    """Text that one person has in one browser tab and has not saved. `article` None is a story not yet begun.

    `values` maps names of the story form's controls to what they hold, as strings or lists of strings. `serial` counts
    the states of one tab, so that one that arrives late does not replace a newer one. A discarded row can be brought
    back until it is pruned. A take-over says whose it was and which revision holds the text.
    """

    class Kind(models.TextChoices):
        AUTOSAVE = "autosave", "Not saved yet"
        CLASH = "clash", "Kept when two saves clashed"
        TAKEOVER = "takeover", "Kept at a take-over"

    article = models.ForeignKey("articles.Article", models.CASCADE, null=True, related_name="recoveries")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    tab = models.CharField(max_length=40)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.AUTOSAVE)
    base_revision = models.PositiveIntegerField(default=0)
    serial = models.PositiveIntegerField(default=0)
    values = models.JSONField()
    saved_at = models.DateTimeField()
    discarded_at = models.DateTimeField(null=True)
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    kept_as = models.PositiveIntegerField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["saved_at"], name="recovery_oldest"),
            models.Index(fields=["article", "user", "-saved_at"], name="recovery_of_a_story"),
            models.Index(fields=["user", "-saved_at"], name="recovery_of_a_person"),
        ]
        constraints = [models.UniqueConstraint(fields=["user", "tab", "kind"], name="recovery_once_per_tab")]

    def __str__(self) -> str:
        return f"{self.article_id or 'new'} {self.user} {self.saved_at:%H:%M:%S}"


class Presence(models.Model):
    """One open tab with a story in it: who, in which field, last seen and last typing when. Advice, never a lock."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="presences")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    tab = models.CharField(max_length=40)
    field = models.CharField(max_length=40, blank=True)
    opened_at = models.DateTimeField()
    seen_at = models.DateTimeField()
    typed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["article", "seen_at"], name="presence_of_a_story"),
            models.Index(fields=["seen_at"], name="presence_oldest"),
        ]
        constraints = [models.UniqueConstraint(fields=["article", "user", "tab"], name="presence_once_per_tab")]

    def __str__(self) -> str:
        return f"{self.user} in {self.article_id}"


class Look(models.Model):
    """The revision that a person saw last."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    revision_number = models.PositiveIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "user"], name="look_once_per_person")]

    def __str__(self) -> str:
        return f"{self.user} saw {self.article_id} at {self.revision_number}"
