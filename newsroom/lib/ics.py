"""Calendars as other programs read them (RFC 5545): times in UTC, so that no zone can be misread."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

LONGEST_LINE_BYTES = 75
STAMP = "%Y%m%dT%H%M%SZ"
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": ""})


@dataclass(frozen=True, slots=True)
class Event:
    """One moment. `uid` never changes for the same thing."""

    uid: str
    at: datetime
    title: str
    changed_at: datetime


def calendar(name: str, events: Iterable[Event]) -> str:
    """Return the whole file. Each event lasts a quarter of an hour, so that calendars show it."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//newsroom//desk//EN", f"X-WR-CALNAME:{_text(name)}"]
    for event in events:
        lines += [
            "BEGIN:VEVENT",
            f"UID:{_text(event.uid)}",
            f"DTSTAMP:{event.changed_at.astimezone(UTC):{STAMP}}",
            f"DTSTART:{event.at.astimezone(UTC):{STAMP}}",
            f"DTEND:{event.at.astimezone(UTC) + timedelta(minutes=15):{STAMP}}",
            f"SUMMARY:{_text(event.title)}",
            "END:VEVENT",
        ]
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _text(text: str) -> str:
    return text.translate(_ESCAPES)


def _folded(line: str) -> str:
    """Break a line after at most 75 bytes, never within a character; what goes on begins with a space."""
    parts, size, part = [], 0, ""
    for character in line:
        width = len(character.encode())
        if size + width > LONGEST_LINE_BYTES:
            parts.append(part)
            part, size = " ", 1
        part, size = part + character, size + width
    return "\r\n".join([*parts, part])
