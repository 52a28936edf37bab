"""The shared corpus of wire documents and its own grader, where they are on this machine."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from django.conf import settings

from wire.formats import ParseError, Profile, parse, report, sniff

CORPUS = Path(settings.BASE_DIR).parent / "shared" / "corpus" / "wire"
needs_corpus = pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus is not on this machine")


@cache
def manifest():
    """Return the rows of the manifest: file, format (a folder of the corpus), expected."""
    return [json.loads(line) for line in (CORPUS / "manifest.jsonl").read_text().splitlines()]


def documents(*formats):
    """Return (path, bytes) of every document of these folders."""
    return [(row["file"], (CORPUS / row["file"]).read_bytes()) for row in manifest() if row["format"] in formats]


def predict(payload):
    """Return a document in the form the grader reads, as `manage.py parse` prints it."""
    try:
        format = sniff(payload)
        items = [
            report.describe(entry, format=format) for entry in parse(format, payload, profile=Profile(language=""))
        ]
    except ParseError as error:
        return {"error": error.message, "items": []}
    return {"error": None, "items": items}


def shares(*formats):
    """Return {field: share of hits} over the documents of these folders, and the misses as lines."""
    grader = _grader()
    rows = [row for row in manifest() if row["format"] in formats]
    predictions = {name: predict(payload) for name, payload in documents(*formats)}
    hits, totals, misses = Counter(), Counter(), []
    for _, file, field, hit, want, got in grader.grade(rows, predictions):
        totals[field] += 1
        hits[field] += hit
        if not hit:
            misses.append(f"{file} {field}: wanted {want!r}, got {got!r}")
    return {field: hits[field] / totals[field] for field in totals}, misses


def _grader():
    spec = importlib.util.spec_from_file_location("score", CORPUS.parent / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
