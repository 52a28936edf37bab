"""Tables for people, in Markdown, and the facts without which a figure means nothing."""

from __future__ import annotations

import os
import platform
import sqlite3
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import django
from django.conf import settings
from django.db import connection


@dataclass
class Table:
    """One answer: rows of cells, and what a reader must know to read them."""

    title: str
    columns: Sequence[str]
    note: str = ""
    rows: list[Sequence[str]] = field(default_factory=list)

    def add(self, *cells: object) -> None:
        self.rows.append([str(cell) for cell in cells])

    def __str__(self) -> str:
        """Write Markdown: the first column to the left, figures to the right."""
        rules = [":--", *["--:"] * (len(self.columns) - 1)]
        lines = [f"| {' | '.join(cells)} |" for cells in (self.columns, rules, *self.rows)]
        return "\n".join([f"## {self.title}", "", *([self.note, ""] if self.note else []), *lines])


def judged(figure: float, limit: float, *, unit: str = "", digits: int = 1) -> str:
    """Write a figure beside its limit, in bold when it is above."""
    text = f"{figure:.{digits}f} of {limit:g}{unit}"
    return text if figure <= limit else f"**{text}**"


def machine() -> str:
    """Describe where and with what the figures were measured."""
    return (
        f"{datetime.now(UTC):%Y-%m-%d}, commit {_commit()}, {os.cpu_count()} cores ({platform.machine()}), "
        f"Python {platform.python_version()}, Django {django.get_version()}, {_engine()}."
    )


def _commit() -> str:
    """Return the short hash, marked when files differ from it."""
    command = ["git", "-C", str(settings.BASE_DIR), "describe", "--always", "--dirty=+changes"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "unknown"


def _engine() -> str:
    if connection.vendor == "sqlite":
        return f"SQLite {sqlite3.sqlite_version}"
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        return f"PostgreSQL {cursor.fetchone()[0]}"
