"""How strict each check is, what asks for a reason, and what the checks of the desk's own find."""

from __future__ import annotations

from datetime import timedelta

import pytest

from articles import drafting, noting, publishing, readiness
from articles.models import Article, CheckRule, HistoryEntry
from articles.readiness import registry
from articles.tests.refusals import NOW, refused
from newsroom.testing.factories import BODY, make_draft, make_image, make_live, make_tag, make_user

pytestmark = pytest.mark.django_db


def codes(level=None, *, now=NOW, **changes):
    """Return the codes of what is wrong with a draft, of one level or of all."""
    found = readiness.problems(make_draft(now=NOW, **changes), now=now)
    return {problem.code for problem in found if level in (None, problem.level)}


def set_level(code, level, kind=""):
    CheckRule.objects.create(code=code, level=level, kind=kind)


class TestLevels:
    @pytest.mark.parametrize("level", ["blocks", "reason", "advice"])
    def test_a_check_is_as_strict_as_the_newsroom_says(self, level):
        set_level("picture_missing", level)

        assert "picture_missing" in codes(level)

    def test_a_check_that_is_off_finds_nothing(self):
        set_level("standfirst_missing", "off")

        assert "standfirst_missing" not in codes(standfirst="")

    def test_the_level_of_a_kind_counts_more_than_that_of_every_kind(self):
        set_level("picture_missing", "blocks")
        set_level("picture_missing", "off", kind="opinion")

        assert "picture_missing" in codes("blocks")
        assert "picture_missing" not in codes(kind="opinion")

    def test_a_level_of_every_kind_counts_for_briefs_too(self):
        set_level("standfirst_missing", "blocks")

        assert "standfirst_missing" in codes("blocks", kind="brief", standfirst="")

    @pytest.mark.parametrize("code, changes", [
        ("embargoed", {"embargo_is_open": True}), ("headline_missing", {"headline": ""}), ("section_missing", {"section": None}),
    ])  # fmt: skip
    def test_what_is_fixed_cannot_be_turned_off(self, code, changes):
        set_level(code, "off")

        assert code in codes("blocks", **changes)

    def test_every_condition_says_why_it_is_fixed(self):
        fixed = {check.code for check in readiness.every() if check.fixed}

        assert {"held", "embargoed", "in_vault", "vault_stop_word", "must_note"} <= fixed

    def test_the_levels_are_read_in_one_query(self, django_assert_num_queries):
        article = Article(kind="news")
        set_level("picture_missing", "blocks")

        with django_assert_num_queries(1):
            readiness.problems(article, now=NOW)

    def test_a_code_is_registered_once(self):
        with pytest.raises(ValueError, match="registered already"):
            registry.register("held", "blocks", "Again")(lambda story: [])


class TestAReason:
    def test_what_asks_for_one_refuses_without_and_goes_out_with(self):
        article, ed = make_draft(now=NOW, needs_picture=True), make_user("ed")

        with refused("reason_missing") as caught:
            publishing.publish(article, by=ed, now=NOW)
        publishing.publish(article, by=ed, note="No photographer in town.", now=NOW)

        assert caught.value.problems == ("The desk asked for a picture and it has none.",)
        assert HistoryEntry.objects.get(verb="publish").note == "No photographer in town."

    def test_a_blank_reason_is_none(self):
        with refused("reason_missing"):
            publishing.publish(make_draft(now=NOW, needs_picture=True), by=make_user("ed"), note="  ", now=NOW)

    def test_what_blocks_is_said_first(self):
        article = make_draft(now=NOW, needs_picture=True, needs_legal=True)

        with refused("not_ready"):
            publishing.publish(article, by=make_user("ed"), note="Because.", now=NOW)

    def test_a_reason_given_to_the_schedule_holds_when_its_time_comes(self):
        article, later = make_draft(now=NOW, needs_picture=True), NOW + timedelta(hours=1)
        publishing.schedule(article, by=make_user("ed"), publish_at=later, note="No photographer in town.", now=NOW)

        assert publishing.publish_due(article.pk, now=later) is not None

    def test_a_doubt_that_came_after_the_schedule_keeps_it_back(self):
        article, later = make_draft(now=NOW), NOW + timedelta(hours=1)
        publishing.schedule(article, by=make_user("ed"), publish_at=later, now=NOW)
        set_level("picture_missing", "reason")

        assert publishing.publish_due(article.pk, now=later) is None
        article.refresh_from_db()
        assert "Add a picture." in article.schedule_problem

    def test_a_live_story_asks_for_it_too(self):
        article, ed = make_live(now=NOW).article, make_user("ed")
        set_level("picture_missing", "reason")

        with refused("reason_missing"):
            publishing.update(article, by=ed, now=NOW)

    def test_withdrawing_and_killing_ask_nothing_of_the_text(self):
        article, ed = make_live(now=NOW).article, make_user("ed")
        set_level("picture_missing", "blocks")

        publishing.kill(article, by=ed, note="Wrong.", public_text="Gone.", now=NOW)


class TestConditions:
    def test_a_lawyer_has_to_read_it(self):
        assert "needs_legal" in codes("blocks", needs_legal=True)

    def test_a_note_that_must_be_settled_blocks_until_it_is(self):
        article, ed = make_draft(now=NOW), make_user("ed")
        note = noting.add(article, "Call the captain.", by=ed, is_must=True)

        assert [problem.sentence for problem in readiness.blocking(article, now=NOW)] == [
            "Settle this note first: “Call the captain.”."
        ]
        noting.resolve(note, by=ed)
        assert readiness.blocking(article, now=NOW) == []

    def test_a_story_in_the_vault_goes_nowhere_and_has_no_leftovers(self):
        article = make_draft(now=NOW, headline="TK dies at 90")
        Article.objects.filter(pk=article.pk).update(in_vault=True)
        article.refresh_from_db()
        set_level("stop_word", "off")

        assert {problem.code for problem in readiness.blocking(article, now=NOW)} == {"in_vault", "vault_stop_word"}


