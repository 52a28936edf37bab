"""What stands around every screen: what was done and how to take it back, the way to an error, and keys in lists."""

from __future__ import annotations

import pytest
from django.test import Client
from lxml import html as lxml_html
from playwright.sync_api import expect

from articles import drafting, planning
from articles.models import DeskPreference
from newsroom.testing.browser import axe, login
from newsroom.testing.factories import make_draft, make_tag, make_user
from newsroom.testing.forms import form_values
from newsroom.tests.every_page import send_wire_story
from tags.models import Tag

pytestmark = pytest.mark.django_db


def client_of(name: str) -> Client:
    client = Client()
    client.force_login(make_user(name), backend="django.contrib.auth.backends.ModelBackend")
    return client


def read(answer):
    return lxml_html.fromstring(answer.content.decode())


def act(client, story, name, **values):
    story.refresh_from_db()
    values = {f"seen-{story.pk}": story.revision_number, **values}
    return read(client.post(f"/desk/story/{story.pk}/{name}/", values, follow=True))


class TestWhatWasDone:
    def test_is_said_in_a_status(self):
        page = act(client_of("ed"), make_draft(make_user("rita"), headline="Fog <b>closes</b>"), "up")

        [status] = page.xpath("//div[@role='status'][ul[contains(@class, 'messagelist')]]")
        assert "Fog <b>closes</b>: Urgency 4." in status.text_content()
        assert not status.xpath(".//b")

    @pytest.mark.parametrize("done, undone", [("claim", "assignee_id"), ("up", "urgency"), ("down", "urgency")])
    def test_carries_undo_where_there_is_a_way(self, done, undone):
        ed, story = client_of("ed"), make_draft(make_user("rita"))
        before = getattr(story, undone)
        page = act(ed, story, done, where="stories", back="q=ferry")
        [form] = page.xpath("//div[@role='status']//form")
        story.refresh_from_db()
        assert getattr(story, undone) != before

        answer = ed.post(form.get("action"), dict(form.form_values()))

        story.refresh_from_db()
        assert getattr(story, undone) == before
        assert answer["Location"].startswith("/desk/articles/article/?q=ferry")

    def test_giving_up_what_is_mine_can_be_undone(self):
        user = make_user("ed")
        story = make_draft(make_user("rita"), assignee=user)
        ed = client_of("ed")
        [form] = act(ed, story, "unassign").xpath("//div[@role='status']//form")

        ed.post(form.get("action"), dict(form.form_values()))

        story.refresh_from_db()
        assert story.assignee == user

    def test_undo_does_nothing_once_somebody_changed_the_story(self):
        ed, story = client_of("ed"), make_draft(make_user("rita"))
        [form] = act(ed, story, "claim").xpath("//div[@role='status']//form")
        story.refresh_from_db()
        planning.assign(story, make_user("rita"), by=make_user("ed"), base_revision=story.revision_number)

        page = read(ed.post(form.get("action"), dict(form.form_values()), follow=True))

        story.refresh_from_db()
        assert story.assignee == make_user("rita")
        assert page.xpath("//li[@class='error']")

    def test_has_no_undo_where_there_is_none(self):
        rita = make_user("rita")
        page = act(client_of("rita"), make_draft(rita), "submit")

        assert page.xpath("//div[@role='status']//li")
        assert not page.xpath("//div[@role='status']//form")

    def test_of_an_owner_who_was_somebody_else_is_not_undone(self):
        story = make_draft(make_user("rita"), assignee=make_user("rita"))

        assert not act(client_of("ed"), story, "unassign").xpath("//div[@role='status']//form")


class TestTheFirstError:
    def first(self, answer) -> str:
        [link] = read(answer).xpath("//a[text()='Go to the first error']")
        assert read(answer).xpath(f"//*[@id='{link.get('href')[1:]}']"), link.get("href")
        return link.get("href")

    def test_is_one_press_away_in_a_form(self):
        mo, tag = client_of("mo"), make_tag()
        address = f"/desk/tags/tag/{tag.pk}/change/"

        assert self.first(mo.post(address, {**form_values(mo.get(address), "tag_form"), "name": ""})) == "#id_name"

    def test_and_in_the_rows_under_it(self):
        mo, tag, other = client_of("mo"), make_tag(), make_tag("Fog")
        address = f"/desk/tags/tag/{tag.pk}/change/"
        values = {**form_values(mo.get(address), "tag_form"), "aliases-0-name": other.name}

        assert self.first(mo.post(address, values)) == "#id_aliases-0-name"

    @pytest.mark.parametrize("address, field", [("/desk/plan/", "budget_line"), ("/desk/images/image/add/", "upload")])
    def test_of_a_new_row(self, address, field):
        assert self.first(client_of("ed").post(address, {"slugline": "x"})) == f"#id_{field}"

    def test_of_a_move(self):
        story = make_draft(make_user("ed"))

        answer = client_of("ed").post(f"/desk/articles/article/{story.pk}/move/schedule/", {"seen_revision": "1"})

        assert self.first(answer).startswith("#id_publish_at")

    def test_is_not_offered_without_one(self):
        assert "Go to the first error" not in client_of("mo").get("/desk/tags/tag/add/").content.decode()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
class TestInTheBrowser:
    def test_lists_are_walked_with_j_and_k_wherever_they_are(self, context, live_server):
        make_user("wendy")
        make_user("mo")
        item = send_wire_story()
        for name in ("Fog", "Salt"):
            Tag.objects.create(name=name)
        page = context().new_page()
        login(page, live_server, "mo")
        page.goto("/desk/tags/tag/")
        page.keyboard.press("j")
        page.keyboard.press("j")
        page.keyboard.press("x")
        expect(page.locator("input.action-select:checked")).to_have_count(1)
        page.keyboard.press("k")
        page.keyboard.press("Enter")
        expect(page.get_by_label("Name:").first).to_have_value("Fog")

        login(page, live_server, "wendy")
        page.keyboard.press("Escape")
        page.goto("/desk/wire/wireitem/")
        page.keyboard.press("j")
        page.keyboard.press("Enter")

        page.wait_for_url(f"**/wireitem/{item.pk}/change/")

    def test_nothing_happens_for_those_who_switched_them_off(self, context, live_server):
        DeskPreference.objects.create(user=make_user("mo"), single_keys=False)
        make_tag()
        page = context().new_page()
        login(page, live_server, "mo")
        page.goto("/desk/tags/tag/")

        for key in "jx/?n":
            page.keyboard.press(key)

        assert page.evaluate("document.activeElement === document.body")
        expect(page.locator("input.action-select:checked")).to_have_count(0)

    @pytest.mark.parametrize("scheme, width", [("dark", 390), ("light", 1280)])
    def test_what_was_done_stays_and_is_taken_back_with_one_press(self, context, live_server, scheme, width):
        make_user("ed")
        story = make_draft(make_user("rita"))
        drafting.submit(story, by=make_user("rita"))
        page = context(scheme=scheme, width_px=width).new_page()
        login(page, live_server, "ed")
        page.goto("/desk/")
        page.locator(f"#story-{story.pk} summary").first.click()
        page.locator(f"#story-{story.pk}").get_by_role("button", name="Assign to me").first.click()
        said = page.get_by_role("status").filter(has_text="It is yours.")
        expect(said).to_be_in_viewport()
        assert axe(page) == []

        said.get_by_role("button", name="Undo").click()

        expect(page.get_by_text("It has no owner now.")).to_be_visible()
        story.refresh_from_db()
        assert story.assignee is None
