from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from wire.formats import ParsedItem, ParsedNotice, ParsedRelation, ParseError, Profile, newsml1
from wire.formats.paragraphs import plain_text
from wire.tests.making import DOCUMENTS
from wire.tests.words import corpus, words

BRIDGE = (DOCUMENTS / "bilorich.newsml1.xml").read_bytes()


def parse(payload, **profile):
    return newsml1.parse(payload, profile=Profile(**profile))


def item(
    *,
    status="Usable",
    management="",
    revision="1",
    update="N",
    previous="0",
    component="<p>Text of it.</p>",
    lines=None,
):
    """Return the only item of a document made of these pieces."""
    head = "<HeadLine>Ferry leaves</HeadLine>" if lines is None else lines
    [found] = parse(
        f"""<NewsML Version="1.2"><NewsItem xml:lang="en"><Identification><NewsIdentifier>
        <ProviderId>tide.example</ProviderId><DateId>20261122</DateId><NewsItemId>A-1</NewsItemId>
        <RevisionId PreviousRevision="{previous}" Update="{update}">{revision}</RevisionId>
        </NewsIdentifier></Identification><NewsManagement><NewsItemType FormalName="News"/>
        <ThisRevisionCreated>20261122T091200Z</ThisRevisionCreated>
        <Status FormalName="{status}"/>{management}</NewsManagement><NewsComponent><NewsLines>{head}</NewsLines>
        <ContentItem><MediaType FormalName="Text"/><DataContent>{component}</DataContent></ContentItem>
        </NewsComponent></NewsItem></NewsML>""".encode()
    )
    return found


class TestADocumentOfTwoItems:
    """It declares Latin-1 and is UTF-8, and has the DOCTYPE that ATS and Kyodo send."""

    def first(self):
        return parse(BRIDGE)[0]

    def test_identity_without_the_revision(self):
        first = self.first()

        assert first.guid == "urn:newsml:tide.example:20261122:TX-7"
        assert (first.version, first.version_sent, first.version_number) == ("2", "2", 2)
        assert ("publicIdentifier", "urn:newsml:tide.example:20261122:TX-7:2N") in first.alt_ids

    def test_lines_and_body(self):
        first = self.first()

        assert first.headline == "Le pont de Bilorich est rouvert"
        assert first.standfirst == "Trois semaines de travaux"
        assert first.byline == "Par Élodie Marchetier"
        assert first.dateline == "Bilorich, 22 nov 2026 (Tide) -"
        assert (first.credit, first.copyright_notice, first.usage_terms) == (
            "Tide",
            "© Tide 2026",
            "Sans limite de temps",
        )
        assert first.ednote == "CORRIGE la date au 2e paragraphe"
        assert "<p>Le pont de Bilorich a été rouvert à l’aube.</p>" in first.body
        assert "Trois semaines</h" in first.body
        assert "<em>trois</em>" in first.body
        assert "CORRIGE" not in first.body
        assert (first.item_type, first.language, first.slugline) == ("text", "fr", "Bilorich-pont")

    def test_times_urgency_and_priority(self):
        first = self.first()

        assert first.version_created_at == datetime(2026, 11, 22, 8, 10, tzinfo=UTC)
        assert first.first_created_at == datetime(2026, 11, 22, 7, 0, tzinfo=UTC)
        assert first.sent_at == datetime(2026, 11, 22, 8, 15, tzinfo=UTC)
        assert (first.urgency, first.priority) == (3, 2)

    def test_an_instruction_is_the_kind_and_a_notice_to_the_revision_before(self):
        first = self.first()

        assert first.kind == "correction"
        assert first.notices == (ParsedNotice("urn:newsml:tide.example:20261122:TX-7", "canceled", "1"),)
        assert first.pubstatus == "usable"

    def test_what_it_was_made_of_and_what_belongs_to_it(self):
        first = self.first()

        assert first.evolved_from == "urn:newsml:tide.example:20261121:TX-2"
        assert ParsedRelation("derivedFrom", "urn:newsml:tide.example:20261121:TX-2") in first.relations
        assert ParsedRelation("seeAlso", "urn:newsml:tide.example:20261122:PH-1") in first.relations

    def test_every_code_is_a_subject_once_and_places_and_people_are_names(self):
        first = self.first()

        topics = [(name.code, name.name) for name in first.names if name.kind == "topic"]
        assert topics == [("subj:03000000", "disaster and accident"), ("subj:03015000", "03015000")]
        assert [name.name for name in first.names if name.kind == "place"] == ["Bilorich"]
        assert [name.name for name in first.names if name.kind == "person"] == ["Ada Holm"]
        assert first.keywords == ("pont",)
        assert first.genres == ("Article",)

    def test_the_sizes_of_a_picture_are_one_picture(self):
        bridge, workers = self.first().pictures

        assert (bridge.href, bridge.caption, bridge.byline) == ("pont.jpg", "Le pont à l’aube", "Jon Vik")
        assert [part.href for part in bridge.renditions] == ["pont.jpg", "pont-q.jpg", "pont-t.jpg"]
        assert (bridge.renditions[0].width_px, bridge.renditions[0].size_bytes) == (3000, 900000)
        assert (workers.href, workers.caption) == ("ouvriers.jpg", "Les ouvriers")

    def test_a_bilingual_item_becomes_two_that_name_each_other(self):
        _, dutch, french = parse(BRIDGE)

        assert (dutch.language, dutch.headline) == ("nl", "Brug in Bilorich weer open")
        assert (french.language, french.headline) == ("fr", "Pont de Bilorich rouvert")
        assert dutch.guid == "urn:newsml:tide.example:20261122:TX-8"
        assert french.guid == "urn:newsml:tide.example:20261122:TX-8:fr"
        assert "rouvert" not in dutch.body
        assert "brug" not in french.body
        assert len(dutch.pictures) == len(french.pictures) == 1
        assert ParsedRelation("translation", french.guid, "1") in dutch.relations
        assert ParsedRelation("translation", dutch.guid, "1") in french.relations


