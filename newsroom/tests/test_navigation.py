"""The menu of the desk: its order, for whom it is, what it counts, and what that costs."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.test import Client
from django.utils import timezone
from lxml import html as lxml_html
from playwright.sync_api import expect

from articles import desk, drafting, takedowns
from articles.models import Article
from newsroom import navigation
from newsroom.testing.browser import axe, login
from newsroom.testing.factories import make_draft, make_live, make_source, make_tag, make_user
from tags.models import Tag
from wire.models import Delivery, WireItem

pytestmark = pytest.mark.django_db

CAST = ("rita", "ed", "chloe", "mo", "wendy", "pat")
ALL = ["Desk", "My work", "Wire", "Fronts", "Calendar", "Photos", "Tags", "Sources", "People", "Settings"]


def client_of(name: str) -> Client:
    client = Client()
    client.force_login(make_user(name), backend="django.contrib.auth.backends.ModelBackend")
    return client


def menu_of(client: Client, address: str = "/desk/"):
    return lxml_html.fromstring(client.get(address).content.decode()).xpath("//nav[@aria-label='Menu']")[0]


def lines_of(menu) -> list[str]:
    """Return the lines of the first level with their counts, as they are read out."""
    return [" ".join(line.text_content().split()) for line in menu.xpath(".//details/ul/li/a")]


def make_wire_item(number: int) -> WireItem:
    source, now = make_source(), timezone.now()
    delivery = Delivery.objects.create(
        source=source, name="one.json", payload=b"{}", sha256="0" * 64, size_bytes=2, received_at=now
    )
    return WireItem.objects.create(
        source=source, delivery=delivery, guid=f"tag:{number}", version="1", headline="News", received_at=now
    )


class TestTheMenu:
    def test_follows_the_work_and_not_the_apps(self):
        assert lines_of(menu_of(client_of("chloe"))) == ALL

    def test_leaves_out_what_a_person_may_not_open(self):
        assert "Fronts" not in lines_of(menu_of(client_of("rita")))
        assert lines_of(menu_of(client_of("nobody"))) == ["Desk", "Settings"]

    @pytest.mark.parametrize("name", CAST)
    def test_every_line_of_it_opens_and_those_below_too(self, name):
        client = client_of(name)
        seen, waiting = set(), ["/desk/"]
        while waiting:
            menu = menu_of(client, waiting.pop())
            new = {link.get("href") for link in menu.iter("a")} - seen
            waiting += new
            seen |= new

        assert len(seen) > 15
        assert {address: client.get(address).status_code for address in seen} == dict.fromkeys(seen, 200)

    @pytest.mark.parametrize("name", CAST)
    def test_every_list_that_a_person_may_open_is_in_it(self, name, rf):
        request = rf.get("/desk/")
        request.user = make_user(name)
        apps = admin.site.get_app_list(request)
        menu = navigation.lines(request, apps)

        reached = {line.address.partition("?")[0] for top in menu for line in (top, *top.under)}

        assert {row["admin_url"] for app in apps for row in app["models"]} <= reached

    def test_what_it_does_not_name_comes_last_under_settings(self, rf):
        request = rf.get("/desk/")
        request.user = make_user("chloe")
        strange = {"object_name": "Strange", "name": "Strange things", "admin_url": "/desk/strange/"}

        menu = navigation.lines(request, [{"models": [strange]}])

        assert menu[-1].under[-1].label == "Strange things"

    def test_leads_to_calendar_notifications_and_handovers_from_the_first_page(self):
        links = {link.text_content().strip() for link in menu_of(client_of("rita")).iter("a")}

        assert {"Calendar", "Notifications", "Handovers", "Stories", "History"} <= links


class TestWhereOneIs:
    @pytest.mark.parametrize(
        "address, line",
        [
            ("/desk/", "Desk"), ("/desk/?mine=1", "Desk"), ("/desk/articles/article/", "Stories"),
            ("/desk/articles/article/?mine=1&q=x", "My work"), ("/desk/articles/article/?mine=nobody", "Stories"),
            ("/desk/wire/wireitem/?q=x", "Wire"), ("/desk/calendar/", "Calendar"), ("/desk/tags/tagalias/", "Tag aliases"),
            ("/desk/articles/section/", "Sections"), ("/desk/notifications/", "Notifications"),
        ],
    )  # fmt: skip
    def test_one_line_is_the_page(self, address, line):
        menu = menu_of(client_of("chloe"), address)

        assert [each.text.strip() for each in menu.xpath(".//a[@aria-current='page']")] == [line]

    def test_the_way_to_a_row_and_to_a_line_below_is_marked(self):
        tag = make_tag("Fog")
        chloe = client_of("chloe")

        def marked(address):
            return [each.text.strip() for each in menu_of(chloe, address).xpath(".//a[@aria-current='true']")]

        assert marked(f"/desk/tags/tag/{tag.pk}/change/") == ["Tags"]
        assert marked("/desk/tags/tagalias/") == ["Tags"]

    def test_a_story_and_its_pages_have_no_menu(self):
        story = make_draft(make_user("ed"))
        ed = client_of("ed")
        for page in ("change", "revisions", "links", "notes", "move/kill"):
            assert 'class="desk-nav"' not in ed.get(f"/desk/articles/article/{story.pk}/{page}/").content.decode()
        assert 'class="desk-nav"' not in ed.get("/desk/articles/article/add/").content.decode()

    def test_a_popup_has_none(self):
        assert 'class="desk-nav"' not in client_of("pat").get("/desk/images/image/?_popup=1").content.decode()


class TestCounts:
    def test_say_what_waits_for_a_person(self):
        ed, rita, chloe = make_user("ed"), make_user("rita"), make_user("chloe")
        handed_in = make_draft(rita)
        drafting.submit(handed_in, by=rita)
        make_draft(rita)
        takedowns.file(make_live(ed).article, by=ed, asked_by="J.", request="Please.")
        Tag.objects.create(name="Fog")
        make_wire_item(1)

        assert lines_of(menu_of(client_of("rita")))[:3] == ["Desk 1 waiting for you", "My work 2 in work", "Wire 1 new"]
        assert lines_of(menu_of(client_of("ed")))[:2] == ["Desk 1 waiting for you", "My work"]
        assert "Tags 1 to approve" in lines_of(menu_of(client_of("mo")))
        assert "Takedowns 1 not decided" in menu_of(client_of(chloe.username)).text_content().replace("\n", "")

    def test_are_shown_to_those_alone_whose_work_it_is(self):
        Tag.objects.create(name="Fog")
        make_wire_item(1)

        assert "Tags" in lines_of(menu_of(client_of("rita")))
        assert "Wire" in lines_of(menu_of(client_of("mo")))

    def test_end_at_ninety_nine(self):
        Tag.objects.bulk_create(Tag(name=f"Tag {number}", slug=f"t{number}", key=f"t{number}") for number in range(250))

        assert "Tags 99+ to approve" in lines_of(menu_of(client_of("mo")))

    def test_cost_no_query_of_their_own(self, django_assert_num_queries):
        chloe = client_of("chloe")
        chloe.get("/desk/keys/")

        with django_assert_num_queries(5):  # session, person, two of permissions, the seat with all counts
            menu = menu_of(chloe, "/desk/keys/")

        assert lines_of(menu) == ALL

    def test_are_not_asked_where_there_is_no_menu(self, django_assert_max_num_queries):
        story = make_draft(make_user("ed"))
        ed = client_of("ed")
        ed.get(f"/desk/articles/article/{story.pk}/change/")

        with django_assert_max_num_queries(15) as queries:
            ed.get(f"/desk/articles/article/{story.pk}/change/")

        assert not any("counted_rows" in query["sql"] for query in queries.captured_queries)

    def test_work_is_what_one_owns_or_made_and_nobody_owns(self):
        ed, rita, now = make_user("ed"), make_user("rita"), timezone.now()
        owned, made = make_draft(ed, assignee=rita), make_draft(rita)
        make_draft(rita, assignee=ed)
        old = make_draft(rita)
        Article.objects.filter(pk=old.pk).update(changed_at=now.replace(year=now.year - 1))
        make_live(ed, assignee=rita)

        assert {*desk.in_work_of(rita, now)} == {owned, made}


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
class TestInTheBrowser:
    @pytest.mark.parametrize("scripts", [True, False])
    def test_a_phone_unfolds_it_with_the_keyboard_and_nothing_is_covered(self, context, live_server, scripts):
        make_user("chloe")
        page = context(width_px=390, java_script_enabled=scripts).new_page()
        login(page, live_server, "chloe")
        page.goto("/desk/calendar/")
        menu = page.get_by_role("navigation", name="Menu")
        expect(menu.get_by_role("link", name="Settings")).to_be_hidden()

        menu.locator("summary").focus()
        page.keyboard.press("Enter")

        expect(menu.get_by_role("link", name="Settings")).to_be_visible()
        below, above = page.locator("main").bounding_box(), menu.bounding_box()
        assert below["y"] >= above["y"] + above["height"] - 1
        assert not scripts or axe(page) == []
        menu.get_by_role("link", name="Settings").click()
        expect(page.get_by_role("heading", level=1)).to_be_visible()

    @pytest.mark.parametrize("scripts", [True, False])
    def test_a_wide_screen_shows_all_of_it_at_once(self, context, live_server, scripts):
        make_user("chloe")
        page = context(java_script_enabled=scripts).new_page()
        login(page, live_server, "chloe")

        page.goto("/desk/")

        menu = page.get_by_role("navigation", name="Menu")
        for name in ALL:
            expect(menu.get_by_role("link", name=name, exact=True)).to_be_in_viewport()
        expect(menu.locator("summary")).to_be_hidden()
        box = menu.bounding_box()
        assert page.locator("main").bounding_box()["x"] >= box["x"] + box["width"] - 1
