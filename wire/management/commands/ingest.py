"""manage.py ingest --source SLUG FILE...: takes files of a wire in and prints one JSON line per item."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from sources.models import Source
from wire.companions import from_folder
from wire.formats import MAX_BYTES
from wire.ingest import Outcome, Result, ingest
from wire.receiving import receive


class Command(BaseCommand):
    help = (
        "Take files of a wire in, in any format that manage.py parse reads. Pictures are read from the file's own "
        "folder. Prints one JSON line per item; the exit status is 1 when anything was rejected. Safe to repeat."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--source", required=True, metavar="SLUG", help="The source the files come from.")
        parser.add_argument("files", nargs="+", metavar="FILE")

    def handle(self, *args: Any, source: str, files: list[str], **options: Any) -> None:
        supplier = _source(source)
        rejected_count = sum(self._take_in(supplier, file) for file in files)
        if rejected_count:
            raise CommandError(f"{rejected_count} of {len(files)} files were rejected, whole or in part: see above.")

    def _take_in(self, source: Source, file: str) -> bool:
        """Print a line for each item of the file; return whether any was rejected."""
        format, outcomes = _outcomes(source, Path(file))
        for outcome in outcomes:
            line = {
                "file": file,
                "source": source.slug,
                "format": format,
                "guid": outcome.guid,
                "version": outcome.version,
                "outcome": outcome.outcome,
                "reason": outcome.reason,
                "id": outcome.id,
            }
            self.stdout.write(json.dumps(line))
        return any(outcome.outcome == Result.REJECTED for outcome in outcomes)


def _source(slug: str) -> Source:
    source = Source.objects.filter(slug=slug).first()
    if source is None:
        known = ", ".join(Source.objects.values_list("slug", flat=True)) or "none yet"
        raise CommandError(f"There is no source “{slug}”. Known sources: {known}.")
    if not source.is_active:
        raise CommandError(f"The source “{slug}” is switched off: nothing is taken in from it.")
    return source


def _outcomes(source: Source, path: Path) -> tuple[str, list[Outcome]]:
    """Return the format and the outcomes of one file; a file that cannot be opened is one rejected outcome."""
    try:
        with path.open("rb") as file:
            payload = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:  # ValueError: a null byte in the name
        reason = f"The file cannot be read: {getattr(error, 'strerror', None) or 'its name is no file name'}."
        return "", [Outcome("", "", Result.REJECTED, reason)]
    now = timezone.now()
    delivery, _ = receive(source, payload, name=path.name, now=now)
    outcomes = ingest(delivery, companions=from_folder(path.parent), now=now)
    return delivery.format, outcomes
