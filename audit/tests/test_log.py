"""The log: what is written to it, who reads it, and what a spreadsheet gets."""

from __future__ import annotations

import csv
import io

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Group
from django.db import transaction
from django.urls import reverse

from audit import recording
from audit.models import AuditEntry
from audit.tests.test_guard import Writer, address_of, client_of
from images.intake import take_in
from newsroom import roles
from newsroom.testing.factories import PASSWORD, make_image, make_tag, make_user, picture_bytes
from newsroom.testing.forms import form_values
from tags.models import Tag, TagAlias

LIST = reverse("admin:audit_auditentry_changelist")
EXPORT = reverse("admin:audit_auditentry_export")

pytestmark = pytest.mark.django_db


def only(**fields) -> AuditEntry:
    return AuditEntry.objects.get(**fields)


def changes_of(entry: AuditEntry) -> dict[str, tuple[str, str]]:
    return {change["label"]: (change["before"], change["after"]) for change in entry.changes}


class TestWhatIsWritten:
    def test_a_change_says_who_when_what_from_what_to_what_and_why(self):
        tag = make_tag("Elections", description="Votes.")
        Writer("mo", tag).save(description="Ballots.", kind="event", _reason="  Better  words ")

        entry = only()
        assert (entry.by.username, entry.act, entry.model, entry.object_id) == (
            "mo",
            "changed",
            "tags.tag",
            str(tag.pk),
        )
        assert changes_of(entry) == {"kind": ("Topic", "Event"), "description": ("Votes.", "Ballots.")}
        assert entry.reason == "Better words"
        assert entry.sentence == (
            "Mo changed tag “Elections”: kind from “Topic” to “Event”; description from “Votes.” to “Ballots.”"
        )

    def test_a_form_that_changed_nothing_is_not_logged(self):
        Writer("mo", make_tag("Elections")).save()

        assert not AuditEntry.objects.exists()

    def test_a_new_row_is_logged_with_its_values(self):
        client = client_of("mo")
        page = client.get(reverse("admin:tags_tag_add"))
        client.post(reverse("admin:tags_tag_add"), {**form_values(page, "tag_form"), "name": "Fog", "slug": "fog"})

        entry = only()
        assert (entry.act, entry.object_name) == ("added", "Fog")
        assert changes_of(entry)["name"] == ("", "Fog")

    def test_rows_under_a_form_are_logged_as_part_of_it(self):
        tag = make_tag("Elections")
        for name in ("Ballot", "The vote"):
            TagAlias.objects.create(tag=tag, name=name)
        Writer("mo", tag).save(**{"aliases-0-DELETE": "on", "aliases-1-name": "The votes", "aliases-2-name": "Polls"})

        entries = AuditEntry.objects.about("tags.tag", tag.pk)
        assert {(entry.act, entry.object_name) for entry in entries} == {
            ("deleted", "Ballot"), ("changed", "The votes"), ("added", "Polls"),
        }  # fmt: skip
        assert changes_of(entries.get(act="changed")) == {"name": ("The vote", "The votes")}
        assert changes_of(entries.get(act="deleted"))["name"] == ("Ballot", "")
        assert entries.get(act="deleted").object_id.isdigit()

    def test_a_deletion_keeps_what_the_row_said(self):
        tag, client = make_tag("Elections", description="Votes."), client_of("mo")
        address = address_of(tag, "delete")
        client.post(address, {**form_values(client.get(address)), "_reason": "Twice there"})

        entry = only()
        assert (entry.act, entry.reason) == ("deleted", "Twice there")
        assert changes_of(entry)["description"] == ("Votes.", "")

    def test_roles_given_to_a_person(self):
        sam = make_user("sam")
        make_user("rita")
        Writer("chloe", sam).save(groups=[Group.objects.get(name="reporter").pk])

        assert changes_of(only()) == {"groups": ("", "reporter")}

    def test_a_password_is_told_but_never_kept(self):
        sam, client = make_user("sam"), client_of("chloe")
        new = "a quite different password"
        client.post(
            reverse("admin:auth_user_password_change", args=[sam.pk]),
            {"password1": new, "password2": new, "usable_password": "true", "set-password": "1"},
        )

        sam.refresh_from_db()
        assert sam.check_password(new)
        assert only().changes == [{"field": "password", "label": "password", "before": "", "after": ""}]
        assert only().sentence == "Chloe changed user “sam”: password"

    def test_a_new_login_keeps_no_password_either(self):
        client = client_of("chloe")
        values = {"username": "newbie", "password1": PASSWORD, "password2": PASSWORD, "usable_password": "true"}
        client.post(reverse("admin:auth_user_add"), values)

        entry = only()
        assert entry.object_name == "newbie"
        assert "password" not in {change["field"] for change in entry.changes}
        assert PASSWORD not in entry.words

    def test_a_permission_that_the_table_of_roles_changed(self):
        make_user("rita")
        group = Group.objects.get(name="reporter")
        lost = group.permissions.get(codename="submit_article")
        group.permissions.remove(lost)

        roles.sync()

        entry = only()
        assert (entry.by, entry.object_name) == (None, "reporter")
        assert changes_of(entry) == {"permissions given": ("", "articles.submit_article")}
        assert entry.sentence.startswith("A program changed group “reporter”: permissions given from nothing")

    def test_a_picture_is_logged_once_whoever_brings_it(self):
        payload, pat = picture_bytes(), make_user("pat")
        take_in(payload, filename="quay.jpg", by=pat, credit="Pat")
        take_in(payload, filename="quay.jpg", by=make_user("ed"), credit="Ed")

        assert (only().by, changes_of(only())["credit"]) == (pat, ("", "Pat"))

    def test_djangos_own_log_stays_empty(self):
        Writer("mo", make_tag("Elections")).save(description="Ballots.")

        assert not LogEntry.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_nothing_is_written():
    tag = make_tag("Elections")

    with pytest.raises(RuntimeError, match="transaction"):
        recording.added(tag, by=None)


