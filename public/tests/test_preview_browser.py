"""The preview in its frame, in a browser: every width and look, with what is not saved yet."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from articles import sharing
from articles.models import Article
from newsroom.testing.browser import axe, login
from newsroom.testing.factories import make_draft, make_image, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def preview(page, live_server):
    story = make_draft(make_user("ed"), headline="The ferry as it was saved", picture=make_image())
    login(page, live_server, "ed")
    page.goto(f"/desk/articles/article/{story.pk}/change/")
    page.frame_locator("iframe.cke_wysiwyg_frame").locator("body.editor-text").wait_for()
    page.locator("#id_headline").fill("The ferry as it stands on the screen")
    with page.expect_popup() as opened:
        page.get_by_role("button", name="Preview").click()
    return opened.value, story


class TestThePreview:
    def test_shows_what_is_not_saved_yet_in_every_look_and_saves_nothing(self, preview):
        page, story = preview
        frame = page.frame_locator("iframe[name=preview]")
        expect(frame.locator("h1")).to_have_text("The ferry as it stands on the screen")
        assert frame.locator("html").evaluate("() => innerWidth") == 390
        page.get_by_label("Desktop").check()
        expect(frame.locator("h1")).to_be_visible()
        assert frame.locator("html").evaluate("() => innerWidth") == 1280
        expect(page.get_by_role("button", name="Light")).to_have_attribute("aria-pressed", "true")
        page.get_by_role("button", name="Dark").click()
        expect(page.get_by_role("button", name="Dark")).to_have_attribute("aria-pressed", "true")
        expect(frame.locator("html")).to_have_attribute("data-theme", "dark")
        expect(frame.locator("h1")).to_have_text("The ferry as it stands on the screen")
        assert frame.locator("html").evaluate("each => getComputedStyle(each).backgroundColor") == "rgb(19, 21, 24)"
        page.get_by_role("button", name="On paper").click()
        expect(frame.locator(".masthead-search")).to_be_hidden()
        page.get_by_role("button", name="Cards").click()
        expect(frame.locator("h1")).to_have_text("Cards, search and alert")

        assert Article.objects.get(pk=story.pk).headline == "The ferry as it was saved"

    def test_stays_where_it_is_when_a_link_is_followed(self, preview):
        page, _ = preview
        frame = page.frame_locator("iframe[name=preview]")
        expect(frame.locator("h1")).to_have_text("The ferry as it stands on the screen")

        with page.context.expect_page() as opened:
            frame.locator(".masthead-name").click()

        expect(opened.value.locator("main")).to_be_visible()
        expect(frame.locator("h1")).to_have_text("The ferry as it stands on the screen")

    def test_is_in_order_for_everybody(self, preview):
        page, _ = preview
        shown = page.frame_locator("iframe[name=preview]").locator("h1")
        expect(shown).to_have_text("The ferry as it stands on the screen")
        page.wait_for_load_state("networkidle")

        assert axe(page) == []


class TestAnOutsider:
    def test_reads_the_story_and_answers_and_the_desk_has_the_words(self, page):
        story = make_draft(make_user("ed"))
        link = sharing.make_link(story, by=make_user("ed"), label="Harbour board")

        page.goto(f"/preview/{sharing.token_of(link)}/")
        page.get_by_label("What you want to say").fill("It was fourteen sailings.")
        page.get_by_role("button", name="Send").click()

        expect(page.get_by_text("Thank you. The newsroom has your words.")).to_be_visible()
        assert story.notes.get().text == "It was fourteen sailings."
