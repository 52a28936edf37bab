import contextlib
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wire.formats import ParsedItem, ParseError, Profile, RefusedItem, mapped, mapping
from wire.formats.mapped import parse_with
from wire.formats.mapping import MappingError, read_mapping

MAPPINGS = Path(mapping.__file__).parent / "mappings"


def make(fields, *, format="xml", **more):
    return read_mapping(json.dumps({"format": format, "fields": {"guid": "id", "headline": "title", **fields}, **more}))


def one(document, fields, **more):
    [item] = parse_with(make(fields, **more), document.encode(), profile=Profile())
    return item


def xml(inner):
    return f"<r><id>1</id><title>T</title>{inner}</r>"


class TestTheSamples:
    def read(self, name, document):
        chosen = read_mapping((MAPPINGS / f"{name}.json").read_text())
        return parse_with(chosen, document.encode(), profile=Profile())

    def test_ritzau(self):
        [item] = self.read(
            "ritzau",
            "<RBNews><NewsID>77</NewsID><version>2</version><PublishDate>2026-11-20T10:00:00</PublishDate>"
            "<headline>Storm lukker havnen</headline><body>&lt;p&gt;Havnen er lukket.&lt;/p&gt;</body><priority>urgent</priority>"
            "<Replaces>76</Replaces><Status>Annulleret</Status><ServiceIPTC><IPTC code='medtop:20000001'>Vejr</IPTC></ServiceIPTC>"
            "<Image url='a.jpg'><Caption>Molen</Caption></Image></RBNews>",
        )

        assert (item.guid, item.version, item.replaces, item.urgency) == ("77", "2", ("76",), 2)
        assert (item.pubstatus, item.kind) == ("canceled", "kill")
        assert item.version_created_at == datetime(2026, 11, 20, 9, tzinfo=UTC)
        assert item.body == "<p>Havnen er lukket.</p>"
        assert [(name.name, name.code) for name in item.names] == [("Vejr", "medtop:20000001")]
        assert (item.pictures[0].href, item.pictures[0].caption) == ("a.jpg", "Molen")

    def test_europa_press(self):
        found = self.read(
            "europapress",
            "<NOTICIAS><NOTICIA><CODIGO>9</CODIGO><FECHA>20/11/2026</FECHA><HORA>10:30</HORA><TITULAR>Temporal en el puerto"
            "</TITULAR><CONTENIDO>Uno.\n\nDos &lt; tres.</CONTENIDO><SECCION>Clima</SECCION></NOTICIA><NOTICIA/></NOTICIAS>",
        )

        assert found[0].version_created_at == datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
        assert found[0].body == "<p>Uno.</p><p>Dos &lt; tres.</p>"
        assert (found[0].language, found[0].names[0].name) == ("es", "Clima")
        assert isinstance(found[1], RefusedItem)

    def test_cision(self):
        [item] = self.read(
            "cision",
            "<releases><release id='5' lang='en'><title>Harbour opens</title><htmlbody><![CDATA[<h2>A</h2><p>B</p>]]></htmlbody>"
            "<keywords>sea, port</keywords><contact>Ida Moe, 555</contact><images><image src='x.png'/></images></release></releases>",
        )

        assert (item.guid, item.language, item.keywords) == ("5", "en", ("sea", "port"))
        assert item.body == "<h2>A</h2><p>B</p>"
        assert item.contacts == ("Ida Moe, 555",)
        assert item.pictures[0].href == "x.png"


