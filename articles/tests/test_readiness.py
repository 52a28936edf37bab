"""Each rule that stands between a story and its readers, and the advice that does not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from articles import drafting, readiness
from articles.tests.refusals import NOW
from newsroom.testing.factories import BODY, make_author, make_draft, make_image, make_source, make_tag, make_user

pytestmark = pytest.mark.django_db


def blocking(**changes) -> list[tuple[str, str]]:
    """Return (code, field) of what blocks a story that is fine but for `changes`."""
    return [(problem.code, problem.field) for problem in readiness.blocking(make_draft(now=NOW, **changes), now=NOW)]


def figure_of(image) -> str:
    return f'<figure data-image="{image.pk}"><img alt="A white ferry"></figure>'


def advice(**changes) -> set[str]:
    found = readiness.problems(make_draft(now=NOW, **changes), now=NOW)
    return {problem.code for problem in found if problem.level == "advice"}


class TestWhatIsRequired:
    def test_the_factorys_draft_could_go_out(self):
        assert blocking() == []

    @pytest.mark.parametrize(
        "changes, problem",
        [
            ({"headline": ""}, ("headline_missing", "headline")),
            ({"headline": "x" * 111}, ("headline_long", "headline")),
            ({"standfirst": ""}, ("standfirst_missing", "standfirst")),
            ({"section": None}, ("section_missing", "section")),
            ({"body": ""}, ("body_missing", "body")),
            ({"body": "<p> </p><p>&nbsp;</p><hr>"}, ("body_missing", "body")),
            ({"body": f"<p>{'word ' * 79}</p>"}, ("body_short", "body")),
        ],
        ids=str,
    )
    def test_without_it_the_story_stays(self, changes, problem):
        assert blocking(**changes) == [problem]

    def test_the_limits_themselves_are_allowed(self):
        assert blocking(headline="x" * 110, body=f"<p>{'word ' * 80}</p>") == []

    def test_a_brief_needs_no_standfirst_and_few_words(self):
        assert blocking(kind="brief", standfirst="", body="<p>The ferry left.</p>") == []
        assert blocking(kind="brief", body="") == [("body_missing", "body")]

    def test_every_sentence_says_what_to_do(self):
        article = make_draft(now=NOW, headline="", standfirst="", section=None, body="")

        sentences = [problem.sentence for problem in readiness.blocking(article, now=NOW)]

        assert sentences == ["Write a headline.", "Write a standfirst.", "Choose a section.", "Write the body."]


class TestCredits:
    def test_a_picture_needs_a_credit(self):
        assert blocking(picture=make_image(credit=" ")) == [("picture_credit_missing", "picture")]

    def test_a_picture_needs_a_description(self):
        assert blocking(picture=make_image(alt="")) == [("picture_alt_missing", "picture_alt")]

    def test_the_storys_own_description_will_do(self):
        assert blocking(picture=make_image(alt=""), picture_alt="A ferry") == []

    def test_a_decorative_picture_needs_none(self):
        assert blocking(picture=make_image(alt=""), picture_is_decorative=True) == []

    def test_copy_of_a_source_needs_its_credit_line(self):
        assert blocking(source=make_source("nameless", credit_line="")) == [("credit_line_missing", "credit_line")]
        assert blocking(source=make_source("nameless"), credit_line="Nameless/AFX") == []


class TestStopWords:
    @pytest.mark.parametrize(
        "text",
        [
            "Ferry TK leaves",
            "TKTK",
            "XX people",
            "Some XXXX people",
            "DO NOT PUBLISH",
            "Do not publish",
            "Lorem ipsum dolor",
            "LOREM IPSUM",
        ],
    )
    def test_they_block(self, text):
        assert blocking(body=f"{BODY}<p>{text}</p>") == [("stop_word", "body")]

    @pytest.mark.parametrize(
        "text",
        [
            "Atkins walked",
            "tk",
            "the .tk domain",
            "xx",
            "XXL shirts",
            "TKO in round two",
            "Do publish",
            "lorem",
            "maxx",
            "Exxon",
        ],
    )
    def test_ordinary_words_do_not(self, text):
        assert blocking(body=f"{BODY}<p>{text}</p>") == []

    @pytest.mark.parametrize(
        "field",
        ["headline", "standfirst", "kicker", "summary", "dateline", "credit_line", "picture_caption", "picture_alt", "how_reported",
         "seo_title", "social_headline"],
    )  # fmt: skip
    def test_they_are_found_in_every_field_that_is_printed(self, field):
        assert blocking(**{field: "Ferry TK"}) == [("stop_word", field)]

    @pytest.mark.parametrize("field", ["ednote", "slugline", "usage_terms"])
    def test_fields_that_stay_inside_may_hold_them(self, field):
        assert blocking(**{field: "Ferry TK"}) == []

    def test_markup_does_not_hide_them(self):
        assert blocking(body=f"{BODY}<p>DO <em>NOT</em>&nbsp;PUBLISH</p>") == [("stop_word", "body")]

    def test_a_harmless_match_does_not_hide_a_real_one(self):
        assert blocking(body=f"{BODY}<p>The tk domain. Number TK.</p>") == [("stop_word", "body")]

    def test_each_field_is_named_once(self):
        article = make_draft(now=NOW, headline="TK XX TK")

        (problem,) = readiness.blocking(article, now=NOW)

        assert problem.sentence == "“TK” still stands in the headline."


class TestConditions:
    def test_a_hold_gives_its_reason(self):
        article = make_draft(now=NOW)
        drafting.hold(article, by=make_user("chloe"), note="Lawyers.", now=NOW)

        (problem,) = readiness.blocking(article, now=NOW)

        assert (problem.code, problem.sentence) == ("held", "On hold: Lawyers.")

    def test_an_embargo_blocks_until_it_ends(self):
        article = make_draft(now=NOW, embargo_until=NOW + timedelta(hours=1))

        assert [problem.code for problem in readiness.blocking(article, now=NOW)] == ["embargoed"]
        assert readiness.blocking(article, now=NOW + timedelta(hours=1)) == []

    def test_both_can_be_left_out(self):
        article = make_draft(now=NOW, headline="", embargo_is_open=True)
        drafting.hold(article, by=make_user("chloe"), note="Lawyers.", now=NOW)

        found = readiness.blocking(article, now=NOW, without_conditions=True)

        assert [problem.code for problem in found] == ["headline_missing"]


class TestAdvice:
    def test_a_story_with_everything_needs_none(self):
        assert not advice(
            headline="Ferry leaves the harbour with forty passengers on board",
            standfirst="A cargo of salt and forty passengers were on board when the first ferry of the year left the harbour.",
            picture=make_image(width_px=1200, usage_terms="Ours."), ai_use="none", tags=[make_tag("Ferries"), make_tag("Salt"), make_tag("Harbours")], authors=[make_author()],
        )  # fmt: skip

    def test_what_could_be_better_is_said_and_does_not_block(self):
        expected = {
            "headline_length", "standfirst_length", "picture_missing", "tags", "byline_missing", "ai_use_unsaid",
        }  # fmt: skip

        assert advice(headline="Short") == expected
        assert blocking(headline="Short") == []

    def test_agency_copy_needs_no_byline_and_a_brief_no_picture(self):
        assert not advice(source=make_source(), kind="brief") & {"byline_missing", "picture_missing"}

    def test_what_blocks_comes_first(self):
        levels = [problem.level for problem in readiness.problems(make_draft(now=NOW, section=None), now=NOW)]

        assert levels == sorted(levels, key=lambda level: level != "blocks")
        assert levels[0] == "blocks"


class TestHowAiWasUsed:
    def test_nobody_has_said_it(self):
        assert "ai_use_unsaid" in advice()

    @pytest.mark.parametrize("ai_use", ["none", "assisted", "generated"])
    def test_it_is_said(self, ai_use):
        assert "ai_use_unsaid" not in advice(ai_use=ai_use)


class TestTheTermsOfPictures:
    def test_nobody_has_said_them(self):
        assert "picture_terms_unknown" in advice(picture=make_image())

    def test_those_of_a_picture_in_the_text_count_too(self):
        found = readiness.problems(make_draft(now=NOW, body=BODY + figure_of(make_image())), now=NOW)

        [problem] = [problem for problem in found if problem.code == "picture_terms_unknown"]
        assert (problem.field, problem.level) == ("body", "advice")
        assert problem.sentence.startswith("Nobody has said on what terms picture 1 in the text")

    @pytest.mark.parametrize("terms", [{"usage_terms": "Once."}, {"copyright_notice": "© Pat Osei"}], ids=str)
    def test_they_are_known(self, terms):
        picture = make_image(**terms)

        assert "picture_terms_unknown" not in advice(picture=picture, body=BODY + figure_of(picture))

    def test_a_source_stands_for_its_own(self):
        assert "picture_terms_unknown" not in advice(picture=make_image(source=make_source()))


class TestTheWeightOfThePage:
    def test_a_text_with_few_pictures_is_light(self):
        assert "page_heavy" not in advice(picture=make_image(width_px=2000))

    def test_many_pictures_are_heavy(self):
        body = BODY + "".join(figure_of(make_image(width_px=800)) for _ in range(30))

        found = readiness.problems(make_draft(now=NOW, body=body), now=NOW)

        [problem] = [problem for problem in found if problem.code == "page_heavy"]
        assert problem.sentence.startswith("A phone loads about ")
        assert "kB for its page; 300 are enough" in problem.sentence
