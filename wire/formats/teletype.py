"""What the formats of the teletypes have in common: wrapped lines, tables, datelines, what is private, times."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from datetime import datetime, tzinfo
from typing import TypeVar

from newsroom.lib.clock import parse_instant
from newsroom.lib.text import clean_line, without_unprintable
from wire.formats import charsets
from wire.formats.item import ParseError

MAX_MESSAGES = 2000
T = TypeVar("T")

# From a line with one of these sentences on nothing is for readers
_SAID = (
    r"The following information is not (?:for|intended for) publication"
    r"|(?:Die folgenden|Folgende|Diese|Nachfolgende) Informationen sind nicht (?:für die|zur) Veröffentlichung"
    r"|.{0,40}\bnicht zur Veröffentlichung bestimmt"
    r"|(?:Not for publication|NOT FOR PUBLICATION|Nicht zur Veröffentlichung|Ne pas publier|No publicar)\s*(?:[:.!]|$)"
)
# Agencies also put headings over such parts, which in a press release may be meant for readers
_HEADINGS = (
    r"|(?:dpa[ -])?(?:Notizblock|Notebook|NOTEBOOK|NOTIZBLOCK)\b[^.]{0,20}$"
    r"|(?:Redaktionelle Hinweise|Editorial contacts?|Editorial notes?|Notes? to editors|NOTES? TO EDITORS)\s*:?\s*$"
    r"|# ?# ?#? ?(?:Ansprechpartner|Kontakte?|Contacts?|dpa-Kontakte|Service)\b"
)
_LINE_START = r"^[ \t#*_<^=-]*+"
_SENTENCES = re.compile(f"{_LINE_START}(?:{_SAID})", re.MULTILINE)
_PRIVATE = re.compile(f"{_LINE_START}(?:{_SAID}{_HEADINGS})", re.MULTILINE)
KILLS = "The message seems to kill another one, which it does not name in a way we can follow."
NO_HEADLINE = "No headline was sent; the first words stand in."
_COLUMNS = re.compile(r"\S(?: {2,}|\t+)\S")
_INDENTED = re.compile(r"[ \t]{2,}")
_DATELINE = re.compile(r"[A-ZÀ-ÖØ-Þ][^\n()<>]{1,70}\(([^()\n]{2,20})\)\s*(?:[-–—_=:]+|\.-)\s+")
_LOUD = re.compile(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ .,'’/-]{2,50}(?:, [A-Z][\w. ]{2,30})?\s(?:--|_|–|—)\s+")
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan ene gen", "feb fev fév", "mar mrz mär mae", "apr avr abr", "may mai mei mag", "jun juin giu",
            "jul juil lug", "aug aou aoû ago", "sep set", "oct okt ott", "nov", "dec dez dic déc des",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip


def read(payload: bytes, *, charset: str) -> tuple[str, str]:
    """Return the text of a file with plain line ends, and a warning or nothing."""
    decoded, warning = charsets.decode(payload, charset=charset)
    return decoded.replace("\r\r\n", "\n").replace("\r\n", "\n").replace("\r", "\n"), warning


def pieces(text: str, starts: list[int]) -> Iterator[str]:
    """Yield what stands from one start to the next, up to its EOT; the whole when there is no start."""
    for start, end in zip(starts or [0], [*starts[1:], len(text)], strict=True):
        yield text[start:end].split("\x04", 1)[0]


def counted(messages: list[T], *, format: str) -> list[T]:
    """Return the messages of a file. Raises ParseError when there are none or too many: no_items, too_many."""
    if not messages:
        raise ParseError("no_items", f"No message of {format} was found: none has its first line.")
    if len(messages) > MAX_MESSAGES:
        raise ParseError("too_many", f"The file holds {len(messages)} messages; at most {MAX_MESSAGES} are taken in.")
    return messages


def split_private(text: str, *, only_sentences: bool = False) -> tuple[str, str]:
    """Return what may be published, and from the first mark on what may not. Headings of agencies count, if wanted."""
    found = (_SENTENCES if only_sentences else _PRIVATE).search(text)
    return (text[: found.start()], text[found.start() :].strip()) if found else (text, "")


def to_html(text: str) -> str:
    """Return wrapped lines as paragraphs: blank lines and indents part them; lines in columns stay as they are."""
    blocks: list[tuple[bool, list[str]]] = []
    fresh = True
    for line in without_unprintable(text).splitlines():
        if not line.strip():
            fresh = True
            continue
        in_columns = bool(_COLUMNS.search(line.strip()))
        starts = fresh or (bool(_INDENTED.match(line)) and not in_columns and not blocks[-1][0])
        if starts or in_columns != blocks[-1][0]:
            blocks.append((in_columns, []))
        blocks[-1][1].append(line)
        fresh = False
    return "\n".join(_block(is_table, lines) for is_table, lines in _settled(blocks))


def tables_apart(text: str) -> str:
    """Return a text that was said to be a table as one, whatever it looks like."""
    lines = without_unprintable(text).expandtabs(8).rstrip().strip("\n")
    return f"<pre>{html.escape(lines, quote=False)}</pre>" if lines.strip() else ""


def split_dateline(text: str) -> tuple[str, str]:
    """Return the dateline that begins a text, and the text without it."""
    start = text.lstrip()
    found = _DATELINE.match(start) or _LOUD.match(start)
    if not found:
        return "", text
    indent = text[: len(text) - len(start)]
    return clean_line(found[0]).rstrip(" -–—_=:"), indent + start[found.end() :]


def instant(day: str, clock: str, month: str, year: str, zone_sent: str, *, zone: tzinfo) -> datetime | None:
    """Return the time that stands at the end of a message: 04, 0512, Nov, 26."""
    number = _MONTHS.get(month.lower()[:4]) or _MONTHS.get(month.lower()[:3])
    if number is None:
        return None
    full = year if len(year) == 4 else f"20{year}" if int(year) < 70 else f"19{year}"
    return parse_instant(f"{full}-{number:02}-{int(day):02}T{clock[:2]}:{clock[2:]}{zone_sent}", zone=zone)


def _settled(blocks: list[tuple[bool, list[str]]]) -> list[tuple[bool, list[str]]]:
    """Make prose of what looks like a table of one line, unless a table is next to it."""
    settled: list[tuple[bool, list[str]]] = []
    for at, (is_table, lines) in enumerate(blocks):
        neighbours = blocks[max(at - 1, 0) : at] + blocks[at + 1 : at + 2]
        table = is_table and (len(lines) > 1 or any(other and len(more) > 1 for other, more in neighbours))
        settled.append((table, lines))
    return settled


def _block(is_table: bool, lines: list[str]) -> str:
    if is_table:
        return tables_apart("\n".join(lines))
    return f"<p>{html.escape(' '.join(' '.join(lines).split()), quote=False)}</p>"