class TestReading:
    @pytest.fixture
    def log(self):
        mo, chloe = make_user("mo"), make_user("chloe")
        for name, by in (("Elections", mo), ("Fisheries", chloe)):
            tag = make_tag(name)
            before = recording.values_of(tag)
            tag.description = "=cmd|' /C calc'!A0"
            tag.save()
            with transaction.atomic():
                recording.changed(tag, before, by=by, reason="+why")
        return client_of("chloe")

    def test_the_list_reads_as_sentences(self, log):
        page = log.get(LIST).content.decode()

        assert "Mo changed tag “Elections”: description from nothing to" in page
        assert "+why" in page

    def test_it_is_filtered_by_person_kind_and_act_and_searched_by_value(self, log):
        mo = make_user("mo")

        def names(query):
            return [entry.object_name for entry in log.get(f"{LIST}?{query}").context["cl"].result_list]

        assert names(f"by__id__exact={mo.pk}") == ["Elections"]
        assert names("kind=tags.tag&act__exact=changed") == ["Fisheries", "Elections"]
        assert names("kind=sources.source") == []
        assert names("q=calc") == ["Fisheries", "Elections"]
        assert names("q=fisher") == ["Fisheries"]

    def test_it_costs_the_same_however_long_it_is(self, log, django_assert_max_num_queries):
        with transaction.atomic():
            for _ in range(60):
                recording.added(Tag.objects.first(), by=make_user("mo"))
        log.get(LIST)

        with django_assert_max_num_queries(10):
            log.get(LIST)

    def test_an_entry_shows_its_values_escaped(self, log):
        tag = make_tag("Bold")
        with transaction.atomic():
            entry = recording.record(
                tag, "changed", by=None,
                changes=[{"field": "name", "label": "name", "before": "<script>", "after": "<b>"}],
            )  # fmt: skip
        page = log.get(reverse("admin:audit_auditentry_change", args=[entry.pk])).content.decode()

        assert "&lt;script&gt;" in page
        assert "<script>" not in page.split("<main")[1].split("</main>")[0]

    def test_the_log_of_a_row_is_one_click_from_it(self, log):
        tag = make_tag("Elections")
        page = log.get(address_of(tag)).content.decode()

        assert f'href="{address_of(tag, "history")}" class="historylink">Log</a>' in page
        assert "Mo changed tag" in log.get(address_of(tag, "history")).content.decode()

    def test_the_export_follows_the_filters_and_defuses_formulas(self, log):
        mo = make_user("mo")
        response = log.get(f"{EXPORT}?by__id__exact={mo.pk}")

        text = b"".join(response.streaming_content).decode()
        head, *rows = csv.reader(io.StringIO(text))
        assert head == ["At", "Who", "Act", "Kind", "Name", "Field", "Before", "After", "Why"]
        assert [row[1:6] for row in rows] == [["Mo", "changed", "tag", "Elections", "description"]]
        assert rows[0][7:] == ["'=cmd|' /C calc'!A0", "'+why"]

    def test_the_export_is_for_those_with_the_permission(self, log):
        Group.objects.get(name="chief").permissions.remove(
            Group.objects.get(name="chief").permissions.get(codename="export_auditentry")
        )
        client = client_of("chloe")

        assert client.get(EXPORT).status_code == 403
        assert "Export as CSV" not in client.get(LIST).content.decode()
        assert client_of("mo").get(LIST).status_code == 403

    def test_nobody_changes_it(self, log):
        entry = AuditEntry.objects.first()
        address = reverse("admin:audit_auditentry_change", args=[entry.pk])

        assert log.post(address, {"reason": "Another"}).status_code == 403
        assert log.post(reverse("admin:audit_auditentry_delete", args=[entry.pk]), {"post": "yes"}).status_code == 403

    def test_a_picture_shows_its_log(self):
        image = make_image()

        assert "A program added picture" in client_of("pat").get(address_of(image, "history")).content.decode()
