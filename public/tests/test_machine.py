"""The small files for browsers and crawlers, and pictures."""

import json
from pathlib import Path

import pytest


class TestRobots:
    def test_keep_to_the_readers_pages(self, client):
        text = client.get("/robots.txt").content.decode()

        assert "Disallow: /desk/" in text
        assert "Sitemap: http://localhost:8000/sitemap.xml" in text
        assert "Sitemap: http://localhost:8000/news-sitemap.xml" in text

    def test_that_train_models_are_refused_while_rights_are_reserved(self, client, settings):
        settings.TDM_RESERVED = True
        assert "User-agent: GPTBot" in client.get("/robots.txt").content.decode()

        settings.TDM_RESERVED = False
        assert "GPTBot" not in client.get("/robots.txt").content.decode()


class TestRulesForBrowsers:
    def test_prefetch_but_never_render_and_never_the_desk(self, client):
        page = client.get("/speculation.json")

        rules = json.loads(page.content)
        assert page["Content-Type"] == "application/speculationrules+json"
        assert list(rules) == ["prefetch"]
        assert {"not": {"href_matches": "/desk/*"}} in rules["prefetch"][0]["where"]["and"]
        assert rules["prefetch"][0]["eagerness"] == "moderate"

    def test_describe_the_site_as_an_app(self, client, settings):
        page = client.get("/manifest.webmanifest")

        assert json.loads(page.content)["name"] == settings.SITE_NAME
        assert page["Content-Type"] == "application/manifest+json"

    def test_reserve_data_mining_in_the_protocols_list_form(self, client, settings):
        settings.TDM_RESERVED = True

        [reservation] = json.loads(client.get("/.well-known/tdmrep.json").content)

        assert reservation["tdm-reservation"] == 1
        assert reservation["tdm-policy"] == "http://localhost:8000/tdm-policy.json"


@pytest.mark.django_db
class TestPictures:
    @pytest.fixture
    def media(self, settings):
        folder = Path(settings.MEDIA_ROOT)
        (folder / "renditions").mkdir(parents=True)
        (folder / "renditions" / "abc-480.jpg").write_bytes(b"\xff\xd8\xff")
        (folder.parent / "secret.txt").write_text("secret")
        return folder

    def test_are_served_for_ever(self, client, media):
        page = client.get("/media/renditions/abc-480.jpg")

        assert page.status_code == 200
        assert page["Content-Type"] == "image/jpeg"
        assert page["Cache-Control"] == "public, max-age=31536000, immutable"
        assert page["X-Content-Type-Options"] == "nosniff"
        assert b"".join(page.streaming_content) == b"\xff\xd8\xff"

    @pytest.mark.parametrize(
        "path",
        [
            "renditions/none.jpg",
            "../secret.txt",
            "%2e%2e/secret.txt",
            "renditions/../../secret.txt",
            "renditions/",
            "",
            "%00",
            "/etc/passwd",
        ],
    )
    def test_are_all_that_is_served(self, client, media, path):
        assert client.get(f"/media/{path}").status_code == 404
