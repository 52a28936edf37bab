from contextlib import suppress
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from newsroom.lib import xml
from wire.formats import ParsedItem, ParsedRelation, ParseError, Profile, RefusedItem, newsml_g2
from wire.tests.making import DOCUMENTS
from wire.tests.words import corpus, lost_words

BRIDGE = (DOCUMENTS / "bridge.newsmlg2.xml").read_bytes()
SPACE = b' xmlns="http://iptc.org/std/nar/2006-10-01/"'


def parse(payload, **facts):
    return newsml_g2.parse(payload, profile=Profile(**facts))


def one(meta="", about="<headline>H</headline>", content="", attributes='guid="a" version="1"', **facts):
    document = f"""<newsItem {attributes}><itemMeta>{meta}</itemMeta><contentMeta>{about}</contentMeta>
        <contentSet>{content}</contentSet></newsItem>"""
    [item] = parse(document.encode(), **facts)
    return item


def page(body):
    return one(content=f'<inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html></inlineXML>')


class TestAMessage:
    def text(self):
        return parse(BRIDGE)[1]

    def test_its_items_in_order(self):
        assert [item.guid for item in parse(BRIDGE)] == ["tidewire:pack", "tidewire:text", "tidewire:pic"]
        assert [item.item_type for item in parse(BRIDGE)] == ["composite", "text", "picture"]
        assert {item.sent_at for item in parse(BRIDGE)} == {datetime(2026, 11, 20, 7, 5, tzinfo=UTC)}
        assert {item.priority for item in parse(BRIDGE)} == {4}

    def test_the_management_of_a_text(self):
        item = self.text()

        assert (item.version, item.version_number, item.kind, item.pubstatus) == ("3", 3, "correction", "usable")
        assert (item.embargo_sent, item.embargo_until) == (
            "2026-11-20T12:00:00+01:00",
            datetime(2026, 11, 20, 11, tzinfo=UTC),
        )
        assert item.signals == ("sig:update", "sig:correction")
        assert (item.evolved_from, item.replaces) == ("tidewire:old", ())
        assert item.relations[:2] == (
            ParsedRelation("evolvedFrom", "tidewire:old", "7"),
            ParsedRelation("prevVersion", "tidewire:text", "2"),
        )
        assert item.expires_at == datetime(2026, 11, 27, tzinfo=UTC)
        assert item.alt_ids == (("tw:no", "91"),)

    def test_its_lines(self):
        item = self.text()

        assert (item.headline, item.title, item.slugline) == ("Bridge closed again", "Harbour", "bridge-vesthavn")
        assert (item.byline, item.dateline, item.credit) == ("By Nils Aune", "Vesthavn (tw) -", "Tidewire")
        assert (item.standfirst, item.language, item.urgency) == ("Cars must go round.", "en-GB", 2)
        assert (item.copyright_holder, item.copyright_notice, item.usage_terms) == (
            "Tidewire",
            "(c) Tidewire",
            "No archive",
        )
        assert (item.keywords, item.genres) == (("bridge",), ("Analyse",))

    def test_its_subjects_keep_unknown_codes_as_they_came(self):
        assert [(name.name, name.kind, name.code, name.relevance) for name in self.text().names] == [
            ("labour", "topic", "medtop:20000523", 80),
            ("", "topic", "xx:9", None),
            ("Ada Holm", "person", "", None),
            ("Norway", "place", "iso3166-1a2:NO", None),
        ]

    def test_its_body_is_the_story_alone(self):
        assert self.text().body == (
            "<div><p>Cars must go round.</p><p>The bridge is <b>closed</b> &amp; dark.</p>"
            "<h2>Detour</h2><ul><li>Go by Nordby</li></ul></div>"
        )

    def test_what_is_not_for_publication_is_in_no_other_field(self):
        item = self.text()

        assert item.ednote == "Corrects the length\nPictures follow"
        assert item.contacts == ("Nils Aune, 555 0101",)
        assert item.private_text.split("\n") == [
            "Not for publication",
            "Moe, 555 0102",
            "Moe, 555 0104",
            "tw na",
            "Moe, 555 0103",
        ]
        assert "555" not in item.body + item.ednote + item.public_note + item.standfirst

    def test_pictures_are_counted_once(self):
        package, text, picture = parse(BRIDGE)
        [own] = picture.pictures

        assert (own.href, own.caption, own.credit, own.byline) == (
            *("https://p.example/l.jpg", "The bridge at dusk", "Tidewire/Moe", "Berit Moe"),
        )
        assert len(own.renditions) == 2
        assert [found.guid for found in text.pictures] == ["tidewire:map"]
        assert package.pictures == (own,)

    def test_a_package_names_its_members_whatever_its_groups(self):
        relations = parse(BRIDGE)[0].relations

        assert relations == (ParsedRelation("member", "tidewire:text"), ParsedRelation("member", "tidewire:pic"))

    def test_a_missing_namespace_changes_nothing(self):
        assert parse(BRIDGE.replace(SPACE, b"")) == parse(BRIDGE)


