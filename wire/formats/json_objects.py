"""Reads JSON from outside with caps, and objects leniently: key case does not matter, a wrong type reads as absent."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NoReturn

from wire.formats.item import ParseError

MAX_DEPTH = 40
MAX_PARTS = 200_000
# A string, closed or cut off, or a bracket; possessive, so that its cost is linear
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)|[\[{]|[\]}]', re.DOTALL)

_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|.)", re.DOTALL)
_CONTAINERS = frozenset({dict, list})
_NUMBERS = frozenset({int, float})
_ESCAPED = frozenset('"\\/bfnrt')


def load(payload: bytes) -> Any:  # JSON is any of its types; Node and the callers narrow it
    """Return what the document holds, or raise ParseError: encoding, too_deep, too_many, not_json."""
    text = _decoded(payload)
    openings = text.count("{") + text.count("[")  # or fewer: brackets in strings are none
    if openings > MAX_PARTS:
        _refuse_excess(text)
    try:
        document = _loaded(text)
    except RecursionError as error:
        raise _too_deep() from error
    except ValueError as error:
        where = f" at line {error.lineno}, column {error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        raise ParseError("not_json", f"This is no whole JSON document: it breaks off or is damaged{where}.") from error
    if openings > MAX_DEPTH:
        _refuse_depth(document)
    return document


def _loaded(text: str) -> Any:
    """Read JSON; a backslash before what needs none, which agencies' systems do write, is taken away once."""
    try:
        return json.loads(text, strict=False, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        if not error.msg.startswith("Invalid \\"):
            raise
    mended = _ESCAPE.sub(lambda found: found[0] if found[0][1:2] in _ESCAPED or len(found[0]) > 2 else found[1], text)
    return json.loads(mended, strict=False, parse_constant=_refuse_constant)


def _decoded(payload: bytes) -> str:
    encoding = "utf-16" if payload[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig"
    try:
        return payload.decode(encoding)
    except UnicodeDecodeError as error:
        raise ParseError("encoding", f"The text is not valid UTF-8 (byte {error.start}).") from error


def _refuse_depth(document: object) -> None:
    level = [document] if isinstance(document, dict | list) else []
    for _ in range(MAX_DEPTH):
        inner = (value for part in level for value in (part.values() if isinstance(part, dict) else part))
        level = [value for value in inner if value.__class__ in _CONTAINERS]
        if not level:
            return
    raise _too_deep()


def _too_deep() -> ParseError:
    return ParseError("too_deep", f"The document is nested more than {MAX_DEPTH} levels deep.")


def _refuse_excess(text: str) -> None:
    """Count exactly what was only guessed: brackets in strings are no parts."""
    parts = 0
    for token in _TOKEN.finditer(text):
        parts += text[token.start()] in "[{"
        if parts > MAX_PARTS:
            raise ParseError("too_many", f"The document has more than {MAX_PARTS} parts.")


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number.")


class Node:
    """One JSON object. `name` is the key it stood under, where it was a value of an object."""

    __slots__ = ("_fields", "name")

    def __init__(self, fields: dict[str, Any], name: str = "") -> None:
        self._fields = fields if "".join(fields).islower() else _in_lower_case(fields)
        self.name = name

    def __contains__(self, key: str) -> bool:
        """Tell whether the field holds anything but null."""
        return self._fields.get(key) is not None

    def text(self, *keys: str) -> str:
        """Return the first of these fields that holds words or a number, or nothing. A list of words is joined."""
        for key in keys:
            value = self._fields.get(key)
            if value is not None:
                text = value if isinstance(value, str) else _text(value)
                if text and not text.isspace():
                    return text
        return ""

    def flavours(self, stem: str) -> Iterator[tuple[str, str]]:
        """Yield (x, text) of every `stem_x` field that is text, in the order sent (ninjs 1.x)."""
        start = f"{stem}_"
        for key, value in self._fields.items():
            if key.startswith(start) and isinstance(value, str) and value.strip():
                yield key.removeprefix(start), value

    def nodes(self, *keys: str) -> list[Node]:
        """Return the objects of these fields: of a list, or of an object's values (renditions, associations)."""
        found: list[Node] = []
        for key in keys:
            value = self._fields.get(key)
            if value.__class__ is list:
                found += [Node(part) for part in value if part.__class__ is dict]
            elif value.__class__ is dict:
                found += [Node(part, name) for name, part in value.items() if part.__class__ is dict]
        return found

    def objects(self, key: str) -> list[Node]:
        """Return the object of this field, or those of its list."""
        value = self._fields.get(key)
        parts = value if isinstance(value, list) else [value]
        return [Node(part) for part in parts if isinstance(part, dict)]

    def nested(self, key: str) -> Iterator[Node]:
        """Yield the objects in the lists that are the values of an object."""
        value = self._fields.get(key)
        lists = [part for part in value.values() if isinstance(part, list)] if isinstance(value, dict) else []
        yield from (Node(part) for parts in lists for part in parts if isinstance(part, dict))

    def texts(self, key: str) -> list[str]:
        """Return the words of a list, or the one that stands there alone."""
        value = self._fields.get(key)
        if value is None:
            return []
        return [text for part in (value if isinstance(value, list) else [value]) if (text := _scalar(part).strip())]

    def sequence(self, key: str) -> list[object] | None:
        """Return a field that is a list as it came, None where it is none."""
        value = self._fields.get(key)
        return value if isinstance(value, list) else None

    def value(self, key: str) -> object:
        """Return a field as it came."""
        return self._fields.get(key)

    def is_true(self, key: str) -> bool:
        return self._fields.get(key) is True

    def pairs(self, key: str) -> list[tuple[str, str]]:
        """Return the words of an object with their keys."""
        value = self._fields.get(key)
        found = value.items() if isinstance(value, dict) else ()
        return [(str(name), text) for name, part in found if (text := _scalar(part).strip())]

    def words(self) -> str:
        """Return all words in the object and the objects in it, in their order."""
        return " ".join(_words(self._fields))

    def canonical(self) -> str:
        """Return the object as text that is equal for equal objects."""
        return json.dumps(self._fields, sort_keys=True)


def _scalar(value: Any) -> str:  # any JSON value
    if isinstance(value, str):
        return value
    if value.__class__ not in _NUMBERS:  # true and false are no words
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _in_lower_case(fields: dict[str, Any]) -> dict[str, Any]:
    """Return the fields by their lower-case names; of two that are the same then, the first with content counts."""
    found: dict[str, Any] = {}
    for key, value in fields.items():
        name = key.lower()
        if name not in found or found[name] in (None, ""):
            found[name] = value
    return found


def _text(value: Any) -> str:  # any JSON value
    if isinstance(value, list):
        return "\n".join(line for line in map(_scalar, value) if line)
    return _scalar(value)


def _words(value: Any) -> Iterator[str]:  # any JSON value
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _words(part)
    elif text := _scalar(value).strip():
        yield text


def words_of(value: Any) -> str:  # any JSON value
    """Return all words in a value and in what it holds."""
    return " ".join(_words(value))
