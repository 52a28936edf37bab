"""A story exactly as readers got it at one moment. Content is frozen; only `standing` moves on.
Readers are served by Version.objects.live() and, for the notice at a dead address, by gone()."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Lower
from django.utils.functional import cached_property

from articles.models.article import Article, Story
from articles.models.section import Section
from authors.models import Author
from images.models import Image
from sources.models import Source
from tags.models import Tag


class Standing(models.TextChoices):
    LIVE = "live", "Live"
    GONE = "gone", "Gone, with a notice"
    PAST = "past", "Superseded"
    UNDONE = "undone", "Taken back at once"


class Change(models.TextChoices):
    """Why the version was made."""

    FIRST = "first", "First published"
    MINOR = "minor", "Minor change"
    UPDATE = "update", "Update"
    CORRECTION = "correction", "Correction"
    CLARIFICATION = "clarification", "Clarification"
    EDITORS_NOTE = "editors_note", "Editor's note"
    REPUBLISHED = "republished", "Republished"
    WITHDRAWN = "withdrawn", "Withdrawn"
    KILLED = "killed", "Killed"


NOTES = (Change.CORRECTION, Change.CLARIFICATION, Change.EDITORS_NOTE)
# The same for the index of them: SQLite sees that a query agrees with it only when both are written with OR, not IN
IS_NOTE = Q(change="correction") | Q(change="clarification") | Q(change="editors_note")
LIVE = Q(standing="live")
NEWEST = ["-first_published_at", "-article_id"]


class VersionQuerySet(models.QuerySet["Version"]):
    def live(self) -> VersionQuerySet:
        """Return what readers may see now; newest first publication first. The only door for readers' pages."""
        return self.filter(standing=Standing.LIVE).order_by("-first_published_at", "-article_id")

    def gone(self) -> VersionQuerySet:
        """Return the notices that stand where a withdrawn or killed story was; they carry no text of it."""
        return self.filter(standing=Standing.GONE)

    def current(self, article_id: int) -> Version:
        """Return what stands at the story's address now, live or a notice; raises DoesNotExist for one never public."""
        return self.get(article_id=article_id, standing__in=[Standing.LIVE, Standing.GONE])

    def stood(self) -> VersionQuerySet:
        """Return what readers have or had: everything but what was taken back at once."""
        return self.exclude(standing=Standing.UNDONE)

    def notes_of(self, article_id: int) -> VersionQuerySet:
        """Return the corrections, clarifications and editor's notes of one story, oldest first."""
        notes = self.filter(article_id=article_id, change__in=NOTES)
        return notes.stood().order_by("number")

    def live_notes(self) -> VersionQuerySet:
        """Return every such note whose story readers may see now, newest first."""
        live = Version.objects.live().order_by().filter(article_id=OuterRef("article_id"))
        return self.filter(IS_NOTE, ~Q(standing=Standing.UNDONE), Exists(live)).order_by("-published_at", "-id")

    def for_lists(self) -> VersionQuerySet:
        """Fetch what a card or list row shows in one query, and leave the long text in the database."""
        return self.select_related("section__parent", "source", "picture").defer("body", "how_reported")


