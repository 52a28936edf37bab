"""Reads dpa's digitalwires (JSON). Its notebook has a part for readers and one that must never be published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsroom.lib.text import clean_line, without_unprintable
from wire.formats import json_items, ninjs_text, paragraphs, values
from wire.formats.item import Parsed, ParsedName, ParsedPicture, ParsedRelation, ParsedRendition, Profile
from wire.formats.json_objects import Node, load
from wire.formats.newsml_g2_codes import kind_of_signals

_SIGNS = ("urn", "article_html")
_WRAPPERS = ("entries", "items", "data", "entry", "item")
_BODIES = ("article_html", "infobox_html", "linkbox_html")
_NAMES = {"dnltype:dpasubject": "topic", "dnltype:geosubject": "place", "dnltype:keyword": "topic"}
_CONTACTS = ("contact", "author")


def parse(payload: bytes, *, profile: Profile) -> list[Parsed]:
    """Return the items of a document in its order, or raise ParseError."""
    entries = json_items.entries(load(payload), signs=_SIGNS, wrappers=_WRAPPERS, name="digitalwires")
    return [json_items.parsed(entry, _read, profile) for entry in entries]


def _read(node: Node, profile: Profile) -> dict[str, Any]:
    categories = list(node.nodes("categories"))
    associations = list(node.nodes("associations"))
    signals = tuple(filter(None, [clean_line(node.text("signal")), *_qcodes(categories, "dnltype:signal")]))
    body = "\n".join(filter(None, (paragraphs.from_markup(node.text(key)) for key in _BODIES if key in node)))
    return {
        **json_items.managed(node, profile, guid=node.text("urn"), created="version_created", sent="updated"),
        "kind": kind_of_signals(signals, profile.signal_kinds),
        "signals": tuple(dict.fromkeys(signals)),
        "content_created_at": values.read_time(node.text("content_created"), profile=profile),
        "headline": paragraphs.plain_line(node.text("headline")),
        "title": paragraphs.plain_line(node.text("subhead")),
        "slugline": paragraphs.plain_line(node.text("kicker"))[:200],
        "standfirst": paragraphs.plain_line(node.text("teaser")) or _caption(node),
        "body": body,
        "byline": clean_line(node.text("byline"))[:200],
        "dateline": clean_line(node.text("dateline"))[:120],
        "credit": clean_line(node.text("creditline"))[:120],
        "copyright_notice": without_unprintable(node.text("copyrightnotice")).strip(),
        "usage_terms": without_unprintable(node.text("usageterms")).strip(),
        "names": tuple(_names(categories)),
        "keywords": tuple(node.texts("keyword_names")),
        "genres": tuple(node.texts("genre_names")),
        "pictures": tuple(_pictures(associations)),
        "relations": tuple(_relations(associations)),
        "item_type": "text" if body or not associations else "picture",
        "alt_ids": (("entry_id", clean_line(node.text("entry_id"))),) if "entry_id" in node else (),
        **_notes(node),
    }


def _notes(node: Node) -> dict[str, Any]:
    """Part what may be read by readers from what is for the desk."""
    notepad = next(iter(node.objects("notepad")), Node({}))
    private = [paragraphs.plain_text(notepad.text("nonpublic_html")).strip()]
    ednotes, contacts = [], []
    for note in node.nodes("ednotes"):
        words, role = without_unprintable(note.text("ednote")).strip(), note.text("role").lower()
        if not note.is_true("is_publishable"):
            private.append("" if words in private[0] else words)
        elif words:
            ednotes.append(words)
        if words and any(word in role for word in _CONTACTS):
            contacts.append(clean_line(words)[:500])
    return {
        "private_text": "\n\n".join(dict.fromkeys(filter(None, private))),
        "public_note": paragraphs.plain_text(notepad.text("public_html")).strip(),
        "ednote": "\n".join(dict.fromkeys(ednotes)),
        "contacts": tuple(dict.fromkeys(contacts)),
    }


def _caption(node: Node) -> str:
    """Return what is said of a picture, the longer text first."""
    said = {part.text("role").rpartition(":")[2]: part.text("description") for part in node.nodes("descriptions")}
    return paragraphs.plain_line(said.get("caption-extended") or next(iter(said.values()), ""))


def _qcodes(categories: list[Node], kind: str) -> list[str]:
    return [clean_line(part.text("qcode", "name")) for part in categories if part.text("type") == kind]


def _names(categories: list[Node]) -> Iterator[ParsedName]:
    for part in categories:
        kind, name = _NAMES.get(part.text("type")), ninjs_text.line(part, "name", "qcode")[: json_items.NAME_LIMIT]
        if kind and name:
            yield ParsedName(name, kind, values.topic_code(clean_line(part.text("qcode"))), part.text("type")[:200])


def _pictures(associations: list[Node]) -> Iterator[ParsedPicture]:
    """Yield the pictures, the one for the top of the story first."""
    pictures = [part for part in associations if part.text("type").lower() in {"image", "picture", "graphic"}]
    for part in sorted(pictures, key=lambda part: not part.is_true("is_featureimage")):
        renditions = tuple(_rendition(file) for file in part.nodes("renditions") if file.text("url", "href"))
        best = max(renditions, key=lambda file: file.width_px or 0, default=None)
        yield ParsedPicture(
            guid=clean_line(part.text("urn"))[: values.GUID_LIMIT],
            caption=paragraphs.plain_line(part.text("caption")),
            credit=clean_line(part.text("creditline"))[:200],
            headline=paragraphs.plain_line(part.text("headline"))[: values.HEADLINE_LIMIT],
            usage_terms=without_unprintable(part.text("usageterms")).strip(),
            href=best.href if best else "",
            renditions=renditions,
        )


def _rendition(file: Node) -> ParsedRendition:
    return ParsedRendition(
        href=file.text("url", "href")[:500],
        mime=clean_line(file.text("mimetype"))[:80],
        width_px=values.version_number(file.text("width")),
        height_px=values.version_number(file.text("height")),
    )


def _relations(associations: list[Node]) -> Iterator[ParsedRelation]:
    for part in associations:
        guid = clean_line(part.text("urn"))[: values.GUID_LIMIT]
        if guid and part.text("type").lower() not in {"image", "picture", "graphic"}:
            yield ParsedRelation(
                clean_line(part.text("type"))[:60] or "association", guid, clean_line(part.text("version"))
            )
