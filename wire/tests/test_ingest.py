import json
from datetime import timedelta

import pytest

from newsroom.testing.factories import make_source
from wire.ingest import ingest
from wire.models import Delivery, WireItem
from wire.receiving import receive
from wire.tests.making import GUID, NOW, STORY, arrive, make_item, ninjs, snapshot

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)


def versions():
    """Return (version, is_latest) of every row, in order of arrival."""
    return list(WireItem.objects.order_by("id").values_list("version", "is_latest"))


class TestANewItem:
    def test_it_is_created_with_safe_text(self):
        [outcome] = arrive(
            ninjs(body_html='<p onclick="x()">Safe <script>alert(1)</script><a href="javascript:x">link</a></p>')
        )

        item = WireItem.objects.get()
        assert (outcome.outcome, outcome.id, outcome.reason) == ("created", item.pk, "")
        assert item.body == "<p>Safe link</p>"
        assert (item.guid, item.version, item.version_number, item.is_latest) == (GUID, "1", 1, True)
        assert item.received_at == NOW
        assert Delivery.objects.get().outcome == "taken_in"

    def test_an_address_of_a_picture_that_is_no_plain_file_name_is_not_kept(self):
        item = make_item(associations=[{"type": "picture", "renditions": [{"href": "../../etc/passwd.jpg"}]}])

        assert item.pictures[0]["file"] == ""

    def test_a_body_too_heavy_to_sanitise_is_taken_in_as_words(self):
        item = make_item(body_html="<div>" * 30_000 + "Words & more")

        assert item.body == "<p>Words &amp; more</p>"
        assert "too much markup" in item.warnings[0]

    def test_a_body_of_megabytes_is_cut_with_a_warning(self):
        item = make_item(body_html="<p>" + "& é " * 400_000 + "</p>")

        assert 0 < len(item.body) < 300_000
        assert item.warnings

    def test_nul_and_surrogates_do_not_reach_the_database(self):
        arrive(
            b'{"uri": "a\\u0000b", "headline": "\\ud800 H\\u0000", "slugline": "\\udc00", "usageterms": "\\u0000", "version": "1\\u0000"}'
        )

        item = WireItem.objects.get()
        assert (item.guid, item.headline, item.version) == ("ab", "H", "1")


class TestTheSameVersionAgain:
    def test_the_same_bytes_are_a_duplicate_and_change_nothing(self):
        arrive(ninjs())
        before = snapshot()

        [outcome] = arrive(ninjs(), now=NOW + HOUR)

        assert outcome.outcome == "duplicate"
        assert outcome.id == WireItem.objects.get().pk
        assert snapshot() == before

    def test_other_bytes_of_the_same_version_are_a_duplicate(self):
        arrive(ninjs())

        [outcome] = arrive(ninjs(ednote="sent again"))

        assert outcome.outcome == "duplicate"
        assert WireItem.objects.count() == 1

    def test_the_same_guid_of_another_source_is_another_item(self):
        arrive(ninjs(), source=make_source("meridian"))
        [outcome] = arrive(ninjs(), source=make_source("tidewire"))

        assert outcome.outcome == "created"

    def test_one_and_zero_one_are_one_version(self):
        arrive(ninjs())

        assert arrive(ninjs(version="01"))[0].outcome == "duplicate"

    def test_a_kill_with_the_number_of_the_version_it_kills_is_not_lost(self):
        arrive(ninjs())

        [outcome] = arrive(ninjs(pubstatus="canceled"))

        assert outcome.outcome == "killed"
        assert versions() == [("1", False), ("1 (canceled)", True)]

    def test_and_again_it_is_a_duplicate(self):
        arrive(ninjs())
        arrive(ninjs(pubstatus="canceled"))

        assert arrive(ninjs(pubstatus="canceled", ednote="again"))[0].outcome == "duplicate"
        assert arrive(ninjs(slugline="usable again"))[0].outcome == "duplicate"
        assert WireItem.objects.get(is_latest=True).pubstatus == "canceled"

    def test_an_embargo_sent_after_the_text_is_not_lost(self):
        arrive(ninjs())

        arrive(ninjs(embargoed=(NOW + HOUR).isoformat()))

        assert all(item.embargo_until == NOW + HOUR for item in WireItem.objects.all())
        assert WireItem.objects.count() == 2


class TestUpdates:
    def test_the_newest_version_is_the_latest(self):
        arrive(ninjs())

        [outcome] = arrive(ninjs(version="2", headline="New words"))

        assert (outcome.outcome, outcome.reason) == ("updated", "Replaces version 1.")
        assert versions() == [("1", False), ("2", True)]

    def test_numbers_are_compared_as_numbers(self):
        arrive(ninjs(version="9"))
        arrive(ninjs(version="10"))

        assert versions() == [("9", False), ("10", True)]

    def test_a_late_older_version_is_kept_and_stays_old(self):
        arrive(ninjs(version="3"))

        [outcome] = arrive(ninjs(version="2"))

        assert (outcome.outcome, outcome.reason) == ("updated", "Arrived late: version 3 stays the newest.")
        assert versions() == [("3", True), ("2", False)]

    def test_without_numbers_the_time_of_the_version_decides(self):
        arrive(ninjs(version="b", versioncreated="2026-11-20T10:00:00Z"))
        arrive(ninjs(version="a", versioncreated="2026-11-20T09:00:00Z"))

        assert versions() == [("b", True), ("a", False)]

    def test_without_either_the_last_to_arrive_is_the_newest(self):
        arrive(ninjs(version=None, headline="One"))
        arrive(ninjs(version=None, headline="Two"))

        assert WireItem.objects.get(is_latest=True).headline == "Two"

    def test_an_update_of_a_used_item_is_new_again(self):
        WireItem.objects.filter(pk=make_item().pk).update(standing="used")

        assert make_item(version="2").standing == "new"

    def test_an_old_item_is_not_dropped(self):
        [outcome] = arrive(ninjs(versioncreated="1999-01-01T00:00:00Z"))

        assert outcome.outcome == "created"


