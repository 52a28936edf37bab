"""The headers, cookies and closed doors of both surfaces: the readers' site, which knows nobody, and the desk."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.conf import settings
from django.test import Client

from articles import publishing
from newsroom.testing.factories import (
    PASSWORD,
    make_author,
    make_draft,
    make_image,
    make_live,
    make_source,
    make_tag,
    make_user,
)

pytestmark = pytest.mark.django_db

# Written out, not taken from the settings: who opens the policy there must come here and say why
READER_POLICY = {
    "default-src": "'self'",
    "img-src": "'self' data:",
    "style-src": "'self'",
    "script-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "object-src": "'none'",
}
PAGES = [
    "/", "/world/", "/tags/elections/", "/authors/mira-halloran/", "/sources/meridian/", "/search/", "/search/?q=ferry",
    "/corrections/", "/feed.rss", "/world/feed.rss", "/corrections/feed.rss", "/sitemap.xml", "/news-sitemap.xml",
    "/robots.txt", "/speculation.json", "/manifest.webmanifest", "/.well-known/tdmrep.json", "/tdm-policy.json",
    "/no/such/page/", "/search?q=ferry", "/search/?page=0", "STORY", "KILLED", "PICTURE",
]  # fmt: skip
DESK_PAGES = ["/desk/", "/desk/articles/article/", "/desk/articles/article/add/", "/desk/wire/wireitem/", "DRAFT"]


def policy(response) -> dict[str, str]:
    """Return the response's one policy as directive → sources."""
    parts = [part.split(maxsplit=1) for part in response["Content-Security-Policy"].split(";") if part.strip()]
    return {name: " ".join(rest) for name, *rest in parts}


@pytest.fixture
def addresses() -> dict[str, str]:
    ed = make_user("ed")
    picture = make_image()
    story = make_live(ed, authors=[make_author()], tags=[make_tag()], source=make_source(), picture=picture)
    killed = make_live(ed)
    publishing.kill(killed.article, by=ed, note="Wrong.", public_text="It was false.")
    draft = make_draft(ed)
    return {
        "STORY": story.get_absolute_url(), "KILLED": killed.get_absolute_url(), "PICTURE": picture.file.url,
        "DRAFT": f"/desk/articles/article/{draft.pk}/change/",
    }  # fmt: skip


@pytest.fixture
def pages(client, addresses):
    return {name: client.get(addresses.get(name, name)) for name in PAGES}


@pytest.fixture(params=DESK_PAGES)
def desk_page(request, addresses):
    client = Client()
    client.force_login(make_user("ed"), backend="django.contrib.auth.backends.ModelBackend")
    return client.get(addresses.get(request.param, request.param))


class TestReadersPages:
    def test_have_the_closed_policy_and_no_other(self, pages):
        for name, page in pages.items():
            assert policy(page) == READER_POLICY, name
            assert "Content-Security-Policy-Report-Only" not in page, name

    def test_have_no_nonce_and_no_inline_code(self, pages):
        for name, page in pages.items():
            assert "nonce" not in page["Content-Security-Policy"], name
            assert "unsafe" not in page["Content-Security-Policy"], name
            if page["Content-Type"].startswith("text/html"):
                assert b"nonce" not in page.content, name
                assert b"<style" not in page.content, name
                inline = re.findall(rb"<script(?![^>]*\bsrc=)(?![^>]*application/ld\+json)", page.content)
                assert inline == [], name

    def test_set_no_cookie_and_do_not_vary_by_one(self, pages):
        for name, page in pages.items():
            assert not page.cookies, name
            assert "cookie" not in page.get("Vary", "").lower(), name

    def test_have_the_privacy_headers(self, pages):
        for name, page in pages.items():
            assert page["X-Content-Type-Options"] == "nosniff", name
            assert page["Referrer-Policy"] == "strict-origin-when-cross-origin", name
            assert page["Permissions-Policy"] == "camera=(), microphone=(), geolocation=(), browsing-topics=()", name
            assert page["X-Frame-Options"] == "DENY", name
            assert page["Cross-Origin-Opener-Policy"] == "same-origin", name

    def test_are_the_same_for_somebody_who_is_logged_in(self, addresses):
        stranger, editor = Client(), Client()
        editor.force_login(make_user("ed"), backend="django.contrib.auth.backends.ModelBackend")
        for name in PAGES:
            address = addresses.get(name, name)
            theirs, ours = stranger.get(address), editor.get(address)

            assert not ours.cookies, address
            assert b"".join(theirs) == b"".join(ours), address
            assert {**theirs.headers} == {**ours.headers}, address

    def test_refuse_what_only_changes_things(self, client, addresses):
        for name in ("/", "/world/", "/search/", "/feed.rss", "/sitemap.xml", "STORY", "PICTURE"):
            response = client.post(addresses.get(name, name), {"q": "x"})

            assert response.status_code in {403, 405}, name

    def test_are_not_redirected_to_another_host(self, client):
        make_live()
        for address in (
            "//elsewhere.invalid/",
            "//elsewhere.invalid/world",
            "//world",
            "/\\elsewhere.invalid",
            "/\t/world",
        ):
            response = client.get("/", PATH_INFO=address)

            assert response.status_code in {301, 404}, address
            assert not response.get("Location", "/").replace("\\", "/").startswith(("//", "http")), address


