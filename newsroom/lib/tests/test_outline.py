"""What a body consists of, in one pass."""

import pytest

from newsroom.lib.html import TooMuchMarkupError, text_of
from newsroom.lib.outline import Block, outline

BODY = (
    '<p>A <strong>ferry</strong> left.<br>Nobody <a href="/world/">minded</a>.</p><h2>Why</h2>'
    "<blockquote><p>“We sail.”</p><cite>Ola Brandt</cite></blockquote><ul><li>salt</li><li>rope</li></ul><hr>"
    '<blockquote class="pull"><p>Salt &amp; rope</p></blockquote><table><tbody><tr><td>a</td><td>b</td></tr></tbody></table>'
)


class TestTheOutline:
    def test_its_words_are_those_of_the_text(self):
        assert outline(BODY).text == text_of(BODY)

    def test_each_block_says_what_it_is(self):
        tags = [block.tag for block in outline(BODY).blocks]

        assert tags == ["p", "h2", "blockquote", "ul", "hr", "blockquote", "table"]

    def test_a_quote_with_a_source_is_cited_and_a_pull_quote_is_one(self):
        quotes = [block for block in outline(BODY).blocks if block.tag == "blockquote"]

        assert [(block.cited, block.classes) for block in quotes] == [(True, frozenset()), (False, frozenset({"pull"}))]

    def test_links_are_in_order(self):
        assert outline('<p><a href="/a/">a</a></p><ul><li><a href="/b/">b</a></li></ul>').links == ("/a/", "/b/")

    def test_loose_text_is_a_paragraph(self):
        assert outline("Fog.<p>Salt.</p> rope").blocks == (Block("p", "Fog."), Block("p", "Salt."), Block("p", "rope"))

    def test_an_empty_body_has_no_blocks(self):
        assert outline("").blocks == ()
        assert outline("").text == ""

    @pytest.mark.parametrize("html", ["<p>" * 200, "<p>open", "<b><p></b>"])
    def test_what_was_never_cleaned_is_refused(self, html):
        with pytest.raises(TooMuchMarkupError):
            outline(html)
