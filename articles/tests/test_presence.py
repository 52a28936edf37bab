"""Who has a story open: seen within ten seconds, idle after two minutes, gone after one without a sign."""

from datetime import timedelta

import pytest

from articles import presence
from articles.models import Presence
from articles.presence import GONE_AFTER, IDLE_AFTER, here, ping
from articles.tests.refusals import NOW
from newsroom.testing.factories import make_draft, make_user

pytestmark = pytest.mark.django_db
SECOND = timedelta(seconds=1)


@pytest.fixture
def story():
    return make_draft(now=NOW)


def seen(story, name="rita", *, tab="1", field="headline", typed=False, at=NOW):
    ping(story, make_user(name), tab=tab, field=field, has_typed=typed, now=at)


def words(story, at=NOW):
    return [f"{each.name} {each.doing}" for each in here(story, at)]


class TestWhoIsHere:
    def test_a_ping_shows_person_and_field(self, story):
        seen(story, typed=True)
        seen(story, "ed", field="", at=NOW + SECOND)

        assert words(story) == ["Rita typing in Headline", "Ed looking"]

    def test_typing_ends_and_the_field_stays(self, story):
        seen(story, typed=True)
        seen(story, at=NOW + 20 * SECOND)

        assert words(story, NOW + 20 * SECOND) == ["Rita in Headline"]

    def test_who_does_not_type_for_two_minutes_is_idle(self, story):
        seen(story, typed=True)
        later = NOW + IDLE_AFTER + SECOND
        seen(story, at=later)

        assert words(story, later) == ["Rita idle"]

    def test_who_gives_no_sign_for_a_minute_is_gone(self, story):
        seen(story)

        assert words(story, NOW + GONE_AFTER) == ["Rita in Headline"]
        assert words(story, NOW + GONE_AFTER + SECOND) == []

    def test_a_person_with_two_tabs_is_one_person_where_they_typed_last(self, story):
        seen(story, tab="1", field="headline")
        seen(story, tab="2", field="body", typed=True, at=NOW + SECOND)
        seen(story, tab="1", field="headline", at=NOW + 2 * SECOND)

        [rita] = here(story, NOW + 2 * SECOND)

        assert (rita.doing, rita.tabs) == ("typing in Body", {"1", "2"})
        assert rita.opened_at == NOW

    def test_leaving_takes_effect_at_once(self, story):
        seen(story, tab="1")
        seen(story, tab="2")

        presence.leave(story, make_user("rita"), tab="1")

        assert here(story, NOW)[0].tabs == {"2"}

    def test_a_field_that_no_story_has_is_not_shown(self, story):
        seen(story, field="password")

        assert words(story) == ["Rita looking"]

    def test_who_may_not_see_the_story_is_not_noted(self, story):
        seen(story, "sam")

        assert not Presence.objects.exists()

    def test_initials_are_of_both_names_or_of_the_login(self, story):
        user = make_user("ed")
        user.last_name = "Ferrier"

        assert presence.initials_of(user) == "EF"
        user.first_name = ""
        assert presence.initials_of(user) == "E"

    def test_a_ping_is_two_queries_at_most(self, story, django_assert_max_num_queries):
        rita = make_user("rita")
        rita.has_perm("articles.view_article")
        ping(story, rita, tab="1", field="", has_typed=False, now=NOW)

        with django_assert_max_num_queries(2):
            ping(story, rita, tab="1", field="body", has_typed=True, now=NOW + SECOND)


class TestLists:
    def test_many_stories_take_one_query(self, story, django_assert_num_queries):
        others = [make_draft(now=NOW) for _ in range(3)]
        for each in (story, *others[:2]):
            seen(each)
            seen(each, "ed")

        with django_assert_num_queries(1):
            found = presence.of_many([story.pk, *(each.pk for each in others)], now=NOW)
            names = {key: [each.name for each in people] for key, people in found.items()}

        assert names == {each.pk: ["Rita", "Ed"] for each in (story, *others[:2])}


class TestPruning:
    def test_rows_of_tabs_that_are_gone_are_dropped(self, story, django_assert_num_queries):
        seen(story)
        seen(story, "ed", at=NOW + GONE_AFTER)

        assert presence.prune(NOW + GONE_AFTER + SECOND) == 1
        with django_assert_num_queries(1):
            presence.prune(NOW + GONE_AFTER + SECOND)
