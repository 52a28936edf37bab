"""What agencies' own formats share: finding the items in their wrappers, identity, status, embargo, headline."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from newsroom.lib.text import clean_line, shorten
from wire.formats import paragraphs, values
from wire.formats.item import Parsed, ParsedItem, ParseError, Profile, RefusedItem
from wire.formats.json_objects import Node

MAX_ITEMS = 2000
NAME_LIMIT = 100
FIRST_WORDS = 110
KILLED = "Killed by the agency"
UNTITLED = "(no headline)"
_DEPTH = 5


def entries(document: object, *, signs: tuple[str, ...], wrappers: tuple[str, ...], name: str) -> list[object]:
    """Return the items: objects that have one of the signs, in the wrappers that APIs put around them."""
    found = _unwrapped(document, signs, wrappers, _DEPTH)
    if found is None:
        raise ParseError("unknown_format", f"This is JSON, but not {name}: no item was found in it.")
    if not found:
        raise ParseError("no_items", "The document holds no items.")
    if len(found) > MAX_ITEMS:
        raise ParseError("too_many", f"The document holds {len(found)} items; at most {MAX_ITEMS} are taken in.")
    return found


def _unwrapped(value: object, signs: tuple[str, ...], wrappers: tuple[str, ...], depth: int) -> list[object] | None:
    if isinstance(value, list):
        parts = [_unwrapped(part, signs, wrappers, depth - 1) if depth else None for part in value]
        return [item for part, found in zip(value, parts, strict=True) for item in ([part] if found is None else found)]
    if not isinstance(value, dict) or not depth:
        return None
    node = Node(value)
    if any(sign in node for sign in signs):
        return [value]
    inner = (_unwrapped(node.value(key), signs, wrappers, depth - 1) for key in wrappers if key in node)
    return next((found for found in inner if found is not None), None)


def parsed(entry: object, read: Callable[[Node, Profile], dict[str, Any]], profile: Profile) -> Parsed:
    """Return the item that a reader's fields make, or why it is none."""
    if not isinstance(entry, dict):
        return RefusedItem("This entry is no object, so it is no item.")
    return finished(read(Node(entry), profile))


def finished(fields: dict[str, Any]) -> Parsed:
    """Return the item of fields that say at least guid, version, pubstatus; or why it is none."""
    guid, version = fields["guid"], fields["version"]
    if not guid:
        return RefusedItem("The item has no identifier: its updates and kills cannot be told apart.")
    if len(guid) > values.GUID_LIMIT or len(version) > values.VERSION_LIMIT:
        return RefusedItem("The item's identifier or version is too long to be one.", guid[:80], version[:20])
    return ParsedItem(**_headed(fields))


def _headed(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields with a headline that is never empty, a kind that fits, and warnings without gaps."""
    number, pubstatus, doubts = fields.get("version_number"), fields["pubstatus"], list(fields.get("warnings", ()))
    kind = fields.get("kind") or ("update" if number and number > 1 else "new")
    headline = fields.get("headline", "")
    if not headline:
        words = paragraphs.plain_line(fields.get("body", "")) or fields.get("standfirst", "") or fields.get("title", "")
        headline = shorten(words, FIRST_WORDS) or (KILLED if pubstatus == "canceled" else UNTITLED)
        doubts.append("No headline was sent; its first words stand in.")
        fields["headline_is_stand_in"] = True
    fields["headline"] = headline[: values.HEADLINE_LIMIT]
    fields["kind"] = "kill" if pubstatus == "canceled" else kind
    fields["warnings"] = tuple(filter(None, doubts))
    return fields


def managed(
    node: Node, profile: Profile, *, guid: str, created: str, sent: str = "", status: str = "pubstatus"
) -> dict[str, Any]:
    """Return identity, version, status, embargo, urgency and language, from the names most agencies use."""
    version_sent, word = clean_line(node.text("version")), _status(node, status)
    version = version_sent or clean_line(node.text(created)) or values.digest(node.canonical())
    embargo = node.text("embargoed", "embargoeduntil") if "embargoed" in node or "embargoeduntil" in node else None
    until, is_open, doubt = values.read_embargo(embargo, status=word, profile=profile)
    pubstatus = values.read_pubstatus(word)
    strange = f"The status “{word[:40]}” is unknown; the item is not usable." if pubstatus == "unknown" else ""
    return {
        "guid": clean_line(guid),
        "version": version,
        "version_sent": version_sent,
        "version_number": values.version_number(version),
        "pubstatus": pubstatus,
        "status_sent": word,
        "embargo_sent": embargo,
        "embargo_until": until,
        "embargo_is_open": is_open,
        "version_created_at": values.read_time(node.text(created), profile=profile),
        "sent_at": values.read_time(node.text(sent), profile=profile) if sent else None,
        "urgency": values.read_urgency(node.text("urgency")),
        "language": values.read_language(clean_line(node.text("language")), default=profile.language),
        "warnings": (doubt, strange),
    }


def _status(node: Node, key: str) -> str:
    return clean_line(node.text(key)) or ("(no word)" if key in node else "")
