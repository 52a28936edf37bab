"""Brings the demo's wire documents in by the wire's own door, with fresh times."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from sources.models import Source
from wire.ingest import ingest
from wire.models import Delivery
from wire.receiving import attach, receive

FOLDER = Path(__file__).parent / "wire"
_TIME = re.compile(rb"\{\{now([+-])(\d+)([mh])\}\}")
_MADE = re.compile(rb'"versioncreated":\s*"\{\{now([+-])(\d+)([mh])\}\}"')
_SCENE = re.compile(rb"scene:([a-z-]+):(\d+)")
Draw = Callable[[str, int], bytes]


def load(now: datetime, *, draw: Draw) -> int:
    """Take in the documents that are not there yet, each at the time it was made; return how many."""
    count = 0
    for path in sorted(FOLDER.glob("*/*.json"), key=lambda path: _made_at(path, now)):
        source = Source.objects.get(slug=path.parent.name)
        if Delivery.objects.filter(source=source, name=path.name).exists():
            continue
        raw = _TIME.sub(lambda match: _instant(match, now).strftime("%Y-%m-%dT%H:%M:%SZ").encode(), path.read_bytes())
        scenes = [(scene.decode(), int(seed)) for scene, seed in _SCENE.findall(raw)]
        payload = _SCENE.sub(rb"\1-\2.jpg", raw)
        received_at = _made_at(path, now)
        delivery, _ = receive(source, payload, name=path.name, now=received_at)
        for scene, seed in scenes:
            attach(delivery, f"{scene}-{seed}.jpg", draw(scene, seed))
        ingest(delivery, now=received_at)
        count += 1
    return count


def _made_at(path: Path, now: datetime) -> datetime:
    match = _MADE.search(path.read_bytes())
    return _instant(match, now) if match else now


def _instant(match: re.Match[bytes], now: datetime) -> datetime:
    sign, number, unit = match.groups()
    distance = timedelta(**{"minutes" if unit == b"m" else "hours": int(number)})
    return now + distance if sign == b"+" else now - distance
