"""How the desk is set up: rules as rows, people's own views of it, changes to many stories, pages of a shift."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from articles.models.article import Kind

PERSON = settings.AUTH_USER_MODEL


class CheckRule(models.Model):
    """How strict one check of articles.readiness is, for one kind of story; `kind` empty is every kind."""

    class Level(models.TextChoices):
        BLOCKS = "blocks", "Blocks publishing"
        REASON = "reason", "Asks for a reason"
        ADVICE = "advice", "Advises"
        OFF = "off", "Off"

    code = models.CharField("check", max_length=40)
    kind = models.CharField("kind of story", max_length=12, choices=Kind.choices, blank=True)
    level = models.CharField(max_length=6, choices=Level.choices)

    class Meta:
        ordering = ["code", "kind"]
        verbose_name = "check"
        verbose_name_plural = "checklist"
        constraints = [models.UniqueConstraint(fields=["code", "kind"], name="check_rule_once")]

    def __str__(self) -> str:
        return f"{self.code} {self.get_level_display()}"


class StyleRule(models.Model):
    """One rule of the house's style: what to look for, why, and what to write instead."""

    name = models.CharField(max_length=80)
    pattern = models.CharField(max_length=200, help_text="A word or phrase, or a regular expression.")
    is_regex = models.BooleanField("regular expression", default=False)
    matches_case = models.BooleanField("capitals matter", default=False)
    language = models.CharField(max_length=20, blank=True, help_text="BCP 47; empty is every language.")
    reason = models.CharField(max_length=300)
    suggestion = models.CharField(max_length=200, blank=True, help_text="What to write instead.")
    is_active = models.BooleanField(default=True)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["pattern", "language"], name="style_rule_once")]

    def __str__(self) -> str:
        return self.name


class StyleIgnore(models.Model):
    """One phrase that somebody left standing in one story against a rule."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="style_ignores")
    rule = models.ForeignKey(StyleRule, models.CASCADE, related_name="ignores")
    phrase = models.CharField(max_length=200)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "rule", "phrase"], name="style_ignored_once")]

    def __str__(self) -> str:
        return f"{self.phrase} in {self.article_id}"


class SavedFilter(models.Model):
    """A question somebody asks again: the query string of a list, under a name."""

    user = models.ForeignKey(PERSON, models.CASCADE, related_name="saved_filters")
    place = models.CharField(max_length=20)  # "desk" or "stories"
    name = models.CharField(max_length=60)
    query = models.CharField(max_length=500, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "name"]
        constraints = [models.UniqueConstraint(fields=["user", "place", "name"], name="saved_filter_once")]

    def __str__(self) -> str:
        return self.name


class DeskPreference(models.Model):
    """What one person's desk looks like."""

    class View(models.TextChoices):
        BOARD = "board", "Board"
        TABLE = "table", "Table"

    user = models.OneToOneField(PERSON, models.CASCADE, related_name="desk_preference")
    view = models.CharField(max_length=5, choices=View.choices, default=View.BOARD)
    single_keys = models.BooleanField("shortcuts of a single key", default=True)
    calendar_key = models.PositiveIntegerField(default=0, editable=False)  # which address of the calendar is good

    def __str__(self) -> str:
        return f"{self.user}: {self.view}"


class BulkChange(models.Model):
    """One change made to many stories at once. `values` is what was asked for, as readable JSON."""

    action = models.CharField(max_length=20)
    values = models.JSONField()
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField()
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(PERSON, models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.action} {self.at:%Y-%m-%d %H:%M}"


class BulkRow(models.Model):
    """What became of one story in a change of many. `before` holds the fields' values as a snapshot has them."""

    class Outcome(models.TextChoices):
        DONE = "done", "Changed"
        SAME = "same", "Already so"
        REFUSED = "refused", "Refused"

    change = models.ForeignKey(BulkChange, models.CASCADE, related_name="rows")
    article = models.ForeignKey("articles.Article", models.PROTECT, related_name="+")
    before = models.JSONField(default=dict)
    base_revision = models.PositiveIntegerField()
    revision_number = models.PositiveIntegerField(null=True)  # the revision it made
    outcome = models.CharField(max_length=7, choices=Outcome.choices)
    message = models.CharField(max_length=500, blank=True)
    undo_message = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["change", "article"], name="bulk_row_once")]

    def __str__(self) -> str:
        return f"{self.article_id} {self.outcome}"


class Handover(models.Model):
    """One page from one shift to the next: `facts` as the history gave them, `text` as people wrote it."""

    from_at = models.DateTimeField()
    to_at = models.DateTimeField()
    facts = models.JSONField(default=dict)
    text = models.TextField(blank=True)
    made_by = models.ForeignKey(PERSON, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    text_revision = models.PositiveIntegerField(default=1)  # compared on every save

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return f"{self.from_at:%d %b %H:%M} to {self.to_at:%H:%M}"
