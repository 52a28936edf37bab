"""Text and markup out of the elements of feeds, and links made whole."""

from __future__ import annotations

import html
import re
from urllib.parse import urljoin

from lxml import etree

from wire.formats.feed_names import XML_BASE

_VOID = frozenset({"br", "hr", "img", "wbr", "col", "source", "input"})
_KEPT_ATTRIBUTES = frozenset({"href", "src", "alt", "title", "cite", "colspan", "rowspan", "lang", "dir", "start"})
# Begins with a literal, which is what makes the search quick
_LINKS = {
    name: re.compile(rf"""{name}=(["'])(?!\s*+(?:[a-zA-Z][a-zA-Z0-9+.-]*+:|#))([^"']*)\1""") for name in ("href", "src")
}


def text_of(element: etree._Element) -> str:
    """Return all text in an element, with that of its children."""
    return ("".join(element.itertext()) if len(element) else element.text or "").strip()


def first_text(elements: list[etree._Element] | None) -> str:
    """Return the text of the first of these elements that has any."""
    for element in elements or ():
        text = text_of(element)
        if text:
            return text
    return ""


def markup_of(element: etree._Element) -> str:
    """Return the content of an element that should hold escaped HTML, and sometimes holds elements instead."""
    return inner_html(element) if len(element) else (element.text or "").strip()


def first_markup(elements: list[etree._Element] | None) -> str:
    return next(filter(None, map(markup_of, elements)), "") if elements else ""


def inner_html(element: etree._Element) -> str:
    """Return the children of an element as HTML without namespaces. Its text is text: it is escaped."""
    pieces = [html.escape(element.text or "", quote=False)]
    for child in element:
        if isinstance(child.tag, str):
            pieces.append(_outer_html(child))
        else:
            pieces.append(html.escape(child.text or "", quote=False))
        pieces.append(html.escape(child.tail or "", quote=False))
    return "".join(pieces).strip()


def _outer_html(element: etree._Element) -> str:
    name = str(element.tag).rpartition("}")[2].rpartition(":")[2].lower()
    kept = [(key, value) for key, value in element.attrib.items() if key in _KEPT_ATTRIBUTES]
    start = "".join([f"<{name}", *(f' {key}="{html.escape(value)}"' for key, value in kept), ">"])
    return start if name in _VOID and not len(element) else f"{start}{inner_html(element)}</{name}>"


def base_of(element: etree._Element, base: str) -> str:
    """Return the address that relative links in the element go by, given that of its parent."""
    own = element.get(XML_BASE)
    return join(base, own) if own else base


def join(base: str, link: str) -> str:
    """Return a link made whole; as it is where that cannot be done."""
    if not base or not link or "://" in link[:12]:
        return link
    try:
        return urljoin(base, link.strip())
    except ValueError:
        return link


def with_whole_links(markup: str, base: str) -> str:
    """Return HTML whose relative links and pictures are made whole."""
    if not base or "=" not in markup:  # no attributes
        return markup
    for name, pattern in _LINKS.items():
        if f"{name}=" in markup:
            markup = pattern.sub(lambda found, name=name: _whole(found, name, base), markup)  # type: ignore[misc]
    return markup


def _whole(found: re.Match[str], name: str, base: str) -> str:
    return f'{name}="{html.escape(join(base, html.unescape(found[2])))}"'
