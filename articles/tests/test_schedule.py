"""Going out by the clock: what may be scheduled, what is due, and what becomes of a story that cannot go out."""

from __future__ import annotations

from datetime import timedelta

import pytest

from articles import desk, drafting, publishing
from articles.models import Article, Version
from articles.tests.refusals import NOW, fresh, refused, row, verbs_of
from newsroom.testing.factories import make_draft, make_user

pytestmark = pytest.mark.django_db
SOON = NOW + timedelta(hours=1)
MINUTE = timedelta(minutes=1)


def make_scheduled(publish_at=SOON, **changes) -> Article:
    article = make_draft(now=NOW, **changes)
    publishing.schedule(article, by=make_user("ed"), publish_at=publish_at, now=NOW)
    return article


def run_due(now) -> list[Version]:
    """Publish what is due at `now`, as the worker does; return what went out."""
    versions = [publishing.publish_due(article_id, now=now) for article_id in publishing.due(now)]
    return [version for version in versions if version]


class TestScheduling:
    def test_it_makes_the_story_ready_and_keeps_time_and_person(self):
        article = make_scheduled()

        stored = fresh(article)
        assert (stored.status, stored.stage) == ("draft", "ready")
        assert (stored.publish_at, stored.scheduled_by) == (SOON, make_user("ed"))
        assert verbs_of(article) == ["created", "schedule"]

    @pytest.mark.parametrize("moment", [NOW, NOW - MINUTE])
    def test_a_time_that_has_passed_is_refused(self, moment):
        with refused("past"):
            make_scheduled(moment)

    def test_a_time_more_than_a_year_ahead_is_refused(self):
        with refused("bad_time"):
            make_scheduled(NOW + timedelta(days=367))

    def test_a_time_before_the_embargo_ends_is_refused(self):
        with refused("bad_time"):
            make_scheduled(SOON, embargo_until=SOON + MINUTE)

    def test_the_very_moment_the_embargo_ends_is_allowed(self):
        assert make_scheduled(SOON, embargo_until=SOON).publish_at == SOON

    def test_an_embargo_without_end_allows_no_time(self):
        with refused("bad_time"):
            make_scheduled(embargo_is_open=True)

    def test_an_unfinished_or_held_story_is_refused(self):
        with refused("not_ready") as caught:
            make_scheduled(headline="")
        assert caught.value.problems == ("Write a headline.",)

        held = make_draft(now=NOW)
        drafting.hold(held, by=make_user("chloe"), note="Lawyers.", now=NOW)
        with refused("held"):
            publishing.schedule(held, by=make_user("ed"), publish_at=SOON, now=NOW)

    def test_it_can_be_moved_to_another_time(self):
        article = make_scheduled()

        publishing.schedule(article, by=make_user("chloe"), publish_at=SOON + MINUTE, now=NOW)

        assert (fresh(article).publish_at, fresh(article).scheduled_by) == (SOON + MINUTE, make_user("chloe"))

    def test_a_refusal_leaves_no_trace(self):
        article = make_draft(now=NOW)
        before = row(article)

        with refused("past"):
            publishing.schedule(article, by=make_user("ed"), publish_at=NOW, now=NOW)

        assert row(article) == before
        assert verbs_of(article) == ["created"]


