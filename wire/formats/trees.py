"""Looking things up in a tree of XML, by local names in lower case: real documents have no namespace or a false one.

Plain calls, no XPath: each element is looked at once.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TypeAlias

from lxml import etree

from newsroom.lib.text import clean_line

Element: TypeAlias = etree._Element
Fields: TypeAlias = dict[str, list[Element]]


@lru_cache(maxsize=2048)
def name_of(tag: object) -> str:
    """Return the local name in a tag, in lower case; "" for a tag of what is no element.

    In a repaired tree a prefix that was never declared stands in the name itself.
    """
    if not isinstance(tag, str):
        return ""
    name = tag.rpartition("}")[2]
    return (name.rpartition(":")[2] if ":" in name else name).lower()


def local_name(element: Element) -> str:
    """Return the name of an element in lower case, "" for what is no element."""
    return name_of(element.tag)


def by_name(*elements: Element) -> Fields:
    """Return the children of the elements by their names, each name's in the order sent."""
    fields: Fields = {}
    for element in elements:
        for child in element:
            name = name_of(child.tag)
            if name in fields:
                fields[name].append(child)
            elif name:
                fields[name] = [child]
    return fields


def child_line(element: Element, name: str) -> str:
    """Return the text of the first child of that name that has any, as one clean line."""
    for child in element:
        if name_of(child.tag) == name and (found := line(child)):
            return found
    return ""


def first(fields: Fields, name: str) -> Element | None:
    """Return the first element of that name, None where there is none."""
    found = fields.get(name)
    return found[0] if found else None


def text(element: Element) -> str:
    """Return all the text inside of an element, as sent."""
    return "".join(element.itertext()) if len(element) else element.text or ""


def parted_line(element: Element) -> str:
    """Return the text of an element as one line; words of different parts never touch (`SMITH<byttl>Press`)."""
    words = ""
    for part in element.itertext():
        touches = words[-1:].isalnum() and part[:1].isalnum()
        words += f" {part}" if touches else part
    return clean_line(words)


def line(element: Element | None) -> str:
    """Return the text inside of an element as one clean line, "" for None."""
    return clean_line(text(element)) if element is not None else ""


def lines(fields: Fields, name: str) -> list[str]:
    """Return the texts of all elements of that name as clean lines, without the empty ones."""
    return [found for element in fields.get(name, ()) if (found := line(element))]


def first_line(fields: Fields, name: str) -> str:
    """Return the first of them that is not empty."""
    for element in fields.get(name, ()):
        if found := line(element):
            return found
    return ""
