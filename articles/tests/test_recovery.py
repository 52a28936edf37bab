"""Unsaved text: kept for its writer whatever becomes of the story, offered again, never part of the story by itself."""

from datetime import timedelta

import pytest
from django.http import QueryDict

from articles import controls, drafting, publishing, recovery
from articles.models import HistoryEntry, Recovery, Revision
from articles.recovery import RecoveryError, keep
from articles.tests.refusals import NOW, fresh, row
from newsroom.testing.factories import BODY, make_author, make_draft, make_section, make_tag, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def rita():
    return make_user("rita")


@pytest.fixture
def story(rita):
    return make_draft(rita, now=NOW, headline="Ferry leaves", tags=[make_tag()], authors=[make_author()])


def kept(user, story, *, tab=None, now=NOW, serial=1, **values):
    tab = tab or recovery.new_tab(user)
    base = story.revision_number if story else 0
    return keep(user, story, tab=tab, values=values, base_revision=base, serial=serial, now=now)


class TestKeeping:
    def test_the_story_stays_as_it_is(self, rita, story):
        before = row(story)

        kept(rita, story, headline="Ferry leaves late")

        assert row(story) == before
        assert (Revision.objects.count(), HistoryEntry.objects.count()) == (1, 1)
        assert Recovery.objects.get().values == {"headline": "Ferry leaves late"}

    def test_one_tab_has_one_row_and_two_tabs_have_two(self, rita, story):
        tab = recovery.new_tab(rita)
        kept(rita, story, tab=tab, headline="One")
        kept(rita, story, tab=tab, headline="Two", serial=2)
        kept(rita, story, headline="Three")

        assert {each.values["headline"] for each in Recovery.objects.all()} == {"Two", "Three"}

    def test_a_state_that_arrives_late_changes_nothing(self, rita, story):
        tab = recovery.new_tab(rita)
        kept(rita, story, tab=tab, headline="Newer", serial=8)

        answer = kept(rita, story, tab=tab, headline="Older", serial=7)

        assert answer.serial == 8
        assert Recovery.objects.get().values["headline"] == "Newer"

    def test_a_state_that_arrives_again_does_not_look_newer(self, rita, story):
        tab = recovery.new_tab(rita)
        kept(rita, story, tab=tab, headline="Ferry", serial=3)

        kept(rita, story, tab=tab, headline="Ferry", serial=3, now=NOW + timedelta(hours=5))

        assert Recovery.objects.get().saved_at == NOW

    def test_text_that_is_in_the_story_is_not_kept(self, rita, story):
        tab = recovery.new_tab(rita)
        kept(rita, story, tab=tab, headline="Changed and")

        answer = kept(rita, story, tab=tab, headline="changed back".replace("changed back", story.headline), serial=2)

        assert answer is None
        assert not Recovery.objects.exists()

    def test_whoever_may_see_a_story_keeps_text_for_it_when_it_lies_with_the_desk(self, rita, story):
        drafting.submit(story, by=rita)

        assert kept(rita, story, headline="Typed meanwhile").values["headline"] == "Typed meanwhile"

    def test_also_when_it_was_killed(self, rita, story):
        ed = make_user("ed")
        publishing.publish(story, by=ed)
        publishing.kill(story, by=ed, note="Wrong.", public_text="It was false.")

        assert kept(rita, story, headline="Typed meanwhile")

    def test_a_story_not_yet_begun_is_kept_for_who_may_begin_one(self, rita):
        assert kept(rita, None, headline="A new one").article is None
        with pytest.raises(RecoveryError) as refusal:
            kept(make_user("mo"), None, headline="A new one")
        assert refusal.value.code == "not_allowed"

    def test_an_empty_new_story_is_not_kept(self, rita):
        values = {"headline": " ", "language": "en", "kind": "news", "urgency": "5", "section": "3", "authors": []}

        assert keep(rita, None, tab=recovery.new_tab(rita), values=values, base_revision=0) is None

    def test_a_tab_of_somebody_else_is_refused(self, rita, story):
        with pytest.raises(RecoveryError) as refusal:
            kept(make_user("ed"), story, tab=recovery.new_tab(rita), headline="Mine?")
        assert refusal.value.code == "not_yours"

    @pytest.mark.parametrize("tab", ["", "x", "7", "7-", "-abcdefghij", "7-a b c d e f", "9" * 30 + "-abcdefghijkl"])
    def test_a_name_that_was_never_given_is_refused(self, rita, story, tab):
        assert recovery.owner_of(tab) is None
        with pytest.raises(RecoveryError):
            keep(rita, story, tab=tab, values={"headline": "x"}, base_revision=1)

    def test_more_than_a_million_bytes_are_refused(self, rita, story):
        with pytest.raises(RecoveryError) as refusal:
            kept(rita, story, body="ü" * 500_001)
        assert refusal.value.code == "too_large"

    def test_a_body_too_deep_to_read_is_kept_as_it_is(self, rita, story):
        body = "<blockquote>" * 3000

        assert kept(rita, story, body=body).values["body"] == body

    def test_signs_that_no_database_stores_are_left_out(self, rita, story):
        values = controls.read(QueryDict("headline=Fer%00ry&body=%3Cp%3Ea%01b%3C%2Fp%3E&csrfmiddlewaretoken=x"))

        assert keep(rita, story, tab=recovery.new_tab(rita), values=values, base_revision=1)
        assert Recovery.objects.get().values == {"headline": "Ferry", "body": "<p>ab</p>"}


