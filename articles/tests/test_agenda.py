"""What happens when: days of the newsroom, clashes of big stories, the address for other programs."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from articles import agenda, calendar_feed, drafting, publishing
from articles.admin.calendar import changes_of_clock
from articles.models import Article, DeskPreference
from newsroom.testing.factories import make_draft, make_user

pytestmark = pytest.mark.django_db
CALENDAR = "/desk/calendar/"


@pytest.fixture
def sign_in(client):
    def signed_in(name):
        client.force_login(make_user(name), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in


def scheduled(at, **changes):
    story = make_draft(**changes)
    Article.objects.filter(pk=story.pk).update(stage="ready", publish_at=at)
    return story


class TestDays:
    def test_are_the_newsrooms_whatever_the_clocks_do(self, settings):
        """In London, 25 October 2026 has 25 hours and 28 March 2027 has 23."""
        settings.TIME_ZONE = "Europe/London"
        last_minute = datetime(2026, 10, 25, 23, 59, tzinfo=UTC)
        first_minute = datetime(2026, 10, 24, 23, 0, tzinfo=UTC)
        for at in (first_minute, last_minute, last_minute + timedelta(minutes=1)):
            make_draft(due_at=at)

        week = agenda.days(date(2026, 10, 19), 8)

        assert {day.date.day: len(day.entries) for day in week if day.entries} == {25: 2, 26: 1}
        assert changes_of_clock(date(2026, 10, 19), 7) == "Sunday 25 October has 25 hours: the clocks change."
        assert changes_of_clock(date(2027, 3, 22), 7) == "Sunday 28 March has 23 hours: the clocks change."
        assert changes_of_clock(date(2026, 11, 16), 7) == ""

    def test_hold_what_goes_out_ends_and_is_due_in_order(self):
        at = timezone.now() + timedelta(days=3)
        due = make_draft(due_at=at)
        embargoed = make_draft(embargo_until=at + timedelta(minutes=1))
        out = scheduled(at + timedelta(minutes=2))

        found = agenda.entries(at, at + timedelta(hours=1))

        assert [(entry.kind, entry.article) for entry in found] == [
            ("due", due),
            ("embargo", embargoed),
            ("scheduled", out),
        ]

    def test_leave_out_what_is_dead_or_out(self):
        ed, at = make_user("ed"), timezone.now() + timedelta(days=3)
        spiked, live = make_draft(due_at=at), make_draft(due_at=at)
        drafting.spike(spiked, by=ed)
        publishing.publish(live, by=ed)

        assert agenda.entries(at, at + timedelta(hours=1)) == []


class TestClashes:
    def clashes(self, *minutes_and_urgencies):
        at = timezone.now() + timedelta(days=3)
        for minutes, urgency in minutes_and_urgencies:
            scheduled(at + timedelta(minutes=minutes), urgency=urgency)
        return [bool(entry.clashes) for entry in agenda.entries(at, at + timedelta(hours=2))]

    def test_two_big_stories_within_ten_minutes_clash(self):
        assert self.clashes((0, 3), (10, 1)) == [True, True]

    def test_small_or_distant_ones_do_not(self):
        assert self.clashes((0, 3), (5, 4), (11, 2)) == [False, False, False]

    def test_a_story_does_not_clash_with_its_own_embargo(self):
        at = timezone.now() + timedelta(days=3)
        scheduled(at, urgency=1, embargo_until=at)

        assert [entry.clashes for entry in agenda.entries(at, at + timedelta(hours=1))] == [(), ()]


class TestTheScreen:
    @pytest.mark.parametrize("view", ["week", "day", "list"])
    def test_shows_entries_with_words_and_where_to_move_them(self, sign_in, view):
        at = timezone.now() + timedelta(seconds=5)
        story = scheduled(at, headline="Rates <b>stay</b>", urgency=1)
        scheduled(at, headline="Bridge opens", urgency=1)

        page = sign_in("ed").get(f"{CALENDAR}?view={view}&date={timezone.localdate(at)}").content.decode()

        assert "Goes out" in page
        assert "Within ten minutes of Bridge opens" in page
        assert f"/desk/articles/article/{story.pk}/move/schedule/" in page
        assert "<b>stay" not in page

    def test_offers_no_move_to_those_who_may_not_schedule(self, sign_in):
        scheduled(timezone.now() + timedelta(seconds=5))

        assert "Reschedule" not in sign_in("rita").get(CALENDAR).content.decode()

    @pytest.mark.parametrize("query", ["view=x", "date=x", "date=2026-02-31", "date=0001-01-01", "date=9999-12-31"])
    def test_nonsense_is_this_week(self, sign_in, query):
        assert sign_in("ed").get(f"{CALENDAR}?{query}").status_code == 200

    def test_costs_twelve_queries_however_full(self, sign_in, django_assert_max_num_queries):
        client, at = sign_in("ed"), timezone.now() + timedelta(minutes=5)
        for number in range(12):
            scheduled(at + timedelta(minutes=number), embargo_until=at)

        with django_assert_max_num_queries(12):
            client.get(CALENDAR)

    def test_is_refused_to_those_who_may_see_no_stories(self, sign_in):
        client = sign_in("nobody")

        assert client.get(CALENDAR).status_code == 403
        assert client.post("/desk/calendar/key/", {"act": "renew"}).status_code == 403


class TestTheFeed:
    def address(self, user):
        return f"/desk/calendar/feed/{calendar_feed.token_of(user)}.ics"

    def test_is_read_without_signing_in_and_says_no_more_than_headlines_and_times(self, client):
        ed = make_user("ed")
        calendar_feed.renew(ed)
        scheduled(
            timezone.now() + timedelta(hours=3),
            headline="Rates stay",
            standfirst="SECRET",
            ednote="SECRET",
            slugline="SECRET",
        )

        response = client.get(self.address(ed))

        assert response["Content-Type"] == "text/calendar; charset=utf-8"
        assert "no-store" in response["Cache-Control"]
        assert "SUMMARY:Goes out: Rates stay" in response.content.decode()
        assert "SECRET" not in response.content.decode()

    def test_a_new_address_ends_the_old_and_no_old_one_comes_back(self, client):
        ed = make_user("ed")
        assert calendar_feed.token_of(ed) == ""
        old = []
        for act in (
            calendar_feed.renew,
            calendar_feed.renew,
            calendar_feed.switch_off,
            calendar_feed.switch_off,
            calendar_feed.renew,
        ):
            act(ed)
            for address in old:
                assert client.get(address).status_code == 404
            if calendar_feed.token_of(ed):
                old.append(self.address(ed))
                assert client.get(old[-1]).status_code == 200

        assert len(set(old)) == 3

    def test_ends_with_the_persons_right(self, client):
        ed = make_user("ed")
        calendar_feed.renew(ed)
        address = self.address(ed)
        for change in ({"is_active": False}, {"is_active": True, "is_staff": False}):
            type(ed).objects.filter(pk=ed.pk).update(**change)
            assert client.get(address).status_code == 404
        type(ed).objects.filter(pk=ed.pk).update(is_staff=True)
        assert client.get(address).status_code == 200
        ed.groups.clear()

        assert client.get(address).status_code == 404

    @pytest.mark.parametrize("token", ["x", "WzEsMV0:x:y", "..", "%00"])
    def test_a_forged_address_is_not_found(self, client, token):
        calendar_feed.renew(make_user("ed"))

        assert client.get(f"/desk/calendar/feed/{token}.ics").status_code == 404

    def test_nobody_posts_to_it(self, client):
        ed = make_user("ed")
        calendar_feed.renew(ed)

        assert client.post(self.address(ed)).status_code == 405

    def test_is_made_and_ended_on_the_screen(self, sign_in):
        client = sign_in("ed")
        page = client.post("/desk/calendar/key/", {"act": "renew"}, follow=True).content.decode()
        assert calendar_feed.token_of(make_user("ed")) in page

        page = client.post("/desk/calendar/key/", {"act": "off"}, follow=True).content.decode()

        assert "feed-address" not in page
        assert DeskPreference.objects.get().calendar_key == 2
        assert client.post("/desk/calendar/key/", {"act": "x"}).status_code == 404
