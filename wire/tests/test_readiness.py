"""What the checklist asks of stories that rest on agency copy."""

from datetime import timedelta

import pytest

from articles import drafting, publishing, readiness
from articles.models import Article, CheckRule
from articles.tests.refusals import refused
from newsroom.testing.factories import BODY, make_draft, make_section, make_source, make_user
from wire.promote import promote
from wire.tests.making import NOW, make_item

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def make_story(**fields):
    """Return a story made of an item that could go out as it is."""
    item = make_item(body_html=BODY, description_text="Forty passengers were on board when it left.", **fields)
    return promote(item, by=make_user("ed"), section=make_section(), now=NOW)


def found(article, level=None, now=NOW):
    problems = readiness.problems(Article.objects.get(pk=article.pk), now=now)
    return {one.code: one.sentence for one in problems if one.code.startswith("wire_") and level in (None, one.level)}


def save(article, **changes):
    drafting.save_draft(article, changes, by=make_user("ed"), base_revision=article.revision_number)


class TestAKill:
    def test_that_came_after_the_story_was_made_asks_for_a_reason(self):
        article = make_story()
        make_item(version="2", pubstatus="canceled")

        with refused("reason_missing"):
            publishing.publish(article, by=make_user("ed"), now=NOW)

        assert found(article, "reason") == {
            "wire_killed": "Meridian has killed the copy that this was made of: “Ferry leaves at dawn”."
        }
        assert publishing.publish(article, by=make_user("ed"), note="All written anew.", now=NOW)

    def test_counts_although_a_newer_version_came(self):
        article = make_story()
        make_item(version="2", pubstatus="canceled")
        make_item(version="3")

        assert "wire_killed" in found(article)

    def test_of_another_item_is_no_matter(self):
        article = make_story()
        make_item(uri="urn:other", pubstatus="canceled")

        assert "wire_killed" not in found(article)

    def test_can_be_made_to_block(self):
        CheckRule.objects.create(code="wire_killed", level="blocks")
        article = make_story()
        make_item(version="2", pubstatus="canceled")

        with refused("not_ready"):
            publishing.publish(article, by=make_user("ed"), note="All written anew.", now=NOW)


class TestAnEmbargo:
    def test_that_came_after_the_story_was_made_asks_for_a_reason(self):
        article = make_story()
        make_item(version="2", embargoed=(NOW + 2 * HOUR).isoformat())

        assert "Meridian has its copy under embargo" in found(article, "reason")["wire_embargo"]
        assert "wire_embargo" not in found(article, now=NOW + 2 * HOUR)

    def test_that_the_story_has_as_well_is_said_once(self):
        article = make_story(embargoed=(NOW + 2 * HOUR).isoformat())

        assert article.embargo_until == NOW + 2 * HOUR
        assert "wire_embargo" not in found(article)

    def test_that_was_taken_off_the_story_is_said_until_the_agency_ends_it(self):
        article = make_story(embargoed=(NOW + 2 * HOUR).isoformat())
        save(article, embargo_until=None)

        assert "wire_embargo" in found(article)


class TestAScheduledStory:
    @pytest.fixture
    def article(self):
        article = make_story()
        drafting.save_draft(article, {"needs_picture": True}, by=make_user("ed"), base_revision=1, now=NOW)
        publishing.schedule(article, by=make_user("ed"), publish_at=NOW + 2 * HOUR, note="No picture yet.", now=NOW)
        return article

    def due(self, article, now=NOW + 2 * HOUR):
        return publishing.publish_due(article.pk, now=now), Article.objects.get(pk=article.pk).schedule_problem

    def test_goes_out_when_the_agency_said_nothing(self, article):
        version, problem = self.due(article)

        assert version
        assert problem == ""

    def test_does_not_go_out_when_the_agency_killed_its_copy_since_whatever_reason_was_given(self, article):
        make_item(version="2", pubstatus="canceled", now=NOW + HOUR)

        version, problem = self.due(article)

        assert version is None
        assert "Meridian has killed the copy since this was scheduled. Unschedule it, then decide." in problem

    def test_does_not_go_out_under_an_embargo_that_came_since(self, article):
        make_item(version="2", embargoed=(NOW + 9 * HOUR).isoformat(), now=NOW + HOUR)

        version, problem = self.due(article)

        assert version is None
        assert "Meridian has embargoed the copy since this was scheduled." in problem

    def test_is_for_an_editor_to_decide_once_it_is_unscheduled(self, article):
        ed = make_user("ed")
        make_item(version="2", pubstatus="canceled", now=NOW + HOUR)
        self.due(article)
        article.refresh_from_db()

        publishing.unschedule(article, by=ed)
        with refused("reason_missing"):
            publishing.publish(article, by=ed)

        assert publishing.publish(article, by=ed, note="All written anew.")

    def test_goes_out_when_it_was_scheduled_after_the_kill_with_a_reason(self):
        article, ed = make_story(), make_user("ed")
        make_item(version="2", pubstatus="canceled", now=NOW - HOUR)
        with refused("reason_missing"):
            publishing.schedule(article, by=ed, publish_at=NOW + 2 * HOUR, now=NOW)
        publishing.schedule(article, by=ed, publish_at=NOW + 2 * HOUR, note="All written anew.", now=NOW)

        version, _ = self.due(article)

        assert version


class TestTheHeadline:
    def test_is_still_the_agencys(self):
        article = make_story()

        assert found(article, "advice") == {
            "wire_headline": "The headline is still that of Meridian. Write one for our readers."
        }

    def test_is_still_the_agencys_with_other_capitals(self):
        article = make_story()
        save(article, headline="Ferry Leaves At Dawn!")

        assert "wire_headline" in found(article)

    def test_is_ours(self):
        article = make_story()
        save(article, headline="Forty passengers leave with the first ferry")

        assert found(article) == {}


class TestOtherStories:
    def test_of_our_own_cost_no_query(self, django_assert_num_queries):
        article = make_draft()
        readiness.demands(article, now=NOW)

        with django_assert_num_queries(2):  # levels, and notes that must be settled
            readiness.demands(article, now=NOW)

    def test_with_a_source_and_no_item_have_nothing_to_answer_for(self):
        assert found(make_draft(source=make_source())) == {}
