"""Feeds: valid RSS with stable identities, full text where we may, and nothing a parser has to forgive."""

from datetime import UTC, datetime, timedelta

import feedparser
import pytest
from django.utils import timezone
from lxml import etree

from articles import publishing
from articles.models import Version
from newsroom.testing.factories import BODY, make_author, make_live, make_section, make_source, make_tag, make_user
from newsroom.testing.rules import lift_rules
from public.tests.rows import make_picture, many_live
from sources.models import RightsProfile

pytestmark = pytest.mark.django_db

SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/", "content": "http://purl.org/rss/1.0/modules/content/",
    "media": "http://search.yahoo.com/mrss/", "atom": "http://www.w3.org/2005/Atom",
}  # fmt: skip


def read(client, path="/feed.rss"):
    page = client.get(path)
    feed = feedparser.parse(page.content, response_headers={"content-type": page["Content-Type"]})
    assert feed.bozo is False, feed.get("bozo_exception")
    return feed


def tree(client, path="/feed.rss"):
    return etree.fromstring(client.get(path).content)


class TestEveryFeed:
    @pytest.fixture
    def story(self):
        sub = make_section("markets", parent=make_section("business"))
        return make_live(
            section=sub, authors=[make_author()], tags=[make_tag()], source=make_source(), picture=make_picture(),
            headline="Crown steady",
        )  # fmt: skip

    @pytest.mark.parametrize(
        "path",
        [
            "/feed.rss", "/business/feed.rss", "/business/markets/feed.rss", "/tags/elections/feed.rss",
            "/authors/mira-halloran/feed.rss", "/sources/meridian/feed.rss",
        ],
    )  # fmt: skip
    def test_holds_the_story_and_names_itself(self, client, story, path):
        feed = read(client, path)

        [entry] = feed.entries
        assert entry.title == "Crown steady"
        assert entry.id == story.guid
        assert entry.guidislink is False
        assert entry.link == story.address
        [self_link] = [link.href for link in feed.feed.links if link.rel == "self"]
        assert self_link == f"http://localhost:8000{path}"

    @pytest.mark.parametrize("path", ["/feed.rss", "/corrections/feed.rss", "/tags/elections/feed.rss"])
    def test_without_stories_is_valid_and_does_not_change_by_itself(self, client, path):
        make_tag()

        assert read(client, path).entries == []
        etag = client.get(path)["ETag"]
        assert client.get(path, headers={"If-None-Match": etag}).status_code == 304

    @pytest.mark.parametrize(
        "path", ["/tags/none/feed.rss", "/authors/none/feed.rss", "/none/feed.rss", "/sources/none/feed.rss"]
    )
    def test_of_nothing_is_404(self, client, path):
        assert client.get(path).status_code == 404

    def test_costs_few_queries(self, client, django_assert_max_num_queries):
        many_live(40, picture=make_picture())

        with django_assert_max_num_queries(5):
            assert len(read(client).entries) == 30


