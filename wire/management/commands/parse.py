"""manage.py parse FILE...: reads documents of a wire and prints one JSON line per file. Stores nothing."""

from __future__ import annotations

import json
import os
from argparse import ArgumentParser
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.core.management.base import BaseCommand, CommandError

from wire.formats import FORMATS, MAX_BYTES, ParseError, Profile, parse, report, sniff
from wire.formats.mapped import parse_with
from wire.formats.mapping import Mapping, MappingError, read_mapping

# What a reader that breaks its promise (items or ParseError) would raise
BROKEN_PROMISES = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, AssertionError, RecursionError)


class Command(BaseCommand):
    help = (
        "Read files of a wire, recognised by content, and print one JSON line per file: what is in it, or why it "
        "cannot be read. A folder stands for the files in it. Needs no database and stores nothing."
    )
    requires_system_checks: list[str] = []  # Django's own name for it

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--format", choices=sorted(FORMATS), help="Do not look at the content: it is this format.")
        parser.add_argument("--zone", default="UTC", help="Where times without a zone are local, e.g. Europe/Oslo.")
        parser.add_argument("--language", default="", help="The language of what says none; otherwise it stays empty.")
        parser.add_argument("--address", default="", help="Where a feed was fetched, for its relative links.")
        parser.add_argument("--charset", default="", help="What bytes are in that say nothing of it, or lie.")
        parser.add_argument("--mapping", default="", metavar="FILE", help="Read the files by this mapping (JSON).")
        parser.add_argument("--relative-to", default="", metavar="FOLDER", help="Name the files relative to this one.")

    def handle(self, *args: Any, files: list[str], **options: Any) -> None:
        words = {name: options[name] for name in ("language", "address", "charset")}
        profile = Profile(zone=_zone(options["zone"]), **words)
        mapping = _mapping(options["mapping"]) if options["mapping"] else None
        for file in _expanded(files):
            name = os.path.relpath(file, options["relative_to"]) if options["relative_to"] else file
            line = {"file": name, **_read(file, options["format"] or "", mapping, profile)}
            self.stdout.write(json.dumps(line, ensure_ascii=True))


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:  # not found, no name of a zone, a folder of zones
        raise CommandError(f"There is no time zone “{name}”.") from error


def _expanded(files: list[str]) -> Iterator[str]:
    for file in files:
        if os.path.isdir(file):
            yield from (str(path) for path in sorted(Path(file).rglob("*")) if path.is_file())
        else:
            yield file


def _mapping(file: str) -> Mapping:
    try:
        return read_mapping(Path(file).read_text(encoding="utf-8"))
    except MappingError as error:
        raise CommandError(f"The mapping {file} cannot be used: {error}") from error
    except (OSError, ValueError) as error:
        raise CommandError(
            f"The mapping {file} cannot be read: {getattr(error, 'strerror', None) or error}."
        ) from error


def _read(file: str, format: str, mapping: Mapping | None, profile: Profile) -> dict[str, Any]:
    """Return what is in a file; a file that cannot be read has an error, in words and as a code, and no items."""
    try:
        with Path(file).open("rb") as opened:
            payload = opened.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a null byte in the name
        reason = getattr(error, "strerror", None) or "its name is no file name"
        return {"format": None, "error": f"The file cannot be read: {reason}.", "code": "unreadable", "items": []}
    try:
        format = "mapped" if mapping else format or sniff(payload)
        found = parse_with(mapping, payload, profile=profile) if mapping else parse(format, payload, profile=profile)
        items = [report.describe(entry, format=format) for entry in found]
    except ParseError as error:
        return {"format": format or None, "error": error.message, "code": error.code, "items": []}
    except BROKEN_PROMISES as error:  # a reader that breaks its promise must not stop the files after it
        reason = f"The reader failed ({type(error).__name__}: {error}). This is a mistake of the program."
        return {"format": format or None, "error": reason, "code": "program", "items": []}
    return {"format": format, "error": None, "code": None, "items": items}