class TestStatusAndEmbargo:
    @pytest.mark.parametrize(
        ("element", "status", "kind"),
        [
            ('<pubStatus qcode="stat:canceled"/>', "canceled", "kill"),
            ('<pubStatus qcode="stat:withheld"/>', "withheld", "new"),
            ('<pubStatus qcode="my:released"/>', "unknown", "new"),
            ("<pubStatus/>", "unknown", "new"),
            ("<pubStatus>usable</pubStatus>", "usable", "new"),
            ('<pubStatus qcode="stat:usable"/><pubStatus qcode="stat:canceled"/>', "canceled", "kill"),
            ("", "usable", "new"),
        ],
    )
    def test_what_is_strange_is_not_usable(self, element, status, kind):
        item = one(element)

        assert (item.pubstatus, item.kind) == (status, kind)

    def test_an_empty_embargo_holds_unless_the_source_sends_it_always(self):
        assert (one("<embargoed/>").embargo_sent, one("<embargoed/>").embargo_is_open) == ("", True)
        assert not one("<embargoed/>", empty_embargo_holds=False).states_embargo

    def test_an_embargo_in_words_holds(self):
        assert one("<embargoed>until noon</embargoed>").embargo_is_open

    def test_a_source_has_signals_of_its_own(self):
        assert one('<signal qcode="tw:oops"/>', signal_kinds={"tw:oops": "correction"}).kind == "correction"

    @pytest.mark.parametrize("element", ['<signal qcode="other:Correction"/>', '<role qcode="other:corrected"/>'])
    def test_under_an_unknown_alias_the_word_counts(self, element):
        assert one(element).kind == "correction"

    def test_a_replaced_number_is_what_this_one_replaces(self):
        item = one('<signal qcode="tt_sig:replace"/><altId type="tt:refuno">t1234</altId>')

        assert (item.replaces, item.story_key, item.kind) == (("t1234",), "t1234", "update")


class TestBodies:
    def test_nitf_inside(self):
        body = (
            "<body><body.head><byline>By A</byline></body.head><body.content><hl2>X</hl2><p>Y</p></body.content></body>"
        )
        item = one(content=f"<inlineXML><nitf>{body}</nitf></inlineXML>")

        assert (item.body, item.byline) == ("<h2>X</h2><p>Y</p>", "By A")

    def test_html_in_cdata_and_plain_text(self):
        assert (
            one(content="<inlineData contenttype='text/html'><![CDATA[<p>A &amp; B</p>]]></inlineData>").body
            == "<p>A &amp; B</p>"
        )
        assert one(content="<inlineData>A &amp; B\n\nC</inlineData>").body == "<p>A &amp; B</p><p>C</p>"
        assert one(content="<inlineXML><![CDATA[<p>A</p>]]></inlineXML>").body == "<p>A</p>"

    def test_scripts_and_pictures_inside_are_left_out(self):
        assert page("<script>x()</script><p>A<img src='x'/></p><p>B</p>").body == "<p>A</p><p>B</p>"

    def test_the_title_of_the_page_is_not_repeated(self):
        assert page("<h1>H</h1><p>A</p>").body == "<p>A</p>"
        assert page("<h1>Other</h1><p>A</p>").body == "<h2>Other</h2><p>A</p>"

    def test_base_64_is_read(self):
        assert one(content='<inlineData encoding="encd:base64">QSAmIEI=</inlineData>').body == "<p>A &amp; B</p>"


