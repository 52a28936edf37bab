"""Differences between two texts: by word, by paragraph, and marked up for reading.

The HTML functions take sanitised HTML only: what they write contains what they were given.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from newsroom.lib import html as markup
from newsroom.lib.aligning import Op, Words, opcodes, pair_rewrites
from newsroom.lib.marking import marked as html

__all__ = ["Change", "ParagraphPair", "html", "paragraphs", "word_set", "words"]

Kind = Literal["kept", "changed", "added", "removed"]

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
    return [Change(op, "".join(before[i:j]), "".join(after[k:m])) for op, i, j, k, m in opcodes(before, after)]


def paragraphs(a_html: str, b_html: str) -> list[ParagraphPair]:
    """Align the top-level blocks of two bodies, in reading order.

    A removed and an added block that share enough words are one changed block.
    """
    before, after = markup.paragraphs(a_html), markup.paragraphs(b_html)
    pairs: list[ParagraphPair] = []
    for op, i, j, k, m in opcodes(before, after):
        if op == "equal":
            pairs += [ParagraphPair("kept", block, block) for block in before[i:j]]
        else:
            pairs += _matched(before[i:j], after[k:m])
    return pairs


def word_set(block: str) -> Words:
    """Return the words of a block of HTML, without regard to case."""
    return frozenset(markup.text_of(block).casefold().split())


def _matched(removed: list[str], added: list[str]) -> Iterator[ParagraphPair]:
    for old, new in pair_rewrites(list(map(word_set, removed)), list(map(word_set, added))):
        if new is None:
            yield ParagraphPair("removed", removed[old or 0], None)
        elif old is None:
            yield ParagraphPair("added", None, added[new])
        else:
            yield ParagraphPair("changed", removed[old], added[new])
