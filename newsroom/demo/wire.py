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
_SCENE = re.compile(rb"scene:([a-z-]+):(\d+)")
Draw = Callable[[str, int], bytes]


def load(now: datetime, *, draw: Draw) -> int:
    """Take in the documents that are not there yet; return how many."""
    count = 0
    for path in sorted(FOLDER.glob("*/*.json"), key=lambda path: (path.parent.name, path.name)):
        source = Source.objects.get(slug=path.parent.name)
        if Delivery.objects.filter(source=source, name=path.name).exists():
            continue
        raw = _TIME.sub(lambda match: _instant(match, now), path.read_bytes())
        scenes = [(scene.decode(), int(seed)) for scene, seed in _SCENE.findall(raw)]
        payload = _SCENE.sub(rb"\1-\2.jpg", raw)
        delivery, _ = receive(source, payload, name=path.name, now=now)
        for scene, seed in scenes:
            attach(delivery, f"{scene}-{seed}.jpg", draw(scene, seed))
        ingest(delivery, now=now)
        count += 1
    return count


def _instant(match: re.Match[bytes], now: datetime) -> bytes:
    sign, number, unit = match.groups()
    distance = timedelta(**{"minutes" if unit == b"m" else "hours": int(number)})
    instant = now + distance if sign == b"+" else now - distance
    return instant.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
