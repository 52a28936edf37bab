"""Nonsense in addresses, forms and cookies: it may find nothing, and never breaks a page, on either database. PostgreSQL
stores no NUL, so a NUL that reaches it would be a 500; newsroom.middleware takes it out before anything reads it."""

from __future__ import annotations

from itertools import count

import pytest
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import User
from django.db import connection, transaction
from django.test import Client
from django.urls import NoReverseMatch, reverse

from articles import recovery
from articles.models import Article, Recovery, StyleRule
from newsroom import screens
from newsroom.testing.factories import make_draft, make_live, make_section, make_tag, make_user
from newsroom.testing.forms import form_values
from newsroom.tests.every_page import furnish_desk, furnish_readers

pytestmark = pytest.mark.django_db

VALUES = (
    "\0", "x\0y", "9" * 30, "-1", "1.5", "abc", "x" * 5000, "٣", "2026-02-31", "99999-99-99", "'\"\\%_;--", "\u202e\ufffe",
    "😀" * 300, "[]", "{}", "None", "true", " ", "",
)  # fmt: skip
NAMES = (
    "q", "p", "all", "o", "e", "page", "tag", "section", "state", "kind", "until", "mine", "language", "view", "date",
    "before", "since", "where", "source", "carries", "waits", "level", "by", "verb", "from", "to", "day", "part", "scheme",
    "article", "term", "tab", "clause", "story", "rule", "upto", "recovered", "kept", "next",
)  # fmt: skip
LOOKUPS = ("id", "id__exact", "source__id__exact", "standing__exact", "is_active__exact", "decision__exact")


@pytest.fixture
def root() -> Client:
    """Return a client who may everything."""
    client = Client(raise_request_exception=False)
    user = User.objects.create_superuser("root", password="x")
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def broken(client: Client, address: str, query: dict[str, str]) -> str | None:
    """Return what was asked when the answer is an error of ours. PostgreSQL ends the transaction of a test on an error."""
    with transaction.atomic():
        answer = client.get(address, query)
        transaction.set_rollback(True)
    return f"{address} {query!r:.120}: {answer.status_code}" if answer.status_code >= 500 else None


def addresses_of(places) -> list[str]:
    return sorted({place.address.partition("?")[0] for place in places})


class TestQueries:
    def test_no_page_of_the_readers_breaks(self):
        client, addresses = Client(raise_request_exception=False), addresses_of(furnish_readers())
        addresses += ["/feed.rss", "/sitemap.xml", "/corrections/feed.rss", "/robots.txt"]

        found = [broken(client, address, dict.fromkeys(NAMES, value)) for address in addresses for value in VALUES[:8]]
        found += [broken(client, "/search/", {name: value}) for name in NAMES for value in VALUES]

        assert [each for each in found if each] == []

    def test_no_screen_of_the_desk_breaks(self, root):
        addresses, turn = addresses_of(furnish_desk()), count()
        found = []
        for address in addresses:
            found += [broken(root, address, dict.fromkeys(NAMES, value)) for value in VALUES[:3]]
            found.append(broken(root, address, {name: VALUES[next(turn) % len(VALUES)] for name in NAMES}))

        assert [each for each in found if each] == []

    def test_no_list_breaks_on_any_one_of_them(self, root):
        make_live()
        make_tag()
        turn, found = count(), []
        for model in sorted(admin.site._registry, key=lambda model: model._meta.label):
            address = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
            for name in (*NAMES, *LOOKUPS):
                found.append(broken(root, address, {name: VALUES[next(turn) % len(VALUES)]}))

        assert [each for each in found if each] == []

    @pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL compares any two numbers, and finds nothing")
    def test_a_number_beyond_the_database_is_refused_with_a_sentence(self, root):
        with transaction.atomic():
            answer = root.get("/desk/audit/auditentry/", {"by": "9" * 30})
            transaction.set_rollback(True)

        assert answer.status_code == 400
        assert "Nothing was changed." in answer.content.decode()

    def test_a_nul_is_as_good_as_not_there(self, client):
        story = make_live(headline="Fog closes the harbour")
        make_user("ed")
        client.force_login(make_user("ed"), backend="django.contrib.auth.backends.ModelBackend")

        page = client.get("/desk/articles/article/", {"q": "f\0og", "state": "\0live"}).content.decode()

        assert story.headline in page


