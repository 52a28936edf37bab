import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wire.formats import MAX_BYTES, ParsedItem, ParseError, Profile, RefusedItem, paragraphs, parse, sniff, sniffing
from wire.tests.corpus import documents, needs_corpus
from wire.tests.making import DOCUMENTS, check_item, ninjs


class TestSniffing:
    @pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
    def test_wide_encodings_with_and_without_a_mark(self, encoding):
        document = "<rss><channel><item><guid>a</guid><title>Sjø</title></item></channel></rss>"

        assert sniff(document.encode(encoding)) == "rss"

    def test_json_is_ninjs_and_rss_is_rss(self):
        assert sniff(b"\xef\xbb\xbf \n" + ninjs()) == "ninjs"
        assert sniff((DOCUMENTS / "harbour.rss.xml").read_bytes()) == "rss"

    @pytest.mark.parametrize(
        ("payload", "words"),
        [
            (b"", "empty"),
            (b" \n\t", "empty"),
            (b"\xff\xd8\xff\xe0" + b"x" * 50, "JPEG picture"),
            (b"%PDF-1.7", "PDF"),
            (b"PK\x03\x04abc", "ZIP"),
            (b"<html></html>", "no format of the wire"),
            (b"Hello", "neither JSON nor XML"),
            (b"\x00" * 50, "neither"),
            (b"{" + b" " * MAX_BYTES, "larger than 5 MB"),
        ],
    )
    def test_other_files_are_called_what_they_are(self, payload, words):
        with pytest.raises(ParseError, match=words):
            sniff(payload)


def check_refusal(error):
    assert error.message.strip()
    assert error.code
    return []


def take(payload):
    """Return what a document gives, having checked that it is items or a ParseError."""
    try:
        found = parse(sniff(payload), payload, profile=Profile())
    except ParseError as error:
        return check_refusal(error)
    for item in found:
        assert isinstance(item, ParsedItem | RefusedItem)
        if isinstance(item, ParsedItem):
            check_item(item)
    return found


LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
ANY_JSON = st.recursive(
    LEAVES, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4)
)
FIELDS = [
    "uri",
    "guid",
    "version",
    "versioncreated",
    "pubstatus",
    "pubStatus",
    "embargoed",
    "headline",
    "headlines",
    "body_html",
    "body_text",
    "bodies",
    "urgency",
    "language",
    "description_text",
    "descriptions",
    "byline",
    "by",
    "located",
    "subject",
    "person",
    "places",
    "associations",
    "renditions",
    "usageterms",
    "ednote",
    "type",
]
ANY_ITEM = st.dictionaries(st.sampled_from(FIELDS), ANY_JSON, max_size=10)


class TestAnyBytes:
    @settings(max_examples=150, deadline=None)
    @given(st.binary(max_size=400))
    def test_any_bytes_give_items_or_a_parse_error(self, payload):
        take(payload)

    @settings(max_examples=150, deadline=None)
    @given(ANY_ITEM)
    def test_any_json_in_any_field_gives_items_or_a_parse_error(self, fields):
        take(ninjs(**fields))

    @settings(max_examples=150, deadline=None)
    @given(st.data())
    def test_a_document_with_damaged_bytes_gives_items_or_a_parse_error(self, data):
        name = data.draw(
            st.sampled_from(
                [
                    "bridge.ninjs1.json",
                    "bridge.ninjs2.json",
                    "harbour.rss.xml",
                    "harbour.atom.xml",
                    "harbour.jsonfeed.json",
                    "harbour.digitalwires.json",
                    "harbour.ap.json",
                    "harbour.reuters.json",
                ]
            )
        )
        document = bytearray((DOCUMENTS / name).read_bytes())
        for place in data.draw(st.lists(st.integers(0, len(document) - 1), min_size=1, max_size=6)):
            document[place] = data.draw(st.integers(0, 255))
        end = data.draw(st.integers(0, len(document)))

        take(bytes(document[:end]) if data.draw(st.booleans()) else bytes(document))


class TestTimeIsBounded:
    @pytest.mark.parametrize(
        "payload",
        [
            b'{"uri": "' + b'\\"' * 1_000_000,
            b'"' * 2_000_000,
            b'{"uri": "a", "headline": "' + b"<script" * 200_000 + b'"}',
            b'{"uri": "a", "headline": "' + b"<br " * 200_000 + b'"}',
            b'{"uri": "a", "headline": "' + b"&#" * 400_000 + b'"}',
            b'{"uri": "a", "body_html": "' + b"<br>" * 200_000 + b'"}',
            b'{"uri": "a", "body_html": "' + b"\\n " * 300_000 + b'"}',
            b'{"uri": "a", "headline": "<title>' + b"</title   " * 100_000 + b'"}',
        ],
        ids=["cut string", "quotes", "script", "br", "references", "breaks", "lines", "titles"],
    )
    def test_hostile_repetition_is_read_in_seconds(self, payload):
        started = time.monotonic()

        take(payload)

        assert time.monotonic() - started < 5


class TestPlainText:
    def test_blocks_become_lines_and_scripts_nothing(self):
        assert paragraphs.plain_text("<p>One</p><script>x()</script>Two<br>Three").split("\n") == [
            " One",
            " Two",
            "Three",
        ]


class TestSniffingText:
    @pytest.mark.parametrize(
        ("payload", "format"),
        [
            (b"\x01tid0142 4 pl 58   tid 142\r\n\r\nBilorich/\r\n\x02Bridge =\r\n", "iptc7901"),
            (b"\x00\x16\x16\x01tid0142 4 pl 58\r\n", "iptc7901"),
            (b"tid0142 4 pl 58   tid 142\n\nBilorich/\n", "iptc7901"),
            (b"\x16\x16\x01a0217\x1f-----\r\nr i\x13\x11 BC-BI--Bridge   11-22 0071\r\n", "anpa1312"),
            (b"v2557 4 txx 613 1tvks\n\nBridge\n", "anpa1312"),
            (b"From: ada@tide.example\r\nSubject: Bridge\r\n\r\nOpen.\r\n", "email"),
            (b"From ada Sun Nov 22 2026\nReceived: from x\n by y\nDate: now\n\nOpen.", "email"),
            (b"junk before it <?xml version='1.0'?><NewsML/>", "newsml1"),
        ],
    )
    def test_formats_without_markup_are_told_by_their_first_lines(self, payload, format):
        assert sniffing.sniff(payload) == format

    @pytest.mark.parametrize("payload", [b"Note: a\nThought: b\n\nc", b"Dear editors,\n\nhello", b"abc 123 4 5"])
    def test_prose_is_none(self, payload):
        with pytest.raises(ParseError, match="neither"):
            sniffing.sniff(payload)


FOLDERS_OF_CODE_HERE = ("rss1", "rss2", "atom03", "atom1", "jsonfeed", "ninjs1", "ninjs2", "ninjs3", "dpa-digitalwires")


@needs_corpus
class TestDamagedDocumentsOfTheCorpus:
    @settings(max_examples=60, deadline=None)
    @given(st.data())
    def test_they_give_items_or_a_parse_error(self, data):
        _, payload = data.draw(st.sampled_from(documents(*FOLDERS_OF_CODE_HERE)), label="document")
        damaged = bytearray(payload)
        for place in data.draw(st.lists(st.integers(0, len(damaged) - 1), max_size=8)):
            damaged[place : place + 1] = data.draw(
                st.sampled_from([b"", b"<", b">", b'"', b"{", b"]", b"\xff", b"&", b"null"])
            )
        end = data.draw(st.integers(0, len(damaged)) | st.just(len(damaged)))

        take(bytes(damaged[:end]))
