"""The list of everything that is asked of a story before it goes out. A check says what is wrong; how strict it is
can be set for each kind of story (articles.models.CheckRule), but for conditions: those are no matter of taste."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from articles.readiness.reading import Reading

Level = Literal["blocks", "reason", "advice", "off"]
Finding = str | tuple[str, str]  # a sentence, or a sentence and the form field it is about
Find = Callable[[Reading], Iterable[Finding]]
ORDER: tuple[Level, ...] = ("blocks", "reason", "advice")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `field` is the form field to go to, empty when there is none; `code` is for programs."""

    code: str
    level: Level
    sentence: str
    field: str


@dataclass(frozen=True, slots=True)
class Check:
    """One check. `says` names it on the checklist's screen; `fixed` is the reason why its level cannot be set."""

    code: str
    level: Level
    says: str
    at: str
    find: Find
    by_kind: Mapping[str, Level] = field(default_factory=dict)
    fixed: str = ""

    def default(self, kind: str) -> Level:
        """Return its level for a kind of story while nobody has set one."""
        return self.by_kind.get(kind, self.level)


_checks: dict[str, Check] = {}


def register(
    code: str, level: Level, says: str, *, at: str = "", by_kind: Mapping[str, Level] | None = None, fixed: str = ""
) -> Callable[[Find], Find]:
    """Return a decorator that adds a check: a function from what was read of a story to what is wrong with it.

    `at` is the form field a finding is about unless it says so itself. A code is registered once; ValueError else.
    """

    def add(find: Find) -> Find:
        if code in _checks:
            raise ValueError(f"The check {code} is registered already.")
        _checks[code] = Check(code, level, says, at, find, by_kind or {}, fixed)
        return find

    return add


def every() -> list[Check]:
    """Return all checks in the order in which they were registered."""
    return list(_checks.values())
