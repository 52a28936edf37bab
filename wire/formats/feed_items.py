"""What RSS and Atom share: opening a feed, identity and version of an item, its names and its headline."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from lxml import etree

from newsroom.lib import xml
from newsroom.lib.text import clean_line, shorten
from wire.formats import charsets, paragraphs, values
from wire.formats.feed_markup import base_of, first_text, text_of
from wire.formats.feed_names import XML_LANG, FeedNames, Fields
from wire.formats.item import Parsed, ParsedItem, ParsedName, ParseError, Profile, RefusedItem

MAX_ITEMS = 2000
NAME_LIMIT = 100
FIRST_WORDS = 110
Item = TypeVar("Item")
UNTITLED = "(no headline)"
_MAIL_AND_NAME = re.compile(r"\S+@\S+\s*\((.*)\)\Z")
_NAME_AND_MAIL = re.compile(r"\s*[<(](?:mailto:)?\S+@\S+[>)]\Z")


@dataclass(frozen=True, slots=True)
class Feed:
    """An opened feed: its tree and what holds for all of its items."""

    root: etree._Element
    names: FeedNames
    profile: Profile
    base: str
    language: str
    warnings: tuple[str, ...]
    is_degraded: bool

    def finished(self, found: Found, details: dict[str, Any]) -> Parsed:
        return finished(found, details, profile=self.profile, warnings=self.warnings, is_degraded=self.is_degraded)


@dataclass(frozen=True, slots=True)
class Found:
    """What makes the identity of an item."""

    guid: str
    headline: str
    body: str
    published: str
    changed: str


def open_feed(payload: bytes, *, own: str, roots: set[str], profile: Profile) -> Feed:
    """Read a feed's XML, or raise ParseError. A feed that breaks off before its end is an error, not a short feed."""
    try:
        document = xml.parse(charsets.as_utf8(payload, charset=profile.charset))
    except xml.XmlError as error:
        raise ParseError("not_xml", str(error)) from error
    root, names = document.root, FeedNames(own)
    prefix, _, name = names.key(root).rpartition(":")
    if name in roots and names.key(root) not in roots:  # a feed in somebody else's namespace
        names = FeedNames(prefix)
    if names.key(root) not in roots:
        local = str(root.tag).rpartition("}")[2][:40]
        raise ParseError("unknown_format", f"This is XML, but no such feed: it begins with <{local}>.")
    if document.degraded and not _is_closed(payload, root):
        raise ParseError("not_xml", "The feed breaks off before its end.")
    language = clean_line(root.get(XML_LANG) or "")
    base = base_of(root, profile.address)
    return Feed(root, names, profile, base, language, document.warnings, document.degraded)


def _is_closed(payload: bytes, root: etree._Element) -> bool:
    name = str(root.tag).rpartition("}")[2].rpartition(":")[2].lower().encode()
    _, end_tag, rest = payload.replace(b"\x00", b"").rpartition(b"</")
    return bool(end_tag) and name in rest[:80].lower()


def counted(items: list[Item]) -> list[Item]:
    if not items:
        raise ParseError("no_items", "The feed holds no items.")
    if len(items) > MAX_ITEMS:
        raise ParseError("too_many", f"The feed holds {len(items)} items; at most {MAX_ITEMS} are taken in at once.")
    return items


