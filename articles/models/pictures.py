"""Which pictures stand inside which text. A picture that is named here cannot be deleted from the library."""

from __future__ import annotations

from django.db import models

from images.models import Image


class ArticlePicture(models.Model):
    """A picture inside a working copy's body; written with it by articles.drafting."""

    article = models.ForeignKey("articles.Article", models.CASCADE, related_name="body_pictures")
    image = models.ForeignKey(Image, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["article", "image"], name="article_names_a_picture_once")]

    def __str__(self) -> str:
        return f"{self.image_id} in {self.article_id}"


class VersionPicture(models.Model):
    """A picture inside a published body; what was printed with it is in Version.body_pictures."""

    version = models.ForeignKey("articles.Version", models.CASCADE, related_name="version_pictures")
    image = models.ForeignKey(Image, models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["version", "image"], name="version_names_a_picture_once")]

    def __str__(self) -> str:
        return f"{self.image_id} in version {self.version_id}"
