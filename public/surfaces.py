"""Where a story shows, surface by surface, now and when it goes out, with the reason where it does not. Every answer is
asked of the code that makes the surface; what would be is found by publishing for once and taking all of it back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from articles import publishing, undoing
from articles.models import Article
from articles.models.version import Version, VersionQuerySet
from articles.richtext import BodyError
from articles.states import STATUS_LABELS, Status
from articles.workflow import WorkflowError
from authors.models import Author
from fronts.filling import fill
from fronts.models import Front
from public import feeds, sitemaps
from public.preview import composed, planned_at
from public.views import author, changes, listing, shell, source, tag
from tags.models import Tag

Narrow = undoing.Narrow
Ask = Callable[[Version, datetime], str]  # the reason why it does not show there; empty when it shows
NOT_HERE = "This newsroom has none."
BLOCKED = "The moderators have blocked the tag."
HEARD_LATER = "Feeds hear of it when it can no longer be undone, at {:%H:%M:%S}."


@dataclass(frozen=True, slots=True)
class Surface:
    """One place where readers, or their machines, could meet a story."""

    name: str
    url: str
    ask: Ask


@dataclass(frozen=True, slots=True)
class Row:
    """What one surface says now and at the time in question: the reason why not, empty for "it shows", None when the
    surface is none of the story's then."""

    name: str
    url: str
    now: str | None
    then: str | None


def mapped(article: Article, *, now: datetime) -> tuple[list[Row], datetime | None]:
    """Return the map of a story and the time its second column speaks of; None when there is nothing to go out."""
    present = _present(article, now)
    at = _time_in_question(article, now)
    future = _future(article, at) if at else {}
    names = {**present, **future}
    rows = [
        Row(name, url, present.get(name, (url, None))[1], future.get(name, (url, None))[1] if at else None)
        for name, (url, _) in names.items()
    ]
    return rows, at


Answers = dict[str, tuple[str, str]]  # surface → address, reason why not


def _present(article: Article, now: datetime) -> Answers:
    live = Version.objects.live().filter(article=article).select_related("section__parent", "source").first()
    if live is not None:
        return {one.name: (one.url, one.ask(live, now)) for one in surfaces_of(live)}
    why = why_not_live(article, now)
    try:
        subject = composed(_fresh(article), now=now)
    except BodyError:
        return {"Page": ("", why)}
    reasons: dict[Ask, str] = {nowhere: NOT_HERE, blocked: BLOCKED}
    return {one.name: (one.url, reasons.get(one.ask, why)) for one in surfaces_of(subject)}


def _future(article: Article, at: datetime) -> Answers:
    """Publish a copy for once inside a transaction, ask every surface half a minute later, and roll all of it back."""
    later = at + timedelta(seconds=undoing.UNDO_SECONDS)
    with transaction.atomic():
        try:
            version = _go_out(_fresh(article), at)
        except (WorkflowError, BodyError) as error:
            why, there = _last_words(error), _present(article, at).items()
            answers = {name: (url, now if now in {NOT_HERE, BLOCKED} else why) for name, (url, now) in there}
        else:
            answers = {one.name: (one.url, one.ask(version, later)) for one in surfaces_of(version)}
        transaction.set_rollback(True)
    return answers


def _go_out(article: Article, at: datetime) -> Version:
    if article.status == Status.DRAFT:
        return publishing.publish(article, by=None, now=at)
    if article.status == Status.WITHDRAWN:
        return publishing.republish(article, by=None, now=at)  # type: ignore[arg-type]  # nobody does it
    return publishing.update(article, by=None, now=at)  # type: ignore[arg-type]


def _last_words(error: Exception) -> str:
    return str(error).removeprefix("It cannot go out yet: ")


def _fresh(article: Article) -> Article:
    return Article.objects.select_related("section__parent", "source", "picture").get(pk=article.pk)


def _time_in_question(article: Article, now: datetime) -> datetime | None:
    waits = article.status in {Status.DRAFT, Status.WITHDRAWN} or article.has_unpublished_changes
    return planned_at(article, now) if waits and article.status not in {Status.KILLED, Status.SPIKED} else None


def why_not_live(article: Article, now: datetime) -> str:
    """Return why readers do not have the story, in a sentence."""
    if article.in_vault:
        return "It lies in the vault."
    if article.is_held:
        return f"On hold: {article.hold_reason}"
    if article.embargo_is_open:
        return "Under embargo until it is released."
    if article.embargo_until and article.embargo_until > now:
        return f"Under embargo until {_clock(article.embargo_until)}."
    if article.publish_at:
        return article.schedule_problem or f"It goes out on {_clock(article.publish_at)}."
    if article.status == Status.DRAFT:
        return "It has not been published."
    return f"{STATUS_LABELS[Status(article.status)]}."


def _clock(instant: datetime) -> str:
    return f"{timezone.localtime(instant):%-d %B, %H:%M}"


# ---- the surfaces


