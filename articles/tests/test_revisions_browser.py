"""Stepping through a comparison by key and by button."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from articles import drafting
from newsroom.testing.browser import login
from newsroom.testing.factories import make_draft, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


class TestSteppingThroughChanges:
    def test_n_and_p_go_to_the_next_and_the_previous_change_but_not_while_writing(self, page, live_server):
        article = make_draft(
            make_user("rita"), headline="One ferry", kicker="At sea", body="<p>One.</p><p>Two came.</p>"
        )
        changes = {"headline": "Two ferries", "kicker": "On land", "body": "<p>One.</p><p>Three came.</p>"}
        drafting.save_draft(article, changes, by=make_user("ed"), base_revision=1)
        login(page, live_server, "ed")
        page.goto(f"/desk/articles/article/{article.pk}/revisions/")
        page.get_by_role("button", name="Compare the two").click()

        page.get_by_role("button", name="Next change").wait_for()
        status = page.locator(".compare-steps [role=status]")
        page.keyboard.press("n")
        expect(status).to_have_text("Change 1 of 3")
        expect(page.locator(":focus")).to_have_text("One")
        page.keyboard.press("p")
        expect(status).to_have_text("Change 3 of 3")
        expect(page.locator(":focus")).to_have_text("Two")
        page.keyboard.press("Control+p")
        page.get_by_role("button", name="Next change").click()
        expect(status).to_have_text("Change 1 of 3")