class TestTheDesk:
    def test_has_a_policy_with_a_nonce_and_no_inline_scripts(self, desk_page):
        assert desk_page.status_code == 200
        found = policy(desk_page)
        assert re.fullmatch(r"'self' 'nonce-[\w+/=-]{16,}'", found["script-src"])
        assert found["style-src"] == "'self' 'unsafe-inline'"
        same = READER_POLICY.keys() - {"script-src", "style-src", "frame-ancestors"}
        assert {name: found[name] for name in same} == {name: READER_POLICY[name] for name in same}
        assert found["frame-ancestors"] in {"'self'", "'none'"}
        assert "unsafe-eval" not in desk_page["Content-Security-Policy"]

    def test_gives_each_script_of_the_page_that_nonce_or_an_address(self, desk_page):
        nonce = re.search(r"'nonce-([^']+)'", desk_page["Content-Security-Policy"])[1]
        for tag in re.findall(r"<script[^>]*>", desk_page.content.decode()):
            data = re.search(r'type="application/json"', tag)
            given = re.search(r'nonce="([^"]*)"', tag)
            assert data or "src=" in tag or (given and unescape(given[1]) == nonce), tag

    def test_has_no_handlers_in_its_markup(self, desk_page):
        assert re.findall(r"<[^>]+\son\w+\s*=", desk_page.content.decode()) == []
        assert "javascript:" not in desk_page.content.decode()

    def test_is_kept_by_nobody_and_found_by_no_search_engine(self, desk_page):
        assert "no-store" in desk_page["Cache-Control"]
        assert "public" not in desk_page["Cache-Control"]
        assert desk_page["X-Robots-Tag"] == "noindex"

    def test_has_the_privacy_headers(self, desk_page):
        assert desk_page["X-Content-Type-Options"] == "nosniff"
        assert desk_page["Referrer-Policy"] == "strict-origin-when-cross-origin"
        assert desk_page["Permissions-Policy"].startswith("camera=()")
        assert desk_page["X-Frame-Options"] in {"DENY", "SAMEORIGIN"}

    def test_never_gives_a_nonce_twice(self, client):
        nonces = {
            re.search(r"'nonce-([^']+)'", client.get("/desk/login/")["Content-Security-Policy"])[1] for _ in range(5)
        }

        assert len(nonces) == 5

    @pytest.mark.parametrize(
        "address", ["/desk/", "/desk/login/", "/desk/no-such-screen/", "/desk/articles/article/1/change/"]
    )
    def test_is_as_closed_to_a_stranger(self, client, address):
        response = client.get(address)

        assert "no-store" in response["Cache-Control"]
        assert response["X-Robots-Tag"] == "noindex"
        assert "'unsafe-inline'" not in policy(response)["script-src"]

    def test_refusals_are_kept_by_nobody(self):
        client = Client()
        client.force_login(make_user("rita"), backend="django.contrib.auth.backends.ModelBackend")

        response = client.get("/desk/auth/user/")

        assert response.status_code == 403
        assert "no-store" in response["Cache-Control"]

    def test_after_the_login_leads_to_no_other_host(self, client):
        make_user("ed")
        for target in (
            "https://elsewhere.invalid/",
            "//elsewhere.invalid/",
            "javascript:alert(1)",
            "/\\elsewhere.invalid",
        ):
            response = Client().post("/desk/login/", {"username": "ed", "password": PASSWORD, "next": target})

            assert response.status_code == 302
            assert response["Location"] == "/desk/"


class TestAPostWithoutItsToken:
    @pytest.fixture
    def strict(self):
        client = Client(enforce_csrf_checks=True)
        client.force_login(make_user("chloe"), backend="django.contrib.auth.backends.ModelBackend")
        return client

    def test_moves_no_story(self, strict):
        draft = make_draft()

        response = strict.post(f"/desk/articles/article/{draft.pk}/move/publish/", {"seen_revision": "1"})

        draft.refresh_from_db()
        assert response.status_code == 403
        assert draft.status == "draft"

    @pytest.mark.parametrize(
        "path", ["articles/article/add/", "tags/tag/add/", "password_change/", "logout/", "login/"]
    )
    def test_is_refused_everywhere_on_the_desk(self, strict, path):
        response = strict.post(f"/desk/{path}", {"name": "x"})

        assert response.status_code == 403
        assert "no-store" in response["Cache-Control"]

    def test_from_another_site_is_refused_with_a_token_too(self, strict):
        page = strict.get("/desk/password_change/").content.decode()
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)[1]
        values = {"csrfmiddlewaretoken": token}

        own = strict.post("/desk/password_change/", values)
        foreign = strict.post("/desk/password_change/", values, headers={"origin": "https://elsewhere.invalid"})

        assert own.status_code == 200
        assert foreign.status_code == 403


