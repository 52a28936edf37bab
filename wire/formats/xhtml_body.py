"""The body of XHTML that NewsML carries, as plain HTML.

dpa's pages have a head of their own, with the headline and the byline again, and a notebook that must not be published;
what stands there is set aside by name: byline, dateline, subhead, note, private.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from newsroom.lib.text import clean_line
from wire.formats.body_writer import BodyWriter, Rule
from wire.formats.trees import Element, line, local_name

# Classes of paragraphs and spans that stand for a field of the item
ASIDE_CLASSES = {"byline": "byline", "dateline": "dateline", "closingline": "private"}
PUBLIC_NOTES = frozenset({"np-public"})
NOTEBOOKS = frozenset({"notepad", "notebook"})
_PRIVATE = re.compile("non-?public|not-for-publication|np-constraint", re.IGNORECASE)


def read(elements: list[Element], headline: str = "") -> BodyWriter:
    """Return a writer with the body that the elements hold: a page, its body, or parts of one."""
    writer = BodyWriter(RULES, headline)
    for element in elements:
        name = local_name(element)
        if name in {"html", "body"}:
            _write_page(writer, element)
        else:
            writer.write(element)
        if element.tail:
            writer.write_text(element.tail)
    return writer


def _write_page(writer: BodyWriter, page: Element) -> None:
    bodies = [child for child in page if local_name(child) == "body"] if local_name(page) == "html" else [page]
    for body in bodies or [page]:
        if any(_is_main(child) for child in body):
            _write_with_head(writer, body)
        else:
            writer.write_inside(body)


def _write_with_head(writer: BodyWriter, body: Element) -> None:
    """Write a page whose story is marked as its main section: the page's head goes to other fields."""
    for child in body:
        if local_name(child) == "header":
            _set_head_aside(writer, child)
        else:
            writer.write(child)
        if child.tail:
            writer.write_text(child.tail)


def _set_head_aside(writer: BodyWriter, head: Element) -> None:
    for part in head:
        name = local_name(part)
        is_heading = len(name) == 2 and name[0] == "h"
        if is_heading and line(part) != writer.headline:
            writer.set_aside("subhead", part)
        elif name == "p":
            writer.set_aside(ASIDE_CLASSES.get(next(iter(_classes(part)), ""), "note"), part)


def _is_main(element: Element) -> bool:
    return local_name(element) == "section" and "main" in _classes(element)


def _classes(element: Element) -> list[str]:
    return (element.get("class") or "").lower().split()


def _write_block(writer: BodyWriter, element: Element) -> None:
    """Write a container; notebooks go where their parts say."""
    classes = element.get("class")
    if classes and _PRIVATE.search(classes):
        writer.set_aside("private", element)
    elif classes and NOTEBOOKS.intersection(classes.lower().split()):
        set_notebook_aside(writer, element)
    else:
        writer.write_as("div", element)


def set_notebook_aside(writer: BodyWriter, notebook: Element) -> None:
    """Keep a notebook out of the body: what it does not call public is private."""
    for part in notebook:
        is_public = bool(PUBLIC_NOTES.intersection(_classes(part)))
        writer.set_aside("note" if is_public else "private", part)


def _write_paragraph(writer: BodyWriter, element: Element) -> None:
    if classes := element.get("class"):
        _write_unless_aside(writer, element, "p", classes)
    else:
        writer.write_as("p", element)


def _write_span(writer: BodyWriter, element: Element) -> None:
    """Write what is in a span; spans of different classes that touch are parted by style, here by a space."""
    classes = element.get("class")
    if not classes:
        writer.write_inside(element)
        return
    _write_unless_aside(writer, element, "", classes)
    following = None if element.tail else element.getnext()
    if following is not None and local_name(following) == "span" and following.get("class"):
        writer.write_text(" ")


def _write_unless_aside(writer: BodyWriter, element: Element, tag: str, classes: str) -> None:
    aside = "private" if _PRIVATE.search(classes) else ASIDE_CLASSES.get(classes.strip().lower())
    if aside:
        writer.set_aside(aside, element)
    else:
        writer.write_as(tag, element)


def _write_title(writer: BodyWriter, element: Element) -> None:
    """Write the title of the page, unless it is the headline again."""
    if not writer.headline or clean_line(line(element)) != writer.headline:
        writer.write_as("h2", element)


RULES: Mapping[str, Rule] = {
    **{
        name: name
        for name in "em strong b i u s del ins sub sup br hr pre a cite q code small ol ul li dl dt dd".split()
    },
    **{name: name for name in "h2 h3 h4 h5 h6 blockquote table caption thead tbody tfoot tr th td".split()},
    **{name: name for name in "figure figcaption address".split()},
    **dict.fromkeys("div section article header footer main aside nav body".split(), _write_block),
    "p": _write_paragraph,
    "span": _write_span,
    "h1": _write_title,
    **dict.fromkeys("head title meta link script style template col colgroup".split()),
    **dict.fromkeys("img picture source track map area canvas svg embed param input select textarea".split()),
}
