"""What lies on the desk: the columns of the landing page, and what is wrong or under embargo.

Each column asks an index of its own and reads no more than CAP rows of it, so that the page costs the same with a
million stories as with a thousand. Counts are exact below CAP.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from articles.models import Article, Byline
from articles.permissions import may
from articles.states import Stage, Status

CAP = 100
ALARMS = 12
LIVE_FOR = timedelta(hours=6)
OVERDUE_AFTER = timedelta(minutes=2)
OLD_LINES = timedelta(days=7)  # a deadline that passed longer ago is no plan any more
OLD_DRAFTS = timedelta(days=60)
FIRST_DUE = F("due_at").asc(nulls_last=True)
ENDS_FIRST = F("embargo_until").asc(nulls_last=True)


@dataclass(frozen=True, slots=True)
class Choice:
    """Which stories somebody wants to see. `sections` are ids; none is all of them."""

    mine: bool = False
    sections: tuple[int, ...] = ()
    words: str = ""

    def of(self, user: User) -> Q:
        """Return the condition for this person."""
        found = Q()
        if self.mine:
            found &= is_of(user)
        if self.sections:
            found &= Q(section__in=self.sections)
        for word in self.words.split()[:6]:
            found &= Q(headline__icontains=word) | Q(slugline__icontains=word) | Q(budget_line__icontains=word)
        return found


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the board: `ids` are the first of it, in order; `count` is exact unless `is_more`."""

    key: str
    name: str
    empty: str
    ids: list[int] = field(default_factory=list)
    count: int = 0

    @property
    def is_more(self) -> bool:
        return self.count >= CAP

    @property
    def count_words(self) -> str:
        return f"{CAP - 1}+" if self.is_more else str(self.count)


def board(user: User, now: datetime, choice: Choice = Choice(), *, rows: int = 12) -> list[Column]:
    """Return the columns for `user` with at most `rows` ids each, in one query per column."""
    wanted = choice.of(user)
    return [
        _column(key, name, empty, stories.filter(wanted), rows=min(rows, CAP))
        for key, name, empty, stories in _columns(user, now)
    ]


def is_of(user: User) -> Q:
    """Return the condition that a story is this person's: made, written, owned, or changed last by them."""
    return Q(created_by=user) | Q(assignee=user) | Q(changed_by=user) | Q(_written_by(user))


def waiting_for(user: User, now: datetime) -> QuerySet[Article]:
    """Return what `user` has to move on: what others handed in, for those who review it; drafts that are theirs, or
    that they made and nobody owns; and such live stories with changes that readers do not see yet."""
    whose = Q(assignee=user) | Q(assignee=None) & (Q(created_by=user) | Q(_written_by(user)))
    recent = Q(changed_at__gte=now - OLD_DRAFTS, in_vault=False, stage=Stage.WRITING) & whose
    own = Article.objects.filter(recent, status=Status.DRAFT).values("pk")
    changed = Article.objects.filter(recent, status=Status.PUBLISHED, published_revision__lt=F("revision_number"))
    parts = [own.order_by(), changed.values("pk").order_by()]
    if may(user, "approve"):
        parts.append(_in_review().exclude(changed_by=user).values("pk").order_by())
    return Article.objects.filter(pk__in=parts[0].union(*parts[1:])).order_by(FIRST_DUE, "urgency", "changed_at", "pk")


def in_work_of(user: User, now: datetime) -> QuerySet[Article]:
    """Return drafts of the last sixty days that `user` owns, or made and nobody owns, wherever they lie."""
    recent = Article.objects.order_by().filter(status=Status.DRAFT, changed_at__gte=now - OLD_DRAFTS)
    owned, made = recent.filter(assignee=user), recent.filter(assignee=None, created_by=user)
    return Article.objects.filter(pk__in=owned.values("pk").union(made.values("pk")))


def alarms(now: datetime) -> list[Article]:
    """Return stories that were due and could not go out, or are overdue by two minutes without having been tried."""
    return list(_late(now).order_by("publish_at")[:ALARMS])


def embargoes(now: datetime, *, most: int = ALARMS) -> list[Article]:
    """Return `most` stories under embargo, those that end first in front, open-ended ones last."""
    stories = Article.objects.filter(pk__in=_embargoed(now)).order_by(ENDS_FIRST, "pk")
    return list(stories.defer("body", "how_reported", "usage_terms")[:most])


