"""The desk's working copy of a story. Readers never see a row of this table: see version.py."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from taggit.managers import TaggableManager

from articles.models.section import Section
from articles.states import STAGE_LABELS, STATUS_LABELS, Stage, Status
from authors.models import Author
from images.models import Image
from sources.models import Source
from tags.models import TaggedItem

HEADLINE_LIMIT = 110


class Kind(models.TextChoices):
    NEWS = "news", "News"
    BRIEF = "brief", "Brief"
    ANALYSIS = "analysis", "Analysis"
    EXPLAINER = "explainer", "Explainer"
    OPINION = "opinion", "Opinion"


class Story(models.Model):
    """The fields that a working copy and a published version share; one list, so neither can forget one."""

    headline = models.CharField(max_length=200, blank=True)
    standfirst = models.CharField(max_length=400, blank=True)
    kicker = models.CharField(
        max_length=40, blank=True, help_text="A word or three above the headline; the section when empty."
    )
    body = models.TextField(blank=True)
    summary = models.CharField(
        max_length=300, blank=True, help_text="One sentence for feeds and search; the standfirst when empty."
    )
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.NEWS)
    language = models.CharField(max_length=20, default="en", help_text="BCP 47, e.g. en, de, uk, ar")
    dateline = models.CharField(max_length=80, blank=True, help_text="The place that opens the text, e.g. Kyiv")
    credit_line = models.CharField(max_length=120, blank=True, help_text="What the source wants printed.")
    picture_caption = models.TextField(blank=True, help_text="For this story; the picture's own caption when empty.")
    picture_alt = models.CharField("picture alternative text", max_length=400, blank=True)
    picture_is_decorative = models.BooleanField(
        default=False, help_text="The picture tells nothing that the text does not."
    )
    how_reported = models.TextField("how this story was reported", blank=True)
    seo_title = models.CharField("search title", max_length=120, blank=True)
    social_headline = models.CharField(max_length=120, blank=True)
    noindex = models.BooleanField("hidden from search engines", default=False)

    class Meta:
        abstract = True


STORY_FIELDS = tuple(field.name for field in Story._meta.local_fields)


class Article(Story):
    """What people call a story, as the desk works on it. Its state is assigned by articles.workflow.move alone."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slugline = models.CharField(max_length=120, blank=True, help_text="The desk's short working name.")
    section = models.ForeignKey(Section, models.PROTECT, null=True, blank=True, related_name="+")
    source = models.ForeignKey(Source, models.PROTECT, null=True, blank=True, related_name="+")
    picture = models.ForeignKey(Image, models.PROTECT, null=True, blank=True, related_name="+")
    authors = models.ManyToManyField(Author, through="articles.Byline", related_name="+")
    tags = TaggableManager(through=TaggedItem, blank=True)
    slug = models.SlugField(
        max_length=80, blank=True, help_text="Last part of the address; made of the headline when empty."
    )
    path = models.CharField(max_length=100, unique=True, null=True, editable=False)
    urgency = models.PositiveSmallIntegerField(
        default=5, validators=[MinValueValidator(1), MaxValueValidator(9)], help_text="1 most urgent, 9 least (IPTC)"
    )
    usage_terms = models.TextField(blank=True)
    ednote = models.TextField("editor's note", blank=True, help_text="For the desk; never published.")

    # Planning: for the desk alone, never part of a version
    budget_line = models.CharField(max_length=200, blank=True, help_text="What the story will tell, in a sentence.")
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="assigned_stories"
    )
    due_at = models.DateTimeField("deadline", null=True, blank=True)
    commissioned_words = models.PositiveIntegerField("commissioned length", null=True, blank=True)
    needs_legal = models.BooleanField("a lawyer must read it", default=False)
    needs_picture = models.BooleanField("needs a picture", default=False)
    is_sensitive = models.BooleanField("sensitive", default=False)

    # State and conditions
    status = models.CharField(
        max_length=10, choices=[(s.value, STATUS_LABELS[s]) for s in Status], default=Status.DRAFT, editable=False
    )
    stage = models.CharField(
        max_length=10, choices=[(s.value, STAGE_LABELS[s]) for s in Stage], default=Stage.WRITING, editable=False
    )
    embargo_until = models.DateTimeField(null=True, blank=True, help_text="Nobody outside may see it before this time.")
    embargo_is_open = models.BooleanField("embargoed until released", default=False)
    hold_reason = models.CharField(max_length=300, blank=True, editable=False)
    in_vault = models.BooleanField(default=False, editable=False)  # prepared: no address, no schedule
    vault_opened_by = models.ForeignKey(  # the first of the two people who let it out
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    publish_at = models.DateTimeField(null=True, editable=False)
    scheduled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    schedule_problem = models.TextField(blank=True, editable=False)

    # Facts
    word_count = models.PositiveIntegerField(default=0, editable=False)  # of the body, written with it
    revision_number = models.PositiveIntegerField(default=0, editable=False)
    move_count = models.PositiveIntegerField(default=0, editable=False)
    first_published_at = models.DateTimeField(null=True, editable=False)
    published_revision = models.PositiveIntegerField(null=True, editable=False)
    created_at = models.DateTimeField(editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )
    changed_at = models.DateTimeField(editable=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+"
    )

    class Meta:
        verbose_name = "story"
        verbose_name_plural = "stories"
        ordering = ["-changed_at", "-id"]
        permissions = [
            ("submit_article", "Can submit stories to the desk"),
            ("review_article", "Can approve stories and send them back"),
            ("publish_article", "Can publish, update and schedule stories"),
            ("correct_article", "Can publish corrections and clarifications"),
            ("withdraw_article", "Can withdraw and republish stories"),
            ("kill_article", "Can kill stories"),
            ("spike_article", "Can spike and restore stories"),
            ("hold_article", "Can hold and release stories"),
            ("vault_article", "Can put prepared stories in the vault and let them out"),
            ("assign_article", "Can assign stories to others"),
            ("bulk_article", "Can change many stories at once"),
            ("share_article", "Can send preview links to outsiders"),
            ("takedown_article", "Can decide takedown requests"),
        ]
        indexes = [
            models.Index(fields=["-changed_at", "-id"], name="article_newest"),
            models.Index(fields=["status", "stage", "-changed_at"], name="article_on_the_desk"),
            models.Index(fields=["publish_at"], condition=Q(publish_at__isnull=False), name="article_due"),
            models.Index(fields=["due_at"], condition=Q(due_at__isnull=False), name="article_deadline"),
            models.Index(fields=["embargo_until"], condition=Q(embargo_until__isnull=False), name="article_embargo"),
            models.Index(fields=["changed_at"], condition=Q(embargo_is_open=True), name="article_embargo_open"),
            models.Index(
                fields=["urgency", "changed_at", "id"], condition=Q(stage="in_review"), name="article_in_review"
            ),
            models.Index(fields=["urgency", "changed_at", "id"], condition=Q(stage="ready"), name="article_ready"),
            models.Index(
                fields=["changed_at"],
                condition=Q(status="published", published_revision__lt=F("revision_number")),
                name="article_changed_since",
            ),
            models.Index(
                fields=["-first_published_at", "-id"], condition=Q(status="published"), name="article_went_out"
            ),
            models.Index(fields=["-changed_at", "-id"], condition=~Q(hold_reason=""), name="article_on_hold"),
            models.Index(fields=["assignee", "-changed_at"], name="article_of_assignee"),
            models.Index(fields=["created_by", "-changed_at"], name="article_of_maker"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=[s.value for s in Status]), name="article_status_known"),
            models.CheckConstraint(condition=Q(stage__in=[s.value for s in Stage]), name="article_stage_known"),
            models.CheckConstraint(condition=Q(urgency__gte=1, urgency__lte=9), name="article_urgency_1_to_9"),
            models.CheckConstraint(
                condition=~Q(status__in=["published", "withdrawn", "killed"])
                | Q(first_published_at__isnull=False, path__isnull=False),
                name="article_once_public_has_an_address",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=["draft", "spiked"]) | Q(first_published_at=None, path=None),
                name="article_never_public_has_none",
            ),
            models.CheckConstraint(
                condition=Q(publish_at=None) | Q(status="draft", stage="ready"), name="article_scheduled_is_ready"
            ),
            models.CheckConstraint(
                condition=Q(publish_at=None) | Q(embargo_until=None) | Q(publish_at__gte=F("embargo_until")),
                name="article_schedule_after_embargo",
            ),
            models.CheckConstraint(
                condition=Q(in_vault=False) | Q(status="draft", path=None, publish_at=None),
                name="article_in_the_vault_has_no_way_out",
            ),
        ]

    def __str__(self) -> str:
        return self.headline or self.slugline or self.budget_line or f"Untitled story {self.pk or ''}".strip()

    @property
    def has_unpublished_changes(self) -> bool:
        """Whether a public story's working copy is ahead of what readers see."""
        return self.published_revision is not None and self.revision_number > self.published_revision

    @property
    def is_held(self) -> bool:
        return bool(self.hold_reason)

    @property
    def guid(self) -> str:
        """The feed identifier, a tag URI (RFC 4151) that never changes."""
        return f"tag:{settings.GUID_AUTHORITY}:story/{self.uuid}"
