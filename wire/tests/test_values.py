from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from wire.formats import Profile, values


class TestVersions:
    @pytest.mark.parametrize(
        ("sent", "number"),
        [
            ("1", 1),
            ("007", 7),
            ("3.0", 3),
            ("1618095828", 1618095828),
            ("9223372036854775807", 2**63 - 1),
            ("9223372036854775808", None),
            ("1.5", None),
            ("DS02299380", None),
            ("٣", None),
            ("", None),
            ("-1", None),
        ],
    )
    def test_only_whole_numbers_that_fit_a_column_are_numbers(self, sent, number):
        assert values.version_number(sent) == number


class TestPubstatus:
    @pytest.mark.parametrize("sent", ["usable", "Usable", " USABLE ", ""])
    def test_usable_in_every_spelling_is_usable(self, sent):
        assert values.read_pubstatus(sent) == "usable"

    @pytest.mark.parametrize("sent", ["canceled", "cancelled", "CANCELED"])
    def test_a_kill_is_a_kill_in_both_spellings(self, sent):
        assert values.read_pubstatus(sent) == "canceled"

    @pytest.mark.parametrize("sent", ["OPEN", "draft", "usable!", "1"])
    def test_what_we_do_not_know_is_not_usable(self, sent):
        assert values.read_pubstatus(sent) == "unknown"


class TestUrgencyAndLanguage:
    @pytest.mark.parametrize(
        ("sent", "urgency"), [("1", 1), ("9", 9), ("0", None), ("10", None), ("DEFAULT", None), ("", None)]
    )
    def test_urgency_is_one_to_nine_or_nothing(self, sent, urgency):
        assert values.read_urgency(sent) == urgency

    @pytest.mark.parametrize(
        ("sent", "tag"),
        [
            ("en_US", "en-US"),
            ("IT-it", "it-IT"),
            ("nb-NO", "nb-NO"),
            ("zh-hant-TW", "zh-Hant-TW"),
            ("epo", "epo"),
            ("FR", "fr"),
        ],
    )
    def test_languages_get_their_usual_case(self, sent, tag):
        assert values.read_language(sent, default="de") == tag

    @pytest.mark.parametrize("sent", ["", "english language", "x" * 40, "<b>"])
    def test_nonsense_becomes_the_language_of_the_source(self, sent):
        assert values.read_language(sent, default="de") == "de"


class TestEmbargo:
    def read(self, sent, status="usable", **profile):
        return values.read_embargo(sent, status=status, profile=Profile(**profile))

    def test_nothing_sent_is_no_embargo(self):
        assert self.read(None) == (None, False, "")

    def test_an_instant_is_read(self):
        assert self.read("2026-11-25T06:00:00+01:00") == (datetime(2026, 11, 25, 5, tzinfo=UTC), False, "")

    def test_a_time_without_zone_is_local_to_the_source(self):
        until, _, _ = self.read("2026-11-25T06:00:00", zone=ZoneInfo("Europe/Kyiv"))

        assert until == datetime(2026, 11, 25, 4, tzinfo=UTC)

    @pytest.mark.parametrize("sent", ["next Tuesday", "25/11/2026", "", "9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"])
    def test_what_cannot_be_read_holds_the_item(self, sent):
        until, is_open, warning = self.read(sent)

        assert (until, is_open) == (None, True)
        assert warning

    def test_an_empty_embargo_can_be_ignored_for_a_source(self):
        assert self.read("", empty_embargo_holds=False) == (None, False, "")

    def test_the_status_embargoed_without_a_time_holds_the_item(self):
        assert self.read(None, status="embargoed")[:2] == (None, True)


class TestTopicCodes:
    @pytest.mark.parametrize(
        "sent",
        [
            "medtop:20000593",
            "http://cv.iptc.org/newscodes/mediatopic/20000593",
            "https://cv.iptc.org/newscodes/mediatopic/20000593",
        ],
    )
    def test_a_media_topic_has_one_spelling(self, sent):
        assert values.topic_code(sent) == "medtop:20000593"