def finished(
    found: Found,
    details: dict[str, Any],
    *,
    profile: Profile,
    warnings: tuple[str, ...] = (),
    is_degraded: bool = False,
) -> Parsed:
    """Return the item with identity, version and headline, whatever little was sent of it."""
    changed = found.changed or found.published
    stand_in = "" if found.headline else _stand_in(found, details)
    guid, doubts = _identity(found, details)
    time = values.read_time(changed, profile=profile) if changed else None
    first = time if found.published == changed else values.read_time(found.published, profile=profile)
    if not found.headline:
        doubts.append("No headline was sent; its first words stand in.")
    if changed and time is None:
        doubts.append(f"The time “{changed[:40]}” cannot be read.")
    return ParsedItem(
        guid=guid,
        version=values.digest(found.headline, found.body, changed),
        headline=(found.headline or stand_in)[: values.HEADLINE_LIMIT],
        headline_is_stand_in=not found.headline,
        body=found.body,
        version_sent=found.changed[: values.VERSION_LIMIT],
        version_created_at=time,
        first_created_at=first,
        warnings=(*warnings, *details.pop("warnings", ()), *doubts),
        is_degraded=is_degraded,
        **details,
    )


def twins_marked(items: list[Parsed]) -> list[Parsed]:
    """Return the items; one that has the guid of another in the same feed and other words says so."""
    seen: dict[str, str] = {}
    marked: list[Parsed] = []
    for item in items:
        if (
            isinstance(item, ParsedItem)
            and item.kind != "kill"
            and seen.setdefault(item.guid, item.headline) != item.headline
        ):
            doubt = f"Another item of this feed has the same guid: “{shorten(seen[item.guid], 80)}”."
            item = replace(item, warnings=(*item.warnings, doubt))
        marked.append(item)
    return marked


def _identity(found: Found, details: dict[str, Any]) -> tuple[str, list[str]]:
    """Return the guid; where none can serve, one that stays the same as long as the words do."""
    if not found.guid:
        doubt = "The item has no guid and no link: an update of it will look like another item."
        words = (found.headline, found.body, found.published)
        return f"urn:newsroom:feed:{values.digest(*(words if any(words) else [repr(details)]))}", [doubt]
    if len(found.guid) > values.GUID_LIMIT:
        return f"{found.guid[:450]}#{values.digest(found.guid)}", ["The guid is too long; it was cut."]
    return found.guid, []


def _stand_in(found: Found, details: dict[str, Any]) -> str:
    """Return words for a headline."""
    words = shorten(paragraphs.plain_line(found.body), FIRST_WORDS)
    told = words or details.get("standfirst") or details.get("byline") or details.get("link") or found.guid
    return str(told or UNTITLED)


def empty() -> RefusedItem:
    return RefusedItem("The item is empty.")


def line(fields: Fields, *keys: str) -> str:
    """Return the text of the first of these that has any, as one clean line."""
    for key in keys:
        if key in fields and (text := first_text(fields[key])):
            return clean_line(text)
    return ""


def byline(people: Iterable[str]) -> str:
    """Return names in their order, each once, without addresses."""
    names = (_name(clean_line(person)[:300]) for person in people)
    return ", ".join(dict.fromkeys(filter(None, names)))[:200]


def _name(person: str) -> str:
    if "@" not in person:
        return person
    found = _MAIL_AND_NAME.match(person)
    return found[1].strip() if found else _NAME_AND_MAIL.sub("", person).strip() or person


def topics(elements: list[etree._Element]) -> tuple[ParsedName, ...]:
    """Return categories and subjects, each once."""
    names = {}
    for element in elements:
        name = paragraphs.plain_line(text_of(element))[:NAME_LIMIT]
        if name and name not in names:
            names[name] = ParsedName(name, "topic", scheme=clean_line(element.get("domain") or "")[:200])
    return tuple(names.values())


def keywords(fields: Fields) -> tuple[str, ...]:
    sent = line(fields, "media:keywords", "keywords", "itunes:keywords")
    return tuple(dict.fromkeys(word.strip()[:NAME_LIMIT] for word in sent.split(",") if word.strip())) if sent else ()


def license_of(fields: Fields) -> str:
    """Return the licence, a name or an address."""
    for key in ("cc:license", "dcterms:license", "media:license"):
        for element in fields.get(key, ()):
            said = text_of(element) or next(iter(element.attrib.values()), "")
            if said:
                return clean_line(said)[:200]
    return ""
