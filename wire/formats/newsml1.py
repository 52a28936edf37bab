"""Reads NewsML 1.0 to 1.2 (IPTC), with or without namespace: every NewsItem, each language of a bilingual one apart."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from newsroom.lib import xml
from wire.formats import newsml1_item, newsml1_languages, newsml1_management, values
from wire.formats import newsml1_tree as tree
from wire.formats.item import Parsed, ParseError, Profile, RefusedItem

MAX_ITEMS = 2000


def parse(payload: bytes, *, profile: Profile) -> list[Parsed]:
    """Return the items of a document in its order, or raise ParseError."""
    try:
        document = xml.parse(payload)
    except xml.XmlError as error:
        raise ParseError("not_xml", str(error)) from error
    name = tree.name_of(document.root).rpartition(":")[2]
    if name.lower() not in {"newsml", "newsitem"}:
        raise ParseError("unknown_format", f"This is XML, but no NewsML: it begins with <{name[:40]}>.")
    if document.degraded:
        tree.without_prefixes(document.root)
    items = list(document.root.iter("{*}NewsItem"))
    if not items:
        raise ParseError("no_items", "The document holds no items.")
    if len(items) > MAX_ITEMS:
        raise ParseError("too_many", f"The document holds {len(items)} items; at most {MAX_ITEMS} are taken in.")
    envelope = newsml1_item.Envelope.read(document, profile=profile)
    return [parsed for item in items for parsed in _parsed(item, envelope, profile)]


def _parsed(item: etree._Element, envelope: newsml1_item.Envelope, profile: Profile) -> Iterator[Parsed]:
    """Yield the item, once for each of its languages."""
    management = newsml1_management.read(item, profile=profile)
    if len(management.guid) > values.GUID_LIMIT or len(management.version) > values.VERSION_LIMIT:
        yield RefusedItem("The item's identity is too long to be one.", management.guid[:80], management.version[:20])
        return
    stories = newsml1_languages.stories(item)
    yield from newsml1_item.versions(management, stories, envelope, profile=profile)
