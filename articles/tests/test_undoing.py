"""Taking back what just went out, and what feeds hear of it meanwhile."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles import drafting, publishing, undoing
from articles.models import Article, Standing, Version
from articles.states import Verb
from articles.tests.refusals import NOW, fresh, refused, row, verbs_of
from articles.undoing import UNDO_SECONDS, last_settled_at, settled, settled_notes, undoable
from newsroom.testing.factories import make_draft, make_live, make_section, make_tag, make_user

pytestmark = pytest.mark.django_db
SOON = NOW + timedelta(seconds=UNDO_SECONDS - 1)
LATE = NOW + timedelta(seconds=UNDO_SECONDS)
LATER = NOW + timedelta(hours=1)


def undo(article: Article, *, by: str = "ed", now=SOON) -> None:
    undoing.undo(article, by=make_user(by), now=now)


def save(article: Article, now=LATER, **changes: object) -> None:
    drafting.save_draft(article, changes, by=make_user("ed"), base_revision=article.revision_number, now=now)


def seconds_after(moment, seconds):
    return moment + timedelta(seconds=seconds)


def standings(article: Article) -> list[str]:
    return list(article.versions.order_by("number").values_list("standing", flat=True))


class TestAFirstPublication:
    def test_undone_is_a_draft_without_an_address(self):
        article = make_live(now=NOW).article

        undo(article)

        stored = fresh(article)
        assert (stored.status, stored.stage) == ("draft", "writing")
        assert (stored.path, stored.first_published_at, stored.published_revision) == (None, None, None)
        assert standings(article) == [Standing.UNDONE]
        assert not Version.objects.live().exists()
        assert not Version.objects.gone().exists()

    def test_undone_leaves_a_line_in_the_history_that_names_the_pages(self):
        version = make_live(now=NOW, tags=[make_tag()])
        published = version.article.history.latest("id")

        undo(version.article)

        entry = version.article.history.latest("id")
        assert verbs_of(version.article) == ["created", "publish", "undo"]
        assert (entry.version, entry.by) == (version, make_user("ed"))
        assert (entry.from_status, entry.to_status) == ("published", "draft")
        assert set(entry.cache_tags) == set(published.cache_tags)

    def test_undone_keeps_the_version_as_it_was(self):
        version = make_live(now=NOW)
        before = Version.objects.values().get()

        undo(version.article)

        assert Version.objects.values().get() == {**before, "standing": "undone"}

    def test_undone_gives_up_the_slug_that_was_made_of_the_headline(self):
        article = make_live(now=NOW, headline="A wrong headline about ferries").article

        undo(article)
        save(article, headline="A right headline about ferries")
        publishing.publish(article, by=make_user("ed"), now=LATER)

        assert fresh(article).path == "2026/11/03/a-right-headline-about-ferries"

    def test_undone_keeps_a_slug_that_somebody_wrote(self):
        article = make_live(now=NOW, slug="ferry").article

        undo(article)

        assert fresh(article).slug == "ferry"

    def test_undone_lies_where_it_lay(self):
        article = make_draft(make_user("ed"), now=NOW)
        drafting.submit(article, by=make_user("ed"), now=NOW)
        drafting.approve(article, by=make_user("ed"), now=NOW)
        publishing.publish(article, by=make_user("ed"), now=NOW)

        undo(article)

        assert fresh(article).stage == "ready"

    def test_a_text_that_was_saved_since_is_not_approved(self):
        article = make_draft(make_user("ed"), now=NOW)
        drafting.submit(article, by=make_user("ed"), now=NOW)
        publishing.publish(article, by=make_user("ed"), now=NOW)
        save(article, headline="Changed meanwhile", now=SOON)

        undo(article)

        assert (fresh(article).stage, fresh(article).headline) == ("writing", "Changed meanwhile")

    def test_can_go_out_again_as_if_for_the_first_time(self):
        article = make_live(now=NOW, slug="ferry").article
        undo(article)

        version = publishing.publish(article, by=make_user("ed"), now=LATER)

        assert (version.number, version.change, version.first_published_at) == (2, "first", LATER)
        assert (version.path, version.updated_at) == ("2026/11/03/ferry", None)
        assert standings(article) == ["undone", "live"]

    def test_by_the_clock_can_be_undone_and_is_not_done_again(self):
        article = make_draft(now=NOW)
        at = seconds_after(NOW, 60)
        publishing.schedule(article, by=make_user("ed"), publish_at=at, now=NOW)
        publishing.publish_due(article.pk, now=at)

        undo(fresh(article), now=seconds_after(at, 5))

        assert (fresh(article).status, fresh(article).publish_at) == ("draft", None)
        assert publishing.due(LATER) == []

    def test_lets_another_story_have_the_address(self):
        article = make_live(now=NOW, slug="ferry").article
        undo(article)

        other = make_live(now=SOON, slug="ferry")

        assert other.path == "2026/11/03/ferry"


class TestALaterPublication:
    @pytest.fixture
    def article(self):
        article = make_live(now=NOW, headline="Ferry leaves the harbour at dawn").article
        save(article, headline="Ferry leaves the harbour at noon")
        return article

    @pytest.mark.parametrize("verb", ["update", "correct", "clarify", "annotate"])
    def test_undone_gives_readers_what_they_had_and_keeps_the_text(self, article, verb):
        words = {} if verb == "update" else {"public_text": "It left at noon."}
        getattr(publishing, verb)(article, by=make_user("ed"), now=LATER, **words)

        undo(article, now=seconds_after(LATER, 5))

        stored = fresh(article)
        assert Version.objects.live().get().headline == "Ferry leaves the harbour at dawn"
        assert stored.headline == "Ferry leaves the harbour at noon"
        assert (stored.status, stored.first_published_at) == ("published", NOW)
        assert stored.has_unpublished_changes
        assert standings(article) == ["live", "undone"]
        assert not Version.objects.notes_of(article.pk).exists()
        assert not Version.objects.live_notes().exists()

    def test_the_next_one_counts_on_and_knows_nothing_of_it(self, article):
        publishing.update(article, by=make_user("ed"), now=LATER)
        undo(article, now=seconds_after(LATER, 5))

        version = publishing.update(article, by=make_user("ed"), is_minor=True, now=LATER + timedelta(hours=1))

        assert (version.number, version.updated_at) == (3, None)
        assert standings(article) == ["past", "undone", "live"]

    def test_both_of_two_quick_ones_can_be_undone(self, article):
        publishing.update(article, by=make_user("ed"), now=LATER)
        publishing.correct(article, by=make_user("ed"), public_text="Noon.", now=seconds_after(LATER, 10))

        undo(article, now=seconds_after(LATER, 12))
        undo(article, now=seconds_after(LATER, 14))

        assert standings(article) == ["live", "undone", "undone"]

    def test_a_desk_field_saved_between_leaves_no_changes_waiting(self):
        article = make_live(now=NOW).article
        save(article, slugline="ferry-desk")
        publishing.correct(article, by=make_user("ed"), public_text="Noon.", now=LATER)

        undo(article, now=seconds_after(LATER, 5))

        assert not fresh(article).has_unpublished_changes

    def test_a_republication_puts_the_notice_back(self):
        article = make_live(now=NOW).article
        publishing.withdraw(article, by=make_user("ed"), note="x", public_text="We are checking.", now=LATER)
        publishing.republish(article, by=make_user("ed"), now=LATER)

        undo(article, now=seconds_after(LATER, 5))

        assert fresh(article).status == "withdrawn"
        assert Version.objects.gone().get().public_note == "We are checking."
        assert not Version.objects.live().exists()


class TestWhoAndWhen:
    def test_half_a_minute_later_it_is_refused(self):
        article = make_live(now=NOW).article
        before = row(article)

        with refused("too_late"):
            undo(article, now=LATE)

        assert row(article) == before

    @pytest.mark.parametrize("verb", [publishing.withdraw, publishing.kill])
    def test_what_was_taken_away_is_not_undone(self, verb):
        article = make_live(now=NOW).article
        verb(article, by=make_user("ed"), note="x", public_text="x", now=NOW)

        with refused("wrong_state"):
            undo(article)

    def test_any_editor_may(self):
        article = make_live(by=make_user("chloe"), now=NOW).article

        assert undoable(article, make_user("ed"), SOON) == 1
        undo(article)

    def test_a_reporter_may_not(self):
        article = make_live(now=NOW).article

        assert undoable(article, make_user("rita"), SOON) == 0
        with refused("not_allowed"):
            undo(article, by="rita")

    def test_who_may_only_correct_undoes_her_own_corrections(self):
        article, wendy = make_live(now=NOW).article, make_user("wendy")
        wendy.user_permissions.add(Permission.objects.get(codename="correct_article"))
        assert undoable(article, wendy, NOW) == 0

        publishing.correct(article, by=wendy, public_text="Noon.", now=LATER)

        assert undoable(article, wendy, LATER) == UNDO_SECONDS
        undoing.undo(article, by=wendy, now=LATER)

    def test_the_seconds_left_are_counted_by_the_servers_clock(self):
        article, ed = make_live(now=NOW).article, make_user("ed")

        assert [undoable(article, ed, seconds_after(NOW, age)) for age in (0, 0.5, 10, 29.9, 30, 3000)] == [
            *(30, 30, 20, 1, 0, 0),
        ]

    def test_a_draft_has_nothing_to_undo(self):
        article = make_draft(now=NOW)

        assert undoable(article, make_user("ed"), NOW) == 0
        with refused("wrong_state"):
            undo(article)

    def test_a_second_editor_with_an_old_page_is_told(self):
        article = make_live(now=NOW).article
        stale = fresh(article)
        publishing.update(article, by=make_user("ed"), now=SOON)

        with refused("changed"):
            undo(stale)

        assert standings(article) == ["past", "live"]

    def test_neither_hold_nor_embargo_is_in_the_way(self):
        article = make_live(now=NOW).article
        save(article, embargo_is_open=True, now=NOW)
        drafting.hold(article, by=make_user("chloe"), note="Lawyers.", now=NOW)

        undo(article)

        assert fresh(article).status == "draft"


def told(now, narrow=lambda rows: rows, limit=30) -> list[tuple[str, int]]:
    """Return headline and version number of what feeds would tell."""
    return [(version.headline, version.number) for version in settled(now).each(narrow).first(limit)]


class TestWhatFeedsHear:
    def test_a_first_publication_is_told_after_half_a_minute(self):
        make_live(now=NOW, headline="Ferry")

        assert (told(SOON), told(LATE)) == ([], [("Ferry", 1)])

    def test_an_update_is_told_after_half_a_minute_and_the_text_before_it_until_then(self):
        article = make_live(now=NOW, headline="Dawn").article
        save(article, headline="Noon")
        publishing.update(article, by=make_user("ed"), now=LATER)

        assert told(seconds_after(LATER, 29)) == [("Dawn", 1)]
        assert told(seconds_after(LATER, 30)) == [("Noon", 2)]

    def test_of_two_quick_updates_neither_is_told(self):
        article = make_live(now=NOW, headline="Dawn").article
        publishing.update(article, by=make_user("ed"), now=LATER)
        publishing.update(article, by=make_user("ed"), now=seconds_after(LATER, 20))

        assert told(seconds_after(LATER, 25)) == [("Dawn", 1)]
        assert told(seconds_after(LATER, 35)) == [("Dawn", 2)]
        assert told(seconds_after(LATER, 50)) == [("Dawn", 3)]

    def test_what_was_undone_is_never_told(self):
        article = make_live(now=NOW, headline="Dawn").article
        publishing.update(article, by=make_user("ed"), now=LATER)
        undo(article, now=seconds_after(LATER, 20))
        publishing.update(article, by=make_user("ed"), now=seconds_after(LATER, 40))

        assert told(seconds_after(LATER, 60)) == [("Dawn", 1)]
        assert told(seconds_after(LATER, 70)) == [("Dawn", 3)]

    def test_a_republished_story_comes_back_after_half_a_minute(self):
        article = make_live(now=NOW, headline="Dawn").article
        publishing.withdraw(article, by=make_user("ed"), note="x", public_text="x", now=LATER)
        assert told(LATER) == []
        publishing.republish(article, by=make_user("ed"), now=LATER + timedelta(hours=1))

        assert told(LATER + timedelta(hours=1, seconds=29)) == []
        assert told(LATER + timedelta(hours=1, seconds=30)) == [("Dawn", 3)]

    @pytest.mark.parametrize("verb", [publishing.withdraw, publishing.kill])
    def test_what_was_taken_away_is_gone_at_once(self, verb):
        article = make_live(now=NOW).article
        publishing.update(article, by=make_user("ed"), now=LATER)
        verb(article, by=make_user("ed"), note="x", public_text="x", now=seconds_after(LATER, 1))

        assert told(seconds_after(LATER, 2)) == []

    def test_a_story_that_moves_is_told_in_its_old_section_until_then(self):
        world, science = make_section("world"), make_section("science")
        article = make_live(now=NOW, headline="Ferry", section=world).article
        save(article, section=science)
        publishing.update(article, by=make_user("ed"), now=LATER)

        def in_world(rows):
            return rows.filter(section=world)

        def in_science(rows):
            return rows.filter(section=science)

        assert (told(LATER, in_world), told(LATER, in_science)) == ([("Ferry", 1)], [])
        later = seconds_after(LATER, 30)
        assert (told(later, in_world), told(later, in_science)) == ([], [("Ferry", 2)])

    def test_the_order_is_that_of_live_stories_and_the_limit_holds(self):
        articles = [make_live(now=seconds_after(NOW, 60 * n), headline=f"Ferry {n}").article for n in range(4)]
        publishing.update(articles[1], by=make_user("ed"), now=LATER)
        publishing.update(articles[2], by=make_user("ed"), now=LATER)

        assert told(LATER, limit=3) == [("Ferry 3", 1), ("Ferry 2", 1), ("Ferry 1", 1)]

    def test_a_correction_is_listed_after_half_a_minute(self):
        article = make_live(now=NOW).article
        publishing.correct(article, by=make_user("ed"), public_text="Noon.", now=LATER)

        assert not settled_notes(seconds_after(LATER, 29)).exists()
        assert settled_notes(seconds_after(LATER, 30)).get().public_note == "Noon."

    def test_the_time_of_the_last_settling_is_known(self):
        assert last_settled_at(NOW) is None
        make_live(now=NOW)
        make_live(now=seconds_after(NOW, 20))

        assert last_settled_at(seconds_after(NOW, 29)) is None
        assert last_settled_at(seconds_after(NOW, 49)) == LATE
        assert last_settled_at(seconds_after(NOW, 50)) == seconds_after(NOW, 50)

    @pytest.mark.parametrize("count", [1, 12])
    def test_it_costs_four_queries_however_many_are_young(self, count):
        for _ in range(count):
            article = make_live(now=NOW).article
            publishing.update(article, by=make_user("ed"), now=LATER)

        with CaptureQueriesContext(
            connection,
        ) as asked:
            settled(LATER).each(lambda rows: rows.for_lists()).first(30)

        assert len(asked) == 4

    def test_without_young_ones_it_costs_two(self):
        make_live(now=NOW)

        with CaptureQueriesContext(connection) as asked:
            settled(LATER).first(30)

        assert len(asked) == 2

    @pytest.mark.skipif("connection.vendor != 'sqlite'")
    def test_it_reads_the_indexes_of_live_versions(self):
        article = make_live(now=NOW).article
        publishing.update(article, by=make_user("ed"), now=LATER)
        found = settled(LATER)

        assert "live_newest" in found.live[:30].explain()
        assert "live_in_section" in found.each(lambda rows: rows.filter(section=article.section)).live[:30].explain()
        youngest = Version.objects.live().filter(published_at__gt=LATER).order_by().values_list("article_id", "pk")
        assert "live_youngest" in youngest.explain()


class TestTheVerbOnTheDesk:
    def test_is_offered_while_there_is_time(self, client):
        article = make_live(now=timezone.now()).article
        client.force_login(make_user("ed"), backend="django.contrib.auth.backends.ModelBackend")

        page = client.get(f"/desk/articles/article/{article.pk}/move/{Verb.UNDO}/").content.decode()

        assert "Readers get what they had before." in page
        assert "not possible now" not in page

    def test_undoes_by_one_post_even_when_somebody_saved_meanwhile(self, client):
        article = make_live(now=timezone.now()).article
        seen = article.revision_number
        drafting.save_draft(article, {"slugline": "x"}, by=make_user("chloe"), base_revision=seen)
        client.force_login(make_user("ed"), backend="django.contrib.auth.backends.ModelBackend")

        client.post(f"/desk/articles/article/{article.pk}/move/undo/", {"seen_revision": seen})

        assert fresh(article).status == "draft"
