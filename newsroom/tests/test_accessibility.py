"""Every page in Chromium against WCAG 2.2 A and AA with axe-core; then what axe cannot see: the order of headings and
of the keyboard, what is hidden, work without scripts."""

from __future__ import annotations

import itertools

import pytest
from playwright.sync_api import expect

from articles.models import Article
from newsroom.testing.browser import axe, login, open_group
from newsroom.testing.factories import PASSWORD, make_draft, make_section, make_user
from newsroom.tests.every_page import furnish_desk, furnish_house, furnish_readers, furnish_states

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
# The widths a page is looked at, light and dark, and those it is only drawn to
WIDTHS = (1280, 390)
OTHER_WIDTHS = (320, 768)
SCHEMES = ("dark", "light")
# Colours fade from one scheme to the other; what fades has no colour of its own yet
SETTLE = """() => document.getAnimations().forEach(each => { try { each.finish(); } catch { each.cancel(); } })"""
OVERFLOW = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
HEADINGS = "() => [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(each => Number(each.tagName[1]))"
FOCUS = """() => {
  const each = document.activeElement;
  const box = each.getBoundingClientRect();
  const bar = document.querySelector('.story-bar');
  const above = document.elementFromPoint(box.x + Math.min(box.width / 2, 8), box.y + Math.min(box.height / 2, 8));
  const style = getComputedStyle(each.tagName === 'IFRAME' ? each.closest('.cke_chrome') : each);
  return {
    name: each.name || each.textContent.trim() || each.tagName,
    isSeen: box.bottom > 0 && box.top < innerHeight,
    isCovered: !bar.contains(each) && bar.contains(above),
    isMarked: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
  };
}"""

COVERED = """() => {
  const each = document.activeElement;
  const box = each.getBoundingClientRect();
  const above = document.elementFromPoint(box.x + Math.min(box.width / 2, 8), box.y + box.height / 2);
  const bar = above && above.closest('.desk-pulse, .checks-save');
  return bar && !bar.contains(each) ? each.textContent.trim() || each.name : '';
}"""


def order_of(page):
    """Return what is wrong with headings and landmarks."""
    levels = page.evaluate(HEADINGS)
    faults = [] if levels.count(1) == 1 else [f"{levels.count(1)} h1"]
    faults += [f"h{now} after h{before}" for before, now in itertools.pairwise(levels) if now > before + 1]
    return faults + ([] if page.locator("main").count() == 1 else ["no single main"])


def visit(places, context, site):
    """Return the faults of each page that has any: opened once, then looked at in each width and scheme, and drawn to
    the other widths. No script of ours asks for the width when a page opens, so nothing differs from a load of its own."""
    window, found = context(scheme=SCHEMES[0], width_px=WIDTHS[0]), {}
    for place in places:
        page = place.open(window, site)
        faults = order_of(page)
        for width, scheme in itertools.product(WIDTHS, SCHEMES):
            page.set_viewport_size({"width": width, "height": 800})
            page.emulate_media(color_scheme=scheme)
            page.evaluate(SETTLE)
            faults += [f"{width} px, {scheme}, {each.rule}: {', '.join(each.targets[:4])}" for each in axe(page)]
        for width in (*WIDTHS, *OTHER_WIDTHS):
            page.set_viewport_size({"width": width, "height": 800})
            spare = page.evaluate(OVERFLOW)
            faults += [f"scrolls sideways by {spare} px at {width} px"] if spare > 0 else []
        found[place.name] = faults
        page.close()
    return {name: faults for name, faults in found.items() if faults}


class TestEveryPage:
    @pytest.mark.parametrize("furnish", [furnish_readers, furnish_desk, furnish_states, furnish_house])
    def test_is_in_order_light_and_dark_wide_and_narrow(self, context, live_server, furnish):
        places = furnish()

        assert visit(places, context, live_server) == {}


class TestSkipLink:
    def test_the_first_stop_of_the_keyboard_leads_past_the_menus(self, context, live_server):
        [front, *_], ed = furnish_readers(), make_user("ed")
        window = context()

        page = front.open(window, live_server)
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_text("Skip to the main part of the page")
        expect(page.locator(":focus")).to_be_in_viewport()
        login(page, live_server, ed.username)
        page.goto("/desk/")
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_text("Skip to main content")
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")

        assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


class TestFocus:
    def test_on_the_story_form_it_is_seen_and_never_under_the_bar(self, context, live_server):
        article, rita = make_draft(make_user("rita")), "rita"
        page = context(height_px=500).new_page()
        login(page, live_server, rita)
        page.goto(f"/desk/articles/article/{article.pk}/change/")
        page.locator("fieldset details").evaluate_all("groups => groups.forEach(each => each.open = true)")
        page.locator("[name=usage_terms]").focus()

        stops = []
        for _ in range(30):
            page.keyboard.press("Shift+Tab")
            stops.append(page.evaluate(FOCUS))

        assert "headline" in {stop["name"] for stop in stops}
        assert [stop["name"] for stop in stops if stop["isCovered"] or not stop["isSeen"]] == []
        assert [stop["name"] for stop in stops if not stop["isMarked"]] == []

    @pytest.mark.parametrize("address", ["/desk/", "/desk/articles/checkrule/"])
    def test_it_is_never_under_a_bar_that_stays(self, context, live_server, address):
        chloe = make_user("chloe")
        for _ in range(8):
            make_draft(chloe)
        page = context(height_px=500).new_page()
        login(page, live_server, "chloe")
        page.goto(address)

        covered = set()
        for key in ["Tab"] * 70 + ["Shift+Tab"] * 60:
            page.keyboard.press(key)
            covered.add(page.evaluate(COVERED))

        assert covered == {""}


class TestWithoutScripts:
    def test_a_reporter_signs_in_writes_saves_and_submits(self, context):
        make_section("world")
        make_user("rita")
        page = context(java_script_enabled=False).new_page()

        page.goto("/desk/")
        page.get_by_label("Username").fill("rita")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        page.get_by_role("link", name="New story").click()
        page.get_by_label("Headline:", exact=True).fill("Fog closes the harbour for a third day")
        page.get_by_label("Standfirst:").fill("Nothing sailed.")
        page.get_by_label("Body:").fill("<p>Nothing sailed from Port Aldine.</p><p>Nobody minded.</p>")
        open_group(page, "Placement")
        page.get_by_label("Section:").select_option(label="World")
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_text("Saved, revision 1.")).to_be_visible()
        page.get_by_role("button", name="Submit to desk").click()

        expect(page.locator(".story-bar .chip")).to_have_text("In review")
        assert Article.objects.get().body == "<p>Nothing sailed from Port Aldine.</p><p>Nobody minded.</p>"
