"""Takes elements apart and puts them together again, text and children alike as nodes in order."""

from collections.abc import Iterable
from typing import TypeAlias

from lxml import etree

Node: TypeAlias = etree._Element | str


def take(element: etree._Element) -> list[Node]:
    """Empty an element and give its text and children in order, tails parted from children."""
    nodes: list[Node] = [element.text] if element.text else []
    element.text = None
    for child in list(element):
        tail, child.tail = child.tail, None
        element.remove(child)
        nodes.append(child)
        if tail:
            nodes.append(tail)
    return nodes


def fill(element: etree._Element, nodes: Iterable[Node]) -> None:
    for node in nodes:
        append(element, node)


def append(element: etree._Element, node: Node) -> None:
    if not isinstance(node, str):
        element.append(node)
    elif len(element):
        element[-1].tail = (element[-1].tail or "") + node
    else:
        element.text = (element.text or "") + node
