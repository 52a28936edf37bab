import gzip
import io
import json
import shutil

import pytest
from django.core.management import CommandError, call_command

from newsroom.testing.factories import make_source, picture_bytes
from wire.formats import MAX_BYTES
from wire.models import Attachment, Delivery, WireItem
from wire.tests.making import SAMPLES, STORY, needs_samples, ninjs, snapshot

pytestmark = pytest.mark.django_db
KEYS = ["file", "source", "format", "guid", "version", "outcome", "reason", "id"]


def run(*files, source="meridian"):
    """Run the command; return its lines and what it complained of at the end, or nothing."""
    out, complaint = io.StringIO(), ""
    try:
        call_command("ingest", *map(str, files), source=source, stdout=out)
    except CommandError as error:
        complaint = str(error)
    return [json.loads(line) for line in out.getvalue().splitlines()], complaint


def write(folder, name, payload):
    path = folder / name
    path.write_bytes(payload)
    return path


@pytest.fixture(autouse=True)
def _source():
    make_source()


class TestOneGoodFile:
    def test_it_prints_one_line_with_exactly_the_known_keys(self, tmp_path):
        path = write(tmp_path, "a.json", ninjs())

        lines, complaint = run(path)

        assert [list(line) for line in lines] == [KEYS]
        assert complaint == ""
        assert lines[0] | {"id": 0} == {
            "file": str(path),
            "source": "meridian",
            "format": "ninjs",
            "guid": STORY["uri"],
            "version": "1",
            "outcome": "created",
            "reason": "",
            "id": 0,
        }
        assert lines[0]["id"] == WireItem.objects.get().pk

    def test_a_picture_beside_it_is_attached(self, tmp_path):
        write(tmp_path, "x.jpg", picture_bytes())
        picture = {"m": {"type": "picture", "renditions": {"original": {"href": "x.jpg"}}}}

        run(write(tmp_path, "a.json", ninjs(associations=picture)))

        assert Attachment.objects.get().name == "x.jpg"

    def test_each_item_of_a_file_has_a_line(self, tmp_path):
        path = write(tmp_path, "a.json", b"[" + ninjs(uri="a") + b"," + ninjs(uri="b") + b"]")

        assert [line["guid"] for line in run(path)[0]] == ["a", "b"]


class TestRepeating:
    def test_every_line_is_a_duplicate_and_nothing_in_the_database_changes(self, tmp_path):
        write(tmp_path, "x.jpg", picture_bytes())
        picture = {"m": {"type": "picture", "renditions": {"original": {"href": "x.jpg"}}}}
        files = [
            write(tmp_path, "1.json", ninjs(associations=picture)),
            write(tmp_path, "2.json", ninjs(version="2")),
            write(tmp_path, "3.json", ninjs(version="3", pubstatus="canceled")),
        ]
        first, _ = run(*files)
        before = snapshot()

        again, complaint = run(*files)

        assert [line["outcome"] for line in first] == ["created", "updated", "killed"]
        assert [line["outcome"] for line in again] == ["duplicate"] * 3
        assert [line["id"] for line in again] == [line["id"] for line in first]
        assert complaint == ""
        assert snapshot() == before


def utf7():
    return b'<?xml version="1.0" encoding="utf-7"?><rss><channel><item><guid>+ADw-b+AD4-</guid></item></channel></rss>'


