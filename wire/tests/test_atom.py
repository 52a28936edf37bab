from datetime import UTC, datetime

import pytest

from wire.formats import ParseError, Profile, atom, sniff
from wire.formats.item import ParsedRelation
from wire.tests.making import DOCUMENTS


def parse(payload, **profile):
    return atom.parse(payload, profile=Profile(**profile))


def feed(entries, attributes='xmlns="http://www.w3.org/2005/Atom"'):
    return f"<feed {attributes}>{entries}</feed>".encode()


class TestAFeedOfFiveEntries:
    def items(self):
        return parse((DOCUMENTS / "harbour.atom.xml").read_bytes())

    def test_the_first_in_full(self):
        first = self.items()[0]

        assert (first.guid, first.headline) == (
            "tag:tidewire.example,2026:1",
            "Harbour & ferry: gale warning in force",
        )
        assert first.body == (
            "<div><h2>Gale</h2><p>Ships stay "
            '<a href="https://www.tidewire.example/news/port">in port</a>; 1 &lt; 2.</p></div>'
        )
        assert (first.standfirst, first.byline, first.language) == ("Ships stay in port.", "Tidewire", "en-GB")
        assert (first.copyright_holder, first.link) == ("© Tidewire", "https://www.tidewire.example/news/1.html")
        assert [(name.name, name.code) for name in first.names] == [("Weather", "medtop:20000001"), ("Shipping", "")]
        assert first.version_created_at == datetime(2026, 11, 20, 10, tzinfo=UTC)
        assert first.first_created_at == datetime(2026, 11, 20, 9, tzinfo=UTC)
        assert first.relations == (ParsedRelation("seeAlso", "https://www.tidewire.example/0"),)
        assert [picture.href for picture in first.pictures] == ["https://www.tidewire.example/1.jpg"]

    def test_a_draft_is_withheld_and_text_is_text(self):
        second = self.items()[1]

        assert (second.pubstatus, second.byline) == ("withheld", "Ida Moe")
        assert second.body == "<p>One.</p><p>Two &lt; three.</p>"

    def test_base64_is_read_and_a_link_stands_in_for_the_id(self):
        third = self.items()[2]

        assert (third.guid, third.headline) == ("https://www.tidewire.example/3", "Sixth boat")
        assert third.body == "<p>Boat sails.</p>"

    def test_a_text_elsewhere_is_named_and_not_fetched(self):
        fourth = self.items()[3]

        assert fourth.body == "<p>Short.</p>"
        assert "https://www.tidewire.example/4.txt" in fourth.warnings[0]

    def test_a_deleted_entry_is_a_kill(self):
        kill = self.items()[4]

        assert (kill.guid, kill.pubstatus, kill.kind) == ("tag:tidewire.example,2026:9", "canceled", "kill")
        assert kill.ednote == "Wrong harbour."


class TestOtherShapes:
    def test_a_single_entry_is_a_document(self):
        payload = b'<entry xmlns="http://www.w3.org/2005/Atom"><id>a</id><title>T</title></entry>'

        assert sniff(payload) == "atom"
        assert [item.guid for item in parse(payload)] == ["a"]

    @pytest.mark.parametrize("namespace", ["http://purl.org/atom/ns#", "http://www.w3.org/2005/Atom/", ""])
    def test_atom_0_3_and_others(self, namespace):
        entry = "<entry><id>a</id><title>T</title><issued>2026-11-20T09:00:00Z</issued><modified>2026-11-20T10:00:00Z</modified></entry>"

        [item] = parse(feed(entry, f'version="0.3" xmlns="{namespace}"'))

        assert item.version_created_at == datetime(2026, 11, 20, 10, tzinfo=UTC)
        assert item.version_sent == "2026-11-20T10:00:00Z"

    def test_a_changed_text_with_the_same_time_is_another_version(self):
        entry = "<entry><id>a</id><title>{}</title><updated>2026-11-20T09:00:00Z</updated></entry>"
        first, second = (parse(feed(entry.format(title)))[0].version for title in ("One", "Two"))

        assert first != second

    def test_an_entry_inside_of_a_content_is_no_entry(self):
        inner = '<content type="application/atom+xml"><entry><id>b</id><title>B</title></entry></content>'

        assert len(parse(feed(f"<entry><id>a</id><title>A</title>{inner}</entry>"))) == 1

    def test_the_address_of_the_feed_makes_links_whole(self):
        [item] = parse(
            feed('<entry><id>a</id><title>A</title><link href="/x"/></entry>'), address="https://a.example/f"
        )

        assert item.link == "https://a.example/x"

    @pytest.mark.parametrize(
        ("payload", "code"),
        [
            (feed(""), "no_items"),
            (b"<rss/>", "unknown_format"),
            (feed("<entry><id>a</id><title>Cut")[:-30], "not_xml"),
            (feed("<entry><id>a</id></entry>" * 2001), "too_many"),
        ],
    )
    def test_what_cannot_be_read_is_refused(self, payload, code):
        with pytest.raises(ParseError) as refusal:
            parse(payload)

        assert refusal.value.code == code
