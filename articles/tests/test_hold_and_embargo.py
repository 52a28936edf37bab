"""What forbids publication: a hold, and an embargo with or without an end."""

from __future__ import annotations

from datetime import timedelta

import pytest

from articles import desk, drafting, publishing
from articles.models import Version
from articles.tests.refusals import NOW, fresh, refused, verbs_of
from newsroom.testing.factories import make_draft, make_live, make_user

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)


class TestAHold:
    @pytest.fixture
    def held(self):
        article = make_draft(now=NOW)
        drafting.hold(article, by=make_user("chloe"), note="Lawyers read it.", now=NOW)
        return article

    def test_nobody_can_publish_the_story(self, held):
        for name in ("ed", "chloe"):
            with refused("held") as caught:
                publishing.publish(held, by=make_user(name), now=NOW)

        assert "Lawyers read it." in str(caught.value)
        assert not Version.objects.exists()

    def test_the_text_can_still_be_worked_on_and_moved(self, held):
        drafting.save_draft(held, {"headline": "Other"}, by=make_user("rita"), base_revision=1, now=NOW)
        drafting.submit(held, by=make_user("rita"), now=NOW)
        drafting.approve(held, by=make_user("ed"), now=NOW)

        assert fresh(held).is_held
        assert fresh(held).stage == "ready"

    def test_it_does_not_change_the_state(self, held):
        entry = held.history.latest("id")

        assert (entry.verb, entry.note, entry.change) == ("hold", "Lawyers read it.", "")

    def test_once_released_the_story_goes_out(self, held):
        drafting.release(held, by=make_user("chloe"), note="They are content.", now=NOW)

        assert publishing.publish(held, by=make_user("ed"), now=NOW)
        assert verbs_of(held) == ["created", "hold", "release", "publish"]

    def test_an_editor_cannot_lift_it(self, held):
        with refused("not_allowed"):
            drafting.release(held, by=make_user("ed"), note="Please.", now=NOW)

        assert fresh(held).is_held

    def test_both_need_a_reason(self, held):
        with refused("words_missing"):
            drafting.release(held, by=make_user("chloe"), note="", now=NOW)
        with refused("words_missing"):
            drafting.hold(make_draft(now=NOW), by=make_user("chloe"), note="\u200b", now=NOW)

    def test_releasing_what_is_not_held_is_refused_after_the_question_of_permission(self):
        article = make_draft(now=NOW)

        with refused("wrong_state"):
            drafting.release(article, by=make_user("chloe"), note="x", now=NOW)
        with refused("not_allowed"):
            drafting.release(article, by=make_user("ed"), note="x", now=NOW)

    def test_a_long_reason_is_cut_for_the_label_and_kept_in_the_history(self):
        article = make_draft(now=NOW)

        drafting.hold(article, by=make_user("chloe"), note="x" * 500, now=NOW)

        assert len(fresh(article).hold_reason) == 300
        assert len(article.history.latest("id").note) == 500

    def test_on_a_live_story_it_stops_changes_and_leaves_readers_what_they_have(self):
        version = make_live(now=NOW)
        drafting.hold(version.article, by=make_user("chloe"), note="Lawyers.", now=NOW)

        with refused("held"):
            publishing.update(version.article, by=make_user("ed"), now=LATER)

        assert list(Version.objects.live()) == [version]

    def test_it_outlives_the_bin(self, held):
        drafting.spike(held, by=make_user("ed"), now=NOW)
        drafting.unspike(held, by=make_user("ed"), now=NOW)

        with refused("held"):
            publishing.publish(held, by=make_user("ed"), now=NOW)


