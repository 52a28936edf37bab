"""Every readers' page answers, within its budget of queries, with the right status, and says what it must."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from articles import publishing
from articles.models import Version
from newsroom.testing.factories import (
    hidden_states,
    make_author,
    make_live,
    make_section,
    make_source,
    make_tag,
    make_user,
)
from newsroom.testing.rules import lift_rules
from public.tests.rows import make_picture, many_live

pytestmark = pytest.mark.django_db


def full_story(**changes):
    values = {
        "authors": [make_author()], "tags": [make_tag("Elections"), make_tag("Flooding")],
        "source": make_source(), "picture": make_picture(), "dateline": "Lowmere", **changes,
    }  # fmt: skip
    return make_live(**values)


def correct(version, note="An earlier version gave the wrong year."):
    article = version.article
    article.refresh_from_db()
    return publishing.correct(article, by=make_user("ed"), public_text=note)


class TestAStory:
    def test_shows_what_was_published(self, client):
        version = full_story(headline="Dam holds", standfirst="For now.", how_reported="We walked the dam.")

        page = client.get(version.get_absolute_url())

        text = page.content.decode()
        assert page.status_code == 200
        for words in ("Dam holds", "For now.", "LOWMERE", "Mira Halloran", "Elections", "We walked the dam."):
            assert words in text

    def test_costs_six_queries_at_most(self, client, django_assert_max_num_queries):
        version = full_story()
        for _ in range(6):
            full_story()

        with django_assert_max_num_queries(6):
            client.get(version.get_absolute_url())

    def test_shows_its_corrections_for_ever(self, client):
        version = full_story()
        correct(version)
        correct(version, "The dam is in Upper Tarn.")

        text = client.get(version.get_absolute_url()).content.decode()

        assert "An earlier version gave the wrong year." in text
        assert "The dam is in Upper Tarn." in text

    def test_is_found_again_under_another_spelling_of_its_address(self, client):
        version = make_live(slug="dam-holds")
        clean = version.get_absolute_url()

        for spelling in (clean.upper(), clean.rstrip("/"), clean.rstrip("/").upper()):
            answer = client.get(spelling)
            assert answer.status_code == 301
            assert answer["Location"] == clean

    def test_is_not_there_under_another_date(self, client):
        version = make_live(slug="dam-holds")

        assert client.get(f"/2001/01/01/{version.path.split('/')[-1]}/").status_code == 404

    def test_tells_readers_when_it_is_old(self, client):
        version = make_live(now=timezone.now() - timedelta(days=70))

        assert "more than 2 months" in client.get(version.get_absolute_url()).content.decode()

    def test_says_nothing_of_age_within_a_month(self, client):
        version = make_live(now=timezone.now() - timedelta(days=20))

        assert "more than" not in client.get(version.get_absolute_url()).content.decode()

    def test_in_arabic_reads_from_the_right(self, client):
        version = make_live(language="ar", headline="السد صامد", slug="sad")

        page = client.get(version.get_absolute_url())

        assert '<html lang="ar" dir="rtl">' in page.content.decode()
        assert page["Content-Language"] == "ar"

    def test_answers_head_without_a_body(self, client):
        version = make_live()

        page = client.head(version.get_absolute_url())

        assert page.status_code == 200
        assert page.content == b""


class TestRelatedStories:
    def test_share_tags_first_then_the_section_and_never_itself(self, client):
        flooding, music = make_tag("Flooding"), make_tag("Music")
        science = make_section("science")
        old = timezone.now() - timedelta(days=3)
        alike = make_live(tags=[flooding], section=science, headline="Alike", now=old)
        near = make_live(tags=[music], headline="Near")
        far = make_live(tags=[music], section=science, headline="Far")
        version = make_live(tags=[flooding], headline="Itself")

        text = client.get(version.get_absolute_url()).content.decode()
        related = text[text.index("More on this story") :]

        assert 0 < related.index(alike.headline) < related.index(near.headline)
        assert version.headline not in related
        assert far.headline not in related


class TestAStoryThatIsGone:
    @pytest.fixture
    def stories(self):
        return hidden_states()

    @pytest.mark.parametrize(
        "state, words", [("withdrawn", "We are checking this story."), ("killed", "This story was false.")]
    )
    def test_answers_410_with_the_public_words_only(self, client, stories, state, words):
        article = stories[state]

        page = client.get(f"/{article.path}/")

        text = page.content.decode()
        assert page.status_code == 410
        assert words in text
        assert "SECRET" not in text
        assert 'content="noindex"' in text

    def test_shows_on_no_surface(self, client, stories):
        make_live()
        stories["killed"].refresh_from_db()
        surfaces = [
            "/",
            "/world/",
            "/tags/elections/",
            "/authors/mira-halloran/",
            "/sources/meridian/",
            "/corrections/",
            "/search/?q=secret",
            "/feed.rss",
            "/world/feed.rss",
            "/tags/elections/feed.rss",
            "/authors/mira-halloran/feed.rss",
            "/sources/meridian/feed.rss",
            "/corrections/feed.rss",
            "/sitemap.xml",
            "/news-sitemap.xml",
            "/nowhere/",
        ]

        for surface in [*surfaces, f"/sitemap-{timezone.now():%Y-%m}.xml"]:
            page = client.get(surface)
            assert page.status_code in {200, 404}
            text = page.content.decode().replace("Search: secret", "").replace("“secret”", "").replace("q=secret", "")
            assert "SECRET" not in text, surface
            assert "secret-" not in text, surface

    def test_has_no_address_before_it_was_public(self, client, stories):
        today = f"{timezone.now():%Y/%m/%d}"

        for state in ("draft", "in_review", "scheduled", "embargoed", "held", "spiked"):
            assert client.get(f"/{today}/secret-{state}/").status_code == 404


class TestTheFront:
    def test_shows_stories_of_every_section(self, client):
        for slug in ("world", "sport", "opinion"):
            make_live(section=make_section(slug), headline=f"News of {slug}")

        text = client.get("/").content.decode()

        assert all(f"News of {slug}" in text for slug in ("world", "sport", "opinion"))

    def test_costs_ten_queries_at_most(self, client, django_assert_max_num_queries):
        for slug in ("world", "politics", "business", "climate", "science", "culture", "sport", "opinion"):
            many_live(8, section=make_section(slug), picture=make_picture())

        with django_assert_max_num_queries(10):
            client.get("/")

    def test_of_an_empty_site_says_so(self, client):
        page = client.get("/")

        assert page.status_code == 200
        assert "no stories yet" in page.content.decode()


class TestASection:
    def test_shows_its_sub_sections_stories_too(self, client):
        business = make_section("business")
        make_live(section=make_section("markets", parent=business), headline="Crown steady")

        assert "Crown steady" in client.get("/business/").content.decode()
        assert "Crown steady" in client.get("/business/markets/").content.decode()

    def test_that_does_not_exist_is_404(self, client):
        make_section("business")

        assert client.get("/nonsense/").status_code == 404
        assert client.get("/business/nonsense/").status_code == 404

    def test_marks_itself_in_the_navigation(self, client):
        make_section("world")
        make_section("markets", parent=make_section("business"))

        text = client.get("/business/markets/").content.decode()

        assert '<a href="/business/" aria-current="true">Business</a>' in text
        assert '<a href="/world/">World</a>' in text

    @pytest.mark.parametrize(
        "address", ["/world/", "/tags/elections/", "/authors/mira-halloran/", "/sources/meridian/"]
    )
    def test_costs_ten_queries_at_most_like_every_list(self, client, django_assert_max_num_queries, address):
        full_story()
        for version in many_live(30, picture=make_picture()):
            version.version_tags.create(tag=make_tag())
            version.version_authors.create(author=make_author())
        lift_rules()
        Version.objects.live().update(source=make_source())

        for number in (1, 2):
            with django_assert_max_num_queries(10):
                assert client.get(f"{address}?page={number}").status_code == 200


class TestATag:
    def test_groups_stories_by_local_day(self, client):
        tag = make_tag("Flooding")
        summer_night = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)
        make_live(tags=[tag], now=summer_night)
        make_live(tags=[tag], now=summer_night - timedelta(hours=2))

        text = client.get("/tags/flooding/").content.decode()

        assert "1 July 2026" in text
        assert "30 June 2026" in text

    def test_without_stories_is_kept_from_search_engines(self, client):
        make_tag("Flooding")

        page = client.get("/tags/flooding/")

        assert page.status_code == 200
        assert 'name="robots" content="noindex"' in page.content.decode()

    def test_that_is_blocked_is_404(self, client):
        tag = make_tag("Spam")
        tag.standing = "blocked"
        tag.save()

        assert client.get("/tags/spam/").status_code == 404


class TestAuthorsAndSources:
    def test_have_pages_even_without_stories(self, client):
        make_author("Tobias Quill", role="Data reporter")
        make_source("tidewire", description="Sport and weather.")

        assert "Data reporter" in client.get("/authors/tobias-quill/").content.decode()
        assert "Sport and weather." in client.get("/sources/tidewire/").content.decode()

    def test_that_do_not_exist_are_404(self, client):
        assert client.get("/authors/nobody/").status_code == 404
        assert client.get("/sources/nobody/").status_code == 404


class TestCorrections:
    def test_lists_notes_newest_first_with_a_link(self, client):
        first, second = make_live(), make_live()
        correct(first, "The year was 1998.")
        correct(second, "The name is Okonjo.")

        text = client.get("/corrections/").content.decode()

        assert text.index("The name is Okonjo.") < text.index("The year was 1998.")
        assert first.get_absolute_url() in text

    def test_drops_the_notes_of_a_killed_story(self, client):
        version = correct(make_live(), "The year was 1998.")
        article = version.article
        article.refresh_from_db()
        publishing.kill(article, by=make_user("chloe"), note="x", public_text="It was false.")

        assert "The year was 1998." not in client.get("/corrections/").content.decode()
