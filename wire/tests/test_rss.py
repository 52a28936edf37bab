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

    def test_an_item_without_identity_is_kept_with_a_stand_in_and_a_warning(self):
        third = self.items()[2]

        assert third.guid.startswith("urn:newsroom:feed:")
        assert "no guid" in third.warnings[0]


class TestVersions:
    def test_the_same_text_is_the_same_version_and_another_text_is_not(self):
        item = "<item><guid>a</guid><title>{}</title></item>"
        versions = [parse(feed(item.format(title)))[0].version for title in ("One", "One", "Two")]

        assert versions[0] == versions[1] != versions[2]


RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="{}"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xml:lang="nb"><channel rdf:about="c"><title>C</title></channel>{}</rdf:RDF>"""


def rich(item, attributes=""):
    spaces = {
        "media": "http://search.yahoo.com/mrss/",
        "dc": "http://purl.org/dc/elements/1.1/",
        "content": "http://purl.org/rss/1.0/modules/content/",
        "atom": "http://www.w3.org/2005/Atom",
        "wp": "http://wordpress.org/export/1.2/",
        "excerpt": "http://wordpress.org/export/1.2/excerpt/",
    }
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in spaces.items())
    [found] = parse(
        f'<rss version="2.0" {declared} {attributes}><channel><link>https://a.example/n/</link>'
        f"<item><guid>g</guid><title>T</title>{item}</item></channel></rss>".encode()
    )
    return found


class TestOldAndOtherDialects:
    @pytest.mark.parametrize(
        "namespace",
        [
            "http://purl.org/rss/1.0/",
            "http://my.netscape.com/rdf/simple/0.9/",
            "http://channel.netscape.com/rdf/simple/0.9/",
            "https://purl.org/rss/1.0",
        ],
    )
    def test_rdf_is_read_with_the_items_beside_the_channel(self, namespace):
        items = '<item rdf:about="a"><title>One</title><dc:date>2026-11-20</dc:date></item><item><link>b</link></item>'

        found = parse(RDF.format(namespace, items).encode())

        assert [item.guid for item in found] == ["a", "b"]
        assert (found[0].headline, found[0].language) == ("One", "nb")
        assert found[0].version_created_at == datetime(2026, 11, 20, tzinfo=UTC)
        assert found[1].headline_is_stand_in

    def test_a_feed_in_a_namespace_of_its_own(self):
        [item] = parse(
            b'<rss xmlns="http://backend.userland.com/rss2"><channel><item><title>T</title>'
            b"<link>u</link></item></channel></rss>"
        )

        assert (item.guid, item.headline) == ("u", "T")

    @pytest.mark.parametrize("root", ['rss xmlns="http://www.w3.org/2005/Atom"', 'x:rss xmlns:x="http://x.example/"'])
    def test_a_feed_in_a_wrong_namespace(self, root):
        prefix = "x:" if root.startswith("x:") else ""
        inner = f"<{prefix}channel><{prefix}item><{prefix}guid>a</{prefix}guid><{prefix}title>T</{prefix}title></{prefix}item></{prefix}channel>"

        [item] = parse(f"<{root}>{inner}</{prefix}rss>".encode())

        assert (item.guid, item.headline) == ("a", "T")

    def test_items_inside_of_items_are_items(self):
        found = parse(feed("<item><guid>a</guid><title>A</title><item><guid>b</guid><title>B</title></item></item>"))

        assert [item.guid for item in found] == ["a", "b"]

    def test_a_falsely_declared_encoding_is_not_believed(self):
        payload = feed("<item><guid>a</guid><title>Sjø</title></item>")

        for name in (b"utf-16", b"iso-8859-1"):
            [item] = parse(payload.replace(b'"1.0"?', b'"1.0" encoding="' + name + b'"?'))
            assert item.headline == "Sjø"

    def test_the_sources_own_charset_counts_where_bytes_are_no_utf8(self):
        payload = feed("<item><guid>a</guid><title>Zdrój Łódź</title></item>").decode().encode("cp1250")

        [item] = rss.parse(payload, profile=Profile(charset="cp1250"))

        assert item.headline == "Zdrój Łódź"

    def test_what_wordpress_has_not_published_is_withheld(self):
        draft = rich(
            "<wp:status>draft</wp:status><excerpt:encoded>Short</excerpt:encoded><content:encoded>Long</content:encoded>"
        )

        assert (draft.pubstatus, draft.standfirst, draft.body) == ("withheld", "Short", "<p>Long</p>")
        assert "draft" in draft.warnings[0]
        assert rich("<wp:status>publish</wp:status>").pubstatus == "usable"


class TestWhatItemsSay:
    def test_an_empty_item_alone_is_refused(self):
        assert isinstance(parse(feed("<item></item>"))[0], RefusedItem)

    def test_an_item_of_which_little_was_sent_is_kept(self):
        first, second = parse(feed("<item><pubDate>x</pubDate></item><item><source>Tidewire</source></item>"))

        assert (first.headline, first.headline_is_stand_in) == ("(no headline)", True)
        assert first.guid != second.guid

    def test_two_items_with_one_guid_are_both_kept_and_the_second_says_so(self):
        item = "<item><guid>a</guid><title>{}</title></item>"

        first, second, again = parse(feed(item.format("One") + item.format("Two") + item.format("One")))

        assert [len(found.warnings) for found in (first, second, again)] == [0, 1, 0]
        assert "“One”" in second.warnings[0]
        assert first.version != second.version

    def test_a_missing_headline_is_marked(self):
        [item] = parse(feed("<item><guid>a</guid><description>Some words.</description></item>"))

        assert (item.headline, item.headline_is_stand_in) == ("Some words.", True)

    def test_elements_in_a_description_are_kept_as_markup(self):
        assert rich("<description>What <em>is</em> 1 &lt; 2?</description>").body == "<p>What <em>is</em> 1 &lt; 2?</p>"

    def test_relative_links_are_made_whole_by_the_nearest_base(self):
        item = rich('<description>&lt;a href="x">x&lt;/a></description>', 'xml:base="https://b.example/d/"')

        assert 'href="https://b.example/d/x"' in item.body
        assert 'href="https://a.example/n/x"' in rich("<description>&lt;a href='x'>x&lt;/a></description>").body

    def test_bylines_are_names_without_addresses(self):
        assert rich("<author>ida@a.example (Ida Moe)</author>").byline == "Ida Moe"
        assert rich("<dc:creator>Ida Moe</dc:creator><dc:creator>Jon Hale</dc:creator>").byline == "Ida Moe, Jon Hale"

    def test_the_other_fields(self):
        item = rich(
            "<link>https://a.example/1</link><source url='x'>Tidewire</source><media:keywords>sea, wind</media:keywords>"
            "<category domain='d'>Weather</category><category>Weather</category><dc:subject>Ships</dc:subject>"
        )

        assert (item.link, item.credit, item.keywords) == ("https://a.example/1", "Tidewire", ("sea", "wind"))
        assert [name.name for name in item.names] == ["Weather", "Ships"]


class TestPictures:
    def test_a_group_is_one_picture_in_several_sizes(self):
        item = rich(
            "<media:group><media:content url='s.jpg' type='image/jpeg' width='100'/><media:content url='l.jpg' "
            "medium='image' width='900'/><media:credit>Ida Moe</media:credit></media:group>"
        )

        [picture] = item.pictures
        assert (picture.href, picture.credit) == ("https://a.example/n/l.jpg", "Ida Moe")
        assert [rendition.width_px for rendition in picture.renditions] == [100, 900]

    def test_the_same_file_in_two_sizes_is_one_picture(self):
        item = rich(
            "<media:content url='https://i.example/1.jpg?width=140' width='140'/>"
            "<media:content url='https://i.example/1.jpg?width=460' width='460'/>"
            "<enclosure url='https://i.example/1.jpg' type='image/jpeg'/>"
        )

        [picture] = item.pictures
        assert picture.href == "https://i.example/1.jpg?width=460"
        assert len(picture.renditions) == 3

    def test_a_thumbnail_counts_when_there_is_nothing_else(self):
        assert len(rich("<media:thumbnail url='t.jpg'/><media:thumbnail url='u.jpg'/>").pictures) == 1
        with_more = rich("<media:thumbnail url='t.jpg'/><enclosure url='p.jpg' type='image/jpeg'/>")
        assert [picture.href[-5:] for picture in with_more.pictures] == ["p.jpg"]

    def test_sound_is_no_picture(self):
        assert rich("<enclosure url='p.mp3' type='audio/mpeg'/><media:content/>").pictures == ()


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