class TestPathsOfXml:
    @pytest.mark.parametrize(
        ("path", "headline"),
        [
            ("a/b", "one"),
            ("//b", "one"),
            ("a/b[2]", "two"),
            ("a/b[@k='y']", "two"),
            ("a[c='z']/b", "three"),
            ("a/@n", "N"),
            ("missing | a/b", "one"),
            ("/r/a/b", "one"),
            ("x:a/x:b/text()", "one"),
            ("a/*[2]", "two"),
        ],
    )
    def test_what_they_find(self, path, headline):
        document = "<r><id>1</id><a n='N'><b>one</b><b k='y'>two</b></a><a><b>three</b><c>z</c></a></r>"

        assert one(document, {"headline": path}).headline == headline

    @pytest.mark.parametrize(
        "path",
        [
            "count(//a)",
            "ancestor::a",
            "a//",
            "",
            "a/b[position()>1]",
            "a b",
            "//*[.//*]",
            "x" * 301,
            "/".join("a" * 21),
        ],
    )
    def test_what_is_more_than_a_path_is_refused(self, path):
        with pytest.raises(MappingError, match="headline"):
            make({"headline": path})

    def test_a_mapping_that_takes_too_many_steps_is_stopped(self):
        document = xml("<a>" * 200 + "<b/>" * 5000 + "</a>" * 200)

        with pytest.raises(ParseError, match="steps"):
            one(document, {"byline": "//*//*//*//*[x='y']"})


class TestPathsOfJson:
    @pytest.mark.parametrize(
        ("path", "headline"),
        [
            ("a.b", "one"),
            ("list[].v", "x"),
            ("list[1].v", "y"),
            ("list[k=2].v", "y"),
            ('"a.b"', "dotted"),
            ("nothing | A.B", "one"),
        ],
    )
    def test_what_they_find(self, path, headline):
        document = {"id": 1, "a": {"b": "one"}, "a.b": "dotted", "list": [{"v": "x", "k": 1}, {"v": "y", "k": 2}]}

        assert one(json.dumps(document), {"headline": path}, format="json").headline == headline

    def test_items_and_every_kind_of_field(self):
        document = {
            "data": [
                {
                    "id": 7,
                    "title": "T",
                    "paragraphs": ["One.", "Two < three."],
                    "when": "20.11.2026 10:00",
                    "tags": [{"label": "Sea", "id": "s"}],
                    "img": [{"u": "a.jpg", "c": "Mole"}],
                    "state": "HOLD",
                    "until": "",
                }
            ]
        }
        fields = {
            "body": {"path": "paragraphs[]", "as": "text"},
            "version_created_at": {"path": "when", "format": "%d.%m.%Y %H:%M", "zone": "Europe/Oslo"},
            "topics": {"each": "tags[]", "name": "label", "code": "id"},
            "pictures": {"each": "img[]", "href": "u", "caption": "c"},
            "pubstatus": {"path": "state", "table": {"ok": "usable", "hold": "withheld"}},
            "embargo": "until",
        }

        item = one(json.dumps(document), fields, format="json", items="data[]")

        assert (item.guid, item.body) == ("7", "<p>One.</p>\n<p>Two &lt; three.</p>")
        assert item.version_created_at == datetime(2026, 11, 20, 9, tzinfo=UTC)
        assert item.version == "2026-11-20T09:00:00+00:00"
        assert (item.names[0].name, item.names[0].code, item.pictures[0].caption) == ("Sea", "s", "Mole")
        assert (item.pubstatus, item.status_sent) == ("withheld", "withheld")
        assert (item.embargo_sent, item.embargo_is_open) == ("", True)


class TestValues:
    def test_a_status_the_table_does_not_know_is_unknown(self):
        item = one(xml("<s>odd</s>"), {"pubstatus": {"path": "s", "table": {"ok": "usable"}}})

        assert item.pubstatus == "unknown"

    def test_an_embargo_that_came_empty_holds_and_none_does_not(self):
        assert one(xml("<e/>"), {"embargo": "e"}).embargo_is_open
        assert not one(xml(""), {"embargo": "e"}).states_embargo

    def test_an_embargo_in_its_own_spelling(self):
        rule = {"path": ["d", "t"], "format": "%d.%m.%Y %H.%M"}

        item = one(xml("<d>25.11.2026</d><t>06.00</t>"), {"embargo": rule}, zone="Europe/Oslo")

        assert item.embargo_until == datetime(2026, 11, 25, 5, tzinfo=UTC)

    def test_elements_become_markup_and_all_values_may_be_joined(self):
        item = one(
            xml("<b><p>One <i>two</i></p></b><w>A</w><w>B</w>"), {"body": "b", "byline": {"path": "w", "join": ", "}}
        )

        assert item.body == "<p>One <i>two</i></p>"
        assert item.byline == "A, B"

    def test_a_path_alone_is_the_name_or_the_address(self):
        item = one(xml("<k>Sea</k><k>Wind</k><i u='a.jpg'/>"), {"topics": "k", "pictures": "i/@u"})

        assert [name.name for name in item.names] == ["Sea", "Wind"]
        assert item.pictures[0].href == "a.jpg"

    def test_text_for_the_desk_goes_nowhere_else(self):
        item = one(xml("<n>Phone 555</n><b>Text</b>"), {"private_text": "n", "body": "b"})

        assert (item.private_text, item.body) == ("Phone 555", "<p>Text</p>")

    def test_the_same_words_are_the_same_version(self):
        versions = [one(xml(f"<b>{words}</b>"), {"body": "b"}).version for words in ("a", "a", "b")]

        assert versions[0] == versions[1] != versions[2]