class TestUnscheduling:
    def test_the_story_stays_ready_and_does_not_go_out(self):
        article = make_scheduled()

        publishing.unschedule(article, by=make_user("ed"), now=NOW)

        assert (fresh(article).stage, fresh(article).publish_at, fresh(article).scheduled_by) == ("ready", None, None)
        assert run_due(SOON) == []

    def test_without_a_schedule_it_is_refused(self):
        article = make_draft(now=NOW)
        drafting.submit(article, by=make_user("ed"), now=NOW)
        drafting.approve(article, by=make_user("ed"), now=NOW)

        with refused("wrong_state"):
            publishing.unschedule(article, by=make_user("ed"), now=NOW)

    @pytest.mark.parametrize("verb", ["publish", "spike", "send_back"])
    def test_a_move_by_hand_consumes_the_schedule(self, verb):
        article = make_scheduled()

        module = publishing if verb == "publish" else drafting
        getattr(module, verb)(article, by=make_user("ed"), note="x", now=NOW)

        stored = fresh(article)
        assert (stored.publish_at, stored.scheduled_by) == (None, None)
        assert run_due(SOON) == []

    def test_holding_and_releasing_keep_it(self):
        article = make_scheduled()

        drafting.hold(article, by=make_user("chloe"), note="Lawyers.", now=NOW)
        drafting.release(article, by=make_user("chloe"), note="Fine.", now=NOW)

        assert len(run_due(SOON)) == 1


class TestEditingWhatIsScheduled:
    def test_a_reporter_cannot(self):
        article = make_scheduled()

        with refused("not_allowed"):
            drafting.save_draft(article, {"headline": "Other"}, by=make_user("rita"), base_revision=1, now=NOW)

    def test_an_editor_can_and_it_goes_out_as_saved_last(self):
        article = make_scheduled()
        drafting.save_draft(article, {"headline": "Saved last"}, by=make_user("ed"), base_revision=1, now=NOW)

        (version,) = run_due(SOON)

        assert version.headline == "Saved last"

    @pytest.mark.parametrize("changes", [{"embargo_until": SOON + MINUTE}, {"embargo_is_open": True}], ids=str)
    def test_an_embargo_that_would_outlast_it_is_refused(self, changes):
        article = make_scheduled()
        before = row(article)

        with refused("bad_time"):
            drafting.save_draft(article, changes, by=make_user("ed"), base_revision=1, now=NOW)

        assert row(article) == before

    def test_an_embargo_that_ends_before_it_is_fine(self):
        article = make_scheduled()

        drafting.save_draft(article, {"embargo_until": SOON}, by=make_user("ed"), base_revision=1, now=NOW)

        assert len(run_due(SOON)) == 1


class TestWhatIsDue:
    def test_nothing_goes_out_before_its_time(self):
        make_scheduled()

        assert run_due(SOON - timedelta(seconds=1)) == []
        assert not Version.objects.exists()

    def test_it_goes_out_at_its_time_by_the_clock_in_the_schedulers_name(self):
        article = make_scheduled()

        (version,) = run_due(SOON)

        assert (version.article, version.published_by, version.first_published_at) == (article, make_user("ed"), SOON)
        entry = article.history.latest("id")
        assert (entry.verb, entry.by, entry.at, entry.note) == ("publish", None, SOON, "Scheduled.")
        assert fresh(article).publish_at is None

    def test_it_goes_out_once(self):
        article = make_scheduled()
        run_due(SOON)

        assert run_due(SOON + MINUTE) == []
        assert publishing.publish_due(article.pk, now=SOON + MINUTE) is None
        assert Version.objects.count() == 1

    def test_a_late_one_is_caught_up_and_says_so(self):
        article = make_scheduled()

        run_due(SOON + timedelta(minutes=47))

        entry = article.history.latest("id")
        assert entry.note == "Scheduled; 47 minutes late."
        assert fresh(article).path.startswith("2026/11/03/")

    def test_the_longest_waiting_goes_first(self):
        later, sooner = make_scheduled(SOON + MINUTE), make_scheduled(SOON)

        assert publishing.due(SOON + 5 * MINUTE) == [sooner.pk, later.pk]

    def test_a_story_that_somebody_took_off_the_list_in_the_meantime_stays(self):
        article = make_scheduled()
        listed = publishing.due(SOON)
        publishing.unschedule(article, by=make_user("ed"), now=SOON)

        assert [publishing.publish_due(article_id, now=SOON) for article_id in listed] == [None]
        assert fresh(article).schedule_problem == ""


