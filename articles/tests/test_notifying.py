"""People are told things once."""

import pytest
from django.db import transaction

from articles.models import Notification
from articles.notifying import tell, unread_count
from newsroom.testing.factories import make_draft, make_user

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
