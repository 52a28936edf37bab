"""Changing what readers have: updates, corrections, clarifications."""

from __future__ import annotations

from datetime import timedelta

import pytest

from articles import drafting, publishing
from articles.models import Article, Version
from articles.tests.refusals import NOW, fresh, refused, row, verbs_of
from newsroom.testing.factories import make_author, make_live, make_section, make_source, make_tag, make_user

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)


def save(article: Article, **changes: object) -> None:
    drafting.save_draft(article, changes, by=make_user("ed"), base_revision=article.revision_number, now=LATER)


@pytest.fixture
def article():
    return make_live(now=NOW, slug="ferry", headline="Ferry leaves the harbour at dawn with forty on board").article


class TestAnUpdate:
    def test_readers_get_the_working_copy_at_the_same_address(self, article):
        save(article, headline="Two ferries leave")

        version = publishing.update(article, by=make_user("ed"), note="A second one.", now=LATER)

        live = Version.objects.live().get()
        assert live == version
        assert (live.headline, live.number, live.path) == ("Two ferries leave", 2, "2026/11/03/ferry")
        assert (live.first_published_at, live.updated_at, live.published_at) == (NOW, LATER, LATER)
        assert live.change == "update"
        assert not fresh(article).has_unpublished_changes

    def test_the_version_before_is_past_and_otherwise_untouched(self, article):
        before = Version.objects.values().get()
        save(article, headline="Two ferries leave")

        publishing.update(article, by=make_user("ed"), now=LATER)

        assert Version.objects.filter(number=1).values().get() == {**before, "standing": "past"}

    def test_a_minor_one_leaves_the_displayed_time(self, article):
        publishing.update(article, by=make_user("ed"), now=LATER)

        version = publishing.update(article, by=make_user("ed"), is_minor=True, now=LATER + timedelta(hours=1))

        assert (version.change, version.updated_at, version.number) == ("minor", LATER, 3)

    def test_a_minor_one_first_shows_no_time_at_all(self, article):
        version = publishing.update(article, by=make_user("ed"), is_minor=True, now=LATER)

        assert version.updated_at is None
        assert version.modified_at == NOW

    def test_it_ends_a_review_that_was_under_way(self, article):
        save(article, headline="Two ferries leave")
        drafting.submit(article, by=make_user("rita"), now=LATER)

        publishing.update(article, by=make_user("ed"), now=LATER)

        assert (fresh(article).status, fresh(article).stage) == ("published", "writing")

    def test_a_story_moved_to_another_section_keeps_its_address(self, article):
        save(article, section=make_section("science"))

        version = publishing.update(article, by=make_user("ed"), now=LATER)

        assert (version.section.slug, version.path) == ("science", "2026/11/03/ferry")

    def test_the_history_names_the_pages_it_left_as_well(self):
        old_author, new_author = make_author("Mira Halloran"), make_author("Jonas Keel")
        old_tag, source, old_section = make_tag("Ferries"), make_source(), make_section("world")
        article = make_live(now=NOW, authors=[old_author], tags=[old_tag], source=source, section=old_section).article
        new_section = make_section("science")
        save(article, authors=[new_author], tags=[], source=None, section=new_section)

        publishing.update(article, by=make_user("ed"), now=LATER)

        tags = article.history.latest("id").cache_tags
        assert {f"section:{old_section.pk}", f"section:{new_section.pk}", f"source:{source.pk}"} <= set(tags)
        assert {f"author:{old_author.pk}", f"author:{new_author.pk}", f"tag:{old_tag.pk}"} <= set(tags)
        assert len(tags) == len(set(tags))

    @pytest.mark.parametrize("verb", ["update", "correct", "clarify"])
    def test_what_is_not_ready_stays_on_the_desk(self, article, verb):
        save(article, headline="Ferry TK")
        before = row(article)
        words = {} if verb == "update" else {"public_text": "We erred."}

        with refused("not_ready"):
            getattr(publishing, verb)(article, by=make_user("ed"), now=LATER, **words)

        assert row(article) == before
        assert Version.objects.live().get().number == 1

    def test_hold_and_embargo_stop_it(self, article):
        save(article, embargo_until=LATER + timedelta(hours=1))
        with refused("embargoed"):
            publishing.update(article, by=make_user("ed"), now=LATER)

        save(article, embargo_until=None)
        drafting.hold(article, by=make_user("chloe"), note="Lawyers.", now=LATER)
        with refused("held"):
            publishing.update(article, by=make_user("ed"), now=LATER)

    def test_a_second_editor_with_an_old_page_is_told(self, article):
        stale = fresh(article)
        publishing.update(article, by=make_user("ed"), now=LATER)

        with refused("changed"):
            publishing.update(stale, by=make_user("chloe"), now=LATER)


class TestACorrection:
    def test_readers_are_told_what_was_wrong(self, article):
        save(article, headline="Ferry leaves the harbour at noon with forty on board")

        publishing.correct(
            article, by=make_user("ed"), public_text="It left at noon, not at dawn.", note="Reader call.", now=LATER
        )

        live = Version.objects.live().get()
        assert (live.change, live.public_note) == ("correction", "It left at noon, not at dawn.")
        assert live.updated_at == LATER
        entry = article.history.latest("id")
        assert (entry.verb, entry.public_text, entry.note) == (
            "correct",
            "It left at noon, not at dawn.",
            "Reader call.",
        )

    def test_it_is_never_removed_by_a_later_update(self, article):
        publishing.correct(article, by=make_user("ed"), public_text="It left at noon.", now=LATER)
        publishing.update(article, by=make_user("ed"), now=LATER)
        publishing.clarify(article, by=make_user("ed"), public_text="Noon is local time.", now=LATER)

        notes = Version.objects.notes_of(article.pk)
        assert [(note.change, note.public_note) for note in notes] == [
            ("correction", "It left at noon."), ("clarification", "Noon is local time."),
        ]  # fmt: skip

    @pytest.mark.parametrize("verb", [publishing.correct, publishing.clarify])
    def test_without_words_for_readers_it_is_refused(self, article, verb):
        with refused("words_missing"):
            verb(article, by=make_user("ed"), public_text=" \u200b", now=LATER)

        assert verbs_of(article) == ["created", "publish"]

    def test_the_list_of_all_corrections_shows_live_stories_newest_first(self, article):
        other = make_live(now=NOW).article
        gone = make_live(now=NOW).article
        for number, story in enumerate([article, other, gone]):
            when = LATER + timedelta(minutes=number)
            publishing.correct(story, by=make_user("ed"), public_text=f"Note {number}.", now=when)
        publishing.update(article, by=make_user("ed"), now=LATER + timedelta(hours=1))
        publishing.withdraw(gone, by=make_user("ed"), note="x", public_text="x", now=LATER + timedelta(hours=1))

        assert [note.public_note for note in Version.objects.live_notes()] == ["Note 1.", "Note 0."]
