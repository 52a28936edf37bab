"""Takes a story over from somebody who has unsaved text in it. Their text becomes a revision and the story stays word
for word as it was: the next revision restores it. Nobody is locked out: what they type on is kept and merged."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles import content, controls, notifying, workflow
from articles.models import Article, HistoryEntry, Recovery, Revision, RevisionKind
from articles.permissions import may
from articles.presence import name_of
from articles.states import Logged
from articles.workflow import WorkflowError
from newsroom.lib.text import clean_line

Kind = Recovery.Kind


def unsaved_of(article: Article, person: User) -> list[Recovery]:
    """Return the person's unsaved texts for this story that differ from it, the oldest first."""
    rows = Recovery.objects.filter(article=article, user=person, kind=Kind.AUTOSAVE, discarded_at=None)
    present = controls.of(article)
    return [row for row in rows.order_by("saved_at", "id") if controls.differing(row.values, present)]


def take_over(article: Article, person: User, *, by: User, note: str, now: datetime | None = None) -> HistoryEntry:
    """Keep `person`'s unsaved texts as revisions and tell their tabs; the story's text does not change.

    Raises WorkflowError: not_allowed; words_missing without a reason; wrong_state when there is no unsaved text;
    changed when somebody saved or moved the story meanwhile.
    """
    if not may(by, "edit", article):
        raise WorkflowError("not_allowed", "You cannot take this story over: it is not yours to edit now.")
    if not clean_line(note):
        raise WorkflowError("words_missing", "Taking over needs a note that says why. Nothing was changed.")
    now = now or timezone.now()
    with transaction.atomic():
        rows = [] if person == by else unsaved_of(article, person)
        if not rows:
            raise WorkflowError("wrong_state", "There is no unsaved text of theirs to keep. You can write at once.")
        first = article.revision_number + 1
        _claim(article, numbers=len(rows) + 1)
        for number, row in enumerate(rows, first):
            _keep_as_revision(article, row, number=number, by=by, now=now)
        _restore(article, first, by=by, now=now)
        kept = "revision" if len(rows) == 1 else "revisions"
        where = f"{kept} {', '.join(str(number) for number in range(first, first + len(rows)))}"
        note = f"{clean_line(note)} ({name_of(person)}’s unsaved text is kept as {where}.)"
        return workflow.record(article, Logged.TAKEN_OVER, by=by, now=now, note=note)


def _claim(article: Article, *, numbers: int) -> None:
    """Take the next revision numbers for us alone; a version that was up to date stays so."""
    before = article.revision_number
    is_published = article.published_revision == before
    facts = {"revision_number": before + numbers, **({"published_revision": before + numbers} if is_published else {})}
    won = Article.objects.filter(pk=article.pk, revision_number=before, move_count=article.move_count).update(**facts)
    if not won:
        raise WorkflowError("changed", "Someone changed this story meanwhile. Look at it again, then repeat.")
    for name, value in facts.items():
        setattr(article, name, value)


def _keep_as_revision(article: Article, row: Recovery, *, number: int, by: User, now: datetime) -> None:
    snapshot = controls.merged_snapshot(row.values, article)
    Revision.objects.create(
        article=article,
        number=number,
        kind=RevisionKind.TAKEOVER,
        snapshot=snapshot,
        changed_fields=_changed(snapshot, article),
        saved_at=now,
        saved_by=row.user,
    )
    Recovery.objects.filter(user=row.user, tab=row.tab, kind=Kind.TAKEOVER).delete()
    Recovery.objects.filter(pk=row.pk).update(kind=Kind.TAKEOVER, taken_by=by, kept_as=number)


def _restore(article: Article, first: int, *, by: User, now: datetime) -> None:
    """Write the story as it stands as the newest revision, after those from `first` on, which hold other text."""
    snapshot = content.snapshot(article)
    kept = Revision.objects.filter(article=article, number__gte=first)
    Revision.objects.create(
        article=article,
        number=article.revision_number,
        kind=RevisionKind.RESTORE,
        snapshot=snapshot,
        changed_fields=sorted({name for revision in kept for name in _changed(revision.snapshot, article)}),
        saved_at=now,
        saved_by=by,
    )


def _changed(snapshot: dict[str, Any], article: Article) -> list[str]:
    present = content.snapshot(article)
    return sorted(name for name in present if snapshot[name] != present[name])


def told(user: User, article: Article, tab: str) -> Recovery | None:
    """Return the take-over that a tab has to hear of, or None."""
    return (
        Recovery.objects.filter(user=user, article=article, tab=tab, kind=Kind.TAKEOVER)
        .select_related("taken_by")
        .defer("values")
        .first()
    )


def ask_for(article: Article, person: User, *, by: User, now: datetime | None = None) -> None:
    """Ask somebody who has the story open for it; asking again within the hour says nothing new."""
    if not may(by, "edit", article):
        raise WorkflowError("not_allowed", "You cannot ask for this story: it is not yours to edit now.")
    now = now or timezone.now()
    key = f"ask-{article.pk}-{by.pk}-{now:%Y%m%d%H}"
    text = f"{name_of(by)} asks you for “{article}”."
    notifying.tell(person, key=key, kind="ask", article=article, text=text, at=now)