class TestWrongPasswords:
    HERE, ELSEWHERE = "192.0.2.7", "198.51.100.9"

    def sign_in(self, password: str, *, address: str = HERE, name: str = "ed"):
        return Client(REMOTE_ADDR=address).post("/desk/login/", {"username": name, "password": password})

    @pytest.fixture
    def locked(self):
        make_user("ed")
        for _ in range(settings.AXES_FAILURE_LIMIT):
            response = self.sign_in("wrong")
        return response

    def test_are_answered_as_usual_below_the_limit(self):
        make_user("ed")
        statuses = {self.sign_in("wrong").status_code for _ in range(settings.AXES_FAILURE_LIMIT - 1)}

        assert statuses == {200}
        assert self.sign_in(PASSWORD).status_code == 302

    def test_lock_the_name_with_a_page_in_words(self, locked):
        assert locked.status_code == 429
        assert "Too many wrong passwords" in locked.content.decode()
        assert "quarter of an hour" in locked.content.decode()
        assert "no-store" in locked["Cache-Control"]
        assert "nonce-" in locked["Content-Security-Policy"] or policy(locked)["script-src"] == "'self'"

    def test_refuse_the_right_password_afterwards(self, locked):
        response = self.sign_in(PASSWORD)

        assert response.status_code == 429
        assert settings.SESSION_COOKIE_NAME not in response.cookies

    def test_do_not_lock_the_same_name_at_another_address(self, locked):
        assert self.sign_in(PASSWORD, address=self.ELSEWHERE).status_code == 302

    def test_do_not_lock_another_name_at_the_same_address(self, locked):
        make_user("rita")

        assert self.sign_in(PASSWORD, name="rita").status_code == 302

    def test_cannot_be_spread_by_a_forged_forwarding_header(self):
        make_user("ed")
        for number in range(settings.AXES_FAILURE_LIMIT):
            forged = {"x-forwarded-for": f"203.0.113.{number}"}
            Client(REMOTE_ADDR=self.HERE).post("/desk/login/", {"username": "ed", "password": "wrong"}, headers=forged)

        assert self.sign_in(PASSWORD).status_code == 429

    def test_sound_the_same_for_a_name_that_does_not_exist(self):
        make_user("ed")

        known, unknown = self.sign_in("wrong"), self.sign_in("wrong", name="nobody-by-that-name")

        words = [re.sub(r'value="[^"]*"|nonce="[^"]*"', "", response.content.decode()) for response in (known, unknown)]
        assert words[0] == words[1]
        assert known.status_code == unknown.status_code == 200


class TestCookiesAndHosts:
    def test_the_session_cookie_is_out_of_reach_of_scripts_and_other_sites(self, client, settings):
        settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
        make_user("ed")

        page = client.get("/desk/login/", secure=True)
        response = client.post("/desk/login/", {"username": "ed", "password": PASSWORD}, secure=True)

        session, token = response.cookies["sessionid"], page.cookies["csrftoken"]
        assert (session["httponly"], session["secure"], session["samesite"]) == (True, True, "Lax")
        assert (token["secure"], token["samesite"]) == (True, "Lax")

    def test_secure_cookies_follow_the_address_of_the_site(self):
        assert settings.SESSION_COOKIE_SECURE is settings.HTTPS
        assert settings.CSRF_COOKIE_SECURE is settings.HTTPS

    def test_plain_http_is_sent_on_where_the_site_is_https(self, client, settings):
        settings.SECURE_SSL_REDIRECT = True

        response = client.get("/desk/login/")

        assert response.status_code == 301
        assert response["Location"].startswith("https://")

    def test_https_is_remembered_where_the_site_is_https(self, settings):
        settings.SECURE_HSTS_SECONDS = 31_536_000

        assert "max-age=31536000" in Client().get("/", secure=True)["Strict-Transport-Security"]

    @pytest.mark.parametrize(
        "host", ["elsewhere.invalid", "localhost.elsewhere.invalid", "127.0.0.1@elsewhere.invalid", ""]
    )
    def test_another_host_is_refused(self, client, settings, host):
        settings.ALLOWED_HOSTS = ["localhost", "127.0.0.1"]
        for address in ("/desk/login/", "/"):
            response = client.get(address, headers={"host": host}, SERVER_NAME=host or "elsewhere.invalid")

            assert response.status_code == 400, address
            assert "elsewhere.invalid" not in response.content.decode()

    def test_a_forged_forwarded_host_changes_no_address(self, client):
        page = client.get("/", headers={"x-forwarded-host": "elsewhere.invalid"})

        assert b"elsewhere.invalid" not in page.content

    def test_the_login_makes_a_new_session(self, client):
        make_user("ed")
        client.cookies["sessionid"] = "a" * 32

        client.post("/desk/login/", {"username": "ed", "password": PASSWORD})

        assert client.cookies["sessionid"].value != "a" * 32


class TestTheWiresDoor:
    def test_is_shut_without_a_key_and_tells_nothing(self, client):
        make_source("meridian")

        known = client.post("/wire/push/meridian/", b"{}", content_type="application/json")
        unknown = client.post("/wire/push/nobody/", b"{}", content_type="application/json")

        assert known.status_code == unknown.status_code == 403
        assert known.content == unknown.content
        assert not known.cookies
