"""Puts sanitised HTML into blocks: loose text into paragraphs, unknown blocks taken apart.

Works on an exact tree of what nh3 wrote (which is XML but for void tags), and never decides
what is safe: the sanitiser runs before it and after it.
"""

import html as entities
import itertools
import re
from collections.abc import Iterable, Iterator, Mapping

from lxml import etree

from newsroom.lib import markup_figures
from newsroom.lib.markup_nodes import Node, append, fill, take
from newsroom.lib.markup_tags import RENAMED, VOID_TAGS, is_block
from newsroom.lib.text import without_unprintable

_TAKEN_APART = "x-block"
_HEADINGS = frozenset({"h2", "h3"})
_WRAPPERS = {"body": "p", "blockquote": "p", "aside": "p", "ul": "li", "ol": "li"}
_PARENTS = {
    "li": {"ul", "ol"}, "figcaption": {"figure"}, "aside": {"body"}, "caption": {"table"},
    "thead": {"table"}, "tbody": {"table"}, "tfoot": {"table"},
    "tr": {"table", "thead", "tbody", "tfoot"}, "td": {"tr"}, "th": {"tr"},
}  # fmt: skip
_PRUNED_INLINE = frozenset({"strong", "em", "s", "sub", "sup", "cite", "a"})
_PRUNED_BLOCKS = frozenset({"p", "h2", "h3", "blockquote", "aside", "ul", "ol", "li"})

_VOID_START = re.compile(rf"<((?:{'|'.join(sorted(VOID_TAGS))})(?=[\s/>])[^<>]*)>", re.I)
_VOID_END = re.compile(rf"(<(?:{'|'.join(sorted(VOID_TAGS))})(?: [^<>]*)?)/>")
_NAMED_REFERENCE = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)[A-Za-z][A-Za-z0-9]*;")
_START = "<body>"
_END = "</body>"


def deepest(body: etree._Element) -> int:
    """Count the levels of a tree below its body."""
    depth = greatest = 0
    for event, _ in etree.iterwalk(body, events=("start", "end")):
        depth += 1 if event == "start" else -1
        greatest = max(greatest, depth)
    return greatest - 1


def parse(html: str) -> etree._Element:
    """Build the exact tree of sanitised HTML under a <body>.

    Raises etree.XMLSyntaxError when the markup is not balanced or is over 256 levels deep.
    """
    text = without_unprintable(html).replace("\x85", " ")
    balanced = _VOID_START.sub(_self_closed, _NAMED_REFERENCE.sub(_as_numbers, text))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(f"{_START}{balanced}{_END}", parser)


def serialise(body: etree._Element) -> str:
    """Write the content of a tree made by `parse`, spelt as nh3 spells it."""
    for element in body.iter(etree.Element):
        if element.tag not in VOID_TAGS and not len(element):
            element.text = element.text or ""
    body.text = body.text or ""
    xml = etree.tostring(body, encoding="unicode").replace("\xa0", "&nbsp;")
    return _VOID_END.sub(r"\1>", xml[len(_START) : -len(_END)])


def top_blocks(body: etree._Element) -> Iterator[str]:
    """Yield each child of the body as HTML; loose text between them is yielded as it is."""
    for node in take(body):
        if isinstance(node, str):
            if node.strip():
                yield entities.escape(node, quote=False)
            continue
        holder = etree.Element("body")
        holder.append(node)
        yield serialise(holder)


