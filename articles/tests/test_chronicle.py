"""The history as people read it: both tables in one order, asked and taken away."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime, timedelta

import pytest

from articles import chronicle, drafting, publishing
from articles.chronicle import Question, acts, every_act, read_cursor
from articles.models import Article
from newsroom.testing.factories import make_author, make_draft, make_section, make_user

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
LIST = "/desk/articles/historyentry/"


def save(article, by, minutes, **changes):
    fresh = Article.objects.get(pk=article.pk)
    return drafting.save_draft(
        fresh, changes, by=by, base_revision=fresh.revision_number, now=NOW + timedelta(minutes=minutes)
    )


@pytest.fixture
def ed():
    return make_user("ed")


@pytest.fixture
def story(ed):
    """Return a story that was made, saved twice, published, and saved again."""
    story = make_draft(ed, now=NOW, headline="The harbour is closed to all traffic today")
    save(story, ed, 1, headline="The harbour is open to all traffic again")
    save(story, make_user("chloe"), 2, section=make_section("sport"), authors=[make_author()])
    publishing.publish(Article.objects.get(pk=story.pk), by=ed, note="Checked.", now=NOW + timedelta(minutes=3))
    save(story, ed, 4, body="<p>One two three.</p>")
    return Article.objects.get(pk=story.pk)


class TestOneStory:
    def test_moves_and_saves_stand_in_one_order_the_newest_first(self, story):
        found = [(act.label, act.by.username) for act in acts(Question(story=story.pk))]

        assert found == [("Saved", "ed"), ("Publish", "ed"), ("Saved", "chloe"), ("Saved", "ed"), ("Created", "ed")]

    def test_a_save_says_which_field_went_from_what_to_what(self, story):
        save_of_ed = acts(Question(story=story.pk))[3]

        assert [(change.name, change.before, change.after) for change in save_of_ed.changes] == [
            ("headline", "The harbour is closed to all traffic today", "The harbour is open to all traffic again")
        ]

    def test_linked_rows_and_lists_are_named(self, story):
        changes = {change.name: (change.before, change.after) for change in acts(Question(story=story.pk))[2].changes}

        assert changes == {"authors": ("–", "Mira Halloran"), "section": ("World", "Sport")}

    def test_a_body_says_how_many_words_came_and_went(self, story):
        change = acts(Question(story=story.pk))[0].changes[0]

        assert (change.name, change.before, change.after) == ("body", "120 words taken out", "3 words put in")

    def test_a_move_says_why_and_what_became_of_the_story(self, story):
        move = acts(Question(story=story.pk))[1]

        assert (move.note, move.state) == ("Checked.", "Draft → Live")


class TestAsking:
    @pytest.mark.parametrize(
        "asked, labels",
        [
            ({"verb": "saved"}, ["Saved", "Saved", "Saved"]),
            ({"verb": "publish"}, ["Publish"]),
            ({"since": NOW + timedelta(minutes=3)}, ["Saved", "Publish"]),
            ({"until": NOW + timedelta(minutes=1)}, ["Created"]),
        ],
    )
    def test_shows_only_what_fits(self, story, asked, labels):
        assert [act.label for act in acts(Question(story=story.pk, **asked))] == labels

    def test_shows_only_what_one_person_did(self, story):
        found = acts(Question(person=make_user("chloe").pk))

        assert [act.label for act in found] == ["Saved"]

    def test_pages_leave_nothing_out_even_at_one_instant(self, ed):
        stories = [make_draft(ed, now=NOW) for _ in range(3)]
        for article in stories:
            save(article, ed, 0, slugline="ferry")
        seen, before = [], None
        while page := acts(Question(), before=before, limit=2):
            seen += [act.key for act in page]
            before = read_cursor(page[-1].cursor)

        assert len(seen) == len(set(seen)) == 6
        assert seen == [act.key for act in every_act(Question())]

    @pytest.mark.parametrize("text", ["", "x", "2026-11-24_1_2", "2026-99-24T09:00:00+00:00_1_2", "_", "2026_1_x"])
    def test_a_wrong_place_is_the_first_page(self, text):
        assert read_cursor(text) is None

    def test_costs_the_same_with_many_acts(self, story, ed, django_assert_max_num_queries):
        for number in range(20):
            save(story, ed, 10 + number, slugline=f"ferry {number}")

        with django_assert_max_num_queries(3):
            assert len(acts(Question(), limit=50)) == 25


class TestTheScreen:
    def test_shows_acts_with_fields_and_reasons(self, client, story):
        client.force_login(make_user("rita"), backend="django.contrib.auth.backends.ModelBackend")

        page = client.get(LIST, {"story": story.pk}).content.decode()

        assert "<del>The harbour is closed to all traffic today</del>" in page
        assert "<q>Checked.</q>" in page

    def test_hostile_text_stays_text(self, client, ed):
        save(make_draft(ed, now=NOW), ed, 1, headline="<img src=x onerror=alert(1)> in the headline")
        client.force_login(ed, backend="django.contrib.auth.backends.ModelBackend")

        assert b"<img src=x" not in client.get(LIST).content

    @pytest.mark.parametrize("query", ["?person=abc&since=nonsense&before=%00", "?story=99999999", "?verb=nothing"])
    def test_nonsense_in_the_address_breaks_nothing(self, client, story, query):
        client.force_login(make_user("rita"), backend="django.contrib.auth.backends.ModelBackend")

        assert client.get(LIST + query).status_code == 200

    @pytest.mark.parametrize("name, status", [("rita", 403), ("ed", 403), ("chloe", 200), ("mo", 403), ("sam", 302)])
    def test_only_the_chief_takes_it_away(self, client, story, name, status):
        client.force_login(make_user(name), backend="django.contrib.auth.backends.ModelBackend")

        assert client.get(f"{LIST}export/").status_code == status

    def test_the_export_has_a_row_per_field_and_calculates_nothing(self, client, story):
        save(story, make_user("ed"), 5, slugline="=HYPERLINK(1)")
        client.force_login(make_user("chloe"), backend="django.contrib.auth.backends.ModelBackend")

        response = client.get(f"{LIST}export/", {"story": story.pk})

        rows = list(csv.DictReader(io.StringIO(b"".join(response.streaming_content).decode())))
        assert len(rows) == 7  # two fields of one save
        assert rows[0]["after"] == "'=HYPERLINK(1)"
        assert rows[0]["who"] == "ed"
        assert rows[0]["time"] == "2026-11-24T09:05:00+00:00"

    def test_the_export_ends_somewhere(self, story):
        assert len(list(chronicle.export_rows(Question(), most=2))) == 3
