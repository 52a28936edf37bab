"""Differences between two texts: by word, by paragraph, and marked up for reading.

The HTML functions take sanitised HTML only: what they write contains what they were given.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from lxml.html.diff import htmldiff

from newsroom.lib import html as markup

Op = Literal["equal", "replace", "insert", "delete"]
Kind = Literal["kept", "changed", "added", "removed"]

# difflib is quadratic at its worst: this many pairs of words take about a second.
MAX_COMPARED_PAIRS = 4_000_000
MAX_HTML_CHARACTERS = 120_000
_LIKENESS_OF_A_REWRITE = 0.4
_WORD = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True)
class Change:
    """One stretch of text: what it was in the first and what it is in the second."""

    op: Op
    a: str
    b: str


@dataclass(frozen=True)
class ParagraphPair:
    """One block of the first text beside its counterpart; None where there is none."""

    kind: Kind
    a: str | None
    b: str | None


def words(a: str, b: str) -> list[Change]:
    """Compare word by word; the parts joined give both texts back exactly.

    Where the differing middle is over the cap, it is one replacement.
    """
    before, after = _WORD.findall(a), _WORD.findall(b)
    return [
        Change(op, "".join(before[i:j]), "".join(after[k:m]))
        for op, i, j, k, m in _opcodes(before, after)
    ]


def paragraphs(a_html: str, b_html: str) -> list[ParagraphPair]:
    """Align the top-level blocks of two bodies, in reading order.

    A removed and an added block that share enough words are one changed block.
    """
    before, after = markup.paragraphs(a_html), markup.paragraphs(b_html)
    pairs: list[ParagraphPair] = []
    for op, i, j, k, m in _opcodes(before, after):
        if op == "equal":
            pairs += [ParagraphPair("kept", block, block) for block in before[i:j]]
        else:
            pairs += _matched(before[i:j], after[k:m])
    return pairs


def html(a_html: str, b_html: str) -> str:
    """Mark what changed with <ins> and <del>; nothing else is added to the two bodies.

    Very long bodies are marked by whole blocks.
    """
    if len(a_html) + len(b_html) > MAX_HTML_CHARACTERS:
        return "".join(map(_marked_block, paragraphs(a_html, b_html)))
    return htmldiff(a_html, b_html)


def _opcodes(a: list[str], b: list[str]) -> Iterator[tuple[Op, int, int, int, int]]:
    """Yield difflib's opcodes, its cost kept to the middle that differs and under the cap."""
    start = _common_length(a, b)
    end = _common_length(a[start:][::-1], b[start:][::-1])
    a_end, b_end = len(a) - end, len(b) - end
    if start:
        yield "equal", 0, start, 0, start
    for op, i, j, k, m in _middle_opcodes(a[start:a_end], b[start:b_end]):
        yield op, start + i, start + j, start + k, start + m
    if end:
        yield "equal", a_end, len(a), b_end, len(b)


def _middle_opcodes(a: list[str], b: list[str]) -> list[tuple[Op, int, int, int, int]]:
    if a and b and len(a) * len(b) > MAX_COMPARED_PAIRS:
        return [("replace", 0, len(a), 0, len(b))]
    return SequenceMatcher(None, a, b, autojunk=False).get_opcodes()


def _common_length(a: list[str], b: list[str]) -> int:
    """Count equal items at the start."""
    for count, (left, right) in enumerate(zip(a, b, strict=False)):
        if left != right:
            return count
    return min(len(a), len(b))


def _matched(removed: list[str], added: list[str]) -> Iterator[ParagraphPair]:
    """Pair each removed block with the next added block like it, keeping the order of both."""
    waiting = 0
    for block in removed:
        position = _find_rewrite(block, added, waiting)
        if position is None:
            yield ParagraphPair("removed", block, None)
            continue
        yield from (ParagraphPair("added", None, new) for new in added[waiting:position])
        yield ParagraphPair("changed", block, added[position])
        waiting = position + 1
    yield from (ParagraphPair("added", None, new) for new in added[waiting:])


def _find_rewrite(block: str, added: list[str], start: int) -> int | None:
    ours = _word_set(block)
    for position in range(start, len(added)):
        theirs = _word_set(added[position])
        shared = len(ours & theirs)
        if shared and 2 * shared / (len(ours) + len(theirs)) >= _LIKENESS_OF_A_REWRITE:
            return position
    return None


def _word_set(block: str) -> frozenset[str]:
    return frozenset(markup.text_of(block).casefold().split())


def _marked_block(pair: ParagraphPair) -> str:
    if pair.kind == "kept":
        return pair.b or ""
    old = f"<del>{pair.a}</del>" if pair.a else ""
    new = f"<ins>{pair.b}</ins>" if pair.b else ""
    return old + new
