"""What others changed in a story since a person last looked at it. The mark is the Look row: it moves when the story is
opened again in a later visit, and at once when the person says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from django.contrib.auth.models import User
from django.db.models import OuterRef, QuerySet, Subquery

from articles import comparing
from articles.comparing import Difference
from articles.models import Article, Look, Revision, RevisionKind

# Until then a story opened again still shows what was new: a reload, or one's own save, is the same visit
VISIT = timedelta(minutes=30)
STEP = timedelta(minutes=1)
MOST_REVISIONS = 50
MOST_RUNS = 2


@dataclass(frozen=True, slots=True)
class Run:
    """Saves of others that follow one another. `before` is the number of the revision they started from."""

    before: int
    revisions: Sequence[Revision]

    @property
    def last(self) -> Revision:
        return self.revisions[-1]

    @property
    def who(self) -> list[User]:
        """Those who saved, the latest first."""
        return list(dict.fromkeys(each.saved_by for each in reversed(self.revisions) if each.saved_by))

    @property
    def fields(self) -> set[str]:
        return {name for each in self.revisions for name in each.changed_fields}


@dataclass(frozen=True, slots=True)
class Change:
    """What came of one run."""

    run: Run
    differences: list[Difference]


def with_mark(stories: QuerySet[Article], user: User) -> QuerySet[Article]:
    """Fetch the mark of `user` together with the stories, so that looking costs no query of its own."""
    looks = Look.objects.filter(article=OuterRef("pk"), user=user)
    return stories.annotate(
        look_revision=Subquery(looks.values("revision_number")[:1]), look_at=Subquery(looks.values("at")[:1])
    )


def open_story(article: Article, user: User, *, now: datetime) -> list[Run]:
    """Return what others saved since `user` last looked, the oldest first, and note that they look now.

    No query for a story of with_mark() when nothing is new, one when something is, and one for a mark that moves. The
    first look at a story shows nothing.
    """
    mark = _mark(article, user)
    if mark is None:
        first = Look(article=article, user=user, revision_number=article.revision_number, at=now)
        Look.objects.bulk_create([first], ignore_conflicts=True)
        return []
    number, at = mark
    rows, seen = _since(article, number), number
    if now - at > VISIT:
        seen = max([seen, *(row.number for row in rows if row.saved_at <= at)])
    found = runs([row for row in rows if row.number > seen], user)
    if not found:
        seen = article.revision_number
    if seen != number or now - at > STEP:
        Look.objects.filter(article=article, user=user, at__lte=now).update(revision_number=seen, at=now)
    return found


def peek(article: Article, user: User) -> list[Run]:
    """Return the same and leave the mark where it is, for a page that is not a new look."""
    mark = _mark(article, user)
    return runs(_since(article, mark[0]), user) if mark else []


def _mark(article: Article, user: User) -> tuple[int, datetime] | None:
    fetched = vars(article)
    if "look_revision" in fetched:
        return (fetched["look_revision"], fetched["look_at"]) if fetched["look_revision"] is not None else None
    return Look.objects.filter(article=article, user=user).values_list("revision_number", "at").first()


def mark_seen(article: Article, user: User, *, upto: int, now: datetime) -> None:
    """Note that `user` has seen the story up to revision `upto`; never moves the mark back."""
    number = min(upto, article.revision_number)
    Look.objects.bulk_create([Look(article=article, user=user, revision_number=number, at=now)], ignore_conflicts=True)
    Look.objects.filter(article=article, user=user, revision_number__lt=number).update(revision_number=number, at=now)


def runs(rows: Sequence[Revision], user: User) -> list[Run]:
    """Part revisions, the oldest first, into runs of others' saves; text that was only kept at a take-over is none."""
    found = []
    for is_others, group in groupby(rows, lambda row: _is_of_others(row, user)):
        saves = list(group)
        if is_others:
            found.append(Run(saves[0].number - 1, saves))
    return found


def changes(article: Article, found: Sequence[Run]) -> list[Change]:
    """Compare the last MOST_RUNS runs with what they started from, in the fields they touched: one query."""
    shown = found[-MOST_RUNS:]
    numbers = {number for run in shown for number in (run.before, run.last.number)}
    rows = Revision.objects.filter(article=article, number__in=numbers).values_list("number", "snapshot")
    snapshots = dict(rows)
    compared = [
        Change(run, comparing.compare(snapshots.get(run.before, {}), snapshots[run.last.number], run.fields))
        for run in shown
    ]
    return [change for change in compared if change.differences]


def _since(article: Article, number: int) -> list[Revision]:
    """Return the revisions after one, the oldest first, without their texts; of very many the newest."""
    if number >= article.revision_number:
        return []
    rows = Revision.objects.filter(article=article, number__gt=number, number__lte=article.revision_number)
    return list(rows.select_related("saved_by").defer("snapshot", "receipt")[:MOST_REVISIONS])[::-1]


def _is_of_others(row: Revision, user: User) -> bool:
    return row.saved_by_id != user.pk and row.kind != RevisionKind.TAKEOVER
