"""Working copies found by the words of headline, slugline and budget line."""

import pytest
from django.db import connection

from articles import drafting, finding
from articles.models import Article
from newsroom.testing.factories import make_draft, make_user

pytestmark = pytest.mark.django_db


def search(typed):
    return list(finding.found(Article.objects.order_by("-id"), typed))


class TestWords:
    def test_are_found_in_headline_slugline_and_budget_line(self):
        stories = [
            make_draft(headline="Ferry talks"),
            make_draft(slugline="FERRY/DAWN"),
            make_draft(budget_line="A ferry"),
        ]
        make_draft(headline="Bridge opens")

        assert search("ferry") == stories[::-1]

    @pytest.mark.parametrize(
        "typed", ["ferr", "FERRY", "talks ferry", "málaga", "Malaga", "ferry–talks", "talk fer mal", '"ferry', "ferry*"]
    )
    def test_are_beginnings_of_words_in_any_order_case_and_accent(self, typed):
        story = make_draft(headline="Ferry talks in Málaga")

        assert search(typed) == [story]

    @pytest.mark.parametrize("typed", ["erry", "ferry bridge", "f", "xylophone"])
    def test_that_are_not_there_find_nothing(self, typed):
        make_draft(headline="Ferry talks")

        assert search(typed) == []

    @pytest.mark.parametrize("typed", ["паром", "ПАРОМ", "пар"])
    def test_may_be_of_any_script(self, typed):
        story = make_draft(headline="Паром вышел в море")

        assert search(typed) == [story]

    @pytest.mark.parametrize(
        "slugline", ["NORLAND-FERRY", "norland/ferry", "norland_ferry", "Norland.ferry", "norland:ferry"]
    )
    def test_are_parted_by_signs(self, slugline):
        story = make_draft(slugline=slugline)

        assert search("ferry") == [story]
        assert search("norland fer") == [story]

    @pytest.mark.parametrize(
        "typed", ["", "  ", "—", "%", "_", "'", '"', "&|!():*", "\x00", "AND", "NEAR(", "a" * 5000]
    )
    def test_nonsense_is_no_error(self, typed):
        make_draft(headline="Ferry")

        assert search(typed) in ([], list(Article.objects.all()))


class TestTheIndex:
    def test_follows_each_change(self):
        story = make_draft(headline="Ferry talks")
        drafting.save_draft(story, {"headline": "Bridge opens"}, by=make_user("ed"), base_revision=1)

        assert search("ferry") == []
        assert search("bridge") == [story]

    def test_follows_rows_written_past_the_verbs(self):
        story = make_draft(headline="Ferry talks")
        Article.objects.filter(pk=story.pk).update(headline="Tunnel")
        other = Article(headline="Tunnel too", created_at=story.created_at, changed_at=story.changed_at)
        Article.objects.bulk_create([other])

        assert search("tunnel") == [other, story]

    def test_comes_back_when_a_migration_made_the_table_anew(self):
        story = make_draft(headline="Ferry talks")
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                for event in ("insert", "update", "delete"):
                    cursor.execute(f"DROP TRIGGER articles_words_{event}")
        Article.objects.filter(pk=story.pk).update(headline="Tunnel")

        finding.keep()

        assert search("tunnel") == [story]
        assert search("ferry") == []