ENTITY_BOMB = (
    b"<!DOCTYPE r ["
    + b"".join(
        b'<!ENTITY %c "%s">' % (97 + level, (b"&%c;" % (96 + level)) * 10 if level else b"ha") for level in range(10)
    )
    + b"]><rss>&j;</rss>"
)
HOSTILE = {
    "empty": b"",
    "blank": b" \r\n\t ",
    "a byte order mark alone": b"\xef\xbb\xbf",
    "cut off in the middle": ninjs()[: len(ninjs()) // 2],
    "cut off before the last brace": ninjs()[:-1],
    "two documents in one": ninjs() + ninjs(),
    "text": b"Ferry leaves at dawn\n\nThe ferry left.",
    "zeroes": b"\x00" * 1000,
    "random bytes": bytes(range(256)) * 4,
    "latin-1": b'{"uri": "caf\xe9", "headline": "x"}',
    "a picture": picture_bytes(),
    "a png": b"\x89PNG\r\n\x1a\n" + b"\x00" * 100,
    "an archive": b"PK\x03\x04" + b"\x00" * 100,
    "gzip": gzip.compress(ninjs()),
    "a pdf": b"%PDF-1.7\n%...",
    "an error page": b"<!DOCTYPE html><html><body><h1>502 Bad Gateway</h1></body></html>",
    "svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "an entity bomb": ENTITY_BOMB,
    "a foreign entity": b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel>&x;</channel></rss>',
    "utf-7": utf7(),
    "rss cut off": b"<rss><channel><item><guid>a</guid><title>Half",
    "rss without items": b"<rss><channel><title>x</title></channel></rss>",
    "atom cut off": b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>a</id><title>Half',
    "a number": b"42",
    "null": b"null",
    "NaN": b'{"uri": NaN}',
    "a number of ten thousand digits": b'{"uri": "a", "headline": "x", "version": ' + b"9" * 10_000 + b"}",
    "deep brackets": b"[" * 500_000,
    "deep objects": b'{"a":' * 100_000,
    "a million parts": b"[" + b"[]," * 1_000_000 + b"[]]",
    "too many items": b"[" + b"{}," * 2500 + b"{}]",
    "too large": b'{"uri": "' + b"a" * MAX_BYTES + b'"}',
    "another JSON": b'{"version": "https://jsonfeed.org/version/1.1", "items": 3}',
    "a list of nothing": b"[null, 3, []]",
    "no uri": b'{"headline": "x", "body_html": "<p>x</p>"}',
    "no words": b'{"uri": "a", "headline": "\\u200b <br> ", "body_html": "<p> </p>"}',
    "a python pickle": b"\x80\x04\x95\x00\x00\x00\x00\x00\x00\x00\x00c__builtin__\neval\n.",
    "a script": b"#!/bin/sh\nrm -rf /\n",
}


class TestHostileFiles:
    @pytest.mark.parametrize("kind", HOSTILE)
    def test_each_is_rejected_with_a_reason_and_its_bytes_kept(self, tmp_path, kind):
        payload = HOSTILE[kind]

        lines, complaint = run(write(tmp_path, "x", payload))

        assert lines
        for line in lines:
            assert line["outcome"] == "rejected"
            assert line["reason"].endswith(".")
            assert line["id"] is None
        assert complaint == "1 of 1 files were rejected, whole or in part: see above."
        delivery = Delivery.objects.get()
        assert delivery.outcome == "rejected"
        assert delivery.problem
        assert bytes(delivery.payload) == payload[:MAX_BYTES]
        assert not WireItem.objects.exists()

    @pytest.mark.parametrize("kind", ["cut off in the middle", "too large", "a list of nothing"])
    def test_again_it_is_the_same_row(self, tmp_path, kind):
        path = write(tmp_path, "x", HOSTILE[kind])
        run(path)
        before = snapshot()

        lines, _ = run(path)

        assert {line["outcome"] for line in lines} == {"rejected"}
        assert snapshot() == before

    def test_the_good_files_around_it_are_taken_in(self, tmp_path):
        files = [
            write(tmp_path, "a", ninjs(uri="a")),
            write(tmp_path, "x", b"{"),
            tmp_path / "missing",
            write(tmp_path, "b", ninjs(uri="b")),
        ]

        lines, complaint = run(*files)

        assert [line["outcome"] for line in lines] == ["created", "rejected", "rejected", "created"]
        assert "2 of 4" in complaint


class TestMistakes:
    def test_a_missing_file_is_a_rejected_line(self, tmp_path):
        lines, complaint = run(tmp_path / "missing.json")

        assert lines[0]["outcome"] == "rejected"
        assert lines[0]["reason"] == "The file cannot be read: No such file or directory."
        assert complaint

    def test_so_is_a_folder(self, tmp_path):
        assert run(tmp_path)[0][0]["outcome"] == "rejected"

    def test_an_unknown_source_is_a_sentence(self, tmp_path):
        lines, complaint = run(write(tmp_path, "a", ninjs()), source="nobody")

        assert lines == []
        assert complaint == "There is no source “nobody”. Known sources: meridian."
        assert not Delivery.objects.exists()

    def test_a_source_that_is_switched_off_takes_nothing_in(self, tmp_path):
        make_source("tidewire", is_active=False)

        assert "switched off" in run(write(tmp_path, "a", ninjs()), source="tidewire")[1]


@needs_samples
class TestTheSharedSamples:
    NAMES = ("exchange.ninjs.json", "exchange-v2.ninjs.json", "exchange-kill.ninjs.json")

    def test_story_update_and_kill(self):
        lines, complaint = run(*[SAMPLES / name for name in self.NAMES])

        assert [line["outcome"] for line in lines] == ["created", "updated", "killed"]
        assert complaint == ""
        assert WireItem.objects.get(is_latest=True).pubstatus == "canceled"
        assert Attachment.objects.filter(name="exchange.jpg").count() == 2
        assert [item.warnings for item in WireItem.objects.all()] == [[], [], []]

    def test_the_picture_is_found_wherever_the_files_lie(self, tmp_path):
        for name in ("exchange.ninjs.json", "exchange.jpg"):
            shutil.copy(SAMPLES / name, tmp_path / name)

        run(tmp_path / "exchange.ninjs.json")

        assert bytes(Attachment.objects.get().payload) == (SAMPLES / "exchange.jpg").read_bytes()

    def test_the_text_file_is_rejected(self):
        lines, _ = run(SAMPLES / "exchange.txt")

        assert lines[0]["reason"] == "This is neither JSON nor XML, and no format of the wire that we know."
