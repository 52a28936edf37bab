"""Reads the JSON of Reuters' content API: an item, or the items of a search."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsroom.lib.text import clean_line, without_unprintable
from wire.formats import json_items, ninjs_parts, ninjs_text, paragraphs, values
from wire.formats.item import Parsed, ParsedName, ParsedPicture, ParsedRendition, Profile
from wire.formats.json_objects import Node, load

_SIGNS = ("usn", "versionedguid", "headline", "fragment")
_WRAPPERS = ("data", "search", "item", "items", "results", "edges", "node")
_BODIES = ("bodyxhtmlrich", "bodyxhtml", "bodyhtml", "body", "fragment")
_ITEM_TYPES = {"picture", "video", "audio", "graphic", "composite"}
_KINDS = {"topic": "topic", "subject": "topic", "person": "person", "place": "place", "organisation": "organisation"}


def parse(payload: bytes, *, profile: Profile) -> list[Parsed]:
    """Return the items of a document in its order, or raise ParseError."""
    entries = json_items.entries(load(payload), signs=_SIGNS, wrappers=_WRAPPERS, name="the JSON of Reuters")
    return [json_items.parsed(entry, _read, profile) for entry in entries]


def _read(node: Node, profile: Profile) -> dict[str, Any]:
    """The versioned guid is never an identity: it is another one for each version."""
    managed = json_items.managed(node, profile, guid=node.text("uri", "usn"), created="versioncreated", sent="sortdate")
    kind = node.text("type", "mediatype").lower()
    return {
        **managed,
        "headline": paragraphs.plain_line(node.text("headline")),
        "body": _body(node),
        "standfirst": ninjs_text.line(node, "intro", "caption", "description"),
        "byline": clean_line(node.text("byline"))[:200],
        "dateline": clean_line(node.text("dateline", "located"))[:120],
        "slugline": clean_line(node.text("slug", "slugline"))[:200],
        "credit": clean_line(node.text("creditline", "provider"))[:120],
        "copyright_notice": without_unprintable(node.text("copyrightnotice", "copyright")).strip(),
        "usage_terms": without_unprintable(node.text("usageterms")).strip(),
        "ednote": without_unprintable(node.text("editornote", "ednote")).strip(),
        "names": tuple(_names(node)),
        "pictures": tuple(_pictures(node, is_own=kind == "picture")),
        "alt_ids": tuple((key, clean_line(node.text(key))) for key in ("usn", "versionedguid") if node.text(key)),
        "keywords": ninjs_parts.labels(node, "keyword", "keywords"),
        "first_created_at": values.read_time(node.text("firstcreated"), profile=profile),
        "item_type": kind if kind in _ITEM_TYPES else "text",
    }


def _body(node: Node) -> str:
    text = node.text(*_BODIES)
    return paragraphs.from_markup(text) if paragraphs.has_markup(text) else paragraphs.from_text(text)


def _names(node: Node) -> Iterator[ParsedName]:
    """Yield subjects. What is sent as a lone object reads as a list of one."""
    seen = set()
    for part in node.objects("subject"):
        code = values.topic_code(clean_line(part.text("code", "uri")))
        name = ninjs_text.line(part, "name", "code")[: json_items.NAME_LIMIT]
        if name and (name, code) not in seen:
            seen.add((name, code))
            yield ParsedName(name, _KINDS.get(part.text("type").lower(), "topic"), code)


def _pictures(node: Node, *, is_own: bool) -> Iterator[ParsedPicture]:
    for part in [*([node] if is_own else []), *node.nodes("associations", "images")]:
        renditions = tuple(_rendition(file) for file in part.nodes("renditions") if file.text("uri", "href", "url"))
        if part.text("type", "mediatype").lower() in {"", "picture"} and renditions:
            best = max(renditions, key=lambda file: file.width_px or 0)
            yield ParsedPicture(
                guid=clean_line(part.text("uri", "usn"))[: values.GUID_LIMIT],
                caption=ninjs_text.line(part, "caption", "headline"),
                credit=clean_line(part.text("creditline", "provider"))[:200],
                byline=clean_line(part.text("byline"))[:200],
                href=best.href,
                renditions=renditions,
            )


def _rendition(file: Node) -> ParsedRendition:
    return ParsedRendition(
        href=file.text("uri", "href", "url")[:500],
        name=clean_line(file.text("code", "type"))[:80],
        mime=clean_line(file.text("mimetype"))[:80],
        width_px=values.version_number(file.text("width")),
        height_px=values.version_number(file.text("height")),
    )
