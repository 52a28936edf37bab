"""Notes and house style beside a story that is being written, in a browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from articles.models import Article, Note, StyleRule
from newsroom.testing.browser import login
from newsroom.testing.factories import make_draft, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def story(live_server):
    StyleRule.objects.create(name="Web", pattern="web site", suggestion="website", reason="One word.")
    make_user("rita")
    return make_draft(
        make_user("ed"), headline="The ferry has a web site of its own", body="<p>Its web site is new.</p>"
    )


@pytest.fixture
def screen(page, live_server, story):
    login(page, live_server, "ed")
    page.goto(f"/desk/articles/article/{story.pk}/change/")
    page.frame_locator("iframe.cke_wysiwyg_frame").locator("body.editor-text").wait_for()
    return page


class TestNotesBesideTheStory:
    def test_are_written_about_marked_words_answered_and_settled_without_leaving(self, screen, story):
        screen.locator("#id_headline").select_text()
        screen.get_by_role("button", name="Write a note").click()
        screen.get_by_role("textbox", name="Write it", exact=True).fill("@rita Whose?")
        screen.get_by_label("Must be settled before publishing").check()
        screen.get_by_role("button", name="Write it", exact=True).click()
        notes = screen.locator("section.notes")
        expect(notes).to_contain_text("1 before publishing")
        expect(notes.locator(".note-quote")).to_have_text("The ferry has a web site of its own")
        notes.get_by_role("button", name="Answer").first.click()
        screen.get_by_role("textbox", name="Answer").fill("The harbour board’s.")
        notes.get_by_role("button", name="Answer").last.click()
        expect(notes).to_contain_text("The harbour board’s.")
        notes.get_by_role("button", name="Settle").click()
        expect(notes).to_contain_text("None open")

        assert Note.objects.filter(article=story, resolved_by__username="ed", is_must=True).count() == 1
        assert screen.url.endswith("/change/")

    def test_a_note_that_cannot_be_sent_keeps_its_words(self, screen, troubles):
        troubles.expect("Failed to load resource")
        screen.get_by_role("button", name="Write a note").click()
        screen.get_by_role("textbox", name="Write it", exact=True).fill("Do not lose me")
        screen.context.set_offline(True)
        screen.get_by_role("button", name="Write it", exact=True).click()

        expect(screen.get_by_text("Your words are still here")).to_be_visible()
        assert screen.get_by_role("textbox", name="Write it", exact=True).input_value() == "Do not lose me"
        screen.context.set_offline(False)


class TestHouseStyleBesideTheStory:
    def test_says_why_writes_what_is_suggested_and_leaves_what_is_meant(self, screen, story):
        section = screen.locator(".house-style")
        expect(section).to_contain_text("2 to look at")
        expect(section).to_contain_text("One word.")
        section.get_by_role("button", name="Write it so").first.click()
        expect(screen.locator("#id_headline")).to_have_value("The ferry has a website of its own")
        expect(section).to_contain_text("1 to look at")
        section.get_by_role("button", name="Leave it").click()
        expect(section).to_contain_text("nothing to say")

        assert Article.objects.get(pk=story.pk).style_ignores.get().phrase == "web site"

    def test_mends_the_body_through_its_editor(self, screen):
        section = screen.locator(".house-style")
        expect(section).to_contain_text("2 to look at")
        section.get_by_role("button", name="Write it so").last.click()

        expect(screen.frame_locator("iframe.cke_wysiwyg_frame").locator("body")).to_have_text("Its website is new.")
        expect(section).to_contain_text("1 to look at")
        assert "website" in screen.locator("#id_body").input_value()