class TestDialects:
    def test_reuters(self):
        item = one(
            '<itemClass qcode="icls:text" msgType="S"/><provider literal="reuters.com"/><signal qcode="edStat:U"/>'
            '<signal qcode="var:itemEvol"/><link rel="irel:seeAlso" residref="tag:reuters.com,2026:x" version="5"/>',
            "<headline>H</headline><creator><name>A. Aune</name></creator><dateline>VESTHAVN</dateline>",
            attributes='guid="tag:reuters.com,2026:newsml_L1N" version="1618095828"',
        )

        assert (item.guid, item.version_number, item.kind) == ("tag:reuters.com,2026:newsml_L1N", 1618095828, "update")
        assert (item.byline, item.dateline) == ("A. Aune", "VESTHAVN")

    def test_stt_links_by_guidref(self):
        item = one('<signal qcode="update:append-major-content"/><link guidref="urn:newsml:stt.fi:1" version="3"/>')

        assert item.relations == (ParsedRelation("link", "urn:newsml:stt.fi:1", "3"),)
        assert item.kind == "update"

    def test_apa_has_titles_and_subtitles(self):
        item = one(
            '<signal qcode="apaind:bild"/>',
            '<headline role="apahltype:subtitle">Sub</headline><headline role="apahltype:title">Main</headline>',
        )

        assert (item.headline, item.title, item.kind) == ("Main", "Sub", "new")

    def test_tt_says_which_story_it_is(self):
        about = '<contentMetaExtProperty type="ttext:originaltransmissionreference" literal="879f"/>'

        assert one(about=about).story_key == "879f"

    def test_a_package_has_the_pictures_it_links_to_and_those_it_refers_to_each_once(self):
        picture = '<itemClass qcode="ninat:picture"/>'
        [package] = parse(
            f"""<packageItem guid="p"><itemMeta>{picture}<link rel="irel:seeAlso" residref="a">{picture}</link></itemMeta>
            <groupSet><group><itemRef residref="a">{picture}</itemRef><itemRef residref="b">{picture}</itemRef></group></groupSet>
            </packageItem>""".encode()
        )

        assert [found.guid for found in package.pictures] == ["a", "b"]
        assert package.item_type == "composite"

    def test_times_without_a_zone_are_local_to_the_source(self):
        item = one("<versionCreated>2026-07-11 18:33</versionCreated>", zone=ZoneInfo("Europe/Rome"))

        assert item.version_created_at == datetime(2026, 7, 11, 16, 33, tzinfo=UTC)

    def test_concepts_are_named_where_an_item_asserts_them(self):
        [item] = parse(
            b"<newsItem guid='a'><itemMeta/><contentMeta><subject qcode='apperson:1' type='cpnat:person'/></contentMeta>"
            b"<assert qcode='apperson:1'><name>Ada Holm</name></assert></newsItem>"
        )

        assert [(name.name, name.kind, name.code) for name in item.names] == [("Ada Holm", "person", "apperson:1")]

    def test_a_note_to_editors_says_what_signals_do_not(self):
        assert one("<edNote>MANDATORY KILL</edNote>").kind == "kill"
        assert one('<edNote>Corrects name</edNote><signal qcode="sig:update"/>').kind == "update"

    def test_a_notebook_in_plain_text_is_cut_off(self):
        item = one(
            content="<inlineData>Story.\n\nThe following information is not for publication\n\nMoe, 555 0109</inlineData>"
        )

        assert item.body == "<p>Story.</p>"
        assert "555 0109" in item.private_text


