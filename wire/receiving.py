"""Stores what arrives, byte for byte, before anyone reads it. Judges nothing but size."""

from __future__ import annotations

import hashlib
from datetime import datetime

from newsroom.lib.text import clean_line
from sources.models import Source
from wire.formats import MAX_BYTES
from wire.models import Attachment, Delivery

TOO_LARGE = f"The document is larger than {MAX_BYTES // 2**20} MB. Only its first {MAX_BYTES // 2**20} MB were kept."


def receive(source: Source, payload: bytes, *, name: str, now: datetime) -> tuple[Delivery, bool]:
    """Return the delivery that holds these bytes, and whether it is new. The same bytes of a source are one row.

    Of a document over MAX_BYTES the beginning is kept, as rejected; its digest and size are those of all bytes given.
    """
    is_too_large = len(payload) > MAX_BYTES
    return Delivery.objects.get_or_create(
        source=source,
        sha256=hashlib.sha256(payload).hexdigest(),
        defaults={
            "name": printable(name)[:300],
            "payload": payload[:MAX_BYTES],
            "size_bytes": len(payload),
            "received_at": now,
            "outcome": Delivery.Outcome.REJECTED if is_too_large else Delivery.Outcome.RECEIVED,
            "problem": TOO_LARGE if is_too_large else "",
        },
    )


def attach(delivery: Delivery, name: str, payload: bytes) -> Attachment:
    """Keep a picture file beside a delivery; of two with one name the first stays."""
    attachment, _ = Attachment.objects.get_or_create(
        delivery=delivery,
        name=name,
        defaults={"payload": payload, "sha256": hashlib.sha256(payload).hexdigest()},
    )
    return attachment


def printable(name: str) -> str:
    """Return a file name as text that can be stored: bytes that are no UTF-8 become question marks."""
    return clean_line(name.encode("utf-8", "replace").decode())
