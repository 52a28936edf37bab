"""The pages of verbs in a browser: what a time comes to is said while it is typed."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from newsroom.testing.browser import axe, login
from newsroom.testing.factories import make_draft, make_live, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_time_is_explained_while_it_is_typed_and_then_scheduled(page, live_server):
    article = make_draft(make_user("ed"))
    tomorrow = timezone.now().replace(second=0, microsecond=0) + timedelta(days=1, minutes=1)
    login(page, live_server, "ed")
    page.goto(f"/desk/articles/article/{article.pk}/move/schedule/")
    field, line = page.get_by_label("Publish at"), page.locator("[data-minute]")

    field.fill("2027-03-28T01:30")
    expect(line).to_have_text("There is no such time on that day: the clocks go forward.")
    field.fill("2026-10-25T01:30")
    expect(line).to_have_text("This time comes twice on that day: the clocks go back.")
    field.fill("2020-07-01T10:00")
    expect(line).to_have_text("Wednesday 1 July 2020, 10:00 BST · 09:00 UTC · this time has passed")
    field.fill("2027-07-01T00:30")
    expect(line).to_contain_text("Thursday 1 July 2027, 00:30 BST · 30 Jun 23:30 UTC · in ")
    field.fill(f"{timezone.localtime(tomorrow):%Y-%m-%dT%H:%M}")
    expect(line).to_contain_text(f"{tomorrow:%H:%M} UTC · in 24 h")
    assert axe(page) == []
    page.get_by_role("button", name="Schedule").click()

    page.wait_for_url("**/change/")
    article.refresh_from_db()
    assert article.publish_at == tomorrow


def test_what_was_typed_for_readers_stays_when_the_press_was_refused(page, live_server):
    article = make_live(make_user("ed")).article
    login(page, live_server, "ed")
    page.goto(f"/desk/articles/article/{article.pk}/change/")
    page.locator("#id_headline").fill("")
    page.get_by_role("radio", name="Clarification").check()
    page.locator("#go_public").fill("It was unclear which ferry was meant.")
    page.get_by_role("button", name="Publish clarification").click()
    expect(page.locator("#refusal")).to_contain_text("Write a headline.")

    with page.expect_response("**/checklist/"):
        page.locator("#id_headline").fill("Ferry leaves the harbour at dawn")

    page.wait_for_function("!document.querySelector('#side-checklist').textContent.includes('Write a headline')")
    expect(page.locator("#go_public")).to_have_value("It was unclear which ferry was meant.")