class TestWhatCountsAsADifference:
    def differing(self, story, **values):
        return controls.differing(values, controls.of(fresh(story)))

    def test_an_untouched_form_differs_in_nothing(self, story):
        assert controls.differing(controls.of(story), controls.of(fresh(story))) == []

    def test_spelling_does_not_count(self, story):
        name = story.tags.get().name

        assert self.differing(story, headline="  Ferry   leaves ", tags=f" {name.upper()} ,", body=f"\n{BODY}\n") == []

    def test_every_kind_of_control_counts(self, story):
        changed = {
            "headline": "x", "body": "<p>x</p>", "section": str(make_section("sport").pk), "urgency": "2",
            "needs_legal": "on", "due_at": "2026-11-05T10:00", "authors": [], "tags": "", "usage_terms": "a\nb",
        }  # fmt: skip

        assert set(self.differing(story, **changed)) == set(changed)

    def test_a_box_that_is_not_ticked_is_no_difference_and_neither_is_a_time_in_seconds(self, rita, story):
        drafting.save_draft(story, {"due_at": NOW.replace(second=31)}, by=rita, base_revision=1)
        due = controls.of(story)["due_at"]

        assert self.differing(story, needs_legal="", due_at=due) == []

    def test_a_body_too_large_to_read_is_never_taken_for_an_empty_one(self, rita):
        empty = make_draft(rita, body="")

        assert self.differing(empty, body="<blockquote>" * 3000) == ["body"]

    @pytest.mark.parametrize("raw", ["half a date", "2026-13-45T99:00", "2026-11-05"])
    def test_half_a_date_is_kept_as_it_was_typed(self, story, raw):
        assert self.differing(story, due_at=raw) == ["due_at"]


