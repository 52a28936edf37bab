import json
from datetime import UTC, datetime

import pytest

from wire.formats import ParseError, Profile, RefusedItem, jsonfeed, sniff
from wire.formats.item import ParsedRelation
from wire.tests.making import DOCUMENTS


def parse(payload):
    return jsonfeed.parse(payload, profile=Profile())


def document():
    return (DOCUMENTS / "harbour.jsonfeed.json").read_bytes()


class TestAFeedOfThreeEntries:
    def test_the_first_in_full(self):
        first = parse(document())[0]

        assert (first.guid, first.headline) == ("7", "Harbour & ferry: gale warning in force")
        assert first.body == '<p>Ships stay <a href="https://www.tidewire.example/port">in port</a>.</p>'
        assert (first.standfirst, first.byline, first.language) == ("Gale until Monday.", "Tidewire", "en-GB")
        assert [name.name for name in first.names] == ["Weather", "Shipping"]
        assert first.version_created_at == datetime(2026, 11, 20, 10, tzinfo=UTC)
        assert first.first_created_at == datetime(2026, 11, 20, 9, tzinfo=UTC)
        assert first.relations == (ParsedRelation("seeAlso", "https://harbour.example/notice"),)

    def test_each_picture_once_and_sound_never(self):
        pictures = parse(document())[0].pictures

        assert [picture.href[-6:] for picture in pictures] == ["/7.jpg", "7b.jpg"]
        assert pictures[1].caption == "Waves at the mole"

    def test_the_second_has_no_title_and_an_author_of_1_0(self):
        second = parse(document())[1]

        assert second.guid == "https://www.tidewire.example/8"
        assert (second.headline_is_stand_in, second.byline) == (True, "Ida Moe")
        assert second.body == "<p>One.</p><p>Two &lt; three.</p>"

    def test_what_is_no_object_is_refused_beside_the_others(self):
        assert isinstance(parse(document())[2], RefusedItem)


class TestShapes:
    def test_it_is_told_from_ninjs(self):
        assert sniff(document()) == "jsonfeed"
        assert sniff(b'{"version": "1.1", "feed_url": "x", "items": []}') == "jsonfeed"
        assert sniff(b'{"items": [{"uri": "a", "headline": "x"}]}') == "ninjs"

    @pytest.mark.parametrize(
        ("payload", "code"),
        [
            (b'{"items": []}', "no_items"),
            (b'{"items": {}}', "unknown_format"),
            (b"[]", "unknown_format"),
            (b'{"items": [', "not_json"),
            (json.dumps({"items": [{}] * 2001}).encode(), "too_many"),
        ],
    )
    def test_what_cannot_be_read_is_refused(self, payload, code):
        with pytest.raises(ParseError) as refusal:
            parse(payload)

        assert refusal.value.code == code

    def test_a_changed_text_is_another_version(self):
        changed = document().replace(b"Ships stay", b"Boats stay")

        assert parse(document())[0].version != parse(changed)[0].version
