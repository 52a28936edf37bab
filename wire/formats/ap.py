"""Reads the JSON of AP's Media API: one item, or a page of a feed. The text itself is often not in it, but linked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsroom.lib.text import clean_line, without_unprintable
from wire.formats import json_items, ninjs_parts, ninjs_text, paragraphs, values
from wire.formats.item import Parsed, ParsedName, ParsedRelation, Profile
from wire.formats.json_objects import Node, load

_SIGNS = ("altids",)
_WRAPPERS = ("data", "items", "item", "results", "entries")
_ITEM_TYPES = {"picture", "video", "audio", "graphic", "composite"}
# What `editorialtypes` says, the gravest first: word in lower case → kind
_KINDS = {
    "kill": "kill",
    "elimination": "kill",
    "disregard": "kill",
    "withhold": "",
    "holdforrelease": "",
    "corrective": "correction",
    "correction": "correction",
    "clarification": "correction",
    "writethru": "writethru",
    "advisory": "advisory",
    "add": "add",
    "takes": "add",
    "lead": "update",
}
_WITHHELD = {"withhold", "holdforrelease"}


def parse(payload: bytes, *, profile: Profile) -> list[Parsed]:
    """Return the items of a document in its order, or raise ParseError."""
    entries = json_items.entries(load(payload), signs=_SIGNS, wrappers=_WRAPPERS, name="AP's Media API")
    return [json_items.parsed(entry, _read, profile) for entry in entries]


def _read(node: Node, profile: Profile) -> dict[str, Any]:
    alt_ids = node.pairs("altids")
    guid = next((value for role, value in alt_ids if role.lower() == "itemid"), "") or node.text("uri")
    managed = json_items.managed(node, profile, guid=guid, created="versioncreated", sent="arrivaldatetime")
    parts = ninjs_parts.associated(node)
    texts = ninjs_text.texts(node)
    title = ninjs_text.line(node, "title")
    notice = _own_number(node, managed)
    return {
        **managed,
        **_judged(node, managed, profile),
        **notice,
        "headline": ninjs_text.main_headline(node) or title,
        "title": title,
        "body": texts.body,
        "private_text": texts.private,
        "standfirst": ninjs_text.description(node),
        "byline": _byline(node) or texts.byline[:200],
        "dateline": _dateline(node) or texts.dateline[:120],
        "slugline": clean_line(node.text("slugline"))[:200],
        "copyright_holder": clean_line(node.text("copyrightholder"))[:200],
        "copyright_notice": without_unprintable(node.text("copyrightnotice")).strip(),
        "usage_terms": without_unprintable(node.text("usageterms")).strip(),
        "credit": (ninjs_parts.credit(node) or clean_line(node.text("provider")))[:120],
        "ednote": without_unprintable(node.text("ednote")).strip(),
        "names": tuple(_names(node)),
        "keywords": ninjs_parts.labels(node, "keywords"),
        "genres": ninjs_parts.labels(node, "genre"),
        "profile": clean_line(node.text("profile"))[:80],
        "pictures": ninjs_parts.pictures(node, parts),
        "relations": tuple(_relations(node, parts)),
        "alt_ids": tuple((role[:80], value[: values.GUID_LIMIT]) for role, value in alt_ids),
        "first_created_at": values.read_time(node.text("firstcreated"), profile=profile),
        "item_type": node.text("type") if node.text("type") in _ITEM_TYPES else "text",
        "warnings": (*managed["warnings"], *notice.get("warnings", ()), *_absent_text(node, texts.body)),
    }


def _own_number(node: Node, managed: dict[str, Any]) -> dict[str, Any]:
    """AP counts from 0; where no version was sent, the etag tells revisions apart."""
    etag = next((value for role, value in node.pairs("altids") if role.lower() == "etag"), "")
    if managed["version_sent"] or not etag:
        return {}
    return {"version": clean_line(etag)[: values.VERSION_LIMIT], "version_number": None}


def _judged(node: Node, managed: dict[str, Any], profile: Profile) -> dict[str, Any]:
    """Return kind and status as the editorial types make them: they can only be stricter than the status sent."""
    sent = ninjs_parts.labels(node, "editorialtypes", "signals")
    words = {word.replace(" ", "").lower() for word in sent}
    own = next((profile.signal_kinds[word] for word in sent if word in profile.signal_kinds), "")
    kind = own or next((kind for word, kind in _KINDS.items() if word in words and kind), "")
    status = managed["pubstatus"]
    if kind == "kill":
        status = "canceled"
    elif words & _WITHHELD and status == "usable":
        status = "withheld"
    is_update = (managed["version_number"] or 0) > 0
    return {"kind": kind or ("update" if is_update else "new"), "pubstatus": status, "signals": sent}


def _byline(node: Node) -> str:
    people = [ninjs_text.line(part, "by", "name") for part in node.nodes("bylines")]
    return (", ".join(dict.fromkeys(filter(None, people))) or clean_line(node.text("byline", "by")))[:200]


def _dateline(node: Node) -> str:
    """Return where the copy was written: the city as AP prints it, else the place it is located in."""
    for place in node.objects("datelinelocation"):
        names = (place.text("city"), place.text("countryareaname") or place.text("countryname"))
        return clean_line(", ".join(filter(None, names)))[:120]
    return clean_line(node.text("located"))[:120]


def _names(node: Node) -> Iterator[ParsedName]:
    """Yield names, and companies, which AP lists apart."""
    yield from ninjs_parts.names(node)
    for part in node.nodes("company", "companies"):
        name = ninjs_text.line(part, "name")[: ninjs_parts.NAME_LIMIT]
        if name:
            yield ParsedName(name, "organisation", clean_line(part.text("code"))[:120])


def _relations(node: Node, parts: list[Node]) -> Iterator[ParsedRelation]:
    for part in parts:
        guid = next((value for role, value in part.pairs("altids") if role.lower() == "itemid"), "") or part.text("uri")
        if guid and part.text("type").lower() != "picture":
            yield ParsedRelation("association", clean_line(guid)[: values.GUID_LIMIT], clean_line(part.text("version")))


def _absent_text(node: Node, body: str) -> Iterator[str]:
    """Say where the text is when it was not sent along."""
    if body:
        return
    for rendition in node.nodes("renditions"):
        if "nitf" in rendition.name.lower() and rendition.text("href"):
            yield f"The text stands at {paragraphs.plain_line(rendition.text('href'))[:300]}; it was not sent along."
            return