class TestMappingsWithMistakes:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("{", "no valid JSON"),
            ("[]", "JSON object"),
            ('{"format": "yaml", "fields": {"guid": "a"}}', "xml or json"),
            ('{"format": "xml"}', "fields"),
            ('{"format": "xml", "fields": {"guid": "a"}, "more": 1}', "more"),
            ('{"format": "xml", "fields": {"guid": "a", "colour": "b"}}', "no field “colour”"),
            ('{"format": "xml", "fields": {"guid": 3}}', "guid"),
            ('{"format": "xml", "fields": {"guid": {}}}', "needs a path"),
            ('{"format": "xml", "fields": {"guid": {"path": "a", "regex": "b"}}}', "regex"),
            ('{"format": "xml", "fields": {"guid": {"path": []}}}', "guid"),
            ('{"format": "xml", "fields": {"guid": {"path": "a", "table": [1]}}}', "table"),
            ('{"format": "xml", "zone": "Moon", "fields": {"guid": "a"}}', "time zone"),
            (
                '{"format": "xml", "fields": {"guid": "a", "sent_at": {"path": "b", "format": "%Q"}}}',
                "format of a date",
            ),
            ('{"format": "xml", "fields": {"guid": "a", "body": {"path": "b", "as": "rtf"}}}', "as is one of"),
            ('{"format": "xml", "fields": {"guid": "a", "topics": {"each": "b", "name": 3}}}', "topics"),
        ],
    )
    def test_they_are_refused_with_a_sentence(self, text, words):
        with pytest.raises(MappingError, match=words) as refusal:
            read_mapping(text)

        assert str(refusal.value).endswith(".")


class TestDocumentsThatDoNotFit:
    @pytest.mark.parametrize(
        ("payload", "code"),
        [
            (b"<r/>", "no_items"),
            (b"words", "not_xml"),
            (b"<x>" + b"<i/>" * 2001 + b"</x>", "too_many"),
            (b"", "not_xml"),
        ],
    )
    def test_they_are_refused_with_a_code(self, payload, code):
        with pytest.raises(ParseError) as refusal:
            parse_with(make({}, items="i"), payload, profile=Profile())

        assert refusal.value.code == code

    @settings(max_examples=60, deadline=None)
    @given(st.data())
    def test_damaged_documents_give_items_or_a_parse_error(self, data):
        chosen = read_mapping((MAPPINGS / "ritzau.json").read_text())
        document = bytearray(
            b"<RBNews><NewsID>7</NewsID><headline>H</headline><body>&lt;p>x</body><Image url='a'/></RBNews>"
        )
        for place in data.draw(st.lists(st.integers(0, len(document) - 1), max_size=5)):
            document[place] = data.draw(st.integers(0, 255))

        try:
            found = mapped.parse_with(chosen, bytes(document), profile=Profile())
        except ParseError:
            return
        assert all(isinstance(item, ParsedItem | RefusedItem) for item in found)

    @settings(max_examples=60, deadline=None)
    @given(st.text(max_size=40))
    def test_any_path_is_read_or_refused(self, text):
        for format in ("xml", "json"):
            with contextlib.suppress(MappingError):
                make({"headline": text}, format=format)
