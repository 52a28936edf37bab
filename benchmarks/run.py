"""Runs every benchmark, prints the tables and keeps them in benchmarks/results.md: `make bench`, some ten minutes."""

from __future__ import annotations

from pathlib import Path

from benchmarks import archive, desk, pages, weights
from benchmarks.report import machine

RESULTS = Path(__file__).with_name("results.md")
HEAD = "# Figures\n\nWritten by `make bench`; what a figure means stands in the file of its benchmark."


def main() -> None:
    tables = [archive.measure(archive.new()), *pages.measure(), *desk.measure()]
    where = machine()
    weights.new()
    tables += weights.measure()
    text = "\n\n".join([HEAD, where, *map(str, tables)]) + "\n"
    RESULTS.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
