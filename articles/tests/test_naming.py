"""Rows by name, and what unsaved text says of them."""

import pytest

from articles import controls, naming
from newsroom.testing.factories import make_author, make_draft, make_source, make_user

pytestmark = pytest.mark.django_db


class TestOnly:
    @pytest.mark.parametrize(
        "text", ["Mira Halloran", " mira  HALLORAN ", "mira-halloran", "Mira Halloran (mira-halloran)"]
    )
    def test_what_somebody_would_say_leads_to_the_row(self, text):
        mira = make_author("Mira Halloran")

        assert naming.only("authors", text) == mira

    @pytest.mark.parametrize("text", ["", "Mira", "nobody", "() (", "9" * 30])
    def test_anything_else_leads_nowhere(self, text):
        make_author("Mira Halloran")

        assert naming.only("authors", text) is None

    def test_people_are_those_who_work_on_the_desk(self):
        make_user("sam")

        assert naming.only("people", "sam") is None
        assert naming.only("people", "Rita (rita)") is None


class TestUnsavedText:
    def test_that_names_the_same_rows_does_not_differ(self):
        story = make_draft(authors=[make_author()], source=make_source(), assignee=make_user("rita"))

        held = controls.of(story)

        assert (held["authors"], held["source"], held["assignee"]) == (["Mira Halloran"], "Meridian", "Rita (rita)")
        assert controls.differing(held, controls.of(story)) == []

    def test_that_names_others_makes_a_snapshot_with_those(self):
        mira, jonas = make_author("Mira Halloran"), make_author("Jonas Keel")
        story, meridian = make_draft(authors=[mira]), make_source()

        made = controls.merged_snapshot({"authors": ["Jonas Keel", "Mira Halloran"], "source": "meridian"}, story)

        assert [each["id"] for each in made["authors"]] == [jonas.pk, mira.pk]
        assert made["source"]["id"] == meridian.pk

    def test_that_names_nobody_leaves_the_row_that_is_there(self):
        story = make_draft(source=make_source())

        assert controls.merged_snapshot({"source": "Merid"}, story)["source"]["name"] == "Meridian"
