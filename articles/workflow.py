"""Carries a story from one state to the next. Nothing else in the project assigns status, stage or standing."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F

from articles.models import Article, Change, HistoryEntry, PreviewLink, Standing, Version
from articles.permissions import may
from articles.states import MOVES, STAGE_LABELS, STATUS_LABELS, Logged, Move, Stage, Status, Verb, Words
from newsroom.lib.text import clean_line, without_unprintable

KEEP_THE_SCHEDULE = frozenset({Verb.HOLD, Verb.RELEASE, Verb.LIFT_EMBARGO})
IN_THE_VAULT = frozenset({Verb.VAULT, Verb.UNVAULT, Verb.HOLD, Verb.RELEASE, Verb.LIFT_EMBARGO})


class WorkflowError(Exception):
    """A move that may not be made. `message` is for people, `code` for programs; `problems` lists what is missing.

    Codes: not_allowed, wrong_state, words_missing, changed, not_ready, reason_missing, embargoed, held, past, bad_time,
    too_late, too_many, vaulted, second_person, bad_address, changes_waiting, closed, bad_words, clash
    (articles.merging.ClashError).
    """

    def __init__(self, code: str, message: str, problems: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.problems = problems


def check(article: Article, verb: Verb, *, by: User | None, note: str = "", public_text: str = "") -> Move:
    """Return the table's row for `verb`, or raise WorkflowError: permission, state, vault and words, in this
    order.

    `by` None is the clock, which acts on an approval that was given when the story was scheduled.
    """
    move = MOVES[verb]
    if by is not None and not may(by, verb, article):
        raise WorkflowError("not_allowed", f"Your role does not include “{move.label}”. Ask an editor.")
    if not move.allows(article.status, article.stage):
        where = f"{STATUS_LABELS[Status(article.status)]}, {STAGE_LABELS[Stage(article.stage)]}"
        raise WorkflowError("wrong_state", f"“{move.label}” is not possible now: the story is {where.lower()}.")
    if article.in_vault and verb not in IN_THE_VAULT:
        raise WorkflowError("vaulted", f"“{move.label}” is not possible: the story is in the vault. Let it out first.")
    if move.words in {Words.NOTE, Words.BOTH} and not clean_line(note):
        raise WorkflowError("words_missing", f"“{move.label}” needs a note that says why. Nothing was changed.")
    if move.words in {Words.PUBLIC, Words.BOTH} and not clean_line(public_text):
        raise WorkflowError("words_missing", f"“{move.label}” needs a text that readers will see. Nothing was changed.")
    return move


def claim(article: Article) -> None:
    """Take the story for one move, inside a transaction; raise WorkflowError("changed") when somebody was faster.

    The row is compared by its counters of saves and moves, so two editors publishing at once give one winner on every
    database, and a text that changed after the editor opened it is not sent out unseen.
    """
    won = Article.objects.filter(
        pk=article.pk, move_count=article.move_count, revision_number=article.revision_number
    ).update(move_count=F("move_count") + 1)
    if not won:
        raise WorkflowError("changed", "Someone else changed this story meanwhile. Look at it again, then repeat.")
    article.move_count += 1


def move(
    article: Article,
    row: Move,
    *,
    by: User | None,
    now: datetime,
    note: str = "",
    public_text: str = "",
    version: Version | None = None,
    facts: dict[str, Any] | None = None,
) -> HistoryEntry:
    """Assign the state that `row` leads to and append the history entry, inside the claim's transaction.

    `facts` are fields that must change in the same UPDATE as the state (address, schedule, hold). Any move but holding
    and releasing consumes the schedule, and with it the reason why a due story did not go out: a release alone must
    not send out by surprise what missed its time.
    """
    before = (article.status, article.stage)
    changes = dict(facts or {})
    if row.verb not in KEEP_THE_SCHEDULE:
        changes = {"publish_at": None, "scheduled_by": None, "schedule_problem": "", **changes}
    if version is not None and version.standing == Standing.LIVE:
        changes.setdefault("published_revision", version.revision_number)
    for name, value in changes.items():
        setattr(article, name, value)
    article.status = row.to_status or article.status
    article.stage = row.to_stage or article.stage
    article.save(update_fields=["status", "stage", *changes])
    return record(article, row.verb, by=by, now=now, note=note, public_text=public_text, version=version, before=before)


def stand(version: Version) -> Version:
    """Save a fresh version as the story's current one; the one before becomes past in the same transaction."""
    if version.number > 1:
        current = [Standing.LIVE, Standing.GONE]
        Version.objects.filter(article_id=version.article_id, standing__in=current).update(standing=Standing.PAST)
    version.standing = _current(version)
    version.save(force_insert=True)
    return version


def end_previews(article: Article, *, now: datetime) -> None:
    """Shut every door through which outsiders could see the story, inside the transaction of the verb that needs it."""
    PreviewLink.objects.filter(article=article, revoked_at=None).update(revoked_at=now)


def stand_back(version: Version, previous: Version | None) -> None:
    """Take the current version back as if it had never gone out; `previous` stands again, inside the transaction."""
    version.standing = Standing.UNDONE
    version.save(update_fields=["standing"])
    if previous is not None:
        previous.standing = _current(previous)
        previous.save(update_fields=["standing"])


def _current(version: Version) -> Standing:
    return Standing.GONE if version.change in {Change.WITHDRAWN, Change.KILLED} else Standing.LIVE


def version_before(version: Version) -> Version | None:
    """Return what stood before a version, a notice included; what was undone never stood."""
    if version.number == 1:
        return None
    earlier = Version.objects.filter(article_id=version.article_id, number__lt=version.number)
    return earlier.stood().defer("body", "how_reported").order_by("-number").first()


def record(
    article: Article,
    verb: Verb | Logged,
    *,
    by: User | None,
    now: datetime,
    note: str = "",
    public_text: str = "",
    version: Version | None = None,
    before: tuple[str, str] = ("", ""),
) -> HistoryEntry:
    """Append one history row; the only place that makes them."""
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("History is written inside the transaction of the act it tells of.")
    return HistoryEntry.objects.create(
        article=article,
        verb=verb,
        at=now,
        by=by,
        note=without_unprintable(note).strip(),
        public_text=without_unprintable(public_text).strip(),
        from_status=before[0],
        to_status=article.status,
        from_stage=before[1],
        to_stage=article.stage,
        revision_number=article.revision_number,
        version=version,
        cache_tags=cache_tags(version) if version else [],
    )


def cache_tags(version: Version) -> list[str]:
    """Name the readers' pages that a version touches, for caches that follow the history.

    Those of the version before are among them: a story that leaves a section, a tag or the site leaves its pages too.
    """
    tags = [f"article:{version.article_id}"]
    before = version_before(version)
    for shown in [version, before] if before else [version]:
        tags += [f"section:{shown.section_id}", f"section:{shown.top_section_id}"]
        tags += [f"author:{row.author_id}" for row in shown.version_authors.all()]
        tags += [f"tag:{row.tag_id}" for row in shown.version_tags.all()]
        tags += [f"source:{shown.source_id}"] if shown.source_id else []
    return [*dict.fromkeys(tags), "front", "lists"]
