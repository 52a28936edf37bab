"""Reads JSON Feed 1.0 and 1.1."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.lib.text import clean_line
from wire.formats import feed_items, paragraphs, values
from wire.formats.feed_markup import join, with_whole_links
from wire.formats.item import (
    Parsed,
    ParsedName,
    ParsedPicture,
    ParsedRelation,
    ParsedRendition,
    ParseError,
    Profile,
    RefusedItem,
)
from wire.formats.json_objects import Node, load


def parse(payload: bytes, *, profile: Profile) -> list[Parsed]:
    """Return the items of a feed in its order, or raise ParseError."""
    document = load(payload)
    entries = document.get("items") if isinstance(document, dict) else None
    if not isinstance(entries, list):
        raise ParseError("unknown_format", "This is JSON, but no JSON Feed: it has no list of items.")
    feed = Node(document)
    return feed_items.twins_marked([_parsed(entry, feed, profile) for entry in feed_items.counted(entries)])


def _parsed(entry: object, feed: Node, profile: Profile) -> Parsed:
    if not isinstance(entry, dict):
        return RefusedItem("This entry is no object, so it is no item.")
    if not entry:
        return feed_items.empty()
    node = Node(entry)
    base = profile.address or feed.text("home_page_url", "feed_url")
    body = _body(node, base)
    found = feed_items.Found(
        guid=clean_line(node.text("id") or node.text("url", "external_url")),
        headline=paragraphs.plain_line(node.text("title")),
        body=body or paragraphs.from_text(node.text("summary")),
        published=clean_line(node.text("date_published")),
        changed=clean_line(node.text("date_modified")),
    )
    details = {
        "standfirst": paragraphs.plain_line(node.text("summary")) if body else "",
        "byline": _byline(node) or _byline(feed),
        "language": values.read_language(
            clean_line(node.text("language") or feed.text("language")), default=profile.language
        ),
        "names": tuple(_topics(node)),
        "pictures": tuple(_pictures(node, base)),
        "link": join(base, clean_line(node.text("url", "external_url")))[:500],
        "relations": tuple(_relations(node)),
    }
    return feed_items.finished(found, details, profile=profile)


def _body(node: Node, base: str) -> str:
    markup = node.text("content_html")
    if markup:
        return with_whole_links(paragraphs.from_markup(markup), base)
    return paragraphs.from_text(node.text("content_text"))


def _byline(node: Node) -> str:
    """Return the authors: a list in 1.1, one object in 1.0."""
    named = feed_items.byline(person.text("name") for person in node.nodes("authors"))
    return named or feed_items.byline(person.text("name") for person in node.objects("author"))


def _topics(node: Node) -> Iterator[ParsedName]:
    names = (paragraphs.plain_line(tag)[: feed_items.NAME_LIMIT] for tag in node.texts("tags"))
    yield from (ParsedName(name, "topic") for name in dict.fromkeys(names) if name)


def _pictures(node: Node, base: str) -> Iterator[ParsedPicture]:
    """Yield the picture, the banner and what is attached, each address once."""
    found: dict[str, ParsedPicture] = {}
    for key in ("image", "banner_image"):
        href = join(base, clean_line(node.text(key)))[:500]
        if href:
            found.setdefault(href, ParsedPicture(href=href, renditions=(ParsedRendition(href, name=key),)))
    for part in node.nodes("attachments"):
        href, mime = join(base, clean_line(part.text("url")))[:500], clean_line(part.text("mime_type")).lower()
        if href and mime.startswith("image"):
            size = values.version_number(part.text("size_in_bytes"))
            rendition = ParsedRendition(href, mime=mime[:80], size_bytes=size)
            caption = paragraphs.plain_line(part.text("title"))
            found.setdefault(href, ParsedPicture(href=href, caption=caption, renditions=(rendition,)))
    yield from found.values()


def _relations(node: Node) -> Iterator[ParsedRelation]:
    other = clean_line(node.text("external_url"))
    if other and node.text("id", "url"):
        yield ParsedRelation("seeAlso", other[: values.GUID_LIMIT])
