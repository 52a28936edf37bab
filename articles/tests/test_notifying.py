"""People are told things once."""

import pytest
from django.db import transaction

from articles import drafting, planning, publishing
from articles.models import Notification
from articles.notifying import tell, unread_count
from newsroom.testing.factories import make_draft, make_live, make_user

pytestmark = pytest.mark.django_db


class TestTelling:
    def test_the_same_thing_is_told_once(self):
        rita, story = make_user("rita"), make_draft()
        for _ in range(3):
            tell(rita, key="assigned:1", kind="assigned", article=story, text="This story is yours.")

        assert unread_count(rita) == 1

    def test_a_repetition_leaves_the_transaction_whole(self):
        rita = make_user("rita")
        with transaction.atomic():
            tell(rita, key="a", kind="note", article=None, text="One")
            tell(rita, key="a", kind="note", article=None, text="One")
            tell(rita, key="b", kind="note", article=None, text="Two")

        assert unread_count(rita) == 2

    def test_two_people_are_told_each(self):
        for name in ("rita", "ed"):
            tell(make_user(name), key="a", kind="note", article=None, text="One")

        assert Notification.objects.count() == 2

    def test_a_long_text_is_cut_with_a_sign(self):
        tell(make_user("rita"), key="a", kind="note", article=None, text="word " * 200)

        assert len(Notification.objects.get().text) == 300
        assert Notification.objects.get().text.endswith("…")


def told(name):
    return list(Notification.objects.filter(to=make_user(name)).order_by("id").values_list("kind", "text"))


class TestThePeopleOfAStory:
    def test_hear_that_it_was_sent_back_and_why_each_time(self):
        rita, ed = make_user("rita"), make_user("ed")
        story = make_draft(rita, headline="Ferry leaves")
        for why in ("Who is the captain?", "And the crew?"):
            drafting.submit(story, by=rita)
            drafting.send_back(story, by=ed, note=why)

        assert told("rita") == [
            ("sent_back", "Ed sent back “Ferry leaves”: Who is the captain?"),
            ("sent_back", "Ed sent back “Ferry leaves”: And the crew?"),
        ]

    @pytest.mark.parametrize("verb, kind, done", [("kill", "killed", "killed"), ("withdraw", "withdrawn", "withdrew")])
    def test_hear_that_it_was_taken_away(self, verb, kind, done):
        story = make_live(make_user("ed"), headline="Ferry leaves").article
        planning.assign(story, make_user("rita"), by=make_user("ed"), base_revision=story.revision_number)

        getattr(publishing, verb)(story, by=make_user("chloe"), note="It was false.", public_text="It was false.")

        assert told("ed") == [(kind, f"Chloe {done} “Ferry leaves”: It was false.")]
        assert told("rita")[-1] == (kind, f"Chloe {done} “Ferry leaves”: It was false.")

    def test_hear_nothing_of_what_they_do_themselves(self):
        ed = make_user("ed")
        story = make_draft(ed)
        drafting.submit(story, by=ed)

        drafting.send_back(story, by=ed, note="Once more.")

        assert told("ed") == []

    def test_hear_nothing_of_what_was_refused(self):
        story = make_draft(make_user("rita"))

        with pytest.raises(drafting.WorkflowError):
            drafting.send_back(story, by=make_user("ed"), note="It lies with her.")

        assert told("rita") == []
