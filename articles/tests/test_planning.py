"""Budget lines, and who owns a story."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import drafting, planning
from articles.models import Notification, Revision, RevisionKind
from articles.notifying import unread_count
from articles.tests.refusals import refused
from newsroom.testing.factories import make_draft, make_section, make_user

pytestmark = pytest.mark.django_db


class TestALine:
    def test_is_a_draft_with_what_is_planned_and_nothing_else(self):
        due = timezone.now() + timedelta(hours=3)

        line = planning.plan(
            {"budget_line": "Ferry talks end", "section": make_section(), "due_at": due, "commissioned_words": 600},
            by=make_user("rita"),
        )

        assert (line.status, line.stage, line.headline, line.due_at) == ("draft", "writing", "", due)
        assert line.history.get().verb == "created"
        assert str(line) == "Ferry talks end"

    def test_needs_words(self):
        with refused("words_missing"):
            planning.plan({"budget_line": "  ", "section": make_section()}, by=make_user("rita"))

    def test_with_a_deadline_that_has_passed_is_refused(self):
        with refused("bad_time"):
            planning.plan({"budget_line": "x", "due_at": timezone.now() - timedelta(hours=1)}, by=make_user("ed"))

    def test_tells_its_owner_once(self):
        rita = make_user("rita")

        planning.plan({"budget_line": "Ferry talks end", "assignee": rita}, by=make_user("ed"))

        assert Notification.objects.get(to=rita).text == "Ed gives you “Ferry talks end”"

    def test_a_reporter_plans_for_herself_but_not_for_others(self):
        rita = make_user("rita")

        assert planning.plan({"budget_line": "x", "assignee": rita}, by=rita).assignee == rita
        assert unread_count(rita) == 0
        with refused("not_allowed"):
            planning.plan({"budget_line": "x", "assignee": make_user("ed")}, by=rita)


class TestAssigning:
    def test_is_a_revision_and_tells_the_owner_once(self):
        ed, rita, story = make_user("ed"), make_user("rita"), make_draft()
        planning.assign(story, rita, by=ed, base_revision=1)
        planning.assign(story, rita, by=ed, base_revision=story.revision_number)

        assert story.assignee == rita
        assert Revision.objects.get(article=story, number=2).changed_fields == ["assignee"]
        assert unread_count(rita) == 1

    def test_again_after_somebody_else_had_it_tells_again(self):
        ed, rita, story = make_user("ed"), make_user("rita"), make_draft()
        for person in (rita, None, rita):
            planning.assign(story, person, by=ed, base_revision=story.revision_number)

        assert unread_count(rita) == 2

    def test_keeps_what_somebody_wrote_meanwhile(self):
        ed, rita, story = make_user("ed"), make_user("rita"), make_draft()
        drafting.save_draft(story, {"headline": "The ferry comes back"}, by=ed, base_revision=1)
        story.refresh_from_db()

        planning.assign(story, rita, by=ed, base_revision=1)

        story.refresh_from_db()
        assert (story.headline, story.assignee) == ("The ferry comes back", rita)

    def test_says_of_what_kind_the_save_was(self):
        story = make_draft()

        planning.assign(story, make_user("rita"), by=make_user("ed"), base_revision=1, kind=RevisionKind.BULK)

        assert story.revisions.first().kind == RevisionKind.BULK

    def test_to_somebody_who_left_is_refused(self):
        rita = make_user("rita")
        rita.is_active = False
        rita.save()

        with refused("not_allowed"):
            planning.assign(make_draft(), rita, by=make_user("ed"), base_revision=1)


class TestAReporter:
    def test_claims_what_nobody_owns_and_gives_it_up(self):
        rita, story = make_user("rita"), make_draft()

        planning.claim(story, by=rita, base_revision=1)
        assert story.assignee == rita
        planning.unassign(story, by=rita, base_revision=2)

        assert story.assignee is None

    def test_cannot_take_what_another_owns(self):
        story = make_draft()
        planning.assign(story, make_user("wendy"), by=make_user("ed"), base_revision=1)

        with refused("not_allowed") as error:
            planning.claim(story, by=make_user("rita"), base_revision=story.revision_number)

        assert error.value.message == "Wendy has this story. Ask an editor."

    def test_who_is_slower_is_told_who_was_faster(self):
        story = make_draft()
        slow = type(story).objects.get(pk=story.pk)
        planning.claim(story, by=make_user("wendy"), base_revision=1)

        with refused("changed") as error:
            planning.claim(slow, by=make_user("rita"), base_revision=1)

        assert "Wendy was given this story" in error.value.message

    @pytest.mark.parametrize("who", ["ed", None])
    def test_cannot_give_to_others_or_take_away(self, who):
        story = make_draft()
        planning.assign(story, make_user("wendy"), by=make_user("ed"), base_revision=1)

        with refused("not_allowed"):
            planning.assign(story, make_user(who) if who else None, by=make_user("rita"), base_revision=2)

    def test_cannot_claim_what_lies_with_the_desk(self):
        rita = make_user("rita")
        story = make_draft(rita)
        drafting.submit(story, by=rita)

        with refused("not_allowed"):
            planning.claim(story, by=rita, base_revision=1)


class TestUrgency:
    def test_stays_between_one_and_nine(self):
        story, ed = make_draft(urgency=1), make_user("ed")

        planning.set_urgency(story, 0, by=ed, base_revision=1)
        assert story.urgency == 1
        planning.set_urgency(story, 2, by=ed, base_revision=1)

        assert story.urgency == 2
