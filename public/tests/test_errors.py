"""What is answered where nothing is: our own page, a way on, or a redirect to the clean address."""

import pytest
from django.test import RequestFactory

from newsroom.testing.factories import make_live, make_user
from public.views.errors import server_error, words_of


@pytest.mark.django_db
class TestAnAddressThatIsNobodys:
    @pytest.mark.parametrize("debug", [True, False])
    def test_gets_our_page_whatever_debug_says(self, client, settings, debug):
        settings.DEBUG = debug
        make_live(headline="Dam holds")

        page = client.get("/2026/11/22/river-tessel-floods.html")

        text = page.content.decode()
        assert page.status_code == 404
        assert 'value="river tessel floods"' in text
        assert "Dam holds" in text
        assert 'name="robots" content="noindex"' in text

    @pytest.mark.parametrize(
        "address",
        [
            "/wp-login.php",
            "/.env",
            "/%00/",
            "/a/b/c/d/",
            "/%2e%2e/%2e%2e/etc/passwd",
            "/<script>/",
            "/😀/",
            "/tags/",
            "/%ff%fe/",
        ],
    )
    def test_gets_it_however_odd(self, client, address):
        page = client.get(address)

        assert page.status_code == 404
        assert "<script>/" not in page.content.decode()

    def test_costs_few_queries(self, client, django_assert_max_num_queries):
        for _ in range(6):
            make_live()

        with django_assert_max_num_queries(4):
            client.get("/wp-login.php")

    def test_on_the_desk_is_kept_by_nobody(self, client):
        client.force_login(make_user("ed"), backend="django.contrib.auth.backends.ModelBackend")

        page = client.get("/desk/nowhere/at/all/")

        assert page.status_code == 404
        assert "public" not in page["Cache-Control"]


@pytest.mark.django_db
class TestAMissingSlash:
    @pytest.mark.parametrize("address", ["/world", "/tags/elections", "/search", "/business/markets"])
    def test_is_added(self, client, address):
        answer = client.get(f"{address}?q=1")

        assert answer.status_code == 301
        assert answer["Location"] == f"{address}/?q=1"

    @pytest.mark.parametrize("address", ["//evil.example", "//evil.example/world", "/\\evil.example"])
    def test_never_leads_to_another_site(self, client, address):
        answer = client.generic("GET", "/", PATH_INFO=address)

        assert answer.status_code == 404 or answer["Location"].startswith("/%2F")


class TestTheWordsOfAnAddress:
    @pytest.mark.parametrize(
        "path, words",
        [
            ("/2026/11/22/river-floods/", "river floods"),
            ("/river_floods.HTML", "river floods"),
            ("/", ""),
            ("/повінь-у-дельті/", "повінь дельті"),
            ("/a/1/22/", ""),
            ("/" + "word-" * 100, " ".join(["word"] * 8)),
        ],
    )
    def test_fill_the_search_box(self, path, words):
        assert words_of(path) == words


class TestWhenSomethingBroke:
    def test_the_page_asks_nothing_of_the_database(self, django_db_blocker):
        django_db_blocker.block()
        try:
            page = server_error(RequestFactory().get("/"))
        finally:
            django_db_blocker.restore()

        assert page.status_code == 500
        assert page["Cache-Control"] == "no-store"
        assert b"Something went wrong" in page.content
