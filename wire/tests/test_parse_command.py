import io
import json

import pytest
from django.core.management import CommandError, call_command

from wire.tests.making import DOCUMENTS, ninjs


def run(*files, **options):
    """Run the command; return its lines."""
    out = io.StringIO()
    call_command("parse", *map(str, files), stdout=out, **options)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def write(folder, payload, name="story.json"):
    path = folder / name
    path.write_bytes(payload)
    return path


class TestALinePerFile:
    def test_it_says_what_is_in_the_file(self, tmp_path):
        [line] = run(write(tmp_path, ninjs(embargoed="2026-11-25T06:00:00+01:00", subject=[{"name": "Ships"}])))

        assert (line["format"], line["error"]) == ("ninjs", None)
        [item] = line["items"]
        assert (item["guid"], item["version"], item["headline"]) == ("urn:meridian:1", "1", "Ferry leaves at dawn")
        assert (item["pubstatus"], item["embargo"]) == ("usable", "2026-11-25T06:00:00+01:00")
        assert (item["n_subjects"], item["n_images"], item["body_words"]) == (1, 0, 7)
        assert item["body_text"] == "The ferry left Port Aldine at dawn."
        assert item["kind"] == "new"

    def test_the_file_is_named_as_it_was_given(self, tmp_path, monkeypatch):
        write(tmp_path, ninjs())
        monkeypatch.chdir(tmp_path)

        assert run("story.json")[0]["file"] == "story.json"

    def test_or_relative_to_a_folder_and_a_folder_stands_for_its_files(self, tmp_path):
        (tmp_path / "a").mkdir()
        write(tmp_path / "a", ninjs())

        assert [line["file"] for line in run(tmp_path, relative_to=str(tmp_path))] == ["a/story.json"]

    def test_what_cannot_be_read_is_a_line_with_an_error_and_does_not_stop_the_next(self, tmp_path):
        lines = run(
            tmp_path / "missing", write(tmp_path, b"\xff\xd8\xff" + b"x" * 50), DOCUMENTS / "harbour.rss.xml", "a\x00b"
        )

        assert [bool(line["error"]) for line in lines] == [True, True, False, True]
        assert lines[1]["code"] == "unknown_format"
        assert lines[0]["items"] == []

    def test_an_item_that_cannot_be_taken_in_is_counted_with_its_reason(self, tmp_path):
        [line] = run(write(tmp_path, b"[" + ninjs() + b', {"headline": "x"}]'))

        assert ["refused" in item for item in line["items"]] == [False, True]


class TestOptions:
    def test_the_format_may_be_fixed(self, tmp_path):
        [line] = run(write(tmp_path, ninjs()), format="rss")

        assert (line["format"], line["code"]) == ("rss", "unknown_format")

    def test_zone_and_language_are_those_of_the_source(self, tmp_path):
        path = write(tmp_path, ninjs(versioncreated="2026-11-20T09:00:00"))

        [item] = run(path, zone="Europe/Oslo", language="nb")[0]["items"]

        assert item["version_created_at"] == "2026-11-20T08:00:00+00:00"
        assert item["language"] == "nb"

    @pytest.mark.parametrize("zone", ["Moon/Sea", "", "../etc", "Europe"])
    def test_a_zone_that_does_not_exist_is_refused(self, tmp_path, zone):
        with pytest.raises(CommandError, match="no time zone"):
            run(write(tmp_path, ninjs()), zone=zone)


class TestAMapping:
    def test_files_are_read_by_it(self, tmp_path):
        rules = {"format": "xml", "fields": {"guid": "No", "headline": "Head", "body": "Text"}}
        mapping = write(tmp_path, json.dumps(rules).encode(), name="m.json")

        [line] = run(write(tmp_path, b"<x><No>7</No><Head>Gale</Head><Text>Stay in.</Text></x>"), mapping=str(mapping))

        assert line["format"] == "mapped"
        assert (line["items"][0]["guid"], line["items"][0]["headline"]) == ("7", "Gale")

    def test_one_with_a_mistake_is_refused_with_its_sentence(self, tmp_path):
        mapping = write(tmp_path, b'{"format": "xml", "fields": {"guid": "a::b"}}', name="m.json")

        with pytest.raises(CommandError, match="guid"):
            run(write(tmp_path, b"<x/>"), mapping=str(mapping))

        with pytest.raises(CommandError, match="cannot be read"):
            run(write(tmp_path, b"<x/>"), mapping=str(tmp_path / "none.json"))
