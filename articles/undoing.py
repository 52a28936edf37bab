"""Takes back, within half a minute, what just went out, and keeps feeds and hooks from hearing of it before.
A version's content is never touched: it stands as undone, and what stood before it stands again."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles import addresses, workflow
from articles.content import DESK_FIELDS
from articles.models import Article, HistoryEntry, Revision, Standing, Version
from articles.models.version import VersionQuerySet
from articles.permissions import Person, may
from articles.states import MOVES, Move, Stage, Status, Verb
from articles.versions import NOTICES
from articles.workflow import WorkflowError

UNDO_SECONDS = 30
Narrow = Callable[[VersionQuerySet], VersionQuerySet]


def undo(article: Article, *, by: User, note: str = "", now: datetime | None = None) -> HistoryEntry:
    """Take the live version back; `by` sent it out, or may publish.

    A first publication leaves a draft without an address, a later one leaves what readers had before; the working copy
    keeps its text. Raises WorkflowError: too_late, once UNDO_SECONDS have passed by the server's clock.
    """
    now = now or timezone.now()
    row = workflow.check(article, Verb.UNDO, by=by)
    version = Version.objects.live().filter(article=article).first()
    if version is None:
        raise WorkflowError("changed", "Someone else changed this story meanwhile. Look at it again.")
    if not _seconds_left(version, now):
        sentence = f"It went out more than {UNDO_SECONDS} seconds ago. Withdraw it, or publish a correction."
        raise WorkflowError("too_late", sentence)
    previous = workflow.version_before(version)
    row = _back(row, article, version, previous)
    with transaction.atomic():
        workflow.claim(article)
        workflow.stand_back(version, previous)
        if previous is None:
            addresses.forget(article)
        elif previous.path != article.path:
            addresses.go_back(article, to=previous.path, now=now)
        facts = _facts(article, version, previous)
        return workflow.move(article, row, by=by, now=now, note=note, version=version, facts=facts)


def undoable(article: Article, user: Person, now: datetime) -> int:
    """Return for how many seconds more `user` may undo the last publication; 0 when not at all."""
    if not MOVES[Verb.UNDO].allows(article.status, article.stage):
        return 0
    version = Version.objects.live().only("published_at").filter(article=article).first()
    seconds = _seconds_left(version, now) if version else 0
    return seconds if seconds and may(user, Verb.UNDO, article) else 0


def _seconds_left(version: Version, now: datetime) -> int:
    age = max(timedelta(0), now - version.published_at)
    return max(0, math.ceil(UNDO_SECONDS - age.total_seconds()))


def _back(row: Move, article: Article, version: Version, previous: Version | None) -> Move:
    """Return the row with the state that was left. A text that was saved or moved since stays where it lies."""
    if previous is None:
        row = replace(row, to_status=Status.DRAFT)
    elif previous.change in NOTICES:
        row = replace(row, to_status=Status.WITHDRAWN)
    untouched = article.stage == Stage.WRITING and article.revision_number == version.revision_number
    entry = HistoryEntry.objects.filter(version=version).order_by("id").first()
    return replace(row, to_stage=Stage(entry.from_stage)) if entry and entry.from_stage and untouched else row


def _facts(article: Article, version: Version, previous: Version | None) -> dict[str, Any]:
    if previous is not None:
        kept = _published_revision(article, previous)
        return {"path": previous.path, "slug": previous.path.rsplit("/", 1)[1], "published_revision": kept}
    then = Revision.objects.filter(article=article, number=version.revision_number).first()
    slug = then.snapshot.get("slug", "") if then else article.slug  # what was made of the headline goes with it
    return {"path": None, "slug": slug, "first_published_at": None, "published_revision": None}


def _published_revision(article: Article, previous: Version) -> int:
    """Return the revision that readers have after an undo; saves that changed nothing of theirs are not counted."""
    text = Version.objects.filter(article=article, number__lte=previous.number)
    shown = text.stood().exclude(change__in=NOTICES).order_by("-number").first()
    number = shown.revision_number if shown else 0
    since = Revision.objects.filter(article=article, number__gt=number).order_by("number")
    for saved, fields in since.values_list("number", "changed_fields"):
        if not DESK_FIELDS.issuperset(fields):
            break
        number = saved
    return number


# ---- what feeds, the news sitemap and hooks may tell


@dataclass(frozen=True, slots=True)
class Settled:
    """What can no longer be undone, as two querysets that share no story: live versions, and versions that stand in
    for a live one that is too young. Narrow both alike with each(), then take the first().

    Two, because one with OR in it could use no index of live versions.
    """

    live: VersionQuerySet
    before: VersionQuerySet | None = None

    def each(self, narrow: Narrow) -> Settled:
        """Apply filters, select_related and the like to both."""
        return Settled(narrow(self.live), narrow(self.before) if self.before is not None else None)

    def first(self, limit: int) -> list[Version]:
        """Return the newest `limit` of both together, in the order of Version.objects.live()."""
        rows = list(self.live[:limit])
        if self.before is not None:
            rows += self.before[:limit]
            rows.sort(key=lambda version: (version.first_published_at, version.article_id), reverse=True)
        return rows[:limit]


def settled(now: datetime) -> Settled:
    """Return every live story as it can no longer be undone: one that was just updated as it was before, one that just
    went out for the first time or came back not at all. What was taken away is gone at once."""
    live = Version.objects.live()
    young = dict(live.filter(published_at__gt=_limit(now)).order_by().values_list("article_id", "pk"))
    if not young:
        return Settled(live)
    stand_ins: dict[int, int] = {}
    past = Version.objects.filter(article_id__in=young, standing=Standing.PAST, published_at__lte=_limit(now))
    for article_id, pk, change in past.order_by("number").values_list("article_id", "pk", "change"):
        stand_ins[article_id] = pk
        if change in NOTICES:
            del stand_ins[article_id]
    before = Version.objects.filter(pk__in=stand_ins.values()).order_by("-first_published_at", "-article_id")
    return Settled(live.exclude(pk__in=young.values()), before)


def settled_notes(now: datetime) -> VersionQuerySet:
    """Return the corrections, clarifications and editor's notes that can no longer be undone, newest first."""
    return Version.objects.live_notes().filter(published_at__lte=_limit(now))


def last_settled_at(now: datetime) -> datetime | None:
    """Return when a live version last became settled: what settled() gives may have changed then, as at any act."""
    old = Version.objects.live().filter(published_at__lte=_limit(now)).order_by("-published_at")
    last = old.values_list("published_at", flat=True).first()
    return last + timedelta(seconds=UNDO_SECONDS) if last else None


def _limit(now: datetime) -> datetime:
    return now - timedelta(seconds=UNDO_SECONDS)
