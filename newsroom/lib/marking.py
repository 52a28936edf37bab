"""Marks what changed between two bodies with <ins> and <del>, word by word, and takes no list or table apart.

Takes sanitised HTML only: what it writes are the tags and words it was given, and the marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from html import escape
from itertools import takewhile, zip_longest
from typing import Literal

from lxml import etree

from newsroom.lib import markup_tree
from newsroom.lib.aligning import MAX_COMPARED_PAIRS, Words, opcodes, pair_rewrites
from newsroom.lib.markup_tags import VOID_TAGS, is_block

MAX_HTML_CHARACTERS = 120_000

Mark = Literal["", "ins", "del"]
Tag = tuple[str, str]  # the start tag as written, and its name
_CELLS = frozenset({"td", "th"})
_HELD_BY_OTHERS = _CELLS | {"caption", "thead", "tbody", "tfoot", "tr", "li", "figcaption"}
_PAIRED_BY_PLACE = _CELLS | {"table", "thead", "tbody", "tr", "ul", "ol"}
_WORD = re.compile(r"[^\S\xa0]*(?:\w+|[^\w\s]|\xa0|$)")
_INS, _DEL = re.compile("<ins>.*?</ins>", re.DOTALL), re.compile("<del>.*?</del>", re.DOTALL)
_SHELL = re.compile(r"<(p|h2|h3|li|ul|ol|blockquote|aside|cite|figure|figcaption|caption)(?: [^>]*)?></\1>")
_SPACE = " \t\n\r"
_QUOTE = '"'


@dataclass(frozen=True, eq=False, slots=True)
class _Inline:
    """One inline element; two that look the same are two."""

    start: str
    name: str


@dataclass(frozen=True, slots=True)
class _Word:
    """A word with the space before it, or an element without content, inside its inline elements."""

    html: str
    around: tuple[_Inline, ...]

    @property
    def key(self) -> tuple[str, ...]:
        """What counts when two are compared: how much space stands before a word does not."""
        return self.html.strip(_SPACE), *(each.start for each in self.around)


@dataclass(frozen=True)
class _Block:
    """A block that holds either blocks or words; loose text between blocks is one without a tag."""

    tag: Tag
    blocks: list[_Block]
    words: list[_Word]

    @property
    def start(self) -> str:
        return self.tag[0]

    @property
    def name(self) -> str:
        return self.tag[1]

    @property
    def end(self) -> str:
        return f"</{self.name}>" if self.name and self.name not in VOID_TAGS else ""

    @cached_property
    def html(self) -> str:
        inside = "".join(block.html for block in self.blocks) + _written(self.words, "")
        return self.start + inside + self.end

    @cached_property
    def word_set(self) -> Words:
        own = (word.key[0].casefold() for word in self.words if any(map(str.isalnum, word.html)))
        return frozenset(own).union(*(block.word_set for block in self.blocks))

    def marked(self, mark: Mark) -> str:
        """Write all of it as new or as gone."""
        if not self.blocks and not self.words:
            return self.html if self.name in _HELD_BY_OTHERS else _in(mark, self.html)
        inside = "".join(block.marked(mark) for block in self.blocks) + _written(self.words, mark)
        return self.start + inside + self.end

    def parts(self) -> list[_Block]:
        """Return what it holds as blocks, its words as one without a tag."""
        return self.blocks or ([_Block(("", ""), [], self.words)] if self.words else [])


Pair = tuple[_Block | None, _Block | None]


def marked(a_html: str, b_html: str) -> str:
    """Return one body that holds both: `<del>` around what only the first has, `<ins>` around the second's own.

    In very long bodies whatever lies between the first and the last change of a paragraph is marked.
    """
    return "".join(marked_rows(a_html, b_html))


def marked_rows(a_html: str, b_html: str) -> list[str]:
    """Return the same by paragraph: each holds a paragraph of one body, or one of each that belong together."""
    before, after = _read(markup_tree.parse(a_html)), _read(markup_tree.parse(b_html))
    is_long = len(a_html) + len(b_html) > MAX_HTML_CHARACTERS
    marker = _Marker(0 if is_long else 2 * MAX_COMPARED_PAIRS)
    return [marker.pair(old, new) for old, new in _aligned(before.parts(), after.parts())]


def first_of(marked_html: str) -> str:
    """Return what the first body had of a marked text, with its own marks alone."""
    return _without_shells(_INS.sub("", marked_html))


def second_of(marked_html: str) -> str:
    """Return what the second body has of a marked text, with its own marks alone."""
    return _without_shells(_DEL.sub("", marked_html))


def _without_shells(html: str) -> str:
    """Take away blocks that held nothing but what was taken out."""
    before = None
    while before != html:
        before, html = html, _SHELL.sub("", html)
    return html


class _Marker:
    """Walks two trees side by side. `pairs` is how many pairs of words may be compared in all."""

    def __init__(self, pairs: int) -> None:
        self._left = pairs

    def pair(self, old: _Block | None, new: _Block | None) -> str:
        """Mark a block and what became of it; None where there is none."""
        if old and new and old.html == new.html:
            return new.html
        if old and new and _same_kind(old, new):
            return new.start + self._inside(old, new) + new.end
        return (old.marked("del") if old else "") + (new.marked("ins") if new else "")

    def _inside(self, a: _Block, b: _Block) -> str:
        if not a.blocks and not b.blocks:
            return "".join(self._text(a.words, b.words))
        return "".join(self.pair(old, new) for old, new in _aligned(a.parts(), b.parts()))

    def _text(self, before: list[_Word], after: list[_Word]) -> Iterator[str]:
        cost = len(before) * len(after)
        allowed = cost if cost <= min(self._left, MAX_COMPARED_PAIRS) else 0
        self._left -= allowed
        keys = [word.key for word in before], [word.key for word in after]
        for op, i, j, k, m in opcodes(*keys, pairs=allowed):
            if op == "equal":
                spaced = max(before[i].html, after[k].html, key=len)  # or a word that goes would touch the next
                yield _written([replace(after[k], html=spaced), *after[k + 1 : m]], "")
            else:
                yield _written(before[i:j], "del") + _written(after[k:m], "ins")


def _aligned(before: list[_Block], after: list[_Block]) -> Iterator[Pair]:
    for op, i, j, k, m in opcodes([each.html for each in before], [each.html for each in after]):
        if op == "equal":
            yield from zip(before[i:j], after[k:m], strict=True)
        else:
            yield from _pairs(before[i:j], after[k:m])


def _pairs(removed: list[_Block], added: list[_Block]) -> Iterator[Pair]:
    """Pair rewrites of one another; between them, lists and the parts of tables by place, or a table would grow."""
    lonely_old: list[_Block] = []
    lonely_new: list[_Block] = []
    matches = pair_rewrites([each.word_set for each in removed], [each.word_set for each in added])
    for i, j in matches:
        if i is not None and j is not None:
            yield from _by_place(lonely_old, lonely_new)
            yield removed[i], added[j]
            lonely_old, lonely_new = [], []
        elif i is not None:
            lonely_old.append(removed[i])
        elif j is not None:
            lonely_new.append(added[j])
    yield from _by_place(lonely_old, lonely_new)


def _by_place(removed: list[_Block], added: list[_Block]) -> Iterator[Pair]:
    for old, new in zip_longest(removed, added):
        if old and new and not (_same_kind(old, new) and new.name in _PAIRED_BY_PLACE):
            yield from ((old, None), (None, new))
        else:
            yield old, new


def _same_kind(a: _Block, b: _Block) -> bool:
    return a.tag == b.tag or {a.name, b.name} <= _CELLS


def _written(words: Sequence[_Word], mark: Mark) -> str:
    """Write words in their inline elements, one mark around them all; the space before them stays outside."""
    written: list[str] = []
    now: tuple[_Inline, ...] = ()
    for word in words:
        written += [*_steps(now, word.around), word.html]
        now = word.around
    html = "".join([*written, *_steps(now, ())])
    bare = html.lstrip(_SPACE)
    return html[: len(html) - len(bare)] + _in(mark, bare)


def _steps(now: tuple[_Inline, ...], then: tuple[_Inline, ...]) -> list[str]:
    """Return the end and start tags that lead from within some inline elements into others."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] is pair[1], zip(now, then, strict=False)))
    return [f"</{each.name}>" for each in reversed(now[shared:])] + [each.start for each in then[shared:]]