class TestPaths:
    @pytest.mark.parametrize(
        "address", ["/desk/%00/", "/desk/articles/article/%00/change/", "/%00/", "/tags/x%00/", "/media/%00"]
    )
    def test_with_a_nul_lead_nowhere(self, root, address):
        assert root.get(address).status_code == 404
        assert root.post(address).status_code == 404

    def test_with_numbers_beyond_any_database_lead_nowhere(self, root):
        found = []
        for name, pattern in patterns():
            whole = [
                each for each, converter in pattern.converters.items() if type(converter).__name__ == "IntConverter"
            ]
            values = {each: 10**30 if each in whole else "x" for each in pattern.converters}
            try:
                address = reverse(f"admin:{name}", kwargs=values)
            except NoReverseMatch:
                continue
            for method in (root.get, root.post):
                with transaction.atomic():
                    status = method(address).status_code
                    transaction.set_rollback(True)
                found += [f"{method.__name__} {address}: {status}"] if whole and status >= 500 else []

        assert found == []


def patterns():
    """Yield the name and the pattern of every address of the desk that has one."""
    waiting = list(screens.addresses(admin.site)[0])
    while waiting:
        each = waiting.pop()
        waiting += getattr(each, "url_patterns", [])
        if getattr(each, "name", None) and hasattr(each.pattern, "converters"):
            yield each.name, each.pattern


class TestForms:
    def test_a_story_pasted_with_a_nul_is_saved_without_it(self, client):
        story = make_draft(make_user("ed"))
        client.force_login(make_user("ed"), backend="django.contrib.auth.backends.ModelBackend")
        address = f"/desk/articles/article/{story.pk}/change/"
        values = form_values(client.get(address), "article_form")

        client.post(address, {**values, "headline": "Fog\0 closes the harbour", "body": "<p>Salt\0 is patient.</p>"})

        story.refresh_from_db()
        assert (story.headline, story.body) == ("Fog closes the harbour", "<p>Salt is patient.</p>")

    def test_no_door_breaks_on_a_form_of_nothing_but_nul(self, root):
        story = make_draft(make_user("ed"))
        StyleRule.objects.create(name="Web", pattern="web site", reason="One word.")
        names = (*NAMES, "tab", "serial", "text", "act", "note", "seen_revision", "base_revision", "step", "pick", "headline", "phrase",
                 "label", "name", "query", "_selected_action", "action", "password", "username", "reason", "address", "body")  # fmt: skip
        found = []
        for name, pattern in patterns():
            values = {
                each: story.pk if type(kind).__name__ == "IntConverter" else "x"
                for each, kind in pattern.converters.items()
            }
            try:
                address = reverse(f"admin:{name}", kwargs=values)
            except NoReverseMatch:
                continue
            for value in ("\0", "1\0"):
                with transaction.atomic():
                    status = root.post(address, dict.fromkeys(names, value)).status_code
                    transaction.set_rollback(True)
                found += [f"{address} {value!r}: {status}"] if status >= 500 else []

        assert found == []

    def test_text_that_is_kept_by_itself_is_kept_without_it(self, client):
        rita = make_user("rita")
        story = make_draft(rita)
        client.force_login(rita, backend="django.contrib.auth.backends.ModelBackend")
        sent = {"tab": recovery.new_tab(rita), "serial": "1", "base_revision": "1", "headline": "Fog\0"}

        client.post(reverse("admin:articles_article_autosave", args=[story.pk]), sent)

        assert Recovery.objects.get().values["headline"] == "Fog"

    def test_a_name_of_a_field_may_have_one_too(self, client):
        make_section()
        client.force_login(make_user("ed"), backend="django.contrib.auth.backends.ModelBackend")

        assert client.post("/desk/plan/", {"budget_line\0": "Ferry talks"}).status_code == 302
        assert Article.objects.get().budget_line == "Ferry talks"


class TestCookies:
    @pytest.mark.parametrize("value", ['"\\000\\000\\000\\000\\000\\000\\000\\000\\000"', "x" * 5000, "%00" * 9])
    def test_that_are_nonsense_mean_somebody_who_is_not_signed_in(self, value):
        client = Client(raise_request_exception=False)
        cookies = f"{settings.SESSION_COOKIE_NAME}={value}; csrftoken={value}; messages={value}"

        answer = client.get("/desk/", headers={"cookie": cookies})

        assert answer.status_code == 302
        assert answer["Location"].startswith("/desk/login/")
