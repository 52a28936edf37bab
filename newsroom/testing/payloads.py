"""Texts that try to become script, and texts that only look as if they did. The list is ours: payloads.json."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("payloads.json")


@dataclass(frozen=True, slots=True)
class Payload:
    """One attack. Run, it sets `__xss` or opens a dialog; `text` is what an editor would miss if it were lost."""

    id: str
    html: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class PlainText:
    """Something a person may write that is not markup, though it has its signs; all of it must stay readable."""

    id: str
    text: str


@cache
def payloads() -> tuple[Payload, ...]:
    return tuple(Payload(**row) for row in _rows("payloads"))


@cache
def plain_texts() -> tuple[PlainText, ...]:
    return tuple(PlainText(**row) for row in _rows("texts"))


def _rows(name: str) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = json.loads(FILE.read_text(encoding="utf-8"))[name]
    return rows
