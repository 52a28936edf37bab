"""Composing without saving, and comparing two versions: what is shown is escaped."""

from __future__ import annotations

import re

import pytest

from articles import drafting, publishing, versions
from articles.models import Change, Version
from articles.tests.refusals import NOW
from newsroom.testing.factories import BODY, make_author, make_draft, make_live, make_tag, make_user

pytestmark = pytest.mark.django_db


def two_versions(before: dict, after: dict) -> tuple[Version, Version]:
    first = make_live(now=NOW, **before)
    drafting.save_draft(first.article, after, by=make_user("ed"), base_revision=1, now=NOW)
    return first, publishing.update(first.article, by=make_user("ed"), now=NOW)


class TestComposing:
    def test_a_preview_is_what_readers_would_get_and_is_not_saved(self):
        article = make_draft(now=NOW, authors=[make_author()], tags=[make_tag()])

        version = versions.compose(article, change=Change.FIRST, now=NOW)

        assert version.pk is None
        assert not Version.objects.exists()
        assert (version.headline, version.body) == (article.headline, BODY)
        assert version.bylines == [{"name": "Mira Halloran", "slug": "mira-halloran"}]

    def test_a_half_finished_draft_can_be_previewed(self):
        article = drafting.create_draft({}, by=make_user("rita"), now=NOW)

        version = versions.compose(article, change=Change.FIRST, now=NOW)

        assert (version.section_id, version.top_section_id, version.headline) == (None, None, "")


class TestComparing:
    def test_two_that_are_the_same_differ_in_nothing(self):
        first, second = two_versions({}, {"ednote": "Inside only."})

        assert versions.compare(first, second) == []

    def test_only_fields_that_differ_are_named_then_the_body_then_the_picture(self):
        first, second = two_versions(
            {"dateline": "Kyiv"}, {"body": f"<p>New.</p>{BODY}", "dateline": "Odesa", "picture_alt": "A ferry"}
        )

        assert [difference.field for difference in versions.compare(first, second)] == [
            "dateline",
            "body",
            "picture alternative text",
        ]

    def test_words_that_went_and_came_are_marked(self):
        first, second = two_versions({"headline": "One ferry leaves"}, {"headline": "Two ferries leave"})

        (difference,) = versions.compare(first, second)

        assert (difference.before, difference.after) == ("One ferry leaves", "Two ferries leave")
        assert "<del>One</del><ins>Two</ins>" in difference.html

    def test_a_field_that_was_empty_is_all_new(self):
        first, second = two_versions({}, {"kicker": "Shipping"})

        (difference,) = versions.compare(first, second)

        assert difference.html == "<ins>Shipping</ins>"

    def test_text_that_looks_like_markup_is_shown_as_text(self):
        evil = '<script>alert(1)</script> & <img src=x onerror=alert(2)> "quoted"'
        first, second = two_versions(
            {"headline": "Plain"}, {"headline": evil, "kicker": "</ins><script>alert(3)</script>"}
        )

        for difference in versions.compare(first, second):
            assert set(re.findall(r"<[^>]*>", difference.html)) <= {"<ins>", "</ins>", "<del>", "</del>"}
        assert re.sub(r"<del>.*?</del>|</?ins>", "", versions.compare(first, second)[0].html) == (
            "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;img src=x onerror=alert(2)&gt; &quot;quoted&quot;"
        )

    def test_escaped_markup_in_the_body_stays_escaped(self):
        before = f"{BODY}<p>Write &lt;b&gt; for bold.</p>"
        after = f"{BODY}<p>Write &lt;script&gt;alert(1)&lt;/script&gt; for trouble &amp; more.</p>"
        first, second = two_versions({"body": before}, {"body": after})

        (difference,) = versions.compare(first, second)

        assert "<script" not in difference.html
        assert "&lt;script&gt;" in re.sub(r"<del>.*?</del>|</?ins>", "", difference.html)
        assert set(re.findall(r"</?([a-z]+)", difference.html)) == {"p", "ins", "del"}

    def test_a_switch_is_shown_in_words(self):
        first, second = two_versions({}, {"picture_is_decorative": True})

        (difference,) = versions.compare(first, second)

        assert (difference.before, difference.after) == ("no", "yes")
