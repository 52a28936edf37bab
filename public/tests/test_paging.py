"""Numbered pages: which exist, what is on them, and that the last is as cheap as the first."""

import pytest
from django.db import connection
from django.http import Http404, QueryDict
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from articles.models import Version
from newsroom.testing.factories import make_section
from newsroom.testing.rules import lift_rules
from public.listing import cut, pages_of
from public.tests.rows import many_live


def asked(path="/world/", **parameters):
    return RequestFactory().get(path, parameters)


class TestWhichPagesExist:
    @pytest.mark.parametrize(
        "number", ["0", "abc", "-1", "1.0", "01", "", " 1", "1 ", "٣", "9" * 5000, "1e3", "4", "\0"]
    )
    def test_all_else_is_404(self, number):
        with pytest.raises(Http404):
            pages_of(asked(page=number), 60)

    @pytest.mark.parametrize("number", ["1", "2", "3"])
    def test_from_one_to_the_last(self, number):
        assert pages_of(asked(page=number), 60).number == int(number)

    def test_an_empty_list_has_one(self):
        pages = pages_of(asked(), 0)

        assert (pages.number, pages.count, pages.previous_url, pages.next_url) == (1, 1, "", "")


class TestTheLinks:
    def test_leave_gaps_around_the_current_page_and_the_ends(self):
        pages = pages_of(asked(page="50"), 2000)

        assert [link.number for link in pages.links] == [1, None, 49, 50, 51, None, 100]
        assert [link.number for link in pages.links if link.is_current] == [50]

    def test_of_the_first_page_have_no_number(self):
        pages = pages_of(asked(page="2"), 60)

        assert (pages.previous_url, pages.next_url) == ("/world/", "/world/?page=3")

    def test_keep_the_search_and_drop_what_is_not_ours(self):
        pages = pages_of(asked("/search/", q="dam & <flood>", utm_source="x"), 60)

        query = QueryDict(pages.next_url.partition("?")[2])
        assert query.dict() == {"q": "dam & <flood>", "page": "2"}


@pytest.mark.django_db
class TestWhatIsOnThem:
    def test_all_pages_together_hold_every_story_once_in_order(self):
        section = make_section()
        rows = many_live(85, section=section)
        stories = Version.objects.live().filter(top_section=section)

        seen = []
        for number in range(1, 6):
            page, pages = cut(asked(page=str(number)), stories)
            seen += [story.pk for story in page]

        assert pages.count == 5
        assert seen == [row.pk for row in rows]

    def test_stories_of_the_same_second_keep_their_order(self):
        rows = many_live(45)
        lift_rules()
        Version.objects.update(first_published_at=rows[0].first_published_at)
        stories = Version.objects.live()

        seen = [story.pk for number in (1, 2, 3) for story in cut(asked(page=str(number)), stories)[0]]

        assert seen == [row.pk for row in reversed(rows)]

    def test_the_last_page_counts_from_the_end(self):
        many_live(85)

        with CaptureQueriesContext(connection) as queries:
            cut(asked(page="5"), Version.objects.live())

        keys = queries[1]["sql"]
        assert "ASC" in keys
        assert "OFFSET" not in keys

    def test_keys_come_in_order_from_the_partial_index(self):
        section = make_section()
        many_live(25, section=section)
        keys = Version.objects.live().filter(top_section=section).values_list("article_id")[:20]

        plan = keys.explain()

        if connection.vendor == "sqlite":
            assert "USING INDEX live_in_top_section" in plan
            assert "TEMP B-TREE" not in plan

    def test_corrections_come_in_order_from_their_own_index(self):
        plan = Version.objects.live_notes().values_list("pk")[:20].explain()

        if connection.vendor == "sqlite":
            assert "USING INDEX notes_newest" in plan
            assert "TEMP B-TREE" not in plan

    def test_rows_are_found_by_their_keys_and_not_by_reading_the_section(self):
        section = make_section()
        many_live(25, section=section)

        with CaptureQueriesContext(connection) as queries:
            cut(asked(page="2"), Version.objects.live().filter(top_section=section))

        rows = next(query["sql"] for query in queries if 'article_id" IN (' in query["sql"])
        assert '"top_section_id" =' not in rows

    def test_bodies_stay_in_the_database(self):
        many_live(3)

        page, _ = cut(asked(), Version.objects.live())

        assert page[0].get_deferred_fields() == {"body", "how_reported"}
