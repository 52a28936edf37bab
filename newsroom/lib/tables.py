"""Tables that leave the house as CSV, row by row, safe to open in a spreadsheet."""

import csv
from collections.abc import Iterable, Iterator
from datetime import datetime

# A cell that begins so is a formula to a spreadsheet (OWASP, CSV injection)
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


class _Line:
    """Hands each written line back instead of keeping it."""

    def write(self, line: str) -> str:
        return line


def csv_lines(rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """Yield one CSV line per row (RFC 4180); a text that a spreadsheet would calculate gets an apostrophe in front.

    Numbers stay numbers, aware datetimes are written in ISO 8601, None is empty.
    """
    writer = csv.writer(_Line())
    for row in rows:
        yield writer.writerow([_cell(value) for value in row])


def _cell(value: object) -> object:
    if value is None or isinstance(value, int | float):
        return "" if value is None else value
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    text = str(value)
    return f"'{text}" if text.startswith(_BEGINS_A_FORMULA) else text
