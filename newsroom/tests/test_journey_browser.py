"""The same life of a story as test_journey.py, driven in Chromium: real sign-in, real editor, real buttons."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from playwright.sync_api import BrowserContext, Page, expect

from articles.models import Article, HistoryEntry, Version
from newsroom import jobs
from newsroom.testing.browser import open_group
from newsroom.testing.factories import PASSWORD, make_author, make_section, make_source, make_user

SAMPLES = Path(settings.BASE_DIR).parent / "shared" / "samples"
HEADLINE = "Ukraine seeking exchange of 1,200 prisoners with Russia"
pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not SAMPLES.is_dir(), reason="reads ../shared/samples, which is not here"),
]
OpenContext = Callable[..., BrowserContext]


def sign_in(context: OpenContext, name: str) -> Page:
    make_user(name)
    page = context().new_page()
    page.goto("/desk/")
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.get_by_role("heading", name="Desk", exact=True)).to_be_visible()
    return page


def type_into_editor(page: Page, words: str) -> None:
    """Put the cursor at the end of the body and type, as a writer does."""
    body = page.frame_locator("iframe.cke_wysiwyg_frame").locator('body[contenteditable="true"]')
    body.click()
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")
    page.keyboard.type(words)


def new_reader(context: OpenContext) -> Page:
    """Open a phone in the dark without scripts, and with nothing in its cache: pages may be kept for a minute."""
    return context(java_script_enabled=False, scheme="dark", width_px=390).new_page()


def more(page: Page, button: str, *, note: str, text: str) -> None:
    page.locator(".story-more summary").click()
    page.get_by_label("Note for the desk").fill(note)
    page.get_by_label("What readers see in its place").fill(text)
    page.locator(".story-more").get_by_role("button", name=button).click()
    expect(page.locator(".story-bar .chip")).not_to_have_text("Live")


def test_people_carry_a_wire_story_to_readers_and_away_again(context: OpenContext, troubles):
    make_source("reuters", name="Reuters", credit_line="Reuters")
    make_section("world")
    make_author("Rita Ferrier")
    call_command("ingest", str(SAMPLES / "exchange.ninjs.json"), source="reuters", stdout=io.StringIO())
    troubles.expect("status of 410")

    wendy = sign_in(context, "wendy")
    wendy.goto("/desk/wire/wireitem/")
    wendy.get_by_role("link", name=HEADLINE).click()
    wendy.get_by_role("button", name="Make story").first.click()
    expect(wendy.get_by_label("Headline:", exact=True)).to_have_value(HEADLINE)
    article = Article.objects.get()
    story = f"/desk/articles/article/{article.pk}/change/"

    rita = sign_in(context, "rita")
    rita.goto(story)
    expect(rita.get_by_role("button", name="Publish now")).to_have_count(0)
    open_group(rita, "Placement")
    rita.get_by_label("Section:").select_option(label="World")
    rita.get_by_label("Author 1").fill("Rita Ferrier")
    rita.get_by_label("Picture alternative text:").fill("Men in blankets stand beside a bus")
    type_into_editor(rita, "Relatives waited through the night.")
    rita.get_by_role("button", name="Submit to desk").click()
    expect(rita.locator(".story-bar .chip")).to_have_text("In review")
    expect(rita.get_by_text("lies with the desk")).to_be_visible()

    ed = sign_in(context, "ed")
    ed.get_by_role("link", name=HEADLINE).first.click()
    ed.locator("summary", has_text="Send back…").click()
    ed.get_by_label("Note for the writer").fill("Say who the relatives are.")
    ed.get_by_role("button", name="Send back", exact=True).click()
    expect(ed.locator(".story-bar .chip")).to_have_text("Draft")

    rita.goto(story)
    expect(rita.get_by_text("Say who the relatives are.")).to_be_visible()
    type_into_editor(rita, "They had come from three regions.")
    rita.get_by_role("button", name="Submit to desk").click()

    ed.goto(story)
    ed.get_by_role("button", name="Approve").click()
    expect(ed.locator(".story-bar .chip")).to_have_text("Ready")
    ed.get_by_role("button", name="Publish now").click()
    expect(ed.locator(".story-bar .chip")).to_have_text("Live")

    jobs.tick()
    address = Version.objects.live().get().get_absolute_url()
    reader = new_reader(context)
    for place in (
        "/",
        "/world/",
        "/authors/rita-ferrier/",
        "/tags/ukraine/",
        "/sources/reuters/",
        "/search/?q=exchange",
    ):
        reader.goto(place)
        expect(reader.locator(f'a[href="{address}"]').first).to_be_visible()
    reader.goto("/")
    reader.get_by_role("link", name=HEADLINE).first.click()
    expect(reader.get_by_role("heading", level=1)).to_have_text(HEADLINE)
    expect(reader.get_by_role("heading", name="Istanbul agreements back in focus")).to_be_visible()
    expect(reader.get_by_role("img", name="Men in blankets stand beside a bus")).to_be_visible()
    expect(reader.locator("figcaption").first).to_contain_text("Reuters")
    for words in (
        "“We are … counting on the resumption of exchanges,”",
        "They had come from three regions.",
        "Published",
    ):
        expect(reader.get_by_text(words).first).to_be_visible()
    expect(reader.get_by_role("link", name="Rita Ferrier").first).to_be_visible()
    expect(reader.get_by_role("link", name="Türkiye")).to_be_visible()

    ed.goto(story)
    type_into_editor(ed, "This was in Kyiv.")
    ed.get_by_role("radio", name="Correction").check()
    ed.get_by_label("Text for readers").fill("An earlier version named the wrong city.")
    ed.get_by_role("button", name="Publish correction", exact=True).click()
    expect(ed.locator(".story-result")).to_contain_text("Live at")
    reader = new_reader(context)
    reader.goto(address)
    expect(reader.get_by_text("An earlier version named the wrong city.")).to_be_visible()
    ed.goto(story)
    type_into_editor(ed, "Moscow answered in the evening.")
    ed.get_by_role("button", name="Save", exact=True).click()
    expect(ed.locator(".story-bar .chip")).to_have_text("Live, changes waiting")
    ed.get_by_role("button", name="Publish changes").click()
    expect(ed.locator(".story-result")).to_contain_text("Live at")
    reader = new_reader(context)
    reader.goto(address)
    expect(reader.get_by_text("Moscow answered in the evening.")).to_be_visible()
    expect(reader.get_by_text("Updated").first).to_be_visible()

    ed.goto(story)
    more(ed, "Withdraw", note="Checking.", text="We are checking this story.")
    reader = new_reader(context)
    reader.goto(address)
    expect(reader.get_by_text("We are checking this story.")).to_be_visible()
    ed.get_by_role("button", name="Republish").click()
    expect(ed.locator(".story-result")).to_contain_text("Live at")
    more(ed, "Kill", note="Agency kill.", text="The agency has withdrawn this story.")
    expect(ed.locator(".story-bar .chip")).to_have_text("Killed")
    reader = new_reader(context)
    assert reader.goto(address).status == 410
    expect(reader.get_by_text("The agency has withdrawn this story.")).to_be_visible()
    for place in ("/", "/world/", "/authors/rita-ferrier/", "/tags/ukraine/", "/sources/reuters/"):
        reader.goto(place)
        expect(reader.locator(f'a[href="{address}"]')).to_have_count(0)
    verbs = list(HistoryEntry.objects.order_by("id").values_list("verb", flat=True))
    assert verbs == ["created", "submit", "send_back", "submit", "approve", "publish", "correct", "update", "withdraw",
                     "republish", "kill"]  # fmt: skip
