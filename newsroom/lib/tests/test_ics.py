"""Calendars for other programs."""

from datetime import UTC, datetime, timedelta, timezone

from newsroom.lib.ics import Event, calendar

AT = datetime(2026, 11, 24, 18, 0, tzinfo=timezone(timedelta(hours=1)))


def lines(title="Ferry talks"):
    return calendar("Desk", [Event("due-1@x", AT, title, AT)]).split("\r\n")


class TestACalendar:
    def test_has_its_times_in_utc(self):
        assert "DTSTART:20261124T170000Z" in lines()
        assert "DTEND:20261124T171500Z" in lines()
        assert datetime(2026, 11, 24, 17, tzinfo=UTC) == AT

    def test_escapes_what_means_something(self):
        assert "SUMMARY:One\\, two\\; three\\\\ four\\nEND:VCALENDAR" in lines(
            "One, two; three\\ four\r\nEND:VCALENDAR"
        )

    def test_folds_long_lines_between_characters(self):
        folded = lines("Ж" * 100)

        assert all(len(line.encode()) <= 75 for line in folded)
        assert "".join(line[1:] if line.startswith(" ") else f"\n{line}" for line in folded).count("Ж") == 100

    def test_is_whole(self):
        assert (lines()[0], lines()[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])