def _in(mark: Mark, html: str) -> str:
    return f"<{mark}>{html}</{mark}>" if mark and html else html


# ---- reading a tree


def _read(element: etree._Element) -> _Block:
    if not any(is_block(child.tag) for child in element):
        return _Block(_tag(element), [], _words(element))
    blocks: list[_Block] = []
    loose = _parted(element.text, ())
    for child in element:
        if is_block(child.tag):
            blocks += _loose_block(loose)
            blocks.append(_read(child))
            loose = []
        else:
            loose += _inline(child, ())
        loose += _parted(child.tail, ())
    return _Block(_tag(element), blocks + _loose_block(loose), [])


def _loose_block(words: list[_Word]) -> list[_Block]:
    return [_Block(("", ""), [], words)] if any(word.key[0] for word in words) else []


def _words(element: etree._Element, around: tuple[_Inline, ...] = ()) -> list[_Word]:
    found = _parted(element.text, around)
    for child in element:
        found += _inline(child, around)
        found += _parted(child.tail, around)
    return found


def _inline(child: etree._Element, around: tuple[_Inline, ...]) -> list[_Word]:
    """Return the words inside an inline element; one without content is a word itself."""
    start, name = _tag(child)
    if name in VOID_TAGS:
        return [_Word(start, around)]
    return _words(child, (*around, _Inline(start, name))) or [_Word(f"{start}</{name}>", around)]


def _parted(text: str | None, around: tuple[_Inline, ...]) -> list[_Word]:
    return [_Word(_escaped(part), around) for part in _WORD.findall(text or "") if part]


def _tag(element: etree._Element) -> Tag:
    attributes = "".join(f' {name}="{_escaped(value).replace(_QUOTE, "&quot;")}"' for name, value in element.items())
    return ("", "") if element.tag == "body" else (f"<{element.tag}{attributes}>", element.tag)


def _escaped(text: str) -> str:
    return escape(text, quote=False).replace("\xa0", "&nbsp;")