class TestAnItem:
    def test_names_authors_tags_dates_and_picture(self, client):
        at = datetime(2026, 11, 3, 10, 0, tzinfo=UTC)
        make_live(
            now=at, authors=[make_author(), make_author("Tobias Quill")], tags=[make_tag("Elections"), make_tag("Housing")],
            picture=make_picture(credit="Pat Osei/The Courier", caption="A ferry."), dateline="Lowmere",
        )  # fmt: skip

        root = tree(client)
        [item] = root.iter("item")

        assert item.findtext("pubDate") == "Tue, 03 Nov 2026 10:00:00 +0000"
        assert root.findtext("channel/lastBuildDate") == "Tue, 03 Nov 2026 10:00:00 +0000"
        assert root.findtext("channel/ttl") == "5"
        assert [one.text for one in item.findall("dc:creator", SPACES)] == ["Mira Halloran", "Tobias Quill"]
        assert [one.text for one in item.findall("category")] == ["World", "Elections", "Housing"]
        content = item.find("media:content", SPACES)
        assert content.get("url").startswith("http://localhost:8000/media/renditions/")
        assert (content.get("width"), content.get("type")) == ("1200", "image/jpeg")
        assert content.findtext("media:credit", namespaces=SPACES) == "Pat Osei/The Courier"
        assert content.findtext("media:description", namespaces=SPACES) == "A ferry."
        assert item.findtext("content:encoded", namespaces=SPACES).startswith(
            '<p><span class="dateline">LOWMERE</span>'
        )

    def test_keeps_its_identity_and_date_through_changes(self, client):
        version = make_live(now=timezone.now() - timedelta(hours=2))
        [before] = read(client).entries
        version.article.refresh_from_db()
        publishing.correct(version.article, by=make_user("ed"), public_text="The year was 1998.")

        [after] = read(client).entries

        assert (after.id, after.published) == (before.id, before.published)

    def test_of_a_source_that_forbids_it_has_no_full_text(self, client):
        terms = RightsProfile.objects.create(name="Subscribers only", full_text_in_feeds=False)
        make_live(source=make_source("meridian", rights=terms), summary="In short.", body=f"{BODY}<p>The whole.</p>")

        text = client.get("/feed.rss").content.decode()

        assert "In short." in text
        assert "The whole." not in text

    def test_has_absolute_links(self, client):
        make_live(body=f'{BODY}<p><a href="/corrections/">See</a></p>')

        assert 'href="http://localhost:8000/corrections/"' in read(client).entries[0].content[0].value

    def test_disappears_when_the_story_is_withdrawn_even_for_those_who_ask_by_date(self, client):
        version = make_live(now=timezone.now() - timedelta(hours=2))
        stamp = client.get("/feed.rss")["Last-Modified"]
        assert client.get("/feed.rss", headers={"If-Modified-Since": stamp}).status_code == 304
        version.article.refresh_from_db()
        publishing.withdraw(version.article, by=make_user("ed"), note="x", public_text="We are checking.")

        page = client.get("/feed.rss", headers={"If-Modified-Since": stamp})

        assert page.status_code == 200
        assert version.guid not in page.content.decode()


class TestTheCorrectionsFeed:
    def test_has_an_item_for_each_note(self, client):
        now = timezone.now() - timedelta(minutes=9)
        version = make_live(headline="Dam holds", now=now)
        for minutes, note in enumerate(("The year was 1998.", "The name is Okonjo."), start=1):
            at = now + timedelta(minutes=minutes)
            version.article.refresh_from_db()
            publishing.correct(version.article, by=make_user("ed"), public_text=note, now=at)

        second, first = read(client, "/corrections/feed.rss").entries

        assert first.title == "Correction: Dam holds"
        assert (first.description, second.description) == ("The year was 1998.", "The name is Okonjo.")
        assert first.id != second.id
        assert first.id.startswith(version.guid)


class TestHostileText:
    @pytest.mark.parametrize(
        "text",
        ["]]>", "<![CDATA[x]]>", "</item></channel>", "&amp; & &#0;", "\x0b\x00\ufffe", "<script>", "😀\u202e", "\r\n"],
    )
    def test_in_any_field_leaves_the_feed_valid(self, client, text):
        version = make_live(picture=make_picture(), source=make_source(), authors=[make_author()], tags=[make_tag()])
        hostile = f"A{text.replace(chr(0), '')}B"
        lift_rules()
        Version.objects.filter(pk=version.pk).update(
            headline=hostile, summary=hostile, dateline=hostile[:60], credit_line=hostile, picture_caption=hostile,
            picture_credit=hostile, bylines=[{"name": hostile, "slug": "x"}],
            tag_names=[{"name": hostile, "slug": "x", "kind": "topic", "wikidata": ""}], language=hostile[:20],
        )  # fmt: skip

        [item] = tree(client).iter("item")

        assert read(client).entries[0].title
        assert item.findtext("title")[0] == "A"
        assert item.findtext("title")[-1] == "B"