class TestStatusAndEmbargo:
    UNTIL = '<StatusWillChange><FutureStatus FormalName="{}"/><DateAndTime>20261123T060000+0100</DateAndTime></StatusWillChange>'

    def test_an_embargo_lasts_until_the_status_changes(self):
        found = item(status="Embargoed", management=self.UNTIL.format("Usable"))

        assert found.embargo_sent == "20261123T060000+0100"
        assert found.embargo_until == datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
        assert found.status_sent == "Embargoed"

    @pytest.mark.parametrize("change", ["", UNTIL.format("Canceled")])
    def test_an_embargo_without_an_end_holds(self, change):
        found = item(status="embargoed", management=change)

        assert found.embargo_is_open
        assert found.embargo_sent == ""

    def test_a_usable_item_that_becomes_usable_later_is_held(self):
        assert item(management=self.UNTIL.format("Usable")).embargo_until == datetime(2026, 11, 23, 5, 0, tzinfo=UTC)

    def test_a_usable_item_that_will_be_canceled_expires(self):
        found = item(management=self.UNTIL.format("Canceled"))

        assert found.expires_at == datetime(2026, 11, 23, 5, 0, tzinfo=UTC)
        assert not found.states_embargo

    @pytest.mark.parametrize(
        ("sent", "read"),
        [
            ("Usable", "usable"),
            ("USABLE", "usable"),
            ("Withheld", "withheld"),
            ("Cancelled", "canceled"),
            ("OPEN", "unknown"),
        ],
    )
    def test_a_status_is_read_strictly(self, sent, read):
        assert item(status=sent).pubstatus == read

    def test_a_kill(self):
        found = item(
            status="Canceled", revision="3", previous="2", update="A",
            management='<Instruction FormalName="Kill"><RevisionStatus><Status FormalName="Canceled"/></RevisionStatus></Instruction>',
        )  # fmt: skip

        assert (found.kind, found.pubstatus, found.is_patch) == ("kill", "canceled", True)
        assert found.notices == (ParsedNotice(found.guid, "canceled", "2"),)

    def test_an_embargo_in_a_line_of_words_holds(self):
        found = item(
            lines="<HeadLine>A</HeadLine><NewsLine><NewsLineType FormalName='EmbargoLine'/>"
            "<NewsLineText>until Monday</NewsLineText></NewsLine>"
        )

        assert found.embargo_is_open


