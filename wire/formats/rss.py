"""Reads RSS 2.0, 0.9x and 1.0 (RDF), and WordPress's export. An item that disappears from a feed is not killed."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from newsroom.lib.text import clean_line, without_unprintable
from wire.formats import feed_items, feed_pictures, paragraphs, values
from wire.formats.feed_items import Feed
from wire.formats.feed_markup import base_of, first_markup, first_text, join, text_of, with_whole_links
from wire.formats.feed_names import RDF_ABOUT, XML_LANG, Fields
from wire.formats.item import Parsed, ParsedRelation, Profile

ROOTS = {"rss", "rdf:rdf", "channel", "rdf"}
_BODIES = (
    *("content:encoded", "description", "dc:description", "xhtml:body", "xhtml:div", "body", "content"),
    *("atom:content", "atom:summary", "summary", "itunes:summary", "content:items", "media:description"),
)
_SHORTER = ("description", "summary", "itunes:summary", "atom:summary", "itunes:subtitle")
_AUTHORS = ("dc:creator", "author", "atom:author", "itunes:author")
_CHANGES = ("atom:updated", "dcterms:modified", "dc:modified", "updated", "modified")
_RELATED = {"related": "seeAlso", "via": "derivedFrom"}
# What WordPress exports and has not published
_WORDPRESS_USABLE = {"", "publish"}


def parse(payload: bytes, *, profile: Profile) -> list[Parsed]:
    """Return the items of a feed in its order, or raise ParseError."""
    feed = feed_items.open_feed(payload, own="rss", roots=ROOTS, profile=profile)
    names = feed.names
    channels = [names.fields(element) for element in names.all(feed.root, "channel")]
    items = feed_items.counted(names.all(feed.root, "item"))
    channel = channels[0] if channels else {}
    facts = _Channel(feed, channel)
    return feed_items.twins_marked([_parsed(item, facts) for item in items])


class _Channel:
    """What the channel says of all of its items."""

    def __init__(self, feed: Feed, fields: Fields) -> None:
        self.feed = feed
        self.language = first_text(fields.get("language") or fields.get("dc:language")) or feed.language
        self.rights = feed_items.line(fields, "copyright", "dc:rights", "media:copyright", "atom:rights")
        self.license = feed_items.license_of(fields)
        self.link = feed_items.line(fields, "link")


def _parsed(item: etree._Element, channel: _Channel) -> Parsed:
    fields = channel.feed.names.fields(item)
    if not fields and not item.attrib:
        return feed_items.empty()
    base = base_of(item, channel.feed.base) or channel.link
    about = item.get(RDF_ABOUT) or item.get("about") or ""
    link = feed_items.line(fields, "link") or _atom_link(fields, "alternate")
    found = feed_items.Found(
        guid=feed_items.line(fields, "guid", "id") or clean_line(about) or link,
        headline=paragraphs.plain_line(first_text(fields.get("title")) or first_text(fields.get("dc:title"))),
        body=_body(fields, base),
        published=feed_items.line(
            fields, "pubdate", "dc:date", "dcterms:issued", "atom:published", "published", "wp:post_date_gmt"
        ),
        changed=feed_items.line(fields, *_CHANGES),
    )
    details = _details(item, fields, body=found.body, link=link, base=base, channel=channel)
    return channel.feed.finished(found, details)


def _details(
    item: etree._Element, fields: Fields, *, body: str, link: str, base: str, channel: _Channel
) -> dict[str, object]:
    language = feed_items.line(fields, "dc:language", "language") or item.get(XML_LANG) or channel.language
    rights = feed_items.line(fields, "dc:rights", "media:copyright", "copyright") or channel.rights
    details: dict[str, object] = {
        "standfirst": _standfirst(fields, body),
        "byline": _byline(fields),
        "language": values.read_language(clean_line(language), default=channel.feed.profile.language),
        "copyright_holder": rights[:200],
        "usage_terms": feed_items.license_of(fields) or channel.license,
        "credit": feed_items.line(fields, "source", "dc:publisher")[:120],
        "names": feed_items.topics([*fields.get("category", ()), *fields.get("dc:subject", ())]),
        "keywords": feed_items.keywords(fields),
        "pictures": feed_pictures.pictures(fields, channel.feed.names, base=base),
        "link": join(base, link)[:500] or _permalink(fields),
        "relations": tuple(_relations(fields)) if "atom:link" in fields else (),
    }
    if "wp:status" in fields:
        details |= _wordpress(fields)
    return details


def _body(fields: Fields, base: str) -> str:
    for key in _BODIES:
        if key in fields and (markup := first_markup(fields[key])):
            base = base_of(fields[key][0], base)
            return with_whole_links(paragraphs.from_markup(markup, is_tidy=True), base)
    return ""


def _standfirst(fields: Fields, body: str) -> str:
    """Return the first shorter text that is not the body again."""
    if "excerpt:encoded" in fields:
        return paragraphs.plain_line(first_markup(fields["excerpt:encoded"]))
    for key in _SHORTER if "content:encoded" in fields else _SHORTER[1:]:
        if key in fields:
            line = paragraphs.plain_line(first_markup(fields[key]))
            if line and line not in body:
                return line
    return ""


def _byline(fields: Fields) -> str:
    people = next((fields[key] for key in _AUTHORS if key in fields), [])
    return feed_items.byline(map(text_of, people))


def _permalink(fields: Fields) -> str:
    guid = feed_items.line(fields, "guid")
    return guid[:500] if guid.startswith(("https://", "http://")) else ""


def _atom_link(fields: Fields, rel: str) -> str:
    links = (link for link in fields.get("atom:link", ()) if (link.get("rel") or "alternate").lower() == rel)
    return next((clean_line(link.get("href") or "") for link in links), "")


def _relations(fields: Fields) -> Iterator[ParsedRelation]:
    for link in fields.get("atom:link", ()):
        rel = _RELATED.get((link.get("rel") or "").lower())
        if rel and link.get("href"):
            yield ParsedRelation(rel, clean_line(link.get("href") or "")[: values.GUID_LIMIT])


def _wordpress(fields: Fields) -> dict[str, object]:
    """Return what WordPress's export says more: drafts and private pages are in it, too."""
    status = feed_items.line(fields, "wp:status").lower()
    details: dict[str, object] = {
        "alt_ids": (("wp:post_id", feed_items.line(fields, "wp:post_id")),),
        "profile": feed_items.line(fields, "wp:post_type"),
    }
    if status not in _WORDPRESS_USABLE:
        details["pubstatus"] = "canceled" if status == "trash" else "withheld"
        details["warnings"] = (f"WordPress calls this item “{without_unprintable(status)[:40]}”.",)
    return details
