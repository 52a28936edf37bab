"""Says of a parsed document, as plain values for JSON, what was found in it: the form of `manage.py parse`."""

from __future__ import annotations

import re
from dataclasses import fields
from datetime import datetime
from typing import Any

from wire.formats.item import Parsed, ParsedItem, RefusedItem
from wire.formats.paragraphs import plain_text

# NewsML-G2 and dpa put persons, places and organisations among their subjects
_ALL_NAMES_ARE_SUBJECTS = {"newsml_g2", "digitalwires"}
_END_OF_CODE = re.compile(r"[:/#]")
_LARGE_FIELDS = {"body", "private_text", "names", "pictures", "relations", "notices"}


def describe(entry: Parsed, *, format: str) -> dict[str, Any]:
    """Return one item. Of what is never to be published it says how many words there are, and no word of it."""
    if isinstance(entry, RefusedItem):
        return {"guid": entry.guid or None, "version": entry.version or None, "refused": entry.reason}
    text = plain_text(entry.body).strip()
    return {
        "guid": entry.guid,
        "version": entry.version,
        "headline": "" if entry.headline_is_stand_in else entry.headline,
        "language": entry.language or None,
        "pubstatus": status_as_sent(entry),
        "embargo": embargo_as_sent(entry),
        "n_subjects": len(_subjects(entry, format)),
        "n_images": len(entry.pictures),
        "body_words": len(text.split()),
        "body_text": text,
        "shown_headline": entry.headline,
        "status": entry.pubstatus,
        "embargo_until": _plain(entry.embargo_until),
        "private_words": len(entry.private_text.split()),
        "subjects": [{"name": name.name, "code": name.code, "kind": name.kind} for name in entry.names],
        "pictures": [_picture(picture) for picture in entry.pictures],
        "relations": [[relation.rel, relation.guid, relation.version] for relation in entry.relations],
        "notices": [[notice.guid, notice.pubstatus, notice.version] for notice in entry.notices],
        **{name: _plain(getattr(entry, name)) for name in _other_fields()},
    }


def status_as_sent(item: ParsedItem) -> str:
    """Return the status in the wire's word without the vocabulary before it: `stat:usable` is `usable`."""
    return _END_OF_CODE.split(item.status_sent.strip().lower())[-1] or "usable"


def embargo_as_sent(item: ParsedItem) -> str | None:
    """Return the embargo's own spelling, `indefinite` for one without an end, None where there is none."""
    return (item.embargo_sent or "").strip() or ("indefinite" if item.embargo_is_open else None)


def _subjects(item: ParsedItem, format: str) -> set[tuple[str, str, str]]:
    every = format in _ALL_NAMES_ARE_SUBJECTS
    return {(name.kind, name.code, name.name) for name in item.names if every or name.kind == "topic"}


def _picture(picture: Any) -> dict[str, Any]:  # ParsedPicture; Any because its fields are walked
    return {
        "guid": picture.guid,
        "href": picture.href,
        "caption": picture.caption,
        "credit": picture.credit,
        "renditions": len(picture.renditions),
    }


def _other_fields() -> list[str]:
    shown = {"guid", "version", "headline", "language", "pubstatus", "embargo_until", *_LARGE_FIELDS}
    return [field.name for field in fields(ParsedItem) if field.name not in shown]


def _plain(value: Any) -> Any:  # any value of a field
    return value.isoformat() if isinstance(value, datetime) else value
