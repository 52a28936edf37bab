"""The desk in a browser: it refreshes itself without moving what somebody points at, and it is worked by keys."""

import pytest
from playwright.sync_api import expect

from articles import drafting
from articles.models import DeskPreference
from newsroom.testing.browser import login
from newsroom.testing.factories import make_draft, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LOOK = "document.querySelector('#desk-live').dispatchEvent(new CustomEvent('desk:look'))"


def in_review(**changes):
    story = make_draft(make_user("rita"), **changes)
    drafting.submit(story, by=make_user("rita"))
    return story


@pytest.fixture
def desk(context, live_server):
    """Return a function that opens the desk as Ed sees it."""

    def opened(view="board"):
        DeskPreference.objects.update_or_create(user=make_user("ed"), defaults={"view": view})
        page = context(height_px=1600).new_page()
        login(page, live_server, "ed")
        page.goto("/desk/")
        return page

    return opened


class TestRefreshing:
    def test_what_would_move_waits_behind_a_button_and_keeps_the_focus(self, desk):
        first = in_review(headline="First of all", urgency=4)
        page = desk()
        row = page.locator(f"#story-{first.pk}")
        row.locator("[data-row]").focus()
        before = row.bounding_box()

        in_review(headline="Most urgent", urgency=1)
        page.evaluate(LOOK)
        button = page.get_by_role("button", name="changes – show")
        expect(button).to_be_visible()

        assert row.bounding_box() == before
        expect(page.get_by_text("Most urgent")).to_have_count(0)
        expect(page.get_by_role("status")).to_contain_text("show")
        page.mouse.move(5, 5)
        button.click()
        expect(page.locator("[data-column=review] [data-row]")).to_have_text(["Most urgent", "First of all"])

    def test_a_change_within_a_row_is_shown_at_once_only_while_nobody_is_there(self, desk):
        story = in_review(headline="Before")
        page = desk()
        title = page.locator(f"#story-{story.pk} [data-row]")
        title.hover()

        drafting.save_draft(story, {"headline": "After"}, by=make_user("chloe"), base_revision=1)
        page.evaluate(LOOK)
        expect(page.get_by_role("button", name="2 changes – show")).to_be_visible()  # it waits, and is in review
        expect(title).to_have_text("Before")
        page.mouse.move(2, 2)
        page.evaluate(LOOK)

        expect(title).to_have_text("After")

    def test_an_alarm_is_told(self, desk):
        in_review()
        page = desk()
        story = make_draft()
        type(story).objects.filter(pk=story.pk).update(
            stage="ready", publish_at=story.created_at, schedule_problem="Write a standfirst."
        )

        page.evaluate(LOOK)

        expect(page.get_by_role("button", name="1 new alarm")).to_be_visible()

    def test_being_signed_out_is_said(self, desk, troubles):
        in_review()
        page = desk()
        page.context.clear_cookies()

        page.evaluate(LOOK)

        expect(page.locator(".desk-pulse")).to_contain_text("You are signed out.")


class TestKeys:
    def test_j_k_x_and_enter_work_a_list(self, desk):
        one, two = in_review(headline="One", urgency=1), in_review(headline="Two", urgency=2)
        page = desk("table")

        page.keyboard.press("j")
        page.keyboard.press("j")
        page.keyboard.press("x")
        expect(page.locator("[data-select]:checked")).to_have_count(1)
        page.keyboard.press("k")
        page.keyboard.press("Enter")

        page.wait_for_url(f"**/{one.pk}/change/")
        assert two

    def test_letters_in_a_field_are_letters(self, desk):
        in_review()
        page = desk()

        page.keyboard.press("/")
        page.keyboard.type("jnx?")

        expect(page.get_by_placeholder("Words in the headline")).to_have_value("jnx?")

    def test_they_can_be_switched_off_and_are_listed(self, desk):
        in_review()
        page = desk()
        page.keyboard.press("?")
        expect(page.get_by_role("dialog")).to_contain_text("In a list: next and previous")
        page.keyboard.press("Escape")

        page.get_by_role("button", name="Keys: on").click()
        page.keyboard.press("?")

        expect(page.get_by_role("dialog")).to_have_count(0)

    def test_a_story_is_claimed_without_opening_it(self, desk):
        story = in_review(headline="One")
        page = desk()

        page.locator(f"#story-{story.pk} summary").click()
        page.locator(f"#story-{story.pk}").get_by_role("button", name="Assign to me").click()

        expect(page.locator(".messagelist")).to_contain_text("One: It is yours.")
        story.refresh_from_db()
        assert story.assignee == make_user("ed")