class Arranger:
    """Arranges the tree of one text for a vocabulary.

    `required` names the attributes without which a tag has no meaning, by tag.
    """

    def __init__(self, tags: Iterable[str], required: Mapping[str, frozenset[str]]) -> None:
        self._tags = frozenset(tags)
        self._required = required

    def arrange(self, body: etree._Element) -> None:
        """Change the tree in place until its body is a row of known blocks."""
        needed = self._required.get(markup_figures.FIGURE)
        if needed:
            markup_figures.drop_strays(body, needed)
        nodes = [piece for node in take(body) for piece in self._simplify(node, frozenset())]
        fill(body, nodes)
        if needed:
            markup_figures.settle(body)
        self._settle(body)

    def _simplify(self, node: Node, around: frozenset[str]) -> list[Node]:
        """Rename tags, drop the meaningless, and push inline tags down into blocks."""
        if isinstance(node, str):
            return [node]
        node.tag = RENAMED.get(node.tag, node.tag)
        if not node.get("class", "-").strip():
            del node.attrib["class"]
        inside = around if is_block(node.tag) else around | {node.tag}
        children = [piece for child in take(node) for piece in self._simplify(child, inside)]
        if node.tag == "br" and "br" not in self._tags:
            return [" "]
        if self._is_pointless(node, around):
            if not is_block(node.tag):
                return children
            node.tag = _TAKEN_APART
        if is_block(node.tag) or not any(map(_is_block_node, children)):
            fill(node, children)
            return [node.text or ""] if _is_bare(node) else [node]
        return _pushed_down(node, children)

    def _is_pointless(self, node: etree._Element, around: frozenset[str]) -> bool:
        lacks_something = not self._required.get(node.tag, frozenset()) <= set(node.keys())
        return lacks_something or node.tag in around

    def _settle(self, box: etree._Element) -> None:
        """Give a known block its final children."""
        wrapper = self._known(_WRAPPERS.get(box.tag))
        filling = _Filling(box)
        self._pour(take(box), wrapper, filling)
        filling.part()

    def _pour(self, nodes: list[Node], wrapper: str | None, filling: "_Filling") -> None:
        for node in nodes:
            if not _is_block_node(node):
                filling.add_inline(node, wrapper)
            elif self._stands_alone(node, filling.box.tag, wrapper):
                self._settle(node)
                filling.add_block(node)
            else:
                filling.part()
                self._pour(take(node), self._wrapper_within(node, wrapper), filling)
                filling.part()

    def _stands_alone(self, block: etree._Element, parent: str, wrapper: str | None) -> bool:
        if block.tag not in self._tags:
            return False
        if block.tag == "p" and wrapper in _HEADINGS:
            return False
        if block.tag == "p" or block.tag in _HEADINGS:
            return not any(map(_is_block_node, block))
        return block.tag not in _PARENTS or parent in _PARENTS[block.tag]

    def _wrapper_within(self, block: etree._Element, outer: str | None) -> str | None:
        """Name what holds the loose text of a block that is taken apart."""
        if block.tag in _HEADINGS:
            return self._known(block.tag)
        return outer or self._known("p")

    def _known(self, tag: str | None) -> str | None:
        return tag if tag in self._tags else None


class _Filling:
    """Fills a box with blocks and inline pieces, opening a wrapper where loose text needs one."""

    def __init__(self, box: etree._Element) -> None:
        self.box = box
        self._run: etree._Element | None = None
        self._is_parted = False

    def add_inline(self, node: Node, wrapper: str | None) -> None:
        """Add a piece of text or an inline element; `wrapper` None means straight into the box."""
        if self._run is not None and self._run.tag != wrapper:
            self.part()
        if wrapper is None:
            self._add_unwrapped(node)
        elif self._run is not None:
            append(self._run, node)
        elif not _is_blank(node):
            self._run = etree.Element(wrapper)
            append(self._run, node.lstrip() if isinstance(node, str) else node)

    def add_block(self, block: etree._Element) -> None:
        """Add a block that is settled, unless nothing is in it."""
        self.part()
        if not _is_hollow(block):
            append(self.box, block)

    def part(self) -> None:
        """End the open wrapper; what follows starts a new line."""
        if self._run is not None and not _is_hollow(self._run):
            append(self.box, self._run)
        self._run = None
        self._is_parted = True

    def _add_unwrapped(self, node: Node) -> None:
        if self._is_parted and _ends_in_a_word(self.box) and not _begins_with_space(node):
            append(self.box, " ")
        self._is_parted = False
        append(self.box, node)


def _pushed_down(inline: etree._Element, nodes: list[Node]) -> list[Node]:
    """Take an inline element off its blocks and put a copy of it around the text within each."""
    pieces: list[Node] = []
    for blocks, group in itertools.groupby(nodes, _is_block_node):
        run = list(group)
        if blocks:
            for block in run:
                fill(block, _pushed_down(inline, take(block)))
            pieces += run
        elif all(map(_is_blank, run)):
            pieces += run
        else:
            shell = etree.Element(inline.tag, dict(inline.attrib))
            fill(shell, run)
            pieces.append(shell)
    return pieces


def _is_block_node(node: Node) -> bool:
    return not isinstance(node, str) and is_block(node.tag)


def _is_blank(node: Node) -> bool:
    return isinstance(node, str) and not node.strip()


def _begins_with_space(node: Node) -> bool:
    return isinstance(node, str) and node[:1].isspace()


def _ends_in_a_word(box: etree._Element) -> bool:
    """Tell whether text added to the box would touch the text or inline element before it."""
    last_text = box[-1].tail if len(box) else box.text
    if last_text:
        return not last_text[-1].isspace()
    return len(box) > 0 and not is_block(box[-1].tag)


def _is_bare(inline: etree._Element) -> bool:
    """Tell whether an inline element surrounds nothing but white space."""
    return inline.tag in _PRUNED_INLINE and not len(inline) and not (inline.text or "").strip()


def _is_hollow(block: etree._Element) -> bool:
    """Tell whether a block holds nothing but white space and line breaks."""
    if block.tag not in _PRUNED_BLOCKS or any(text.strip() for text in block.itertext()):
        return False
    return all(part.tag in _PRUNED_INLINE or part.tag == "br" for part in block.iterdescendants())


def _self_closed(start_tag: re.Match[str]) -> str:
    return f"<{start_tag[1].rstrip(' /')}/>"


def _as_numbers(reference: re.Match[str]) -> str:
    return "".join(f"&#{ord(character)};" for character in entities.unescape(reference[0]))
