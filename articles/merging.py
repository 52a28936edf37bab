"""Merges what a writer saves into a working copy that others saved meanwhile, field by field, the body by paragraphs.
Compares three snapshots and writes nothing: articles.drafting saves what comes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from articles import content
from articles.models import Revision
from articles.richtext import clean_body
from articles.workflow import WorkflowError
from newsroom.lib.html import paragraphs
from newsroom.lib.merging import Clash, Merged, merge_html, merge_lines, merge_ordered, merge_sets, side_that_changed

Snapshot = Mapping[str, Any]
MOST_PASSAGES = 60  # that a person is asked about one by one; beyond it neighbours are one question, or all the body is


@dataclass(frozen=True, slots=True)
class FieldClash:
    """A field that two people changed differently, as snapshots keep it. `text` is the body, parted."""

    name: str
    base: Any
    theirs: Any
    mine: Any
    text: Merged | None = None

    @property
    def label(self) -> str:
        return content.label(self.name)


@dataclass(frozen=True, slots=True)
class Outcome:
    """`values` are those that differ from theirs, as snapshots keep them; fields that clash are not among them."""

    values: dict[str, Any]
    clashes: tuple[FieldClash, ...]


class ClashError(WorkflowError):
    """Two people changed the same; nothing was saved. The code is "clash".

    `outcome` is what could be merged and what clashes, `base_revision` what the writer started from, `seen_revision`
    the revision that was compared, `since` the saves in between, newest first. A screen that has asked already adds
    what is `wrong` with the answers, by key, and `controls`, what the form holds by now.
    """

    def __init__(self, outcome: Outcome, *, base_revision: int, seen_revision: int, since: Sequence[Revision]) -> None:
        self.who = _names(since)
        fields = ", ".join(clash.label for clash in outcome.clashes)
        super().__init__(
            "clash",
            f"{self.who} saved this story after you opened it, and you both changed: {fields}. "
            "Nothing of yours was saved yet. Choose what to keep.",
        )
        self.outcome = outcome
        self.clashes = outcome.clashes
        self.base_revision = base_revision
        self.seen_revision = seen_revision
        self.since = since
        self.wrong: dict[str, str] = {}
        self.controls: dict[str, list[str]] | None = None


def merge(base: Snapshot, theirs: Snapshot, mine: Snapshot) -> Outcome:
    """Merge the fields of `mine` into `theirs`, both having started from `base`."""
    values: dict[str, Any] = {}
    clashes: list[FieldClash] = []
    for name, kept in mine.items():
        sides = (content.kept_by(base, name), content.kept_by(theirs, name), kept)
        side = side_that_changed(*(content.comparable(name, value) for value in sides))
        if side == "mine":
            values[name] = kept
        elif side == "clash":
            merged = _merged(name, *sides)
            if isinstance(merged, FieldClash):
                clashes.append(merged)
            elif content.comparable(name, merged) != content.comparable(name, sides[1]):
                values[name] = merged
    return Outcome(values, tuple(clashes))


def to_save(outcome: Outcome, mine: Mapping[str, Any]) -> dict[str, Any]:
    """Return the merged values as drafting takes them. `mine` are the writer's own, of which those that stand are used:
    no row is read again."""
    own = {name for name, kept in outcome.values.items() if kept == content.as_kept(name, mine[name])}
    others, _ = content.restored({name: kept for name, kept in outcome.values.items() if name not in own})
    return {**{name: mine[name] for name in own}, **content.cleaned(others)}


def _merged(name: str, base: Any, theirs: Any, mine: Any) -> Any:
    """Return the merged value of a field that both changed, or the clash."""
    if name in content.LIST_FIELDS:
        return _merged_rows(name, base, theirs, mine)
    if name == "body":
        return _merged_body(base, theirs, mine)
    if name in content.MANY_LINES:
        text = merge_lines(base, theirs, mine)
        if not text.clashes:
            return "\n".join(text.blocks(lambda clash: ()))
    return FieldClash(name, base, theirs, mine)


def _merged_body(base: str, theirs: str, mine: str) -> Any:
    sides = [clean_body(body) for body in (base, theirs, mine)]
    text = merge_html(*sides)
    if not text.clashes:
        return "".join(text.blocks(lambda clash: ()))
    if len(text.clashes) > MOST_PASSAGES:
        text = text.coarser()
    if len(text.clashes) > MOST_PASSAGES:
        text = Merged((Clash(*(tuple(paragraphs(side)) for side in sides)),))
    return FieldClash("body", base, theirs, mine, text)


def _merged_rows(name: str, base: list[Any], theirs: list[Any], mine: list[Any]) -> list[Any]:
    rows = {row["id"]: row for row in [*theirs, *mine]}
    before, ours, own = (content.comparable(name, side) for side in (base, theirs, mine))
    ids = sorted(merge_sets(before, ours, own)) if name == "tags" else merge_ordered(before, ours, own)
    return [rows[number] for number in ids]


def _names(since: Sequence[Revision]) -> str:
    people = [each.saved_by for each in since if each.saved_by]
    names = list(dict.fromkeys(person.get_full_name() or person.get_username() for person in people))
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names) or "Someone else"
