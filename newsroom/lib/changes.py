"""What one writer did to a row of blocks: which were rewritten, split, joined, removed, added and moved.

Made for merging, where it has to be told which blocks of the base an edit rests on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from newsroom.lib.aligning import MAX_LIKENED_PAIRS, Words, likeness, opcodes, pair_rewrites

LIKENESS_OF_A_MOVE = 0.6
HELD_IN_ANOTHER = 0.7


@dataclass
class Edit:
    """The blocks `start` to `end` of the base, which became the blocks at `places` of the changed row."""

    start: int
    end: int
    places: list[int] = field(default_factory=list)


@dataclass
class Changes:
    """One writer's row against the base. Each block of it is kept, in an edit, or inserted.

    `edits` are by their start in the base and never overlap. `inserted` gives what stands in front of a block of the
    base (its length for the end). `moved` says where a block of the base stands now: it has an edit without places at
    its old position and is inserted at the new one, possibly rewritten; `arrived` are those new places.
    """

    blocks: Sequence[str]
    edits: dict[int, Edit] = field(default_factory=dict)
    inserted: dict[int, list[int]] = field(default_factory=dict)
    moved: dict[int, int] = field(default_factory=dict)
    arrived: set[int] = field(default_factory=set)

    def move(self, old: int, new: int) -> None:
        """Note that a block of the base stands at `new` of the changed row."""
        self.moved[old] = new
        self.arrived.add(new)


@dataclass(frozen=True, slots=True)
class _Hunk:
    """A stretch where the two rows differ: of the base `i` to `j`, of the changed row `k` to `m`."""

    i: int
    j: int
    k: int
    m: int
    pairs: list[tuple[int, int]]


def compare(base: Sequence[str], blocks: Sequence[str], words: Callable[[str], Words]) -> Changes:
    """Return what was done to `base` to make `blocks`; `words` gives the words of a block."""
    return _Reader(base, blocks, words).read()


class _Reader:
    def __init__(self, base: Sequence[str], blocks: Sequence[str], words: Callable[[str], Words]) -> None:
        self._base = base
        self._blocks = blocks
        self._words = words
        self._changes = Changes(blocks)

    def read(self) -> Changes:
        ranges = [(i, j, k, m) for op, i, j, k, m in opcodes(self._base, self._blocks) if op != "equal"]
        self._find_identical_moves(ranges)
        hunks = [_Hunk(i, j, k, m, self._rewrites(i, j, k, m)) for i, j, k, m in ranges]
        self._find_rewritten_moves(hunks)
        for hunk in hunks:
            self._settle(hunk)
        return self._changes

    def _find_identical_moves(self, ranges: list[tuple[int, int, int, int]]) -> None:
        """Note blocks that stand once in each row, at another place."""
        before, after = Counter(self._base), Counter(self._blocks)
        gone = {self._base[place]: place for i, j, _, _ in ranges for place in range(i, j)}
        for _, _, k, m in ranges:
            for place in range(k, m):
                block = self._blocks[place]
                if block in gone and before[block] == after[block] == 1:
                    self._changes.move(gone[block], place)

    def _rewrites(self, i: int, j: int, k: int, m: int) -> list[tuple[int, int]]:
        arrived = self._changes.arrived
        old = [place for place in range(i, j) if place not in self._changes.moved]
        new = [place for place in range(k, m) if place not in arrived]
        found = pair_rewrites([self._old_words(p) for p in old], [self._new_words(p) for p in new])
        return [(old[a], new[b]) for a, b in found if a is not None and b is not None]

    def _find_rewritten_moves(self, hunks: list[_Hunk]) -> None:
        """Note blocks that went from one place and are most of a block that came at another."""
        taken = {old for hunk in hunks for old, _ in hunk.pairs} | set(self._changes.moved)
        filled = {new for hunk in hunks for _, new in hunk.pairs} | self._changes.arrived
        gone = [place for hunk in hunks for place in range(hunk.i, hunk.j) if place not in taken]
        came = [place for hunk in hunks for place in range(hunk.k, hunk.m) if place not in filled]
        if len(gone) * len(came) > MAX_LIKENED_PAIRS:
            return
        for old in gone:
            share, new = max(((self._alike(old, new), -new) for new in came), default=(0.0, 0))
            if share >= LIKENESS_OF_A_MOVE:
                self._changes.move(old, -new)
                came.remove(-new)

    def _alike(self, old: int, new: int) -> float:
        return likeness(self._old_words(old), self._new_words(new))

    # ---- from hunks to edits

    def _settle(self, hunk: _Hunk) -> None:
        edits = [Edit(old, old + 1, [new]) for old, new in hunk.pairs]
        starts = [(hunk.i, hunk.k), *((old + 1, new + 1) for old, new in hunk.pairs)]
        ends = [*hunk.pairs, (hunk.j, hunk.m)]
        around: list[Edit | None] = [None, *edits, None]
        for place, ((p, x), (q, y)) in enumerate(zip(starts, ends, strict=True)):
            self._settle_between(range(p, q), range(x, y), around[place], around[place + 1])
        self._changes.edits.update((edit.start, edit) for edit in edits)

    def _settle_between(self, old: range, new: range, before: Edit | None, after: Edit | None) -> None:
        """Place what lies between two rewrites: parts of them first, then block for block, then what is left."""
        gone = [place for place in old if place not in self._changes.moved]
        came = list(new)
        self._join(gone, before, after)
        self._split(came, before, after)
        gap = before.end if before else old.start
        last: Edit | None = None
        for place in came:
            if place in self._changes.arrived:
                self._changes.inserted.setdefault(gap, []).append(place)
                last = None
            elif gone:
                last = self._edit(gone.pop(0), [place])
                gap = last.end
            elif last:
                last.places.append(place)
            else:
                self._changes.inserted.setdefault(gap, []).append(place)
        for place in [*gone, *(place for place in old if place in self._changes.moved)]:
            self._edit(place, [])

    def _edit(self, start: int, places: list[int]) -> Edit:
        return self._changes.edits.setdefault(start, Edit(start, start + 1, places))

    def _join(self, gone: list[int], before: Edit | None, after: Edit | None) -> None:
        """Add to a rewrite the removed blocks next to it whose words it took in."""
        while before and gone and gone[0] == before.end and self._took_in(before, gone[0]):
            before.end = gone.pop(0) + 1
        while after and gone and gone[-1] == after.start - 1 and self._took_in(after, gone[-1]):
            after.start = gone.pop()

    def _split(self, came: list[int], before: Edit | None, after: Edit | None) -> None:
        """Add to a rewrite the new blocks next to it that were made of its words."""
        arrived = self._changes.arrived
        while before and came and came[0] not in arrived and self._came_from(before, came[0]):
            before.places.append(came.pop(0))
        while after and came and came[-1] not in arrived and self._came_from(after, came[-1]):
            after.places.insert(0, came.pop())

    def _took_in(self, edit: Edit, old: int) -> bool:
        return _is_held(self._old_words(old), frozenset[str]().union(*map(self._new_words, edit.places)))

    def _came_from(self, edit: Edit, new: int) -> bool:
        whole = frozenset[str]().union(*map(self._old_words, range(edit.start, edit.end)))
        return _is_held(self._new_words(new), whole)

    def _old_words(self, place: int) -> Words:
        return self._words(self._base[place])

    def _new_words(self, place: int) -> Words:
        return self._words(self._blocks[place])


def _is_held(part: Words, whole: Words) -> bool:
    return bool(part) and len(part & whole) / len(part) >= HELD_IN_ANOTHER
