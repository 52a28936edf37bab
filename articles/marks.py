"""What a list says about a story in a few words: title, owner, deadline, length, flags. Colours only repeat the words.
Apps above this one add flags of their own with register()."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone

from articles import presence
from articles.models import Article, Byline
from articles.planning import name_of
from articles.states import Stage, Status
from newsroom.lib import clock
from tags.models import TaggedItem

SOON = timedelta(minutes=30)
NEAR_WORDS = 50
FAR_OVER = 1.25
TEXT = ("body", "how_reported", "usage_terms", "ednote", "standfirst", "picture_caption")


@dataclass(frozen=True, slots=True)
class Mark:
    """A few words; `kind` is the end of the CSS class that colours them."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """One story as the desk's lists show it. `people` have it open."""

    article: Article
    title: str
    is_working_title: bool
    who: str
    initials: str
    is_owned: bool
    deadline: Mark | None
    length: Mark
    flags: list[Mark]
    has_picture: bool
    has_tags: bool
    people: list[str] = field(default_factory=list)

    @property
    def is_waiting_for_an_owner(self) -> bool:
        """Whether somebody has to take it before it will be written."""
        return not self.is_owned and self.article.status == Status.DRAFT and self.article.stage == Stage.WRITING

    @property
    def stamp(self) -> str:
        """Return what changes whenever anything that is shown does, but for the passing of time."""
        article = self.article
        flags = "/".join(mark.words for mark in self.flags)
        due = self.deadline.kind if self.deadline else ""
        people = "/".join(self.people)
        return f"{article.revision_number}.{article.move_count}.{article.hold_reason}.{flags}.{due}.{people}"


FlagSource = Callable[[Collection[int]], dict[int, Mark]]
_flag_sources: list[FlagSource] = []


def register(source: FlagSource) -> FlagSource:
    """Add a source of flags, also as a decorator: from ids of stories to a mark for some of them, in one query."""
    if source not in _flag_sources:
        _flag_sources.append(source)
    return source


def for_lists(stories: QuerySet[Article]) -> QuerySet[Article]:
    """Fetch what a row shows in one query, and leave the long texts in the database."""
    kind = ContentType.objects.get_for_model(Article)
    tagged = TaggedItem.objects.filter(content_type=kind, object_id=OuterRef("pk"))
    first = Byline.objects.filter(article=OuterRef("pk")).order_by("position", "id")
    stories = stories.select_related("section__parent", "assignee", "changed_by")
    return stories.defer(*TEXT).annotate(
        has_tags=Exists(tagged), first_author=Subquery(first.values("author__name")[:1])
    )


def rows(ids: Collection[int], now: datetime) -> dict[int, Row]:
    """Return the rows of these stories by id: one query, one for who has them open, one for each source of flags."""
    if not ids:
        return {}
    return {row.article.pk: row for row in rows_of(for_lists(Article.objects.filter(pk__in=ids)), now)}


def rows_of(stories: Iterable[Article], now: datetime) -> list[Row]:
    """Return the rows of stories that for_lists() has fetched."""
    stories = list(stories)
    ids = [story.pk for story in stories]
    flags = [source(ids) for source in _flag_sources] if ids else []
    here = presence.of_many(ids, now=now) if ids else {}
    return [
        _row(
            story,
            now,
            more=[found[story.pk] for found in flags if story.pk in found],
            people=[_said(person) for person in here.get(story.pk, [])],
        )
        for story in stories
    ]


def _row(article: Article, now: datetime, *, more: list[Mark], people: list[str]) -> Row:
    who = name_of(article.assignee) if article.assignee else _author(article)
    return Row(
        article=article,
        title=str(article),
        is_working_title=not article.headline,
        who=who,
        initials="".join(part[0] for part in who.split()[:2]).upper(),
        is_owned=article.assignee_id is not None,
        deadline=deadline(article, now),
        length=length(article),
        flags=[*flags_of(article, now), *more],
        has_picture=article.picture_id is not None,
        has_tags=bool(getattr(article, "has_tags", False)),
        people=people,
    )


def _said(person: presence.Here) -> str:
    if person.is_typing:
        return f"{name_of(person.user)} is typing"
    return f"{name_of(person.user)}, idle" if person.is_idle else name_of(person.user)


def _author(article: Article) -> str:
    return getattr(article, "first_author", None) or ""


def deadline(article: Article, now: datetime) -> Mark | None:
    """Return when a story is due and how near that is; None without a deadline, or once it is out."""
    if article.due_at is None or article.status != Status.DRAFT:
        return None
    at = short_time(article.due_at, now)
    if article.due_at <= now:
        return Mark("late", f"Overdue since {at}")
    if article.due_at - now < SOON:
        return Mark("soon", f"Due {at}, {clock.relative(article.due_at, now)}")
    return Mark("due", f"Due {at}")


def length(article: Article) -> Mark:
    """Return the words there are, and how they stand to what was commissioned: 50 more or less is near."""
    words, wanted = article.word_count, article.commissioned_words
    if not wanted:
        return Mark("length", f"{words} words")
    said = f"{words} of {wanted} words"
    if abs(words - wanted) <= NEAR_WORDS:
        return Mark("near", f"{said}, near")
    if words < wanted:
        return Mark("length", said)
    if words > wanted * FAR_OVER:
        return Mark("far-over", f"{said}, {words - wanted} too many")
    return Mark("over", f"{said}, over")


def flags_of(article: Article, now: datetime) -> list[Mark]:
    """Return what an editor has to know before opening the story."""
    found = []
    if article.is_held:
        found.append(Mark("legal", f"On hold: {article.hold_reason}"))
    if article.needs_legal:
        found.append(Mark("legal", "Needs a lawyer"))
    if article.is_sensitive:
        found.append(Mark("sensitive", "Sensitive"))
    if article.needs_picture and article.picture_id is None:
        found.append(Mark("picture", "Needs a picture"))
    if article.embargo_is_open:
        found.append(Mark("embargo", "Embargo until released"))
    elif article.embargo_until and article.embargo_until > now:
        found.append(Mark("embargo", f"Embargo until {short_time(article.embargo_until, now)}"))
    if article.publish_at:
        found.append(Mark("scheduled", f"Goes out {short_time(article.publish_at, now)}"))
    if article.status == Status.PUBLISHED and article.has_unpublished_changes:
        found.append(Mark("changed", "Unpublished changes"))
    if article.in_vault:
        found.append(Mark("vault", "In the vault"))
    return found


def short_time(instant: datetime, now: datetime) -> str:
    """Return the newsroom's time of an instant, with the day unless it is today."""
    local, today = timezone.localtime(instant), timezone.localtime(now)
    if local.date() == today.date():
        return f"{local:%H:%M}"
    return f"{local:%a %H:%M}" if abs((local.date() - today.date()).days) < 6 else f"{local.day} {local:%b %Y %H:%M}"
