"""The action bar of the story screen: one primary button by role and state, a few beside it, the rest under More."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from articles import verbs
from articles.models import Article, HistoryEntry, Version
from articles.permissions import Person
from articles.readiness import Problem
from articles.states import MOVES, Move, Status, Verb, Words
from articles.undoing import UNDO_SECONDS, undoable

PRIMARY = (Verb.PUBLISH, Verb.UPDATE, Verb.REPUBLISH, Verb.SUBMIT, Verb.UNSPIKE)
DANGEROUS = (Verb.WITHDRAW, Verb.SPIKE, Verb.KILL)
# What is not done from the bar: a time or an address is chosen, or a second person is told what the first has asked
PAGES = frozenset({Verb.SCHEDULE, Verb.VAULT, Verb.UNVAULT, Verb.READDRESS})
GONE_TEXT = "This story has been taken down."


@dataclass(frozen=True, slots=True)
class Button:
    """One button: which verb it asks for, what it is called, and what has to be written before."""

    verb: Verb
    label: str
    words: Words = Words.NONE
    variant: str = ""

    @property
    def value(self) -> str:
        """What the button sends."""
        return f"{self.verb}:{self.variant}" if self.variant else self.verb

    @property
    def goes_to_a_page(self) -> bool:
        return self.verb in PAGES and not self.variant

    @property
    def is_dangerous(self) -> bool:
        return self.verb in DANGEROUS


@dataclass(frozen=True, slots=True)
class Weight:
    """What kind of change goes out with a live story's next version; `verb` is what publishes it."""

    name: str
    label: str
    says: str
    verb: Verb

    @property
    def has_text(self) -> bool:
        return MOVES[self.verb].words == Words.PUBLIC

    @property
    def button(self) -> str:
        """What the primary button is called while this is chosen."""
        return MOVES[self.verb].label


WEIGHTS = (
    Weight("minor", "Minor", "the date stays", Verb.UPDATE),
    Weight("update", "Update", "“Updated” is now", Verb.UPDATE),
    Weight("correct", "Correction", "it was wrong", Verb.CORRECT),
    Weight("clarify", "Clarification", "it was unclear", Verb.CLARIFY),
    Weight("annotate", "Editor’s note", "readers should know", Verb.ANNOTATE),
)


@dataclass(frozen=True, slots=True)
class Result:
    """What stands in the primary button's place when readers have the text as it is."""

    at: datetime
    address: str
    undo_seconds: int

    @property
    def words(self) -> str:
        local = timezone.localtime(self.at)
        if local.date() == timezone.localdate():
            return f"Live at {local:%H:%M}"
        return f"Live since {local.day} {local:%B}"


def action_bar(article: Article, user: Person, problems: list[Problem], acts: list[HistoryEntry]) -> dict[str, Any]:
    """Return what the bar offers this person.

    `primary`, `back` (Send back), `approve` and `more` are buttons; a live story has `weights`, and a `result` while
    there is nothing to publish. `goes_out` tells whether the primary button puts the story before readers, now or
    later; `doubts` are what asks for a reason then. `acts` are the last of the story's history.
    """
    now = timezone.now()
    offered = {row.verb: row for row in verbs.offered(article, user, but=(Verb.UNDO,))}
    primary = _primary(article, offered, now)
    weights = [weight for weight in WEIGHTS if weight.verb in offered] if Verb.UPDATE in offered else []
    result = _result(article, user, now, acts)
    taken = {Verb.UPDATE, Verb.APPROVE, Verb.SEND_BACK, *(weight.verb for weight in weights)}
    taken |= {primary.verb} if primary and not primary.variant else set()
    more = [_button(row) for verb, row in offered.items() if verb not in taken] if article.pk else []
    goes_out = primary is not None and (bool(primary.variant) or MOVES[primary.verb].makes_version)
    return {
        "primary": primary,
        "approve": _button(offered[Verb.APPROVE]) if Verb.APPROVE in offered else None,
        "back": _button(offered[Verb.SEND_BACK]) if Verb.SEND_BACK in offered else None,
        "more": sorted(more, key=lambda button: button.is_dangerous),
        "more_has_note": any(button.words in {Words.NOTE, Words.BOTH} for button in more),
        "more_has_text": any(button.words == Words.BOTH for button in more),
        "gone_text": GONE_TEXT,
        "weights": weights,
        "result": result,
        "goes_out": goes_out,
        "doubts": [problem for problem in problems if problem.level == "reason"],
    }


def _primary(article: Article, offered: dict[Verb, Move], now: datetime) -> Button | None:
    """Return the button that the day's work asks for; a story that is planned to go out has none."""
    if article.publish_at and not article.schedule_problem:
        return None
    if Verb.SCHEDULE in offered and article.embargo_until and article.embargo_until > now:
        local = timezone.localtime(article.embargo_until)
        day = "" if local.date() == timezone.localtime(now).date() else f"{local.day} {local:%b} "
        return Button(Verb.SCHEDULE, f"Schedule {day}{local:%H:%M}", variant="embargo")
    found = next((offered[verb] for verb in PRIMARY if verb in offered), None)
    return _button(found) if found else None


def _button(row: Move) -> Button:
    return Button(row.verb, row.label, row.words)


def _result(article: Article, user: Person, now: datetime, acts: list[HistoryEntry]) -> Result | None:
    """Return when readers got the text as it is; the database is asked only when that was not among the last acts."""
    if article.status != Status.PUBLISHED or article.has_unpublished_changes:
        return None
    at = next((entry.at for entry in acts if entry.version_id), None)
    if at is None:
        at = Version.objects.live().filter(article=article).values_list("published_at", flat=True).first()
    if at is None:
        return None
    is_fresh = now - at < timedelta(seconds=UNDO_SECONDS)
    return Result(at, live_address(article), undoable(article, user, now) if is_fresh else 0)


def live_address(article: Article) -> str:
    """Return where readers find the story, or nothing when they do not."""
    return f"/{article.path}/" if article.path and article.status == Status.PUBLISHED else ""