class TestAnEmbargo:
    def test_the_story_cannot_go_out_before_it_ends(self):
        article = make_draft(now=NOW, embargo_until=LATER)

        with refused("embargoed"):
            publishing.publish(article, by=make_user("chloe"), now=LATER - timedelta(seconds=1))

        assert not Version.objects.exists()

    def test_it_can_from_the_very_moment(self):
        article = make_draft(now=NOW, embargo_until=LATER)

        assert publishing.publish(article, by=make_user("ed"), now=LATER)

    def test_it_does_not_end_with_an_approval(self):
        article = make_draft(now=NOW, embargo_until=LATER)
        drafting.submit(article, by=make_user("ed"), now=NOW)
        drafting.approve(article, by=make_user("ed"), now=NOW)

        with refused("embargoed"):
            publishing.publish(article, by=make_user("ed"), now=NOW)

    def test_an_open_one_ends_only_when_it_is_lifted(self):
        article = make_draft(now=NOW, embargo_is_open=True)
        with refused("embargoed"):
            publishing.publish(article, by=make_user("ed"), now=NOW + timedelta(days=300))

        drafting.save_draft(article, {"embargo_is_open": False}, by=make_user("ed"), base_revision=1, now=NOW)

        assert publishing.publish(article, by=make_user("ed"), now=NOW)

    def test_an_open_one_outweighs_a_date_that_has_passed(self):
        article = make_draft(now=NOW, embargo_is_open=True, embargo_until=NOW)

        with refused("embargoed"):
            publishing.publish(article, by=make_user("ed"), now=LATER)

    def test_the_refusal_says_when_it_ends(self):
        article = make_draft(now=NOW, embargo_until=NOW + timedelta(hours=2, minutes=10))

        with refused("embargoed") as caught:
            publishing.publish(article, by=make_user("ed"), now=NOW)

        assert "it ends in 2 h 10 min" in str(caught.value)

    def test_the_desk_lists_the_next_to_end_first_and_open_ones_last(self):
        is_open = make_draft(now=NOW, embargo_is_open=True)
        later = make_draft(now=NOW, embargo_until=LATER + timedelta(hours=1))
        sooner = make_draft(now=NOW, embargo_until=LATER)
        make_draft(now=NOW, embargo_until=NOW - timedelta(hours=1))

        assert desk.embargoes(NOW) == [sooner, later, is_open]


class TestAnEmbargoUntilReleased:
    @pytest.fixture
    def article(self):
        return make_draft(make_user("ed"), now=NOW, embargo_is_open=True)

    def test_is_lifted_by_those_who_may_and_nothing_goes_out(self, article):
        drafting.lift_embargo(article, by=make_user("ed"), note="The agency called.", now=NOW)

        stored = fresh(article)
        assert (stored.embargo_is_open, stored.status, stored.revision_number) == (False, "draft", 2)
        assert verbs_of(article) == ["created", "lift_embargo"]
        assert article.revisions.first().changed_fields == ["embargo_is_open"]
        publishing.publish(article, by=make_user("ed"), now=NOW)

    def test_keeps_a_time_that_it_has_as_well(self, article):
        until = NOW + timedelta(hours=2)
        drafting.save_draft(article, {"embargo_until": until}, by=make_user("ed"), base_revision=1, now=NOW)

        drafting.lift_embargo(article, by=make_user("ed"), now=NOW)

        assert fresh(article).embargo_until == until
        with refused("embargoed"):
            publishing.publish(article, by=make_user("ed"), now=NOW)

    def test_is_not_lifted_by_a_reporter(self, article):
        with refused("not_allowed"):
            drafting.lift_embargo(article, by=make_user("rita"), now=NOW)

        assert fresh(article).embargo_is_open

    def test_that_is_none_cannot_be_lifted(self):
        with refused("wrong_state"):
            drafting.lift_embargo(make_draft(now=NOW), by=make_user("ed"), now=NOW)

    def test_is_lifted_by_one_click_from_the_story(self, article, client):
        client.force_login(make_user("ed"), backend="django.contrib.auth.backends.ModelBackend")

        page = client.get(f"/desk/articles/article/{article.pk}/change/").content.decode()
        client.post(f"/desk/articles/article/{article.pk}/move/lift_embargo/", {"seen_revision": 1})

        assert "Lift embargo" in page
        assert not fresh(article).embargo_is_open
