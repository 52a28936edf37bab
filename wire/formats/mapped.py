"""Reads proprietary XML and JSON by a mapping (wire/formats/mapping.py) instead of code for each agency."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from lxml import etree

from newsroom.lib import xml
from newsroom.lib.text import clean_line, without_unprintable
from wire.formats import charsets, json_items, paragraphs, values
from wire.formats.feed_markup import inner_html
from wire.formats.item import Parsed, ParsedName, ParsedPicture, ParseError, Profile, RefusedItem
from wire.formats.json_objects import load, words_of
from wire.formats.mapping import LINES, LISTS, NAMES, TEXTS, TIMES, Mapping, Rule
from wire.formats.mapping_paths import Path, Visits, find_json, find_xml

_LIMITS = {"headline": values.HEADLINE_LIMIT, "guid": 2000, "version": 500, "dateline": 120, "credit": 120, "link": 500}
_KINDS = frozenset({"new", "update", "correction", "writethru", "add", "advisory", "kill", "repeat"})
_CUT = ("guid", "credit", "byline", "alt", "headline", "usage_terms")
_ITEM_TYPES = frozenset({"text", "picture", "video", "audio", "graphic", "composite"})


def parse_with(mapping: Mapping, payload: bytes, *, profile: Profile) -> list[Parsed]:
    """Return the items of a document in its order, or raise ParseError."""
    profile = replace(profile, zone=mapping.zone) if mapping.zone else profile
    if mapping.is_xml:
        root, repairs, is_degraded = _xml_root(charsets.as_utf8(payload, charset=profile.charset))
        reader = _Reader(mapping, profile, is_xml=True)
    else:
        root, repairs, is_degraded = load(payload), (), False
        reader = _Reader(mapping, profile, is_xml=False)
    entries = reader.find(mapping.items, root, keep_empty=True)
    if not entries:
        raise ParseError("no_items", "The mapping finds no items in the document.")
    if len(entries) > json_items.MAX_ITEMS:
        sentence = f"The document holds {len(entries)} items; at most {json_items.MAX_ITEMS} are taken in."
        raise ParseError("too_many", sentence)
    return [reader.parsed(entry, repairs, is_degraded=is_degraded) for entry in entries]


def _xml_root(payload: bytes) -> tuple[Any, tuple[str, ...], bool]:
    try:
        document = xml.parse(payload)
    except xml.XmlError as error:
        raise ParseError("not_xml", str(error)) from error
    return document.root, document.warnings, document.degraded


class _Reader:
    """Reads the items of one document."""

    def __init__(self, mapping: Mapping, profile: Profile, *, is_xml: bool) -> None:
        self._rules = mapping.fields
        self._profile = profile
        self._find = find_xml if is_xml else find_json
        self._visits = Visits()

    def find(self, path: Path, node: Any, *, keep_empty: bool = False) -> list[Any]:
        return self._find(path, node, self._visits, keep_empty=keep_empty)

    def parsed(self, entry: Any, repairs: tuple[str, ...], *, is_degraded: bool) -> Parsed:
        if isinstance(entry, str | int | float | bool) or entry is None:
            return RefusedItem("The mapping finds a single value here, so it is no item.")
        lines = {name: self._line(name, entry) for name in LINES if name in self._rules}
        fields: dict[str, Any] = {
            name: value[: _LIMITS.get(name, 200)]
            for name, value in lines.items()
            if name not in {"embargo", "urgency", "priority", "pubstatus", "kind", "item_type"}
        }
        fields |= self._managed(entry, lines)
        fields |= {name: self._text(name, entry) for name in TEXTS if name in self._rules}
        fields |= {name: self._time(name, entry) for name in TIMES if name in self._rules}
        fields |= {name: self._list(name, entry) for name in LISTS if name in self._rules}
        fields["names"] = tuple(self._names(entry))
        fields["pictures"] = tuple(self._pictures(entry))
        fields["alt_ids"] = tuple((part.get("role", ""), part["value"]) for part in self._parts("alt_ids", entry))
        fields["body"] = self._body(entry)
        fields["is_degraded"] = is_degraded
        fields["version"], fields["version_sent"] = self._version(fields), fields.get("version", "")
        fields["version_number"] = values.version_number(fields["version"])
        fields["warnings"] = (*repairs, *fields["warnings"])
        return json_items.finished(fields)

    def _version(self, fields: dict[str, Any]) -> str:
        """Return the version; where none was sent its time stands in, else a digest of what readers see."""
        time = fields.get("version_created_at")
        stand_in = time.isoformat() if time else values.digest(fields.get("headline", ""), fields["body"])
        return fields.get("version") or stand_in

    def _managed(self, entry: Any, lines: dict[str, str]) -> dict[str, Any]:
        """Return status, embargo, kind and urgency. What a table does not know is an unknown status."""
        status = lines.get("pubstatus", "")
        pubstatus = values.read_pubstatus(status)
        embargo = self._embargo(entry) if "embargo" in self._rules else None
        until, is_open, doubt = values.read_embargo(embargo, status=status, profile=self._profile)
        strange = f"The status “{status[:40]}” is unknown; the item is not usable." if pubstatus == "unknown" else ""
        language = values.read_language(lines.get("language", ""), default=self._profile.language)
        kind, item_type = lines.get("kind", "").lower(), lines.get("item_type", "").lower()
        return {
            "guid": lines.get("guid", ""),
            "pubstatus": pubstatus,
            "status_sent": status,
            "embargo_sent": embargo,
            "embargo_until": until,
            "embargo_is_open": is_open,
            "kind": kind if kind in _KINDS else "",
            "item_type": item_type if item_type in _ITEM_TYPES else "text",
            "urgency": values.read_urgency(lines.get("urgency", "")),
            "priority": values.read_urgency(lines.get("priority", "")),
            "language": language,
            "warnings": (doubt, strange),
        }

    def _embargo(self, entry: Any) -> str | None:
        """Return the embargo as text that can be read; None where the document has none."""
        rule = self._rules["embargo"]
        found = [self.find(path, entry, keep_empty=True)[:1] for path in rule.paths]
        if not any(found):
            return None
        sent = clean_line(" ".join(_words(node) for nodes in found for node in nodes))
        time = self._read_time(rule, sent)
        return time.isoformat() if time else sent

    def _nodes(self, rule: Rule, entry: Any) -> list[Any]:
        return [node for path in rule.paths for node in self.find(path, entry)] if rule.paths else [rule.value]

    def _line(self, name: str, entry: Any) -> str:
        return self._ruled(self._rules[name], entry)

    def _ruled(self, rule: Rule, entry: Any) -> str:
        """Return one line: the first value, or all of them joined, by the table where there is one."""
        found = [line for node in self._nodes(rule, entry) if (line := paragraphs.plain_line(_words(node)))]
        line = rule.join.join(dict.fromkeys(found)) if rule.join else found[0] if found else ""
        if not rule.table:
            return line
        fallback = line if rule.otherwise is None else rule.otherwise
        return rule.table.get(line.lower(), fallback)

    def _text(self, name: str, entry: Any) -> str:
        found = (paragraphs.plain_text(_words(node)).strip() for node in self._nodes(self._rules[name], entry))
        return "\n".join(filter(None, found))

    def _time(self, name: str, entry: Any) -> datetime | None:
        rule = self._rules[name]
        return self._read_time(rule, self._ruled(rule, entry))

    def _read_time(self, rule: Rule, sent: str) -> datetime | None:
        profile = replace(self._profile, zone=rule.zone) if rule.zone else self._profile
        if not rule.format:
            return values.read_time(sent, profile=profile) if sent else None
        try:
            time = datetime.strptime(sent, rule.format)  # the zone comes next
        except ValueError:
            return None
        return values.read_time(time.isoformat(), profile=profile)

    def _list(self, name: str, entry: Any) -> tuple[str, ...]:
        rule = self._rules[name]
        found = [paragraphs.plain_line(_words(node)) for node in self._nodes(rule, entry)]
        if rule.split:
            found = [part.strip() for line in found for part in line.split(rule.split)]
        return tuple(dict.fromkeys(line[: values.GUID_LIMIT] for line in found if line))

    def _body(self, entry: Any) -> str:
        rule = self._rules.get("body")
        if rule is None:
            return ""
        return "\n".join(filter(None, (_html(node, rule.body) for node in self._nodes(rule, entry))))

    def _parts(self, name: str, entry: Any) -> Iterator[dict[str, str]]:
        """Yield the parts of each entry of a list; a path alone is the name, the address or the value."""
        rule = self._rules.get(name)
        if rule is None:
            return
        whole = {"pictures": "href", "alt_ids": "value"}.get(name, "name")
        for node in self._nodes(rule, entry):
            if not rule.parts:
                found = {whole: clean_line(_words(node))}
            else:
                found = {
                    part: self._ruled(inner, node) for part, inner in rule.parts.items() if _has_parts(node, inner)
                }
            if found.get(whole):
                yield found

    def _names(self, entry: Any) -> Iterator[ParsedName]:
        for field, kind in NAMES.items():
            for part in self._parts(field, entry):
                code = values.topic_code(part.get("code", ""))
                yield ParsedName(part["name"][: json_items.NAME_LIMIT], kind, code, part.get("scheme", "")[:200])

    def _pictures(self, entry: Any) -> Iterator[ParsedPicture]:
        for part in self._parts("pictures", entry):
            kept: dict[str, Any] = {key: value[: values.HEADLINE_LIMIT] for key, value in part.items() if key in _CUT}
            yield ParsedPicture(**kept, caption=part.get("caption", ""), href=part["href"][:500])


def _has_parts(node: Any, rule: Rule) -> bool:
    is_self = all(step.name == "." for path in rule.paths for steps in path for step in steps)
    return is_self or not isinstance(node, str)


def _words(node: Any) -> str:
    """Return the text of a value, whatever it is."""
    if isinstance(node, etree._Element):
        return "".join(node.itertext())
    return node if isinstance(node, str) else words_of(node)


def _html(node: Any, kind: str) -> str:
    if isinstance(node, etree._Element) and (kind == "elements" or (kind == "auto" and len(node))):
        return paragraphs.from_markup(inner_html(node))
    words = without_unprintable(_words(node)).strip()
    if kind == "html" or (kind == "auto" and paragraphs.has_markup(words)):
        return paragraphs.from_markup(words)
    return paragraphs.from_text(words)
