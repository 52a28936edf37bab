"""The desk's screens cost as many queries with many sections and stories as with few."""

import pytest

from articles import drafting
from newsroom.testing.factories import make_draft, make_section, make_user

pytestmark = pytest.mark.django_db

PLACES = ("North", "South", "East", "West")


@pytest.fixture
def ed(client):
    client.force_login(make_user("ed"), backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def draft():
    """Return the last of eight drafts in review, each in a sub-section of its own."""
    for top in ("world", "sport"):
        for place in PLACES:
            section = make_section(place.lower(), parent=make_section(top), name=place)
            draft = make_draft(make_user("rita"), section=section)
            drafting.submit(draft, by=make_user("rita"))
    return draft


class TestManySubSections:
    def test_the_list_of_stories_costs_twelve_queries_at_most(self, ed, draft, django_assert_max_num_queries):
        with django_assert_max_num_queries(12):
            page = ed.get("/desk/articles/article/")

        assert page.content.count("World › North".encode()) == 2  # the filter and the row

    def test_the_board_costs_twenty_queries_at_most(self, ed, draft, django_assert_max_num_queries):
        with django_assert_max_num_queries(20):
            page = ed.get("/desk/")

        assert "Sport › West" in page.content.decode()

    def test_a_story_costs_twenty_five_queries_at_most(self, ed, draft, django_assert_max_num_queries):
        with django_assert_max_num_queries(25):
            page = ed.get(f"/desk/articles/article/{draft.pk}/change/")

        assert "World › East" in page.content.decode()
