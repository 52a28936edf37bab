"""One vocabulary: what the editor lets in, the sanitiser keeps; what it does not, the sanitiser removes."""

from __future__ import annotations

import html
import re

import pytest

from articles import richtext
from articles.richtext import (
    BODY,
    PICTURES,
    TOOLBAR,
    BodyError,
    clean_body,
    clean_copy,
    editor_configuration,
    figures,
    with_figures,
)

CONFIGURATION = editor_configuration()
ALLOWED = CONFIGURATION["allowedContent"]
SAMPLES = {
    "p": "<p>x</p>",
    "h2": "<h2>x</h2>",
    "h3": "<h3>x</h3>",
    "ul": "<ul><li>x</li></ul>",
    "ol": '<ol start="3"><li>x</li></ol>',
    "li": "<ul><li>x</li></ul>",
    "blockquote": '<blockquote class="pull"><p>x</p></blockquote>',
    "a": '<p><a href="https://example.org/" title="t" hreflang="de">x</a></p>',
    "aside": '<aside class="fact-box"><h3>x</h3><p>y</p></aside>',
    "hr": "<p>x</p><hr><p>y</p>",
    "br": "<p>x<br>y</p>",
    "table": "<table><caption>c</caption><thead><tr><th>x</th></tr></thead><tbody><tr><td>y</td></tr></tbody></table>",
    "th": '<table><tbody><tr><th colspan="2" rowspan="2" scope="col">x</th></tr></tbody></table>',
    "td": '<table><tbody><tr><td colspan="2" rowspan="2">x</td></tr></tbody></table>',
    **{name: f"<p>x <{name}>y</{name}></p>" for name in ("strong", "em", "s", "sub", "sup", "cite")},
}
FIGURE = '<figure class="wide" data-image="7"><img alt="a"><figcaption>c <em>d</em></figcaption></figure>'
SAMPLES |= dict.fromkeys(PICTURES, FIGURE)
SAMPLES |= dict.fromkeys(("caption", "thead", "tbody", "tr"), SAMPLES["table"])
FOREIGN = "script style iframe object embed form input button svg math video audio picture source font center marquee u section article".split()


def attributes_of(rule: object) -> set[str]:
    if not isinstance(rule, dict):
        return set()
    names = {name.removeprefix("!") for name in rule.get("attributes", "").split(",") if name}
    return names | ({"class"} if rule.get("classes") else set())


class TestEditorAndSanitiserAgree:
    def test_every_tag_of_the_editor_has_a_sample_here(self):
        assert set(ALLOWED) == set(BODY.tags) == set(SAMPLES)

    @pytest.mark.parametrize("tag", SAMPLES)
    def test_what_the_editor_allows_passes_the_sanitiser_unchanged(self, tag):
        assert clean_body(SAMPLES[tag]) == SAMPLES[tag]

    @pytest.mark.parametrize("tag", SAMPLES)
    def test_every_attribute_the_editor_allows_is_in_its_sample(self, tag):
        (inside,) = re.findall(rf"<{tag}(?=[\s>])([^>]*)>", SAMPLES[tag])[:1]

        made = {name for name, rule in BODY.tags[tag].items() if rule == "made"}
        assert set(re.findall(r"([a-z-]+)=", inside)) == attributes_of(ALLOWED[tag]) - made

    @pytest.mark.parametrize("tag", SAMPLES)
    @pytest.mark.parametrize("attribute", ["style", "id", "onclick", "onmouseover", "data-x", "target", "rel", "class"])
    def test_an_attribute_the_editor_refuses_is_removed(self, tag, attribute):
        text = re.sub(
            rf"<{tag}(?=[\s>])", f'<{tag} {attribute}="zzz"', re.sub(' class="[a-z-]+"', "", SAMPLES[tag]), count=1
        )

        assert "zzz" not in clean_body(text)

    @pytest.mark.parametrize("tag", FOREIGN)
    def test_a_tag_the_editor_refuses_is_removed(self, tag):
        assert tag not in ALLOWED
        assert f"<{tag}" not in clean_body(f"<p>x <{tag} src=x>y</{tag}> z</p>")

    def test_what_can_be_pasted_is_the_vocabulary(self):
        assert CONFIGURATION["pasteFilter"] == ALLOWED

    def test_a_caption_takes_part_of_the_vocabulary(self):
        caption = CONFIGURATION["newsroom"]["captionContent"]

        assert caption.items() <= ALLOWED.items()
        for tag in caption:
            text = f'<figure data-image="7"><img alt=""><figcaption>x <{tag} href="/y">z</{tag}></figcaption></figure>'
            assert f"<{tag}" in clean_body(text)

    def test_formats_offered_are_part_of_the_vocabulary(self):
        assert set(CONFIGURATION["format_tags"].split(";")) <= set(ALLOWED)

    def test_the_toolbar_offers_nothing_that_would_be_cleaned_away(self):
        buttons = {button for group in TOOLBAR for button in group}

        assert not buttons & {
            "Image",
            "Iframe",
            "Flash",
            "Source",
            "TextColor",
            "BGColor",
            "Font",
            "FontSize",
            "JustifyLeft",
            "Underline",
        }

    def test_no_plugin_is_both_added_and_removed(self):
        assert not set(CONFIGURATION["extraPlugins"].split(",")) & set(richtext.REMOVED_PLUGINS)

    def test_each_configuration_is_a_fresh_one(self):
        editor_configuration()["fullPage"] = True

        assert editor_configuration()["fullPage"] is False