class TestKills:
    def test_a_kill_is_stored_as_a_version(self):
        arrive(ninjs())

        [outcome] = arrive(ninjs(version="2", pubstatus="canceled", body_html=None, ednote="Do not use."))

        item = WireItem.objects.get(is_latest=True)
        assert outcome.outcome == "killed"
        assert (item.pubstatus, item.ednote, item.is_usable) == ("canceled", "Do not use.", False)

    def test_a_kill_of_an_item_we_never_had_is_kept(self):
        assert arrive(ninjs(pubstatus="canceled"))[0].outcome == "killed"

    def test_a_kill_that_begins_to_count_again_is_the_newest_by_its_time(self):
        arrive(ninjs(version="7", versioncreated="2026-11-20T09:00:00Z"))
        arrive(ninjs(version="1", versioncreated="2026-11-20T10:00:00Z", pubstatus="canceled"))

        assert WireItem.objects.get(is_latest=True).pubstatus == "canceled"

    @pytest.mark.parametrize("status", ["withheld", "whatever"])
    def test_other_statuses_are_stored_and_not_usable(self, status):
        [outcome] = arrive(ninjs(pubstatus=status))

        assert outcome.outcome == "created"
        assert "no story may be made of it" in outcome.reason
        assert not WireItem.objects.get().is_usable


class TestEmbargoes:
    def test_an_update_that_is_silent_does_not_lift_it(self):
        arrive(ninjs(embargoed=(NOW + HOUR).isoformat()))

        assert make_item(version="2").embargo_until == NOW + HOUR

    def test_nor_one_that_is_open_ended(self):
        arrive(ninjs(pubstatus="embargoed"))

        assert make_item(version="2").embargo_is_open

    def test_an_update_that_names_another_time_changes_it(self):
        arrive(ninjs(embargoed=(NOW + 5 * HOUR).isoformat()))

        assert make_item(version="2", embargoed=(NOW + HOUR).isoformat()).embargo_until == NOW + HOUR

    def test_one_that_has_passed_is_not_handed_on(self):
        arrive(ninjs(embargoed=(NOW + HOUR).isoformat()))

        assert make_item(version="2", now=NOW + 2 * HOUR).embargo_until is None

    def test_a_late_older_version_brings_its_embargo_to_the_silent_newest(self):
        newest = make_item(version="2")

        arrive(ninjs(version="1", embargoed=(NOW + HOUR).isoformat()))

        newest.refresh_from_db()
        assert newest.embargo_until == NOW + HOUR

    def test_it_does_not_reach_other_items(self):
        arrive(ninjs(embargoed=(NOW + HOUR).isoformat()))

        assert make_item(uri="urn:other").embargo_until is None


class TestDocumentsOfManyItems:
    def test_one_bad_item_does_not_stop_the_others(self):
        document = json.dumps(
            [{"uri": "no words"}, 7, {**STORY, "uri": "a"}, {"headline": "no uri"}, {**STORY, "uri": "b"}]
        )

        outcomes = arrive(document.encode())

        assert [outcome.outcome for outcome in outcomes] == ["rejected", "rejected", "created", "rejected", "created"]
        delivery = Delivery.objects.get()
        assert delivery.outcome == "taken_in"
        assert delivery.problem.count("\n") == 2

    def test_when_all_are_bad_the_delivery_is_rejected(self):
        arrive(b'[{"uri": "no words"}]')

        assert Delivery.objects.get().outcome == "rejected"

    def test_the_same_item_twice_in_one_document_is_once_a_duplicate(self):
        outcomes = arrive(b"[" + ninjs() + b"," + ninjs() + b"]")

        assert [outcome.outcome for outcome in outcomes] == ["created", "duplicate"]


class TestRejectedDeliveries:
    def test_the_bytes_are_kept_with_the_reason(self):
        [outcome] = arrive(b"{broken")

        delivery = Delivery.objects.get()
        assert (outcome.outcome, outcome.id) == ("rejected", None)
        assert (delivery.outcome, delivery.problem) == ("rejected", outcome.reason)
        assert bytes(delivery.payload) == b"{broken"

    def test_again_it_is_rejected_and_the_same_row(self):
        arrive(b"{broken")
        before = snapshot()

        [outcome] = arrive(b"{broken", now=NOW + HOUR)

        assert outcome.outcome == "rejected"
        assert snapshot() == before

    def test_a_delivery_can_be_read_again_once_the_reader_has_learnt(self):
        delivery, _ = receive(make_source(), ninjs(), name="a", now=NOW)
        Delivery.objects.update(outcome="rejected", problem="Not understood.")
        delivery.refresh_from_db()

        ingest(delivery, now=NOW)

        assert (delivery.outcome, delivery.problem) == ("taken_in", "")
