from datetime import UTC, datetime

import pytest

from wire.formats import ParseError, Profile, RefusedItem, rss
from wire.tests.making import DOCUMENTS


def parse(payload):
    return rss.parse(payload, profile=Profile(language="de"))


def feed(items):
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>{items}</channel></rss>'.encode()


class TestAFeedOfThreeItems:
    def items(self):
        return parse((DOCUMENTS / "harbour.rss.xml").read_bytes())

    def test_the_first_item_in_full(self):
        first = self.items()[0]

        assert first.guid == "tidewire-1"
        assert first.headline == "Harbour & ferry: gale warning in force"
        assert first.standfirst == "Ships stay in port until Monday."
        assert first.body == "<p>Ships stay in port.</p><p>The harbour office warned of gales.</p>"
        assert (first.byline, first.language, first.copyright_holder) == ("Nils Aune", "en-GB", "© Tidewire")
        assert [name.name for name in first.names] == ["Weather", "Shipping"]
        assert first.version_created_at == datetime(2026, 11, 20, 9, tzinfo=UTC)
        assert first.pubstatus == "usable"

    def test_its_picture(self):
        [picture] = self.items()[0].pictures

        assert picture.href == "https://www.tidewire.example/1.jpg"
        assert (picture.caption, picture.credit) == ("Waves at the mole", "Nils Aune")

    def test_a_link_stands_in_for_the_guid_and_paragraphs_are_made(self):
        second = self.items()[1]

        assert second.guid == "https://www.tidewire.example/2"
        assert second.body == "<p>First line.</p>\n<p>Second line.</p>"

    def test_an_item_without_identity_is_refused_beside_the_others(self):
        assert isinstance(self.items()[2], RefusedItem)


class TestVersions:
    def test_the_same_text_is_the_same_version_and_another_text_is_not(self):
        item = "<item><guid>a</guid><title>{}</title></item>"
        versions = [parse(feed(item.format(title)))[0].version for title in ("One", "One", "Two")]

        assert versions[0] == versions[1] != versions[2]


class TestHostileFeeds:
    @pytest.mark.parametrize(
        "payload",
        [
            b"",
            b"<rss",
            b"<html><body>502 Bad Gateway</body></html>",
            b"<feed xmlns='http://www.w3.org/2005/Atom'><entry/></feed>",
            feed(""),
            feed("<item><guid>a</guid><title>x</title></item>" * 2001),
            feed("<item><guid>a</guid><title>Cut")[:-40],
            b'<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">'
            b'<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">]><rss>&e;</rss>',
            b"\x00\x01\x02",
        ],
    )
    def test_it_is_refused_with_a_sentence(self, payload):
        with pytest.raises(ParseError) as refusal:
            parse(payload)

        assert refusal.value.message.endswith(".")

    def test_a_foreign_entity_brings_no_file_in(self):
        payload = b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + feed(
            "<item><guid>a</guid><title>T</title><description>&x;</description></item>"
        ).replace(b'<?xml version="1.0"?>', b"")

        [item] = parse(payload)

        assert "root:" not in item.body

    def test_a_prefix_that_was_never_declared_is_still_told_from_the_feeds_own_names(self):
        [item] = parse(feed("<item><guid>a</guid><media:title>Not this</media:title><title>This</title></item>"))

        assert item.headline == "This"
