"""The writers of a working copy, in order."""

from __future__ import annotations

from django.db import models

from authors.models import Author


class Byline(models.Model):
    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="bylines")
    author = models.ForeignKey(Author, models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["article", "author"], name="byline_names_an_author_once")]

    def __str__(self) -> str:
        return self.author.name
