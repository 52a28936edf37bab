"""Taking a story over keeps the other's unsaved text as a revision, and the story as it was, to the byte."""

import pytest

from articles import controls, drafting, publishing, recovery, takeover
from articles.models import HistoryEntry, Notification, Recovery, Revision
from articles.recovery import keep
from articles.tests.refusals import NOW, fresh, refused, row
from articles.workflow import WorkflowError
from newsroom.testing.factories import make_draft, make_live, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def rita():
    return make_user("rita")


@pytest.fixture
def ed():
    return make_user("ed")


@pytest.fixture
def story(rita):
    return make_draft(rita, now=NOW, headline="Ferry leaves", body="<p>One.</p><p>Two.</p>")


def type_in(user, story, **values):
    tab = recovery.new_tab(user)
    keep(user, story, tab=tab, values=values, base_revision=story.revision_number, now=NOW)
    return tab


class TestTakingOver:
    def test_the_text_is_a_revision_by_its_writer_and_the_next_one_restores_the_story(self, story, rita, ed):
        type_in(rita, story, headline="Ferry leaves late", body="<p>One.</p><p>Two and a half.</p>")
        before = row(story)

        takeover.take_over(story, rita, by=ed, note="Deadline.", now=NOW)

        kept, restored = Revision.objects.filter(number__in=[2, 3]).order_by("number")
        first = Revision.objects.get(number=1)
        assert (kept.kind, kept.saved_by, kept.changed_fields) == ("takeover", rita, ["body", "headline"])
        assert kept.snapshot["body"] == "<p>One.</p><p>Two and a half.</p>"
        assert (restored.kind, restored.saved_by, restored.snapshot) == ("restore", ed, first.snapshot)
        assert row(story) == {**before, "revision_number": 3}
        assert story.revision_number == 3

    def test_the_history_says_who_why_and_where_the_text_is(self, story, rita, ed):
        type_in(rita, story, headline="x")

        entry = takeover.take_over(story, rita, by=ed, note="Deadline.", now=NOW)

        assert (entry.verb, entry.by, entry.at) == ("taken_over", ed, NOW)
        assert entry.note == "Deadline. (Rita’s unsaved text is kept as revision 2.)"
        assert (entry.from_status, entry.to_status, entry.from_stage) == ("", "draft", "")

    def test_two_tabs_make_two_revisions(self, story, rita, ed):
        type_in(rita, story, headline="One")
        type_in(rita, story, headline="Two")

        entry = takeover.take_over(story, rita, by=ed, note="Deadline.", now=NOW)

        headlines = [each.snapshot["headline"] for each in Revision.objects.order_by("number")]
        assert headlines == ["Ferry leaves", "One", "Two", "Ferry leaves"]
        assert "revisions 2, 3" in entry.note

    def test_a_live_version_that_was_up_to_date_stays_so(self, rita, ed):
        story = make_live(ed, now=NOW).article
        type_in(rita, story, headline="x")

        takeover.take_over(story, rita, by=ed, note="Deadline.", now=NOW)

        assert not fresh(story).has_unpublished_changes

    def test_changes_that_wait_still_wait(self, rita, ed):
        story = make_live(ed, now=NOW).article
        drafting.save_draft(story, {"headline": "Changed"}, by=ed, base_revision=1)
        type_in(rita, story, headline="x")

        takeover.take_over(story, rita, by=ed, note="Deadline.", now=NOW)

        assert fresh(story).has_unpublished_changes

    def test_the_other_tab_is_told_and_keeps_its_text(self, story, rita, ed):
        tab = type_in(rita, story, headline="x")

        takeover.take_over(story, rita, by=ed, note="Deadline.", now=NOW)

        told = takeover.told(rita, story, tab)
        assert (told.taken_by, told.kept_as) == (ed, 2)
        assert recovery.of_story(story, rita)[0].values == {"headline": "x"}
        assert takeover.told(ed, story, tab) is None

    def test_what_the_other_types_on_is_kept_as_before(self, story, rita, ed):
        tab = type_in(rita, story, headline="x")
        takeover.take_over(story, rita, by=ed, note="Deadline.", now=NOW)

        keep(rita, story, tab=tab, values={"headline": "x and y"}, base_revision=1, now=NOW)

        kinds = {each.kind: each.values["headline"] for each in Recovery.objects.all()}
        assert kinds == {"takeover": "x", "autosave": "x and y"}

    def test_the_stale_tabs_save_is_merged_with_what_the_new_owner_saved(self, story, rita, ed):
        type_in(rita, story, body="<p>One.</p><p>Two, by Rita.</p>")
        takeover.take_over(story, rita, by=ed, note="Deadline.", now=NOW)
        drafting.save_draft(story, {"body": "<p>One, by Ed.</p><p>Two.</p>"}, by=ed, base_revision=3)

        drafting.save_draft(fresh(story), {"body": "<p>One.</p><p>Two, by Rita.</p>"}, by=rita, base_revision=1)

        assert fresh(story).body == "<p>One, by Ed.</p><p>Two, by Rita.</p>"

    def test_it_can_be_taken_over_twice(self, story, rita, ed):
        tab = type_in(rita, story, headline="x")
        takeover.take_over(story, rita, by=ed, note="Deadline.", now=NOW)
        keep(rita, story, tab=tab, values={"headline": "x and y"}, base_revision=1, now=NOW)

        takeover.take_over(story, rita, by=ed, note="Again.", now=NOW)

        assert [each.kept_as for each in Recovery.objects.all()] == [4]
        assert Revision.objects.get(number=4).snapshot["headline"] == "x and y"


