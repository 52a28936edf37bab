from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wire.formats import ParsedItem, ParseError, Profile, anpa1312
from wire.formats.paragraphs import plain_text
from wire.tests.making import check_item
from wire.tests.words import corpus, words

STORY = (
    b"\x16\x16\x01a0217\x1f-----\r\nu i\x13\x11 BC-BI--Bridge 1stLd-Writethru   11-22 0071\r\n"
    b"\x02^BC-BI--Bilorich Bridge, 1st Ld-Writethru,60<\r\n^Bridge at Bilorich reopens\r\nafter works<\r\n"
    b"^TDE Photo BIL101<\r\n^Eds: UPDATES with mayor.<\r\n^By ADA HOLM=\r\n^Tide News=\r\n"
    b"\t   BILORICH, Fjordland (TDE) _ The bridge was opened at dawn after\r\nthree weeks of works. \r\n"
    b"\t   ``It holds,'' said the mayor. \r\n^Nobody hurt<\r\n\t   No one was hurt. \r\n"
    b"\x03TDE-WF-11-22-26 0912GMT<\r\n\x04"
)


def parse(payload, **profile):
    return anpa1312.parse(payload, profile=Profile(**profile))


def message(keyword="BC-BI--Bridge", *, notes=b"", marks=b"\x13\x11", text=b"\t   One.\r\n"):
    return (
        b"\x16\x16\x01b0300\x1f-----\r\nr f" + marks + b" BC-BI--Bridge   11-22 0010\r\n\x02^"
        + keyword.encode() + b",10<\r\n^Bridge opens<\r\n" + notes + text + b"\x03TDE-WF-11-22-26 0930GMT<\r\n\x04"
    )  # fmt: skip


class TestAMessageInFull:
    def item(self):
        [found] = parse(STORY)
        return found

    def test_its_identity_is_made_of_service_number_and_day(self):
        found = self.item()

        assert found.guid == "anpa:a0217:2026-11-22"
        assert found.version == "2026-11-22T09:12:00+00:00"
        assert found.sent_at == datetime(2026, 11, 22, 9, 12, tzinfo=UTC)

    def test_each_line_before_the_copy_has_its_field(self):
        found = self.item()

        assert found.headline == "Bridge at Bilorich reopens after works"
        assert (found.byline, found.credit) == ("By ADA HOLM", "Tide News")
        assert found.ednote == "TDE Photo BIL101\nEds: UPDATES with mayor."
        assert found.dateline == "BILORICH, Fjordland (TDE)"
        assert (found.kind, found.urgency, found.names[0].name) == ("writethru", 3, "i")

    def test_the_versions_of_a_story_share_its_keyword(self):
        [first] = parse(message("BC-BI--Bilorich Bridge"))
        [added] = parse(message("BC-BI--Bilorich Bridge, 1st Add"))

        assert self.item().story_key == first.story_key == added.story_key == "BC-BI--Bilorich Bridge"
        assert added.kind == "add"
        assert first.kind == "new"

    def test_the_body(self):
        assert self.item().body == (
            "<p>The bridge was opened at dawn after three weeks of works.</p>\n<p>“It holds,” said the mayor.</p>\n"
            "<p>Nobody hurt</p>\n<p>No one was hurt.</p>"
        )


class TestFilesAsTheyCome:
    def test_several_messages_with_and_without_control_characters(self):
        assert len(parse(STORY + message())) == 2
        first, second = parse((STORY + message()).translate(None, bytes(range(9)) + b"\x11\x13\x16\x1f"))

        assert (first.guid, first.headline) == ("anpa:a0217:2026-11-22", "Bridge at Bilorich reopens after works")
        assert (second.guid, second.body) == ("anpa:b0300:2026-11-22", "<p>One.</p>")
        assert first.is_degraded

    def test_tables_keep_their_columns(self):
        [found] = parse(message(marks=b"\x13\x12", text=b"North 1   2\r\nSouth 33 44\r\n"))

        assert found.body == "<pre>North 1   2\nSouth 33 44</pre>"

    def test_a_teletype_message_on_one_line(self):
        [found] = parse(b"v2557 4 txx 613 1tvks\n\nBridge reopens\n\nBILORICH (TDE) -- It is op\x08pen.\n")

        assert (found.headline, found.names[0].name, found.urgency) == ("Bridge reopens", "txx", 4)
        assert found.guid.startswith("anpa:v2557:undated-")

    def test_a_line_that_was_not_closed_does_not_swallow_the_copy(self):
        [found] = parse(message(notes=b"^By ADA HOLM\r\n"))

        assert found.body == "<p>One.</p>"

    @pytest.mark.parametrize("payload", [b"Hello there", b"\x01", b""])
    def test_no_message_at_all(self, payload):
        with pytest.raises(ParseError):
            parse(payload)


class TestKindsAndEmbargoes:
    @pytest.mark.parametrize(
        ("keyword", "notes", "kind"),
        [
            ("BC-BI--Bridge, KILL", b"", "kill"),
            ("BC-BI--Bridge", b"^Eds: Corrects the day.<\r\n", "correction"),
            ("BC-BI--Bridge Advisory", b"", "advisory"),
            ("BC-BI--Bridge, 2nd Ld", b"", "update"),
            ("BC-BI--Killings in Bilorich", b"", "new"),
        ],
    )
    def test_words_say_the_kind(self, keyword, notes, kind):
        assert parse(message(keyword, notes=notes))[0].kind == kind

    def test_a_kill_is_held_for_a_person(self):
        assert parse(message("BC-BI--Bridge, KILL"))[0].pubstatus == "withheld"

    def test_an_embargo_in_a_note_holds(self):
        [found] = parse(message(notes=b"^Eds: EMBARGOED UNTIL 6 a.m. EST, Nov. 23, 2026.<\r\n"))

        assert found.embargo_until == datetime(2026, 11, 23, 11, 0, tzinfo=UTC)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, len(STORY)), st.binary(max_size=40), st.integers(0, 200))
def test_damaged_files_give_items_or_a_parse_error(at, noise, cut):
    try:
        found = parse(STORY[:at] + noise + STORY[at + cut :])
    except ParseError:
        return
    for item in found:
        assert isinstance(item, ParsedItem)
        check_item(item)


@pytest.mark.skipif(not corpus("anpa1312"), reason="no corpus here")
@pytest.mark.parametrize("path", corpus("anpa1312"), ids=lambda path: path.name)
def test_no_word_is_lost(path):
    payload = path.read_bytes()
    [found] = parse(payload)
    sent = payload.partition(b"\x02")[2].partition(b"\x03")[0].decode("latin-1").replace(" _ ", " ")
    kept = [
        plain_text(found.body),
        found.headline,
        found.dateline,
        found.ednote,
        found.byline,
        found.credit,
        found.title,
    ]
    assert words(sent) - words("\n".join(kept)) == {}
