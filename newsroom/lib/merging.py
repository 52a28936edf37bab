"""Brings two people's changes to one text together: what only one of them changed is taken, what both changed
differently comes back as a clash with all three sides. No text that a side wrote is ever dropped.

A text is a row of blocks: paragraphs of HTML, or lines. Both sides are compared with the base they started from.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeVar

from newsroom.lib.aligning import Words, opcodes, pair_rewrites
from newsroom.lib.changes import Changes, compare
from newsroom.lib.diff import word_set
from newsroom.lib.html import paragraphs

By = Literal["base", "theirs", "mine", "both"]
Side = Literal["theirs", "mine", "clash"]
Item = TypeVar("Item", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Block:
    """A block that is settled, and whose it is: "base" when neither side touched it."""

    text: str
    by: By


@dataclass(frozen=True, slots=True)
class Clash:
    """A stretch that both sides changed differently. The side that removed it is empty; so is the base of two
    additions that are alike."""

    base: tuple[str, ...]
    theirs: tuple[str, ...]
    mine: tuple[str, ...]


Piece = Block | Clash


@dataclass(frozen=True, slots=True)
class Merged:
    """The whole text in order, with clashes where they stand."""

    pieces: tuple[Piece, ...]

    @property
    def clashes(self) -> list[Clash]:
        return [piece for piece in self.pieces if isinstance(piece, Clash)]

    def coarser(self) -> Merged:
        """Return the same with clashes that follow one another joined to one."""
        pieces: list[Piece] = []
        for piece in self.pieces:
            last = pieces[-1] if pieces else None
            if isinstance(piece, Clash) and isinstance(last, Clash):
                sides = (last.base + piece.base, last.theirs + piece.theirs, last.mine + piece.mine)
                pieces[-1] = Clash(*sides)
            else:
                pieces.append(piece)
        return Merged(tuple(pieces))

    def blocks(self, settle: Callable[[Clash], Iterable[str]]) -> list[str]:
        """Return all blocks, each clash replaced by what `settle` makes of it."""
        return [
            block for piece in self.pieces for block in ([piece.text] if isinstance(piece, Block) else settle(piece))
        ]


def merge_html(base: str, theirs: str, mine: str) -> Merged:
    """Merge two bodies of sanitised HTML by paragraphs."""
    return merge_blocks(paragraphs(base), paragraphs(theirs), paragraphs(mine), words=word_set)


def merge_lines(base: str, theirs: str, mine: str) -> Merged:
    """Merge two plain texts line by line."""
    return merge_blocks(base.split("\n"), theirs.split("\n"), mine.split("\n"), words=_words_of_line)


def merge_blocks(
    base: Sequence[str], theirs: Sequence[str], mine: Sequence[str], *, words: Callable[[str], Words]
) -> Merged:
    """Merge two rows of blocks; `words` gives the words of a block, by which rewrites are recognised.

    Two different additions at one place are both kept, theirs first, unless they are alike. Where both moved a block,
    it stands where they put it.
    """
    side = side_that_changed(list(base), list(theirs), list(mine))
    if side == "clash":
        known = cache(words)
        return Merged(tuple(_Merger(base, compare(base, theirs, known), compare(base, mine, known), known).pieces()))
    by: By = "both" if list(theirs) == list(mine) else side
    was, taken = set(base), theirs if side == "theirs" else mine
    return Merged(tuple(Block(block, "base" if block in was else by) for block in taken))


def side_that_changed(base: object, theirs: object, mine: object) -> Side:
    """Tell whose value is to be taken; "theirs" also when both are the same."""
    if mine in (base, theirs):
        return "theirs"
    return "mine" if theirs == base else "clash"


def merge_sets(base: Iterable[Item], theirs: Iterable[Item], mine: Iterable[Item]) -> set[Item]:
    """Merge two sets: what either side added is in, what either removed is out."""
    before, ours, own = set(base), set(theirs), set(mine)
    return (ours & own) | (ours - before) | (own - before)


def merge_ordered(base: Sequence[Item], theirs: Sequence[Item], mine: Sequence[Item]) -> list[Item]:
    """Merge two rows of items that stand once each, as merge_sets does, in the order of the side that changed it.

    Where both did, their order leads; what only the other side has follows the item it followed there.
    """
    stay = merge_sets(base, theirs, mine)
    leading, other = (mine, theirs) if _keeps_order(base, theirs) and not _keeps_order(base, mine) else (theirs, mine)
    row = [item for item in leading if item in stay]
    for place, item in enumerate(other):
        if item in stay and item not in row:
            before = next((other[p] for p in reversed(range(place)) if other[p] in row), None)
            row.insert(row.index(before) + 1 if before is not None else 0, item)
    return row


def _keeps_order(base: Sequence[Item], side: Sequence[Item]) -> bool:
    return [item for item in base if item in side] == [item for item in side if item in base]


def _words_of_line(line: str) -> Words:
    return frozenset(line.casefold().split())


@dataclass(frozen=True, slots=True)
class _Arrival:
    """A block that a side inserted; `settled` is what becomes of one that moved and that the other side changed."""

    text: str
    by: By
    place: int
    settled: list[Piece] | None

    @property
    def key(self) -> object:
        return self.text if self.settled is None else (self.by, self.place)

    @property
    def pieces(self) -> list[Piece]:
        return [Block(self.text, self.by)] if self.settled is None else self.settled


class _Merger:
    """Walks along the base and settles each stretch. Blocks that moved are settled where they stand now."""

    def __init__(self, base: Sequence[str], theirs: Changes, mine: Changes, words: Callable[[str], Words]) -> None:
        self._base, self._theirs, self._mine, self._words = base, theirs, mine, words
        self._at_new_place: dict[tuple[int, int], list[Piece]] = {}  # by id of the side and place in its row
        self._follow_moves(theirs, mine)
        self._follow_moves(mine, theirs)

    def pieces(self) -> Iterator[Piece]:
        place, end = 0, len(self._base)
        while True:
            yield from self._insertions(place)
            if place == end:
                return
            stop = self._end_of_stretch(place)
            if stop == place:
                yield Block(self._base[place], "base")
                stop += 1
            else:
                yield from self._stretch(place, stop)
            place = stop

    # ---- what moved

    def _follow_moves(self, mover: Changes, other: Changes) -> None:
        """Bring what the other side did to a block to the place where the mover put it."""
        for old, new in mover.moved.items():
            if (id(mover), new) in self._at_new_place or old not in other.edits:
                continue
            edit, at_new_place = other.edits[old], [mover.blocks[new]]
            if edit.end != old + 1:
                continue
            changed = [other.blocks[place] for place in edit.places]
            if old in other.moved:
                changed = [other.blocks[other.moved[old]]]
                self._at_new_place[id(other), other.moved[old]] = []
            sides = (at_new_place, changed) if mover is self._theirs else (changed, at_new_place)
            self._at_new_place[id(mover), new] = self._settled_move(self._base[old], *sides)
            other.edits[old].places.clear()

    def _settled_move(self, base: str, theirs: list[str], mine: list[str]) -> list[Piece]:
        if theirs == mine:
            return [Block(block, "both") for block in theirs]
        if theirs == [base] and mine:
            return [Block(block, "mine") for block in mine]
        if mine == [base] and theirs:
            return [Block(block, "theirs") for block in theirs]
        return [Clash((base,), tuple(theirs), tuple(mine))]

    # ---- what was inserted

    def _insertions(self, gap: int) -> Iterator[Piece]:
        ours, own = self._arrivals(self._theirs, gap), self._arrivals(self._mine, gap)
        for op, i, j, k, m in opcodes([each.key for each in ours], [each.key for each in own]):
            if op == "equal":
                yield from (Block(each.text, "both") for each in ours[i:j])
            else:
                yield from self._two_insertions(ours[i:j], own[k:m])

    def _arrivals(self, side: Changes, gap: int) -> list[_Arrival]:
        by: By = "theirs" if side is self._theirs else "mine"
        return [
            _Arrival(side.blocks[place], by, place, self._at_new_place.get((id(side), place)))
            for place in side.inserted.get(gap, [])
        ]

    def _two_insertions(self, ours: list[_Arrival], own: list[_Arrival]) -> Iterator[Piece]:
        words = [[self._words(each.text) if each.settled is None else Words() for each in side] for side in (ours, own)]
        for i, k in pair_rewrites(*words):
            if i is not None and k is not None:
                yield Clash((), (ours[i].text,), (own[k].text,))
            elif i is not None:
                yield from ours[i].pieces
            elif k is not None:
                yield from own[k].pieces

    # ---- what was rewritten or removed

    def _end_of_stretch(self, start: int) -> int:
        """Return where the edits that begin here and those that overlap with them end; `start` when none begins."""
        place = stop = start
        while place == start or place < stop:
            edits = (side.edits.get(place) for side in (self._theirs, self._mine))
            stop = max(stop, *(edit.end if edit else 0 for edit in edits))
            place += 1
        return stop

    def _stretch(self, start: int, stop: int) -> Iterator[Piece]:
        base = list(self._base[start:stop])
        theirs, mine = self._over(self._theirs, start, stop), self._over(self._mine, start, stop)
        for gap in range(start + 1, stop):
            for side in (self._theirs, self._mine):
                yield from (p for each in self._arrivals(side, gap) if each.place in side.arrived for p in each.pieces)
        side_taken = side_that_changed(base, theirs, mine)
        if side_taken == "clash":
            yield Clash(tuple(base), tuple(theirs), tuple(mine))
            return
        by: By = "both" if theirs == mine else side_taken
        for block in theirs if side_taken == "theirs" else mine:
            yield Block(block, "base" if block in base else by)

    def _over(self, side: Changes, start: int, stop: int) -> list[str]:
        """Return what a side has in place of a stretch of the base, but for blocks that moved into it."""
        blocks: list[str] = []
        place = start
        while place < stop:
            if place > start:
                blocks += [side.blocks[p] for p in side.inserted.get(place, []) if p not in side.arrived]
            edit = side.edits.get(place)
            blocks += [side.blocks[p] for p in edit.places] if edit else [self._base[place]]
            place = edit.end if edit else place + 1
        return blocks
