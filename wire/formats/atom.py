"""Reads Atom 1.0 and 0.3, feeds and single entries. A deleted entry (RFC 6721) is a kill."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator

from lxml import etree

from newsroom.lib.text import clean_line
from wire.formats import feed_items, feed_pictures, paragraphs, values
from wire.formats.feed_items import Feed
from wire.formats.feed_markup import base_of, first_text, inner_html, join, text_of, with_whole_links
from wire.formats.feed_names import XML_LANG, Fields
from wire.formats.item import Parsed, ParsedItem, ParsedName, ParsedRelation, Profile, RefusedItem

ROOTS = {"feed", "entry", "at:deleted-entry"}
DELETED = "Deleted by the source"
_RELATIONS = {"related": "seeAlso", "via": "derivedFrom", "replies": ""}
_HTML_TYPES = {"html", "text/html", "application/xhtml+xml", "xhtml"}


def parse(payload: bytes, *, profile: Profile) -> list[Parsed]:
    """Return the entries of a feed in its order, or raise ParseError."""
    feed = feed_items.open_feed(payload, own="atom", roots=ROOTS, profile=profile)
    names = feed.names
    is_feed = names.key(feed.root) == "feed"
    entries = list(_entries(feed.root, feed)) if is_feed else [feed.root]
    facts = _FeedFacts(feed, names.fields(feed.root) if is_feed else {})
    found = [
        _deleted(entry, feed) if names.key(entry) == "at:deleted-entry" else _parsed(entry, facts)
        for entry in feed_items.counted(entries)
    ]
    return feed_items.twins_marked(found)


def _entries(element: etree._Element, feed: Feed) -> Iterator[etree._Element]:
    """Yield the entries, also those that a repaired feed left one inside the other; never what is in a content."""
    for child in element:
        key = feed.names.key(child)
        if key in {"entry", "at:deleted-entry"}:
            yield child
            yield from _entries(child, feed)
        elif key == "feed":
            yield from _entries(child, feed)


class _FeedFacts:
    """What the feed says of all of its entries."""

    def __init__(self, feed: Feed, fields: Fields) -> None:
        self.feed = feed
        self.language = feed.language or feed_items.line(fields, "dc:language", "language")
        self.rights = feed_items.line(fields, "rights", "copyright", "dc:rights")
        self.byline = _byline(fields, feed)


def _parsed(entry: etree._Element, facts: _FeedFacts) -> Parsed:
    feed, fields = facts.feed, facts.feed.names.fields(entry)
    if not fields:
        return feed_items.empty()
    base = base_of(entry, feed.base)
    links = fields.get("link", [])
    link = _link(links, "alternate")
    body, doubts = _body(fields, base)
    found = feed_items.Found(
        guid=feed_items.line(fields, "id", "guid") or link,
        headline=_plain(fields, "title") or paragraphs.plain_line(first_text(fields.get("dc:title"))),
        body=body,
        published=feed_items.line(fields, "published", "issued", "created", "dc:date", "dcterms:issued"),
        changed=feed_items.line(fields, "updated", "modified", "dcterms:modified"),
    )
    details = _details(entry, fields, link=join(base, link), base=base, facts=facts)
    return feed.finished(found, {**details, "warnings": (*doubts, *_draft_warning(details))})


def _details(entry: etree._Element, fields: Fields, *, link: str, base: str, facts: _FeedFacts) -> dict[str, object]:
    feed, links = facts.feed, fields.get("link", [])
    source = feed.names.fields(fields["source"][0]) if "source" in fields else {}
    language = entry.get(XML_LANG) or feed_items.line(fields, "dc:language") or _content_language(fields)
    enclosures = feed_pictures.enclosure_links(links)
    pictured = {**fields, "enclosure": [*fields.get("enclosure", ()), *enclosures]} if enclosures else fields
    return {
        "standfirst": _plain(fields, "summary") if _texts(fields, base) else "",
        "byline": _byline(fields, feed) or _byline(source, feed) or facts.byline,
        "language": values.read_language(clean_line(language or facts.language), default=feed.profile.language),
        "copyright_holder": (_plain(fields, "rights") or _plain(fields, "copyright") or facts.rights)[:200],
        "usage_terms": feed_items.license_of(fields) or _link(links, "license")[:200],
        "credit": _plain(source, "title")[:120],
        "names": _topics(fields),
        "keywords": feed_items.keywords(fields),
        "pictures": feed_pictures.pictures(pictured, feed.names, base=base),
        "link": link[:500],
        "relations": tuple(_relations(fields)),
        "pubstatus": "withheld" if _is_draft(fields, feed) else "usable",
    }


def _deleted(entry: etree._Element, feed: Feed) -> Parsed:
    """Return the kill that a tombstone is."""
    guid, when = clean_line(entry.get("ref") or ""), clean_line(entry.get("when") or "")
    if not guid or len(guid) > values.GUID_LIMIT:
        return RefusedItem("A deleted entry does not say which one.", guid[:80])
    fields = feed.names.fields(entry)
    return ParsedItem(
        guid=guid,
        version=when[: values.VERSION_LIMIT] or "deleted",
        headline=DELETED,
        headline_is_stand_in=True,
        kind="kill",
        pubstatus="canceled",
        status_sent="canceled",
        version_sent=when[: values.VERSION_LIMIT],
        version_created_at=values.read_time(when, profile=feed.profile),
        language=feed.profile.language,
        ednote=feed_items.line(fields, "at:comment", "comment"),
        warnings=feed.warnings,
        is_degraded=feed.is_degraded,
    )


def _texts(fields: Fields, base: str) -> list[tuple[str, str]]:
    """Return (kind, HTML) of the contents that stand in the entry. Atom 0.3 may send alternatives."""
    contents = [part for content in fields.get("content", ()) for part in _alternatives(content)]
    found = ((_kind(part), with_whole_links(_html(part), base_of(part, base))) for part in contents)
    return [(kind, markup) for kind, markup in found if markup]


def _alternatives(content: etree._Element) -> list[etree._Element]:
    """Return the texts of a content that holds several (Atom 0.3), else itself."""
    return list(content) if _kind(content) == "multipart/alternative" else [content]


def _body(fields: Fields, base: str) -> tuple[str, list[str]]:
    """Return the best text as HTML, and what is to be said of it: content, else summary, else Media RSS."""
    texts = _texts(fields, base)
    if texts:
        return max(texts, key=lambda pair: pair[0] in _HTML_TYPES)[1], []
    remote = next((part.get("src") for part in fields.get("content", ()) if part.get("src")), "")
    doubts = [f"The whole text stands at {join(base, remote)[:300]}; it was not sent along."] if remote else []
    for part in fields.get("summary", ()):
        markup = with_whole_links(_html(part), base_of(part, base))
        if markup:
            return markup, doubts
    media = first_text(fields.get("media:description")) or _in_groups(fields, "media:description")
    return paragraphs.from_text(media) if media else "", doubts


def _in_groups(fields: Fields, key: str) -> str:
    local = key.partition(":")[2]
    parts = (part for group in fields.get("media:group", ()) for part in group.iterchildren(etree.Element))
    return next((text_of(part) for part in parts if str(part.tag).rpartition("}")[2].endswith(local)), "")


def _kind(part: etree._Element) -> str:
    return (part.get("type") or "text").strip().lower().partition(";")[0]


def _html(part: etree._Element) -> str:
    """Return a text construct as HTML, whatever it says of itself."""
    kind, mode = _kind(part), (part.get("mode") or "").lower()
    if len(part):
        return paragraphs.from_markup(inner_html(part), is_tidy=True)
    text = (part.text or "").strip()
    if not text:
        return ""
    if mode == "base64" or (mode == "" and _is_binary(kind)):
        text = _from_base64(text)
        kind = "html" if paragraphs.has_markup(text) else kind
    if kind in _HTML_TYPES or mode == "escaped" or paragraphs.has_blocks(text):
        return paragraphs.from_markup(text)
    return paragraphs.from_text(text)


def _is_binary(kind: str) -> bool:
    return "/" in kind and not kind.startswith("text/") and not kind.endswith(("xml", "html"))


def _from_base64(text: str) -> str:
    try:
        return base64.b64decode(text, validate=False).decode("utf-8")
    except (binascii.Error, ValueError):  # pictures and other files are no text
        return ""


def _plain(fields: Fields, key: str) -> str:
    """Return a text construct as one line."""
    parts = fields.get(key, ())
    for part in parts:
        line = paragraphs.plain_line(text_of(part) if len(part) else _decoded(part))
        if line:
            return line
    return ""


def _decoded(part: etree._Element) -> str:
    text = part.text or ""
    return _from_base64(text) if (part.get("mode") or "").lower() == "base64" else text


def _link(links: list[etree._Element], rel: str) -> str:
    """Return the address of the first link of this kind; without a word a link is to the page itself."""
    found = (link for link in links if (link.get("rel") or "alternate").strip().lower() == rel)
    return next(filter(None, (clean_line(link.get("href") or text_of(link)) for link in found)), "")


def _byline(fields: Fields, feed: Feed) -> str:
    people = fields.get("author") or fields.get("dc:creator") or []
    return feed_items.byline(_person(person, feed) for person in people)


def _person(person: etree._Element, feed: Feed) -> str:
    """Return a person's name; an address is not a byline."""
    return feed_items.line(feed.names.fields(person), "name") if len(person) else text_of(person)


