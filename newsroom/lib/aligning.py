"""Finds what corresponds in two sequences, at a cost that is bounded. Knows nothing of what the items mean."""

from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Literal

Op = Literal["equal", "replace", "insert", "delete"]
Opcode = tuple[Op, int, int, int, int]
Words = frozenset[str]

# difflib is quadratic at its worst: this many pairs of items take about a second.
MAX_COMPARED_PAIRS = 4_000_000
# Pairs of blocks whose words are counted against each other; this many take about a second.
MAX_LIKENED_PAIRS = 100_000
LIKENESS_OF_A_REWRITE = 0.4


def opcodes(a: Sequence[Hashable], b: Sequence[Hashable], *, pairs: int = MAX_COMPARED_PAIRS) -> Iterator[Opcode]:
    """Yield difflib's opcodes, its cost kept to the middle that differs.

    Where that middle has more than `pairs` pairs of items, it is one replacement.
    """
    start = _common_length(a, b)
    end = _common_length(a[start:][::-1], b[start:][::-1])
    a_end, b_end = len(a) - end, len(b) - end
    if start:
        yield "equal", 0, start, 0, start
    for op, i, j, k, m in _middle_opcodes(a[start:a_end], b[start:b_end], pairs):
        yield op, start + i, start + j, start + k, start + m
    if end:
        yield "equal", a_end, len(a), b_end, len(b)


def likeness(a: Words, b: Words) -> float:
    """Tell how much of two sets of words is shared, from 0 to 1."""
    return 2 * len(a & b) / (len(a) + len(b)) if a or b else 0.0


def pair_rewrites(removed: Sequence[Words], added: Sequence[Words]) -> Iterator[tuple[int | None, int | None]]:
    """Pair removed items with added ones like them, in reading order, None for none.

    Of all pairings that keep both orders it is the one that shares most. Over the cap nothing is
    paired.
    """
    old = new = 0
    for i, j in [*_best_pairs(removed, added), (len(removed), len(added))]:
        yield from ((place, None) for place in range(old, i))
        yield from ((None, place) for place in range(new, j))
        if i < len(removed):
            yield i, j
        old, new = i + 1, j + 1


def _best_pairs(removed: Sequence[Words], added: Sequence[Words]) -> list[tuple[int, int]]:
    if len(removed) * len(added) > MAX_LIKENED_PAIRS:
        return []
    rows, columns = len(removed), len(added)
    alike = [[_score(a, b) for b in added] for a in removed]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]  # what the rest from here can share
    for i in reversed(range(rows)):
        for j in reversed(range(columns)):
            together = alike[i][j] + best[i + 1][j + 1] if alike[i][j] else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < rows and j < columns:
        if alike[i][j] and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _score(a: Words, b: Words) -> float:
    shared = likeness(a, b)
    return shared if shared >= LIKENESS_OF_A_REWRITE else 0.0


def _middle_opcodes(a: Sequence[Hashable], b: Sequence[Hashable], pairs: int) -> list[Opcode]:
    if a and b and len(a) * len(b) > pairs:
        return [("replace", 0, len(a), 0, len(b))]
    return SequenceMatcher(None, a, b, autojunk=False).get_opcodes()


def _common_length(a: Sequence[Hashable], b: Sequence[Hashable]) -> int:
    """Count equal items at the start."""
    for count, (left, right) in enumerate(zip(a, b, strict=False)):
        if left != right:
            return count
    return min(len(a), len(b))
