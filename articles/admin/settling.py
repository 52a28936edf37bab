"""What a person chose on the screen where two saves clash, turned into values and saved by the door of every save."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone

from articles import content, drafting, merging
from articles.merging import ClashError, FieldClash
from articles.models import Article, Revision
from articles.richtext import BodyError, clean_body
from newsroom.lib.merging import Clash

SEEN = "clash_seen"  # the revision that the choices on the screen are about
CHOICE, HAND = "choice-", "hand-"
PASSAGE_CHOICES = ("theirs", "mine", "both", "hand")
MISSING = "Choose what to keep here."


@dataclass
class Settled:
    """The choices made: values to save over the revision seen, or what is wrong with a choice, by key."""

    values: dict[str, Any] = field(default_factory=dict)
    problems: dict[str, str] = field(default_factory=dict)


def save(article: Article, changes: dict[str, Any], *, by: User, base_revision: int, post: QueryDict) -> Article:
    """Save what the story form or this screen sent. Raises ClashError, which page() shows, and what save_draft does."""
    seen = post.get(SEEN, "")
    if not (seen.isascii() and seen.isdigit()):
        return drafting.save_draft(article, changes, by=by, base_revision=base_revision)
    settled = settle(article, changes, base_revision=base_revision, seen_revision=int(seen), post=post)
    try:
        if settled.problems:
            return drafting.save_draft(article, changes, by=by, base_revision=base_revision)
        return drafting.save_draft(article, settled.values, by=by, base_revision=int(seen))
    except ClashError as error:
        error.wrong = settled.problems
        if not settled.problems:  # somebody saved once more: what was chosen is the writer's text now
            error.controls = _spelled_out(article, settled.values, int(seen))
        raise


def settle(
    article: Article, changes: dict[str, Any], *, base_revision: int, seen_revision: int, post: Mapping[str, Any]
) -> Settled:
    """Apply the choices in `post` to the clashes between two revisions and the writer's `changes`."""
    rows = Revision.objects.filter(article=article, number__in=[base_revision, seen_revision])
    snapshots = {row.number: row.snapshot for row in rows}
    if len(snapshots) != 2:
        return Settled(problems={"": MISSING})
    mine = content.cleaned(changes)
    kept = {name: content.as_kept(name, value) for name, value in mine.items()}
    outcome = merging.merge(snapshots[base_revision], snapshots[seen_revision], kept)
    settled = Settled(merging.to_save(outcome, mine))
    for clash in outcome.clashes:
        _settle_field(clash, mine, settled, post)
    return settled


def _settle_field(clash: FieldClash, mine: dict[str, Any], settled: Settled, post: Mapping[str, Any]) -> None:
    if clash.text:
        keys = iter(range(len(clash.text.clashes)))
        blocks = clash.text.blocks(lambda each: _settle_passage(each, f"body-{next(keys)}", settled, post))
        value: Any = "".join(blocks)
    else:
        choice = _chosen(clash.name, choices_of(clash), settled, post)
        if choice in {"theirs", ""}:
            return
        texts = {"mine": mine[clash.name], "both": f"{clash.theirs}\n{clash.mine}", "hand": _hand(clash.name, post)}
        value = texts[choice]
    try:
        settled.values |= content.cleaned({clash.name: value})
    except ValidationError as error:
        settled.problems[clash.name] = " ".join(error.messages)


def _settle_passage(clash: Clash, key: str, settled: Settled, post: Mapping[str, Any]) -> tuple[str, ...]:
    choice = _chosen(key, PASSAGE_CHOICES, settled, post)
    if choice == "hand":
        try:
            return (clean_body(_hand(key, post)),)
        except BodyError as error:
            settled.problems[key] = str(error)
    return {"theirs": clash.theirs, "mine": clash.mine, "both": (*clash.theirs, *clash.mine)}.get(choice, ())


def _chosen(key: str, allowed: tuple[str, ...], settled: Settled, post: Mapping[str, Any]) -> str:
    choice = post.get(CHOICE + key, "")
    if choice in allowed:
        return str(choice)
    settled.problems[key] = MISSING
    return ""


def _hand(key: str, post: Mapping[str, Any]) -> str:
    return str(post.get(HAND + key, ""))


def choices_of(clash: FieldClash) -> tuple[str, ...]:
    """Return what may be chosen for a field: both and one's own words only where it is text."""
    if not isinstance(clash.mine, str) or not isinstance(clash.theirs, str) or _has_fixed_values(clash.name):
        return ("theirs", "mine")
    return ("theirs", "mine", "both", "hand") if clash.name in content.MANY_LINES else ("theirs", "mine", "hand")


def _has_fixed_values(name: str) -> bool:
    return name in content.INSTANT_FIELDS or bool(content.choices(name))


def _spelled_out(article: Article, values: dict[str, Any], seen_revision: int) -> dict[str, list[str]]:
    """Return what the story form would send for revision `seen_revision` with `values` in it."""
    seen = Revision.objects.get(article=article, number=seen_revision)
    before, _ = content.restored({name: content.kept_by(seen.snapshot, name) for name in content.EDITABLE_FIELDS})
    return {name: _spelled(name, value) for name, value in (before | values).items()}


def _spelled(name: str, value: Any) -> list[str]:
    if name == "tags":
        return [", ".join(tag.name for tag in value)]
    if name == "authors":
        return [str(author.pk) for author in value]
    if isinstance(value, bool):
        return ["on"] if value else []
    if isinstance(value, datetime):
        return [f"{timezone.localtime(value):%Y-%m-%dT%H:%M:%S}"]
    return [str(getattr(value, "pk", value) if value is not None else "")]
