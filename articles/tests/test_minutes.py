"""Times that people type: what clocks skip, what they show twice, and that no time ever moves by being saved again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django import forms
from django.http import QueryDict
from django.utils import timezone
from lxml import html as lxml_html

from articles import drafting, publishing
from articles.admin.minutes import MinuteField
from articles.tests.refusals import NOW, fresh
from newsroom.testing.factories import make_draft, make_live, make_user

ZONES = ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Apia"]
# Around transitions of those zones, and of none
INSTANTS = [
    "2026-10-25T00:30+00:00", "2026-10-25T01:30+00:00", "2026-11-01T05:30+00:00", "2026-11-01T06:30+00:00",
    "2027-04-03T14:45+00:00", "2027-04-03T15:15+00:00", "2027-03-28T00:59+00:00", "2027-03-28T01:00+00:00",
    "2027-03-14T06:59+00:00", "2027-03-14T07:00+00:00", "2026-10-03T15:29+00:00", "2026-10-03T15:30+00:00",
    "2011-12-30T09:59+00:00", "2011-12-30T10:00+00:00", "2021-04-03T13:30+00:00", "2021-04-03T14:30+00:00",
    "2026-11-03T10:00+00:00", "2026-12-31T23:59+00:00",
]  # fmt: skip


class Form(forms.Form):
    at = MinuteField(required=False, explains=True)


def sent_by(form: forms.Form) -> QueryDict:
    """Return what a browser would send of the form as it is shown."""
    page = lxml_html.fromstring(f"<form>{form.as_p()}</form>")
    data = QueryDict(mutable=True)
    for name, value in page.form_values() if page.tag == "form" else page.forms[0].form_values():
        data.appendlist(name, value)
    return data


def typed(text: str, which: str = "") -> Form:
    data = QueryDict(mutable=True)
    data.update({"at": text, "at_which": which})
    return Form(data)


class TestTheRoundTrip:
    @pytest.mark.parametrize("zone", ZONES)
    @pytest.mark.parametrize("instant", INSTANTS)
    def test_shown_and_sent_again_it_is_the_same_instant(self, settings, zone, instant):
        settings.TIME_ZONE = zone
        moment = datetime.fromisoformat(instant)

        once = Form(sent_by(Form(initial={"at": moment})))
        assert once.is_valid(), once.errors
        twice = Form(sent_by(once))

        assert twice.is_valid()
        assert once.cleaned_data["at"] == twice.cleaned_data["at"] == moment
        assert not Form(sent_by(Form(initial={"at": moment})), initial={"at": moment}).has_changed()

    def test_seconds_that_a_wire_sent_are_kept(self):
        moment = datetime(2026, 11, 3, 10, 0, 30, tzinfo=UTC)

        form = Form(sent_by(Form(initial={"at": moment})))

        assert form.is_valid()
        assert form.cleaned_data["at"] == moment

    def test_nothing_is_nothing(self):
        form = typed("")

        assert form.is_valid()
        assert form.cleaned_data["at"] is None


class TestATimeThatClocksSkip:
    @pytest.mark.parametrize(
        "zone, text, sentence",
        [
            ("Europe/London", "2027-03-28T01:30", "There is no 01:30 on 28 March 2027: the clocks go forward. Choose 00:59 or 02:00."),
            ("America/New_York", "2027-03-14T02:00", "There is no 02:00 on 14 March 2027: the clocks go forward. Choose 01:59 or 03:00."),
            ("Australia/Lord_Howe", "2026-10-04T02:29", "Choose 01:59 or 02:30."),
            ("Pacific/Apia", "2011-12-30T12:00", "Choose 23:59 on 29 December 2011 or 00:00 on 31 December 2011."),
        ],
    )  # fmt: skip
    def test_is_refused_with_its_neighbours(self, settings, zone, text, sentence):
        settings.TIME_ZONE = zone

        form = typed(text)

        assert sentence in str(form.errors["at"])
        assert f'value="{text}"' in form.as_p()

    def test_is_none_where_clocks_never_change(self, settings):
        settings.TIME_ZONE = "Asia/Kolkata"

        assert typed("2027-03-28T01:30").is_valid()


class TestATimeThatComesTwice:
    @pytest.mark.parametrize(
        "zone, text, first, second",
        [
            ("Europe/London", "2026-10-25T01:30", "2026-10-25T00:30+00:00", "2026-10-25T01:30+00:00"),
            ("America/New_York", "2026-11-01T01:30", "2026-11-01T05:30+00:00", "2026-11-01T06:30+00:00"),
            ("Australia/Lord_Howe", "2027-04-04T01:45", "2027-04-03T14:45+00:00", "2027-04-03T15:15+00:00"),
        ],
    )
    def test_is_asked_about_and_each_answer_is_taken(self, settings, zone, text, first, second):
        settings.TIME_ZONE = zone

        asked = typed(text)

        assert "comes twice on" in str(asked.errors["at"])
        assert ">Which of the two?</option>" in asked.as_p()
        assert typed(text, "first").fields["at"].clean(f"{text}|first") == datetime.fromisoformat(first)
        assert typed(text, "second").fields["at"].clean(f"{text}|second") == datetime.fromisoformat(second)

    def test_names_both_with_their_zones(self):
        page = typed("2026-10-25T01:30").as_p()

        assert "the first, 01:30 BST (00:30 UTC)" in page
        assert "the second, 01:30 GMT (01:30 UTC)" in page

    def test_an_answer_left_over_from_another_time_does_no_harm(self):
        form = typed("2026-11-03T10:00", "second")

        assert form.is_valid()
        assert form.cleaned_data["at"] == NOW

    @pytest.mark.parametrize("answer", ["third", "1", "<b>"])
    def test_an_answer_that_is_none_is_refused(self, answer):
        assert "twice" in str(typed("2026-10-25T01:30", answer).errors["at"])


class TestTheLineUnderIt:
    def test_says_newsroom_time_utc_and_how_far_away(self):
        soon = timezone.now() + timedelta(hours=2, minutes=10, seconds=20)

        page = Form(initial={"at": soon}).as_p()

        local = timezone.localtime(soon)
        assert f"{local:%H:%M %Z} · {soon:%H:%M} UTC · in 2 h 10 min" in page

    def test_names_the_day_in_utc_where_it_is_another(self, settings):
        settings.TIME_ZONE = "Pacific/Apia"

        assert "08:00 +13 · 02 Nov 19:00 UTC" in typed("2026-11-03T08:00").as_p()

    @pytest.mark.parametrize("text", ["", "soon", "2027-03-28T01:30", "2026-10-25T01:30", "<script>"])
    def test_says_nothing_of_what_is_no_time(self, text):
        page = typed(text).as_p()

        assert "UTC ·" not in page
        assert "<script>" not in page


@pytest.mark.django_db
class TestOnTheDesk:
    def client_of(self, client):
        client.force_login(make_user("ed"), backend="django.contrib.auth.backends.ModelBackend")
        return client

    def test_the_page_says_when_it_goes_out_in_both_zones(self, client):
        article = make_draft(make_user("ed"))
        tomorrow = timezone.now() + timedelta(days=1)
        local = timezone.localtime(tomorrow)

        page = self.client_of(client).post(
            f"/desk/articles/article/{article.pk}/move/schedule/",
            {"publish_at": f"{local:%Y-%m-%dT%H:%M}", "seen_revision": article.revision_number}, follow=True,
        ).content.decode()  # fmt: skip

        assert fresh(article).publish_at == tomorrow.replace(second=0, microsecond=0)
        assert f"{local:%H:%M %Z} · " in page
        assert f"{tomorrow:%H:%M} UTC · in 23 h 59 min" in page

    @pytest.mark.parametrize(
        "text, sentence",
        [
            ("2020-01-01T10:00", "That time has passed. Choose a later one, or publish now."),
            ("2027-03-28T01:30", "There is no 01:30 on 28 March 2027"),
            ("", "required"),
        ],
    )
    def test_a_refused_time_stays_in_the_field_and_schedules_nothing(self, client, text, sentence):
        article = make_draft(make_user("ed"))

        page = self.client_of(client).post(
            f"/desk/articles/article/{article.pk}/move/schedule/", {"publish_at": text, "seen_revision": 1}
        ).content.decode()  # fmt: skip

        assert sentence in page
        assert not text or f'value="{text}"' in page
        assert fresh(article).publish_at is None

    def test_the_page_offers_the_end_of_the_embargo(self, client):
        until = timezone.now().replace(second=0, microsecond=0) + timedelta(hours=5)
        article = make_draft(make_user("ed"), embargo_until=until)

        page = self.client_of(client).get(f"/desk/articles/article/{article.pk}/move/schedule/").content.decode()

        assert f'value="{timezone.localtime(until):%Y-%m-%dT%H:%M}"' in page

    @pytest.mark.parametrize("zone", ZONES)
    def test_saving_a_story_moves_neither_its_embargo_nor_its_schedule(self, client, settings, zone):
        settings.TIME_ZONE = zone
        until = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)  # the second 01:30 in London
        article = make_live(now=NOW - timedelta(days=30)).article
        drafting.save_draft(article, {"embargo_until": until}, by=make_user("ed"), base_revision=1, now=NOW)
        address = f"/desk/articles/article/{article.pk}/change/"
        page = lxml_html.fromstring(self.client_of(client).get(address).content.decode())
        values: dict[str, list[str]] = {}
        for name, value in page.get_element_by_id("article_form").form_values():
            values.setdefault(name, []).append(value)

        response = client.post(address, {**values, "headline": "Another headline"})

        stored = fresh(article)
        assert response.status_code == 302
        assert (stored.headline, stored.embargo_until) == ("Another headline", until)
        assert article.revisions.first().changed_fields == ["headline"]

    def test_the_schedule_is_used_up_by_going_out(self):
        article = make_draft(make_user("ed"), now=NOW)
        at = NOW + timedelta(hours=1)
        publishing.schedule(article, by=make_user("ed"), publish_at=at, now=NOW)

        went_out = [publishing.publish_due(article.pk, now=at + timedelta(minutes=n)) for n in range(3)]

        assert [version is not None for version in went_out] == [True, False, False]
        assert fresh(article).publish_at is None
