"""Gives every figure of a text one form: a picture, and under it at most one line of caption. No word is lost.

A picture stands in a figure or nowhere: one without would have no credit to go with it.
"""

import re

from lxml import etree

from newsroom.lib.markup_nodes import Node, append, fill, take
from newsroom.lib.markup_tags import VOID_TAGS, is_block

FIGURE, PICTURE, CAPTION = "figure", "img", "figcaption"
_SPACES = re.compile(r"[ \t\r\n\f]+")


def drop_strays(box: etree._Element, needed: frozenset[str]) -> None:
    """Take out the pictures that are in no figure with the attributes `needed`."""
    for child in list(box):
        if child.tag == PICTURE:
            _remove(child, box)
        elif child.tag != FIGURE or not needed <= set(child.keys()):
            drop_strays(child, needed)


def settle(box: etree._Element) -> None:
    """Give the figures of a tree their form, in place; those inside another become part of it."""
    for child in list(box):
        if child.tag == FIGURE:
            _rebuild(child)
        else:
            settle(child)


def _rebuild(figure: etree._Element) -> None:
    found = next(figure.iter(PICTURE), None)
    picture = etree.Element(PICTURE, alt=" ".join(found.get("alt", "").split()) if found is not None else "")
    caption = etree.Element(CAPTION)
    fill(caption, _on_one_line(take(figure)))
    attributes = sorted(figure.attrib.items())  # as the editor writes them
    figure.attrib.clear()
    figure.attrib.update(attributes)
    append(figure, picture)
    if any(text.strip() for text in caption.itertext()):
        _trim(caption)
        append(figure, caption)


def _on_one_line(nodes: list[Node]) -> list[Node]:
    """Take blocks apart and pictures out; what blocks parted is parted by a space."""
    line: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            line.append(node)
        elif is_block(node.tag):
            line += [" ", *_on_one_line(take(node)), " "]
        elif node.tag != PICTURE:
            line += _inline(node)
    return line


def _inline(node: etree._Element) -> list[Node]:
    """Give an inline element back, or only its space when nothing is left to read in it."""
    pieces = _on_one_line(take(node))
    fill(node, pieces)
    is_read = node.tag in VOID_TAGS or any(text.strip() for text in node.itertext())
    return [node] if is_read else [piece for piece in pieces if isinstance(piece, str)]


def _trim(caption: etree._Element) -> None:
    for element in caption.iter():
        if element.tag not in VOID_TAGS:
            element.text = _SPACES.sub(" ", element.text or "")
        if element is not caption:
            element.tail = _SPACES.sub(" ", element.tail or "")
    caption.text = (caption.text or "").lstrip()
    if len(caption):
        caption[-1].tail = (caption[-1].tail or "").rstrip()
    else:
        caption.text = caption.text.rstrip()


def _remove(picture: etree._Element, parent: etree._Element) -> None:
    """Take a picture out and leave the text behind it."""
    before = picture.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + (picture.tail or "")
    else:
        parent.text = (parent.text or "") + (picture.tail or "")
    parent.remove(picture)
