"""Reporting a problem with a screen: what is kept, from whom, how often, and who reads it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from lxml import html as lxml_html
from playwright.sync_api import expect

from audit.models import AuditEntry
from newsroom import problems
from newsroom.models import ProblemReport
from newsroom.problems import ProblemError
from newsroom.testing.browser import axe, login
from newsroom.testing.factories import make_draft, make_user
from newsroom.testing.forms import form_values
from newsroom.testing.payloads import payloads, plain_texts

pytestmark = pytest.mark.django_db

FORM = "/desk/problem/"
EVERYBODY = ("rita", "ed", "chloe", "mo", "wendy", "pat", "nobody")
HOSTILE_ADDRESSES = (
    "//elsewhere.example/desk/", "https://elsewhere.example/desk/", "javascript:alert(1)", "/world/", "/", "",
    "/desk/\\elsewhere.example", "/desk/\r\nX: y", "/desk/\x00", "/desk/ two", "desk/", "/desk", "/desk/\u202e",
)  # fmt: skip


def client_of(name: str) -> Client:
    client = Client(headers={"user-agent": "Trial/1.0 (a browser)"})
    client.force_login(make_user(name), backend="django.contrib.auth.backends.ModelBackend")
    return client


def link_on(page) -> str:
    [link] = lxml_html.fromstring(page.content.decode()).xpath("//footer//a")
    return link.get("href")


class TestTheLink:
    @pytest.mark.parametrize("name", EVERYBODY)
    def test_stands_at_the_foot_of_screens_and_names_them(self, name):
        client = client_of(name)
        for address in ("/desk/", "/desk/keys/", "/desk/notifications/?x=%3Cb%3E"):
            form = client.get(link_on(client.get(address)))

            assert lxml_html.fromstring(form.content.decode()).xpath("//form//code")[0].text == address

    def test_stands_on_a_story_and_on_lists_and_forms(self):
        story = make_draft(make_user("ed"))
        for address in (
            f"/desk/articles/article/{story.pk}/change/",
            "/desk/articles/article/",
            "/desk/images/image/add/",
        ):
            assert link_on(client_of("ed").get(address)).startswith(FORM)

    def test_is_neither_in_popups_nor_before_signing_in_nor_on_the_form(self):
        for page in (
            client_of("pat").get("/desk/images/image/?_popup=1"), Client().get("/desk/login/"),
            client_of("pat").get(FORM),
        ):  # fmt: skip
            assert b"desk-report" not in page.content


class TestReporting:
    def test_keeps_who_when_where_with_what_and_the_words(self):
        rita = client_of("rita")
        values = form_values(rita.get(f"{FORM}?from=/desk/calendar/?view=list"))

        page = rita.post(FORM, {**values, "text": "The list is empty.", "window": "390 × 844"}, follow=True)

        report = ProblemReport.objects.get()
        assert (report.by, report.text) == (make_user("rita"), "The list is empty.")
        assert (report.address, report.window) == ("/desk/calendar/?view=list", "390 × 844")
        assert report.browser == "Trial/1.0 (a browser)"
        assert abs(timezone.now() - report.at) < timedelta(minutes=1)
        assert not report.is_done
        text = page.content.decode()
        assert "Kept." in text
        assert 'href="/desk/calendar/?view=list"' in text

    def test_is_logged(self):
        client_of("rita").post(FORM, {"text": "It hangs.", "address": "/desk/"})

        entry = AuditEntry.objects.get(model="newsroom.problemreport")
        assert (entry.act, entry.by) == (AuditEntry.Act.ADDED, make_user("rita"))
        assert "It hangs." in entry.words

    def test_without_words_keeps_nothing_and_says_so_beside_the_field(self):
        page = client_of("rita").post(FORM, {"text": " \n\u200b", "address": "/desk/keys/"}).content.decode()

        assert "Not kept yet." in page
        assert "/desk/keys/" in page
        assert not ProblemReport.objects.exists()

    def test_of_a_long_text_asks_for_a_shorter_one_and_shows_it_again(self):
        page = client_of("rita").post(FORM, {"text": "It hangs. " * 201, "address": "/desk/"}).content.decode()

        assert "Not kept yet." in page
        assert page.count("It hangs. ") >= 200
        assert not ProblemReport.objects.exists()

    def test_never_sends_a_storys_text_along(self):
        story = make_draft(make_user("ed"), headline="SECRET headline")
        ed = client_of("ed")
        screen = f"/desk/articles/article/{story.pk}/change/"
        values = form_values(ed.get(link_on(ed.get(screen))))

        ed.post(FORM, {**values, "text": "It hangs.", "headline": "SECRET headline", "body": "SECRET"})

        [row] = ProblemReport.objects.values()
        assert row["address"] == screen
        assert "SECRET" not in str(row)

    def test_fifty_a_day_are_kept_and_the_next_is_told_why_not(self):
        rita, now = make_user("rita"), timezone.now()
        ProblemReport.objects.bulk_create(
            ProblemReport(by=rita, at=now - timedelta(hours=1), text="x") for _ in range(49)
        )
        client_of("rita").post(FORM, {"text": "The fiftieth."})

        page = client_of("rita").post(FORM, {"text": "One too many."}).content.decode()

        assert "You have reported 50 problems in 24 hours" in page
        assert "One too many." in page
        assert ProblemReport.objects.count() == 50
        problems.report("Another person’s.", by=make_user("ed"))
        problems.report("A day later.", by=rita, now=now + timedelta(hours=24))
        assert ProblemReport.objects.count() == 52

    def test_from_outside_leads_to_the_login_and_keeps_nothing(self):
        for client in (Client(), client_of("sam")):
            assert client.post(FORM, {"text": "x"})["Location"].startswith("/desk/login/")

        assert not ProblemReport.objects.exists()

    def test_wants_the_token_of_the_form(self):
        client = Client(enforce_csrf_checks=True)
        client.force_login(make_user("rita"), backend="django.contrib.auth.backends.ModelBackend")

        assert client.post(FORM, {"text": "x"}).status_code == 403
        assert not ProblemReport.objects.exists()


class TestHostileInput:
    @pytest.mark.parametrize("address", HOSTILE_ADDRESSES)
    def test_an_address_that_is_no_screen_of_ours_is_left_out(self, address):
        assert problems.own_address(address) == ""
        assert problems.report("x", by=make_user("rita"), address=address).address == ""

    @pytest.mark.parametrize("window", ["<b>", "1 × 1 × 1", "390 x 844", "٣٩٠ × ٨٤٤", "9" * 30, "390 × 844\n"])
    def test_what_is_no_size_of_a_window_is_left_out(self, window):
        assert problems.report("x", by=make_user("rita"), window=window).window == ""

    def test_long_and_unprintable_values_are_cut(self):
        row = problems.report(
            "a\x00b\u202e\n\n\x1b[31mc",
            by=make_user("rita"),
            address="/desk/?q=" + "x" * 2000,
            browser="B\x07\n" + "y" * 900,
        )

        assert (row.text, len(row.address), len(row.browser)) == ("ab\n\n[31mc", 500, 300)

    def test_texts_that_try_to_become_script_stay_text(self):
        rita, chloe = make_user("rita"), client_of("chloe")
        for hostile in payloads():
            try:
                row = problems.report(
                    hostile.html[:2000], by=rita, address=f"/desk/?q={hostile.html.split()[0]}", browser=hostile.html
                )
            except ProblemError:
                continue
            ProblemReport.objects.exclude(pk=row.pk).update(at=timezone.now() - timedelta(days=2))
            page = lxml_html.fromstring(chloe.get(f"/desk/newsroom/problemreport/{row.pk}/change/").content.decode())
            shown = page.xpath("//div[contains(@class, 'field-text')]")[0]
            assert not shown.xpath(".//script | .//img | .//svg | .//iframe | .//*[@onclick or @onerror or @onload]")
            [link] = page.xpath("//div[contains(@class, 'field-screen')]//a") or [None]
            assert link is None or link.get("href").startswith("/desk/")

    def test_harmless_signs_stay_readable(self):
        for text in plain_texts():
            ProblemReport.objects.all().delete()

            assert problems.report(text.text[:2000], by=make_user("rita")).text


class TestTheList:
    @pytest.fixture
    def report(self):
        return problems.report("It hangs.", by=make_user("rita"), address="/desk/keys/")

    def test_shows_open_ones_first_to_those_who_keep_logins(self, report):
        done = problems.report("Old and done.", by=make_user("ed"), now=timezone.now() + timedelta(minutes=1))
        ProblemReport.objects.filter(pk=done.pk).update(is_done=True)

        page = client_of("chloe").get("/desk/newsroom/problemreport/").content.decode()

        assert page.index("It hangs.") < page.index("Old and done.")
        assert 'href="/desk/keys/"' in page

    @pytest.mark.parametrize("name", ["rita", "ed", "mo", "wendy", "pat", "nobody"])
    def test_is_closed_to_everybody_else(self, report, name):
        for address in ("", f"{report.pk}/change/", f"{report.pk}/history/"):
            assert client_of(name).get(f"/desk/newsroom/problemreport/{address}").status_code == 403

    def test_ticking_one_off_is_logged_and_its_words_stay(self, report):
        chloe, address = client_of("chloe"), f"/desk/newsroom/problemreport/{report.pk}/change/"

        chloe.post(
            address, {**form_values(chloe.get(address), "problemreport_form"), "is_done": "on", "text": "Forged."}
        )

        report.refresh_from_db()
        assert (report.is_done, report.text) == (True, "It hangs.")
        changed = AuditEntry.objects.filter(model="newsroom.problemreport", act=AuditEntry.Act.CHANGED).get()
        assert changed.by == make_user("chloe")

    def test_the_menu_counts_what_is_not_done(self, report):
        page = client_of("chloe").get("/desk/newsroom/problemreport/").content.decode()

        assert "not done" in page
        assert "not done" not in client_of("chloe").get("/desk/keys/").content.decode().partition("Problem reports")[0]

    def test_costs_the_same_however_long(self, report, django_assert_max_num_queries):
        chloe = client_of("chloe")
        for number in range(30):
            problems.report(f"Number {number}.", by=make_user("ed"))
        with django_assert_max_num_queries(10):
            chloe.get("/desk/newsroom/problemreport/")


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
class TestInTheBrowser:
    @pytest.mark.parametrize("scripts", [True, False])
    def test_a_report_is_one_link_some_words_and_one_press(self, context, live_server, scripts):
        make_user("rita")
        window = context(width_px=390, java_script_enabled=scripts)
        page = window.new_page()
        login(page, live_server, "rita")
        page.goto("/desk/calendar/?view=list")

        with window.expect_page() as opened:
            page.get_by_role("link", name="Report a problem with this screen").click()
        form = opened.value
        form.get_by_label("What is wrong?").fill("The list is empty.")
        assert not scripts or axe(form) == []
        form.get_by_role("button", name="Report it").click()
        expect(form.get_by_text("Kept.")).to_be_visible()

        report = ProblemReport.objects.get()
        assert report.address == "/desk/calendar/?view=list"
        assert report.window == ("390 × 800" if scripts else "")
