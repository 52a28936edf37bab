"""The screens of revisions: the list, any two compared, one brought back."""

from __future__ import annotations

import re

import pytest

from articles import comparing, drafting, publishing
from articles.models import Article
from articles.tests.refusals import fresh, verbs_of
from newsroom.testing.factories import BODY, make_author, make_draft, make_image, make_tag, make_user
from newsroom.testing.rules import lift_rules

pytestmark = pytest.mark.django_db
TABLE = "<table><tbody><tr><td>Aldine</td><td>{}</td></tr></tbody></table>"


def save(article: Article, by: str = "ed", **changes: object) -> Article:
    article = fresh(article)
    return drafting.save_draft(article, changes, by=make_user(by), base_revision=article.revision_number)


def place(article: Article, rest: str = "") -> str:
    return f"/desk/articles/article/{article.pk}/revisions/{rest}"


@pytest.fixture
def ed(client):
    client.force_login(make_user("ed"), backend="django.contrib.auth.backends.ModelBackend")
    return client


@pytest.fixture
def article() -> Article:
    return make_draft(make_user("rita"), headline="One ferry", body=f"<p>One.</p>{TABLE.format(12)}")


class TestTheList:
    def test_says_who_saved_what_and_when(self, ed, article):
        save(article, headline="Two ferries", kicker="At sea")
        save(article, kind="brief", body=BODY)
        publishing.publish(fresh(article), by=make_user("ed"))

        page = ed.get(place(article)).content.decode()

        assert "Revision 2" in page
        assert "Headline, kicker" in page
        assert "Published as version 1" in page
        assert place(article, "compare/1/2/") in page
        assert place(article, "2/restore/") in page
        assert place(article, "3/restore/") not in page

    def test_two_that_were_chosen_are_compared_the_older_first(self, ed, article):
        save(article, headline="Two ferries")

        answer = ed.get(place(article), {"a": "2", "b": "1"})

        assert answer["Location"] == place(article, "compare/1/2/")

    @pytest.mark.parametrize("choice", [{"a": "x", "b": "1"}, {"a": "1"}, {"a": "²", "b": "1"}, {"page": "99"}])
    def test_nonsense_shows_the_list(self, ed, article, choice):
        assert ed.get(place(article), choice).status_code == 200

    def test_has_pages_and_costs_the_same_however_many_there_are(self, ed, article, django_assert_max_num_queries):
        for number in range(2, 70):
            save(article, headline=f"Headline {number}")

        with django_assert_max_num_queries(10):
            page = ed.get(place(article), {"page": "2"}).content.decode()

        assert "Page 2 of 3" in page
        assert len(re.findall(r'name="a"', page)) == 30

    def test_offers_no_restoring_to_those_who_may_not_edit(self, client, article):
        save(article, headline="Two ferries")
        client.force_login(make_user("mo"), backend="django.contrib.auth.backends.ModelBackend")

        assert "/restore/" not in client.get(place(article)).content.decode()


