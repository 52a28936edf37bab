"""What is planned: a line in the budget before there is a text, and who owns a story. Each change is a revision like
any other save; who is given a story is told once."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from articles import drafting, notifying
from articles.merging import ClashError
from articles.models import Article, RevisionKind
from articles.notifying import name_of as name_of
from articles.permissions import may_assign
from articles.workflow import WorkflowError
from newsroom.lib.text import clean_line

LINE_FIELDS = ("budget_line", "slugline", "section", "assignee", "due_at", "commissioned_words", "needs_picture")


def plan(changes: dict[str, Any], *, by: User, now: datetime | None = None) -> Article:
    """Make a line in the budget: a draft of LINE_FIELDS without a text. Its owner is told.

    Raises WorkflowError: words_missing, without a budget line or slugline; bad_time, for a deadline that has passed;
    not_allowed, also for giving it to somebody else without the right to assign.
    """
    now = now or timezone.now()
    unknown = set(changes) - set(LINE_FIELDS)
    if unknown:
        raise ValueError(f"A budget line has no {', '.join(sorted(unknown))}.")
    if not any(clean_line(changes.get(name) or "") for name in ("budget_line", "slugline")):
        raise WorkflowError("words_missing", "Say in a line what the story will tell.")
    due_at, owner = changes.get("due_at"), changes.get("assignee")
    if due_at and due_at < now:
        raise WorkflowError("bad_time", "That deadline has passed. Choose a later one.")
    if owner not in (None, by) and not by.has_perm("articles.assign_article"):
        raise WorkflowError("not_allowed", "Your role does not include assigning stories to others.")
    with transaction.atomic():
        article = drafting.create_draft(changes, by=by, now=now)
        _tell(article, by=by, now=now)
    return article


def assign(
    article: Article,
    to: User | None,
    *,
    by: User,
    base_revision: int,
    kind: RevisionKind = RevisionKind.SAVE,
    now: datetime | None = None,
) -> Article:
    """Make `to` the owner of the story, or nobody; whoever is given it by another is told once.

    Raises WorkflowError: not_allowed; changed, when somebody else was made its owner since `base_revision`.
    """
    now = now or timezone.now()
    if to is not None and not people().filter(pk=to.pk).exists():
        raise WorkflowError("not_allowed", f"{name_of(to)} does not work on the desk. Nothing was changed.")
    if not may_assign(by, article, to):
        owner = article.assignee
        why = f"{name_of(owner)} has this story" if owner else "Your role does not include giving stories to others"
        raise WorkflowError("not_allowed", f"{why}. Ask an editor.")
    before = article.assignee_id
    try:
        with transaction.atomic():
            drafting.save_draft(article, {"assignee": to}, by=by, base_revision=base_revision, kind=kind, now=now)
            if article.assignee_id != before:
                _tell(article, by=by, now=now)
    except ClashError as error:
        article.refresh_from_db()
        owner = article.assignee
        words = f"{name_of(owner)} was given this story meanwhile." if owner else "This story was given up meanwhile."
        raise WorkflowError("changed", f"{words} Nothing was changed.") from error
    return article


def claim(article: Article, *, by: User, base_revision: int, now: datetime | None = None) -> Article:
    """Take a story for oneself. Raises WorkflowError as assign() does."""
    return assign(article, by, by=by, base_revision=base_revision, now=now)


def unassign(article: Article, *, by: User, base_revision: int, now: datetime | None = None) -> Article:
    """Leave a story without an owner. Raises WorkflowError as assign() does."""
    return assign(article, None, by=by, base_revision=base_revision, now=now)


def set_urgency(article: Article, urgency: int, *, by: User, base_revision: int, now: datetime | None = None) -> None:
    """Make a story more or less urgent; beyond 1 and 9 nothing happens."""
    if 1 <= urgency <= 9:
        drafting.save_draft(article, {"urgency": urgency}, by=by, base_revision=base_revision, now=now)


def people() -> QuerySet[User]:
    """Return those to whom a story can be given, by name."""
    return User.objects.filter(is_active=True, is_staff=True).order_by("first_name", "last_name", "username")


def _tell(article: Article, *, by: User, now: datetime) -> None:
    owner = article.assignee
    if owner is None or owner == by:
        return
    due = f", due {timezone.localtime(article.due_at):%d %b %H:%M}" if article.due_at else ""
    title = article.headline or article.budget_line or str(article)
    notifying.tell(
        owner, key=f"assigned:{article.pk}:{article.revision_number}", kind="assigned", article=article,
        text=f"{name_of(by)} gives you “{title}”{due}", at=now,
    )  # fmt: skip
