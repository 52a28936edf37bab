"""What a cleaned body consists of, read in one pass: its blocks with their words and links. Judges nothing."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from newsroom.lib import markup_tree
from newsroom.lib.markup_caps import refuse_excess, too_deep
from newsroom.lib.markup_tags import is_block


@dataclass(frozen=True, slots=True)
class Block:
    """One block at the top of a text: its tag, its words (a line per inner block), and what it carries."""

    tag: str
    text: str
    classes: frozenset[str] = frozenset()
    cited: bool = False  # holds a <cite> with words in it
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """The blocks of a text in order."""

    blocks: tuple[Block, ...] = ()

    @property
    def text(self) -> str:
        """All words, one line per block or line break."""
        return "\n".join(block.text for block in self.blocks if block.text)

    @property
    def links(self) -> tuple[str, ...]:
        """Where the text leads, in order."""
        return tuple(link for block in self.blocks for link in block.links)


def outline(html: str) -> Outline:
    """Read cleaned HTML. Raises TooMuchMarkupError when it is over the caps or was never cleaned."""
    refuse_excess(html)
    try:
        body = markup_tree.parse(html)
    except etree.XMLSyntaxError as error:
        raise too_deep() from error
    found = [Block("p", " ".join(body.text.split()))] if (body.text or "").strip() else []
    for child in body:
        found.append(_read(child))
        if (child.tail or "").strip():
            found.append(Block("p", " ".join(str(child.tail).split())))
    return Outline(tuple(found))


def _read(element: etree._Element) -> Block:
    return Block(
        tag=str(element.tag),
        text=_lines(element),
        classes=frozenset((element.get("class") or "").split()),
        cited=any("".join(cite.itertext()).strip() for cite in element.iter("cite")),
        links=tuple(str(link.get("href")) for link in element.iter("a") if link.get("href")),
    )


def _lines(element: etree._Element) -> str:
    pieces: list[str] = []
    for event, node in etree.iterwalk(element, events=("start", "end")):
        tag = str(node.tag)
        breaks = is_block(tag) or tag == "br"
        if event == "start":
            pieces += ["\n"] if breaks else []
            pieces.append(_flat(node.text))
        else:
            pieces += ["\n"] if breaks else []
            pieces.append(_flat(node.tail) if node is not element else "")
    lines = (" ".join(line.split()) for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _flat(text: str | None) -> str:
    return (text or "").replace("\n", " ")