class TestPictures:
    def test_a_picture_in_the_text_needs_a_credit_and_a_description(self):
        image = make_image(credit="", alt="")
        found = readiness.blocking(
            make_draft(now=NOW, body=f'{BODY}<figure data-image="{image.pk}"><img alt=""></figure>'), now=NOW
        )

        assert [(problem.code, problem.field) for problem in found] == [
            ("body_picture_credit_missing", "body"), ("body_picture_alt_missing", "body"),
        ]  # fmt: skip

    def test_a_small_picture_is_pointed_out(self):
        assert "picture_small" in codes("advice", picture=make_image())
        assert "picture_small" not in codes(picture=make_image(width_px=1200))


class TestAdvice:
    @pytest.mark.parametrize(
        "code, changes",
        [
            ("search_title", {"seo_title": "x" * 61}),
            ("description", {"summary": "x" * 156}),
            ("description", {"summary": "x" * 69}),
            ("link_missing", {"body": "<p>" + "The ferry left. " * 110 + "</p>"}),
            ("subheads", {"body": "<p>" + "The ferry left. " * 120 + "</p>"}),
            ("hard_to_read", {"body": "<p>" + "Internationally, infrastructural considerations notwithstanding, " * 30 + "</p>"}),
            ("names_differ", {"body": f"{BODY}<p>We met Ms Halloran. We saw Ms Haloran.</p>"}),
            ("quote_without_speaker", {"body": f"{BODY}<blockquote><p>We sail.</p></blockquote>"}),
        ],
    )  # fmt: skip
    def test_it_is_given(self, code, changes):
        assert code in codes("advice", **changes)

    @pytest.mark.parametrize(
        "code, changes",
        [
            ("search_title", {"seo_title": "x" * 60}),
            ("description", {"summary": "x" * 155}),
            ("link_missing", {"body": '<p><a href="/world/">More</a> ' + "The ferry left. " * 110 + "</p>"}),
            ("subheads", {"body": "<p>" + "The ferry left. " * 80 + "</p><h2>So</h2><p>" + "It left. " * 90 + "</p>"}),
            (
                "quote_without_speaker",
                {"body": f"{BODY}<p>Ola Brandt said:</p><blockquote><p>We sail.</p></blockquote>"},
            ),
            ("quote_without_speaker", {"body": f"{BODY}<blockquote><p>We sail.</p><cite>Ola</cite></blockquote>"}),
            ("quote_without_speaker", {"body": f'{BODY}<blockquote class="pull"><p>We sail.</p></blockquote>'}),
            ("slug_taken", {"slug": "nobody-has-this"}),
        ],
    )
    def test_it_is_not_given_where_all_is_well(self, code, changes):
        assert code not in codes(**changes)

    def test_the_same_headline_within_a_month_is_pointed_out(self):
        make_live(now=NOW - timedelta(days=29), headline="Ferry leaves at dawn")

        assert "headline_again" in codes("advice", headline="FERRY leaves at dawn")

    def test_an_older_one_or_the_storys_own_is_not(self):
        own = make_live(now=NOW - timedelta(days=31), headline="Ferry leaves at dawn").article

        assert "headline_again" not in codes(headline="Ferry leaves at dawn")
        assert "headline_again" not in {
            problem.code for problem in readiness.problems(own, now=NOW - timedelta(days=30))
        }

    def test_an_address_of_the_same_day_is_pointed_out(self):
        make_live(now=NOW, slug="ferry")

        assert "slug_taken" in codes("advice", slug="ferry")

    def test_three_to_eight_tags_are_asked_for(self):
        tags = [make_tag(f"Tag {number}") for number in range(9)]

        assert [("tags" in codes(tags=tags[:count])) for count in (2, 3, 8, 9)] == [True, False, False, True]


class TestDayWords:
    def test_words_that_will_mean_another_day_are_named_with_it(self):
        article = make_draft(now=NOW, body=f"{BODY}<p>It leaves tomorrow.</p>", due_at=NOW + timedelta(days=1))

        sentences = [
            problem.sentence for problem in readiness.problems(article, now=NOW) if problem.code == "day_words"
        ]

        day = NOW + timedelta(days=2)
        assert sentences == [f"“tomorrow” will mean {day:%A} {day.day} {day:%B}."]

    def test_a_story_that_goes_out_today_may_say_tomorrow(self):
        assert "day_words" not in codes(body=f"{BODY}<p>It leaves tomorrow.</p>")


class TestValuesThatAreNotSaved:
    def test_tags_and_authors_of_the_form_are_judged_instead_of_the_rows(self):
        article = make_draft(now=NOW)
        tags = [make_tag(f"Tag {number}") for number in range(3)]

        found = readiness.problems(article, now=NOW, tags=tags, authors=[])

        assert {"tags", "byline_missing"} & {problem.code for problem in found} == {"byline_missing"}

    def test_a_hold_shows_without_a_field(self):
        article = make_draft(now=NOW)
        drafting.hold(article, by=make_user("chloe"), note="Lawyers.", now=NOW)

        assert [problem.field for problem in readiness.blocking(article, now=NOW)] == [""]
