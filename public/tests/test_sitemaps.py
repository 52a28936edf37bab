"""Sitemaps hold what the two schemas allow, true dates, and our own news only."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from lxml import etree

from articles import publishing
from articles.models import Version
from newsroom.testing.factories import make_author, make_live, make_source, make_user
from newsroom.testing.rules import lift_rules
from public.tests.rows import many_live

pytestmark = pytest.mark.django_db

S = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
N = "{http://www.google.com/schemas/sitemap-news/0.9}"
W3C = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00")
NOVEMBER = datetime(2026, 11, 3, 10, tzinfo=UTC)


def tree(client, path):
    page = client.get(path)
    assert page["Content-Type"] == "application/xml; charset=utf-8"
    return etree.fromstring(page.content)


class TestTheIndex:
    def test_lists_months_with_the_last_change_of_any_of_their_stories(self, client):
        make_live(now=NOVEMBER - timedelta(days=40))
        old = make_live(now=NOVEMBER)
        old.article.refresh_from_db()
        publishing.correct(old.article, by=make_user("ed"), public_text="x", now=NOVEMBER + timedelta(days=12))

        root = tree(client, "/sitemap.xml")

        assert root.tag == f"{S}sitemapindex"
        assert [[child.text for child in one] for one in root] == [
            ["http://localhost:8000/sitemap-2026-11.xml", "2026-11-15T10:00:00+00:00"],
            ["http://localhost:8000/sitemap-2026-09.xml", "2026-09-24T10:00:00+00:00"],
        ]
        assert {child.tag for one in root for child in one} == {f"{S}loc", f"{S}lastmod"}

    def test_leads_to_every_live_story_once(self, client):
        rows = many_live(60, newest=NOVEMBER)
        lift_rules()
        Version.objects.filter(pk=rows[0].pk).update(first_published_at=datetime(2026, 10, 31, 23, 59, 59, tzinfo=UTC))
        Version.objects.filter(pk=rows[1].pk).update(first_published_at=datetime(2026, 11, 1, tzinfo=UTC))

        files = [one.findtext(f"{S}loc").removeprefix("http://localhost:8000") for one in tree(client, "/sitemap.xml")]
        addresses = [url.findtext(f"{S}loc") for path in files for url in tree(client, path)]

        assert sorted(addresses) == sorted(row.address for row in rows)


class TestAMonth:
    def test_gives_each_story_its_true_last_change(self, client):
        version = make_live(now=NOVEMBER)
        version.article.refresh_from_db()
        publishing.update(version.article, by=make_user("ed"), is_minor=True, now=NOVEMBER + timedelta(days=1))

        [url] = tree(client, "/sitemap-2026-11.xml")

        assert [(child.tag, child.text) for child in url] == [
            (f"{S}loc", version.address), (f"{S}lastmod", "2026-11-04T10:00:00+00:00"),
        ]  # fmt: skip

    @pytest.mark.parametrize("month", ["2026-10", "2026-13", "0000-01", "9999-12", "2026-1", "20٢6-11"])
    def test_without_stories_is_404(self, client, month):
        make_live(now=NOVEMBER)

        assert client.get(f"/sitemap-{month}.xml").status_code == 404

    def test_of_december_ends_with_the_year(self, client):
        make_live(now=datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC))
        make_live(now=datetime(2027, 1, 1, tzinfo=UTC))

        assert len(tree(client, "/sitemap-2026-12.xml")) == 1


class TestTheNewsSitemap:
    def test_has_googles_fields_and_no_more(self, client, settings):
        version = make_live(headline="Dam & <sluice>", language="en-GB")

        [url] = tree(client, "/news-sitemap.xml")

        assert [child.tag for child in url] == [f"{S}loc", f"{N}news"]
        publication, date, title = url[1]
        assert [(child.tag, child.text) for child in publication] == [
            (f"{N}name", settings.SITE_NAME),
            (f"{N}language", "en"),
        ]
        assert date.tag == f"{N}publication_date"
        assert W3C.fullmatch(date.text)
        assert (title.tag, title.text) == (f"{N}title", "Dam & <sluice>")
        assert url.findtext(f"{S}loc") == version.address

    def test_leaves_out_wire_copy_but_not_what_we_added_to(self, client):
        make_live(source=make_source(), headline="Wire")
        make_live(source=make_source(), authors=[make_author()], headline="Ours with the wire")
        make_live(headline="Ours")

        titles = [url[1][2].text for url in tree(client, "/news-sitemap.xml")]

        assert sorted(titles) == ["Ours", "Ours with the wire"]

    def test_holds_two_days_and_a_thousand_addresses(self, client, monkeypatch):
        monkeypatch.setattr("public.sitemaps.NEWS_LIMIT", 30)
        many_live(60)

        assert len(tree(client, "/news-sitemap.xml")) == 30
        lift_rules()
        Version.objects.update(first_published_at=timezone.now() - timedelta(hours=49))
        assert len(tree(client, "/news-sitemap.xml")) == 0

    def test_costs_few_queries(self, client, django_assert_max_num_queries):
        many_live(30)

        with django_assert_max_num_queries(4):
            client.get("/news-sitemap.xml")
