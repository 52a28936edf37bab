"""The beginning of a correction, written from the difference between what readers have and the working copy."""

from __future__ import annotations

from datetime import timedelta

import pytest

from articles import drafting, publishing
from articles.corrections import ENGLISH, GERMAN, drafted_note, is_unfinished
from articles.models import Article, Version
from articles.tests.refusals import NOW, refused
from images.models import Image
from newsroom.testing.factories import BODY, make_live, make_user


def note(before: str, after: str, *, language: str = "en", **pairs: tuple[str, str]) -> str:
    """Return the note for two bodies, and for pairs of other fields."""
    live, article = Version(body=before), Article(body=after, language=language)
    for name, (old, new) in pairs.items():
        setattr(live, name, old)
        setattr(article, name, new)
    return drafted_note(live, article)


LONG = "At least {} people died in the fire at the old harbour warehouse on Monday night, police said."


class TestANumber:
    def test_is_quoted_with_the_words_around_it_and_put_right(self):
        text = note(f"<p>{LONG.format(12)}</p>", f"<p>{LONG.format(2)}</p>")

        assert (
            text
            == "An earlier version of this story said “At least 12 people died in the fire”. The right figure is 2."
        )

    def test_of_a_short_sentence_brings_the_whole_of_it(self):
        assert note("<p>Yes. 12 died. No.</p>", "<p>Yes. 2 died. No.</p>") == (
            "An earlier version of this story said “12 died”. The right figure is 2."
        )

    def test_may_have_decimals_or_be_a_word(self):
        assert "said “Profit rose 1.5 per cent”. The right figure is 1.7." in note(
            "<p>Profit rose 1.5 per cent.</p>", "<p>Profit rose 1.7 per cent.</p>"
        )
        assert "said “Two died”. The right figure is five." in note("<p>Two died.</p>", "<p>Five died.</p>")

    def test_that_stands_in_headline_and_text_is_told_once(self):
        text = note("<p>12 died.</p>", "<p>2 died.</p>", headline=("12 dead", "2 dead"), standfirst=("12!", "2!"))

        assert text == "An earlier version of this story said “12 died”. The right figure is 2."


class TestWords:
    def test_that_were_changed_are_quoted_as_they_were_and_as_they_are(self):
        text = note("<p>The mayor is John Smith.</p>", "<p>The mayor is Jon Smyth.</p>")

        assert text == (
            "An earlier version of this story said “The mayor is John Smith”. "
            "It should have said “The mayor is Jon Smyth”."
        )

    def test_that_were_missing_are_put_in(self):
        text = note("<p>The minister did resign.</p>", "<p>The minister did not resign.</p>")

        assert "said “The minister did resign”. It should have said “The minister did not resign”." in text

    def test_titles_end_no_sentence(self):
        assert "“Mr. Smith, 45, was there”" in note(
            "<p>Mr. Smith, 45, was there.</p>", "<p>Mr. Smith, 54, was there.</p>"
        )

    def test_that_recur_are_told_once(self):
        text = note("<p>Smith came.</p><p>Smith went.</p>", "<p>Smyth came.</p><p>Smyth went.</p>")

        assert text.count("An earlier version") == 1

    def test_with_other_capitals_or_stops_are_no_mistake(self):
        assert note("<p>The mayor, he said.</p>", "<p>The Mayor he said…</p>") == ENGLISH.beginning

    def test_of_a_caption_are_told_as_its_own(self):
        text = note("<p>x</p>", "<p>x</p>", picture_caption=("Ann Lee in Leeds", "Ann Lee in York"))

        assert text.startswith("A caption in an earlier version of this story said “Ann Lee in Leeds”.")

    def test_of_another_picture_are_not_compared(self):
        live = Version(body="<p>x</p>", picture=Image(pk=1), picture_caption="A ferry")
        article = Article(body="<p>x</p>", picture=Image(pk=2), picture_caption="A train")

        assert drafted_note(live, article) == ENGLISH.beginning