class TestOneThatCannotGoOut:
    @pytest.fixture
    def bad(self):
        article = make_scheduled()
        drafting.save_draft(article, {"headline": "Ferry TK"}, by=make_user("ed"), base_revision=1, now=NOW)
        return article

    def test_it_keeps_its_schedule_and_says_why(self, bad):
        run_due(SOON)

        stored = fresh(bad)
        assert (stored.status, stored.publish_at) == ("draft", SOON)
        assert "“TK” still stands in the headline." in stored.schedule_problem
        entry = bad.history.latest("id")
        assert (entry.verb, entry.by, entry.note) == ("schedule_failed", None, stored.schedule_problem)
        assert desk.alarms(SOON) == [bad]

    def test_it_does_not_stop_the_next(self, bad):
        good = make_scheduled(SOON + MINUTE)

        versions = run_due(SOON + MINUTE)

        assert [version.article for version in versions] == [good]

    def test_it_is_not_tried_again(self, bad):
        run_due(SOON)
        run_due(SOON + MINUTE)

        assert verbs_of(bad).count("schedule_failed") == 1

    def test_mending_the_text_does_not_send_it_out_by_surprise(self, bad):
        run_due(SOON)
        article = fresh(bad)
        changes = {"headline": "Ferry leaves"}
        drafting.save_draft(article, changes, by=make_user("ed"), base_revision=article.revision_number, now=SOON)

        assert run_due(SOON + MINUTE) == []

    def test_releasing_a_hold_does_not_send_it_out_by_surprise(self):
        article = make_scheduled()
        drafting.hold(article, by=make_user("chloe"), note="Lawyers.", now=NOW)
        run_due(SOON)
        assert "On hold: Lawyers." in fresh(article).schedule_problem

        drafting.release(fresh(article), by=make_user("chloe"), note="Fine.", now=SOON + MINUTE)

        assert run_due(SOON + 2 * MINUTE) == []
        assert desk.alarms(SOON + 2 * MINUTE) == [article]

    def test_an_editor_who_schedules_or_publishes_it_again_clears_the_alarm(self, bad):
        run_due(SOON)
        article = fresh(bad)
        changes = {"headline": "Ferry leaves"}
        drafting.save_draft(article, changes, by=make_user("ed"), base_revision=article.revision_number, now=SOON)

        publishing.schedule(article, by=make_user("ed"), publish_at=SOON + 5 * MINUTE, now=SOON)

        assert fresh(article).schedule_problem == ""
        assert desk.alarms(SOON) == []
        assert len(run_due(SOON + 5 * MINUTE)) == 1

    def test_a_body_that_cannot_be_read_is_a_reason_as_well(self):
        article = make_scheduled()
        Article.objects.filter(pk=article.pk).update(body=f"{fresh(article).body}{'<b>x' * 101}")

        run_due(SOON)

        assert "nested" in fresh(article).schedule_problem
        assert verbs_of(article)[-1] == "schedule_failed"

    def test_a_story_that_was_rescheduled_while_it_failed_keeps_its_new_time_without_an_alarm(self, bad):
        stale = fresh(bad)
        publishing.schedule(make_fine(bad), by=make_user("ed"), publish_at=SOON + MINUTE, now=NOW)

        publishing.fail_schedule(stale, "Too late to say.", now=SOON)

        assert fresh(bad).schedule_problem == ""
        assert "schedule_failed" not in verbs_of(bad)


def make_fine(article: Article) -> Article:
    base = article.revision_number
    return drafting.save_draft(article, {"headline": "Ferry leaves"}, by=make_user("ed"), base_revision=base, now=NOW)


class TestTheAlarm:
    def test_a_story_overdue_by_two_minutes_without_a_try_raises_it(self):
        article = make_scheduled()

        assert desk.alarms(SOON + timedelta(seconds=119)) == []
        assert desk.alarms(SOON + timedelta(seconds=121)) == [article]

    def test_a_published_story_never_does(self):
        make_scheduled()
        run_due(SOON)

        assert desk.alarms(SOON + timedelta(days=1)) == []
