"""A mapping: which path of a proprietary document goes to which field. Read from JSON, with errors for its author.

{"format": "xml", "items": "//Release", "zone": "Europe/Copenhagen",
 "fields": {"guid": "@id", "headline": "Title | Name", "language": {"value": "da"},
            "version_created_at": {"path": ["Day", "Time"], "format": "%d.%m.%Y %H:%M"},
            "pubstatus": {"path": "Status", "table": {"A": "usable", "K": "canceled"}},
            "body": {"path": "Text", "as": "html"},
            "topics": {"each": "Subjects/Subject", "name": ".", "code": "@code"}}}
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping as Table
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from wire.formats.mapping_paths import Path, PathError, read_path

MAX_CHARACTERS = 100_000
MAX_TABLE = 1000
MAX_PATHS = 10
LINES = (
    *("guid", "version", "headline", "title", "slugline", "standfirst", "byline", "dateline", "credit", "language"),
    *("copyright_holder", "story_key", "evolved_from", "profile", "link", "pubstatus", "kind", "urgency", "priority"),
    *("item_type", "embargo"),
)
TEXTS = ("usage_terms", "copyright_notice", "ednote", "public_note", "private_text")
TIMES = ("version_created_at", "first_created_at", "content_created_at", "expires_at", "sent_at")
LISTS = ("keywords", "genres", "contacts", "signals", "replaces")
NAMES = {"topics": "topic", "people": "person", "places": "place", "organisations": "organisation", "events": "event"}
PARTS = {
    **dict.fromkeys(NAMES, ("name", "code", "scheme")),
    "pictures": ("guid", "href", "caption", "credit", "byline", "alt", "headline", "usage_terms"),
    "alt_ids": ("role", "value"),
}
FIELDS = frozenset({*LINES, *TEXTS, *TIMES, *LISTS, *PARTS, "body"})
_OPTIONS = frozenset({"path", "value", "table", "otherwise", "format", "zone", "as", "join", "split", "each"})
_BODY_KINDS = ("auto", "html", "text", "elements")
_DATE_FORMAT = re.compile(r"(?:[^%]|%[YymdHMSfzjbBpIaAZ%]){1,60}")


class MappingError(ValueError):
    """A mapping that cannot be used. The message is a sentence for the one who edits it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Where one field comes from: paths or a constant, then a table of values."""

    paths: tuple[Path, ...] = ()
    value: str = ""
    table: Table[str, str] = field(default_factory=dict)
    otherwise: str | None = None
    format: str = ""
    zone: tzinfo | None = None
    body: str = "auto"
    join: str = ""
    split: str = ""
    parts: Table[str, Rule] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mapping:
    """A whole mapping. `items` finds the items; the paths of the fields start at each of them."""

    is_xml: bool
    items: Path
    fields: Table[str, Rule]
    zone: tzinfo | None = None


def read_mapping(text: str) -> Mapping:
    """Return a mapping, or raise MappingError."""
    document = _object(text)
    unknown = set(document) - {"format", "items", "fields", "zone", "note"}
    if unknown:
        raise MappingError(f"“{min(unknown)}” is no part of a mapping: it has format, items, fields, zone, note.")
    if document.get("format") not in {"xml", "json"}:
        raise MappingError("“format” is xml or json.")
    is_xml = document["format"] == "xml"
    fields = document.get("fields")
    if not isinstance(fields, dict) or not {"guid", "headline"} & set(fields):
        raise MappingError("“fields” is an object that says at least where guid and headline come from.")
    rules = {name: _rule(name, sent, is_xml=is_xml) for name, sent in fields.items()}
    items = _path("items", document.get("items", "."), is_xml=is_xml)
    return Mapping(is_xml, items, rules, _zone("zone", document.get("zone")))


def _object(text: str) -> dict[str, Any]:
    if len(text) > MAX_CHARACTERS:
        raise MappingError(f"A mapping has at most {MAX_CHARACTERS} characters.")
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        where = f" (line {error.lineno}, column {error.colno})" if isinstance(error, json.JSONDecodeError) else ""
        raise MappingError(f"This is no valid JSON{where}.") from error
    if not isinstance(document, dict):
        raise MappingError("A mapping is a JSON object.")
    return document


def _rule(name: str, sent: object, *, is_xml: bool) -> Rule:
    if name not in FIELDS:
        raise MappingError(f"There is no field “{name[:40]}”. The fields are: {', '.join(sorted(FIELDS))}.")
    if isinstance(sent, str):
        return Rule(paths=(_path(name, sent, is_xml=is_xml),))
    if not isinstance(sent, dict):
        raise MappingError(f"Field “{name}”: a path or an object with options was expected.")
    unknown = set(sent) - _OPTIONS - set(PARTS.get(name, ()))
    if unknown:
        raise MappingError(f"Field “{name}”: there is no option “{min(unknown)[:40]}”.")
    if not {"path", "value", "each"} & set(sent):
        raise MappingError(f"Field “{name}” needs a path, a value or, for lists, each.")
    return Rule(
        paths=_paths(name, sent.get("each", sent.get("path", ".")), is_xml=is_xml) if "value" not in sent else (),
        value=_words(name, "value", sent),
        table=_table(name, sent.get("table", {})),
        otherwise=_words(name, "otherwise", sent) if "otherwise" in sent else None,
        format=_date_format(name, _words(name, "format", sent)),
        zone=_zone(name, sent.get("zone")),
        body=_body_kind(name, sent.get("as", "auto")),
        join=_words(name, "join", sent) or (" " if isinstance(sent.get("path"), list) else ""),
        split=_words(name, "split", sent),
        parts={part: _part(name, sent[part], is_xml=is_xml) for part in PARTS.get(name, ()) if part in sent},
    )


def _part(name: str, sent: object, *, is_xml: bool) -> Rule:
    """Return the rule of a part of a list's entry: a path, or {"value": …}."""
    if isinstance(sent, dict) and set(sent) <= {"value", "path", "table"} and sent:
        paths = _paths(name, sent["path"], is_xml=is_xml) if "path" in sent else ()
        return Rule(paths=paths, value=_words(name, "value", sent), table=_table(name, sent.get("table", {})))
    return Rule(paths=(_path(name, sent, is_xml=is_xml),))


