"""What happens to a working copy before it goes out: made, saved, handed in, sent back, approved, binned, held.
Every save is a revision; a save that rests on an older revision is merged with what others saved since."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles import content, merging, notifying, workflow
from articles.content import DESK_FIELDS as DESK_FIELDS
from articles.content import EDITABLE_FIELDS as EDITABLE_FIELDS
from articles.content import EMBARGO_FIELDS as EMBARGO_FIELDS
from articles.content import LINKED_FIELDS as LINKED_FIELDS
from articles.content import LIST_FIELDS as LIST_FIELDS
from articles.content import PLAIN_FIELDS as PLAIN_FIELDS
from articles.content import PLANNING_FIELDS as PLANNING_FIELDS
from articles.content import snapshot as snapshot
from articles.models import Article, HistoryEntry, Revision, RevisionKind
from articles.permissions import may, may_set_embargo
from articles.states import Logged, Verb
from articles.workflow import WorkflowError
from newsroom.lib.text import clean_line

TRIES = 12  # of a save that others keep overtaking; each try merges anew


def create_draft(changes: dict[str, Any], *, by: User, note: str = "", now: datetime | None = None) -> Article:
    """Make a working copy with its first revision and its history row.

    `changes` maps names of EDITABLE_FIELDS to values; authors and tags are lists in order. Raises WorkflowError
    (not_allowed), richtext.BodyError, ValidationError for a value that does not fit its field.
    """
    if not may(by, "create"):
        raise WorkflowError("not_allowed", "Your role does not include writing stories.")
    now = now or timezone.now()
    article = Article(created_at=now, created_by=by, changed_at=now, changed_by=by, revision_number=1)
    values = content.cleaned(changes)
    content.assign(article, values)
    with transaction.atomic():
        article.save()
        content.assign_lists(article, values)
        _keep_revision(article, by=by, now=now, changed=sorted(values), receipt=content.receipt(changes))
        workflow.record(article, Logged.CREATED, by=by, now=now, note=note)
    return article


def save_draft(
    article: Article,
    changes: dict[str, Any],
    *,
    by: User,
    base_revision: int,
    kind: RevisionKind = RevisionKind.SAVE,
    now: datetime | None = None,
) -> Article:
    """Save the fields of `changes` as a new revision; nothing happens when none differs.

    `base_revision` is the revision the writer started from. What others saved since is kept: separate fields and
    paragraphs are merged, and `article` is the story as it is then. Raises WorkflowError: not_allowed; clash
    (merging.ClashError), when both changed the same, and nothing is saved; changed, for a base that does not exist;
    closed; bad_time, for an embargo that would outlast the schedule.
    """
    _check_may_edit(article, by)
    values, receipt = content.cleaned(changes), content.receipt(changes)
    for _ in range(TRIES):
        try:
            return _save_once(
                article,
                values,
                by=by,
                base_revision=base_revision,
                kind=kind,
                now=now or timezone.now(),
                receipt=receipt,
            )
        except _OvertakenError:
            article.refresh_from_db()
        _check_may_edit(article, by)
    raise WorkflowError("changed", "This story is being saved too often at this moment. Your text is kept; save again.")


class _OvertakenError(Exception):
    """Somebody wrote the row since it was read."""


def _save_once(
    article: Article,
    values: dict[str, Any],
    *,
    by: User,
    base_revision: int,
    kind: RevisionKind,
    now: datetime,
    receipt: dict[str, Any],
) -> Article:
    merged = _merge(article, values, base_revision)
    if not merged:
        return article
    changed = sorted(merged)
    _check_frozen(article, merged, changed, by=by)
    before = article.revision_number
    if kind == RevisionKind.SAVE and base_revision != before:
        kind = RevisionKind.MERGE
    with transaction.atomic():
        same = Article.objects.filter(pk=article.pk, revision_number=before, move_count=article.move_count)
        if not same.update(revision_number=before + 1):
            raise _OvertakenError
        article.revision_number = before + 1
        article.changed_at, article.changed_by = now, by
        content.assign(article, merged)
        columns = [name for name in changed if name not in LIST_FIELDS]
        if article.published_revision == before and DESK_FIELDS.issuperset(changed):
            article.published_revision = article.revision_number
        facts = ["changed_at", "changed_by", "word_count", "published_revision"]
        article.save(update_fields=[*columns, *facts])
        content.assign_lists(article, merged)
        _keep_revision(
            article, by=by, now=now, changed=changed, kind=kind, receipt=receipt if "body" in changed else {}
        )
    return article


def _merge(article: Article, values: dict[str, Any], base_revision: int) -> dict[str, Any]:
    """Return the values that are to be written: what the writer changed, merged with what others did since."""
    if base_revision > article.revision_number:
        article.refresh_from_db()
    theirs = content.snapshot(article, values)
    mine = {name: content.as_kept(name, value) for name, value in values.items()}
    base = Revision.objects.filter(article=article, number=base_revision).first()
    if base is None and base_revision != article.revision_number:
        raise _stale(article)
    outcome = merging.merge(base.snapshot if base else theirs, theirs, mine)
    if base_revision == article.revision_number:  # nobody saved since; a verb may have set a field, such as the slug
        outcome.values.update((clash.name, clash.mine) for clash in outcome.clashes)
    elif outcome.clashes:
        since = Revision.objects.filter(article=article, number__gt=base_revision, number__lte=article.revision_number)
        raise merging.ClashError(
            outcome,
            base_revision=base_revision,
            seen_revision=article.revision_number,
            since=list(since.select_related("saved_by").defer("snapshot")),
        )
    return merging.to_save(outcome, values)


def _check_may_edit(article: Article, by: User) -> None:
    if not may(by, "edit", article):
        raise WorkflowError("not_allowed", "This story lies with the desk now. Ask an editor to send it back to you.")


def _stale(article: Article) -> WorkflowError:
    latest = Revision.objects.filter(article=article).select_related("saved_by").first()
    who = latest.saved_by if latest and latest.saved_by else "Someone else"
    what = f"{who} saved this story last, and what your text started from is not known. "
    return WorkflowError("changed", what + "Your text is still in the form below. Copy it, then open the story again.")


def _check_frozen(article: Article, values: dict[str, Any], changed: list[str], *, by: User) -> None:
    if "slug" in changed and article.path:
        raise WorkflowError("closed", "The address of a story that has been public is changed by “Change address”.")
    if set(EMBARGO_FIELDS) & set(changed):
        if not may_set_embargo(by):
            raise WorkflowError("not_allowed", "Only those who may publish can change an embargo.")
        until = values.get("embargo_until", article.embargo_until)
        is_open = values.get("embargo_is_open", article.embargo_is_open)
        if article.publish_at and (is_open or (until and until > article.publish_at)):
            raise WorkflowError("bad_time", "The embargo would outlast the scheduled time. Unschedule the story first.")


def _keep_revision(
    article: Article,
    *,
    by: User,
    now: datetime,
    changed: list[str],
    receipt: dict[str, Any],
    kind: RevisionKind = RevisionKind.SAVE,
) -> Revision:
    return Revision.objects.create(
        article=article,
        number=article.revision_number,
        kind=kind,
        snapshot=content.snapshot(article),
        changed_fields=changed,
        receipt=receipt,
        saved_at=now,
        saved_by=by,
    )


def _simple_move(
    article: Article, verb: Verb, *, by: User, note: str, now: datetime | None, facts: dict[str, Any] | None = None
) -> HistoryEntry:
    row = workflow.check(article, verb, by=by, note=note)
    with transaction.atomic():
        workflow.claim(article)
        return workflow.move(article, row, by=by, now=now or timezone.now(), note=note, facts=facts)


def submit(article: Article, *, by: User, note: str = "", now: datetime | None = None) -> HistoryEntry:
    """Hand the text to the desk; from now on only those who may review it edit it."""
    return _simple_move(article, Verb.SUBMIT, by=by, note=note, now=now)


def send_back(article: Article, *, by: User, note: str, now: datetime | None = None) -> HistoryEntry:
    """Give the text back to its writer with a note; a schedule falls away. Who began it and who owns it are told."""
    with transaction.atomic():
        entry = _simple_move(article, Verb.SEND_BACK, by=by, note=note, now=now)
        words = f"sent back “{article}”: {entry.note}"
        notifying.tell_its_people(article, words, kind="sent_back", by=by, at=entry.at)
    return entry


def approve(article: Article, *, by: User, note: str = "", now: datetime | None = None) -> HistoryEntry:
    """Mark the text as ready to go out."""
    return _simple_move(article, Verb.APPROVE, by=by, note=note, now=now)


def spike(article: Article, *, by: User, note: str = "", now: datetime | None = None) -> HistoryEntry:
    """Bin a story that was never public; unspike brings it back."""
    return _simple_move(article, Verb.SPIKE, by=by, note=note, now=now)


def unspike(article: Article, *, by: User, note: str = "", now: datetime | None = None) -> HistoryEntry:
    """Take a story out of the bin, as a draft in writing."""
    return _simple_move(article, Verb.UNSPIKE, by=by, note=note, now=now)


def hold(article: Article, *, by: User, note: str, now: datetime | None = None) -> HistoryEntry:
    """Forbid any publication of this story, for the reason in `note`, until it is released."""
    facts = {"hold_reason": clean_line(note)[:300]}
    return _simple_move(article, Verb.HOLD, by=by, note=note, now=now, facts=facts)


def release(article: Article, *, by: User, note: str, now: datetime | None = None) -> HistoryEntry:
    """Lift a hold, for the reason in `note`. Raises WorkflowError("wrong_state") when there is none."""
    workflow.check(article, Verb.RELEASE, by=by, note=note)
    if not article.is_held:
        raise WorkflowError("wrong_state", "This story is not on hold.")
    return _simple_move(article, Verb.RELEASE, by=by, note=note, now=now, facts={"hold_reason": ""})


def lift_embargo(article: Article, *, by: User, note: str = "", now: datetime | None = None) -> HistoryEntry:
    """Release a story that was embargoed until somebody says so; nothing is published by it.

    A time that the embargo has as well stays. Raises WorkflowError("wrong_state") when it is not so embargoed.
    """
    row = workflow.check(article, Verb.LIFT_EMBARGO, by=by)
    if not article.embargo_is_open:
        raise WorkflowError("wrong_state", "This story is not embargoed until released.")
    now = now or timezone.now()
    with transaction.atomic():
        save_draft(article, {"embargo_is_open": False}, by=by, base_revision=article.revision_number, now=now)
        workflow.claim(article)
        return workflow.move(article, row, by=by, now=now, note=note)
