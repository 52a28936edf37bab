"""Replacing a name in text, and in nothing but text."""

from __future__ import annotations

import pytest

from newsroom.lib.replacing import Found, Name


class TestWholeWords:
    @pytest.mark.parametrize(
        "text, result",
        [
            ("John Smith came.", "He came."),
            ("“John Smith’s dog”", "“He’s dog”"),
            ("John\n  Smith", "He"),
            ("John\u00a0Smith", "He"),
            ("John Smithson, Elton-John Smith, John Smith-Jones", None),
            ("john smith, JOHN SMITH", None),
            ("John Smith, John Smith", "He, He"),
            ("", None),
        ],
    )
    def test_are_replaced_and_parts_of_words_are_not(self, text, result):
        assert Name("John Smith").replaced(text, "He") == (text if result is None else result)

    def test_signs_in_a_name_mean_themselves(self):
        assert Name("A.B. (x)").replaced("A.B. (x) AxB. (x)", r"\1 &") == r"\1 & AxB. (x)"

    def test_no_name_is_found_nowhere(self):
        assert Name("  ").found("anything") == []
        assert Name("").replaced("anything", "x") == "anything"


class TestHtml:
    def test_text_is_replaced_and_attributes_are_not(self):
        html = '<p>John Smith <a href="/John Smith">John Smith</a> &amp; <em>John</em> Smith</p>'

        assert Name("John Smith").replaced_in_html(html, "A <man>") == (
            '<p>A &lt;man&gt; <a href="/John Smith">A &lt;man&gt;</a> &amp; <em>John</em> Smith</p>'
        )

    def test_what_is_otherwise_there_stays_as_it_was(self):
        html = '<p>One&nbsp;two<br>three &lt;b&gt;</p><figure data-image="5"><img alt="x &quot;y&quot;"></figure>'

        assert Name("nobody").replaced_in_html(html, "x") == html

    def test_each_place_is_shown_with_what_stands_around_it(self):
        html = f"<p>{'word ' * 30}John Smith left.</p>"

        (place,) = Name("John Smith").found_in_html(html)

        assert place == Found("…" + "word " * 8, "John Smith", " left.")


class TestWhatIsLeft:
    def test_longer_words_of_the_name_are_counted_whatever_their_capitals(self):
        assert Name("Al John Smith").count_words("SMITH said, Al said, smith-free, Smithson") == {"Smith": 1}
