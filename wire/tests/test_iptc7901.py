from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wire.formats import ParsedItem, ParseError, Profile, iptc7901
from wire.formats.paragraphs import plain_text
from wire.tests.making import check_item
from wire.tests.words import corpus, words

STORY = (
    b"\x01tid0142 4 pl 58   tid 142\r\n\r\nBilorich/Bridge/Works/\r\n"
    b"\x022ND LEAD\r\n(Adds mayor)\r\nBridge at Bilorich reopens\r\nBy Ada Holm, Tide =\r\n\r\n"
    b"   Bilorich (tid) - The bridge was opened at dawn after three\r\nweeks of works.\r\n   Nobody was hurt.\r\n\r\n"
    b"   Lane         Mon   Tue\r\n   North         10    12\r\n   South          9    11\r\n\r\n"
    b"The following information is not for publication\r\n\r\nRing Jon Vik, 555 0100\r\n\r\ntid ah/jv\r\n"
    b"\x03220915 GMT Nov 26\r\n\x7f\x7f\x04"
)


def parse(payload, **profile):
    return iptc7901.parse(payload, profile=Profile(**profile))


def message(text, *, number="0143", head=""):
    return f"\x01tid{number} 3 pl 20 tid 1\r\n\r\nBilorich/Bridge/\r\n\x02{head}Bridge opens =\r\n\r\n   {text}\r\n\x03220955 Nov 26\r\n\x04".encode()


class TestAMessageInFull:
    def item(self):
        [found] = parse(STORY)
        return found

    def test_its_identity_is_made_of_source_day_and_number(self):
        found = self.item()

        assert found.guid == "7901:tid:2026-11-22:0142"
        assert found.version == "2026-11-22T09:15:00+00:00"
        assert (found.version_sent, found.alt_ids) == ("", (("number", "tid0142"),))

    def test_what_stands_before_the_copy(self):
        found = self.item()

        assert found.headline == "Bridge at Bilorich reopens"
        assert found.byline == "By Ada Holm, Tide"
        assert found.dateline == "Bilorich (tid)"
        assert found.ednote == "2ND LEAD\n(Adds mayor)"
        assert found.kind == "update"
        assert (found.urgency, found.names[0].name) == (4, "pl")
        assert (found.slugline, found.keywords) == ("Bilorich/Bridge/Works", ("Bilorich", "Bridge", "Works"))
        assert found.story_key == "tid:Bilorich/Bridge/Works"

    def test_wrapped_lines_are_paragraphs_and_columns_stay(self):
        found = self.item()

        assert found.body == (
            "<p>The bridge was opened at dawn after three weeks of works.</p>\n<p>Nobody was hurt.</p>\n"
            "<pre>   Lane         Mon   Tue\n   North         10    12\n   South          9    11</pre>"
        )

    def test_what_is_not_for_publication_is_in_no_other_field(self):
        found = self.item()

        assert "Ring Jon Vik, 555 0100" in found.private_text
        assert "555" not in found.body + found.ednote + found.standfirst


class TestFilesAsTheyCome:
    def test_several_messages(self):
        found = parse(STORY + b"\x00\x00" + message("One.") + message("Two.", number="0144"))

        assert [item.guid[-4:] for item in found] == ["0142", "0143", "0144"]

    def test_the_same_without_its_control_characters(self):
        payload = (STORY + message("One.")).translate(None, b"\x01\x02\x03\x04\x7f")
        first, second = parse(payload)

        assert (first.headline, first.guid, first.is_degraded) == (
            "Bridge at Bilorich reopens",
            "7901:tid:2026-11-22:0142",
            True,
        )
        assert "555" not in first.body
        assert second.body == "<p>One.</p>"

    def test_times_are_in_the_zone_of_the_source(self):
        [found] = parse(message("One."), zone=ZoneInfo("Europe/Berlin"))

        assert found.sent_at == datetime(2026, 11, 22, 8, 55, tzinfo=UTC)

    @pytest.mark.parametrize(
        ("charset", "sent"),
        [
            ("", b"fr\xfch"),
            ("", "früh".encode()),
            ("latin-1", b"fr\xfch"),
            ("iso646-de", b"fr}h"),
            ("cp437", b"fr\x81h"),
        ],
    )
    def test_every_encoding(self, charset, sent):
        [found] = parse(message("XX").replace(b"XX", sent), charset=charset)

        assert found.body == "<p>früh</p>"

    def test_a_charset_that_does_not_fit_is_said(self):
        [found] = parse(message("XX").replace(b"XX", b"fr\xfch"), charset="utf-8")

        assert found.body == "<p>früh</p>"
        assert "charset" in found.warnings[0]

    def test_no_message_at_all(self):
        with pytest.raises(ParseError) as error:
            parse(b"Dear editors,\nhello.")

        assert error.value.code == "no_items"


class TestKindsAndEmbargoes:
    @pytest.mark.parametrize(
        ("head", "kind"),
        [
            ("(Berichtigung: Uhrzeit)\r\n", "correction"),
            ("(Zusammenfassung 1600)\r\n", "writethru"),
            ("(Wiederholung)\r\n", "repeat"),
            ("(Meldung wird hiermit zurückgezogen)\r\n", "kill"),
            ("", "new"),
        ],
    )
    def test_words_before_the_headline_say_the_kind(self, head, kind):
        assert parse(message("One.", head=head))[0].kind == kind

    def test_a_kill_is_held_for_a_person(self):
        [found] = parse(message("Bitte nicht verwenden.", head="(MANDATORY KILL)\r\n"))

        assert (found.pubstatus, found.kind) == ("withheld", "kill")

    def test_the_source_may_say_what_its_words_mean(self):
        [found] = parse(message("One.", head="(NEUFASS)\r\n"), signal_kinds={"NEUFASS": "writethru"})

        assert found.kind == "writethru"

    def test_an_embargo_in_words_with_a_clear_time_holds(self):
        [found] = parse(
            message("One.", head="(Sperrfrist: 23. November, 10.00 Uhr)\r\n"), zone=ZoneInfo("Europe/Berlin")
        )

        assert found.embargo_until == datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
        assert "embargo in words" in found.warnings[0]


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.integers(0, len(STORY)), st.binary(max_size=40), st.integers(0, 200), st.sampled_from(["", "utf-8", "iso646-se"])
)
def test_damaged_files_give_items_or_a_parse_error(at, noise, cut, charset):
    try:
        found = parse(STORY[:at] + noise + STORY[at + cut :], charset=charset)
    except ParseError:
        return
    for item in found:
        assert isinstance(item, ParsedItem)
        check_item(item)


@pytest.mark.skipif(not corpus("iptc7901"), reason="no corpus here")
@pytest.mark.parametrize("path", corpus("iptc7901"), ids=lambda path: path.name)
def test_no_word_is_lost(path):
    payload = path.read_bytes()
    [found] = parse(payload)
    sent = payload.partition(b"\x02")[2].partition(b"\x03")[0].decode("latin-1")
    kept = [plain_text(found.body), found.headline, found.dateline, found.ednote, found.private_text, found.byline]
    assert words(sent) - words("\n".join(kept)) == {}
