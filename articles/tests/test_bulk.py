"""One change to many stories: rehearsed, made row by row, undone."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone

from articles import bulk, drafting, planning, publishing
from articles.bulk import Picked
from articles.models import BulkChange, HistoryEntry, Notification, Revision, RevisionKind
from articles.tests.refusals import fresh, refused, row
from newsroom.testing.factories import make_draft, make_live, make_section, make_tag, make_user

pytestmark = pytest.mark.django_db


def pick(*stories):
    return [Picked(story.pk, story.revision_number) for story in stories]


def outcomes(change):
    return [(one.article_id, one.outcome, one.message) for one in change.rows.all()]


@pytest.fixture
def ed():
    return make_user("ed")


@pytest.fixture
def sport():
    return make_section("sport")


class TestARehearsal:
    def test_says_what_would_be_and_changes_nothing(self, ed, sport):
        moving, there = make_draft(), make_draft(section=sport)
        spiked = make_draft()
        drafting.spike(spiked, by=ed)
        before = [row(story) for story in (moving, there, spiked)]

        results = bulk.rehearse("section", {"section": sport}, pick(moving, there, spiked), by=ed)

        assert [one.outcome for one in results] == ["done", "same", "refused"]
        assert (results[0].before["section"]["name"], results[0].after["section"]["name"]) == ("World", "Sport")
        assert [row(story) for story in (moving, there, spiked)] == before
        assert Revision.objects.count() == 3
        assert not BulkChange.objects.exists()

    def test_tells_nobody(self, ed):
        bulk.rehearse("assign", {"assignee": make_user("rita")}, pick(make_draft()), by=ed)

        assert not Notification.objects.exists()

    def test_of_live_stories_says_that_readers_see_it_later(self, ed, sport):
        live = make_live().article

        section, owner = (
            bulk.rehearse(action, asked, pick(live), by=ed)[0].message
            for action, asked in (("section", {"section": sport}), ("assign", {"assignee": ed}))
        )

        assert section == "Live: readers see it once the changes are published."
        assert owner == ""


class TestTheChange:
    def test_is_a_revision_of_each_story_and_is_kept(self, ed, sport):
        stories = [make_draft() for _ in range(3)]

        change = bulk.carry_out("section", {"section": sport}, pick(*stories), by=ed, note="New desk")

        assert outcomes(change) == [(story.pk, "done", "") for story in stories]
        assert {fresh(story).section for story in stories} == {sport}
        last = stories[0].revisions.first()
        assert (last.kind, last.changed_fields, last.saved_by) == (RevisionKind.BULK, ["section"], ed)
        assert (change.values, change.note) == ({"section": {"id": sport.pk, "name": "Sport"}}, "New desk")

    def test_one_that_is_refused_never_stops_the_next(self, ed, sport):
        first, spiked, last = make_draft(), make_draft(), make_draft()
        drafting.spike(spiked, by=ed)

        change = bulk.carry_out("section", {"section": sport}, pick(first, spiked, last), by=ed)

        assert [one[1] for one in outcomes(change)] == ["done", "refused", "done"]
        assert "Ask an editor" in outcomes(change)[1][2]

    def test_never_overwrites_what_somebody_changed_meanwhile(self, ed, sport):
        story, other = make_draft(), make_draft()
        picked = pick(story, other)
        drafting.save_draft(story, {"section": make_section("culture")}, by=make_user("chloe"), base_revision=1)
        drafting.save_draft(other, {"headline": "Another headline"}, by=make_user("chloe"), base_revision=1)

        change = bulk.carry_out("section", {"section": sport}, picked, by=ed)

        assert outcomes(change)[0][1:] == ("refused", "Chloe changed the section after you selected it.")
        assert fresh(story).section.slug == "culture"
        assert (fresh(other).headline, fresh(other).section) == ("Another headline", sport)

    def test_adds_and_removes_tags_beside_those_there_are(self, ed):
        sea, vote = make_tag("Sea"), make_tag("Vote")
        story = make_draft(tags=[sea])

        bulk.carry_out("add_tags", {"tags": [vote, sea]}, pick(story), by=ed)
        assert set(fresh(story).tags.all()) == {sea, vote}
        bulk.carry_out("remove_tags", {"tags": [sea]}, pick(fresh(story)), by=ed)

        assert set(fresh(story).tags.all()) == {vote}

    def test_sets_an_embargo_but_for_one_that_would_outlast_its_schedule(self, ed):
        now = timezone.now()
        free, scheduled = make_draft(), make_draft()
        publishing.schedule(scheduled, by=ed, publish_at=now + timedelta(hours=1))
        asked = {"embargo_until": now + timedelta(hours=2), "embargo_is_open": False}

        change = bulk.carry_out("embargo", asked, pick(free, scheduled), by=ed)

        assert [one[1] for one in outcomes(change)] == ["done", "refused"]
        assert "Unschedule the story first" in outcomes(change)[1][2]
        assert fresh(free).embargo_until == asked["embargo_until"]
        assert change.values["embargo_until"] == asked["embargo_until"].isoformat()

    def test_gives_stories_to_a_person_who_is_told_of_each(self, ed):
        rita, stories = make_user("rita"), [make_draft() for _ in range(2)]

        bulk.carry_out("assign", {"assignee": rita}, pick(*stories), by=ed)

        assert {fresh(story).assignee for story in stories} == {rita}
        assert Notification.objects.filter(to=rita).count() == 2

    def test_a_value_that_does_not_fit_is_refused_for_each(self, ed):
        change = bulk.carry_out("credit_line", {"credit_line": "x" * 500}, pick(make_draft()), by=ed)

        assert outcomes(change)[0][1:] == ("refused", "The credit line has 500 characters; 120 fit.")

    def test_ends_at_two_hundred(self, ed, sport):
        with refused("too_many"):
            bulk.carry_out("section", {"section": sport}, [Picked(n, 1) for n in range(201)], by=ed)
        with refused("nothing"):
            bulk.carry_out("section", {"section": sport}, [], by=ed)

    def test_what_is_picked_twice_or_gone_is_one_or_none(self, ed, sport):
        story = make_draft()

        change = bulk.carry_out("section", {"section": sport}, [*pick(story, story), Picked(999_999, 1)], by=ed)

        assert len(outcomes(change)) == 1


class TestPermissions:
    @pytest.mark.parametrize("person", ["rita", "wendy", "mo", "pat", "nobody"])
    def test_who_edits_one_by_one_changes_one_by_one(self, person, sport):
        with refused("not_allowed"):
            bulk.carry_out("section", {"section": sport}, pick(make_draft()), by=make_user(person))
        with refused("not_allowed"):
            bulk.rehearse("section", {"section": sport}, pick(make_draft()), by=make_user(person))

    def test_an_embargo_and_an_owner_need_their_own_right(self):
        user = make_user("nobody")
        grant(user, "bulk_article")

        assert [action for action in bulk.ACTIONS if not bulk.may_do(user, action)] == ["embargo", "assign"]


def grant(user, codename):
    user.user_permissions.add(Permission.objects.get(codename=codename))


class TestUndoing:
    def test_gives_each_story_back_what_it_had(self, ed, sport):
        sea = make_tag("Sea")
        stories = [make_draft(tags=[sea]), make_draft()]
        change = bulk.carry_out("add_tags", {"tags": [make_tag("Vote")]}, pick(*stories), by=ed)

        bulk.undo(change, by=ed)

        assert [list(fresh(story).tags.all()) for story in stories] == [[sea], []]
        assert {one.undo_message for one in change.rows.all()} == {"Undone."}
        assert stories[0].revisions.first().kind == RevisionKind.UNDO
        assert (change.undone_by, sport) == (ed, sport)

    def test_refuses_by_name_what_was_changed_since_and_restores_the_others(self, ed, sport):
        first, second = make_draft(), make_draft()
        change = bulk.carry_out("section", {"section": sport}, pick(first, second), by=ed)
        culture = make_section("culture")
        drafting.save_draft(fresh(first), {"section": culture}, by=make_user("chloe"), base_revision=2)
        drafting.save_draft(fresh(second), {"headline": "Another headline"}, by=make_user("chloe"), base_revision=2)

        bulk.undo(change, by=ed)

        assert [one.undo_message for one in change.rows.all()] == [
            "Not undone: Chloe changed the section since.",
            "Undone.",
        ]
        assert fresh(first).section == culture
        assert (fresh(second).section.slug, fresh(second).headline) == ("world", "Another headline")

    def test_happens_once(self, ed, sport):
        change = bulk.carry_out("section", {"section": sport}, pick(make_draft()), by=ed)
        bulk.undo(change, by=ed)

        with refused("wrong_state"):
            bulk.undo(change, by=ed)

    def test_leaves_alone_what_was_refused_or_so_before(self, ed, sport):
        there = make_draft(section=sport)
        change = bulk.carry_out("section", {"section": sport}, pick(there), by=ed)

        bulk.undo(change, by=ed)

        assert fresh(there).revision_number == 1
        assert change.rows.get().undo_message == ""

    def test_of_an_assignment_gives_the_owner_back(self, ed):
        rita, story = make_user("rita"), make_draft()
        planning.assign(story, rita, by=ed, base_revision=1)
        change = bulk.carry_out("assign", {"assignee": make_user("wendy")}, pick(story), by=ed)

        bulk.undo(change, by=ed)

        assert fresh(story).assignee == rita

    def test_is_for_those_who_may_make_the_change(self, ed, sport):
        change = bulk.carry_out("section", {"section": sport}, pick(make_draft()), by=ed)

        with refused("not_allowed"):
            bulk.undo(change, by=make_user("rita"))

    def test_of_what_is_dead_by_now_is_refused(self, ed, sport):
        story = make_draft()
        change = bulk.carry_out("section", {"section": sport}, pick(story), by=ed)
        drafting.spike(fresh(story), by=ed)

        bulk.undo(change, by=ed)

        assert change.rows.get().undo_message.startswith("Not undone: ")
        assert HistoryEntry.objects.filter(article=story).count() == 2
