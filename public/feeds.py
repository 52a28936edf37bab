"""RSS 2.0 for the site, each section, tag, author and source, and the corrections. A story keeps its guid for ever;
one that was withdrawn is simply no longer in the feed. What can still be undone is not told (articles.undoing)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any
from xml.sax.xmlreader import AttributesImpl

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.html import format_html
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe

from articles import undoing
from articles.models.version import Version, VersionQuerySet
from images.models import Image
from newsroom.lib.text import without_unprintable
from public.caching import language_tag, reader_cache
from public.listing import settled_lists_changed_at
from public.pictures import fetch, nearest
from public.templatetags.public import feed_body
from public.views import author as authors
from public.views import listing
from public.views import source as sources
from public.views import tag as tags

SIZE = 30
SECONDS = 60
TTL_MINUTES = 5
PICTURE_PX = 1200
EMPTY_SINCE = datetime(1970, 1, 1, tzinfo=UTC)
SHOWN = ("section", "source__rights", "picture")
NAMESPACES = {
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:media": "http://search.yahoo.com/mrss/",
}


@dataclass(frozen=True, slots=True)
class Channel:
    """What a feed says of itself; `path` is the page it belongs to."""

    title: str
    path: str
    description: str
    tags: tuple[str, ...]


class NewsFeed(Rss201rev2Feed):
    """RSS with our namespaces, all authors, the full text and the picture. Its build date is that of its news."""

    def rss_attributes(self) -> dict[str, str]:
        return super().rss_attributes() | NAMESPACES

    def latest_post_date(self) -> datetime:
        """Return the newest date of any item; a feed without items has an old one, so that it never seems to change."""
        return max((item["changed_at"] for item in self.items), default=EMPTY_SINCE)

    def add_item_elements(self, handler: SimplerXMLGenerator, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        for name in item["creators"]:
            handler.addQuickElement("dc:creator", name)
        if item["content"]:
            handler.addQuickElement("content:encoded", item["content"])
        story = item["story"]
        if story and story.picture:
            _add_picture(handler, story.picture, story)


@require_safe
def site(request: HttpRequest) -> HttpResponse:
    channel = Channel(settings.SITE_NAME, "/", settings.SITE_TAGLINE, ("front", "lists"))
    return _send_stories(request, channel, VersionQuerySet.all)


@require_safe
def section(request: HttpRequest, section: str, sub: str | None = None) -> HttpResponse:
    found = listing.find_section(section, sub)
    title = f"{settings.SITE_NAME}: {found.name}"
    channel = Channel(title, found.get_absolute_url(), found.description, (f"section:{found.pk}",))
    return _send_stories(request, channel, partial(listing.stories_in, found))


@require_safe
def tag(request: HttpRequest, slug: str) -> HttpResponse:
    found = tags.find_tag(slug)
    title = f"{settings.SITE_NAME}: {found.name}"
    channel = Channel(title, found.get_absolute_url(), found.description, (f"tag:{found.pk}",))
    return _send_stories(request, channel, partial(tags.stories_with, found))


@require_safe
def author(request: HttpRequest, slug: str) -> HttpResponse:
    found = authors.find_author(slug)
    title = f"{settings.SITE_NAME}: {found.name}"
    channel = Channel(title, found.get_absolute_url(), found.bio or found.role, (f"author:{found.pk}",))
    return _send_stories(request, channel, partial(authors.stories_by, found))


@require_safe
def source(request: HttpRequest, slug: str) -> HttpResponse:
    found = sources.find_source(slug)
    title = f"{settings.SITE_NAME}: {found.name}"
    channel = Channel(title, found.get_absolute_url(), found.description, (f"source:{found.pk}",))
    return _send_stories(request, channel, partial(sources.stories_from, found))


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    """Send the corrections and clarifications as a feed, an item for each."""
    title = f"{settings.SITE_NAME}: Corrections"
    channel = Channel(title, "/corrections/", "What we got wrong or said unclearly, and what is right.", ("lists",))
    feed = _feed(request, channel)
    for note in undoing.settled_notes(timezone.now()).for_lists()[:SIZE]:
        feed.add_item(
            title=_text(f"{note.get_change_display()}: {note.headline}"),
            link=f"{note.address}#notes",
            description=_text(note.public_note),
            unique_id=f"{note.guid}/note/{note.number}",
            unique_id_is_permalink=False,
            pubdate=note.published_at,
            changed_at=note.published_at,
            creators=[],
            content="",
            story=None,
        )
    return _send(request, feed, channel)


def told(narrow: undoing.Narrow, now: datetime) -> undoing.Settled:
    """Return the stories that a feed tells of, as they can no longer be undone: those that `narrow` leaves."""
    return undoing.settled(now).each(narrow)


def newest(narrow: undoing.Narrow, now: datetime) -> list[Version]:
    """Return what a feed tells: the newest SIZE of its stories."""
    return told(narrow, now).each(lambda stories: stories.select_related(*SHOWN)).first(SIZE)


def _send_stories(request: HttpRequest, channel: Channel, narrow: undoing.Narrow) -> HttpResponse:
    feed = _feed(request, channel)
    rows = newest(narrow, timezone.now())
    fetch(rows)
    for story in rows:
        feed.add_item(**_item(story))
    return _send(request, feed, channel)


def _feed(request: HttpRequest, channel: Channel) -> NewsFeed:
    return NewsFeed(
        title=_text(channel.title),
        link=settings.SITE_URL + channel.path,
        description=_text(channel.description or settings.SITE_TAGLINE),
        language=language_tag(settings.LANGUAGE_CODE),
        feed_url=settings.SITE_URL + request.path,
        feed_copyright=f"© {settings.SITE_NAME}",
        ttl=TTL_MINUTES,
    )


def _item(story: Version) -> dict[str, Any]:
    return {
        "title": _text(story.headline),
        "link": story.address,
        "description": _text(story.description),
        "unique_id": story.guid,
        "unique_id_is_permalink": False,
        "pubdate": story.first_published_at,
        "categories": [_text(name) for name in _categories(story)],
        "changed_at": story.published_at,
        "creators": [_text(byline["name"]) for byline in story.bylines] or [_text(_without_byline(story))],
        "content": _content(story),
        "story": story,
    }


def _categories(story: Version) -> Iterable[str]:
    return dict.fromkeys([story.section.name, *(tag["name"] for tag in story.tag_names)])


def _without_byline(story: Version) -> str:
    return story.source.name if story.source else settings.SITE_NAME


def _content(story: Version) -> str:
    """Return the full text with absolute links; nothing where the source lets us pass on a summary only."""
    if story.source and not story.source.allows_full_text_feeds:
        return ""
    text = without_unprintable(feed_body(story)).replace('href="/', f'href="{settings.SITE_URL}/')
    if not story.credit_line:
        return text
    return text + format_html("<p>{}</p>", without_unprintable(story.credit_line))


def _add_picture(handler: SimplerXMLGenerator, picture: Image, story: Version) -> None:
    """Write the JPEG nearest to the width readers show, with its credit and description."""
    rendition = nearest(picture, PICTURE_PX)
    shown = rendition or picture
    attributes = {"url": settings.SITE_URL + shown.file.url, "medium": "image"}
    attributes |= {"type": rendition.mime} if rendition else {}
    attributes |= {"width": str(shown.width_px), "height": str(shown.height_px)}
    handler.startElement("media:content", AttributesImpl(attributes))
    if story.picture_credit:
        handler.addQuickElement("media:credit", _text(story.picture_credit))
    description = story.shown_caption or story.shown_alt
    if description:
        handler.addQuickElement("media:description", _text(description), {"type": "plain"})
    handler.endElement("media:content")


def _send(request: HttpRequest, feed: NewsFeed, channel: Channel) -> HttpResponse:
    content_type = "application/rss+xml; charset=utf-8"
    response = HttpResponse(feed.writeString("utf-8"), content_type=content_type)
    tags = [*channel.tags, "lists"]
    answer = reader_cache(request, response, tags=tags, seconds=SECONDS, modified=settled_lists_changed_at())
    answer["Link"] = f'<{settings.SITE_URL}{request.path}>; rel="self"'
    return answer


def _text(text: str) -> str:
    """Drop what XML cannot hold; everything else is escaped when it is written."""
    return without_unprintable(text)
