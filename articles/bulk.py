"""One change made to many stories: tried first, then made row by row, kept, and undone.

A rehearsal is the change itself, rolled back, so that it cannot promise what the change then refuses. Each story has a
transaction of its own: one that is refused never stops the next. Whatever somebody changed since is never overwritten.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from articles import content, drafting, planning
from articles.merging import ClashError
from articles.models import Article, BulkChange, BulkRow, Revision, RevisionKind
from articles.permissions import may_set_embargo
from articles.richtext import BodyError
from articles.states import Status
from articles.workflow import WorkflowError
from newsroom.lib.text import clean_line

MOST = 200
Values = dict[str, Any]
Outcome = BulkRow.Outcome


def _tags_with(article: Article, asked: Values) -> Values:
    return {"tags": [*article.tags.all(), *asked["tags"]]}


def _tags_without(article: Article, asked: Values) -> Values:
    gone = {tag.pk for tag in asked["tags"]}
    return {"tags": [tag for tag in article.tags.all() if tag.pk not in gone]}


@dataclass(frozen=True, slots=True)
class Action:
    """One kind of change: the fields it writes, and how the new values follow from the story and what was asked."""

    label: str
    fields: tuple[str, ...]
    make: Callable[[Article, Values], Values] = lambda article, asked: asked


ACTIONS = {
    "section": Action("Set section", ("section",)),
    "add_tags": Action("Add tags", ("tags",), _tags_with),
    "remove_tags": Action("Remove tags", ("tags",), _tags_without),
    "embargo": Action("Set embargo", ("embargo_until", "embargo_is_open")),
    "credit_line": Action("Set credit line", ("credit_line",)),
    "assign": Action("Assign", ("assignee",)),
    "urgency": Action("Set urgency", ("urgency",)),
}


@dataclass(frozen=True, slots=True)
class Picked:
    """A story and the revision of it that was shown when it was picked."""

    id: int
    revision: int


@dataclass(frozen=True, slots=True)
class Result:
    """What becomes of one story; `before` and `after` are its fields as snapshots keep them."""

    article: Article
    base_revision: int
    outcome: str
    message: str = ""
    before: Values = field(default_factory=dict)
    after: Values = field(default_factory=dict)


def may_do(user: User, action: str) -> bool:
    """Tell whether `user` may make this change to many stories at once."""
    also = {"embargo": may_set_embargo(user), "assign": user.has_perm("articles.assign_article")}
    return user.is_active and user.has_perm("articles.bulk_article") and also.get(action, True)


def rehearse(action: str, asked: Values, picked: Iterable[Picked], *, by: User) -> list[Result]:
    """Return what the change would do to each story, without doing it. Raises WorkflowError as carry_out() does."""
    picked = _checked(action, picked, by)
    now = timezone.now()
    return [_attempt(action, asked, one, by=by, now=now, is_rehearsal=True) for one in picked]


def carry_out(
    action: str, asked: Values, picked: Iterable[Picked], *, by: User, note: str = "", now: datetime | None = None
) -> BulkChange:
    """Make the change and keep what became of each story. Raises WorkflowError: not_allowed; too_many; nothing."""
    picked = _checked(action, picked, by)
    now = now or timezone.now()
    values = {name: content.as_kept(name, value) for name, value in asked.items()}
    change = BulkChange.objects.create(action=action, values=values, note=clean_line(note)[:300], by=by, at=now)
    for one in picked:
        with transaction.atomic():
            result = _attempt(action, asked, one, by=by, now=now)
            is_done = result.outcome == Outcome.DONE
            BulkRow.objects.create(
                change=change, article=result.article, before=result.before, base_revision=one.revision,
                revision_number=result.article.revision_number if is_done else None,
                outcome=result.outcome, message=result.message[:500],
            )  # fmt: skip
    return change


def undo(change: BulkChange, *, by: User, now: datetime | None = None) -> BulkChange:
    """Give each changed story back what it had, unless somebody has changed that since; each row says what became
    of it. Raises WorkflowError: not_allowed; wrong_state, when it was undone before."""
    if not may_do(by, change.action):
        raise WorkflowError("not_allowed", "Your role does not include this change. Ask an editor.")
    now = now or timezone.now()
    if not BulkChange.objects.filter(pk=change.pk, undone_at=None).update(undone_at=now, undone_by=by):
        raise WorkflowError("wrong_state", "This change was undone before.")
    change.undone_at, change.undone_by = now, by
    for row in change.rows.filter(outcome=Outcome.DONE).select_related("article__assignee", "article__section"):
        with transaction.atomic():
            row.undo_message = _undo_row(row, by=by, now=now)[:500]
            row.save(update_fields=["undo_message"])
    return change


def _checked(action: str, picked: Iterable[Picked], by: User) -> list[Picked]:
    rows = list({one.id: one for one in picked}.values())
    if not may_do(by, action):
        raise WorkflowError("not_allowed", "Your role does not include this change. Ask an editor.")
    if not rows:
        raise WorkflowError("nothing", "No story is selected.")
    if len(rows) > MOST:
        raise WorkflowError("too_many", f"{len(rows)} stories are selected; {MOST} can be changed at once.")
    known = set(Article.objects.filter(pk__in=[one.id for one in rows]).values_list("pk", flat=True))
    return [one for one in rows if one.id in known]


def _attempt(
    action: str, asked: Values, picked: Picked, *, by: User, now: datetime, is_rehearsal: bool = False
) -> Result:
    """Change one story in a transaction of its own, which a rehearsal rolls back, and say what became of it."""
    article = Article.objects.select_related("section", "source", "picture", "assignee").get(pk=picked.id)
    fields = ACTIONS[action].fields
    before = content.snapshot(article, fields)
    changes = ACTIONS[action].make(article, asked)
    try:
        with transaction.atomic():
            _save(article, changes, by=by, base_revision=picked.revision, kind=RevisionKind.BULK, now=now)
            after = content.snapshot(article, fields)
            if is_rehearsal:
                transaction.set_rollback(True)
    except (WorkflowError, BodyError, ValidationError) as error:
        return Result(article, picked.revision, Outcome.REFUSED, _why(error), before)
    if _same(before, after):
        return Result(article, picked.revision, Outcome.SAME, "", before, after)
    return Result(article, picked.revision, Outcome.DONE, _hint(article, fields), before, after)


def _save(
    article: Article, changes: Values, *, by: User, base_revision: int, kind: RevisionKind, now: datetime
) -> None:
    if "assignee" in changes:
        planning.assign(article, changes["assignee"], by=by, base_revision=base_revision, kind=kind, now=now)
    else:
        drafting.save_draft(article, changes, by=by, base_revision=base_revision, kind=kind, now=now)


def _undo_row(row: BulkRow, *, by: User, now: datetime) -> str:
    article = row.article
    made = article.revisions.get(number=row.revision_number)  # type: ignore[misc]  # a row that was done has one
    set_then = {name: content.kept_by(made.snapshot, name) for name in row.before}
    if not _same(content.snapshot(article, row.before), set_then):
        return f"Not undone: {_who_changed(article, row)}."
    values, gone = content.restored(row.before)
    if gone:
        return f"Not undone: {', '.join(name for _, name in gone)} is no longer there."
    try:
        with transaction.atomic():
            _save(article, values, by=by, base_revision=article.revision_number, kind=RevisionKind.UNDO, now=now)
    except (WorkflowError, BodyError, ValidationError) as error:
        return f"Not undone: {_why(error)}"
    return "Undone."


def _who_changed(article: Article, row: BulkRow) -> str:
    """Say who changed what the row had changed, after it did."""
    later = Revision.objects.filter(article=article, number__gt=row.revision_number or 0).select_related("saved_by")
    touched = [save for save in later.defer("snapshot") if set(save.changed_fields) & set(row.before)]
    names = {planning.name_of(save.saved_by) for save in touched if save.saved_by}
    fields = " and ".join(content.label(name) for name in row.before)
    return f"{' and '.join(sorted(names)) or 'somebody'} changed the {fields} since"


def _same(one: Values, other: Values) -> bool:
    return all(content.comparable(name, one[name]) == content.comparable(name, other[name]) for name in one)


def _why(error: Exception) -> str:
    if isinstance(error, ClashError):
        fields = ", ".join(clash.label for clash in error.outcome.clashes)
        return f"{error.who} changed the {fields} after you selected it."
    return " ".join(error.messages) if isinstance(error, ValidationError) else str(error)


def _hint(article: Article, fields: tuple[str, ...]) -> str:
    if article.status == Status.PUBLISHED and not content.DESK_FIELDS.issuperset(fields):
        return "Live: readers see it once the changes are published."
    return ""