def _topics(fields: Fields) -> tuple[ParsedName, ...]:
    found: dict[str, ParsedName] = {}
    for part in fields.get("category", ()):
        term = clean_line(part.get("term") or text_of(part))
        name = paragraphs.plain_line(part.get("label") or term)[: feed_items.NAME_LIMIT]
        if name and term not in found:
            scheme = clean_line(part.get("scheme") or "")[:200]
            found[term] = ParsedName(name, "topic", values.topic_code(term) if term != name else "", scheme)
    for topic in feed_items.topics(fields.get("dc:subject", [])):
        found.setdefault(topic.name, topic)
    return tuple(found.values())


def _relations(fields: Fields) -> Iterator[ParsedRelation]:
    for link in fields.get("link", ()):
        rel = _RELATIONS.get((link.get("rel") or "").strip().lower())
        if rel and link.get("href"):
            yield ParsedRelation(rel, clean_line(link.get("href") or "")[: values.GUID_LIMIT])
    for part in fields.get("thr:in-reply-to", ()):
        if part.get("ref"):
            yield ParsedRelation("inReplyTo", clean_line(part.get("ref") or "")[: values.GUID_LIMIT])


def _content_language(fields: Fields) -> str:
    return next((part.get(XML_LANG) or "" for key in ("content", "title") for part in fields.get(key, ())), "")


def _is_draft(fields: Fields, feed: Feed) -> bool:
    controls = [*fields.get("app:control", ()), *fields.get("control", ())]
    return any(feed_items.line(feed.names.fields(part), "app:draft", "draft").lower() == "yes" for part in controls)


def _draft_warning(details: dict[str, object]) -> list[str]:
    return ["The source calls this entry a draft."] if details["pubstatus"] == "withheld" else []
