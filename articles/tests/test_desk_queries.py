"""The desk's screens cost as many queries with many sections and stories as with few."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from lxml import html as lxml_html

from articles import drafting, noting, publishing
from articles.models import Article, Revision
from authors.models import Author
from newsroom.testing.factories import (
    make_author,
    make_draft,
    make_image,
    make_section,
    make_source,
    make_tag,
    make_user,
)

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


class TestAStory:
    """The story screen with all its parts, for a story with everything and a long past."""

    @pytest.fixture(params=["draft", "live", "changes waiting"])
    def story(self, request, draft):
        now = timezone.now() - timedelta(minutes=5)
        fields = {
            "picture": make_image(), "tags": [make_tag(f"Tag {number}") for number in range(5)], "source": make_source(),
            "authors": [make_author(name) for name in ("Mira Halloran", "Jonas Keel")], "assignee": make_user("rita"),
        }  # fmt: skip
        story = make_draft(now=now, section=draft.section, **fields)
        Article.objects.filter(pk=story.pk).update(copied_from=draft)
        if request.param != "draft":
            publishing.publish(story, by=make_user("ed"), now=now)
        first = story.revisions.get()
        Revision.objects.bulk_create(
            Revision(article=story, number=number, snapshot=first.snapshot, saved_at=now, saved_by=make_user("ed"))
            for number in range(2, 201)
        )
        Article.objects.filter(pk=story.pk).update(
            revision_number=200, published_revision={"draft": None, "live": 200, "changes waiting": 1}[request.param]
        )
        for number in range(20):
            noting.add(story, f"Note {number}", by=make_user("rita"))
        return story

    def test_costs_fifteen_queries_at_most(self, ed, story, django_assert_max_num_queries):
        ed.get(f"/desk/articles/article/{story.pk}/change/")  # the first look writes that somebody looked

        with django_assert_max_num_queries(15):
            page = ed.get(f"/desk/articles/article/{story.pk}/change/")

        assert "World › East" in page.content.decode() or "Sport › West" in page.content.decode()

    def test_following_the_text_costs_twenty_at_most(self, ed, story, django_assert_max_num_queries):
        page = lxml_html.fromstring(ed.get(f"/desk/articles/article/{story.pk}/change/").content.decode())
        values = {}
        for name, value in page.get_element_by_id("article_form").form_values():
            values.setdefault(name, []).append(value)

        with django_assert_max_num_queries(20):
            ed.post(f"/desk/articles/article/{story.pk}/checklist/", values)

    def test_weighs_the_same_with_thousands_of_people(self, ed, story):
        address = f"/desk/articles/article/{story.pk}/change/"
        before = len(ed.get(address).content)
        Author.objects.bulk_create(Author(name=f"Author {number}", slug=f"author-{number}") for number in range(3000))
        User.objects.bulk_create(User(username=f"login{number}", is_staff=True) for number in range(3000))

        assert len(ed.get(address).content) < before + 2000
