"""The worker's tick: one failing job or story never stops the next."""

from __future__ import annotations

import logging
from datetime import timedelta

import pytest
from django.utils import timezone

from articles import presence, publishing, recovery
from articles.models import Article, Presence, Recovery, Version
from articles.tests.refusals import NOW, fresh
from newsroom import jobs
from newsroom.models import LATE_AFTER, Heartbeat
from newsroom.testing.factories import make_draft, make_user

pytestmark = pytest.mark.django_db
SOON = NOW + timedelta(hours=1)


@pytest.fixture
def scheduled():
    stories = [make_draft(now=NOW) for _ in range(3)]
    for number, article in enumerate(stories):
        publishing.schedule(article, by=make_user("ed"), publish_at=SOON + timedelta(seconds=number), now=NOW)
    return stories


class TestATick:
    def test_it_publishes_what_is_due_and_leaves_a_heartbeat(self, scheduled):
        jobs.tick(SOON + timedelta(seconds=1))

        assert [fresh(article).status for article in scheduled] == ["published", "published", "draft"]
        assert Heartbeat.objects.get().at == SOON + timedelta(seconds=1)

    def test_it_leaves_a_heartbeat_between_stories_when_many_go_out(self, scheduled, monkeypatch):
        monkeypatch.setattr(jobs, "BEAT_SECONDS", -1)

        assert jobs.publish_due_stories(SOON + timedelta(seconds=1)) == 2

        assert not Heartbeat.is_late_at(Heartbeat.last(), timezone.now())

    def test_a_second_one_changes_nothing(self, scheduled):
        jobs.tick(SOON)
        jobs.tick(SOON)

        assert Version.objects.count() == 1

    def test_a_story_that_raises_what_nobody_expected_does_not_stop_the_next(self, scheduled, caplog):
        bad = scheduled[0]
        Article.objects.filter(pk=bad.pk).update(picture_id=10**9)  # a picture that does not exist

        with caplog.at_level(logging.ERROR, "newsroom.jobs"):
            jobs.tick(SOON + timedelta(minutes=1))

        Article.objects.filter(pk=bad.pk).update(picture_id=None)
        assert [fresh(article).status for article in scheduled] == ["draft", "published", "published"]
        (record,) = [record for record in caplog.records if f"story {bad.pk}" in record.getMessage()]
        assert record.exc_info
        assert Heartbeat.objects.exists()

    def test_it_is_tried_again_because_the_row_is_the_truth(self, scheduled):
        Article.objects.filter(pk=scheduled[0].pk).update(picture_id=10**9)
        jobs.tick(SOON)
        Article.objects.filter(pk=scheduled[0].pk).update(picture_id=None)

        jobs.tick(SOON + timedelta(minutes=3))

        assert fresh(scheduled[0]).status == "published"
        assert fresh(scheduled[0]).history.latest("id").note == "Scheduled; 3 minutes late."


class TestForgetting:
    def test_a_tick_drops_old_text_and_who_has_left(self):
        rita, story = make_user("rita"), make_draft(now=NOW)
        recovery.keep(rita, story, tab=recovery.new_tab(rita), values={"headline": "x"}, base_revision=1, now=NOW)
        presence.ping(story, rita, tab="1", field="", has_typed=False, now=NOW)

        jobs.tick(NOW + recovery.KEPT_FOR + timedelta(seconds=1))

        assert not Recovery.objects.exists()
        assert not Presence.objects.exists()


class TestAttempt:
    def test_it_returns_what_the_job_returned(self):
        assert jobs.attempt("count", lambda: 3) == 3

    def test_it_logs_what_the_job_raised(self, caplog):
        def fail() -> None:
            raise ZeroDivisionError("Nothing to share.")

        with caplog.at_level(logging.ERROR, "newsroom.jobs"):
            assert jobs.attempt("share", fail) is None

        assert "Job failed: share" in caplog.text
        assert "Nothing to share." in caplog.text

    def test_being_told_to_stop_is_no_failure(self):
        def stop() -> None:
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            jobs.attempt("stop", stop)


class TestTheHeartbeat:
    def test_it_is_late_after_two_minutes_of_silence_and_before_the_first_beat(self):
        assert Heartbeat.is_late(NOW)

        Heartbeat.beat(NOW)

        assert not Heartbeat.is_late(NOW + LATE_AFTER)
        assert Heartbeat.is_late(NOW + LATE_AFTER + timedelta(seconds=1))

    def test_it_is_one_row(self):
        Heartbeat.beat(NOW)
        Heartbeat.beat(SOON)

        assert Heartbeat.objects.get().at == SOON