def surfaces_of(version: Version) -> Iterator[Surface]:
    """Yield every surface that a version could show on, in the order readers come across them."""
    yield Surface("Page", version.get_absolute_url(), live)
    yield Surface("Front page", reverse("public:front"), on_the_front)
    sections = [version.section, version.top_section] if version.section.pk else []
    for section in dict.fromkeys(sections):
        narrow = partial(listing.stories_in, section)
        yield Surface(f"Section {section.name}", section.get_absolute_url(), in_list(narrow))
        yield Surface(f"Feed of {section.name}", listing.feed_address(section), in_feed(narrow))
    tags = _tags_of(version)
    with_a_page = set(tag.with_a_page().filter(pk__in=[found.pk for found in tags]))
    for found in tags:
        yield from _of_tag(found, has_page=found in with_a_page)
    for person in _authors_of(version):
        narrow = partial(author.stories_by, person)
        yield Surface(f"Author {person.name}", person.get_absolute_url(), in_list(narrow))
        yield Surface(
            f"Feed of author {person.name}", reverse("public:author-feed", args=[person.slug]), in_feed(narrow)
        )
    if version.source:
        narrow = partial(source.stories_from, version.source)
        slug = version.source.slug
        yield Surface(f"Source {version.source}", reverse("public:source", args=[slug]), in_list(narrow))
        yield Surface(f"Feed of source {version.source}", reverse("public:source-feed", args=[slug]), in_feed(narrow))
    yield Surface("Search", reverse("public:search"), live)
    yield Surface("Feed of everything", reverse("public:feed"), in_feed(VersionQuerySet.all))
    yield Surface("Sitemap", reverse("public:sitemap"), in_sitemap)
    yield Surface("News sitemap", reverse("public:news-sitemap"), in_news_sitemap)
    yield Surface("Corrections", reverse("public:corrections"), among_corrections)
    yield Surface("What changed", f"{version.get_absolute_url()}changes/", has_changes)
    for name in ("API", "Alerts", "Newsletter"):
        yield Surface(name, "", nowhere)


def _tags_of(version: Version) -> list[Tag]:
    """Return the tags under which readers find a version, and those of a working copy that are blocked."""
    if version.pk:
        return list(Tag.objects.filter(version_tags__version=version).order_by("name"))
    return list(version.article.tags.order_by("name"))


def _authors_of(version: Version) -> list[Author]:
    if version.pk:
        return list(Author.objects.filter(version_authors__version=version).order_by("version_authors__position"))
    return [byline.author for byline in version.article.bylines.select_related("author")]


def _of_tag(found: Tag, *, has_page: bool) -> Iterator[Surface]:
    narrow = partial(tag.stories_with, found)
    yield Surface(f"Tag {found.name}", found.get_absolute_url(), in_list(narrow) if has_page else blocked)
    feed = reverse("public:tag-feed", args=[found.slug])
    yield Surface(f"Feed of tag {found.name}", feed, in_feed(narrow) if has_page else blocked)


def blocked(version: Version, at: datetime) -> str:
    return BLOCKED


def live(version: Version, at: datetime) -> str:
    return "" if Version.objects.live().filter(pk=version.pk).exists() else "It is not live."


def in_list(narrow: Narrow) -> Ask:
    def ask(version: Version, at: datetime) -> str:
        shows = narrow(Version.objects.live()).filter(article_id=version.article_id).exists()
        return "" if shows else "The list does not have it."

    return ask


def in_feed(narrow: Narrow) -> Ask:
    def ask(version: Version, at: datetime) -> str:
        told = feeds.told(narrow, at).each(lambda stories: stories.only("article_id", "first_published_at"))
        if any(one.article_id == version.article_id for one in told.first(feeds.SIZE)):
            return ""
        return _still_young(version, at) or f"It is not among the newest {feeds.SIZE}."

    return ask


def on_the_front(version: Version, at: datetime) -> str:
    front = Front.objects.filter(slug="home").first()
    strips = fill(front, now=at, sections=shell.top_sections())
    shows = any(story.article_id == version.article_id for strip in strips for story in strip.stories)
    return "" if shows else "Newer and pinned stories fill the front."


def in_sitemap(version: Version, at: datetime) -> str:
    if version.noindex:
        return "It is hidden from search engines."
    shows = sitemaps.indexed(Version.objects.live()).filter(article_id=version.article_id).exists()
    return "" if shows else "It is not live."


def in_news_sitemap(version: Version, at: datetime) -> str:
    if any(one.article_id == version.article_id for one in sitemaps.newest(at)):
        return ""
    if version.noindex:
        return "It is hidden from search engines."
    if version.first_published_at < at - timedelta(hours=sitemaps.NEWS_HOURS):
        return f"It is older than {sitemaps.NEWS_HOURS} hours."
    return _still_young(version, at) or "Copy of an agency without a byline of ours is left out."


def among_corrections(version: Version, at: datetime) -> str:
    shows = Version.objects.live_notes().filter(article_id=version.article_id).exists()
    return "" if shows else "It has no correction and no note."


def has_changes(version: Version, at: datetime) -> str:
    notes = Version.objects.notes_of(version.article_id).filter(change__in=changes.CORRECTS)
    return "" if notes.exists() else "It has no correction."


def nowhere(version: Version, at: datetime) -> str:
    return NOT_HERE


def _still_young(version: Version, at: datetime) -> str:
    heard_at = version.published_at + timedelta(seconds=undoing.UNDO_SECONDS)
    return HEARD_LATER.format(timezone.localtime(heard_at)) if heard_at > at else ""