def _paths(name: str, sent: object, *, is_xml: bool) -> tuple[Path, ...]:
    """Return one path, or the several of which the values stand side by side: a date and a time."""
    parts = sent if isinstance(sent, list) else [sent]
    if not 0 < len(parts) <= MAX_PATHS:
        raise MappingError(f"Field “{name}” has one path, or a list of at most {MAX_PATHS}.")
    return tuple(_path(name, part, is_xml=is_xml) for part in parts)


def _path(name: str, sent: object, *, is_xml: bool) -> Path:
    if not isinstance(sent, str):
        raise MappingError(f"Field “{name}”: a path is text.")
    try:
        return read_path(sent, is_xml=is_xml)
    except PathError as error:
        raise MappingError(f"Field “{name}”: {error}") from error


def _words(name: str, option: str, sent: dict[str, Any]) -> str:
    value = sent.get(option, "")
    if not isinstance(value, str) or len(value) > 1000:
        raise MappingError(f"Field “{name}”: {option} is a text of at most 1000 characters.")
    return value


def _table(name: str, sent: object) -> dict[str, str]:
    fits = isinstance(sent, dict) and len(sent) <= MAX_TABLE and all(isinstance(value, str) for value in sent.values())
    if not fits or not isinstance(sent, dict):
        raise MappingError(f"Field “{name}”: a table says for each value as sent a text, for at most {MAX_TABLE}.")
    return {key.strip().lower(): value for key, value in sent.items()}


def _date_format(name: str, sent: str) -> str:
    if not sent:
        return ""
    try:
        if not _DATE_FORMAT.fullmatch(sent):
            raise ValueError(sent)
        datetime.strptime(datetime(2026, 11, 20, 9, 5, tzinfo=UTC).strftime(sent), sent)  # only tried
    except (ValueError, re.error) as error:
        raise MappingError(f"Field “{name}”: “{sent[:60]}” is no format of a date, such as %d.%m.%Y %H:%M.") from error
    return sent


def _zone(name: str, sent: object) -> tzinfo | None:
    if sent is None:
        return None
    try:
        return ZoneInfo(str(sent))
    except (KeyError, ValueError, OSError) as error:
        raise MappingError(f"Field “{name}”: there is no time zone “{str(sent)[:40]}”.") from error


def _body_kind(name: str, sent: object) -> str:
    if sent not in _BODY_KINDS:
        raise MappingError(f"Field “{name}”: as is one of {', '.join(_BODY_KINDS)}.")
    return str(sent)
