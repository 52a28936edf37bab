"""A thousand stories due in one minute, five that cannot go out, and a worker killed half-way: real workers, a real kill.
How long it took is printed; the promise of a minute is judged by benchmarks.scheduler, on a machine that does no more."""

from __future__ import annotations

import signal
import time
from collections import Counter
from datetime import timedelta

import pytest
from django.utils import timezone

from articles import desk
from articles.models import Article, HistoryEntry, Version
from newsroom.testing.due import break_five, plan, worker

COUNT, HALF = 1000, 450
PATIENCE_SECONDS = 300
pytestmark = pytest.mark.django_db(transaction=True)


def live() -> int:
    return Version.objects.live().count()


def wait_until(count: int) -> float:
    """Wait until so many are live, and return when the last of them was seen."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while live() < count:
        assert time.monotonic() < deadline, f"{live()} of {count} live"
        time.sleep(0.1)
    return time.time()


def test_all_but_the_five_that_cannot_are_live_within_a_minute_though_a_worker_is_killed():
    due = timezone.now() + timedelta(seconds=45)
    stories = plan(COUNT, due)
    failing = break_five(stories)
    assert timezone.now() < due - timedelta(seconds=1), "The test was too slow to prepare."

    with worker() as first:
        wait_until(HALF)
        first.send_signal(signal.SIGKILL)
        first.wait()
        done_by_the_first = live()
        with worker():
            took = timedelta(seconds=wait_until(COUNT - len(failing)) - due.timestamp())
            time.sleep(3)  # for whatever would go out a second time

    print(f"{COUNT - len(failing)} stories were live {took.total_seconds():.1f} s after their time")
    assert HALF <= done_by_the_first < COUNT - len(failing)
    assert {version.article_id for version in Version.objects.live()} == {story.pk for story in stories} - failing
    assert Version.objects.count() == COUNT - len(failing)
    assert Counter(HistoryEntry.objects.values_list("verb", flat=True))["publish"] == COUNT - len(failing)
    assert {story.pk for story in desk.alarms(timezone.now())} == failing
    assert Counter(HistoryEntry.objects.values_list("verb", flat=True))["schedule_failed"] == len(failing)
    assert Article.objects.exclude(publish_at=None).count() == len(failing)
    assert max(version.published_at for version in Version.objects.live()) <= due + took
