"""Reads NewsML-G2 (IPTC): a newsItem, a packageItem, or a newsMessage of both; with a namespace or without."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from newsroom.lib import xml
from wire.formats import newsml_g2_item, newsml_g2_management
from wire.formats.item import Parsed, ParsedItem, ParsedPicture, ParseError, Profile, RefusedItem
from wire.formats.trees import Element, by_name, first, local_name

MAX_ITEMS = 2000
ITEMS = frozenset({"newsitem", "packageitem"})
CUT_OFF = "The document breaks off inside of this item; what was lost could be its embargo."


def parse(payload: bytes, *, profile: Profile) -> list[Parsed]:
    """Return the items of a document in its order, or raise ParseError."""
    try:
        document = xml.parse(payload)
    except xml.XmlError as error:
        raise ParseError("not_xml", str(error)) from error
    elements = _items(document.root)
    if not elements:
        raise ParseError("no_items", "The message holds no items.")
    if len(elements) > MAX_ITEMS:
        raise ParseError("too_many", f"The message holds {len(elements)} items; at most {MAX_ITEMS} are taken in.")
    common = _common(document, profile)
    items = [newsml_g2_item.read(element, profile=profile, common=common) for element in elements]
    if document.degraded and _is_cut(document.root, payload):
        items[-1] = RefusedItem(CUT_OFF, items[-1].guid, items[-1].version)
    if not any(isinstance(item, ParsedItem) for item in items):
        raise ParseError("no_items", next(item.reason for item in items if isinstance(item, RefusedItem)))
    return _with_members(items)


def _items(root: Element) -> list[Element]:
    """Return the items of a document: its root, or what is in the sets of a message."""
    name = local_name(root)
    if name in ITEMS:
        return [root]
    if name != "newsmessage":
        raise ParseError("unknown_format", f"This is XML, but no NewsML-G2: it begins with <{name[:40]}>.")
    sets = by_name(root).get("itemset", [])
    return [element for part in (sets or [root]) for element in part if local_name(element) in ITEMS]


def _common(document: xml.Parsed, profile: Profile) -> dict[str, Any]:
    header = first(by_name(document.root), "header") if local_name(document.root) == "newsmessage" else None
    said = newsml_g2_management.header(header, profile)
    return {**said, "warnings": document.warnings, "is_degraded": document.degraded}


def _is_cut(root: Element, payload: bytes) -> bool:
    """Tell whether the document's own end is missing; then its last item is not whole."""
    name = str(root.tag).rpartition("}")[2].rpartition(":")[2].encode()
    return not re.search(rb"</(?:[\w.-]+:)?" + re.escape(name) + rb"\s*>", payload.replace(b"\x00", b""))


def _with_members(items: list[Parsed]) -> list[Parsed]:
    """Give packages the pictures among their members that came in the same message."""
    pictures = {item.guid: item.pictures for item in items if isinstance(item, ParsedItem) and _is_picture(item)}
    if not pictures:
        return items
    return [_with_pictures(item, pictures) if _is_package(item) else item for item in items]


def _is_picture(item: ParsedItem) -> bool:
    return item.item_type in {"picture", "graphic"} and bool(item.pictures)


def _is_package(item: Parsed) -> bool:
    return isinstance(item, ParsedItem) and any(relation.rel == "member" for relation in item.relations)


def _with_pictures(package: Parsed, pictures: dict[str, tuple[ParsedPicture, ...]]) -> Parsed:
    """Put what is known of a member in the place of its mere reference, or beside those that are there."""
    if not isinstance(package, ParsedItem):
        return package
    members = [
        relation.guid for relation in package.relations if relation.rel == "member" and relation.guid in pictures
    ]
    known = {guid: picture for guid in members for picture in pictures[guid]}
    others = [picture for picture in package.pictures if picture.guid not in known]
    return replace(package, pictures=(*others, *known.values()))
