"""How many clicks and keys the day's work costs, counted in the page by a script of the test; and the same work by the
keyboard alone. Typing is free, and so is putting the cursor where one types."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from articles import drafting
from articles.models import Article, DeskPreference, HistoryEntry, Recovery, Version
from newsroom.testing.browser import login
from newsroom.testing.factories import BODY, PASSWORD, make_draft, make_live, make_section, make_tag, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# Whether what has the focus is in sight and marked as such
SEEN = """() => {
  const each = document.activeElement;
  const box = each.getBoundingClientRect();
  const style = getComputedStyle(each.tagName === "IFRAME" ? each.closest(".cke_chrome") : each);
  const isMarked = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
  return each !== document.body && box.bottom > 0 && box.top < innerHeight && isMarked;
}"""
# Runs in every page and frame of the test, before its own scripts
COUNTER = """(() => {
  const WRITES = "textarea, [contenteditable], input:not([type=radio], [type=checkbox], [type=submit], [type=button])";
  const isText = (target) => Boolean(target.closest?.(WRITES)) || target.ownerDocument?.designMode === "on";
  addEventListener("click", (event) => {
    if (event.isTrusted && event.detail && !isText(event.target)) window.countAct(`click ${event.target.textContent.trim().slice(0, 30)}`);
  }, true);
  addEventListener("keydown", (event) => {
    if (!event.isTrusted || ["Control", "Shift", "Alt", "Meta"].includes(event.key)) return;
    const isTyping = isText(event.target) && !event.ctrlKey && !event.metaKey && event.key !== "Tab";
    if (!isTyping) window.countAct(`key ${event.key}`);
  }, true);
})();"""


@pytest.fixture
def acts():
    """The clicks and keys so far, but for typing."""
    return []


@pytest.fixture
def desk(context, live_server, acts):
    """Return a function that opens an address as somebody, with everything counted from then on."""

    def open_page(name, address, **options):
        make_user(name)
        window = context(**options)
        window.expose_binding("countAct", lambda source, act: acts.append(act))
        window.add_init_script(COUNTER)
        page = window.new_page()
        login(page, live_server, name)
        page.goto(address)
        return page

    return open_page


def story(article):
    return f"/desk/articles/article/{article.pk}/change/"


def editor(page):
    body = page.frame_locator("iframe.cke_wysiwyg_frame").locator('body[contenteditable="true"]')
    body.wait_for()
    return body


class TestBudgets:
    def test_starting_a_story_takes_one_click_from_any_screen(self, desk, acts):
        page = desk("rita", "/desk/articles/article/")

        page.get_by_role("link", name="New story").click()

        expect(page.get_by_label("Headline:", exact=True)).to_be_focused()
        assert acts == ["click New story"]

    def test_or_one_key(self, desk, acts):
        page = desk("rita", "/desk/tags/tag/")

        page.keyboard.press("n")

        expect(page.get_by_label("Headline:", exact=True)).to_be_focused()
        assert acts == ["key n"]

    def test_saving_takes_none(self, desk, acts):
        article = make_draft(make_user("rita"))
        page = desk("rita", story(article))

        editor(page).click()
        page.keyboard.type("Nobody pressed anything.")
        for _ in range(60):
            if Recovery.objects.filter(article=article).exists():
                break
            page.wait_for_timeout(250)

        assert "Nobody pressed anything." in Recovery.objects.get(article=article).values["body"]
        assert acts == []

    def test_submitting_takes_one(self, desk, acts):
        article = make_draft(make_user("rita"))
        page = desk("rita", story(article))

        page.get_by_label("Headline:", exact=True).fill("Ferry leaves the harbour after all")
        page.get_by_role("button", name="Submit to desk").click()

        expect(page.locator(".story-bar .chip")).to_have_text("In review")
        assert acts == ["click Submit to desk"]

    def test_publishing_clean_copy_takes_two_from_the_desk(self, desk, acts):
        article = make_draft(make_user("rita"), tags=[make_tag()])
        drafting.submit(article, by=make_user("rita"))
        page = desk("ed", "/desk/")

        page.get_by_role("link", name=article.headline).first.click()
        page.get_by_role("button", name="Publish now").click()

        expect(page.locator(".story-result")).to_contain_text("Live at")
        assert len(acts) == 2, acts

    def test_correcting_a_live_story_takes_three_from_the_desk(self, desk, acts):
        live = make_live(body=f"{BODY}<p>The storm killed 13.</p>")
        page = desk("ed", "/desk/")

        page.get_by_role("link", name=live.headline).first.click()
        editor(page).get_by_text("The storm killed 13.").click()
        page.keyboard.press("End")
        for _ in "13.":
            page.keyboard.press("Backspace")
        page.keyboard.type("12.")
        page.get_by_role("radio", name="Correction").click()
        expect(page.locator("#go_public")).to_have_value(re.compile("13"))
        page.get_by_role("button", name="Publish correction").click()

        expect(page.locator(".story-result")).to_contain_text("Live at")
        assert Version.objects.live().get().change == "correction"
        assert len(acts) == 3, acts

    def test_killing_takes_two_and_a_reason(self, desk, acts):
        live = make_live()
        page = desk("ed", story(live.article))
        editor(page)

        page.locator(".story-more summary").click()
        expect(page.get_by_label("Note for the desk")).to_be_focused()
        expect(page.locator("#more_note")).to_be_focused()
        page.keyboard.type("The agency has killed it.")
        page.get_by_role("button", name=re.compile("^Kill")).click()

        expect(page.locator(".story-bar .chip")).to_have_text("Killed")
        assert HistoryEntry.objects.get(verb="kill").note == "The agency has killed it."
        assert len(acts) == 2, acts

    def test_sending_back_takes_two_and_a_note(self, desk, acts):
        article = make_draft(make_user("rita"))
        drafting.submit(article, by=make_user("rita"))
        page = desk("ed", story(article))

        page.locator("summary", has_text="Send back…").click()
        expect(page.locator("#back_note")).to_be_focused()
        page.keyboard.type("Say who sailed.")
        page.get_by_role("button", name="Send back", exact=True).click()

        expect(page.locator(".story-bar .chip")).to_have_text("Draft")
        assert len(acts) == 2, acts


class TestTheKeyboardAlone:
    def test_leads_from_the_sign_in_to_a_published_story(self, context):
        make_section("world")
        make_user("ed")
        page = context().new_page()

        page.goto("/desk/")
        expect(page.get_by_label("Username")).to_be_focused()
        assert page.evaluate(SEEN)
        page.keyboard.type("ed")
        page.keyboard.press("Tab")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", name="Desk", exact=True)).to_be_visible()
        page.wait_for_load_state()  # keys work once the page's scripts have arrived
        page.keyboard.press("n")
        expect(page.get_by_label("Headline:", exact=True)).to_be_focused()
        page.keyboard.type("Fog closes the harbour for a third day")
        page.keyboard.press("Tab")
        page.keyboard.type("Nothing sailed, and nobody minded.")
        editor(page)
        for _ in range(40):
            page.keyboard.press("Tab")
            assert page.evaluate(SEEN)
            if page.evaluate("document.activeElement.tagName") == "IFRAME":
                break
        page.keyboard.type("Nothing sailed from Port Aldine. " * 20)
        page.keyboard.press("Control+Enter")
        expect(page.locator("#refusal")).to_be_focused()
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_text("Choose a section.")
        assert page.evaluate(SEEN)
        page.keyboard.press("Enter")
        expect(page.get_by_label("Section:")).to_be_focused()
        assert page.evaluate(SEEN)
        page.keyboard.type("Wor")
        page.keyboard.press("Control+Enter")

        expect(page.locator(".story-result")).to_contain_text("Live at")
        assert Version.objects.live().get().headline == "Fog closes the harbour for a third day"


class TestKeys:
    def test_the_overview_opens_by_key_and_by_link_and_closes_on_escape(self, desk):
        page = desk("ed", "/desk/")
        overview = page.get_by_role("dialog", name="Keys")

        page.keyboard.press("?")
        expect(overview).to_be_visible()
        page.keyboard.press("Escape")
        expect(overview).to_be_hidden()
        page.get_by_role("link", name="Keys", exact=True).click()
        expect(overview).to_be_visible()

    def test_single_keys_are_switched_off_without_leaving_the_screen(self, desk):
        page = desk("ed", "/desk/articles/article/add/")
        page.get_by_label("Headline:", exact=True).fill("Half a headline")

        page.get_by_role("link", name="Keys", exact=True).click()
        page.get_by_role("button", name="Switch them off").click()
        expect(page.get_by_role("button", name="Switch them on")).to_be_visible()
        page.get_by_role("button", name="Close").click()
        page.locator("#site-name a").focus()
        page.keyboard.press("g")
        page.keyboard.press("d")
        page.keyboard.press("?")

        expect(page.get_by_role("dialog", name="Keys")).to_be_hidden()
        expect(page.get_by_label("Headline:", exact=True)).to_have_value("Half a headline")
        assert DeskPreference.objects.get().single_keys is False

    def test_in_a_field_a_key_is_a_letter(self, desk):
        page = desk("ed", "/desk/articles/article/add/")

        page.get_by_label("Headline:", exact=True).focus()
        page.keyboard.type("no?/g")

        expect(page.get_by_label("Headline:", exact=True)).to_have_value("no?/g")
        assert Article.objects.count() == 0

    def test_ctrl_s_saves_from_the_text(self, desk):
        article = make_draft(make_user("rita"))
        page = desk("rita", story(article))

        editor(page).click()
        page.keyboard.press("Control+End")
        page.keyboard.type(" And back.")
        page.keyboard.press("Control+s")
        expect(page.get_by_text("Saved, revision 2.")).to_be_visible()

        article.refresh_from_db()
        assert "And back." in article.body