def warnings(now: datetime) -> tuple[list[Article], list[Article]]:
    """Return alarms and embargoes as the two functions above do, in one query."""
    late = _late(now).order_by("publish_at").values("pk")
    rows = Article.objects.filter(pk__in=late.order_by().union(_embargoed(now))).select_related("section")
    found = list(rows.defer("body", "how_reported", "usage_terms")[: 10 * CAP])
    alarming = sorted((story for story in found if is_late(story, now)), key=lambda story: story.publish_at or now)
    return alarming[:ALARMS], _in_order(story for story in found if is_embargoed(story, now))[:ALARMS]


def is_late(article: Article, now: datetime) -> bool:
    """Tell whether a story should be out by now, or could not go out when it was tried."""
    if article.publish_at is None or article.status != Status.DRAFT:
        return False
    return bool(article.schedule_problem) or article.publish_at < now - OVERDUE_AFTER


def is_embargoed(article: Article, now: datetime) -> bool:
    return article.embargo_is_open or (article.embargo_until is not None and article.embargo_until > now)


def ends_today(article: Article, now: datetime) -> bool:
    """Tell whether a story's embargo ends before the newsroom's midnight."""
    until = article.embargo_until
    return until is not None and timezone.localdate(until) == timezone.localdate(now)


def _columns(user: User, now: datetime) -> Iterator[tuple[str, str, str, QuerySet[Article]]]:
    newest_out = Article.objects.filter(status=Status.PUBLISHED, first_published_at__gte=now - LIVE_FOR)
    yield "waiting", "Waiting for me", "Nothing waits for you.", waiting_for(user, now)
    yield "planned", "Planned", "No line is planned. Add one with New line.", _planned(now)
    yield "review", "In review", "Nothing to review. Writers hand in with Submit to desk.", _in_review()
    yield "ready", "Ready", "Nothing is ready. Approve a story to see it here.", _ready()
    yield "scheduled", "Scheduled", "Nothing goes out by itself.", _scheduled()
    yield "live", "Live, last 6 hours", "Nothing went out.", newest_out.order_by("-first_published_at", "-pk")


def _written_by(user: User) -> Exists:
    return Exists(Byline.objects.filter(article=OuterRef("pk"), author__user=user))


def _drafts() -> QuerySet[Article]:
    return Article.objects.filter(status=Status.DRAFT, stage=Stage.WRITING)


def _planned(now: datetime) -> QuerySet[Article]:
    """Return drafts in writing with a deadline, or with an owner or a budget line, without those long past."""
    lines = _drafts().filter(in_vault=False)
    dated = lines.filter(due_at__gte=now - OLD_LINES)
    undated = lines.filter(due_at=None, changed_at__gte=now - OLD_DRAFTS)
    undated = undated.filter(~Q(budget_line="") | Q(assignee__isnull=False))
    both = dated.order_by().values("pk").union(undated.order_by().values("pk"))
    return Article.objects.filter(pk__in=both).order_by(FIRST_DUE, "-changed_at", "-pk")


def _in_review() -> QuerySet[Article]:
    return Article.objects.filter(stage=Stage.IN_REVIEW).order_by("urgency", "changed_at", "pk")


def _ready() -> QuerySet[Article]:
    ready = Article.objects.filter(stage=Stage.READY, publish_at=None, in_vault=False)
    return ready.order_by("urgency", "changed_at", "pk")


def _scheduled() -> QuerySet[Article]:
    return Article.objects.filter(publish_at__isnull=False).order_by("publish_at", "pk")


def _late(now: datetime) -> QuerySet[Article]:
    """Return what alarms() shows; it reads the index of what is due, for a problem goes with its schedule."""
    overdue = Q(publish_at__lt=now - OVERDUE_AFTER, status=Status.DRAFT)
    return Article.objects.filter(~Q(schedule_problem="") | overdue, publish_at__isnull=False)


def _embargoed(now: datetime) -> QuerySet[Article, Any]:
    """Return the ids of stories under embargo that are not dead, asked of two indexes."""
    alive = Article.objects.order_by().exclude(status__in=[Status.KILLED, Status.SPIKED])
    dated = alive.filter(embargo_until__gt=now).values("pk")
    return dated.union(alive.filter(embargo_is_open=True).values("pk"))


def _in_order(stories: Iterable[Article]) -> list[Article]:
    def ends(article: Article) -> tuple[bool, float]:
        until = article.embargo_until
        return article.embargo_is_open, until.timestamp() if until else 0

    return sorted(stories, key=ends)


def _column(key: str, name: str, empty: str, stories: QuerySet[Article], *, rows: int) -> Column:
    ids = list(stories.values_list("pk", flat=True)[:CAP])
    return Column(key, name, empty, ids[:rows], len(ids))
