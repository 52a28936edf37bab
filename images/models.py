"""Pictures: the file as it came, who made it, what we may do with it, and the sizes made from it."""

from __future__ import annotations

from pathlib import PurePosixPath

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from sources.models import Source

FRACTION = [MinValueValidator(0.0), MaxValueValidator(1.0)]


def original_path(image: Image, filename: str) -> str:
    """Return a path made of the file's own digest, so that a name never carries meaning or collides."""
    return f"pictures/{image.sha256[:2]}/{image.sha256}{PurePosixPath(filename).suffix.lower()}"


def rendition_path(rendition: Rendition, filename: str) -> str:
    """Return a path that says what was cut and where: no cache then holds an old crop under a new one's name."""
    image, digest = rendition.image, rendition.image.sha256
    cut = f"-{rendition.ratio.replace(':', 'x')}-{image.focal_x:.3f}-{image.focal_y:.3f}" if rendition.ratio else ""
    ratio = cut.replace(".", "")
    return f"renditions/{digest[:2]}/{digest}{ratio}-{rendition.width_px}{PurePosixPath(filename).suffix}"


class Image(models.Model):
    """One picture as it was received. The same bytes are never stored twice."""

    file = models.ImageField(upload_to=original_path, width_field="width_px", height_field="height_px", max_length=200)
    sha256 = models.CharField(max_length=64, unique=True, editable=False)
    width_px = models.PositiveIntegerField(editable=False)
    height_px = models.PositiveIntegerField(editable=False)
    size_bytes = models.PositiveIntegerField(editable=False)
    title = models.CharField(max_length=200, blank=True, help_text="For finding it again; never printed.")
    caption = models.TextField(blank=True)
    alt = models.CharField(
        "alternative text", max_length=400, blank=True, help_text="What it shows, for those who cannot see it."
    )
    credit = models.CharField(max_length=200, blank=True, help_text="Printed with the picture, e.g. “Ann Lee/Reuters”.")
    creator = models.CharField(max_length=200, blank=True)
    copyright_notice = models.CharField(max_length=300, blank=True)
    usage_terms = models.TextField(blank=True)
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="images")
    source_guid = models.CharField(max_length=300, blank=True, editable=False)
    taken_at = models.DateTimeField(null=True, blank=True)
    focal_x = models.FloatField("focal point, from the left", default=0.5, validators=FRACTION, help_text="0 to 1")
    focal_y = models.FloatField("focal point, from the top", default=0.5, validators=FRACTION, help_text="0 to 1")
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, editable=False, related_name="+"
    )
    uploaded_at = models.DateTimeField(auto_now_add=True)
    renditions_made_at = models.DateTimeField(null=True, editable=False)

    class Meta:
        verbose_name = "picture"
        ordering = ["-uploaded_at", "-id"]
        indexes = [
            models.Index(fields=["-uploaded_at", "-id"], name="image_newest"),
            models.Index(fields=["id"], condition=Q(renditions_made_at=None), name="image_without_renditions"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(focal_x__gte=0, focal_x__lte=1, focal_y__gte=0, focal_y__lte=1),
                name="image_focal_point_inside",
            ),
        ]

    def __str__(self) -> str:
        return self.title or self.caption[:60] or f"Picture {self.pk}"

    @property
    def has_credit(self) -> bool:
        return bool(self.credit.strip())

    @property
    def has_terms(self) -> bool:
        """Whether somebody has said who owns it or how it may be used; a source stands for terms of its own."""
        return bool(self.source_id or self.usage_terms.strip() or self.copyright_notice.strip())

    def nearest_url(self, width_px: int) -> str:
        """Return the address of the uncropped JPEG nearest to a width; of the file as it came while none is made.

        `renditions` should be prefetched.
        """
        jpegs = [one for one in self.renditions.all() if one.mime == "image/jpeg" and not one.ratio]
        nearest = min(jpegs, key=lambda one: abs(one.width_px - width_px), default=None)
        return (nearest or self).file.url

    @property
    def focal_position(self) -> str:
        """The focal point as a CSS object-position class suffix, in steps of 10 %: `50-30`."""
        return f"{round(self.focal_x * 10) * 10}-{round(self.focal_y * 10) * 10}"


class Rendition(models.Model):
    """One picture at one size. An empty `ratio` means uncropped."""

    image = models.ForeignKey(Image, models.CASCADE, related_name="renditions")
    width_px = models.PositiveIntegerField()
    height_px = models.PositiveIntegerField()
    ratio = models.CharField(max_length=5, blank=True, help_text="16:9, 4:3, 1:1 or empty for uncropped")
    mime = models.CharField(max_length=20)
    file = models.FileField(upload_to=rendition_path, max_length=200)
    size_bytes = models.PositiveIntegerField()

    class Meta:
        ordering = ["mime", "width_px"]
        constraints = [
            models.UniqueConstraint(fields=["image", "width_px", "ratio", "mime"], name="rendition_once"),
        ]

    def __str__(self) -> str:
        return f"{self.image_id} {self.width_px}×{self.height_px} {self.mime}"