class TestOffering:
    def test_a_person_gets_the_text_of_their_own_rows_only(self, rita, story, django_assert_num_queries):
        kept(rita, story, headline="Hers")
        kept(make_user("ed"), story, headline="His")

        with django_assert_num_queries(1):
            rows = recovery.of_story(story, rita)
            texts = {each.user.username: each.values for each in rows}

        assert texts == {"rita": {"headline": "Hers"}, "ed": {}}

    def test_a_row_that_was_used_again_is_replaced_by_the_row_of_the_form_it_filled(self, rita, story):
        old = kept(rita, story, headline="Old")
        tab = recovery.new_tab(rita)
        new = keep(rita, story, tab=tab, values={"headline": "Newer"}, base_revision=1, recovered=old.pk)

        assert recovery.without_adopted(recovery.of_story(story, rita)) == [new]

    def test_discarding_can_be_undone(self, rita, story):
        unsaved = kept(rita, story, headline="Old")

        recovery.discard(unsaved)
        gone = recovery.of_story(story, rita)
        recovery.bring_back(unsaved)

        assert gone == []
        assert recovery.of_story(story, rita) == [unsaved]

    def test_typing_on_in_a_discarded_tab_offers_it_again(self, rita, story):
        tab = recovery.new_tab(rita)
        recovery.discard(kept(rita, story, tab=tab, headline="Old"))

        kept(rita, story, tab=tab, headline="Old and more", serial=2)

        assert len(recovery.of_story(story, rita)) == 1

    def test_what_was_saved_is_forgotten_with_the_row_it_came_from(self, rita, story):
        old = kept(rita, story, headline="Old")
        other = kept(rita, story, headline="Another tab")
        tab = recovery.new_tab(rita)
        keep(rita, story, tab=tab, values={"headline": "Newer"}, base_revision=1, recovered=old.pk)

        recovery.forget(rita, tab=tab, recovered=old.pk)

        assert list(Recovery.objects.all()) == [other]

    def test_nobody_forgets_the_rows_of_another(self, rita, story):
        hers = kept(rita, story, headline="Hers")

        recovery.forget(make_user("ed"), tab=hers.tab, recovered=hers.pk)

        assert list(Recovery.objects.all()) == [hers]

    def test_the_desk_names_them_in_one_query(self, rita, story, django_assert_num_queries):
        kept(rita, story, headline="Changed")
        kept(rita, None, headline="Not yet begun", now=NOW + timedelta(minutes=1))

        with django_assert_num_queries(1):
            rows = recovery.of_desk(rita, 12)
            named = [(each.headline, each.story) for each in rows]

        assert named == [("Not yet begun", None), ("Changed", "Ferry leaves")]


class TestPruning:
    def test_rows_go_after_thirty_days(self, rita, story):
        kept(rita, story, headline="Old", now=NOW - recovery.KEPT_FOR - timedelta(seconds=1))
        young = kept(rita, story, headline="Young", now=NOW - recovery.KEPT_FOR)

        assert recovery.prune(NOW) == 1
        assert list(Recovery.objects.all()) == [young]

    def test_it_writes_nothing_when_there_is_nothing_to_do(self, rita, story, django_assert_num_queries):
        kept(rita, story, headline="Young")

        with django_assert_num_queries(1):
            recovery.prune(NOW)


class TestTheSnapshotOfUnsavedText:
    def test_it_holds_what_was_typed_over_what_the_story_has(self, rita, story):
        sport, tag = make_section("sport"), make_tag("Salt")
        values = {
            "headline": "New", "body": "<p onclick=x>Words</p>", "section": str(sport.pk), "urgency": "2", "authors": [],
            "tags": "SALT", "needs_legal": "on", "due_at": "2026-11-05T10:00",
        }  # fmt: skip

        snapshot = controls.merged_snapshot(values, story)

        assert snapshot["body"] == "<p>Words</p>"
        assert (snapshot["headline"], snapshot["urgency"], snapshot["needs_legal"]) == ("New", 2, True)
        assert snapshot["section"] == {"id": sport.pk, "name": str(sport)}
        assert snapshot["tags"] == [{"id": tag.pk, "name": "Salt"}]
        assert snapshot["authors"] == []
        assert snapshot["due_at"].startswith("2026-11-05T10:00")
        assert snapshot["standfirst"] == story.standfirst

    def test_what_cannot_be_read_stays_as_it_is(self, story):
        values = {"urgency": "many", "section": "999999", "due_at": "soon", "body": "<blockquote>" * 3000}

        snapshot = controls.merged_snapshot(values, story)

        for name in values:
            assert snapshot[name] == drafting.snapshot(story)[name], name
