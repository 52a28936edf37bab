"""Two people with the same form open: nobody overwrites what the other wrote, whatever they touch."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from lxml import html as lxml_html

from audit.models import AuditEntry
from fronts.models import Container, Front, Slot
from newsroom.testing.factories import (
    make_author,
    make_draft,
    make_image,
    make_section,
    make_source,
    make_tag,
    make_user,
)
from newsroom.testing.forms import form_values
from tags.models import Tag, TagAlias

pytestmark = pytest.mark.django_db


def client_of(name: str) -> Client:
    client = Client()
    client.force_login(make_user(name), backend="django.contrib.auth.backends.ModelBackend")
    return client


def address_of(row, action="change") -> str:
    return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_{action}", args=[row.pk])


class Writer:
    """Somebody with the form of a row open."""

    def __init__(self, name: str, row) -> None:
        self.client, self.row = client_of(name), row
        self.page = self.client.get(address_of(row))
        assert self.page.status_code == 200

    def save(self, **changes):
        """Send the form as it is on the page, with some fields typed anew; None takes a field away."""
        values = {**form_values(self.page, f"{self.row._meta.model_name}_form"), **changes}
        self.page = self.client.post(address_of(self.row), {k: v for k, v in values.items() if v is not None})
        return self.page

    @property
    def shown(self) -> dict:
        return form_values(self.page, f"{self.row._meta.model_name}_form")

    def errors(self) -> str:
        page = lxml_html.fromstring(self.page.content.decode())
        return " ".join(element.text_content() for element in page.find_class("errorlist"))


@pytest.fixture
def tag() -> Tag:
    return make_tag("Elections", description="Votes.", wikidata="Q40231")


class TestFieldsOfOneForm:
    def test_what_i_did_not_touch_stays_as_others_made_it(self, tag):
        mo, chloe = Writer("mo", tag), Writer("chloe", tag)
        mo.save(description="Votes and counts.")

        response = chloe.save(wikidata="Q1")

        tag.refresh_from_db()
        assert response.status_code == 302
        assert (tag.description, tag.wikidata) == ("Votes and counts.", "Q1")

    def test_a_field_both_changed_is_refused_and_says_who_made_what_of_it(self, tag):
        mo, chloe = Writer("mo", tag), Writer("chloe", tag)
        mo.save(description="Votes and counts.")

        response = chloe.save(description="Ballots.", wikidata="Q1")

        tag.refresh_from_db()
        assert response.status_code == 200
        assert (tag.description, tag.wikidata) == ("Votes and counts.", "Q40231")
        assert "Mo (" in chloe.errors()
        assert "changed this from “Votes.” to “Votes and counts.”" in chloe.errors()
        assert chloe.shown["description"] == ["Ballots."]
        assert chloe.shown["wikidata"] == ["Q1"]

    def test_a_second_save_is_a_decision(self, tag):
        mo, chloe = Writer("mo", tag), Writer("chloe", tag)
        mo.save(description="Votes and counts.")
        chloe.save(description="Ballots.")

        response = chloe.save()

        tag.refresh_from_db()
        assert response.status_code == 302
        assert tag.description == "Ballots."

    def test_a_third_change_in_between_is_refused_again(self, tag):
        mo, chloe = Writer("mo", tag), Writer("chloe", tag)
        mo.save(description="Votes and counts.")
        chloe.save(description="Ballots.")
        Writer("mo", tag).save(description="Polls.")

        response = chloe.save()

        tag.refresh_from_db()
        assert response.status_code == 200
        assert tag.description == "Polls."

    def test_a_refused_form_shows_the_present_value_of_what_i_did_not_touch(self, tag):
        mo, chloe = Writer("mo", tag), Writer("chloe", tag)
        mo.save(description="Votes and counts.", kind="event", wikidata="Q2")

        chloe.save(description="Ballots.")
        assert (chloe.shown["kind"], chloe.shown["wikidata"]) == (["event"], ["Q2"])
        chloe.save()

        tag.refresh_from_db()
        assert (tag.description, tag.kind, tag.wikidata) == ("Ballots.", "event", "Q2")

    def test_the_same_change_by_both_is_no_clash(self, tag):
        mo, chloe = Writer("mo", tag), Writer("chloe", tag)
        mo.save(description="Votes and counts.")

        response = chloe.save(description="Votes and counts.", wikidata="Q1")

        assert response.status_code == 302

    def test_what_nobody_logged_is_somebody(self, tag):
        chloe = Writer("chloe", tag)
        Tag.objects.filter(pk=tag.pk).update(description="By a program.")

        chloe.save(description="Ballots.")

        assert "Somebody changed this from “Votes.” to “By a program.”" in chloe.errors()

    def test_two_tabs_of_one_person_are_two_writers(self, tag):
        first, second = Writer("mo", tag), Writer("mo", tag)
        first.save(description="First.")

        assert second.save(description="Second.").status_code == 200

    def test_an_error_of_mine_keeps_the_base(self, tag):
        mo, chloe = Writer("mo", tag), Writer("chloe", tag)
        mo.save(description="Votes and counts.")

        assert chloe.save(name="").status_code == 200
        assert chloe.save(name="Elections").status_code == 302

        tag.refresh_from_db()
        assert tag.description == "Votes and counts."


class TestKindsOfFields:
    def test_a_tick_a_choice_and_a_linked_row_merge(self):
        source = make_source(kind="agency")
        one, two = Writer("mo", source), Writer("chloe", source)
        one.save(is_active=None, kind="partner")

        assert two.save(url="https://meridian.example/").status_code == 302

        source.refresh_from_db()
        assert (source.is_active, source.kind, source.url) == (False, "partner", "https://meridian.example/")

    def test_a_tick_is_told_as_yes_and_no_and_a_choice_by_its_label(self):
        source = make_source(kind="agency", is_active=True)
        section, other = make_section("world"), make_section("sport")
        child = make_section("karsova", parent=section)
        one, two = Writer("mo", source), Writer("chloe", source)
        one.save(is_active=None, kind="partner")
        two.save(kind="office")
        assert "from “News agency” to “Partner newsroom”" in two.errors()

        one, two = Writer("chloe", child), Writer("chloe", child)
        one.save(parent=other.pk)
        two.save(parent="")
        assert "from “World” to “Sport”" in two.errors()

    def test_a_time_in_two_boxes(self):
        image = make_image()
        one, two = Writer("pat", image), Writer("ed", image)
        one.save(taken_at_0="2026-11-01", taken_at_1="10:00:00")
        assert two.save(caption="A quay.").status_code == 302
        image.refresh_from_db()
        assert image.taken_at is not None

        one, two = Writer("pat", image), Writer("ed", image)
        one.save(taken_at_0="2026-11-02")
        two.save(taken_at_0="2026-11-03")
        assert "1 November 2026" in two.errors()
        assert "2 November 2026" in two.errors()
        assert two.shown["taken_at_0"] == ["2026-11-03"]

    def test_lists_of_linked_rows(self):
        sam = make_user("sam")
        make_user("rita"), make_user("pat")
        one, two = Writer("chloe", sam), Writer("chloe", sam)
        groups = {name: key for key, name in sam.groups.model.objects.values_list("pk", "name")}
        one.save(groups=[groups["reporter"]])

        assert two.save(first_name="Samuel").status_code == 302
        assert [group.name for group in sam.groups.all()] == ["reporter"]

        one, two = Writer("chloe", sam), Writer("chloe", sam)
        one.save(groups=[groups["reporter"], groups["photo_editor"]])
        two.save(groups=[])
        assert "from “reporter” to “photo_editor, reporter”" in two.errors()
        assert sam.groups.count() == 2


class TestWithoutABase:
    @pytest.mark.parametrize("base", [None, "", "forged", "eyJvZiI6ICJ4In0:1tX:abc"])
    def test_nothing_is_saved_and_the_form_says_why(self, tag, base):
        mo = Writer("mo", tag)

        response = mo.save(_base=base, description="Ballots.")

        tag.refresh_from_db()
        assert response.status_code == 200
        assert tag.description == "Votes."
        assert "did not say what it was opened with" in response.content.decode()
        assert mo.shown["description"] == ["Ballots."]
        assert "It is “Votes.” now." in mo.errors()
        assert not AuditEntry.objects.exists()

    def test_the_base_of_another_row_is_no_base(self, tag):
        other = Writer("mo", make_tag("Fisheries", description="Votes."))
        mo = Writer("mo", tag)

        response = mo.save(_base=other.shown["_base"], description="Ballots.")

        tag.refresh_from_db()
        assert response.status_code == 200
        assert tag.description == "Votes."

    def test_saving_again_is_a_decision(self, tag):
        mo = Writer("mo", tag)
        mo.save(_base=None, description="Ballots.")

        assert mo.save().status_code == 302


class TestRowsUnderAForm:
    def test_rows_of_others_stay(self, tag):
        TagAlias.objects.create(tag=tag, name="The vote")
        mo, chloe = Writer("mo", tag), Writer("chloe", tag)
        mo.save(**{"aliases-0-name": "The votes", "aliases-1-name": "Polling day"})

        assert chloe.save(description="Ballots.", **{"aliases-1-name": "Ballot"}).status_code == 302

        assert {alias.name for alias in tag.aliases.all()} == {"The votes", "Polling day", "Ballot"}

    def test_a_row_both_changed_is_refused_on_its_field(self, tag):
        TagAlias.objects.create(tag=tag, name="The vote")
        mo, chloe = Writer("mo", tag), Writer("chloe", tag)
        mo.save(**{"aliases-0-name": "The votes"})

        response = chloe.save(**{"aliases-0-name": "A vote"})

        assert response.status_code == 200
        assert "Mo (" in chloe.errors()
        assert "from “The vote” to “The votes”" in chloe.errors()
        assert chloe.shown["aliases-0-name"] == ["A vote"]
        assert tag.aliases.get().name == "The votes"
        assert chloe.save().status_code == 302
        assert tag.aliases.get().name == "A vote"

    def test_a_row_that_others_changed_is_not_deleted_at_the_first_try(self, tag):
        TagAlias.objects.create(tag=tag, name="The vote")
        mo, chloe = Writer("mo", tag), Writer("chloe", tag)
        mo.save(**{"aliases-0-name": "The votes"})

        response = chloe.save(**{"aliases-0-DELETE": "on"})

        assert response.status_code == 200
        assert "changed “The votes” after you opened the form" in chloe.errors()
        assert tag.aliases.exists()
        assert chloe.save(**{"aliases-0-DELETE": "on"}).status_code == 302
        assert not tag.aliases.exists()

    def test_a_row_that_others_deleted_and_i_did_not_touch_is_left_out(self, tag):
        for name in ("Ballot", "The vote", "Voting"):
            TagAlias.objects.create(tag=tag, name=name)
        mo, chloe = Writer("mo", tag), Writer("chloe", tag)
        mo.save(**{"aliases-0-DELETE": "on"})

        response = chloe.save(**{"aliases-1-name": "The votes", "aliases-3-name": "Polls"})

        assert response.status_code == 302
        assert {alias.name for alias in tag.aliases.all()} == {"The votes", "Voting", "Polls"}

    def test_a_row_that_others_deleted_and_i_changed_is_kept_as_a_new_row(self, tag):
        TagAlias.objects.create(tag=tag, name="Ballot")
        TagAlias.objects.create(tag=tag, name="The vote")
        mo, chloe = Writer("mo", tag), Writer("chloe", tag)
        mo.save(**{"aliases-0-DELETE": "on"})

        response = chloe.save(**{"aliases-0-name": "Ballots"})

        assert response.status_code == 200
        assert "deleted a row you changed" in chloe.errors()
        assert [chloe.shown[f"aliases-{place}-name"] for place in (0, 1)] == [["The vote"], ["Ballots"]]
        assert chloe.save().status_code == 302
        assert {alias.name for alias in tag.aliases.all()} == {"The vote", "Ballots"}

    def test_a_row_both_deleted_is_simply_gone(self, tag):
        TagAlias.objects.create(tag=tag, name="Ballot")
        mo, chloe = Writer("mo", tag), Writer("chloe", tag)
        mo.save(**{"aliases-0-DELETE": "on"})

        assert chloe.save(**{"aliases-0-DELETE": "on"}).status_code == 302

    def test_a_row_changed_on_its_own_screen_counts_as_well(self):
        front = Front.objects.create(slug="extra", name="Extra")
        container = Container.objects.create(front=front, heading="Lead", size=4)
        chloe, ed = Writer("chloe", front), Writer("ed", container)
        ed.save(heading="Top")

        chloe.save(**{"containers-0-heading": "First"})

        container.refresh_from_db()
        assert container.heading == "Top"
        assert "from “Lead” to “Top”" in chloe.errors()

    def test_a_row_slipped_in_with_a_key_of_another_form_is_refused(self, tag):
        alias = TagAlias.objects.create(tag=tag, name="Ballot")
        late = Writer("mo", tag)
        other = TagAlias.objects.create(tag=tag, name="Later")

        response = late.save(
            **{"aliases-0-id": other.pk, "aliases-0-name": "Overwritten"},
        )

        other.refresh_from_db()
        alias.refresh_from_db()
        assert response.status_code == 200
        assert (alias.name, other.name) == ("Ballot", "Later")


class TestDeleting:
    def page(self, client, row):
        return form_values(client.get(address_of(row, "delete")))

    def test_what_the_page_showed_is_deleted(self, tag):
        client = client_of("mo")

        client.post(address_of(tag, "delete"), self.page(client, tag))

        assert not Tag.objects.exists()

    def test_what_changed_meanwhile_is_not(self, tag):
        client = client_of("mo")
        values = self.page(client, tag)
        Writer("chloe", tag).save(description="Ballots.")

        response = client.post(address_of(tag, "delete"), values, follow=True)

        assert Tag.objects.exists()
        assert "Nothing was deleted. Chloe (" in response.content.decode()

    def test_a_row_that_came_under_it_meanwhile_is_a_change(self, tag):
        client = client_of("mo")
        values = self.page(client, tag)
        TagAlias.objects.create(tag=tag, name="Ballot")

        client.post(address_of(tag, "delete"), values)

        assert Tag.objects.exists()

    @pytest.mark.parametrize("states", [None, "forged"])
    def test_a_page_that_showed_nothing_deletes_nothing(self, tag, states):
        values = {"post": "yes", **({"_states": states} if states else {})}

        response = client_of("mo").post(address_of(tag, "delete"), values, follow=True)

        assert Tag.objects.exists()
        assert "did not say what it showed" in response.content.decode()

    def test_what_was_seen_again_is_deleted(self, tag):
        client = client_of("mo")
        values = self.page(client, tag)
        Writer("chloe", tag).save(description="Ballots.")
        client.post(address_of(tag, "delete"), values)

        client.post(address_of(tag, "delete"), self.page(client, tag))

        assert not Tag.objects.exists()

    def test_what_goes_with_it_is_logged_too(self):
        front = Front.objects.create(slug="extra", name="Extra")
        container = Container.objects.create(front=front, heading="Lead")
        Slot.objects.create(container=container, article=make_draft())
        client = client_of("chloe")

        client.post(address_of(front, "delete"), {**self.page(client, front), "_reason": "Not needed"})

        logged = AuditEntry.objects.filter(act="deleted")
        assert {entry.model for entry in logged} == {"fronts.front", "fronts.container", "fronts.slot"}
        assert {entry.reason for entry in logged} == {"Not needed"}
        assert AuditEntry.objects.about("fronts.front", front.pk).count() == 3


class TestActions:
    address = "/desk/tags/tag/"

    def ask(self, client, action, *tags):
        return client.post(self.address, {"action": action, "_selected_action": [tag.pk for tag in tags]})

    def test_the_first_step_shows_what_would_be_and_changes_nothing(self, tag):
        response = self.ask(client_of("mo"), "block", tag)

        tag.refresh_from_db()
        assert "standing: Approved → Blocked" in response.content.decode()
        assert tag.standing == "approved"

    def test_the_second_step_does_it_and_logs_each_row(self, tag):
        other, client = make_tag("Fisheries"), client_of("mo")
        page = self.ask(client, "block", tag, other)

        client.post(self.address, {**form_values(page), "_reason": "Spam"})

        assert {each.standing for each in Tag.objects.all()} == {"blocked"}
        assert {(entry.object_name, entry.reason) for entry in AuditEntry.objects.all()} == {
            ("Elections", "Spam"),
            ("Fisheries", "Spam"),
        }

    def test_a_row_that_changed_in_between_is_left_and_named(self, tag):
        other, client = make_tag("Fisheries"), client_of("mo")
        page = self.ask(client, "block", tag, other)
        Writer("chloe", tag).save(description="Ballots.")

        response = client.post(self.address, form_values(page), follow=True)

        tag.refresh_from_db()
        other.refresh_from_db()
        assert (tag.standing, other.standing) == ("approved", "blocked")
        assert "1 blocked." in response.content.decode()
        assert "changed them after you looked: Elections." in response.content.decode()

    def test_a_hand_made_second_step_changes_nothing(self, tag):
        client_of("mo").post(self.address, {"action": "block", "_selected_action": [tag.pk], "_confirmed": "yes"})

        tag.refresh_from_db()
        assert tag.standing == "approved"

    def test_those_who_may_not_change_have_no_action(self, tag):
        self.ask(client_of("ed"), "block", tag)

        tag.refresh_from_db()
        assert tag.standing == "approved"

    def test_many_rows_are_not_deleted_at_once(self, tag):
        page = client_of("mo").get(self.address).content.decode()

        assert "delete_selected" not in page
        assert 'value="approve"' in page


class TestTheFormsOfAllAdmins:
    def test_each_comes_back_as_it_was_shown_and_changes_nothing(self, tag):
        alias = TagAlias.objects.create(tag=tag, name="Ballot")
        front = Front.objects.create(slug="extra", name="Extra")
        container = Container.objects.create(front=front, heading="Lead")
        slot = Slot.objects.create(container=container, article=make_draft())
        rows = [
            make_source(),
            make_author(),
            tag,
            alias,
            make_section("world"),
            front,
            container,
            slot,
            make_user("sam"),
        ]
        for row in rows:
            assert Writer("chloe", row).save().status_code == 302, row._meta.label

        assert not AuditEntry.objects.exists()
