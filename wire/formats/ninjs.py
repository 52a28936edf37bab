"""Reads ninjs 1.x, 2.x and 3.x (IPTC) and the dialects of Superdesk, TT and the BBC: one object, a list, a wrapper.

Schema validation is no gate: documents of products in use fail it. Key case is ignored, so 1.x and 3.x read alike.
"""

from __future__ import annotations

from typing import Any

from newsroom.lib.text import clean_line, without_unprintable
from wire.formats import ninjs_parts, ninjs_text, values
from wire.formats.item import Parsed, ParsedItem, ParseError, Profile, RefusedItem
from wire.formats.json_objects import Node, load
from wire.formats.kind_words import kind_of

MAX_ITEMS = 2000
KILLED = "Killed by the agency"
UNTITLED = "(no headline)"
# BBC and Fingerpost: item; TT's search: hits; Superdesk's API: _items
WRAPPERS = ("item", "items", "_items", "hits", "newsitems", "results", "docs", "data")
ITEM_TYPES = {"picture", "video", "audio", "graphic", "composite"}
_SIGNS_OF_AN_ITEM = ("uri", "guid", "headline", "headlines", "pubstatus")
# What a note to editors may say of an item that is usable; a kill has a status
_NOTED_KINDS = {"correction", "writethru", "advisory", "repeat"}
_STORY_KEYS = ("originaltransmissionreference", "job")


def parse(payload: bytes, *, profile: Profile) -> list[Parsed]:
    """Return the items of a document in its order, or raise ParseError."""
    objects = _objects(load(payload))
    if not objects:
        raise ParseError("no_items", "The document holds no items.")
    if len(objects) > MAX_ITEMS:
        raise ParseError("too_many", f"The document holds {len(objects)} items; at most {MAX_ITEMS} are taken in.")
    return [_parsed(entry, profile) for entry in objects]


def _objects(document: object) -> list[object]:
    if isinstance(document, list):
        return document
    if not isinstance(document, dict):
        raise ParseError("unknown_format", "This is JSON, but no ninjs: an object or a list of objects was expected.")
    node = Node(document)
    if any(key in node for key in _SIGNS_OF_AN_ITEM):
        return [document]
    wrapped = next((found for key in WRAPPERS if (found := node.sequence(key)) is not None), None)
    if wrapped is None:
        raise ParseError("unknown_format", "This is JSON, but no ninjs: it has neither a uri nor a list of items.")
    return wrapped


def _parsed(entry: object, profile: Profile) -> Parsed:
    if not isinstance(entry, dict):
        return RefusedItem("This entry is no object, so it is no item.")
    node = Node(entry)
    guid = clean_line(node.text("uri", "guid"))
    version = _version(node)
    if not guid:
        return RefusedItem("The item has no uri: without one its updates and kills cannot be told apart.")
    if len(guid) > values.GUID_LIMIT or len(version) > values.VERSION_LIMIT:
        return RefusedItem("The item's uri or version is too long to be one.", guid[:80], version[:20])
    status = _status(node)
    pubstatus = values.read_pubstatus(status)
    texts = ninjs_text.texts(node)
    headline, is_stand_in, doubts = ninjs_text.headline(node, texts.body)
    parts = ninjs_parts.associated(node)
    pictures = ninjs_parts.pictures(node, parts)
    if not (headline or pictures or pubstatus == "canceled"):
        return RefusedItem("The item has no headline and no text to take one from.", guid, version)
    until, is_open, doubt = values.read_embargo(_embargo(node), status=status, profile=profile)
    alt_ids = ninjs_parts.alt_ids(node)
    return ParsedItem(
        guid=guid,
        version=version,
        version_sent=clean_line(node.text("version")),
        headline=(headline or (KILLED if pubstatus == "canceled" else UNTITLED))[: values.HEADLINE_LIMIT],
        headline_is_stand_in=is_stand_in,
        pubstatus=pubstatus,
        status_sent=status,
        embargo_sent=_embargo(node),
        embargo_until=until,
        embargo_is_open=is_open,
        body=texts.body,
        private_text=texts.private,
        pictures=pictures,
        relations=tuple(ninjs_parts.relations(node, parts)),
        alt_ids=alt_ids,
        story_key=next((value for role, value in alt_ids if role.lower() in _STORY_KEYS), ""),
        warnings=tuple(filter(None, [*doubts, doubt, *_type_warnings(node, pubstatus)])),
        **_managed(node, version, pubstatus, profile),
        **_described(node, texts, profile),
    )


