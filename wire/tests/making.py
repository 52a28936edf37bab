"""Documents and rows for the wire's tests: a ninjs document of which a test names only the fields that matter."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings

from newsroom.testing.factories import make_source
from wire.ingest import ingest
from wire.models import WireItem
from wire.receiving import receive

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
DOCUMENTS = Path(__file__).parent / "documents"
SAMPLES = Path(settings.BASE_DIR).parent / "shared" / "samples"
needs_samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the shared samples are not on this machine")

GUID = "urn:meridian:1"
STORY = {
    "uri": GUID,
    "type": "text",
    "version": "1",
    "pubstatus": "usable",
    "headline": "Ferry leaves at dawn",
    "body_html": "<p>The ferry left Port Aldine at dawn.</p>",
}


def ninjs(**fields):
    """Return a document of one story; a field given as None is left out."""
    merged = {**STORY, **fields}
    return json.dumps({key: value for key, value in merged.items() if value is not None}).encode()


def arrive(payload, *, source=None, now=NOW, name="story.json", companions=None):
    """Receive and ingest a document; return the outcomes."""
    delivery, _ = receive(source or make_source(), payload, name=name, now=now)
    return ingest(delivery, companions=companions, now=now)


def make_item(*, source=None, now=NOW, companions=None, **fields):
    """Return the wire item that a story document becomes."""
    [outcome] = arrive(ninjs(**fields), source=source, now=now, companions=companions)
    return WireItem.objects.get(pk=outcome.id)


def snapshot():
    """Return every row of the wire's tables as it stands, to prove that nothing changed."""
    return [
        list(model.objects.order_by("pk").values()) for model in WireItem._meta.apps.get_app_config("wire").get_models()
    ]


def check_item(item):
    """Assert what holds of every item, whatever document it was read from."""
    assert item.guid
    assert item.version
    assert item.headline.strip()
    assert len(item.headline) <= 400
    assert len(item.version) <= 60
    repr(item).encode()  # no lone surrogates anywhere