class TestPictures:
    @pytest.mark.parametrize(
        "src", ["/media/pictures/a.jpg", "https://example.org/x.jpg", "javascript:x", "data:image/png;base64,x"]
    )
    def test_are_kept_by_number_and_never_by_address(self, src):
        assert (
            clean_body(f'<figure data-image="7"><img src="{src}" alt="a"></figure>')
            == '<figure data-image="7"><img alt="a"></figure>'
        )

    @pytest.mark.parametrize("number", ["", "x", "-7", "7.5", "12345678", "٧", "7 8"])
    def test_without_a_number_are_no_pictures_but_their_words_stay(self, number):
        text = f'<p>a</p><figure data-image="{number}"><img src="/media/x" alt="b"><figcaption>c</figcaption></figure>'

        assert clean_body(text) == "<p>a</p><p>c</p>"

    @pytest.mark.parametrize(
        "text",
        [
            '<p>a<img src="/media/x" alt="b">c</p>',
            '<p>a<a href="/x"><img src="https://example.org/pixel.gif" width="1"></a>c</p>',
            '<p>ac</p><p><img alt="x"></p>',
        ],
    )
    def test_outside_of_a_figure_are_taken_out(self, text):
        assert clean_body(text) == "<p>ac</p>"

    def test_have_one_line_of_caption_whatever_stands_in_the_figure(self):
        text = (
            '<figure data-image="7">Loose<p>one <b>two</b></p><table><tr><td>3</td></tr></table><img alt=" a  b ">'
            '<figcaption>four<br>five</figcaption><figure data-image="8"><img alt="c"></figure></figure>'
        )

        assert clean_body(text) == (
            '<figure data-image="7"><img alt="a b"><figcaption>Loose one <strong>two</strong> 3 four<br>five'
            "</figcaption></figure>"
        )

    def test_part_the_paragraph_they_stand_in(self):
        assert (
            clean_body('<p>a<figure data-image="7"></figure>b</p>')
            == '<p>a</p><figure data-image="7"><img alt=""></figure><p>b</p>'
        )

    def test_of_other_peoples_copy_are_not_pictures_of_ours(self):
        text = '<p>a</p><figure data-image="7"><img alt="b"><figcaption>c</figcaption></figure>'

        assert clean_copy(text) == "<p>a</p><p>c</p>"

    def test_are_found_in_reading_order_with_what_they_mean(self):
        body = clean_body(
            f'<p>a</p>{FIGURE}<blockquote><figure data-image="5"><img alt="&quot;x&quot; &lt; y"></figure></blockquote>'
        )

        first, second = figures(body)

        assert (first.image_id, first.alt, first.caption, first.is_wide) == (7, "a", "c <em>d</em>", True)
        assert (second.image_id, second.alt, second.caption, second.is_wide) == (5, '"x" < y', "", False)

    @pytest.mark.parametrize("words", ['"x" < y', "it's", "a & b &amp; c", "<figure>", "é – ü", "a\u00a0b"])
    def test_are_written_as_the_sanitiser_writes_them(self, words):
        body = clean_body(f'<figure data-image="5"><img alt="{html.escape(words)}"></figure>')

        assert with_figures(body, lambda figure: figure.html) == body
        assert figures(body)[0].alt == " ".join(words.split())


class TestFactBoxes:
    def test_are_asides_that_say_so(self):
        assert clean_body('<aside>a</aside><aside class="x">b</aside>') == "<p>a</p><p>b</p>"
        assert clean_body('<aside class="x fact-box">a</aside>') == '<aside class="fact-box"><p>a</p></aside>'

    def test_stand_in_the_text_and_never_in_one_another(self):
        text = '<ul><li>a<aside class="fact-box">b</aside></li></ul><aside class="fact-box">c<aside class="fact-box">d</aside></aside>'

        assert clean_body(text) == '<ul><li>a<p>b</p></li></ul><aside class="fact-box"><p>c</p><p>d</p></aside>'

    def test_without_words_are_left_out(self):
        assert clean_body('<aside class="fact-box"><p> </p></aside>') == ""


class TestCleaning:
    def test_cleaning_twice_changes_nothing(self):
        text = "Loose<div>block<b>bold</b></div><ul>x</ul><a href='//evil.example'>y</a><blockquote class='pull zzz'>q"

        assert clean_body(clean_body(text)) == clean_body(text)

    @pytest.mark.parametrize(
        "address",
        [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "data:text/html,x",
            "//evil.example/x",
            "vbscript:x",
        ],
    )
    def test_a_link_that_runs_or_hides_its_host_is_no_link(self, address):
        assert clean_body(f'<p><a href="{address}">x</a></p>') == "<p>x</p>"

    @pytest.mark.parametrize(
        "address", ["https://example.org/a?b=c", "mailto:desk@example.org", "tel:+4412345", "/2026/11/03/ferry/"]
    )
    def test_an_ordinary_link_stays(self, address):
        assert clean_body(f'<p><a href="{address}">x</a></p>') == f'<p><a href="{address}">x</a></p>'

    def test_text_that_is_no_markup_survives(self):
        assert clean_body("<p>3 &lt; 4 &amp; 5 &gt; 4</p>") == "<p>3 &lt; 4 &amp; 5 &gt; 4</p>"

    @pytest.mark.parametrize("text", ["<b>" * 20_001, "ü" * 150_001, "<ul><li>" * 51])
    def test_what_costs_too_much_to_read_is_refused_with_advice(self, text):
        with pytest.raises(BodyError, match=r"Paste it as plain text\.|Split it into several stories\."):
            clean_body(text)

    def test_nothing_is_nothing(self):
        assert clean_body("") == clean_body(" <p>&nbsp;</p> ") == ""
