"""The body editor in Chromium: pictures of our library, boxes, what it refuses, and the keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from articles import pictures, richtext
from articles.models import Article
from newsroom.lib.html import text_of
from newsroom.lib.text import reading_minutes, word_count
from newsroom.testing.browser import axe, login
from newsroom.testing.factories import make_draft, make_image, make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
READY = """
() => new Promise((resolve) => {
  const editor = CKEDITOR.instances.id_body;
  if (editor.status === "ready") resolve();
  else editor.on("instanceReady", () => resolve());
})
"""
SET = "html => new Promise((resolve) => CKEDITOR.instances.id_body.setData(html, { callback: resolve }))"
DATA = "() => CKEDITOR.instances.id_body.getData()"
IN_THE_TEXT = "() => document.activeElement.classList.contains('cke_wysiwyg_frame')"
REPLACE = """
(html) => {
  const area = document.getElementById("id_body");
  area.value = html;
  area.dispatchEvent(new CustomEvent("newsroom:replace"));
}
"""
# Puts the cursor at the end of the last block, and lets the editor see it
AT_THE_END = """
() => new Promise((resolve) => {
  const editor = CKEDITOR.instances.id_body;
  editor.focus();
  const range = editor.createRange();
  range.moveToElementEditEnd(editor.editable());
  range.select();
  editor.selectionChange(true);
  setTimeout(resolve, 100);
})
"""


FROM_ELSEWHERE = [
    ('<p>a<img src="https://example.org/x.jpg" alt="b">c</p>', "<p>ac</p>"),
    ('<p>a</p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">', "<p>a</p>"),
    ('<figure><img src="/media/x.jpg" alt="b"><figcaption>c</figcaption></figure>', "<p>c</p>"),
    ('<figure data-image="x"><img src="/media/x.jpg"><figcaption>c</figcaption></figure>', "<p>c</p>"),
]


def write(context, site, article, **options):
    """Open a story as Rita, its editor ready."""
    page = context(**options).new_page()
    login(page, site, make_user("rita").username)
    page.goto(f"/desk/articles/article/{article.pk}/change/" if article else "/desk/articles/article/add/")
    page.evaluate(READY)
    return page


def text_in(page):
    """What the server would store of what the editor holds."""
    return pictures.without_unknown(richtext.clean_body(page.evaluate(DATA)))


@pytest.fixture
def article():
    return make_draft(make_user("rita"), body="<p>The ferry left.</p>")


class TestPictures:
    def test_are_found_described_and_put_in_with_the_keyboard_alone(self, context, live_server, article):
        quay = make_image(title="Quay", caption="At the quay.", alt="A quay", credit="Pat Osei")
        make_image(title="Barge", caption="", alt="", credit="")
        page = write(context, live_server, article)
        page.evaluate(AT_THE_END)

        page.keyboard.press("Control+Shift+M")
        expect(page.locator(".picture-status")).to_have_text("2 pictures")
        page.keyboard.type("quay osei")
        expect(page.locator(".picture-status")).to_have_text("1 picture")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator(":focus")).to_have_value("At the quay.")
        page.keyboard.press("End")
        page.keyboard.type(" At <dawn>.")
        page.keyboard.press("Tab")
        page.keyboard.press("Control+A")
        page.keyboard.type('The "Salt"')
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")

        expect(page.locator(".picture-dialog")).to_have_count(0)
        assert page.evaluate(IN_THE_TEXT)
        page.keyboard.press("Control+s")
        expect(page.get_by_text("Saved, revision 2.")).to_be_visible()
        assert Article.objects.get().body == (
            f'<p>The ferry left.</p><figure class="wide" data-image="{quay.pk}"><img alt="The &quot;Salt&quot;">'
            "<figcaption>At the quay. At &lt;dawn&gt;.</figcaption></figure>"
        )

    def test_that_are_not_chosen_leave_the_cursor_where_it_was(self, context, live_server, article):
        make_image(title="Barge", credit="")
        page = write(context, live_server, article)
        page.evaluate(AT_THE_END)

        page.keyboard.press("Control+Shift+M")
        expect(page.locator(".picture-warning")).to_have_text("No credit: cannot go out")
        page.keyboard.press("Escape")
        expect(page.locator(".picture-dialog")).to_have_count(0)
        page.keyboard.type(" Late.")

        assert text_in(page) == "<p>The ferry left. Late.</p>"

    def test_are_described_anew_where_they_stand(self, context, live_server):
        image = make_image()
        body = f'<p>a</p><figure data-image="{image.pk}"><img alt="b"><figcaption>c</figcaption></figure><p>d</p>'
        page = write(context, live_server, make_draft(make_user("rita"), body=body))

        page.frame_locator(".cke_wysiwyg_frame").locator("figure img").first.dblclick()
        page.get_by_label("What it shows").fill("A ferry")
        page.get_by_label("Wider than the text").check()
        page.get_by_role("button", name="Use this").click()
        expect(page.locator(".picture-dialog")).to_have_count(0)

        assert text_in(page) == body.replace("<figure", '<figure class="wide"').replace('alt="b"', 'alt="A ferry"')

    def test_leave_a_text_that_is_only_opened_as_it_was(self, context, live_server):
        image = make_image()
        box = '<aside class="fact-box"><h3>e</h3><ul><li>f</li></ul></aside><blockquote class="pull"><p>g</p></blockquote>'
        plain = f'<figure data-image="{image.pk}"><img alt=""></figure>'
        body = f'<p>a</p>{plain}<figure class="wide" data-image="{image.pk}"><img alt="b"><figcaption>c <em>d</em></figcaption></figure>{box}<p>h</p>'
        page = write(context, live_server, make_draft(make_user("rita"), body=body))

        assert text_in(page) == body

    def test_from_elsewhere_never_get_in(self, context, live_server):
        page = write(context, live_server, None)

        for given, kept in FROM_ELSEWHERE:
            page.evaluate(SET, given)
            by_setting = text_in(page)
            page.evaluate(SET, "")
            page.evaluate("html => CKEDITOR.instances.id_body.insertHtml(html)", given)

            assert by_setting == text_in(page) == kept
            assert page.frames[1].locator("img:not([data-cke-widget-drag-handler])").count() == 0

    def test_show_files_of_ours_only(self, context, live_server):
        page = write(context, live_server, None)

        page.evaluate(
            SET, '<figure data-image="7"><img src="https://example.org/media/x.jpg" alt="b"></figure><p>c</p>'
        )

        assert page.frames[1].locator("figure img").get_attribute("src") is None


class TestBoxes:
    def test_a_quotation_becomes_a_pull_quote_and_a_quotation_again(self, context, live_server, article):
        page = write(context, live_server, article)
        page.evaluate(AT_THE_END)

        page.locator(".cke_button__pullquote").click()
        pulled = text_in(page)
        page.locator(".cke_button__pullquote").click()

        assert pulled == '<blockquote class="pull"><p>The ferry left.</p></blockquote>'
        assert text_in(page) == "<blockquote><p>The ferry left.</p></blockquote>"

    def test_a_fact_box_is_made_left_by_enter_and_taken_apart(self, context, live_server, article):
        page = write(context, live_server, article)
        page.evaluate(AT_THE_END)

        page.locator(".cke_button__factbox").click()
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
        page.keyboard.type("After.")
        boxed = text_in(page)
        page.keyboard.press("ArrowUp")
        page.locator(".cke_button__factbox[aria-pressed=true], .cke_button__factbox.cke_button_on").click()

        assert boxed == '<aside class="fact-box"><p>The ferry left.</p></aside><p>After.</p>'
        assert text_in(page) == "<p>The ferry left.</p><p>After.</p>"


# Texts on which counting could go wrong; each is counted by the server too
LENGTHS = [
    "",
    "<p>One.</p>",
    "<p>One</p><p>two three</p><ul><li>four</li><li>five</li></ul>",
    "<p>a<br>b</p><h2>c</h2><blockquote><p>d</p></blockquote>",
    "<p>in<strong>side</strong> well-known don’t 3.5 €5 – … &amp; &lt; a&nbsp;b  c\n d</p>",
    "<p>Київ, Łódź and سلام 你好 ½ x² №5</p>",
    "<table><caption>a</caption><tbody><tr><td>b</td><td>c</td></tr></tbody></table><hr><p>d</p>",
    '<aside class="fact-box"><h3>a</h3><p>b</p></aside>',
    f"<p>{'word ' * 357}</p>",
    f"<p>{'word ' * 595}</p>",
    f"<p>{'word ' * 2380}</p>",
]


class TestCounting:
    def test_gives_the_numbers_of_the_server(self, context, live_server):
        page = write(context, live_server, None)
        count = page.locator(".editor-count")
        expect(count).to_have_text("0 words · 0 characters · 0 min")

        for body in LENGTHS:
            page.evaluate(REPLACE, body)
            lines = text_of(richtext.clean_body(body)).split("\n")
            words = word_count("\n".join(lines))
            minutes = reading_minutes(words, "en") if words else 0
            noun = "word" if words == 1 else "words"
            expect(count).to_have_text(f"{words:,} {noun} · {sum(map(len, lines)):,} characters · {minutes} min")

    def test_reads_as_fast_as_the_language_is_read_and_says_nothing_aloud(self, context, live_server):
        page = write(context, live_server, None)
        page.evaluate(REPLACE, f"<p>{'word ' * 2140}</p>")
        expect(page.locator(".editor-count")).to_contain_text("· 9 min")

        page.locator("#id_language").evaluate("each => { each.closest('details')?.setAttribute('open', ''); }")
        page.locator("#id_language").fill("fr-CH")

        expect(page.locator(".editor-count")).to_contain_text("· 10 min")
        assert page.locator(".editor-count").evaluate("each => each.closest('[aria-live], [role=status]')") is None

    def test_counts_signs_as_people_see_them(self, context, live_server):
        page = write(context, live_server, None)

        page.evaluate(REPLACE, "<p>e\u0301 👩‍🚒</p>")

        expect(page.locator(".editor-count")).to_have_text("1 word · 3 characters · 1 min")


LISTEN = """
() => {
  window.told = [];
  window.heard = new Promise((resolve) => {
    addEventListener("newsroom:changed", (event) => { window.told.push([event.target.id, event.target.value]); resolve(performance.now()); });
  });
}
"""


class TestAgreements:
    def test_the_text_area_holds_the_text_and_says_when_it_changes(self, context, live_server, article):
        page = write(context, live_server, article)
        page.evaluate(LISTEN)
        page.evaluate(AT_THE_END)
        assert page.evaluate("window.told") == []

        page.keyboard.type(" Late.")
        page.evaluate("() => window.heard")
        page.wait_for_timeout(500)

        assert page.evaluate("window.told.at(-1)") == ["id_body", "<p>The ferry left. Late.</p>"]
        assert page.locator("#id_body").input_value() == "<p>The ferry left. Late.</p>"

    def test_a_text_that_is_replaced_is_shown_and_can_be_taken_back(self, context, live_server, article):
        page = write(context, live_server, article)

        page.evaluate(REPLACE, "<p>Recovered.</p>")
        expect(page.frame_locator(".cke_wysiwyg_frame").locator("p")).to_have_text("Recovered.")
        replaced = text_in(page)
        page.evaluate("CKEDITOR.instances.id_body.execCommand('undo')")

        assert replaced == "<p>Recovered.</p>"
        assert text_in(page) == "<p>The ferry left.</p>"

    def test_shortcuts_pressed_in_the_text_are_heard_on_the_desk_but_the_editors_own_are_not(
        self, context, live_server, article
    ):
        page = write(context, live_server, article)
        page.evaluate(
            "() => { window.keys = []; addEventListener('keydown', ({ key, target }) => window.keys.push([key, target.id])); }"
        )
        page.evaluate(AT_THE_END)

        page.keyboard.press("Control+B")
        page.keyboard.press("Control+j")
        page.keyboard.press("x")

        assert [key for key in page.evaluate("window.keys") if key[0] != "Control"] == [["j", "id_body"]]


class TestTheKeyboard:
    def test_makes_bold_italics_and_links_and_reaches_the_toolbar_and_back(self, context, live_server, article):
        page = write(context, live_server, article)
        page.evaluate(AT_THE_END)

        page.keyboard.type(" ")
        page.keyboard.press("Control+b")
        page.keyboard.type("Bold")
        page.keyboard.press("Control+b")
        page.keyboard.type(" ")
        page.keyboard.press("Control+i")
        page.keyboard.type("slanted")
        page.keyboard.press("Control+i")
        page.keyboard.type(" ")
        page.keyboard.press("Control+k")
        expect(page.get_by_label("Protocol")).to_have_value("https://")
        page.get_by_label("URL").fill("example.org/")
        page.get_by_label("Display Text").fill("page")
        page.keyboard.press("Enter")
        expect(page.locator(".cke_dialog")).to_be_hidden()
        assert page.evaluate(IN_THE_TEXT)
        page.keyboard.press("Alt+F10")
        expect(page.locator(":focus")).to_have_class(re.compile("cke_combo_button"))
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_class(re.compile("cke_button__bold"))
        page.keyboard.press("Escape")

        assert page.evaluate(IN_THE_TEXT)
        assert text_in(page).replace("&nbsp;", " ") == (
            '<p>The ferry left. <strong>Bold</strong> <em>slanted</em> <a href="https://example.org/">page</a></p>'
        )


DIALOGS = ("link", "table", "specialchar", "find", "a11yHelp")


@pytest.mark.parametrize("scheme, width", [("dark", 390), ("light", 1280)])
class TestOrder:
    def test_the_dialog_breaks_no_rule_of_accessibility(self, context, live_server, article, scheme, width):
        make_image()
        make_image(credit="")
        page = write(context, live_server, article, scheme=scheme, width_px=width)

        page.locator(".cke_button__picture").click()
        expect(page.locator(".picture-status")).to_have_text("2 pictures")
        found = axe(page)
        page.locator(".picture-choice").last.click()
        found += axe(page)

        assert found == []
        assert page.evaluate(
            "document.querySelector('dialog').scrollWidth <= document.querySelector('dialog').clientWidth"
        )

    def test_the_editor_breaks_no_rule_with_whatever_is_open(self, context, live_server, scheme, width):
        """Its toolbar, list of formats, menu and dialogs; a dialog is examined once its fade is over."""
        body = "<p>a</p><table><tbody><tr><td>b</td></tr></tbody></table>"
        page = write(context, live_server, make_draft(make_user("rita"), body=body), scheme=scheme, width_px=width)
        found = {"the form": axe(page)}
        for name in DIALOGS:
            page.evaluate("name => CKEDITOR.instances.id_body.execCommand(name)", name)
            expect(page.locator(".cke_dialog:visible")).to_have_count(1)
            page.wait_for_timeout(400)
            found[name] = axe(page)
            page.keyboard.press("Escape")
            expect(page.locator(".cke_dialog:visible")).to_have_count(0)
        page.frame_locator(".cke_wysiwyg_frame").locator("td").click(button="right")
        expect(page.locator(".cke_menu_panel:visible")).to_have_count(1)
        found["the menu"] = axe(page)
        page.keyboard.press("Escape")
        page.locator(".cke_combo_button").first.click()
        expect(page.locator(".cke_combopanel:visible")).to_have_count(1)
        found["the formats"] = axe(page)

        assert {place: faults for place, faults in found.items() if faults} == {}
