import re
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from newsroom.lib import xml
from wire.formats import ParsedItem, ParsedNotice, ParseError, Profile, nitf
from wire.formats.paragraphs import plain_line
from wire.tests.making import DOCUMENTS
from wire.tests.words import corpus, lost_words

BRIDGE = (DOCUMENTS / "bridge.nitf.xml").read_bytes()


def parse(payload, **facts):
    [item] = nitf.parse(payload, profile=Profile(**facts))
    return item


def document(docdata="", body="<body.content><p>Text.</p></body.content>", status='management-status="usable"'):
    head = f'<head><docdata {status}><doc-id id-string="a"/>{docdata}</docdata></head>'
    return f"<nitf>{head}<body><body.head><hedline><hl1>H</hl1></hedline></body.head>{body}</body></nitf>".encode()


class TestAStory:
    def test_its_identity_and_management(self):
        item = parse(BRIDGE)

        assert (item.guid, item.version, item.version_number, item.story_key) == (
            "tidewire-91_02",
            "3",
            3,
            "bridge-vesthavn",
        )
        assert (item.kind, item.replaces, item.pubstatus, item.urgency) == ("correction", ("tidewire-90",), "usable", 2)
        assert item.version_created_at == datetime(2026, 11, 20, 7, tzinfo=UTC)
        assert item.expires_at == datetime(2026, 11, 27, tzinfo=UTC)
        assert item.notices == (ParsedNotice("tidewire-77", "withheld"),)
        assert (item.keywords, item.genres, item.profile) == (("bridge",), ("analysis",), "news")

    def test_its_lines(self):
        item = parse(BRIDGE)

        assert (item.headline, item.byline, item.dateline) == ("Bridge closed again", "By Nils Aune", "Vesthavn")
        assert (item.standfirst, item.language, item.credit) == ("Cars must go round.", "en-GB", "tidewire")
        assert (item.copyright_holder, item.usage_terms, item.public_note) == ("Tidewire", "No archive use", "Tidewire")
        assert [(name.name, name.code) for name in item.names] == [("transport", "04015001")]

    def test_its_body_is_plain_html(self):
        body = re.sub(r">\s+<", "><", parse(BRIDGE).body)

        assert body == (
            "<p>The bridge is 1 1/2 km long &amp; closed.</p><h2>Detour</h2><div><p>Go by Nordby, see "
            '<a href="https://www.tidewire.example/map">the map</a>.</p></div><p>The mayor speaks</p>'
            '<table><tr><th colspan="2">Day</th></tr><tr><td>Mon</td><td>8\xa0am</td></tr></table><pre>a\n b</pre>'
        )

    def test_renditions_are_one_picture(self):
        [picture] = parse(BRIDGE).pictures

        assert (picture.href, picture.caption, picture.credit) == ("large.jpg", "The bridge at dusk", "Tidewire/B. Moe")
        assert [rendition.width_px for rendition in picture.renditions] == [100, 2000]

    def test_what_is_for_editors_is_in_no_body(self):
        item = parse(BRIDGE)

        assert item.ednote == "Call the desk: 555 0100\nCorrects the length"
        assert item.private_text == "Aune is at 555 0101\n\nNot for publication: source is Aune"
        assert "555" not in item.body + item.public_note + item.standfirst

    def test_a_source_may_count_versions_at_the_end_of_the_guid(self):
        assert parse(BRIDGE, guid_suffix=r"_\d+").guid == "tidewire-91"


