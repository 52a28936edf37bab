"""Eight processes do at random to fifty stories whatever a newsroom does, for a minute (NEWSROOM_CHAOS_SECONDS). What
is true afterwards is true whatever they did: nothing of what was accepted is lost, and the history tells it all."""

from __future__ import annotations

import json
import os
import subprocess
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pytest

from articles.content import PLAIN_FIELDS, snapshot
from articles.models import Article, HistoryEntry, Revision, Version
from articles.states import MOVES, Verb
from articles.tests import chaos
from articles.workflow import KEEP_THE_SCHEDULE
from newsroom.testing.factories import make_draft, make_user
from newsroom.testing.processes import start

PROCESSES, STORIES = 8, 50
SECONDS = float(os.environ.get("NEWSROOM_CHAOS_SECONDS", 60))
pytestmark = pytest.mark.django_db(transaction=True)


@dataclass
class Told:
    """What the processes were told, together."""

    saves: list[dict[str, Any]] = field(default_factory=list)
    outcomes: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)


def let_loose(folder) -> Told:
    """Run the processes to their end and return what they were told."""
    files = [folder / f"{seed}.json" for seed in range(PROCESSES)]
    running = [
        start("-m", "articles.tests.chaos", str(seed), str(SECONDS), str(file), stderr=subprocess.PIPE)
        for seed, file in enumerate(files)
    ]
    told = Told()
    for process, file in zip(running, files, strict=True):
        _, complaint = process.communicate(timeout=SECONDS + 120)
        assert process.returncode == 0, complaint
        heard = json.loads(file.read_text(encoding="utf-8"))
        told.saves += heard["saves"]
        told.outcomes.update(heard["outcomes"])
        told.errors += heard["errors"]
    return told


def test_whatever_eight_processes_do_at_once_nothing_is_lost_and_the_history_tells_it(tmp_path):
    make_user("chloe")
    for number in range(STORIES):
        make_draft(make_user("ed"), body=chaos.body(), slug=f"ferry-{number % 5}")

    told = let_loose(tmp_path)

    print(*(f"{count:6} {name}" for name, count in told.outcomes.most_common()), sep="\n")
    assert told.errors == []
    wanted = {"saved", "merged", "save refused: clash", "publish", "update", "correct", "went out by the clock"}
    assert wanted - {name for name, count in told.outcomes.items() if count} == set()
    assert [*lost(told)] == []
    assert [fault for article in Article.objects.order_by("pk") for fault in faults(article)] == []
    paths = [*Version.objects.filter(standing__in=["live", "gone"]).values_list("path", flat=True)]
    assert len(paths) == len({*paths})


def lost(told: Told) -> Iterator[str]:
    """Yield every accepted text that is not in the revision it was said to be in."""
    held = {(each.article_id, each.number): each.snapshot for each in Revision.objects.all()}
    for save in told.saves:
        kept = held.get((save["story"], save["revision"]))
        if kept is None or save["words"] not in kept[save["in"]]:
            yield f"story {save['story']}, revision {save['revision']}: {save['words']}"


def faults(article: Article) -> Iterator[str]:
    """Yield what does not agree about one story."""
    for name, says in (
        ("history", _of_history(article)), ("versions", _of_versions(article)), ("revisions", _of_revisions(article)),
    ):  # fmt: skip
        yield from (f"story {article.pk}, {name}: {sentence}" for sentence in says)


def _of_history(article: Article) -> Iterator[str]:
    """Replay the history from the first act on."""
    entries = list(HistoryEntry.objects.filter(article=article).order_by("id"))
    if entries[0].verb != "created":
        yield f"begins with {entries[0].verb}"
    for before, entry in pairwise(entries):
        was = (before.to_status, before.to_stage)
        if (entry.from_status, entry.from_stage) not in {was, ("", "")}:
            yield f"{entry.verb} starts from {entry.from_status}/{entry.from_stage}, {before.verb} led to {was}"
        if not entry.from_status and (entry.to_status, entry.to_stage) != was:
            yield f"{entry.verb} says {entry.to_status}/{entry.to_stage} where it was {was}"
    if (entries[-1].to_status, entries[-1].to_stage) != (article.status, article.stage):
        yield f"ends {entries[-1].to_status}/{entries[-1].to_stage}, the story is {article.status}/{article.stage}"
    moves = [entry for entry in entries if entry.from_status]
    if len(moves) != article.move_count:
        yield f"{len(moves)} moves are told, {article.move_count} were counted"
    if _is_scheduled(entries) != (article.publish_at is not None):
        yield f"the schedule is {article.publish_at}"
    if _is_held(entries) != article.is_held:
        yield f"the hold is {article.hold_reason!r}"
    problems = [entry for entry in entries if entry.verb == "schedule_failed"]
    if article.schedule_problem and not problems:
        yield "a schedule failed and nobody was told"


def _is_scheduled(entries: list[HistoryEntry]) -> bool:
    telling = [entry.verb for entry in entries if entry.from_status and entry.verb not in KEEP_THE_SCHEDULE]
    return bool(telling) and telling[-1] == Verb.SCHEDULE


def _is_held(entries: list[HistoryEntry]) -> bool:
    holds = [entry.verb for entry in entries if entry.verb in {Verb.HOLD, Verb.RELEASE}]
    return bool(holds) and holds[-1] == Verb.HOLD


def _of_versions(article: Article) -> Iterator[str]:
    versions = list(Version.objects.filter(article=article).order_by("number"))
    if [version.number for version in versions] != [*range(1, len(versions) + 1)]:
        yield f"numbers {[version.number for version in versions]}"
    current = [version for version in versions if version.standing in {"live", "gone"}]
    wanted = {"published": ["live"], "withdrawn": ["gone"], "killed": ["gone"]}.get(article.status, [])
    if [version.standing for version in current] != wanted:
        yield f"{[version.standing for version in current]} stand for a story that is {article.status}"
    told = HistoryEntry.objects.filter(article=article, version__isnull=False).order_by("id")
    made = [entry.version_id for entry in told if MOVES[Verb(entry.verb)].makes_version]
    if made != [version.pk for version in versions]:
        yield "the history does not name each version once, in order"
    for version in versions:
        revision = Revision.objects.get(article=article, number=version.revision_number)
        if version.change not in {"withdrawn", "killed"} and version.body != revision.snapshot["body"]:
            yield f"version {version.number} is not the text of revision {revision.number}"


def _of_revisions(article: Article) -> Iterator[str]:
    revisions = list(Revision.objects.filter(article=article).order_by("number"))
    if [revision.number for revision in revisions] != [*range(1, article.revision_number + 1)]:
        yield f"numbers {[revision.number for revision in revisions]}, the story says {article.revision_number}"
    now, kept = snapshot(article), revisions[-1].snapshot
    for name in set(PLAIN_FIELDS) - {"slug"}:  # the address sets it
        if now[name] != kept[name]:
            yield f"{name} is {now[name]!r}, in the last revision {kept[name]!r}"
