"""What readers get, and when: each verb freezes a version, moves the state and writes one history row, atomically.
Embargo and hold are enforced here, once; withdrawing and killing ask neither, because they take away."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles import addresses, corrections, notifying, readiness, versions, workflow
from articles.models import NOTES, Article, Change, HistoryEntry, Version
from articles.richtext import BodyError
from articles.states import Logged, Status, Verb
from articles.workflow import WorkflowError
from newsroom.lib.text import clean_line

LATEST_SCHEDULE = timedelta(days=366)


def publish(article: Article, *, by: User | None, note: str = "", now: datetime | None = None) -> Version:
    """Put the story before readers for the first time, at the address it keeps for ever."""
    now = now or timezone.now()
    row = workflow.check(article, Verb.PUBLISH, by=by)
    _check_ready(article, now, by=by, reason=note)
    try:
        with transaction.atomic():
            workflow.claim(article)
            article.path = addresses.free_path(article, now)
            version = versions.freeze(article, change=Change.FIRST, by=by or article.scheduled_by, now=now)
            facts = {"path": article.path, "slug": article.path.rsplit("/", 1)[1], "first_published_at": now}
            workflow.move(article, row, by=by, now=now, note=note, version=version, facts=facts)
    except IntegrityError as error:  # another story took the address in this very moment
        raise WorkflowError("changed", "Another story went out at the same address. Publish again.") from error
    return version


def update(
    article: Article, *, by: User, note: str = "", is_minor: bool = False, now: datetime | None = None
) -> Version:
    """Publish the working copy of a live story. A minor change leaves the displayed update time alone."""
    change = Change.MINOR if is_minor else Change.UPDATE
    return _next_version(article, Verb.UPDATE, change, by=by, note=note, now=now)


def correct(article: Article, *, by: User, public_text: str, note: str = "", now: datetime | None = None) -> Version:
    """Publish the working copy with a public note that says what was wrong."""
    return _next_version(article, Verb.CORRECT, Change.CORRECTION, by=by, note=note, public_text=public_text, now=now)


def clarify(article: Article, *, by: User, public_text: str, note: str = "", now: datetime | None = None) -> Version:
    """Publish the working copy with a public note that says what was unclear."""
    return _next_version(
        article, Verb.CLARIFY, Change.CLARIFICATION, by=by, note=note, public_text=public_text, now=now
    )


def annotate(article: Article, *, by: User, public_text: str, note: str = "", now: datetime | None = None) -> Version:
    """Publish the working copy with a public note by the editors: what readers should know beside the text."""
    return _next_version(
        article, Verb.ANNOTATE, Change.EDITORS_NOTE, by=by, note=note, public_text=public_text, now=now
    )


def republish(article: Article, *, by: User, note: str = "", now: datetime | None = None) -> Version:
    """Bring a withdrawn story back, as its working copy is now, to the address it had."""
    return _next_version(article, Verb.REPUBLISH, Change.REPUBLISHED, by=by, note=note, now=now)


def withdraw(
    article: Article, *, by: User, note: str, public_text: str, is_legal: bool = False, now: datetime | None = None
) -> Version:
    """Take a live story away; its address shows `public_text` until it is republished. Its people are told."""
    words = {"note": note, "public_text": public_text, "is_legal": is_legal}
    return _take_away(article, Verb.WITHDRAW, Change.WITHDRAWN, by=by, now=now or timezone.now(), **words)


def kill(
    article: Article, *, by: User, note: str, public_text: str, is_legal: bool = False, now: datetime | None = None
) -> Version:
    """Take a story away for good; its address answers with `public_text`, by 410 or, for legal reasons, by 451.

    Links that showed it to outsiders end with it. Its people are told.
    """
    now = now or timezone.now()
    words = {"note": note, "public_text": public_text, "is_legal": is_legal}
    with transaction.atomic():
        notice = _take_away(article, Verb.KILL, Change.KILLED, by=by, now=now, **words)
        workflow.end_previews(article, now=now)
    return notice


def _take_away(article: Article, verb: Verb, change: Change, *, by: User, now: datetime, **words: Any) -> Version:
    with transaction.atomic():
        notice = _next_version(article, verb, change, by=by, now=now, must_be_ready=False, **words)
        done = "killed" if verb == Verb.KILL else "withdrew"
        notifying.tell_its_people(article, f"{done} “{article}”: {words['note']}", kind=change, by=by, at=now)
        for copy in article.copies.exclude(status__in=[Status.KILLED, Status.WITHDRAWN, Status.SPIKED]):
            told = f"{done} “{article}”, of which “{copy}” is a copy: {words['note']}"
            notifying.tell_its_people(copy, told, kind=change, by=by, at=now)
    return notice


def _next_version(
    article: Article,
    verb: Verb,
    change: Change,
    *,
    by: User,
    note: str,
    public_text: str = "",
    now: datetime | None,
    is_legal: bool = False,
    must_be_ready: bool = True,
) -> Version:
    now = now or timezone.now()
    row = workflow.check(article, verb, by=by, note=note, public_text=public_text)
    if change in NOTES and corrections.is_unfinished(public_text):
        raise WorkflowError("words_missing", "Say what was wrong, and what is right. Nothing was changed.")
    if must_be_ready:
        _check_ready(article, now, by=by, reason=note)
    with transaction.atomic():
        workflow.claim(article)
        version = versions.freeze(article, change=change, by=by, now=now, public_note=public_text, is_legal=is_legal)
        workflow.move(article, row, by=by, now=now, note=note, public_text=public_text, version=version)
    return version


def schedule(
    article: Article, *, by: User, publish_at: datetime, note: str = "", now: datetime | None = None
) -> HistoryEntry:
    """Approve the story for `publish_at` (aware). Raises WorkflowError: past; bad_time, when under embargo then or
    more than a year ahead; not_ready, for anything but time that stands in its way."""
    now = now or timezone.now()
    row = workflow.check(article, Verb.SCHEDULE, by=by)
    if publish_at <= now:
        raise WorkflowError("past", "That time has passed. Choose a later one, or publish now.")
    if publish_at > now + LATEST_SCHEDULE:
        raise WorkflowError("bad_time", "That is more than a year ahead. Choose an earlier time.")
    if article.embargo_is_open or (article.embargo_until and publish_at < article.embargo_until):
        raise WorkflowError("bad_time", "The story is still under embargo at that time. Choose a later one.")
    _check_ready(article, publish_at, by=by, reason=note)
    facts: dict[str, Any] = {"publish_at": publish_at, "scheduled_by": by}
    with transaction.atomic():
        workflow.claim(article)
        return workflow.move(article, row, by=by, now=now, note=note, facts=facts)


def unschedule(article: Article, *, by: User, note: str = "", now: datetime | None = None) -> HistoryEntry:
    """Take the schedule off; the story stays ready. Raises WorkflowError("wrong_state") when there is none."""
    row = workflow.check(article, Verb.UNSCHEDULE, by=by)
    if article.publish_at is None:
        raise WorkflowError("wrong_state", "This story is not scheduled.")
    with transaction.atomic():
        workflow.claim(article)
        return workflow.move(article, row, by=by, now=now or timezone.now(), note=note)


def due(now: datetime) -> list[int]:
    """Return the ids of stories whose time has come, the longest waiting first; without those that failed before."""
    waiting = Article.objects.filter(publish_at__lte=now, status=Status.DRAFT, schedule_problem="")
    return list(waiting.order_by("publish_at", "pk").values_list("pk", flat=True))


def publish_due(article_id: int, *, now: datetime) -> Version | None:
    """Publish one due story by the same verb as a click; return None when it was no longer due, or could not go out.

    A story that could not go out keeps its schedule and the reason, which the desk shows as an alarm; it is tried again
    only when an editor schedules or publishes it, so that mending a text never publishes it by surprise.
    """
    stories = Article.objects.select_related("section__parent", "source", "scheduled_by")
    article = stories.filter(pk=article_id, publish_at__lte=now, status=Status.DRAFT, schedule_problem="").first()
    if article is None:
        return None
    try:
        return publish(article, by=None, note=_lateness(article, now), now=now)
    except (WorkflowError, BodyError) as error:
        if not isinstance(error, WorkflowError) or error.code != "changed":
            fail_schedule(article, str(error), now=now)
        return None


def fail_schedule(article: Article, reason: str, *, now: datetime) -> None:
    """Keep why a due story did not go out, with a history row; do nothing when somebody moved it meanwhile."""
    same = {"status": Status.DRAFT, "publish_at": article.publish_at, "revision_number": article.revision_number}
    with transaction.atomic():
        if Article.objects.filter(pk=article.pk, **same).update(schedule_problem=reason):
            article.schedule_problem = reason
            workflow.record(article, Logged.SCHEDULE_FAILED, by=None, now=now, note=reason)


def _lateness(article: Article, now: datetime) -> str:
    seconds = (now - article.publish_at).total_seconds() if article.publish_at else 0
    return f"Scheduled; {seconds / 60:.0f} minutes late." if seconds > 120 else "Scheduled."


def _check_ready(article: Article, now: datetime, *, by: User | None, reason: str) -> None:
    """Raise WorkflowError for what forbids going out at `now`, and for what asks for a reason when none is given.

    `by` None is the clock: what it needs a reason for was given when the story was scheduled.
    """
    found = readiness.demands(article, now=now)
    blocks = [problem for problem in found if problem.level == "blocks"]
    if blocks:
        sentences = tuple(problem.sentence for problem in blocks)
        code = next((problem.code for problem in blocks if problem.code in readiness.CONDITIONS), "not_ready")
        raise WorkflowError(code, "It cannot go out yet: " + " ".join(sentences), sentences)
    doubts = tuple(problem.sentence for problem in found if problem.level == "reason")
    if doubts and not clean_line(reason if by else _reason_when_scheduled(article)):
        message = "It can go out as it is when you say why: " + " ".join(doubts)
        raise WorkflowError("reason_missing", message, doubts)


def _reason_when_scheduled(article: Article) -> str:
    entry = article.history.filter(verb=Verb.SCHEDULE).first()
    return entry.note if entry else ""
