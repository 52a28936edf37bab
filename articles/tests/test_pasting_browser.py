"""What people paste, through the real editor: Word, Google Docs, LibreOffice, mail. Quotations arrive as quotations, and
the receipt says what else became of it. The clipboards are our own, written as those programs write them."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from articles.tests.test_editor import AT_THE_END, IN_THE_TEXT, SET, text_in, write
from newsroom.testing.browser import axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CLIPBOARDS = Path(__file__).with_name("clipboards")
# A paste as the browser makes it: an event on the text that carries the clipboard
PASTE = """
([html, plain]) => {
  const { $: frame } = CKEDITOR.instances.id_body.document;
  const clipboard = new frame.defaultView.DataTransfer();
  if (html) clipboard.setData("text/html", html);
  clipboard.setData("text/plain", plain);
  const target = frame.activeElement ?? frame.body;
  target.dispatchEvent(new frame.defaultView.ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }));
}
"""

PASTE_FILE = """
() => {
  const { $: frame } = CKEDITOR.instances.id_body.document;
  const clipboard = new frame.defaultView.DataTransfer();
  clipboard.items.add(new frame.defaultView.File([new Uint8Array(8)], "screen.png", { type: "image/png" }));
  frame.body.dispatchEvent(new frame.defaultView.ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }));
}
"""
COPY = """
(html) => navigator.clipboard.write([new ClipboardItem({
  "text/html": new Blob([html], { type: "text/html" }),
  "text/plain": new Blob([new DOMParser().parseFromString(html, "text/html").body.textContent], { type: "text/plain" }),
})])
"""


def clipboard(name):
    return (CLIPBOARDS / f"{name}.html").read_text(encoding="utf-8")


def paste(page, html, plain="plain"):
    """Paste into the empty editor; return the receipt."""
    page.evaluate(AT_THE_END)
    receipt = page.locator(".paste-receipt p")
    receipt.evaluate("each => { each.textContent = ''; }")
    page.evaluate(PASTE, [html, plain])
    expect(receipt).not_to_be_empty()
    return receipt.text_content()


LIST = "<ul><li>forty passengers</li><li>a cargo of {}</li></ul>"
LEFT = "<p>The ferry <strong>left</strong>"
SEE = 'See <a href="https://example.org/ferry">'
MAIL = '<a href="mailto:ann@example.org">ann@example.org</a>'
# What each clipboard becomes, and its receipt
PASTES = {
    "word": (
        f'<h2>The harbour</h2>{LEFT} Port Aldine, the harbour office said on <a href="https://example.org/ferry">its page</a>:'
        "</p><blockquote><p><em>Nobody was hurt.</em></p><p><em>The boat is sound.</em></p></blockquote><p>On board were:</p>"
        f"{LIST.format('<em>salt</em>')}<p>She returned.</p>"
        "<table><tbody><tr><td><p>Ferry</p></td><td><p>Salt</p></td></tr></tbody></table>",
        "Kept 1 quote, 1 sub-head, 1 list, 1 table, 1 link, 4 passages in bold or italics. Removed 2 fonts, 1 colour, 1 picture "
        "from elsewhere, 1 deleted passage, 1 hidden passage.",
    ),
    "docs": (
        f"<h2>The harbour</h2>{LEFT}<em> at dawn</em>. {SEE}its page</a>.</p>"
        f"<blockquote><p>Nobody was hurt.</p><p>The boat is sound.</p></blockquote>{LIST.format('salt')}",
        "Kept 1 quote, 1 sub-head, 1 list, 1 link, 2 passages in bold or italics. Removed 2 fonts, 2 sizes of type, 2 colours, "
        "1 picture from elsewhere. 1 quote has no attribution.",
    ),
    "libreoffice": (
        f"<h2>The harbour</h2>{LEFT} at dawn. {SEE}its page</a>.</p><blockquote><p>Nobody was hurt.</p></blockquote>"
        "<ul><li><p>forty passengers</p></li><li><p>a cargo of <em>salt</em></p></li></ul>",
        "Kept 1 quote, 1 sub-head, 1 list, 1 link, 2 passages in bold or italics. Removed 1 font, 1 colour. 1 quote has no "
        "attribution.",
    ),
    "gmail": (
        f"<p>Rita, use this:</p>{LEFT} at dawn.</p><p>{SEE}the page</a>.</p><p>On Tue, 3 Nov 2026 at 09:12, Ann Lee &lt;{MAIL}&gt; "
        "wrote:</p><blockquote><p>Nobody was hurt.</p><p>The boat is sound.</p><blockquote><p>Is she sound?</p></blockquote></blockquote>",
        "Kept 2 quotes, 2 links, 1 passage in bold or italics. Removed 1 font, 1 colour, 1 tracking pixel, 1 hidden passage.",
    ),
    "outlook": (
        "<p>See what the harbour office answered.</p><blockquote><p><strong>From:</strong> Ann Lee &lt;ann@example.org&gt;<br>"
        "<strong>Sent:</strong> 03 November 2026 09:12</p><p>Nobody was hurt.</p><p>The boat is sound.</p></blockquote>",
        "Kept 1 quote, 2 passages in bold or italics. Nothing was removed.",
    ),
    "applemail": (
        f"<p>The answer:</p><blockquote><p>On 3 Nov 2026, at 09:12, Ann Lee &lt;{MAIL}&gt; wrote:</p><p>Nobody was hurt.</p></blockquote>",
        "Kept 1 quote, 1 link. Removed 1 font, 1 size of type.",
    ),
    "newspage": (
        '<h2>What we know</h2><p>The minister spoke in <a href="https://example.org/minister">parliament</a>.</p><p>The minister '
        "yesterday. Photograph: A. N. Other</p><blockquote><p>We shall not be moved.</p></blockquote><p>The opposition disagreed.</p>"
        "<ol><li>One</li><li>Two</li></ol><h3>More</h3><p>Read on</p>",
        "Kept 1 quote, 2 sub-heads, 1 list, 1 link. Removed 2 fonts, 3 sizes of type, 2 colours, 1 underlining, 1 picture from "
        "elsewhere, 1 embedded frame, 1 script. 1 quote has no attribution.",
    ),
}  # fmt: skip


WEB_PAGES = [
    ("<p>a <b>b</b> <i>c</i> <strike>d</strike></p>", "<p>a <strong>b</strong> <em>c</em> <s>d</s></p>"),
    ('<p>a <b style="font-weight: 400">b</b></p>', "<p>a b</p>"),
    ('<p>a <span style="font-weight: 700; font-style: italic">b</span></p>', "<p>a <em><strong>b</strong></em></p>"),
    ("<h1>a</h1><h5>b</h5>", "<h2>a</h2><h3>b</h3>"),
    (
        '<p>a</p><p style="margin-left: 0.5in">b</p><p style="margin-left: 0.5in">c</p>',
        "<p>a</p><blockquote><p>b</p><p>c</p></blockquote>",
    ),
    ('<p style="margin-left: 40px">a</p><p style="margin-left: 40px">b</p>', "<p>a</p><p>b</p>"),
    ('<p>a</p><p class="Quotations">b</p>', "<p>a</p><blockquote><p>b</p></blockquote>"),
    ('<p>a</p><div class="yahoo_quoted"><p>b</p></div>', "<p>a</p><blockquote><p>b</p></blockquote>"),
    (
        '<table><tr><td style="padding-left: 40px"><p style="margin-left: 40px">a</p></td></tr></table><p>b</p>',
        "<table><tbody><tr><td><p>a</p></td></tr></tbody></table><p>b</p>",
    ),
    ("<p>a <del>not </del>guilty</p>", "<p>a guilty</p>"),
]


class TestPastes:
    def test_keep_quotations_links_lists_tables_and_emphasis_and_say_what_they_lost(self, context, live_server):
        page = write(context, live_server, None)
        found = {}
        for name in PASTES:
            page.evaluate(SET, "")
            found[name] = (paste(page, clipboard(name)), text_in(page))[::-1]

        assert {file.stem for file in CLIPBOARDS.glob("*.html")} == PASTES.keys()
        for name, expected in PASTES.items():
            assert found[name] == expected, name

    def test_from_a_web_page_keep_what_they_say(self, context, live_server):
        page = write(context, live_server, None)

        for pasted, kept in WEB_PAGES:
            page.evaluate(SET, "")
            paste(page, pasted)
            assert text_in(page) == kept, pasted

    def test_of_pictures_and_files_put_nothing_in_and_say_so(self, context, live_server):
        page = write(context, live_server, None)

        of_a_picture = paste(page, '<meta charset="utf-8"><img src="https://example.org/x.jpg" alt="A quay">', "")
        page.evaluate(AT_THE_END)
        page.evaluate(PASTE_FILE)
        expect(page.locator(".paste-receipt p")).to_contain_text("was not put in")

        assert of_a_picture == "Removed 1 picture from elsewhere."
        assert text_in(page) == ""

    def test_of_plain_text_need_no_receipt(self, context, live_server):
        page = write(context, live_server, None)
        page.evaluate(AT_THE_END)

        page.evaluate(PASTE, ["", "One\n\nTwo <b>"])

        assert text_in(page) == "<p>One</p><p>Two &lt;b&gt;</p>"
        assert page.locator(".paste-receipt.is-shown").count() == 0

    def test_by_ctrl_shift_v_are_plain(self, context, live_server):
        page = write(context, live_server, None)
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.evaluate(COPY, "<p>One <b>bold</b> <a href='https://example.org/'>link</a></p>")
        page.evaluate(AT_THE_END)

        page.keyboard.press("Control+v")
        expect(page.frame_locator(".cke_wysiwyg_frame").locator("strong")).to_have_text("bold")
        page.evaluate(SET, "")
        page.evaluate(AT_THE_END)
        page.keyboard.press("Control+Shift+v")
        expect(page.frame_locator(".cke_wysiwyg_frame").locator("p")).to_contain_text("One bold link")

        assert text_in(page) == "<p>One bold link</p>"

    def test_of_a_quote_that_gets_lost_are_told_loudly(self, context, live_server):
        """No way is known to lose one; the editor's filter is told to, so that the receipt has something to say."""
        page = write(context, live_server, None)
        page.evaluate("CKEDITOR.instances.id_body.pasteFilter.disallow('blockquote')")

        told = paste(page, "<p>a</p><blockquote><p>b</p></blockquote>")

        assert told.startswith("Lost 1 quote: compare with the original.")
        expect(page.locator(".paste-receipt.is-loss")).to_be_visible()


