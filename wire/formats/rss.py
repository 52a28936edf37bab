"""Reads RSS 2.0 and 0.9x. A feed says nothing of embargoes, and an item that disappears from it is not killed."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from newsroom.lib import xml
from newsroom.lib.text import clean_line
from wire.formats import paragraphs, values
from wire.formats.item import Parsed, ParsedItem, ParsedName, ParsedPicture, ParseError, Profile, RefusedItem

MAX_ITEMS = 2000
NAME_LIMIT = 100
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"


def parse(payload: bytes, *, profile: Profile) -> list[Parsed]:
    """Return the items of a feed in its order, or raise ParseError."""
    try:
        document = xml.parse(payload)
    except xml.XmlError as error:
        raise ParseError("not_xml", str(error)) from error
    root = _split(document.root)[1]
    if root.lower() != "rss":
        raise ParseError("unknown_format", f"This is XML, but no RSS 2.0: it begins with <{root[:40]}>.")
    if document.degraded and b"</rss" not in payload.replace(b"\x00", b""):
        raise ParseError("not_xml", "The feed breaks off before its end.")
    channels = list(_children(document.root, "channel"))
    items = [(channel, item) for channel in channels for item in _children(channel, "item")]
    if not items:
        raise ParseError("no_items", "The feed holds no items.")
    if len(items) > MAX_ITEMS:
        raise ParseError("too_many", f"The feed holds {len(items)} items; at most {MAX_ITEMS} are taken in at once.")
    return [_parsed(item, channel, profile, document.warnings) for channel, item in items]


def _parsed(item: etree._Element, channel: etree._Element, profile: Profile, repairs: tuple[str, ...]) -> Parsed:
    guid = clean_line(_own(item, "guid") or _own(item, "link") or item.get(f"{{{_RDF}}}about", ""))
    if not guid or len(guid) > values.GUID_LIMIT:
        return RefusedItem("The item has no usable guid and no link: its updates could not be told apart.", guid[:80])
    body = paragraphs.from_markup(_foreign(item, "encoded") or _own(item, "description"))
    headline = paragraphs.plain_line(_own(item, "title"))
    published = _own(item, "pubDate") or _foreign(item, "date")
    changed = _foreign(item, "updated") or _foreign(item, "modified") or published
    version = values.digest(headline, body, changed)
    stand_in = paragraphs.plain_line(body)[:110]
    if not headline and not stand_in:
        return RefusedItem("The item has no headline and no text to take one from.", guid, version)
    language = _foreign(item, "language") or _own(channel, "language") or _foreign(channel, "language")
    return ParsedItem(
        guid=guid,
        version=version,
        headline=(headline or stand_in)[: values.HEADLINE_LIMIT],
        standfirst=paragraphs.plain_line(_own(item, "description")) if _foreign(item, "encoded") else "",
        body=body,
        byline=clean_line(_foreign(item, "creator") or _own(item, "author"))[:200],
        language=values.read_language(clean_line(language), default=profile.language),
        copyright_holder=clean_line(_foreign(item, "rights") or _own(channel, "copyright"))[:200],
        names=tuple(_topics(item)),
        pictures=tuple(_pictures(item)),
        version_created_at=values.read_time(changed, profile=profile),
        warnings=(*repairs, *([] if headline else ["No headline was sent; its first words stand in."])),
    )


def _split(element: etree._Element) -> tuple[str, str]:
    """Return namespace and local name. In a repaired tree a prefix that was never declared stands in the tag itself."""
    namespace, _, name = str(element.tag).rpartition("}")
    prefix, _, local = name.rpartition(":")
    return namespace or prefix, local


def _children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    return (child for child in element.iterchildren(etree.Element) if _split(child)[1] == name)


def _own(element: etree._Element, name: str) -> str:
    """Return the text of the first child of that name in the feed's own namespace that has any."""
    namespace = _split(element)[0]
    return _text(child for child in _children(element, name) if _split(child)[0] == namespace)


def _foreign(element: etree._Element, name: str) -> str:
    """Return the text of the first child of that name in another namespace (content:, dc:, atom:) that has any."""
    namespace = _split(element)[0]
    return _text(child for child in _children(element, name) if _split(child)[0] != namespace)


def _text(elements: Iterator[etree._Element]) -> str:
    return next(filter(None, ("".join(element.itertext()).strip() for element in elements)), "")


def _topics(item: etree._Element) -> Iterator[ParsedName]:
    elements = [*_children(item, "category"), *_children(item, "subject")]
    names = (paragraphs.plain_line("".join(element.itertext()))[:NAME_LIMIT] for element in elements)
    yield from (ParsedName(name, "topic") for name in dict.fromkeys(names) if name)


def _pictures(item: etree._Element) -> Iterator[ParsedPicture]:
    """Yield each picture once: a media:group is one picture in several sizes; a thumbnail counts when alone."""
    groups = [next(_children(group, "content"), None) for group in _children(item, "group")]
    found = [part for part in [*groups, *_children(item, "content")] if part is not None and _is_picture(part)]
    found += [part for part in _children(item, "enclosure") if _is_picture(part)]
    for part in found or list(_children(item, "thumbnail"))[:1]:
        yield ParsedPicture(
            caption=paragraphs.plain_line(_own(part, "description") or _own(part, "text")),
            credit=clean_line(_own(part, "credit"))[:200],
            href=(part.get("url") or "")[:500],
        )


def _is_picture(part: etree._Element) -> bool:
    return part.get("medium") == "image" or (part.get("type") or "").startswith("image/")
