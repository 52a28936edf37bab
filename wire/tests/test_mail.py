import base64
import email
from datetime import UTC, datetime
from email import policy
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wire.formats import ParsedItem, ParsedRelation, ParseError, Profile, mail
from wire.formats.paragraphs import plain_text
from wire.tests.words import corpus, words

PNG = base64.encodebytes(b"\x89PNG\r\n\x1a\n" + b"\x00" * 20)
PRESS = (
    b"Authentication-Results: mx.paper.example; spf=pass; dkim=fail\r\nFrom: =?utf-8?Q?Pressestelle_Hafen?= <press@harbour.example>\r\n"
    b"Message-ID: <a1@harbour.example>\r\nDate: Sun, 22 Nov 2026 10:00:00 +0100\r\nSubject: =?UTF-8?B?QnLDvA==?=\r\n"
    b" =?UTF-8?Q?cke_er=C3?= =?UTF-8?Q?=B6ffnet?=\r\nContent-Language: de\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/mixed; boundary="m"\r\n\r\n--m\r\nContent-Type: multipart/alternative; boundary="a"\r\n\r\n'
    b"--a\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nDie Br\xc3\xbccke ist offen.\r\n"
    b"--a\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><head><title>T</title></head><body><p>Die <b>Br\xc3\xbccke</b> ist offen.</p></body></html>\r\n"
    b"--a--\r\n--m\r\nContent-Type: application/octet-stream; name=\"C:\\bilder\\br=?utf-8?q?=C3=BC?=cke.png\"\r\n"
    b"Content-Transfer-Encoding: base64\r\n\r\n" + PNG + b"\r\n--m\r\nContent-Type: image/jpeg; name=\"no.jpg\"\r\n\r\nno picture\r\n"
    b"--m\r\nContent-Type: text/plain; name=\"notes.txt\"\r\n\r\nNotes that came along\r\n--m--\r\n"
)  # fmt: skip


def parse(payload, **profile):
    [found] = mail.parse(payload, profile=Profile(**profile))
    return found


def note(subject="Bridge", text="Open.", *, fields=""):
    return f"From: ada@tide.example\r\nDate: Sun, 22 Nov 2026 10:00:00 +0100\r\nSubject: {subject}\r\n{fields}\r\n{text}\r\n".encode()


class TestAPressRelease:
    def item(self):
        return parse(PRESS)

    def test_identity_headline_and_time(self):
        found = self.item()

        assert found.guid == "<a1@harbour.example>"
        assert found.headline == "Brücke eröffnet"
        assert found.sent_at == datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
        assert (found.version, found.version_sent) == ("2026-11-22T09:00:00+00:00", "")
        assert found.language == "de"

    def test_html_is_the_body_and_what_came_along_is_a_note(self):
        found = self.item()

        assert found.body == "<p>Die <b>Brücke</b> ist offen.</p>"
        assert found.public_note == "Notes that came along"

    def test_pictures_are_what_their_bytes_say(self):
        [picture] = self.item().pictures

        assert (picture.href, picture.renditions[0].mime) == ("brücke.png", "image/png")
        assert any("no.jpg" in warning for warning in self.item().warnings)

    def test_the_sender_is_a_contact_and_the_verdicts_on_him_are_signals(self):
        found = self.item()

        assert found.contacts == ("Pressestelle Hafen <press@harbour.example>",)
        assert found.alt_ids == (("from", "press@harbour.example"),)
        assert found.signals == ("spf=pass", "dkim=fail")
        assert "harbour.example" not in found.body


class TestHeaders:
    @pytest.mark.parametrize(
        ("sent", "read"),
        [
            ("=?iso-8859-1?Q?Br=FCcke?= offen", "Brücke offen"),
            ("=?UTF-8?Q?Brücke_offen?=", "Brücke offen"),
            ("Brücke offen", "Brücke offen"),
            ("=?UTF-8?Q?Br=C3=BCcke offen?=", "Brücke offen"),
            ("=?utf-8?b?QnLDvGNrZQ?= offen", "Brücke offen"),
            ("=?nonsense?Q?Br=C3=BCcke?=", "Brücke"),
            ("=?utf-8*de?Q?Br=C3=BCcke?=", "Brücke"),
            ("[a] =?utf-8?q?b?= =?utf-8?q?c?= d", "[a] bc d"),
            ("a =?= b", "a =?= b"),
        ],
    )
    def test_every_spelling_of_a_subject(self, sent, read):
        assert parse(note(sent)).headline == read

    def test_raw_latin_letters(self):
        assert parse(note("Br@cke").replace(b"@cke", b"\xfccke")).headline == "Brücke"

    def test_no_header_ever_fails(self):
        found = parse(
            b'From: \r\nDate: yesterday\r\nMessage-ID: \r\nSubject:\r\nContent-Type: text/plain; charset="\x00"\r\n\r\nOpen.'
        )

        assert (found.headline, found.headline_is_stand_in) == ("Open.", True)
        assert found.guid.startswith("mail:")
        assert found.sent_at is None

    def test_a_thread(self):
        found = parse(note(fields="References: <r@x> <s@x>\r\nIn-Reply-To: <s@x>\r\nSupersedes: <q@x>\r\n"))

        assert (found.story_key, found.replaces) == ("<r@x>", ("<q@x>",))
        assert found.relations == (ParsedRelation("inReplyTo", "<s@x>"),)

    def test_what_is_no_mail(self):
        with pytest.raises(ParseError):
            mail.parse(b"Dear editors,\n\nhello", profile=Profile())