class TestTheReceipt:
    def test_stays_until_it_is_closed_and_gives_the_cursor_back(self, context, live_server):
        page = write(context, live_server, None)
        paste(page, clipboard("gmail"))
        receipt = page.locator(".paste-receipt")
        expect(receipt.locator("[role=status]")).to_be_visible()
        expect(receipt).to_be_in_viewport()

        receipt.get_by_role("button", name="Close").click()

        expect(receipt.get_by_role("button")).to_be_hidden()
        expect(receipt.locator("p")).to_be_empty()
        assert page.evaluate(IN_THE_TEXT)

    def test_says_so_when_the_server_cannot_be_asked(self, context, live_server, troubles):
        troubles.expect("net::ERR", "Failed to load resource")
        page = write(context, live_server, None)
        page.route("**/receipt/", lambda route: route.abort())

        told = paste(page, "<blockquote><p>a</p></blockquote>")

        assert told == "Pasted. What was removed could not be listed just now; compare with the original."
        assert text_in(page) == "<blockquote><p>a</p></blockquote>"

    @pytest.mark.parametrize("scheme, width", [("dark", 390), ("light", 1280)])
    def test_breaks_no_rule_of_accessibility(self, context, live_server, scheme, width):
        page = write(context, live_server, None, scheme=scheme, width_px=width)
        paste(page, clipboard("docs"))

        assert axe(page) == []
