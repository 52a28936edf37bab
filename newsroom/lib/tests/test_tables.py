"""CSV that leaves the house."""

import csv
import io
from datetime import UTC, datetime

import pytest

from newsroom.lib.tables import csv_lines


def read(rows):
    return list(csv.reader(io.StringIO("".join(csv_lines(rows)), newline="")))


class TestCells:
    def test_quotes_commas_and_lines_come_back_as_they_were(self):
        row = ['She said "no", twice', "two\nlines", "Grüße", ""]

        assert read([row]) == [row]

    @pytest.mark.parametrize("text", ["=1+1", "+44 20", "-2", "@SUM(A1)", "\t=1", "\r=1"])
    def test_a_text_that_would_be_calculated_gets_an_apostrophe(self, text):
        assert read([[text]])[0][0].startswith("'")

    def test_numbers_and_nothing_stay_what_they_are(self):
        assert read([[-3, 2.5, None]]) == [["-3", "2.5", ""]]

    def test_times_are_written_with_their_offset(self):
        assert read([[datetime(2026, 11, 24, 9, 5, tzinfo=UTC)]]) == [["2026-11-24T09:05:00+00:00"]]
