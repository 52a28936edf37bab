"""The headers readers' pages leave with: lifetimes, tags, conditions, compression, and no trace of who is reading."""

import gzip
from datetime import UTC, datetime

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from articles.models import Version
from newsroom.testing.factories import make_live, make_source, make_tag, make_user
from newsroom.testing.rules import lift_rules
from public.caching import language_tag, reader_cache

LONG = b"<p>Water. </p>" * 300


def sent(body=LONG, *, status=200, content_type="text/html", modified=None, language="", **headers):
    request = RequestFactory().get("/", headers=headers)
    response = HttpResponse(body, status=status, content_type=content_type)
    return reader_cache(
        request, response, tags=["article:7", "lists", "article:7"], seconds=60, modified=modified, language=language
    )


class TestAPage:
    def test_may_be_kept_and_says_what_empties_the_copy(self):
        page = sent()

        assert page["Cache-Control"] == "public, max-age=60, stale-while-revalidate=600, stale-if-error=86400"
        assert page["Surrogate-Key"] == "article:7 lists"
        assert page["Vary"] == "Accept-Encoding"

    def test_names_stylesheet_and_two_fonts_for_early_hints(self):
        links = sent()["Link"]

        assert links.count("rel=preload") == 3
        assert "/static/public/css/site.css>; rel=preload; as=style" in links
        assert links.count("crossorigin") == 2
        assert sent()["Speculation-Rules"] == '"/speculation.json"'

    def test_reserves_text_and_data_mining_unless_switched_off(self, settings):
        settings.TDM_RESERVED = True
        assert sent()["TDM-Reservation"] == "1"
        assert sent()["TDM-Policy"].endswith("/tdm-policy.json")

        settings.TDM_RESERVED = False
        assert "TDM-Reservation" not in sent()

    def test_that_failed_is_not_served_stale(self):
        assert sent(status=404)["Cache-Control"] == "public, max-age=60"
        assert "ETag" not in sent(status=404)

    @pytest.mark.parametrize("language", ["en\r\nSet-Cookie: x=1", "", "<b>", "x" * 300, "en\n"])
    def test_has_the_sites_language_when_its_own_is_no_language(self, language):
        assert sent(language=language)["Content-Language"] == "en-GB"

    def test_writes_languages_in_their_usual_case(self):
        assert [language_tag(tag) for tag in ("DE-at", "uk", "zh-Hant-tw")] == ["de-AT", "uk", "zh-Hant-TW"]


class TestAskingAgain:
    def test_with_the_same_etag_is_304_without_a_body(self):
        first = sent()

        second = sent(**{"If-None-Match": first["ETag"]})

        assert second.status_code == 304
        assert second.content == b""
        assert second["ETag"] == first["ETag"]
        assert second["Cache-Control"] == first["Cache-Control"]
        assert second["Surrogate-Key"] == first["Surrogate-Key"]

    def test_after_a_change_sends_the_page(self):
        first = sent()

        assert sent(LONG + b"!", **{"If-None-Match": first["ETag"]}).status_code == 200

    def test_by_date_works_to_the_second(self):
        modified = datetime(2026, 11, 3, 10, 0, 0, 999, tzinfo=UTC)
        stamp = "Tue, 03 Nov 2026 10:00:00 GMT"

        assert sent(modified=modified)["Last-Modified"] == stamp
        assert sent(modified=modified, **{"If-Modified-Since": stamp}).status_code == 304
        assert sent(modified=modified, **{"If-Modified-Since": "Tue, 03 Nov 2026 09:59:59 GMT"}).status_code == 200

    def test_for_what_is_gone_is_never_304(self):
        assert sent(status=410, **{"If-None-Match": "*"}).status_code == 410


class TestCompression:
    def test_halves_long_pages_for_those_who_take_it(self):
        page = sent(**{"Accept-Encoding": "br, gzip"})

        assert page["Content-Encoding"] == "gzip"
        assert gzip.decompress(page.content) == LONG
        assert page["Content-Length"] == str(len(page.content))

    @pytest.mark.parametrize("accepted", ["", "br", "gzip;q=0", "gzip; q=0.0", "xgzip"])
    def test_spares_those_who_do_not(self, accepted):
        page = sent(**{"Accept-Encoding": accepted})

        assert "Content-Encoding" not in page
        assert page.content == LONG

    def test_leaves_short_pages_alone(self):
        assert "Content-Encoding" not in sent(b"short", **{"Accept-Encoding": "gzip"})

    def test_keeps_the_etag_so_that_either_copy_answers_304(self):
        assert sent(**{"Accept-Encoding": "gzip"})["ETag"] == sent()["ETag"]


@pytest.mark.django_db
class TestEveryAddress:
    ADDRESSES = [
        "/",
        "/world/",
        "/tags/elections/",
        "/sources/meridian/",
        "/search/?q=ferry",
        "/corrections/",
        "/feed.rss",
        "/world/feed.rss",
        "/tags/elections/feed.rss",
        "/sources/meridian/feed.rss",
        "/corrections/feed.rss",
        "/sitemap.xml",
        "/news-sitemap.xml",
        "/robots.txt",
        "/speculation.json",
        "/manifest.webmanifest",
        "/.well-known/tdmrep.json",
        "/tdm-policy.json",
        "/nowhere/",
    ]

    @pytest.mark.parametrize("address", ADDRESSES)
    def test_is_the_same_for_everybody(self, client, address):
        make_live(tags=[make_tag()], source=make_source())
        client.force_login(make_user("ed"), backend="django.contrib.auth.backends.ModelBackend")

        page = client.get(address)

        assert page["Cache-Control"].startswith("public, max-age=")
        assert page["Vary"] == "Accept-Encoding"
        assert not page.cookies
        assert page["Surrogate-Key"]
        assert page["X-Content-Type-Options"] == "nosniff"
        assert page["Referrer-Policy"] == "strict-origin-when-cross-origin"

    @pytest.mark.parametrize("address", [one for one in ADDRESSES if one != "/nowhere/"])
    def test_answers_304_to_its_own_etag_and_head_like_get(self, client, address):
        make_live(tags=[make_tag()], source=make_source())

        page = client.get(address)

        assert client.get(address, headers={"If-None-Match": page["ETag"]}).status_code == 304
        assert client.head(address).status_code == page.status_code
        assert client.post(address).status_code == 405

    def test_of_a_story_says_when_it_changed_and_what_purges_it(self, client):
        version = make_live(now=datetime(2026, 11, 3, 10, tzinfo=UTC))

        page = client.get(version.get_absolute_url())

        assert page["Last-Modified"] == "Tue, 03 Nov 2026 10:00:00 GMT"
        assert f"article:{version.article_id}" in page["Surrogate-Key"].split()

    def test_of_a_story_is_purged_with_the_stories_it_links_to(self, client):
        version, other = make_live(), make_live()

        keys = client.get(version.get_absolute_url())["Surrogate-Key"].split()

        assert f"article:{other.article_id}" in keys

    def test_survives_a_language_that_is_an_attack(self, client):
        version = make_live()
        lift_rules()
        Version.objects.filter(pk=version.pk).update(language="en\r\nX: y")

        page = client.get(version.get_absolute_url())

        assert page.status_code == 200
        assert "X" not in page