def _managed(node: Node, version: str, pubstatus: str, profile: Profile) -> dict[str, Any]:
    """Return version, kind, chain and times."""
    number = values.version_number(version)
    replaces = ninjs_parts.guids(node, "replacing", "replaces")
    evolved_from = next(iter(ninjs_parts.guids(node, "evolvedfrom")), "")
    signals = ninjs_parts.labels(node, "signal", "signals")
    is_update = bool(replaces or evolved_from or (number and number > 1))
    noted = kind_of(node.text("ednote")[:200]) if "ednote" in node else ""
    signalled = next((profile.signal_kinds[signal] for signal in signals if signal in profile.signal_kinds), "")
    signalled = signalled or next(filter(None, (kind_of(_last(signal)) for signal in signals)), "")
    kind = signalled or (noted if noted in _NOTED_KINDS else "update" if is_update else "new")
    return {
        "version_number": number,
        "kind": "kill" if pubstatus == "canceled" else kind,
        "signals": signals,
        "replaces": replaces,
        "evolved_from": evolved_from,
        "version_created_at": _time(node, "versioncreated", profile),
        "first_created_at": _time(node, "firstcreated", profile),
        "content_created_at": _time(node, "contentcreated", profile),
        "expires_at": _time(node, "expires", profile) or _time(node, "expiry", profile),
        "urgency": values.read_urgency(node.text("urgency")),
        "priority": values.read_urgency(node.text("priority")),
    }


def _described(node: Node, texts: ninjs_text.Texts, profile: Profile) -> dict[str, Any]:
    """Return the lines, rights and notes of an item."""
    kind = node.text("type").lower()
    byline = clean_line(node.text("byline", "by")) or ", ".join(ninjs_parts.labels(node, "authors"))
    return {
        "item_type": kind if kind in ITEM_TYPES else "text",
        "slugline": clean_line(node.text("slugline"))[:200],
        "standfirst": ninjs_text.description(node),
        "byline": (byline or texts.byline)[:200],
        "dateline": (clean_line(node.text("located")) or texts.dateline)[:120],
        "language": values.read_language(clean_line(node.text("language")), default=profile.language),
        "credit": ninjs_parts.credit(node)[:120],
        "copyright_holder": clean_line(node.text("copyrightholder"))[:200],
        "copyright_notice": without_unprintable(node.text("copyrightnotice")).strip(),
        "usage_terms": without_unprintable(node.text("usageterms")).strip(),
        "ednote": ninjs_text.notes(node),
        "contacts": ninjs_parts.contacts(node),
        "names": tuple(ninjs_parts.names(node)),
        "title": ninjs_text.line(node, "title"),
        "keywords": (*ninjs_parts.labels(node, "keywords"), *ninjs_parts.labels(node, "service")),
        "genres": ninjs_parts.labels(node, "genre", "genres"),
        "profile": clean_line(node.text("profile"))[:80],
        "link": clean_line(node.text("link", "url"))[:500],
    }


def _version(node: Node) -> str:
    """Return the version as sent; without one, the time of the version or a digest stands in for it."""
    sent = clean_line(node.text("version")) or clean_line(node.text("versioncreated"))
    return sent or values.digest(node.canonical())


def _status(node: Node) -> str:
    """Return the status as sent; what is neither words nor nothing is no status we know."""
    return node.text("pubstatus") or ("(no word)" if "pubstatus" in node else "")


def _embargo(node: Node) -> str | None:
    """Return the embargo as sent, None where the item has none. ninjs 3's schema has embargoedUntil."""
    if not any(key in node for key in ("embargoed", "embargoeduntil")):
        return None
    return node.text("embargoed", "embargoeduntil")


def _time(node: Node, key: str, profile: Profile) -> Any:
    sent = node.text(key)
    return values.read_time(sent, profile=profile) if sent else None


def _last(signal: str) -> str:
    return signal.rpartition(":")[2]


def _type_warnings(node: Node, status: str) -> list[str]:
    found = []
    if status == "unknown":
        found.append(f"The status “{clean_line(_status(node))[:40]}” is unknown; the item is not usable.")
    kind = clean_line(node.text("type"))
    if kind in {"video", "audio", "graphic"}:
        found.append(f"The item is {kind}; only its text is taken in.")
    return found
