"""The page from one shift to the next."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone

from articles import drafting, handover, noting, publishing
from articles.models import Article, Handover, Notification
from articles.workflow import WorkflowError
from newsroom.testing.factories import hidden_states, make_draft, make_live, make_user

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def began(now):
    return now - timedelta(hours=8)


def headlines(rows):
    return [row["headline"] for row in rows]


class TestFacts:
    def test_say_where_every_story_stands(self, now, began):
        states = hidden_states(now - timedelta(minutes=5))
        live = make_live(now=now - timedelta(hours=1), headline="The ferry is back in the harbour")
        make_live(now=now - timedelta(hours=9), headline="Yesterday's news is not in it")
        noting.add(states["draft"], "Who says so?", by=make_user("ed"), is_must=True)
        found = handover.facts(began, now)

        assert headlines(found["went_live"]) == [live.headline]
        assert headlines(found["scheduled"]) == ["SECRET scheduled headline"]
        assert headlines(found["embargoes"]) == ["SECRET embargoed headline"]
        assert headlines(found["in_review"]) == ["SECRET in_review headline"]
        assert [(row["headline"], row["words"]) for row in found["on_hold"]] == [
            ("SECRET held headline", "Lawyers read it.")
        ]
        assert [row["words"] for row in found["must_notes"]] == ["Who says so?"]
        assert {row["words"] for row in found["put_right"]} == {
            "Withdraw: We are checking this story.", "Kill: This story was false.",
        }  # fmt: skip

    def test_name_what_did_not_go_out_and_what_is_due(self, now, began):
        ed = make_user("ed")
        story = make_draft(ed, headline="This one did not go out in time", now=now)
        publishing.schedule(story, by=ed, publish_at=now + timedelta(seconds=1), now=now)
        Article.objects.filter(pk=story.pk).update(schedule_problem="Write a standfirst.")
        make_draft(ed, headline="This one is due in an hour or so", due_at=now + timedelta(hours=1))

        found = handover.facts(began, now + timedelta(minutes=3))

        assert [row["words"] for row in found["alarms"]] == ["Write a standfirst."]
        assert headlines(found["deadlines"]) == ["This one is due in an hour or so"]

    def test_cost_the_same_with_many_stories(self, now, began, django_assert_num_queries):
        for _ in range(6):
            drafting.submit(make_draft(make_user("rita")), by=make_user("rita"))

        with django_assert_num_queries(9):
            handover.facts(began, now)

    def test_begin_where_the_last_page_ended(self, now):
        assert handover.begins_at(now) == now - timedelta(hours=8)

        kept = handover.make(by=make_user("ed"), text="", from_at=now - timedelta(hours=2))

        assert handover.begins_at(timezone.now()) == kept.to_at


class TestKeeping:
    def test_facts_stay_as_they_were(self, now):
        live = make_live(now=now - timedelta(minutes=1), headline="The ferry is back in the harbour")
        page = handover.make(by=make_user("ed"), text="Quiet.", from_at=now - timedelta(hours=1))
        publishing.kill(live.article, by=make_user("ed"), note="x", public_text="x")

        assert headlines(Handover.objects.get(pk=page.pk).facts["went_live"]) == ["The ferry is back in the harbour"]

    @pytest.mark.parametrize("hours", [-1, 0, 24 * 8])
    def test_a_shift_that_cannot_be_is_refused(self, now, hours):
        with pytest.raises(WorkflowError) as refused:
            handover.make(by=make_user("ed"), text="", from_at=now - timedelta(hours=hours), now=now)

        assert refused.value.code == "bad_time"

    def test_nobodys_words_are_overwritten(self, now):
        page = handover.make(by=make_user("ed"), text="Quiet.", from_at=now - timedelta(hours=1))
        handover.write(Handover.objects.get(pk=page.pk), "Quiet till six.", base=1)

        with pytest.raises(WorkflowError) as refused:
            handover.write(page, "Loud.", base=1)

        assert refused.value.code == "changed"
        assert Handover.objects.get(pk=page.pk).text == "Quiet till six."

    def test_people_are_told_once(self, now):
        page = handover.make(by=make_user("ed"), text="", from_at=now - timedelta(hours=1))
        make_user("chloe")
        for _ in range(2):
            handover.send(page, User.objects.filter(username="chloe"), by=make_user("ed"))

        assert Notification.objects.get().to.username == "chloe"


class TestThePage:
    ADD = "/desk/articles/handover/add/"

    @pytest.fixture
    def ed(self, client):
        client.force_login(make_user("ed"), backend=BACKEND)
        return client

    def test_is_kept_and_sent_without_a_script(self, ed, now):
        chloe = make_user("chloe")
        form = {"from_at": f"{timezone.localtime(now) - timedelta(hours=3):%Y-%m-%dT%H:%M}", "text": "Quiet."}

        response = ed.post(self.ADD, {**form, "to": [chloe.pk]}, follow=True)

        page = Handover.objects.get()
        assert (page.text, page.sent_at is not None) == ("Quiet.", True)
        assert b"Kept, and told 1." in response.content

    def test_keeps_the_words_when_two_save(self, ed, now):
        page = handover.make(by=make_user("ed"), text="Quiet.", from_at=now - timedelta(hours=1))
        handover.write(Handover.objects.get(pk=page.pk), "Theirs.", base=1)

        response = ed.post(reverse("admin:articles_handover_change", args=[page.pk]), {"text": "Mine.", "base": "1"})

        assert "Mine.</textarea>" in response.content.decode()
        assert "Somebody saved this page" in response.content.decode()

    @pytest.mark.parametrize("query", ["?from=x", "?from=2026-13-99T00:00", "?from=2999-01-01T00:00%2B00:00"])
    def test_nonsense_in_the_address_breaks_nothing(self, ed, query):
        assert ed.get(self.ADD + query).status_code == 200

    def test_a_reader_of_it_cannot_write_it(self, client, now):
        page = handover.make(by=make_user("ed"), text="Quiet.", from_at=now - timedelta(hours=1))
        client.force_login(make_user("rita"), backend=BACKEND)
        address = reverse("admin:articles_handover_change", args=[page.pk])

        assert b"Quiet." in client.get(address).content
        assert client.post(address, {"text": "x", "base": "1"}).status_code == 403
        assert client.get(self.ADD).status_code == 403
