"""Choosing what to keep in a browser: one's own wording is written as text, and a key saves."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from articles import drafting
from articles.tests.refusals import fresh
from newsroom.testing.browser import login
from newsroom.testing.factories import make_draft, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BODY = "<p>One <strong>ferry</strong> left.</p><p>Two came back.</p>"


class TestWritingItAnew:
    def test_keeps_the_form_of_the_text_and_saves_by_key(self, page, live_server):
        article = make_draft(make_user("rita"), headline="Ferry", body=BODY)
        login(page, live_server, "rita")
        page.goto(f"/desk/articles/article/{article.pk}/change/")
        text = page.frame_locator("iframe.cke_wysiwyg_frame").locator("body.editor-text")
        text.locator("p").first.click()
        theirs = {"headline": "Ed's", "body": BODY.replace("left", "sailed")}
        drafting.save_draft(fresh(article), theirs, by=make_user("ed"), base_revision=1)

        page.keyboard.press("End")
        page.keyboard.type(" Late.")
        page.get_by_label("Headline:", exact=True).fill("Rita's")
        page.get_by_role("button", name="Save", exact=True).click()
        question = page.get_by_role("group", name="Body, passage 1")
        expect(page.get_by_role("textbox", name="Your wording")).to_have_count(0)
        question.get_by_label("Write it anew").check()
        words = question.get_by_role("textbox", name="Your wording")
        expect(words.locator("strong")).to_have_text("ferry")
        words.press("Control+End")
        page.keyboard.type(" At dawn.")
        page.get_by_role("button", name="Take all that Ed saved").click()
        question.get_by_label("Write it anew").check()
        page.keyboard.press("Control+s")

        expect(page.get_by_text("Saved, revision 3.")).to_be_visible()
        stored = fresh(article)
        assert stored.headline == "Ed's"
        assert stored.body.startswith("<p>One <strong>ferry</strong> left. Late. At dawn.</p>")
