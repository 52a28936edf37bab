import json
from datetime import UTC, datetime

import pytest

from wire.formats import ParsedRelation, ParseError, Profile, RefusedItem, ap, digitalwires, reuters, sniff
from wire.tests.making import DOCUMENTS


def document(name):
    return json.loads((DOCUMENTS / name).read_text())


def read(module, value, **profile):
    return module.parse(json.dumps(value).encode(), profile=Profile(**profile))


class TestDigitalwires:
    def item(self, **changes):
        [item] = read(digitalwires, {**document("harbour.digitalwires.json"), **changes})
        return item

    def test_identity_and_status(self):
        item = self.item()

        assert (item.guid, item.version, item.version_number) == ("urn:newsml:tidewire.example:1", "2", 2)
        assert (item.pubstatus, item.kind, item.signals) == ("usable", "correction", ("sig:correction",))
        assert item.embargo_until == datetime(2026, 11, 25, 5, tzinfo=UTC)
        assert item.embargo_sent == "2026-11-25T06:00:00+01:00"

    def test_words(self):
        item = self.item()

        assert (item.headline, item.slugline, item.standfirst) == ("Gale warning", "Weather", "Ships stay in port.")
        assert item.body == (
            '<section class="main"><p>The harbour is shut.</p></section>\n<ul><li>The notice</li></ul>'
        )
        assert (item.byline, item.dateline) == ("By Ida Moe", "Aldine (tw) -")

    def test_the_notebook_is_parted_in_public_and_private(self):
        item = self.item()

        assert "Pictures of the mole" in item.public_note
        assert "555" in item.private_text
        assert item.contacts == ("Desk: 556",)
        assert "Only for you" in item.private_text
        assert item.ednote == "Spelt Aldine."
        assert "555" not in item.body + item.public_note + item.ednote

    def test_names_and_pictures(self):
        item = self.item()

        assert [(name.name, name.kind, name.code) for name in item.names] == [
            ("Weather", "topic", "medtop:20000001"),
            ("Aldine", "place", ""),
            ("Gale", "topic", ""),
        ]
        [picture] = item.pictures
        assert (picture.guid, picture.href, picture.credit) == ("urn:p", "https://i.example/l.jpg", "Jon Hale")
        assert item.relations == (ParsedRelation("video", "urn:v", "1"),)

    def test_a_strange_status_is_unknown(self):
        assert self.item(pubstatus="open").pubstatus == "unknown"

    def test_entries_in_a_wrapper(self):
        found = read(digitalwires, {"entries": [document("harbour.digitalwires.json"), 3]})

        assert [isinstance(item, RefusedItem) for item in found] == [False, True]

    def test_it_is_told_from_ninjs(self):
        assert sniff((DOCUMENTS / "harbour.digitalwires.json").read_bytes()) == "digitalwires"


class TestTheMediaApi:
    def items(self):
        return read(ap, document("harbour.ap.json"))

    def test_identity_is_the_item_and_not_the_revision(self):
        first = self.items()[0]

        assert (first.guid, first.version, first.version_number) == ("abc", "0", 0)
        assert dict(first.alt_ids) == {"itemid": "abc", "etag": "abc_0a1", "friendlykey": "26"}
        assert (first.kind, first.pubstatus) == ("new", "usable")

    def test_words_and_where_the_text_is(self):
        first = self.items()[0]

        assert (first.headline, first.byline, first.dateline) == ("Gale warning", "By IDA MOE", "ALDINE, Fjordland")
        assert first.usage_terms == "Members only.\nNo archives."
        assert first.body == ""
        assert "https://api.example/nitf" in first.warnings[0]
        assert [name.name for name in first.names] == ["Weather", "Harbour office"]

    def test_its_pictures_and_what_hangs_on_it(self):
        first = self.items()[0]

        assert [picture.href for picture in first.pictures] == ["https://api.example/p.jpg"]
        assert first.relations == (ParsedRelation("association", "def", "1"),)

    @pytest.mark.parametrize(
        ("types", "kind", "pubstatus"),
        [
            (["Kill"], "kill", "canceled"),
            (["Elimination"], "kill", "canceled"),
            (["Corrective", "Writethru"], "correction", "usable"),
            (["Lead"], "update", "usable"),
            (["HoldForRelease"], "new", "withheld"),
            (["Advisory"], "advisory", "usable"),
        ],
    )
    def test_editorial_types_can_only_be_stricter(self, types, kind, pubstatus):
        item = {
            "altids": {"itemid": "a"},
            "version": 0,
            "headline": "H",
            "pubstatus": "usable",
            "editorialtypes": types,
        }

        [found] = read(ap, {"data": {"item": item}})

        assert (found.kind, found.pubstatus, found.status_sent) == (kind, pubstatus, "usable")

    def test_without_a_version_the_etag_is_one(self):
        [found] = read(ap, {"altids": {"itemid": "a", "etag": "a_1"}, "headline": "H"})

        assert (found.version, found.version_sent) == ("a_1", "")

    def test_it_is_told_from_ninjs(self):
        assert sniff((DOCUMENTS / "harbour.ap.json").read_bytes()) == "ap"


class TestReuters:
    def test_an_item_in_full(self):
        [item] = read(reuters, document("harbour.reuters.json"))

        assert (item.guid, item.version, item.urgency) == ("tag:reuters.example,2026:newsml_L1", "1618095828", 3)
        assert dict(item.alt_ids)["versionedguid"] == "tag:reuters.example,2026:newsml_L1:1618095828"
        assert (item.headline, item.slugline) == ("Gale warning", "HARBOUR/")
        assert item.body == "<p>The harbour is shut.</p>"
        assert [(name.name, name.code) for name in item.names] == [("Weather", "medtop:20000001")]
        assert item.pictures[0].href == "https://r.example/l.jpg"

    def test_items_of_a_search(self):
        inner = document("harbour.reuters.json")["data"]["item"]

        assert len(read(reuters, {"data": {"search": {"items": [inner, inner]}}})) == 2

    def test_it_is_told_from_ninjs(self):
        assert sniff((DOCUMENTS / "harbour.reuters.json").read_bytes()) == "reuters"


@pytest.mark.parametrize("module", [ap, digitalwires, reuters])
class TestWhatCannotBeRead:
    @pytest.mark.parametrize(
        ("payload", "code"),
        [
            (b"{", "not_json"),
            (b"[]", "no_items"),
            (b"{}", "unknown_format"),
            (b"3", "unknown_format"),
            (b'{"data": {"items": []}}', "no_items"),
            (b"[" + b"{}," * 2000 + b"{}]", "too_many"),
        ],
    )
    def test_it_is_refused_with_a_code(self, module, payload, code):
        with pytest.raises(ParseError) as refusal:
            module.parse(payload, profile=Profile())

        assert refusal.value.code == code

    def test_without_an_identifier_an_item_is_refused(self, module):
        empty = {"urn": "", "altids": {}, "usn": "", "headline": "H", "article_html": "x", "fragment": "y"}

        [refused] = read(module, empty)

        assert isinstance(refused, RefusedItem)
