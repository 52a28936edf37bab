"""Reads ninjs 1.x, 2.x and 3.x (IPTC) and Superdesk's dialect of it: one object, a list, or `{"item": [...]}`.

Schema validation is no gate: documents of products in use fail it. Key case is ignored, so 1.x and 3.x read alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from newsroom.lib.text import clean_line, without_unprintable
from wire.formats import ninjs_text, values
from wire.formats.item import Parsed, ParsedItem, ParsedName, ParsedPicture, ParseError, Profile, RefusedItem
from wire.formats.json_objects import Node, load

MAX_ITEMS = 2000
NAME_LIMIT = 100
# Plural in 2.x and 3.x; the kinds are those of tags
NAME_FIELDS = {
    "subject": ("subject", "subjects"),
    "person": ("person", "people"),
    "place": ("place", "places"),
    "organisation": ("organisation", "organisations"),
    "event": ("event", "events"),
}
KILLED = "Killed by the agency"
WRAPPERS = ("item", "items")
_SIGNS_OF_AN_ITEM = ("uri", "guid", "headline", "headlines", "pubstatus")


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
    if any(key in Node(document) for key in _SIGNS_OF_AN_ITEM):
        return [document]
    wrapped = next((document[key] for key in WRAPPERS if isinstance(document.get(key), list)), None)
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
    status = values.read_pubstatus(_status(node))
    headline, doubts = ninjs_text.headline(node)
    if not headline and status != "canceled":
        return RefusedItem("The item has no headline and no text to take one from.", guid, version)
    item = ParsedItem(guid, version, (headline or KILLED)[: values.HEADLINE_LIMIT], pubstatus=status)
    return _filled(item, node, profile=profile, doubts=doubts)


def _filled(item: ParsedItem, node: Node, *, profile: Profile, doubts: list[str]) -> ParsedItem:
    """Return the item, of which only the identity is known, with everything else that was sent."""
    until, is_open, doubt = values.read_embargo(_embargo(node), status=_status(node), profile=profile)
    number = values.version_number(item.version)
    return replace(
        item,
        version_number=number,
        kind="kill" if item.pubstatus == "canceled" else "update" if number and number > 1 else "new",
        status_sent=_status(node),
        version_sent=clean_line(node.text("version")),
        embargo_sent=_embargo(node),
        embargo_until=until,
        embargo_is_open=is_open,
        urgency=values.read_urgency(node.text("urgency")),
        slugline=clean_line(node.text("slugline"))[:200],
        standfirst=ninjs_text.description(node),
        body=ninjs_text.body(node),
        byline=clean_line(node.text("byline", "by"))[:200],
        dateline=clean_line(node.text("located"))[:120],
        language=values.read_language(node.text("language"), default=profile.language),
        credit=_credit(node)[:120],
        copyright_holder=clean_line(node.text("copyrightholder"))[:200],
        usage_terms=without_unprintable(node.text("usageterms")).strip(),
        ednote=without_unprintable(node.text("ednote")).strip(),
        names=tuple(_names(node)),
        pictures=tuple(_pictures(node)),
        version_created_at=values.read_time(node.text("versioncreated"), profile=profile),
        warnings=tuple(filter(None, [*doubts, doubt, *_type_warnings(node, item.pubstatus)])),
    )


def _version(node: Node) -> str:
    """Return the version as sent; without one, the time of the version or a digest stands in for it."""
    sent = clean_line(node.text("version")) or clean_line(node.text("versioncreated"))
    return sent or values.digest(node.canonical())


def _status(node: Node) -> str:
    """Return the status as sent; what is neither words nor nothing is no status we know."""
    return node.text("pubstatus") or ("(no word)" if "pubstatus" in node else "")


def _embargo(node: Node) -> str | None:
    """Return the embargo as sent, None where the item has none. ninjs 3's guide also prints embargoedUntil."""
    if not any(key in node for key in ("embargoed", "embargoeduntil")):
        return None
    return node.text("embargoed", "embargoeduntil")


def _type_warnings(node: Node, status: str) -> Iterator[str]:
    if status == "unknown":
        yield f"The status “{clean_line(_status(node))[:40]}” is unknown; the item is not usable."
    kind = clean_line(node.text("type"))
    if kind in {"video", "audio", "graphic"}:
        yield f"The item is {kind}; only its text is taken in."


def _credit(node: Node) -> str:
    """Return what is to be printed; AP sends it among the descriptions."""
    credits = (text for role, text in ninjs_text.roled(node, "descriptions") if role == "creditline")
    return clean_line(node.text("creditline") or next(credits, ""))


def _names(node: Node) -> Iterator[ParsedName]:
    seen = set()
    for kind, fields in NAME_FIELDS.items():
        for part in node.nodes(*fields):
            name = ninjs_text.line(part, "name", "literal")[:NAME_LIMIT]
            if name and (kind, name) not in seen:
                seen.add((kind, name))
                code = clean_line(part.text("code", "qcode", "uri", "literal"))
                yield ParsedName(name, "topic" if kind == "subject" else kind, values.topic_code(code))


def _pictures(node: Node) -> Iterator[ParsedPicture]:
    """Yield the item's own picture where it is one, then those that hang on it."""
    parts = [node] if node.text("type") == "picture" else []
    for part in [*parts, *node.nodes("associations")]:
        if part.text("type") in {"", "picture"} and (part.text("type") or "renditions" in part):
            yield ParsedPicture(
                guid=clean_line(part.text("uri", "guid"))[: values.GUID_LIMIT],
                caption=ninjs_text.description(part) or ninjs_text.line(part, "headline"),
                credit=(_credit(part) or clean_line(part.text("copyrightholder")))[:200],
                byline=clean_line(part.text("byline", "by"))[:200],
                alt=ninjs_text.line(part, "body_text", "alttext", "alt_text")[:400] if part is not node else "",
                usage_terms=without_unprintable(part.text("usageterms")).strip(),
                href=_best_href(part),
            )


def _best_href(node: Node) -> str:
    """Return the address of the original, else of the widest rendition that may be a picture."""
    renditions = [part for part in node.nodes("renditions") if part.text("href") and _may_be_picture(part)]
    ranked = sorted(renditions, key=_rank, reverse=True)
    return ranked[0].text("href")[:500] if ranked else ""


def _may_be_picture(rendition: Node) -> bool:
    mime = rendition.text("mimetype", "contenttype")
    return not mime or mime.startswith("image/")


def _rank(rendition: Node) -> tuple[bool, int]:
    name = (rendition.name or rendition.text("name")).lower()
    return name == "original", values.version_number(rendition.text("width")) or 0