class TestOddDocuments:
    def test_a_version_that_was_not_sent_is_the_first(self):
        item = one(attributes='guid="a"')

        assert (item.version, item.version_sent, item.version_number) == ("1", "", 1)

    def test_an_item_without_a_headline_says_so(self):
        item = one(about="")

        assert item.headline == "(No headline) a"
        assert item.headline_is_stand_in

    def test_an_item_without_a_guid_is_refused_beside_others(self):
        both = b"<newsMessage><itemSet><newsItem><itemMeta/></newsItem><newsItem guid='b'><itemMeta/></newsItem></itemSet></newsMessage>"
        refused, item = parse(both)

        assert isinstance(refused, RefusedItem)
        assert item.guid == "b"

    def test_a_package_without_a_guid_is_known_by_its_first_member(self):
        [package] = parse(
            b"<packageItem><itemMeta/><groupSet><group><itemRef residref='x'/></group></groupSet></packageItem>"
        )

        assert (package.guid, package.relations) == ("package:x", (ParsedRelation("member", "x"),))

    def test_undeclared_prefixes_are_repaired(self):
        [item] = parse(b"<newsItem xsi:type='x' guid='a'><itemMeta><n:title>T</n:title></itemMeta></newsItem>")

        assert (item.title, item.is_degraded) == ("T", True)

    def test_a_message_may_say_the_language_of_its_items(self):
        [item] = parse(
            b"<newsMessage xml:lang='fi'><itemSet><newsItem guid='a'><itemMeta/></newsItem></itemSet></newsMessage>"
        )

        assert item.language == "fi"

    def test_capitals_make_no_difference(self):
        [item] = parse(b"<newsMessage><Header><sent>2026-11-20T08:00:00Z</sent></Header><itemSet><newsItem guid='a'><itemMeta/></newsItem></itemSet></newsMessage>")  # fmt: skip

        assert item.sent_at == datetime(2026, 11, 20, 8, tzinfo=UTC)

    def test_of_a_cut_document_the_last_item_is_refused(self):
        cut = BRIDGE[: BRIDGE.index(b"The bridge at dusk")]
        package, text, picture = parse(cut)

        assert isinstance(text, ParsedItem)
        assert isinstance(picture, RefusedItem)
        assert package.guid == "tidewire:pack"

    @pytest.mark.parametrize("payload", [b"<rss/>", b"<newsMessage/>", b"<newsMessage><itemSet/></newsMessage>", b"no"])
    def test_other_documents_are_errors(self, payload):
        with pytest.raises(ParseError):
            parse(payload)


def _body_of(item):
    """Return the text of the story in a source's element: the main section where one is marked."""
    sections = [part for part in item.iter("{*}section") if (part.get("class") or "").startswith("main")]
    bodies = [part for part in item.iter("{*}body", "{*}body.content", "body.content") if len(part)]
    found = sections or [part for part in bodies if etree.QName(part).localname == "body.content"] or bodies
    return " ".join(text for part in found for text in part.itertext())


@pytest.mark.skipif(not corpus("newsmlg2"), reason="no corpus here")
class TestTheCorpus:
    @pytest.mark.parametrize("path", corpus("newsmlg2"), ids=lambda path: path.name)
    def test_no_word_of_a_body_is_lost(self, path):
        payload = path.read_bytes()
        elements = {element.get("guid"): element for element in xml.parse(payload).root.iter("{*}newsItem", "newsItem")}
        items = []
        with suppress(ParseError):
            items = parse(payload)

        lost = {item.guid: lost_words(_body_of(elements[item.guid]), item) for item in items if item.guid in elements}
        assert not any(lost.values()), lost


class TestHostileInput:
    @given(st.integers(0, len(BRIDGE)), st.integers(0, 300), st.binary(max_size=40))
    @settings(max_examples=60, deadline=None)
    def test_a_damaged_document_is_items_or_an_error(self, start, length, junk):
        items = []
        with suppress(ParseError):
            items = parse(BRIDGE[:start] + junk + BRIDGE[start + length :])

        assert all(isinstance(item, RefusedItem) or (item.version and item.headline) for item in items)

    def test_very_many_items_are_too_many(self):
        with pytest.raises(ParseError, match="at most"):
            parse(b"<newsMessage><itemSet>" + b"<newsItem/>" * 2001 + b"</itemSet></newsMessage>")
