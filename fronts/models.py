"""The front page: containers in order, and stories an editor pinned to them."""

from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from articles.models import Article, Section


class Front(models.Model):
    """A page of containers; the one named `home` answers at `/`."""

    slug = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=80)

    def __str__(self) -> str:
        return self.name


class Container(models.Model):
    """One strip of a front: pinned stories first, then the newest of its section (of all, for the lead)."""

    class Layout(models.TextChoices):
        LEAD = "lead", "Lead: one big and a column beside it"
        FOUR = "four", "Four in a row"
        ONE_BIG = "big", "One big, four small"
        LIST = "list", "List"
        OPINION = "opinion", "Opinion, with bylines"

    front = models.ForeignKey(Front, models.CASCADE, related_name="containers")
    heading = models.CharField(max_length=60, blank=True, help_text="The section's name when empty.")
    section = models.ForeignKey(Section, models.PROTECT, null=True, blank=True, related_name="+")
    layout = models.CharField(max_length=8, choices=Layout.choices, default=Layout.FOUR)
    size = models.PositiveSmallIntegerField(default=4, validators=[MinValueValidator(1), MaxValueValidator(6)])
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]

    def __str__(self) -> str:
        return self.heading or (self.section.name if self.section else self.get_layout_display())


class Slot(models.Model):
    """A story an editor put into a container; shown only while readers may see it."""

    container = models.ForeignKey(Container, models.CASCADE, related_name="slots")
    article = models.ForeignKey(Article, models.CASCADE, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["container", "article"], name="slot_holds_a_story_once")]

    def __str__(self) -> str:
        return str(self.article)
