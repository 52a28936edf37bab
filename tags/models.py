"""Topics, people and places that stories carry. Names that mean the same are one tag, whatever their spelling."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.urls import reverse
from taggit.models import GenericTaggedItemBase, TagBase

from newsroom.lib.text import normalised_key, slugify


class Tag(TagBase):
    """A tag with a page of its own. `key` folds case, accents and punctuation and is unique."""

    class Kind(models.TextChoices):
        TOPIC = "topic", "Topic"
        PERSON = "person", "Person"
        PLACE = "place", "Place"
        ORGANISATION = "organisation", "Organisation"
        EVENT = "event", "Event"

    class Standing(models.TextChoices):
        NEW = "new", "New"
        APPROVED = "approved", "Approved"
        BLOCKED = "blocked", "Blocked"

    key = models.CharField(max_length=120, unique=True, editable=False)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.TOPIC)
    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.NEW)
    description = models.TextField(blank=True, help_text="Public: one or two sentences at the top of its page.")
    wikidata = models.CharField(max_length=20, blank=True, help_text="Q-number, for structured data.")
    media_topic = models.CharField(max_length=30, blank=True, help_text="IPTC media topic, e.g. medtop:20000593.")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]
        indexes = [models.Index(fields=["standing", "-created_at"], name="tag_new_first")]

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = normalised_key(self.name)
        super().save(*args, **kwargs)

    def slugify(self, tag: str, i: int | None = None) -> str:
        """Return the address part for `tag`; `i` counts up while the address is taken (taggit's hook)."""
        return slugify(tag) if i is None else f"{slugify(tag)}-{i}"

    def get_absolute_url(self) -> str:
        return reverse("public:tag", args=[self.slug])


class TagAlias(models.Model):
    """Another spelling of a tag, kept so that nobody, and no wire, makes it a second time."""

    tag = models.ForeignKey(Tag, models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=100)
    key = models.CharField(max_length=120, unique=True, editable=False)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "tag aliases"

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.key = normalised_key(self.name)
        super().save(*args, **kwargs)


class TaggedItem(GenericTaggedItemBase):
    """One tag on one thing; generic, so that tags need not know what they hang on."""

    tag = models.ForeignKey(Tag, models.PROTECT, related_name="tagged_items")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["content_type", "object_id", "tag"], name="tag_once_per_thing"),
        ]
        indexes = [models.Index(fields=["content_type", "object_id"], name="tags_of_a_thing")]