class TestKinds:
    def test_a_later_revision_is_an_update(self):
        assert item(revision="2", previous="1").kind == "update"
        assert item().kind == "new"

    def test_the_source_says_what_its_instructions_mean(self):
        instruction = '<Instruction FormalName="Rectify"/>'
        assert item(management=instruction).kind == "correction"

    def test_a_shouted_word_before_the_headline(self):
        assert item(lines="<HeadLine>CORRECTION Ferry leaves at noon</HeadLine>").kind == "correction"
        assert item(lines="<HeadLine>Police kill a bear</HeadLine>").kind == "new"


class TestBodies:
    @pytest.mark.parametrize(
        ("sent", "html"),
        [
            ("<![CDATA[<p>One &amp; two</p>]]>", "<p>One &amp; two</p>"),
            ("One line.\n\nAnother &lt; line.", "<p>One line.</p><p>Another &lt; line.</p>"),
            ('<html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body><p>In <b>X</b></p></body></html>', "<p>In <b>X</b></p>"),
            ("&lt;nitf&gt;&lt;body&gt;&lt;body.content&gt;&lt;p&gt;In N&lt;/p&gt;&lt;/body.content&gt;&lt;/body&gt;&lt;/nitf&gt;", "<p>In N</p>"),
        ],
    )  # fmt: skip
    def test_every_way_to_send_one(self, sent, html):
        assert item(component=sent).body == html

    def test_the_first_paragraph_stands_in_for_an_empty_headline(self):
        found = item(lines="<HeadLine/>", component="<p>Ferry sinks off Port Aldine</p><p>More soon.</p>")

        assert found.headline == "Ferry sinks off Port Aldine"
        assert not found.headline_is_stand_in
        assert any("No headline" in warning for warning in found.warnings)

    def test_a_patch_says_that_the_text_before_stands(self):
        payload = BRIDGE.replace(b'Update="N">2<', b'Update="U">2<')

        assert parse(payload)[0].is_patch

    def test_an_item_that_is_a_picture(self):
        [found] = parse(
            b"<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>t</ProviderId><DateId>1</DateId>"
            b"<NewsItemId>2</NewsItemId></NewsIdentifier></Identification><NewsComponent>"
            b"<NewsLines><HeadLine>Dawn</HeadLine></NewsLines><NewsComponent><Role FormalName='Caption'/><ContentItem>"
            b"<DataContent><p>The harbour at dawn</p></DataContent></ContentItem></NewsComponent>"
            b'<NewsComponent><Role FormalName="HighResolution"/><ContentItem Href="a.jpg"><MediaType FormalName="Photo"/>'
            b"</ContentItem></NewsComponent></NewsComponent></NewsItem></NewsML>"
        )

        assert (found.item_type, found.headline, len(found.pictures)) == ("picture", "Dawn", 1)
        assert found.pictures[0].caption == "The harbour at dawn"
        assert found.body == "<p>The harbour at dawn</p>"

    def test_contacts_style_sheets_and_notebooks_are_no_body(self):
        part = '<NewsComponent><Role FormalName="{}"/><ContentItem><DataContent><p>{}</p></DataContent></ContentItem></NewsComponent>'
        parts = [("Body", "The copy."), ("Contact", "Phone 555 0100"), ("StyleSheet", "p {}"), ("Notebook", "Ring Ada")]
        inner = "".join(part.format(role, text * 9) for role, text in parts)
        [found] = parse(
            f"<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>H</HeadLine></NewsLines>{inner}</NewsComponent></NewsItem></NewsML>".encode()
        )

        assert "The copy." in found.body
        assert "555" not in found.body
        assert "Ada" not in found.body
        assert "555 0100" in found.contacts[0]
        assert "Ring Ada" in found.private_text


