"""Who supplies copy and pictures, and on what terms. Knows nothing of stories."""

from __future__ import annotations

from zoneinfo import ZoneInfo, available_timezones

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse


def validate_zone(name: str) -> None:
    """Raise ValidationError unless `name` is an IANA time zone."""
    if name not in available_timezones():
        raise ValidationError("%(name)s is no time zone. Use a name such as Europe/London.", "zone", {"name": name})


class RightsProfile(models.Model):
    """Terms that several sources share, such as "subscribers only"."""

    name = models.CharField(max_length=120, unique=True)
    usage_terms = models.TextField(blank=True, help_text="Used where a story or picture brings no terms of its own.")
    full_text_in_feeds = models.BooleanField(default=True, help_text="Off: our feeds carry the summary only.")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Source(models.Model):
    """An agency, partner or office whose copy or pictures we run; has a public page of its own."""

    class Kind(models.TextChoices):
        AGENCY = "agency", "News agency"
        PARTNER = "partner", "Partner newsroom"
        OFFICE = "office", "Press office"

    name = models.CharField(max_length=120, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.AGENCY)
    credit_line = models.CharField(max_length=120, help_text="What must be printed with its copy and pictures.")
    description = models.TextField(blank=True, help_text="Public: what this source is and how we use its copy.")
    url = models.URLField(blank=True)
    language = models.CharField(max_length=20, default="en", help_text="BCP 47; used where an item names none.")
    time_zone = models.CharField(
        max_length=60, default="UTC", validators=[validate_zone], help_text="For times that arrive without a zone."
    )
    rights = models.ForeignKey(RightsProfile, models.PROTECT, null=True, blank=True)
    is_active = models.BooleanField(default=True, help_text="Off: nothing is taken in any more; what we ran stays.")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("public:source", args=[self.slug])

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def usage_terms(self) -> str:
        """The terms of its rights profile, or nothing."""
        return self.rights.usage_terms if self.rights else ""

    @property
    def allows_full_text_feeds(self) -> bool:
        return self.rights is None or self.rights.full_text_in_feeds