class TestComparing:
    def test_marks_words_and_keeps_tables_whole(self, ed, article):
        save(article, headline="Two ferries", body=f"<p>One.</p>{TABLE.format(14)}")

        page = ed.get(place(article, "compare/1/2/")).content.decode()

        assert "<del>One</del><ins>Two</ins> <del>ferry</del><ins>ferries</ins>" in page
        assert TABLE.format("<del>12</del><ins>14</ins>") in page

    def test_in_two_columns_each_side_shows_its_own(self, ed, article):
        save(article, body=f"<p>One.</p>{TABLE.format(14)}")

        page = ed.get(place(article, "compare/1/2/"), {"view": "columns"}).content.decode()

        assert f"<div>{TABLE.format('<del>12</del>')}</div><div>{TABLE.format('<ins>14</ins>')}</div>" in page

    def test_any_two_can_be_compared_also_backwards(self, ed, article):
        save(article, headline="Two ferries")
        save(article, headline="Three ferries")

        assert "<del>One</del><ins>Three</ins>" in ed.get(place(article, "compare/1/3/")).content.decode()
        assert "<del>Three</del><ins>One</ins>" in ed.get(place(article, "compare/3/1/")).content.decode()

    def test_fields_come_first_then_body_picture_authors_and_tags(self, article):
        before = drafting.snapshot(article)
        save(
            article, tags=[make_tag("Ferry")], authors=[make_author()], picture=make_image(), body="<p>Other.</p>",
            kicker="At sea", is_sensitive=True,
        )  # fmt: skip

        found = comparing.compare(before, drafting.snapshot(fresh(article)))

        assert [each.name for each in found] == ["kicker", "is_sensitive", "body", "picture", "authors", "tags"]
        assert [each.html for each in found[-2:]] == ["<ins>Mira Halloran</ins>", "<ins>Ferry</ins>"]

    def test_tags_are_compared_name_by_name(self, article):
        ferry, salt, quay = make_tag("Ferry"), make_tag("Salt"), make_tag("Quay")
        before = drafting.snapshot(save(article, tags=[ferry, salt]))

        [found] = comparing.compare(before, drafting.snapshot(save(article, tags=[salt, quay])))

        [row] = found.rows
        assert row.both == "<del>Ferry</del>, Salt, <ins>Quay</ins>"
        assert (row.before, row.after) == ("<del>Ferry</del>, Salt", "Salt, <ins>Quay</ins>")

    def test_shows_the_pictures_before_and_after(self, ed, article):
        first, second = make_image(alt="First quay"), make_image(alt="Second quay")
        save(article, picture=first)
        save(article, picture=second)

        page = ed.get(place(article, "compare/2/3/")).content.decode()

        assert page.index('alt="First quay"') < page.index('alt="Second quay"')

    def test_shows_choices_times_and_switches_in_words(self, article):
        before = drafting.snapshot(article)
        save(article, kind="opinion", embargo_is_open=True)

        found = comparing.compare(before, drafting.snapshot(fresh(article)))

        assert [(each.before, each.after) for each in found] == [("News", "Opinion"), ("no", "yes")]

    def test_what_looks_like_markup_is_shown_as_text(self, ed, article):
        save(article, headline="<script>alert(1)</script>", tags=[make_tag("<img src=x onerror=alert(2)>")])

        page = ed.get(place(article, "compare/1/2/")).content.decode()

        assert "<script>alert" not in page
        assert "<img src=x" not in page

    def test_a_stored_snapshot_is_cleaned_before_it_is_shown(self, ed, article):
        revision = article.revisions.get(number=1)
        revision.snapshot["body"] = "<p>One <script>alert(1)</script><img src=x onerror=alert(1)></p>"
        lift_rules()
        type(revision).objects.filter(pk=revision.pk).update(snapshot=revision.snapshot)
        save(article, body="<p>Other.</p>")

        page = ed.get(place(article, "compare/1/2/")).content.decode()

        assert "alert(1)" not in page

    @pytest.mark.parametrize("rest", ["compare/1/9/", "compare/0/1/", "9/restore/"])
    def test_what_is_not_there_is_not_found(self, ed, article, rest):
        assert ed.get(place(article, rest)).status_code == 404


class TestRestoring:
    def test_asking_changes_nothing_and_says_what_would(self, ed, article):
        save(article, headline="Two ferries")

        page = ed.get(place(article, "1/restore/")).content.decode()

        assert "<del>Two</del><ins>One</ins>" in page
        assert fresh(article).headline == "Two ferries"

    def test_the_button_does_it_and_leads_to_the_story(self, ed, article):
        save(article, headline="Two ferries")

        answer = ed.post(place(article, "1/restore/"), {"seen_revision": "2"}, follow=True)

        assert "Revision 1 is back, as revision 3." in answer.content.decode()
        assert fresh(article).headline == "One ferry"
        assert verbs_of(article) == ["created", "restored"]

    @pytest.mark.parametrize("seen", ["1", "", "x"])
    def test_a_page_that_is_out_of_date_does_nothing_and_shows_the_story_as_it_is(self, ed, article, seen):
        save(article, headline="Two ferries")

        page = ed.post(place(article, "1/restore/"), {"seen_revision": seen})

        assert "Someone saved this story after you opened this page." in page.content.decode()
        assert 'name="seen_revision" value="2"' in page.content.decode()
        assert fresh(article).headline == "Two ferries"

    def test_a_writer_may_not_while_the_story_lies_with_the_desk(self, client, article):
        save(article, headline="Two ferries")
        drafting.submit(fresh(article), by=make_user("rita"))
        client.force_login(make_user("rita"), backend="django.contrib.auth.backends.ModelBackend")

        assert client.get(place(article, "1/restore/")).status_code == 403
        assert client.post(place(article, "1/restore/"), {"seen_revision": "2"}).status_code == 403
        assert fresh(article).headline == "Two ferries"