class TestWhatIsGone:
    def test_a_sentence_is_quoted(self):
        assert note("<p>One. The minister lied. Two.</p>", "<p>One. Two.</p>") == (
            "An earlier version of this story said “The minister lied”. That passage has been removed."
        )

    def test_a_paragraph_is_quoted_and_cut(self):
        text = note(f"<p>One.</p><p>{'Nobody ever paid. ' * 30}</p>", "<p>One.</p>")

        assert "…”. That passage has been removed." in text
        assert len(text) < 300


class TestAHeadline:
    def test_is_quoted_whole(self):
        text = note("<p>x</p>", "<p>x</p>", headline=("Ferry leaves at dawn", "Ferry leaves at noon"))

        assert text == (
            "An earlier headline of this story said “Ferry leaves at dawn”. It should have said “Ferry leaves at noon”."
        )


class TestWhereNothingPlainChanged:
    @pytest.mark.parametrize(
        "before, after",
        [
            ("<p>Same.</p>", "<p>Same.</p>"),
            ("<p>Same.</p>", "<p>Same. And a new sentence.</p>"),
            ("<p>Same.</p>", "<p>Same.</p><p>And a new paragraph.</p>"),
            (
                "<p>One two three four five six seven eight nine.</p>",
                "<p>None of those words stand in this text, sorry.</p>",
            ),
            ("", ""),
        ],
    )
    def test_there_is_only_a_beginning(self, before, after):
        assert note(before, after) == ENGLISH.beginning

    @pytest.mark.parametrize("text", [ENGLISH.beginning, f" {ENGLISH.beginning} …\n", GERMAN.beginning + ":"])
    def test_a_beginning_is_known(self, text):
        assert is_unfinished(text)

    def test_a_sentence_is_none(self):
        assert not is_unfinished(f"{ENGLISH.beginning} named the wrong town.")


class TestTheText:
    def test_is_german_for_german_stories(self):
        text = note("<p>12 Menschen starben.</p>", "<p>2 Menschen starben.</p>", language="de-AT")

        assert text == "In einer früheren Fassung dieses Beitrags hieß es: „12 Menschen starben“. Richtig ist: 2."

    def test_is_english_for_all_others(self):
        assert note("<p>12 morts.</p>", "<p>2 morts.</p>", language="fr").startswith("An earlier version")

    def test_tells_three_changes_at_most(self):
        before = "".join(f"<p>Ship {n} carried {n}0 tons of salt.</p>" for n in range(1, 7))
        after = "".join(f"<p>Ship {n} carried {n}5 tons of salt.</p>" for n in range(1, 7))

        assert note(before, after).count("The right figure") == 3

    def test_has_no_markup(self):
        text = note("<p>The <strong>big</strong> ship had <a href='https://x.example/'>5</a> masts.</p>",
                    "<p>The <strong>big</strong> ship had <a href='https://x.example/'>6</a> masts.</p>")  # fmt: skip

        assert text == "An earlier version of this story said “The big ship had 5 masts”. The right figure is 6."

    def test_of_a_huge_rewrite_is_a_beginning(self):
        assert is_unfinished(note(f"<p>{'a b c ' * 20000}</p>", f"<p>{'d e f ' * 20000}</p>"))


@pytest.mark.django_db
class TestOnTheDesk:
    def page(self, client, article):
        client.force_login(make_user("ed"), backend="django.contrib.auth.backends.ModelBackend")
        return f"/desk/articles/article/{article.pk}/move/correct/"

    def test_the_page_of_a_correction_has_the_text_already(self, client):
        article = make_live(body=f"<p>12 people died.</p>{BODY}").article
        drafting.save_draft(article, {"body": f"<p>2 people died.</p>{BODY}"}, by=make_user("ed"), base_revision=1)

        page = client.get(self.page(client, article)).content.decode()

        assert "said “12 people died”. The right figure is 2.</textarea>" in page

    def test_a_beginning_alone_is_refused_by_the_page_and_by_the_verb(self, client):
        article = make_live(now=NOW).article

        page = client.post(
            self.page(client, article), {"public_text": ENGLISH.beginning, "seen_revision": article.revision_number}
        ).content.decode()
        with refused("words_missing"):
            publishing.correct(article, by=make_user("ed"), public_text=GERMAN.beginning, now=NOW + timedelta(hours=1))

        assert "Say what was wrong, and what is right." in page
        assert article.versions.count() == 1
