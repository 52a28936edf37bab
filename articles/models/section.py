"""Where readers find a story: sections and one level of sub-sections."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse

# First parts of addresses that are taken by something else (newsroom.urls, public.urls)
RESERVED_SLUGS = frozenset(
    "desk tags authors sources search corrections wire static media about feeds api live newsletter preview".split()
)


class Section(models.Model):
    """A section or, with a parent, a sub-section. Deeper than two levels is refused."""

    name = models.CharField(max_length=60)
    slug = models.SlugField(max_length=60)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    description = models.CharField(max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(default=0, help_text="Order in the navigation, smallest first.")
    is_listed = models.BooleanField("in the navigation", default=True)

    class Meta:
        ordering = ["position", "name"]
        constraints = [
            models.UniqueConstraint(fields=["parent", "slug"], name="section_slug_once_per_parent"),
            models.UniqueConstraint(fields=["slug"], condition=Q(parent=None), name="section_slug_once_at_the_top"),
        ]

    def __str__(self) -> str:
        return f"{self.parent.name} › {self.name}" if self.parent else self.name

    def get_absolute_url(self) -> str:
        if self.parent:
            return reverse("public:sub-section", args=[self.parent.slug, self.slug])
        return reverse("public:section", args=[self.slug])

    def clean(self) -> None:
        if self.parent and self.parent_id == self.pk:
            raise ValidationError({"parent": "A section cannot be its own parent."})
        if self.parent and self.parent.parent_id:
            raise ValidationError({"parent": "Sections go two levels deep. Choose a top section as parent."})
        if self.parent and self.pk and self.children.exists():
            raise ValidationError({"parent": "This section has sub-sections. Move those first."})
        if not self.parent and (self.slug in RESERVED_SLUGS or self.slug.isdigit()):
            raise ValidationError({"slug": f"“{self.slug}” is an address of the site itself. Choose another."})

    @property
    def top(self) -> Section:
        """The section of the first level that this one belongs to; itself when it has no parent."""
        return self.parent or self
