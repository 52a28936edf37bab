"""Freezes a working copy into what readers get, and compares two of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import Max

from articles import comparing, pictures, richtext, workflow
from articles.comparing import Difference
from articles.models import (
    STORY_FIELDS,
    Article,
    Change,
    Standing,
    Version,
    VersionAuthor,
    VersionTag,
)
from authors.models import Author
from newsroom.lib.html import text_of
from newsroom.lib.text import clean_line, word_count
from tags.models import Tag

# What moves the displayed time of the last change
SUBSTANTIVE = frozenset({Change.UPDATE, Change.CORRECTION, Change.CLARIFICATION, Change.EDITORS_NOTE})
NOTICES = frozenset({Change.WITHDRAWN, Change.KILLED})


@dataclass(frozen=True, slots=True)
class Named:
    """Whom and what a story names, read once: its authors in order, and the tags that readers see."""

    authors: list[Author]
    tags: list[Tag]

    @classmethod
    def by(cls, article: Article) -> Named:
        return cls([byline.author for byline in article.bylines.select_related("author")], shown_tags(article))


def compose(
    article: Article,
    *,
    change: Change,
    now: datetime,
    public_note: str = "",
    is_legal: bool = False,
    named: Named | None = None,
) -> Version:
    """Return an unsaved version of the working copy as it is; a preview shows just this.

    The body passes the sanitiser once more, plain fields lose control characters. A notice (withdrawn, killed) carries
    none of the story's text. Raises richtext.BodyError for a body too large to clean.
    """
    version = Version(
        article=article,
        number=0,
        revision_number=article.revision_number,
        standing=Standing.PAST,
        change=change,
        public_note=clean_line(public_note),
        is_legal=is_legal and change in NOTICES,
        guid=article.guid,
        path=article.path or "",
        section=article.section,
        top_section=article.section.top if article.section else None,
        first_published_at=article.first_published_at or now,
        published_at=now,
        urgency=article.urgency,
        language=article.language,
        kind=article.kind,
    )
    if change not in NOTICES:
        _copy_text(article, version, named or Named.by(article))
    return version


def _copy_text(article: Article, version: Version, named: Named) -> None:
    for name in STORY_FIELDS:
        value = getattr(article, name)
        if name == "body":
            value, version.body_pictures = pictures.freeze(richtext.clean_body(value))
        elif isinstance(value, str):
            value = clean_line(value)
        setattr(version, name, value)
    version.source = article.source
    version.credit_line = version.credit_line or (article.source.credit_line if article.source else "")
    version.picture = article.picture
    if article.picture:
        version.picture_credit = article.picture.credit
        version.picture_caption = version.picture_caption or clean_line(article.picture.caption)
        version.picture_alt = version.picture_alt or clean_line(article.picture.alt)
    version.word_count = word_count(text_of(version.body))
    version.bylines = [{"name": author.name, "slug": author.slug} for author in named.authors]
    version.tag_names = [
        {"name": tag.name, "slug": tag.slug, "kind": tag.kind, "wikidata": tag.wikidata} for tag in named.tags
    ]


def shown_tags(article: Article) -> list[Tag]:
    """Return the story's tags but for blocked ones, by name."""
    return [tag for tag in article.tags.all().order_by("name") if tag.standing != "blocked"]


def freeze(
    article: Article,
    *,
    change: Change,
    by: User | None,
    now: datetime,
    public_note: str = "",
    is_legal: bool = False,
) -> Version:
    """Save the next version as the current one, inside the publishing transaction.

    Numbers go on counting over versions that were undone; in all else those were never there.
    """
    named = Named.by(article)
    version = compose(article, change=change, now=now, public_note=public_note, is_legal=is_legal, named=named)
    version.number = _next_number(article.pk)
    previous = workflow.version_before(version)
    if change in NOTICES and previous:
        version.section, version.top_section = previous.section, previous.top_section
    version.updated_at = now if change in SUBSTANTIVE else (previous.updated_at if previous else None)
    version.published_by = by
    workflow.stand(version)
    pictures.note_publication(version)
    if change not in NOTICES:
        VersionAuthor.objects.bulk_create(
            VersionAuthor(version=version, author=author, position=place) for place, author in enumerate(named.authors)
        )
        VersionTag.objects.bulk_create(
            VersionTag(version=version, tag=tag, position=place) for place, tag in enumerate(named.tags)
        )
    return version


def _next_number(article_id: int) -> int:
    last = Version.objects.filter(article_id=article_id).aggregate(last=Max("number"))["last"]
    return (last or 0) + 1


def copy(version: Version, *, path: str, by: User | None, now: datetime) -> Version:
    """Save what stands now as the next version, at another address; nothing that readers see changes but that.

    A live one becomes a minor change; a notice stays one.
    """
    copied = Version.objects.get(pk=version.pk)
    people, labels = list(copied.version_authors.all()), list(copied.version_tags.all())
    copied.pk, copied._state.adding = None, True
    copied.number, copied.path = _next_number(version.article_id), path
    copied.published_at, copied.published_by = now, by
    if copied.change not in NOTICES:
        copied.change, copied.public_note = Change.MINOR, ""
    workflow.stand(copied)
    pictures.note_publication(copied)
    VersionAuthor.objects.bulk_create(
        VersionAuthor(version=copied, author_id=row.author_id, position=row.position) for row in people
    )
    VersionTag.objects.bulk_create(
        VersionTag(version=copied, tag_id=row.tag_id, position=row.position) for row in labels
    )
    return copied


def compare(a: Version, b: Version) -> list[Difference]:
    """Return what changed from `a` to `b`, as comparing.compare does."""
    return comparing.compare(comparing.version_snapshot(a), comparing.version_snapshot(b))