class TestRefusals:
    def test_without_a_reason(self, story, rita, ed):
        type_in(rita, story, headline="x")

        with refused("words_missing"):
            takeover.take_over(story, rita, by=ed, note=" ")
        assert fresh(story).revision_number == 1

    def test_where_nothing_is_unsaved(self, story, rita, ed):
        type_in(rita, story, headline=" Ferry  leaves ")

        with refused("wrong_state"):
            takeover.take_over(story, rita, by=ed, note="Deadline.")
        assert not HistoryEntry.objects.filter(verb="taken_over").exists()

    def test_from_oneself(self, story, rita):
        type_in(rita, story, headline="x")

        with refused("wrong_state"):
            takeover.take_over(story, rita, by=rita, note="Mine.")

    @pytest.mark.parametrize("name", ["mo", "pat", "sam"])
    def test_by_somebody_who_may_not_edit(self, story, rita, name):
        type_in(rita, story, headline="x")

        with refused("not_allowed"):
            takeover.take_over(story, rita, by=make_user(name), note="Deadline.")

    def test_by_a_reporter_while_it_lies_with_the_desk(self, story, rita, ed):
        type_in(ed, story, headline="x")
        drafting.submit(story, by=rita)

        with refused("not_allowed"):
            takeover.take_over(story, ed, by=rita, note="Mine.")

    def test_when_somebody_saved_meanwhile(self, story, rita, ed):
        type_in(rita, story, headline="x")
        drafting.save_draft(fresh(story), {"headline": "Faster"}, by=ed, base_revision=1)

        with refused("changed"):
            takeover.take_over(story, rita, by=ed, note="Deadline.")
        assert Revision.objects.count() == 2
        assert Recovery.objects.get().kind == "autosave"


class TestAsking:
    def test_a_colleague_is_told_once_an_hour(self, story, rita, ed):
        for _ in range(2):
            takeover.ask_for(story, rita, by=ed, now=NOW)

        told = Notification.objects.get()
        assert (told.to, told.kind, told.article) == (rita, "ask", story)
        assert told.text == "Ed asks you for “Ferry leaves”."

    def test_who_may_not_edit_may_not_ask(self, story, rita):
        with pytest.raises(WorkflowError):
            takeover.ask_for(story, rita, by=make_user("mo"))


def test_the_history_stays_readable_for_a_published_story(rita, ed):
    story = make_draft(rita, now=NOW)
    type_in(rita, story, headline="x")
    takeover.take_over(story, rita, by=ed, note="Deadline.", now=NOW)

    publishing.publish(fresh(story), by=ed, now=NOW)

    assert fresh(story).published_revision == 3
    assert controls.differing({"headline": "x"}, controls.of(fresh(story))) == ["headline"]
