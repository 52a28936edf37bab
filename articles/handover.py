"""One page from one shift to the next: what the log and the desk say happened and waits, and what people add to it.
The facts are kept as they were; only the words may be changed afterwards, and nobody's words are overwritten."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from articles import desk, notifying
from articles.models import Article, Handover, HistoryEntry, Note
from articles.states import Stage, Status, Verb
from articles.workflow import WorkflowError

ROWS = 50
AHEAD = timedelta(hours=16)
LONGEST_TEXT = 20_000
ALIVE = (Status.DRAFT, Status.PUBLISHED, Status.WITHDRAWN)
# Headings in the order of the page
HEADINGS = {
    "alarms": "Needs somebody now",
    "went_live": "Went live",
    "put_right": "Corrected, withdrawn, killed",
    "scheduled": "Goes out by itself",
    "embargoes": "Under embargo",
    "deadlines": "Due soon and not out",
    "in_review": "Waits for an editor",
    "on_hold": "On hold",
    "must_notes": "To be settled before publishing",
}
PUT_RIGHT = (Verb.CORRECT, Verb.CLARIFY, Verb.WITHDRAW, Verb.KILL)

Row = dict[str, Any]


def begins_at(now: datetime) -> datetime:
    """Return when the shift began: where the last handover ended, but no more than a day ago."""
    last = Handover.objects.order_by("-to_at").values_list("to_at", flat=True).first()
    earliest = now - timedelta(hours=24)
    return max(last, earliest) if last else now - timedelta(hours=8)


def facts(from_at: datetime, to_at: datetime) -> dict[str, list[Row]]:
    """Return what happened between two instants and what waits at the second, as JSON values: rows of story id,
    headline, time and words under the keys of HEADINGS, ROWS of each at most."""
    alive = Article.objects.filter(status__in=ALIVE).select_related("section", "changed_by").defer("body")
    soon = to_at + AHEAD
    out = Article.objects.filter(status=Status.PUBLISHED, first_published_at__gt=from_at, first_published_at__lte=to_at)
    scheduled = alive.filter(publish_at__gt=to_at, publish_at__lte=soon)
    deadlines = Article.objects.filter(due_at__gte=to_at - desk.OLD_LINES, due_at__lte=soon, status=Status.DRAFT)
    return {
        "alarms": [_row(story, story.publish_at, story.schedule_problem) for story in desk.alarms(to_at)],
        "went_live": _stories(out.order_by("first_published_at"), "first_published_at"),
        "put_right": _put_right(from_at, to_at),
        "scheduled": _stories(scheduled.order_by("publish_at"), "publish_at"),
        "embargoes": [_row(story, story.embargo_until) for story in desk.embargoes(to_at, most=ROWS)],
        "deadlines": _stories(deadlines.filter(publish_at=None).order_by("due_at"), "due_at"),
        "in_review": _stories(alive.filter(stage=Stage.IN_REVIEW).order_by("changed_at"), "changed_at"),
        "on_hold": [_row(story, None, story.hold_reason) for story in alive.exclude(hold_reason="")[:ROWS]],
        "must_notes": _must_notes(),
    }


def make(*, by: User, text: str, from_at: datetime, now: datetime | None = None) -> Handover:
    """Keep a page for the shift that began at `from_at` and ends now. Raises WorkflowError: bad_time, bad_words."""
    now = now or timezone.now()
    if not now - timedelta(days=7) <= from_at < now:
        raise WorkflowError("bad_time", "A shift begins before now, and at most a week ago. Choose another beginning.")
    return Handover.objects.create(
        from_at=from_at, to_at=now, facts=facts(from_at, now), text=_fitting(text), made_by=by, made_at=now
    )


def write(handover: Handover, text: str, *, base: int) -> None:
    """Save the words of a page; `base` is the `text_revision` they rest on.

    Raises WorkflowError: changed, when somebody saved since (theirs stays, yours is in the caller's hands); bad_words.
    """
    text = _fitting(text)
    same = Handover.objects.filter(pk=handover.pk, text_revision=base)
    if not same.update(text=text, text_revision=F("text_revision") + 1):
        message = "Somebody saved this page after you opened it. Your words are still in the form."
        raise WorkflowError("changed", message)
    handover.text, handover.text_revision = text, base + 1


def send(handover: Handover, to: QuerySet[User], *, by: User, now: datetime | None = None) -> int:
    """Tell people of the page, each once however often it is sent; return how many were named."""
    now = now or timezone.now()
    words = f"{by.get_full_name() or by.get_username()} hands over the shift to you."
    people = list(to)
    with transaction.atomic():
        Handover.objects.filter(pk=handover.pk, sent_at=None).update(sent_at=now)
        for person in people:
            notifying.tell(person, key=f"handover:{handover.pk}", kind="handover", article=None, text=words, at=now)
    handover.sent_at = handover.sent_at or now
    return len(people)


def _fitting(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\x00", "").strip()
    if len(text) > LONGEST_TEXT:
        message = f"The text has {len(text)} characters; {LONGEST_TEXT} fit. Nothing was changed."
        raise WorkflowError("bad_words", message)
    return text


def _stories(stories: QuerySet[Article], time: str) -> list[Row]:
    return [_row(story, getattr(story, time)) for story in stories[:ROWS]]


def _row(story: Article, at: datetime | None, words: str = "") -> Row:
    return {"id": story.pk, "headline": str(story), "at": at.isoformat() if at else None, "words": words}


def _put_right(from_at: datetime, to_at: datetime) -> list[Row]:
    acts = HistoryEntry.objects.filter(verb__in=PUT_RIGHT, at__gt=from_at, at__lte=to_at).select_related("article")
    acts = acts.defer("article__body").order_by("at")[:ROWS]
    return [_row(act.article, act.at, f"{act.verb_label}: {act.public_text}") for act in acts]


def _must_notes() -> list[Row]:
    notes = Note.objects.filter(is_must=True, resolved_at=None).prefetch_related("article").order_by("made_at")
    of_the_living = (note for note in notes[: 4 * ROWS] if note.article.status in ALIVE)
    return [_row(note.article, note.made_at, note.text) for note in islice(of_the_living, ROWS)]
