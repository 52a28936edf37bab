"""What came over the wire: raw deliveries, one item per wire version, and which of our stories used it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from articles.models import Article
from sources.models import Source


class Delivery(models.Model):
    """Bytes exactly as they arrived, stored before anyone reads them. The same bytes of one source are one row."""

    class Outcome(models.TextChoices):
        RECEIVED = "received", "Received"
        TAKEN_IN = "taken_in", "Taken in"
        REJECTED = "rejected", "Rejected"

    source = models.ForeignKey(Source, models.PROTECT, related_name="deliveries")
    name = models.CharField(max_length=300, help_text="File name or address it came from.")
    payload = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    size_bytes = models.PositiveIntegerField()
    format = models.CharField(max_length=20, blank=True)
    received_at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.RECEIVED)
    problem = models.TextField(blank=True, help_text="Why it was rejected, in plain words.")

    class Meta:
        verbose_name_plural = "deliveries"
        ordering = ["-received_at", "-id"]
        constraints = [models.UniqueConstraint(fields=["source", "sha256"], name="delivery_bytes_once_per_source")]

    def __str__(self) -> str:
        return f"{self.source.slug}: {self.name}"


class Attachment(models.Model):
    """A picture file that came beside a delivery; becomes an Image when a story is made of the item."""

    delivery = models.ForeignKey(Delivery, models.CASCADE, related_name="attachments")
    name = models.CharField(max_length=200)
    payload = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["delivery", "name"], name="attachment_name_once")]

    def __str__(self) -> str:
        return self.name


class WireItemQuerySet(models.QuerySet["WireItem"]):
    def current(self) -> WireItemQuerySet:
        """Return the newest version of each item, newest arrival first."""
        return self.filter(is_latest=True).order_by("-received_at", "-id")


class WireItem(models.Model):
    """One version of one piece of agency copy. Identity is (source, guid); the version is never part of the guid."""

    class Pubstatus(models.TextChoices):
        USABLE = "usable", "Usable"
        WITHHELD = "withheld", "Withheld"
        CANCELED = "canceled", "Killed by the agency"
        UNKNOWN = "unknown", "Unknown (not usable)"

    class Standing(models.TextChoices):
        NEW = "new", "New"
        USED = "used", "Used"
        DONE = "done", "Done with"

    source = models.ForeignKey(Source, models.PROTECT, related_name="wire_items")
    delivery = models.ForeignKey(Delivery, models.PROTECT, related_name="items")
    guid = models.CharField(max_length=500)
    version = models.CharField(max_length=60, help_text="As sent.")
    version_number = models.BigIntegerField(null=True, help_text="The version where it is a whole number.")
    is_latest = models.BooleanField(default=True)
    standing = models.CharField(max_length=5, choices=Standing.choices, default=Standing.NEW)
    pubstatus = models.CharField(max_length=10, choices=Pubstatus.choices, default=Pubstatus.UNKNOWN)
    embargo_until = models.DateTimeField(null=True, blank=True)
    embargo_is_open = models.BooleanField(default=False)
    urgency = models.PositiveSmallIntegerField(null=True, blank=True)
    headline = models.CharField(max_length=400)
    slugline = models.CharField(max_length=200, blank=True)
    standfirst = models.TextField(blank=True)
    body = models.TextField(blank=True, help_text="Cleaned; the bytes as sent are in the delivery.")
    byline = models.CharField(max_length=200, blank=True)
    dateline = models.CharField(max_length=120, blank=True)
    language = models.CharField(max_length=20, blank=True)
    credit = models.CharField(max_length=120, blank=True)
    copyright_holder = models.CharField(max_length=200, blank=True)
    usage_terms = models.TextField(blank=True)
    ednote = models.TextField(blank=True)
    names = models.JSONField(default=list)  # [{"name", "kind", "code"}] subjects, people, places, organisations
    pictures = models.JSONField(default=list)  # [{"guid", "caption", "credit", "byline", "alt", "usage_terms", "file"}]
    warnings = models.JSONField(default=list)
    version_created_at = models.DateTimeField(null=True)
    received_at = models.DateTimeField()

    objects = WireItemQuerySet.as_manager()

    class Meta:
        ordering = ["-received_at", "-id"]
        permissions = [("promote_wireitem", "Can make stories of wire items")]
        constraints = [
            models.UniqueConstraint(fields=["source", "guid", "version"], name="wire_item_version_once"),
            models.UniqueConstraint(
                fields=["source", "guid"], condition=Q(is_latest=True), name="wire_item_one_latest"
            ),
        ]
        indexes = [
            models.Index(fields=["-received_at", "-id"], condition=Q(is_latest=True), name="wire_inbox"),
            models.Index(fields=["-received_at"], condition=Q(is_latest=True, standing="new"), name="wire_new"),
        ]

    def __str__(self) -> str:
        return self.headline

    @property
    def is_embargoed(self) -> bool:
        return self.embargo_is_open or (self.embargo_until is not None and self.embargo_until > timezone.now())

    @property
    def is_usable(self) -> bool:
        """Whether a story may be made of it; an unknown status fails closed. An embargoed item may be written up."""
        return self.pubstatus == self.Pubstatus.USABLE


class WireUse(models.Model):
    """Which story was made of which version of which item."""

    item = models.ForeignKey(WireItem, models.PROTECT, related_name="uses")
    article = models.ForeignKey(Article, models.PROTECT, related_name="wire_uses")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["item", "article"], name="wire_use_once")]

    def __str__(self) -> str:
        return f"{self.item_id} → {self.article_id}"