class TestPicturesOfOneComponent:
    @staticmethod
    def count(*contents, around=""):
        parts = "".join(
            f'<ContentItem Href="{href}"><MimeType FormalName="image/jpeg"/><Characteristics>'
            f'<Property FormalName="Width" Value="{width}"/><Property FormalName="Height" Value="{height}"/>'
            "</Characteristics></ContentItem>"
            for href, width, height in contents
        )
        [found] = parse(
            "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>H</HeadLine></NewsLines>"
            f"<NewsComponent>{around}{parts}</NewsComponent></NewsComponent></NewsItem></NewsML>".encode()
        )
        return len(found.pictures)

    def test_files_of_other_names_are_other_pictures(self):
        assert self.count(("a.jpg", "", ""), ("b.jpg", "", "")) == 2
        assert self.count(("photo1.jpg", 300, 200), ("photo2.jpg", 300, 200)) == 2

    def test_sizes_of_one_are_one(self):
        assert self.count(("a.jpg", "", ""), ("a_t.jpg", "", "")) == 1
        assert self.count(("a-l.jpg", 3000, 2000), ("a-s.jpg", 300, 200)) == 1
        assert (
            self.count(("a.jpg", "", ""), ("b.jpg", "", ""), around="<BasisForChoice>./ContentItem</BasisForChoice>")
            == 1
        )


class TestDocuments:
    def test_an_item_of_very_many_languages_is_one_item(self):
        part = '<NewsComponent xml:lang="a{}"><NewsLines><HeadLine>H{}</HeadLine></NewsLines></NewsComponent>'
        inner = "".join(part.format(at, at) for at in range(500))

        assert len(parse(f"<NewsML><NewsItem><NewsComponent>{inner}</NewsComponent></NewsItem></NewsML>".encode())) == 1

    def test_a_namespace_changes_nothing(self):
        spaced = BRIDGE.replace(b"<NewsML>", b'<NewsML xmlns="http://iptc.org/std/NewsML/2003-10-10/">')

        assert parse(spaced) == parse(BRIDGE)

    def test_items_within_items_are_items(self):
        inner = (
            "<NewsItem><Identification><NewsIdentifier><ProviderId>t</ProviderId><DateId>1</DateId><NewsItemId>{}"
            "</NewsItemId></NewsIdentifier></Identification><NewsComponent><NewsLines><HeadLine>H{}</HeadLine></NewsLines>{}"
            "</NewsComponent></NewsItem>"
        )
        outer, within = parse(f"<NewsML>{inner.format('a', 1, inner.format('b', 2, ''))}</NewsML>".encode())

        assert ParsedRelation("member", within.guid) in outer.relations
        assert (outer.headline, within.headline) == ("H1", "H2")
        assert outer.item_type == "composite"

    @pytest.mark.parametrize(
        ("payload", "code"),
        [(b"<NewsML/>", "no_items"), (b"no", "not_xml"), (b"<rss/>", "unknown_format"), (b"", "not_xml")],
    )
    def test_refusals(self, payload, code):
        with pytest.raises(ParseError) as error:
            parse(payload)

        assert error.value.code == code

    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(st.integers(0, len(BRIDGE)), st.binary(max_size=30), st.integers(0, 300))
    def test_damaged_documents_give_items_or_a_parse_error(self, at, noise, cut):
        try:
            found = parse(BRIDGE[:at] + noise + BRIDGE[at + cut :])
        except ParseError:
            return
        for one in found:
            repr(one).encode()
            if isinstance(one, ParsedItem):
                assert one.guid
                assert one.version
                assert one.headline.strip()


@pytest.mark.skipif(not corpus("newsml12"), reason="no corpus here")
@pytest.mark.parametrize("path", corpus("newsml12"), ids=lambda path: path.name)
def test_no_word_of_any_text_is_lost(path):
    root = etree.fromstring(path.read_bytes())
    texts = [" ".join(data.itertext()) for data in root.iter("{*}DataContent")]
    sent = " ".join(text for text in texts if ".bw" not in text)

    [found] = parse(path.read_bytes())
    kept = [
        plain_text(found.body),
        found.private_text,
        found.public_note,
        found.ednote,
        found.headline,
        found.standfirst,
    ]
    kept += [*found.contacts, *(picture.caption for picture in found.pictures)]
    assert words(sent).keys() - words("\n".join(kept)).keys() == set()