class TestBodies:
    def test_plain_text_is_escaped_and_parted(self):
        assert (
            parse(note(text="One & <two>\r\nlines.\r\n\r\nMore.")).body
            == "<p>One &amp; &lt;two&gt;<br>lines.</p><p>More.</p>"
        )

    def test_flowed_lines_are_put_together(self):
        found = parse(note(text="One \r\nline.", fields="Content-Type: text/plain; format=flowed\r\n"))

        assert found.body == "<p>One line.</p>"

    def test_a_false_charset(self):
        found = parse(note(text="Brücke", fields='Content-Type: text/plain; charset="iso-8859-1"\r\n'))

        assert found.body == "<p>Brücke</p>"

    def test_parts_between_pictures_are_one_body(self):
        part = "--b\r\nContent-Type: text/plain\r\n\r\n{}\r\n"
        picture = f"--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n{PNG.decode()}\r\n"
        text = part.format("One.") + picture + part.format("Two.") + "--b--\r\n"
        found = parse(note(text=text, fields='Content-Type: multipart/mixed; boundary="b"\r\n'))

        assert found.body == "<p>One.</p>\n<p>Two.</p>"
        assert len(found.pictures) == 1

    def test_what_is_not_for_publication_is_nowhere_else(self):
        said = "<p>Open.</p><p>Not for publication:</p><p>Ring Jon Vik.</p>"
        for text, kind in ((said, "html"), ("Open.\r\n\r\nNot for publication:\r\nRing Jon Vik.", "plain")):
            found = parse(note(text=text, fields=f"Content-Type: text/{kind}\r\n"))

            assert found.body.strip() == "<p>Open.</p>"
            assert "Ring Jon Vik." in found.private_text


class TestEmbargoesAndKinds:
    @pytest.mark.parametrize(
        ("words_sent", "until"),
        [
            ("Sperrfrist: 23. November 2026, 10:00 Uhr", "2026-11-23T09:00:00+00:00"),
            ("Sperrfrist: 23.11., 10.00 Uhr", "2026-11-23T09:00:00+00:00"),
            ("EMBARGOED UNTIL 00:01 GMT, Monday 23 November 2026", "2026-11-23T00:01:00+00:00"),
            ("Embargoed until 6 a.m. ET, Nov. 23", "2026-11-23T11:00:00+00:00"),
            ("Sous embargo jusqu'au 23 novembre 2026 à 18h30", "2026-11-23T17:30:00+00:00"),
            # Of a day alone, and of a zone that we do not know, the end counts
            ("Sperrfrist: 23. November 2026", "2026-11-23T23:00:00+00:00"),
            ("EMBARGO: 23 November 2026, 10:00 XYT", "2026-11-23T23:00:00+00:00"),
        ],
    )
    def test_a_clear_time_holds_and_warns(self, words_sent, until):
        found = parse(note(text=f"{words_sent}\r\n\r\nOpen."), zone=ZoneInfo("Europe/Berlin"))

        assert found.embargo_until.isoformat() == until
        assert any("embargo" in warning for warning in found.warnings)
        assert found.embargo_sent is None

    def test_words_without_a_time_only_warn(self):
        found = parse(note("EMBARGO: Bridge", "Sperrfrist: Donnerstag"))

        assert not found.states_embargo
        assert any("cannot read" in warning for warning in found.warnings)

    @pytest.mark.parametrize("text", ["The EU embargo on arms stands.", "An oil embargo followed."])
    def test_news_about_embargoes_are_none(self, text):
        assert parse(note(text=text)).warnings == ()

    @pytest.mark.parametrize(
        ("subject", "kind"),
        [
            ("CORRECTION: Bridge", "correction"),
            ("[Korrektur] Brücke", "correction"),
            ("Bridge: correction of a myth", "new"),
        ],
    )
    def test_a_word_before_the_subject_says_the_kind(self, subject, kind):
        assert parse(note(subject)).kind == kind


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.integers(0, len(PRESS)), st.binary(max_size=40), st.integers(0, 200))
def test_damaged_mails_give_an_item_or_a_parse_error(at, noise, cut):
    try:
        found = parse(PRESS[:at] + noise + PRESS[at + cut :])
    except ParseError:
        return
    assert isinstance(found, ParsedItem)
    assert found.guid
    assert found.version
    assert found.headline.strip()
    repr(found).encode()


def test_a_mail_within_a_thousand_others():
    nested = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (at, at) for at in range(1000))
    try:
        assert parse(b"From: a@b\r\n" + nested + b"\r\nhello")
    except ParseError as error:
        assert error.code == "too_deep"  # noqa: PT017


@pytest.mark.skipif(not corpus("email"), reason="no corpus here")
@pytest.mark.parametrize("path", corpus("email"), ids=lambda path: path.name)
def test_no_word_of_a_text_is_lost(path):
    message = email.message_from_bytes(path.read_bytes(), policy=policy.default)
    texts = [part.get_content() for part in message.walk() if part.get_content_type() == "text/plain"]
    found = parse(path.read_bytes())
    sent = words("\n".join(texts)).keys()
    assert sent - words("\n".join([plain_text(found.body), found.public_note])).keys() == set()
