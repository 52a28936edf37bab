"""The action bar of the story screen: one primary button by role and state, a few beside it, the rest under More."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone

from articles.admin import moves
from articles.models import Article
from articles.permissions import Person
from articles.states import MOVES, Move, Status, Verb, Words

PRIMARY = (Verb.PUBLISH, Verb.UPDATE, Verb.REPUBLISH, Verb.SUBMIT, Verb.UNSPIKE)
BESIDE = (Verb.SEND_BACK, Verb.APPROVE, Verb.CORRECT)
DANGEROUS = (Verb.WITHDRAW, Verb.SPIKE, Verb.KILL)
GONE_TEXT = "This story has been taken down."


@dataclass(frozen=True, slots=True)
class Button:
    """One button: what it is called, which verb it asks for, and what has to be written before."""

    verb: Verb
    label: str
    words: Words = Words.NONE

    @property
    def asks_for_note(self) -> bool:
        return self.words in {Words.NOTE, Words.BOTH}

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
    has_text: bool = False


WEIGHTS = (
    Weight("minor", "Minor", "typing errors; no new time", Verb.UPDATE),
    Weight("update", "Update", "new facts; a new “Updated” time", Verb.UPDATE),
    Weight("correct", "Correction", "something was wrong", Verb.CORRECT, has_text=True),
    Weight("clarify", "Clarification", "something was unclear", Verb.CLARIFY, has_text=True),
)


def action_bar(article: Article, user: Person) -> dict[str, Any]:
    """Return what the bar offers this person: `primary`, `beside`, `more`, and the `weights` of a live story."""
    offered = {row.verb: row for row in moves.offered(article, user)} if article.pk else {}
    primary = _primary(article, offered, timezone.now())
    weights = [weight for weight in WEIGHTS if weight.verb in offered] if Verb.UPDATE in offered else []
    taken = {primary.verb} if primary else set()
    beside = [_button(offered[verb]) for verb in BESIDE if verb in offered]
    taken |= {button.verb for button in beside}
    rest = [_button(row) for verb, row in offered.items() if verb not in taken]
    return {
        "primary": primary,
        "beside": beside,
        "more": sorted(rest, key=lambda button: button.is_dangerous),
        "weights": weights,
        "more_has_text": any(MOVES[button.verb].words == Words.BOTH for button in rest),
        "gone_text": GONE_TEXT,
    }


def _primary(article: Article, offered: dict[Verb, Move], now: datetime) -> Button | None:
    """Return the button that the day's work asks for; a story that is planned to go out has none."""
    if article.publish_at and not article.schedule_problem:
        return None
    if Verb.SCHEDULE in offered and article.embargo_until and article.embargo_until > now:
        local = timezone.localtime(article.embargo_until)
        day = "" if local.date() == timezone.localtime(now).date() else f"{local.day} {local:%b} "
        return Button(Verb.SCHEDULE, f"Schedule {day}{local:%H:%M}")
    found = next((offered[verb] for verb in PRIMARY if verb in offered), None)
    return Button(found.verb, found.label) if found else None


def _button(row: Move) -> Button:
    return Button(row.verb, row.label, row.words)


def live_address(article: Article) -> str:
    """Return where readers find the story, or nothing when they do not."""
    return f"/{article.path}/" if article.path and article.status == Status.PUBLISHED else ""
