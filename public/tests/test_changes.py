"""What changed in a corrected story: only what readers could read, and nothing that was taken away since."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import addresses, drafting, publishing, undoing
from articles.models import Article, FormerAddress, Takedown
from articles.models.version import Version, VersionQuerySet
from newsroom.testing.factories import BODY, make_live, make_user
from public import feeds
from public.views import changes

pytestmark = pytest.mark.django_db
WRONG, RIGHT = "<p>Twelve people died in the fog.</p>", "<p>Two people died in the fog.</p>"


@pytest.fixture
def now():
    return timezone.now() - timedelta(hours=3)


@pytest.fixture
def ed():
    return make_user("ed")


@pytest.fixture
def story(ed, now):
    return make_live(ed, now=now, body=WRONG + BODY, headline="Twelve people die in fog at sea", slug="fog").article


def save(story, ed, **changes):
    story = Article.objects.get(pk=story.pk)
    return drafting.save_draft(story, changes, by=ed, base_revision=story.revision_number)


def correct(story, ed, now, **changes):
    return publishing.correct(save(story, ed, **changes), by=ed, public_text="Two died, not twelve.", now=now)


def page_of(client, story):
    return client.get(f"/{Article.objects.get(pk=story.pk).path}/changes/")


class TestACorrectedStory:
    def test_shows_the_words_that_changed_with_the_note_and_its_time(self, client, story, ed, now):
        correct(story, ed, now + timedelta(hours=1), body=RIGHT + BODY)

        page = page_of(client, story).content.decode()

        assert "<del>Twelve</del>" in page
        assert "<ins>Two</ins>" in page
        assert "Two died, not twelve." in page
        assert "The ferry left Port Aldine" not in page  # what stayed is not repeated
        assert "First published," in page

    def test_groups_small_changes_without_their_words(self, client, story, ed, now):
        for minutes in (1, 2, 3):
            small = save(story, ed, standfirst=f"Forty passengers and {minutes} tons of salt were on board.")
            publishing.update(small, by=ed, is_minor=True, now=now + timedelta(minutes=minutes))
        correct(story, ed, now + timedelta(hours=1), body=RIGHT + BODY)

        page = page_of(client, story).content.decode()

        assert "3 small changes" in page
        assert "tons of salt" not in page

    def test_is_linked_from_the_story_and_hidden_from_search_engines(self, client, story, ed, now):
        correct(story, ed, now + timedelta(hours=1), body=RIGHT + BODY)

        response = page_of(client, story)

        assert b'/changes/"' in client.get(f"/{story.path}/").content
        assert response["X-Robots-Tag"] == "noindex"
        assert b'content="noindex"' in response.content

    def test_costs_few_queries(self, client, story, ed, now, django_assert_max_num_queries):
        for hours in (1, 2):
            correct(story, ed, now + timedelta(hours=hours), headline=f"{hours} people die in fog at sea again")

        with django_assert_max_num_queries(7):
            page_of(client, story)


class TestWhatIsNotShown:
    def test_a_story_without_a_correction_has_no_such_page(self, client, story, ed, now):
        publishing.update(save(story, ed, headline="Two people die in fog at sea"), by=ed, now=now)

        assert page_of(client, story).status_code == 404
        assert b"/changes/" not in client.get(f"/{story.path}/").content

    def test_nor_does_one_that_was_taken_away(self, client, story, ed, now):
        correct(story, ed, now + timedelta(hours=1), body=RIGHT + BODY)
        publishing.withdraw(Article.objects.get(pk=story.pk), by=ed, note="x", public_text="We check.", now=now)

        response = page_of(client, story)

        assert (response.status_code, response["Location"]) == (301, f"/{story.path}/")
        assert client.get(response["Location"]).status_code == 410
        assert b"Twelve" not in response.content

    def test_text_from_before_a_withdrawal(self, client, story, ed, now):
        publishing.withdraw(story, by=ed, note="x", public_text="We check.", now=now + timedelta(minutes=1))
        back = save(story, ed, body=RIGHT + BODY, headline="Two people die in fog at sea")
        publishing.republish(back, by=ed, now=now + timedelta(minutes=2))
        correct(story, ed, now + timedelta(hours=1), standfirst="It was a quiet morning at sea, until the fog came in.")

        page = page_of(client, story).content.decode()

        assert "welve" not in page.replace("not twelve", "")
        assert "Earlier versions are not shown" in page

    def test_what_was_undone(self, client, story, ed):
        now = timezone.now()
        correct(story, ed, now - timedelta(minutes=5), body=RIGHT + BODY)
        secret = save(story, ed, body="<p>SECRET words.</p>" + BODY)
        publishing.correct(secret, by=ed, public_text="SECRET note.", now=now)
        undoing.undo(Article.objects.get(pk=story.pk), by=ed, now=now)

        assert b"SECRET" not in page_of(client, story).content

    def test_a_name_that_was_replaced_on_request(self, client, story, ed, now):
        correct(story, ed, now + timedelta(minutes=1), body="<p>Jo Quay died in the fog.</p>" + BODY)
        at = now + timedelta(hours=1)
        Takedown.objects.create(
            article=story, asked_by="The family", asked_at=now, request="The name", decision="anonymise",
            reason="Private.", made_by=ed, decided_by=ed, decided_at=at,
        )  # fmt: skip
        publishing.update(save(story, ed, body="<p>A sailor died in the fog.</p>" + BODY), by=ed, now=at)

        page = page_of(client, story).content.decode()

        assert "Jo Quay" not in page
        assert "a name in them was replaced" in page

    def test_words_of_before_when_a_name_was_replaced_and_nothing_went_out_since(self, client, story, ed, now):
        correct(story, ed, now + timedelta(minutes=1), body="<p>Jo Quay died in the fog.</p>" + BODY)
        before = page_of(client, story)
        Takedown.objects.create(
            article=story, asked_by="The family", asked_at=now, request="The name", decision="anonymise",
            reason="Private.", made_by=ed, decided_by=ed, decided_at=timezone.now(),
        )  # fmt: skip

        after = client.get(before.request["PATH_INFO"], headers={"if-modified-since": before["Last-Modified"]})

        assert b"Jo Quay" in before.content
        assert after.status_code == 200
        assert b"Jo Quay" not in after.content

    def test_more_versions_than_one_page_holds(self, story, ed, now):
        for hours in (1, 2):
            correct(story, ed, now + timedelta(hours=hours), headline=f"{hours} people die in fog at sea again")
        live = Version.objects.live().get(article=story)

        kept = changes.public_versions(live, None, most=2)

        assert [version.number for version in kept.versions] == [2, 3]
        assert kept.left_out == changes.TOO_MANY

    def test_a_move_to_another_address_among_the_small_changes(self, client, story, ed, now):
        correct(story, ed, now + timedelta(minutes=1), body=RIGHT + BODY)
        addresses.readdress(Article.objects.get(pk=story.pk), by=ed, slug="mist", now=now + timedelta(minutes=2))

        page = page_of(client, story).content.decode()

        assert "mist/" in page
        assert "small change" not in page

    def test_an_update_of_other_fields_says_that_the_words_stayed(self, client, story, ed, now):
        correct(story, ed, now + timedelta(minutes=1), body=RIGHT + BODY)
        publishing.update(save(story, ed, kicker="At sea"), by=ed, now=now + timedelta(minutes=2))

        assert b"text and caption stayed as they were" in page_of(client, story).content

    def test_anothers_address(self, client, story):
        assert client.get("/2026/01/01/nothing/changes/").status_code == 404

    def test_hostile_words(self, client, story, ed, now):
        correct(story, ed, now + timedelta(hours=1), headline="<script>alert(1)</script> in the fog at sea")

        assert b"<script>alert" not in page_of(client, story).content


class TestAStoryThatMoved:
    @pytest.fixture
    def moved(self, story, ed, now):
        correct(story, ed, now + timedelta(hours=1), body=RIGHT + BODY)
        FormerAddress.objects.create(path="2026/01/01/old", article=story, retired_at=now)
        return "2026/01/01/old", Article.objects.get(pk=story.pk)

    @pytest.mark.parametrize("rest", ["", "changes/"])
    def test_is_found_from_its_old_address_in_one_step(self, client, moved, rest):
        old, story = moved

        response = client.get(f"/{old}/{rest}")

        assert (response.status_code, response["Location"]) == (301, f"/{story.path}/{rest}")
        assert client.get(response["Location"]).status_code == 200

    def test_leads_to_the_notice_once_it_is_killed(self, client, moved, ed):
        old, story = moved
        publishing.kill(story, by=ed, note="x", public_text="It was false.")

        response = client.get(f"/{old}/")

        assert (response.status_code, response["Location"]) == (301, f"/{story.path}/")
        assert client.get(response["Location"]).status_code == 410
        assert client.get(f"/{old}/changes/")["Location"] == f"/{story.path}/"


class TestTakenAwayForLegalReasons:
    def test_answers_451_with_the_reason(self, client, story, ed):
        publishing.kill(story, by=ed, note="Court.", public_text="A court has ordered this.", is_legal=True)

        response = client.get(f"/{story.path}/")

        assert response.status_code == 451
        assert response["Link"].endswith('/>; rel="blocked-by"')
        assert b"A court has ordered this." in response.content
        assert b"Twelve" not in response.content


class TestHiddenFromSearchEngines:
    @pytest.fixture
    def hidden(self, ed, now):
        return make_live(ed, now=now, noindex=True, headline="A story that search engines do not find")

    def test_says_so_twice(self, client, hidden):
        response = client.get(hidden.get_absolute_url())

        assert response["X-Robots-Tag"] == "noindex"
        assert b'<meta name="robots" content="noindex">' in response.content

    def test_stands_in_no_sitemap_but_in_the_feed(self, client, hidden):
        month = f"/sitemap-{hidden.first_published_at:%Y-%m}.xml"

        assert hidden.path.encode() not in client.get("/news-sitemap.xml").content
        assert client.get(month).status_code == 404
        assert hidden.path.encode() in client.get("/feed.rss").content


class TestWhatCanStillBeUndone:
    def test_is_on_its_page_and_in_no_feed_yet(self, client, ed):
        young = make_live(ed, now=timezone.now(), headline="A story that went out a second ago")

        assert client.get(young.get_absolute_url()).status_code == 200
        for feed in ("/feed.rss", "/world/feed.rss", "/news-sitemap.xml"):
            assert young.path.encode() not in client.get(feed).content

    def test_an_update_is_told_as_it_was_before(self, client, story, ed):
        publishing.update(save(story, ed, headline="A headline of a second ago at sea"), by=ed)

        feed = client.get("/feed.rss").content

        assert b"Twelve people die in fog at sea" in feed
        assert b"A headline of a second ago" not in feed

    def test_a_correction_is_not_in_its_feed_yet(self, client, story, ed):
        correct(story, ed, timezone.now(), body=RIGHT + BODY)

        assert b"not twelve" in client.get("/corrections/").content
        assert b"not twelve" not in client.get("/corrections/feed.rss").content

    def test_a_feed_tells_of_it_when_the_time_has_passed(self, ed, now):
        young = make_live(ed, now=now)

        assert feeds.newest(VersionQuerySet.all, now + timedelta(seconds=29)) == []
        assert feeds.newest(VersionQuerySet.all, now + timedelta(seconds=30)) == [young]
