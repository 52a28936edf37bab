"""What others changed since a person last looked: shown once per visit, until it is marked as seen."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from articles import drafting, looking
from articles.models import Article, Look, Revision
from articles.tests.refusals import NOW, fresh
from newsroom.testing.factories import make_draft, make_tag, make_user

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
BODY = "<p>One.</p><p>Two came back.</p><p>Three.</p>"


@pytest.fixture
def article() -> Article:
    return make_draft(make_user("rita"), now=NOW, headline="Ferry", body=BODY)


def save(article: Article, by: str, at: datetime, base: int | None = None, **changes: object) -> Article:
    article = fresh(article)
    base_revision = article.revision_number if base is None else base
    return drafting.save_draft(article, changes, by=make_user(by), base_revision=base_revision, now=at)


def look(article: Article, by: str, at: datetime) -> list[tuple[str, list[str]]]:
    """Open the story; return who changed which fields since the last look."""
    user = make_user(by)
    found = looking.open_story(fresh(article), user, now=at)
    changes = looking.changes(article, found) if found else []
    return [
        (" and ".join(each.username for each in change.run.who), [each.name for each in change.differences])
        for change in changes
    ]


class TestTheFirstLook:
    def test_shows_nothing_and_sets_the_mark(self, article):
        save(article, "ed", NOW, headline="Ed's")

        assert look(article, "rita", NOW) == []
        assert Look.objects.get().revision_number == 2


class TestLater:
    def test_others_changes_are_shown_with_who_and_which_fields(self, article):
        look(article, "rita", NOW)
        save(article, "ed", NOW + MINUTE, headline="Ed's", body=BODY.replace("Two", "Six"))

        assert look(article, "rita", NOW + HOUR) == [("ed", ["headline", "body"])]

    def test_ones_own_are_not(self, article):
        look(article, "rita", NOW)
        save(article, "rita", NOW + MINUTE, headline="Rita's")

        assert look(article, "rita", NOW + HOUR) == []
        assert Look.objects.get().revision_number == 2

    def test_nor_are_ones_own_between_those_of_others(self, article):
        look(article, "rita", NOW)
        save(article, "ed", NOW + MINUTE, headline="Ed's")
        save(article, "rita", NOW + 2 * MINUTE, base=1, kicker="Rita's", body=BODY.replace("One", "1"))
        save(article, "chloe", NOW + 3 * MINUTE, body=BODY.replace("One", "1").replace("Two", "Six"))

        found = looking.open_story(fresh(article), make_user("rita"), now=NOW + HOUR)
        changes = looking.changes(article, found)

        assert [[each.name for each in change.differences] for change in changes] == [["headline"], ["body"]]
        [body] = changes[1].differences
        assert [row.both for row in body.rows if row.is_changed] == ["<p><del>Two</del><ins>Six</ins> came back.</p>"]

    def test_what_others_took_back_again_is_none(self, article):
        look(article, "rita", NOW)
        save(article, "ed", NOW + MINUTE, headline="Ed's")
        save(article, "ed", NOW + 2 * MINUTE, headline="Ferry")

        assert look(article, "rita", NOW + HOUR) == []

    def test_several_people_in_a_row_are_named_the_latest_first(self, article):
        look(article, "rita", NOW)
        save(article, "ed", NOW + MINUTE, headline="Ed's")
        save(article, "chloe", NOW + 2 * MINUTE, tags=[make_tag("Ferry")])

        assert look(article, "rita", NOW + HOUR) == [("chloe and ed", ["headline", "tags"])]

    def test_each_person_has_a_mark_of_their_own(self, article):
        look(article, "rita", NOW)
        look(article, "mo", NOW)
        save(article, "ed", NOW + MINUTE, headline="Ed's")
        look(article, "rita", NOW + HOUR)

        assert look(article, "mo", NOW + 2 * HOUR) == [("ed", ["headline"])]

    def test_text_that_was_only_kept_at_a_take_over_is_no_change(self, article):
        look(article, "ed", NOW)
        Revision.objects.create(
            article=article, number=2, kind="takeover", snapshot=drafting.snapshot(article) | {"headline": "Rita's"},
            changed_fields=["headline"], saved_at=NOW, saved_by=make_user("rita"),
        )  # fmt: skip
        Article.objects.filter(pk=article.pk).update(revision_number=2)

        assert look(article, "ed", NOW + HOUR) == []


class TestTheMark:
    def test_a_reload_and_ones_own_save_still_show_what_was_new(self, article):
        look(article, "rita", NOW)
        save(article, "ed", NOW + MINUTE, headline="Ed's")
        look(article, "rita", NOW + HOUR)
        save(article, "rita", NOW + HOUR + MINUTE, kicker="Rita's")

        assert look(article, "rita", NOW + HOUR + 2 * MINUTE) == [("ed", ["headline"])]

    def test_a_later_visit_shows_only_what_is_newer(self, article):
        look(article, "rita", NOW)
        save(article, "ed", NOW + MINUTE, headline="Ed's")
        look(article, "rita", NOW + HOUR)
        save(article, "ed", NOW + HOUR + MINUTE, kicker="At sea")

        assert look(article, "rita", NOW + 3 * HOUR) == [("ed", ["kicker"])]

    def test_a_visit_goes_on_while_the_story_is_opened_again_and_again(self, article):
        look(article, "rita", NOW)
        save(article, "ed", NOW + MINUTE, headline="Ed's")

        for step in range(1, 9):
            assert look(article, "rita", NOW + step * 20 * MINUTE) == [("ed", ["headline"])]

    def test_marked_as_seen_it_is_shown_no_more(self, article):
        look(article, "rita", NOW)
        save(article, "ed", NOW + MINUTE, headline="Ed's")
        look(article, "rita", NOW + 2 * MINUTE)
        save(article, "ed", NOW + 3 * MINUTE, kicker="At sea")

        looking.mark_seen(fresh(article), make_user("rita"), upto=2, now=NOW + 4 * MINUTE)

        assert look(article, "rita", NOW + 5 * MINUTE) == [("ed", ["kicker"])]

    @pytest.mark.parametrize("upto, number", [(99, 2), (1, 2), (0, 2)])
    def test_it_never_goes_back_nor_beyond_the_story(self, article, upto, number):
        save(article, "ed", NOW, headline="Ed's")
        look(article, "rita", NOW)

        looking.mark_seen(fresh(article), make_user("rita"), upto=upto, now=NOW)

        assert Look.objects.get().revision_number == number

    def test_it_can_be_set_without_a_look(self, article):
        looking.mark_seen(article, make_user("mo"), upto=1, now=NOW)

        assert Look.objects.get().revision_number == 1


class TestVeryMany:
    def test_the_newest_are_looked_at_and_it_costs_four_queries(self, article, django_assert_num_queries):
        look(article, "rita", NOW)
        rita, ed, kept = make_user("rita"), make_user("ed"), drafting.snapshot(article)
        Revision.objects.bulk_create(
            Revision(
                article=article, number=number, snapshot=kept | {"headline": f"Headline {number}"},
                changed_fields=["headline"], saved_at=NOW + MINUTE, saved_by=ed,
            )
            for number in range(2, 202)
        )  # fmt: skip
        Article.objects.filter(pk=article.pk).update(revision_number=201)
        mine = fresh(article)

        with django_assert_num_queries(4):
            changes = looking.changes(mine, looking.open_story(mine, rita, now=NOW + HOUR))

        assert [each.before for each in changes[0].differences] == ["Headline 151"]
        assert [each.after for each in changes[0].differences] == ["Headline 201"]

    def test_a_story_with_nothing_new_costs_nothing_when_it_was_fetched_with_the_mark(
        self, article, django_assert_num_queries
    ):
        look(article, "rita", NOW)
        rita = make_user("rita")
        mine = looking.with_mark(Article.objects.filter(pk=article.pk), rita).get()

        with django_assert_num_queries(0):
            assert looking.open_story(mine, rita, now=NOW + MINUTE / 2) == []

    def test_the_mark_is_ones_own(self, article):
        look(article, "mo", NOW)

        mine = looking.with_mark(Article.objects.filter(pk=article.pk), make_user("rita")).get()

        assert looking.open_story(mine, make_user("rita"), now=NOW) == []
        assert Look.objects.count() == 2


class TestTheScreen:
    def address(self, article: Article, rest: str) -> str:
        return f"/desk/articles/article/{article.pk}/{rest}/"

    @pytest.fixture
    def rita(self, client, article):
        client.force_login(make_user("rita"), backend="django.contrib.auth.backends.ModelBackend")
        client.get(self.address(article, "change"))
        return client

    def test_says_what_changed_word_by_word_and_links_to_the_fields(self, rita, article):
        save(article, "ed", datetime.now(tz=NOW.tzinfo), headline="Ed's ferry", body=BODY.replace("Two", "<script>"))

        page = rita.get(self.address(article, "change")).content.decode()

        assert "Since you last looked" in page
        assert "<ins>Ed&#x27;s ferry</ins>" in page
        assert 'href="#id_headline"' in page
        assert self.address(article, "revisions/compare/1/2") in page

    def test_says_nothing_when_nothing_is_new(self, rita, article):
        assert "Since you last looked" not in rita.get(self.address(article, "change")).content.decode()

    def test_a_save_with_errors_shows_it_and_moves_nothing(self, rita, article):
        save(article, "ed", datetime.now(tz=NOW.tzinfo), headline="Ed's ferry")

        page = rita.post(self.address(article, "change"), {"base_revision": "1", "urgency": "x"}).content.decode()

        assert "Since you last looked" in page
        assert Look.objects.get(user=make_user("rita")).revision_number == 1

    def test_the_button_marks_it_as_seen_and_leaves_the_page_alone(self, rita, article):
        save(article, "ed", datetime.now(tz=NOW.tzinfo), headline="Ed's ferry")

        answer = rita.post(self.address(article, "seen"), {"upto": "2"})

        assert (answer.status_code, answer.content) == (204, b"")
        assert "Since you last looked" not in rita.get(self.address(article, "change")).content.decode()

    @pytest.mark.parametrize("upto", ["", "x", "-1", "²", "9" * 30])
    def test_nonsense_changes_nothing(self, rita, article, upto):
        save(article, "ed", NOW, headline="Ed's ferry")

        assert rita.post(self.address(article, "seen"), {"upto": upto}).status_code == 204
        assert Look.objects.get(user=make_user("rita")).revision_number == 1

    def test_it_is_not_marked_by_a_link(self, rita, article):
        assert rita.get(self.address(article, "seen")).status_code == 405
