"""Instants as wires send them, and as we write them."""

from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.lib.clock import local_date, parse_instant, relative, rfc822

KYIV = ZoneInfo("Europe/Kyiv")
NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
INSTANTS = st.datetimes(datetime(1950, 1, 1), datetime(2049, 12, 31), timezones=st.just(UTC))


class TestReading:
    @pytest.mark.parametrize(
        "spelling",
        [
            "2026-11-03T10:00:00Z", "2026-11-03T10:00:00+00:00", "2026-11-03T11:00:00+01:00", "2026-11-03T11:00:00+0100",
            "2026-11-03T12:00+02", "20261103T100000Z", "20261103T1100+0100", "2026-11-03 10:00:00 UTC", "2026-11-03t10:00:00.000z",
            "2026-11-03T10:00:00,000Z", "2026-11-03T05:00:00-0500", " 2026-11-03T10:00:00Z\n", "20261103T120000", "2026-11-03 12:00",
            "Tue, 03 Nov 2026 10:00:00 GMT", "Tue, 3 Nov 2026 10:00 +0000", "3 Nov 2026 12:00:00 CEST", "Tue, 03 Nov 2026 11:00:00 BST",
            "Tue, 03 Nov 2026 05:00:00 EST", "Tue, 03 Nov 2026 12:00:00 +02:00", "Tue, 03 Nov 26 10:00:00 Z",
            "Tuesday, 3 November 2026 10:00:00 -0000", "Tue, 03 Nov 2026 10:00:00 +0000 (UTC)", "Tue, 03 Nov 2026 12:00:00",
            "03-Nov-2026 10:00:00 GMT", "Tue, 03 Nov 2026 02:00:00 PST",
        ],
    )  # fmt: skip
    def test_every_spelling_is_the_same_instant(self, spelling):
        assert parse_instant(spelling, zone=KYIV) == datetime(2026, 11, 3, 10, tzinfo=UTC)

    @pytest.mark.parametrize(
        "spelling",
        ["", "yesterday", "03/11/2026", "1793700000", "2026-13-01", "2026-02-30T10:00:00Z", "2026-1103", "Tue, 03 Foo 2026 10:00:00 GMT",
         "Tue, 03 Nov 2026 10:00:00 IST", "2026-11-03T25:00:00Z", "2026-11-03T10:61:00Z", "0000-01-01T00:00:00Z",
         "0001-01-01T00:00:00+05:00", "2026-11-03T10:00:00+99:00", "2026-11-03T10:00:00+01:99", "٢٠٢٦-١١-٠٣", "2026-11-03T"],
    )  # fmt: skip
    def test_what_cannot_be_read_is_none_and_never_invented(self, spelling):
        assert parse_instant(spelling, zone=KYIV) is None

    def test_a_day_alone_is_its_midnight_in_the_zone(self):
        assert parse_instant("2026-07-01", zone=KYIV) == datetime(2026, 6, 30, 21, tzinfo=UTC)

    def test_a_naive_time_follows_summer_time_of_the_zone(self):
        assert parse_instant("2026-07-01T12:00:00", zone=KYIV) == datetime(2026, 7, 1, 9, tzinfo=UTC)
        assert parse_instant("2026-01-01T12:00:00", zone=KYIV) == datetime(2026, 1, 1, 10, tzinfo=UTC)

    def test_midnight_may_be_called_24_and_a_leap_second_is_the_one_before(self):
        assert parse_instant("2026-12-31T24:00:00Z", zone=UTC) == datetime(2027, 1, 1, tzinfo=UTC)
        assert parse_instant("2016-12-31T23:59:60Z", zone=UTC) == datetime(2016, 12, 31, 23, 59, 59, tzinfo=UTC)

    def test_old_two_digit_years_are_of_the_last_century(self):
        assert parse_instant("01 Jan 99 00:00:00 GMT", zone=UTC) == datetime(1999, 1, 1, tzinfo=UTC)

    @given(INSTANTS, st.integers(-14 * 60, 14 * 60))
    def test_iso_is_read_back_from_any_offset(self, instant, minutes):
        spelling = instant.astimezone(timezone(timedelta(minutes=minutes))).isoformat()

        assert parse_instant(spelling, zone=KYIV) == instant

    @given(st.text(max_size=40))
    def test_any_text_gives_an_aware_instant_or_none(self, text):
        instant = parse_instant(text, zone=KYIV)

        assert instant is None or instant.tzinfo is UTC


class TestWriting:
    def test_rfc822_is_in_gmt(self):
        assert rfc822(datetime(2026, 11, 3, 12, tzinfo=KYIV)) == "Tue, 03 Nov 2026 10:00:00 GMT"

    @given(INSTANTS)
    def test_rfc822_is_read_back(self, instant):
        second = instant.replace(microsecond=0)

        assert parse_instant(rfc822(second), zone=KYIV) == second == parsedate_to_datetime(rfc822(second))

    def test_the_day_depends_on_the_zone(self):
        late = datetime(2026, 11, 3, 23, tzinfo=UTC)

        assert local_date(late, KYIV) == date(2026, 11, 4)
        assert local_date(late, UTC) == date(2026, 11, 3)


class TestSayingHowFar:
    @pytest.mark.parametrize(
        ("distance", "words"),
        [
            (timedelta(0), "just now"),
            (-timedelta(seconds=59), "just now"),
            (-timedelta(minutes=1), "1 minute ago"),
            (-timedelta(minutes=38, seconds=40), "38 minutes ago"),
            (-timedelta(hours=1, minutes=59), "1 hour ago"),
            (-timedelta(hours=5), "5 hours ago"),
            (-timedelta(days=3, hours=5), "3 days ago"),
            (timedelta(seconds=30), "in less than a minute"),
            (timedelta(minutes=38), "in 38 min"),
            (timedelta(hours=2, minutes=10), "in 2 h 10 min"),
            (timedelta(hours=3), "in 3 h"),
            (timedelta(days=3, hours=2), "in 3 days"),
        ],
    )
    def test_in_words(self, distance, words):
        assert relative(NOON + distance, NOON) == words
