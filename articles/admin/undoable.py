"""Messages about acts that can be taken back: the message carries the button that does it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest

MARK = "undo "


@dataclass(frozen=True, slots=True)
class Undo:
    """What the button sends: a POST to an address of the desk, with these values."""

    address: str
    values: dict[str, str]


def say(request: HttpRequest, sentence: str, undo: Undo | None) -> None:
    """Tell somebody what was done, with a button that takes it back where there is a way."""
    tags = MARK + json.dumps([undo.address, undo.values]) if undo else ""
    messages.success(request, sentence, extra_tags=tags)


def undo_of(message: Message) -> Undo | None:
    """Return how to take back what a message tells of, None where there is no way."""
    tags = message.extra_tags or ""
    return Undo(*json.loads(tags.removeprefix(MARK))) if tags.startswith(MARK) else None
