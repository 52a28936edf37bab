"""Small steps in the tree of a NewsML 1 document: names without namespace, FormalName, texts. Never raises."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from newsroom.lib import text

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def name_of(element: etree._Element) -> str:
    """Return the tag without namespace; "" for what is no element (an entity that nobody replaced)."""
    tag = element.tag
    if tag.__class__ is not str:
        return ""
    return tag if tag[0] != "{" else tag.rpartition("}")[2]


def without_prefixes(root: etree._Element) -> None:
    """Take prefixes that were never declared out of the tags; only a repaired tree has them."""
    for element in root.iter(etree.Element):
        if ":" in element.tag and element.tag[0] != "{":
            name = element.tag.rpartition(":")[2]
            element.tag = name if _NAME.fullmatch(name) else "div"


def named(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Yield the children of these names, in any namespace."""
    return element.iterchildren(*[f"{{*}}{name}" for name in names])


def first(element: etree._Element | None, *path: str) -> etree._Element | None:
    """Return the first element at a path of names, looking into the first of each only."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren("{*}" + name), None)
    return element


def clean(words: str | None) -> str:
    """Make one tidy line; most of what comes is one already."""
    if not words:
        return ""
    if words.isascii() and words.isprintable() and "  " not in words:
        return words.strip()
    return text.clean_line(words)


def line(element: etree._Element | None) -> str:
    """Return the element's whole text as one clean line."""
    if element is None:
        return ""
    return clean(element.text if len(element) == 0 else "".join(element.itertext()))


def formal(element: etree._Element | None) -> str:
    """Return the FormalName of an element, or what it holds as text where the attribute is missing."""
    if element is None:
        return ""
    sent = element.get("FormalName")
    return clean(sent) if sent else clean(element.get("formalname")) or line(element)


def properties(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield name and value of every Property in the element, at any depth, in document order."""
    for child in element.iter("{*}Property"):
        yield child.get("FormalName") or "", clean(child.get("Value")) or clean(child.text)


def language_of(element: etree._Element) -> str:
    return clean(element.get(XML_LANG) or element.get("lang"))
