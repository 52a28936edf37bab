"""Paths of a mapping: a small part of XPath for XML, dotted paths for JSON. No functions, no axes, a cap on steps.

XML:  Headline   Meta/Author/@name   //Topic   Texts/Text[@type='main']   Images/Image[1]   .   A | B
JSON: headline   meta.author.name    texts[type=main].value   images[0].url   tags[]   .   a | b
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from wire.formats.item import ParseError

MAX_PATH = 300
MAX_STEPS = 20
MAX_VISITS = 1_000_000

_NAME = r"[^\W\d][\w.\-]*"
_XML_STEP = re.compile(
    rf"""(?P<slashes>/{{0,2}})\s*(?:(?P<self>\.(?![\w.]))|(?P<attribute>@)?(?:{_NAME}:)?(?P<name>{_NAME}|\*))"""
    rf"""\s*(?:\[\s*(?:(?P<number>\d{{1,4}})|(?P<is_attribute>@)?(?:{_NAME}:)?(?P<key>{_NAME})\s*"""
    r"""=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'))\s*\])?"""
)
_JSON_STEP = re.compile(
    r"""\.?(?:(?P<self>(?<!\.)\.(?=\Z))|"(?P<quoted>[^"]+)"|(?P<name>[\w\-@$:]+))?"""
    r"""(?P<list>\[\s*(?:(?P<number>\d{1,6})|(?P<key>[\w\-@$:]+)\s*=\s*(?P<value>[^\]]*))?\s*\])?"""
)


class PathError(ValueError):
    """A path that cannot be read. The message is a sentence for the one who wrote it."""


class Visits:
    """Counts the steps a mapping takes in one document, so that none can take for ever."""

    def __init__(self) -> None:
        self._left = MAX_VISITS

    def count(self, number: int = 1) -> None:
        self._left -= number
        if self._left < 0:
            raise ParseError("too_many", f"The mapping takes more than {MAX_VISITS} steps through the document.")


@dataclass(frozen=True, slots=True)
class Step:
    """One step: `name` is where it goes; the rest is which of the nodes there count."""

    name: str
    is_deep: bool = False
    is_absolute: bool = False
    is_attribute: bool = False
    is_list: bool = False
    number: int | None = None
    key: str = ""
    key_is_attribute: bool = False
    value: str = ""


Path = tuple[tuple[Step, ...], ...]  # alternatives, of which the first that finds something counts


def read_path(text: str, *, is_xml: bool) -> Path:
    """Return a path, or raise PathError."""
    if len(text) > MAX_PATH:
        raise PathError(f"A path has at most {MAX_PATH} characters.")
    if "::" in text or (is_xml and "(" in text.replace("text()", "")):
        raise PathError(
            f"“{text[:80]}” has a function or an axis; only names, @attributes, [conditions] and | are known."
        )
    read = _xml_steps if is_xml else _json_steps
    return tuple(read(part.strip()) for part in text.split("|"))


def _xml_steps(text: str) -> tuple[Step, ...]:
    rest = text.removesuffix("/text()")
    return _steps(rest, _XML_STEP, _xml_step)


def _json_steps(text: str) -> tuple[Step, ...]:
    return _steps(text, _JSON_STEP, _json_step)


def _steps(text: str, pattern: re.Pattern[str], make: Callable[[re.Match[str], bool], Step]) -> tuple[Step, ...]:
    steps: list[Step] = []
    place = 0
    while place < len(text):
        found = pattern.match(text, place)
        if not found or found.end() == place:
            raise PathError(f"“{text[:80]}” cannot be read from “{text[place : place + 20]}” on.")
        steps.append(make(found, place == 0))
        place = found.end()
    if not steps:
        raise PathError("A path is empty.")
    if len(steps) > MAX_STEPS:
        raise PathError(f"A path has at most {MAX_STEPS} steps.")
    return tuple(steps)


def _xml_step(found: re.Match[str], is_first: bool) -> Step:
    if not is_first and not found["slashes"]:
        raise PathError(f"“{found[0]}”: steps are parted by /.")
    return Step(
        "." if found["self"] else found["name"],
        is_deep=found["slashes"] == "//",
        is_absolute=is_first and bool(found["slashes"]),
        is_attribute=bool(found["attribute"]),
        number=int(found["number"]) if found["number"] else None,
        key=found["key"] or "",
        key_is_attribute=bool(found["is_attribute"]),
        value=found["double"] or found["single"] or "",
    )


def _json_step(found: re.Match[str], is_first: bool) -> Step:
    value = (found["value"] or "").strip().strip("\"'")
    return Step(
        "." if found["self"] else found["quoted"] or found["name"] or "",
        is_list=bool(found["list"]),
        number=int(found["number"]) if found["number"] else None,
        key=found["key"] or "",
        value=value,
    )


def find_xml(path: Path, node: Any, visits: Visits, *, keep_empty: bool = False) -> list[Any]:
    """Return elements, or the text of attributes, in the order of the document."""
    if isinstance(node, str):  # an attribute: only "." leads from it
        return [node] if all(step.name == "." for steps in path for step in steps) else []
    for steps in path:
        nodes: list[Any] = [node]
        for step in steps:
            nodes = [found for part in nodes if not isinstance(part, str) for found in _xml_matches(step, part, visits)]
            if step.is_deep:
                nodes = list(dict.fromkeys(nodes))
        if (keep_empty and nodes) or any(isinstance(found, str) or has_words(found) for found in nodes):
            return nodes
    return []


def has_words(element: etree._Element) -> bool:
    """Tell whether an element holds text, attributes or other elements."""
    return bool(len(element) or element.attrib or (element.text or "").strip())


def _xml_matches(step: Step, node: etree._Element, visits: Visits) -> list[Any]:
    if step.name == ".":
        return [node]
    if step.is_attribute:
        visits.count(len(node.attrib) + 1)
        return [value for name, value in node.attrib.items() if step.name in ("*", _local(name))]
    found = [child for child in _reached(step, node, visits) if step.name in ("*", _local(child.tag))]
    if step.key:
        found = [child for child in found if _xml_value(child, step) == step.value]
    return found[step.number - 1 : step.number] if step.number else found


def _reached(step: Step, node: etree._Element, visits: Visits) -> Iterator[etree._Element]:
    if step.is_absolute:
        root = node.getroottree().getroot()
        reached = root.iter(etree.Element) if step.is_deep else iter([root])
    else:
        reached = node.iterdescendants(etree.Element) if step.is_deep else node.iterchildren(etree.Element)
    for element in reached:
        visits.count()
        yield element


def _xml_value(element: etree._Element, step: Step) -> str:
    if step.key_is_attribute:
        return next((value for name, value in element.attrib.items() if _local(name) == step.key), "")
    found = (child for child in element.iterchildren(etree.Element) if _local(child.tag) == step.key)
    return next(("".join(child.itertext()).strip() for child in found), "")


def _local(name: object) -> str:
    return str(name).rpartition("}")[2].rpartition(":")[2]


def find_json(path: Path, node: Any, visits: Visits, *, keep_empty: bool = False) -> list[Any]:
    """Return the values, in the order of the document; null is none."""
    for steps in path:
        nodes = [node]
        for step in steps:
            nodes = [found for part in nodes for found in _json_matches(step, part, visits)]
        nodes = [found for found in nodes if found is not None and (keep_empty or found != "")]
        if nodes:
            return nodes
    return []


def _json_matches(step: Step, node: Any, visits: Visits) -> list[Any]:
    visits.count()
    if step.name == ".":
        return [node]
    value = _member(node, step.name) if step.name else node
    if not step.is_list:
        return [value]
    parts = value if isinstance(value, list) else [] if value is None else [value]
    visits.count(len(parts))
    if step.number is not None:
        return parts[step.number : step.number + 1]
    if step.key:
        return [part for part in parts if str(_member(part, step.key)) == step.value]
    return list(parts)


def _member(node: Any, name: str) -> Any:
    if not isinstance(node, dict):
        return None
    return node[name] if name in node else next((node[key] for key in node if key.lower() == name.lower()), None)
