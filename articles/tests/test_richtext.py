"""One vocabulary: what the editor lets in, the sanitiser keeps; what it does not, the sanitiser removes."""

from __future__ import annotations

import re

import pytest

from articles import richtext
from articles.richtext import BODY, TOOLBAR, BodyError, clean_body, editor_configuration

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
    "hr": "<p>x</p><hr><p>y</p>",
    "br": "<p>x<br>y</p>",
    "table": "<table><caption>c</caption><thead><tr><th>x</th></tr></thead><tbody><tr><td>y</td></tr></tbody></table>",
    "th": '<table><tbody><tr><th colspan="2" rowspan="2" scope="col">x</th></tr></tbody></table>',
    "td": '<table><tbody><tr><td colspan="2" rowspan="2">x</td></tr></tbody></table>',
    **{name: f"<p>x <{name}>y</{name}></p>" for name in ("strong", "em", "s", "sub", "sup", "cite")},
}
SAMPLES |= dict.fromkeys(("caption", "thead", "tbody", "tr"), SAMPLES["table"])
FOREIGN = "script style iframe object embed form input button svg math video audio img font center marquee u section article".split()


def attributes_of(rule: object) -> set[str]:
    if not isinstance(rule, dict):
        return set()
    names = {name.removeprefix("!") for name in rule.get("attributes", "").split(",") if name}
    return names | ({"class"} if "classes" in rule else set())


class TestEditorAndSanitiserAgree:
    def test_every_tag_of_the_editor_has_a_sample_here(self):
        assert set(ALLOWED) == set(BODY.tags) == set(SAMPLES)

    @pytest.mark.parametrize("tag", SAMPLES)
    def test_what_the_editor_allows_passes_the_sanitiser_unchanged(self, tag):
        assert clean_body(SAMPLES[tag]) == SAMPLES[tag]

    @pytest.mark.parametrize("tag", SAMPLES)
    def test_every_attribute_the_editor_allows_is_in_its_sample(self, tag):
        (inside,) = re.findall(rf"<{tag}(?=[\s>])([^>]*)>", SAMPLES[tag])[:1]

        assert set(re.findall(r"([a-z]+)=", inside)) == attributes_of(ALLOWED[tag])

    @pytest.mark.parametrize("tag", SAMPLES)
    @pytest.mark.parametrize("attribute", ["style", "id", "onclick", "onmouseover", "data-x", "target", "rel", "class"])
    def test_an_attribute_the_editor_refuses_is_removed(self, tag, attribute):
        text = re.sub(
            rf"<{tag}(?=[\s>])", f'<{tag} {attribute}="zzz"', SAMPLES[tag].replace(' class="pull"', ""), count=1
        )

        assert "zzz" not in clean_body(text)

    @pytest.mark.parametrize("tag", FOREIGN)
    def test_a_tag_the_editor_refuses_is_removed(self, tag):
        assert tag not in ALLOWED
        assert f"<{tag}" not in clean_body(f"<p>x <{tag} src=x>y</{tag}> z</p>")

    def test_what_can_be_pasted_is_part_of_the_vocabulary(self):
        groups = [group.strip() for group in CONFIGURATION["pasteFilter"].split(";")]
        tags = {tag for group in groups for tag in re.sub(r"\[.*?\]", "", group).split()}
        attributes = {
            name.lstrip("!")
            for group in re.findall(r"\[(.*?)\]", CONFIGURATION["pasteFilter"])
            for name in group.split(",")
        }

        assert tags <= set(ALLOWED)
        assert attributes <= {"href", "colspan", "rowspan"}

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
