"""Looking things up in a tree of XML, by local names in lower case: real documents have no namespace or a false one.

Plain calls, no XPath: each element is looked at once.
"""

from __future__ import annotations

from typing import TypeAlias

from lxml import etree

from newsroom.lib.text import clean_line

Element: TypeAlias = etree._Element
Fields: TypeAlias = dict[str, list[Element]]


def local_name(element: Element) -> str:
    """Return the name of an element in lower case, "" for what is no element.

    In a repaired tree a prefix that was never declared stands in the name itself.
    """
    tag = element.tag
    if tag.__class__ is not str:
        return ""
    name = tag.rpartition("}")[2]
    return (name.rpartition(":")[2] if ":" in name else name).lower()


def by_name(*elements: Element) -> Fields:
    """Return the children of the elements by their names, each name's in the order sent."""
    fields: Fields = {}
    for element in elements:
        for child in element:
            name = local_name(child)
            if name:
                fields.setdefault(name, []).append(child)
    return fields


def first(fields: Fields, name: str) -> Element | None:
    """Return the first element of that name, None where there is none."""
    found = fields.get(name)
    return found[0] if found else None


def text(element: Element) -> str:
    """Return all the text inside of an element, as sent."""
    return "".join(element.itertext()) if len(element) else element.text or ""


def line(element: Element | None) -> str:
    """Return the text inside of an element as one clean line, "" for None."""
    return clean_line(text(element)) if element is not None else ""


def lines(fields: Fields, name: str) -> list[str]:
    """Return the texts of all elements of that name as clean lines, without the empty ones."""
    return [found for element in fields.get(name, ()) if (found := line(element))]


def first_line(fields: Fields, name: str) -> str:
    """Return the first of them that is not empty."""
    return next((found for element in fields.get(name, ()) if (found := line(element))), "")