class Version(Story):
    """One published state of one article."""

    article = models.ForeignKey(Article, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    revision_number = models.PositiveIntegerField()
    standing = models.CharField(max_length=6, choices=Standing.choices)
    change = models.CharField(max_length=14, choices=Change.choices)
    public_note = models.TextField(blank=True)
    is_legal = models.BooleanField(default=False)  # a notice for legal reasons answers 451, RFC 7725
    guid = models.CharField(max_length=200)
    path = models.CharField(max_length=100)
    section = models.ForeignKey(Section, models.PROTECT, related_name="+")
    top_section = models.ForeignKey(Section, models.PROTECT, related_name="+")
    source = models.ForeignKey(Source, models.PROTECT, null=True, related_name="+")
    picture = models.ForeignKey(Image, models.PROTECT, null=True, related_name="+")
    picture_credit = models.CharField(max_length=200, blank=True)
    authors = models.ManyToManyField(Author, through="articles.VersionAuthor", related_name="versions")
    tags = models.ManyToManyField(Tag, through="articles.VersionTag", related_name="versions")
    bylines = models.JSONField(default=list)  # [{"name", "slug"}] as printed
    tag_names = models.JSONField(default=list)  # [{"name", "slug", "kind", "wikidata"}] as printed
    body_pictures = models.JSONField(default=list, db_default=[])  # [{"id", "credit"}] as printed; alt is in the body
    word_count = models.PositiveIntegerField(default=0)
    urgency = models.PositiveSmallIntegerField(default=5)
    first_published_at = models.DateTimeField()
    updated_at = models.DateTimeField(null=True)  # the displayed update time; None until a substantive change
    published_at = models.DateTimeField()  # when this very version went out
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        indexes = [
            models.Index(fields=NEWEST, condition=LIVE, name="live_newest"),
            models.Index(fields=["section", *NEWEST], condition=LIVE, name="live_in_section"),
            models.Index(fields=["top_section", *NEWEST], condition=LIVE, name="live_in_top_section"),
            models.Index(fields=["source", *NEWEST], condition=LIVE, name="live_of_source"),
            models.Index(fields=["-published_at"], condition=LIVE, name="live_youngest"),
            models.Index(Lower("headline"), condition=LIVE, name="live_headline"),
            models.Index(fields=["-published_at", "-id"], condition=IS_NOTE, name="notes_newest"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="version_number_once"),
            models.UniqueConstraint(
                fields=["article"], condition=Q(standing__in=["live", "gone"]), name="one_current_version"
            ),
            models.UniqueConstraint(
                fields=["path"], condition=Q(standing__in=["live", "gone"]), name="one_current_version_per_path"
            ),
            models.CheckConstraint(
                condition=~Q(standing="live") | ~Q(change__in=["withdrawn", "killed"]), name="live_version_is_no_notice"
            ),
            models.CheckConstraint(
                condition=~Q(change__in=["correction", "clarification", "editors_note", "withdrawn", "killed"])
                | ~Q(public_note=""),
                name="version_notice_has_words",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.headline} (version {self.number})"

    def get_absolute_url(self) -> str:
        return f"/{self.path}/"

    @property
    def address(self) -> str:
        """The absolute address readers and feeds know."""
        return f"{settings.SITE_URL}/{self.path}/"

    @property
    def previous_number(self) -> int:
        return self.number - 1

    @property
    def kicker_text(self) -> str:
        return self.kicker or self.section.name

    @property
    def description(self) -> str:
        """One or two sentences about the story for feeds, search results and metadata."""
        return self.summary or self.standfirst

    @property
    def shown_caption(self) -> str:
        return self.picture_caption or (self.picture.caption if self.picture else "")

    @property
    def shown_alt(self) -> str:
        """The alternative text; empty for a decorative picture, as HTML wants it."""
        if self.picture_is_decorative or not self.picture:
            return ""
        return self.picture_alt or self.picture.alt

    @cached_property
    def images_in_body(self) -> dict[int, Image]:
        """The pictures inside the text by number; costs two queries unless public.pictures has fetched them."""
        numbers = [printed["id"] for printed in self.body_pictures]
        return Image.objects.prefetch_related("renditions").in_bulk(numbers) if numbers else {}

    @property
    def modified_at(self) -> Any:
        """The time of the displayed update, else of first publication (an aware datetime)."""
        return self.updated_at or self.first_published_at

    @property
    def is_right_to_left(self) -> bool:
        return self.language.split("-")[0] in {"ar", "he", "fa", "ur"}


class VersionAuthor(models.Model):
    """One printed byline; carries the date so that an author's page reads one index."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="version_authors")
    author = models.ForeignKey(Author, models.PROTECT, related_name="version_authors")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["version", "author"], name="version_names_an_author_once")]


class VersionTag(models.Model):
    """One tag as published."""

    version = models.ForeignKey(Version, models.CASCADE, related_name="version_tags")
    tag = models.ForeignKey(Tag, models.PROTECT, related_name="version_tags")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["version", "tag"], name="version_carries_a_tag_once")]
