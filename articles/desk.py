"""What lies on the desk: the columns of the landing page and its alarms. Counts are exact; rows are capped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet

from articles.models import Article
from articles.permissions import may
from articles.states import Stage, Status

ROWS = 12
LIVE_FOR = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the board: `count` is exact, `stories` are the first ROWS of it."""

    name: str
    empty: str
    stories: list[Article]
    count: int


def board(user: User, now: datetime) -> list[Column]:
    """Return the columns for `user`: waiting for me, in review, ready, scheduled, live."""
    every = Article.objects.select_related("section__parent", "changed_by").defer("body", "how_reported", "usage_terms")
    unscheduled = Q(publish_at=None)
    live = every.filter(status=Status.PUBLISHED, first_published_at__gte=now - LIVE_FOR)
    return [
        _column("Waiting for me", "Nothing waits for you.", waiting_for(user, every)),
        _column(
            "In review", "Nothing to review.", every.filter(_alive(), stage=Stage.IN_REVIEW).order_by("changed_at")
        ),
        _column(
            "Ready", "Nothing is ready.", every.filter(_alive(), unscheduled, stage=Stage.READY).order_by("changed_at")
        ),
        _column("Scheduled", "Nothing is scheduled.", every.exclude(unscheduled).order_by("publish_at")),
        _column("Live, last 24 hours", "Nothing went out today.", live.order_by("-first_published_at")),
    ]


def waiting_for(user: User, stories: QuerySet[Article]) -> QuerySet[Article]:
    """Return what only `user` can move on: the desk's queue for those who review, one's own texts for the others."""
    if may(user, "approve"):
        return stories.filter(_alive(), stage=Stage.IN_REVIEW).exclude(changed_by=user).order_by("changed_at")
    own = Q(created_by=user) | Q(bylines__author__user=user) | Q(changed_by=user)
    return stories.filter(own, status=Status.DRAFT, stage=Stage.WRITING).distinct().order_by("-changed_at")


def alarms(now: datetime) -> list[Article]:
    """Return stories that were due and could not go out, or are overdue by two minutes without having been tried."""
    overdue = Q(publish_at__lt=now - timedelta(minutes=2), status=Status.DRAFT)
    planned = Article.objects.exclude(publish_at=None)  # the index of what is due; a problem goes with its schedule
    return list(planned.filter(~Q(schedule_problem="") | overdue).order_by("publish_at")[:ROWS])


def embargoes(now: datetime) -> list[Article]:
    """Return stories under embargo, those that end first in front, open-ended ones last."""
    stories = Article.objects.filter(_alive()).filter(Q(embargo_until__gt=now) | Q(embargo_is_open=True))
    return list(stories.order_by("embargo_is_open", "embargo_until")[:ROWS])


def _alive() -> Q:
    return Q(status__in=[Status.DRAFT, Status.PUBLISHED, Status.WITHDRAWN])


def _column(name: str, empty: str, stories: QuerySet[Article]) -> Column:
    rows = list(stories[: ROWS + 1])
    count = len(rows) if len(rows) <= ROWS else stories.count()
    return Column(name, empty, rows[:ROWS], count)
