"""Runs the checks over a story, each as strict as the newsroom has set it. The same list is shown to editors and
obeyed by publishing, scheduling and the clock."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from articles.models import Article, CheckRule
from articles.readiness import registry
from articles.readiness.reading import Reading
from articles.readiness.registry import ORDER, Check, Level, Problem
from authors.models import Author
from tags.models import Tag

DEMANDS: tuple[Level, ...] = ("blocks", "reason")
CONDITIONS = frozenset({"held", "embargoed"})  # what the schedule weighs by itself
Rules = Mapping[tuple[str, str], str]  # (code, kind or "" for every kind) → level


def problems(
    article: Article,
    *,
    now: datetime,
    tags: list[Tag] | None = None,
    authors: list[Author] | None = None,
    asked: dict[str, Any] | None = None,
) -> list[Problem]:
    """Return everything that is wrong, what blocks first, then what asks for a reason, then advice.

    `tags` and `authors` stand for those of the story where they are not saved yet. `asked` is what is known by name
    already and becomes known here (Reading.once), for whoever shows more of the same story.
    """
    return _found(Reading(article, now, tags, authors, {} if asked is None else asked), ORDER)


def demands(article: Article, *, now: datetime) -> list[Problem]:
    """Return what forbids publishing, then what asks for a reason; advice is not looked for."""
    return _found(Reading(article, now, None, None), DEMANDS)


def _found(story: Reading, levels: tuple[Level, ...]) -> list[Problem]:
    rules = rules_now()
    found = [problem for check in registry.every() for problem in _judge(check, story, rules, levels)]
    return sorted(found, key=lambda problem: ORDER.index(problem.level))


def blocking(article: Article, *, now: datetime, without_conditions: bool = False) -> list[Problem]:
    """Return what forbids publishing; without embargo and hold where those are asked elsewhere."""
    found = [problem for problem in demands(article, now=now) if problem.level == "blocks"]
    return [problem for problem in found if not (without_conditions and problem.code in CONDITIONS)]


def rules_now() -> Rules:
    """Return the levels that the newsroom has set, in one query."""
    return {(rule.code, rule.kind): rule.level for rule in CheckRule.objects.all()}


def level_of(check: Check, kind: str, rules: Rules) -> Level:
    """Return how strict a check is for a kind of story: as set for the kind, as set for every kind, by default."""
    if check.fixed:
        return check.default(kind)
    level = rules.get((check.code, kind)) or rules.get((check.code, ""))
    return _known(level) if level else check.default(kind)


def _known(level: str) -> Level:
    return next((each for each in ORDER if each == level), "off")


def _judge(check: Check, story: Reading, rules: Rules, levels: tuple[Level, ...]) -> list[Problem]:
    level = level_of(check, story.article.kind, rules)
    if level not in levels:
        return []
    found = [finding if isinstance(finding, tuple) else (finding, check.at) for finding in check.find(story)]
    return [Problem(check.code, level, sentence, at) for sentence, at in found]