class TestStatusAndEmbargo:
    def test_a_release_at_the_time_of_issue_is_no_embargo(self):
        assert parse(BRIDGE).embargo_sent is None
        assert not parse(BRIDGE).states_embargo

    def test_a_later_release_is_one(self):
        item = parse(document('<date.issue norm="20261120T080000Z"/><date.release norm="20261120T100000Z"/>'))

        assert (item.embargo_sent, item.embargo_until) == ("20261120T100000Z", datetime(2026, 11, 20, 10, tzinfo=UTC))

    def test_a_release_that_cannot_be_read_holds(self):
        assert parse(document('<date.issue norm="20261120"/><date.release norm="soon"/>')).embargo_is_open

    def test_embargoed_without_a_release_is_open(self):
        item = parse(document(status='management-status="embargoed"'))

        assert (item.embargo_is_open, item.status_sent, item.pubstatus) == (True, "embargoed", "usable")

    @pytest.mark.parametrize(
        ("sent", "read"), [("canceled", "canceled"), ("Withheld", "withheld"), ("killed", "unknown")]
    )
    def test_other_statuses(self, sent, read):
        assert parse(document(status=f'management-status="{sent}"')).pubstatus == read

    def test_a_canceled_story_is_a_kill(self):
        assert parse(document(status='management-status="canceled"')).kind == "kill"

    @pytest.mark.parametrize(
        ("message", "kind"), [("MANDATORY KILL", "kill"), ("CORRECTS name", "correction"), ("With picture", "new")]
    )
    def test_a_message_to_editors_says_what_the_management_does_not(self, message, kind):
        assert parse(document(f'<ed-msg info="{message}"/>')).kind == kind


class TestOddDocuments:
    def test_a_namespace_changes_nothing(self):
        spaced = BRIDGE.replace(b"<nitf ", b'<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/" ')

        assert parse(spaced) == parse(BRIDGE)

    def test_a_document_without_an_id_is_known_by_its_key(self):
        item = parse(b'<nitf><head><docdata><doc-id regsrc="AP"/><du-key key="k"/></docdata></head><body/></nitf>')

        assert (item.guid, item.headline_is_stand_in) == ("nitf:AP:k", True)
        assert item.version

    def test_parts_of_a_byline_do_not_touch(self):
        head = "<body.head><byline>By JO SMITH<byttl>Tidewire</byttl></byline><dateline><location>Unnao</location></dateline></body.head>"
        item = parse(f"<nitf><body>{head}</body></nitf>".encode())

        assert (item.byline, item.dateline) == ("By JO SMITH Tidewire", "Unnao")

    def test_a_body_may_lack_its_content_element(self):
        assert parse(document(body="<p>One.</p><body.end><tagline>T</tagline></body.end>")).body == "<p>One.</p>"

    def test_text_without_paragraphs_gets_some(self):
        assert parse(document(body="<body.content>One.\n\nTwo.</body.content>")).body == "<p>One.</p><p>Two.</p>"
        assert parse(document(body="<body.content><![CDATA[<p>One.</p>]]></body.content>")).body == "<p>One.</p>"

    def test_a_cut_document_is_refused_for_what_was_lost_could_be_its_embargo(self):
        with pytest.raises(ParseError, match="breaks off"):
            parse(BRIDGE[: BRIDGE.index(b"Detour")])

    def test_a_slip_is_repaired_and_marked(self):
        item = parse(BRIDGE.replace(b"</block>", b""))

        assert item.is_degraded
        assert "Detour" in item.body

    def test_very_deep_markup_keeps_its_words(self):
        deep = "<block>" * 150 + "deep" + "</block>" * 150

        assert plain_line(parse(document(body=f"<body.content>{deep}</body.content>")).body) == "deep"

    def test_other_documents_are_refused(self):
        with pytest.raises(ParseError, match="no NITF"):
            nitf.parse(b"<rss/>", profile=Profile())


@pytest.mark.skipif(not corpus("nitf"), reason="no corpus here")
class TestTheCorpus:
    @pytest.mark.parametrize("path", corpus("nitf"), ids=lambda path: path.name)
    def test_no_word_of_a_body_is_lost(self, path):
        payload = path.read_bytes()
        root = xml.parse(payload).root
        bodies = [element for element in root.iter(etree.Element) if element.tag.endswith("body.content")]

        assert lost_words(" ".join(text for body in bodies for text in body.itertext()), parse(payload)) == []


class TestHostileInput:
    @given(st.integers(0, len(BRIDGE)), st.integers(0, 200), st.binary(max_size=40))
    @settings(max_examples=60, deadline=None)
    def test_a_damaged_document_is_items_or_an_error(self, start, length, junk):
        payload = BRIDGE[:start] + junk + BRIDGE[start + length :]
        items = []
        with suppress(ParseError):
            items = nitf.parse(payload, profile=Profile())

        assert all(isinstance(item, ParsedItem) and item.version and item.headline for item in items)
