"""People with bylines. Knows nothing of stories."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.urls import reverse

from images.models import Image


class Author(models.Model):
    """A person whose name stands over stories; need not have a login."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        help_text="The login this person writes with, if any.",
    )
    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=80, unique=True)
    role = models.CharField(max_length=120, blank=True, help_text="Public, e.g. “Climate reporter”.")
    location = models.CharField(max_length=120, blank=True)
    bio = models.TextField(blank=True)
    languages = models.CharField(max_length=120, blank=True, help_text="Public, e.g. “English, German”.")
    areas = models.CharField("areas of work", max_length=200, blank=True)
    email = models.EmailField(blank=True, help_text="Public contact address.")
    disclosure = models.TextField(blank=True, help_text="Interests a reader should know of.")
    portrait = models.ForeignKey(Image, models.PROTECT, null=True, blank=True, related_name="+")
    is_active = models.BooleanField(default=True, help_text="Off: no longer offered for new bylines; the page stays.")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("public:author", args=[self.slug])
