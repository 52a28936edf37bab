"""Clocks that jump: five zones, among them one of half an hour and one that lost a whole day."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from newsroom.lib.wall_clock import instants, neighbours, shown

ZONES = ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Apia"]
MINUTE = timedelta(minutes=1)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


class TestOrdinaryTimes:
    @pytest.mark.parametrize("zone", ZONES)
    def test_are_one_instant_and_come_back_as_they_were(self, zone):
        wall = at("2026-11-05T11:30")

        (instant,) = instants(wall, ZoneInfo(zone))

        assert instant.tzinfo == UTC
        assert shown(instant, ZoneInfo(zone)) == wall


class TestTheHourThatSpringLeavesOut:
    @pytest.mark.parametrize(
        "zone, wall, before, after",
        [
            ("Europe/London", "2027-03-28T01:00", "2027-03-28T00:59", "2027-03-28T02:00"),
            ("Europe/London", "2027-03-28T01:30", "2027-03-28T00:59", "2027-03-28T02:00"),
            ("Europe/London", "2027-03-28T01:59", "2027-03-28T00:59", "2027-03-28T02:00"),
            ("America/New_York", "2027-03-14T02:15", "2027-03-14T01:59", "2027-03-14T03:00"),
            ("Australia/Lord_Howe", "2026-10-04T02:10", "2026-10-04T01:59", "2026-10-04T02:30"),
            ("Pacific/Apia", "2011-12-30T12:00", "2011-12-29T23:59", "2011-12-31T00:00"),
            ("Pacific/Apia", "2020-09-27T03:20", "2020-09-27T02:59", "2020-09-27T04:00"),
        ],
    )
    def test_is_no_instant_and_lies_between_two(self, zone, wall, before, after):
        assert instants(at(wall), ZoneInfo(zone)) == []
        assert neighbours(at(wall), ZoneInfo(zone)) == (at(before), at(after))

    @pytest.mark.parametrize("zone", ZONES)
    def test_is_none_on_other_days(self, zone):
        with pytest.raises(ValueError, match="do show"):
            neighbours(at("2026-11-05T01:30"), ZoneInfo(zone))

    def test_is_not_the_repeated_one(self):
        with pytest.raises(ValueError, match="do show"):
            neighbours(at("2026-10-25T01:30"), ZoneInfo("Europe/London"))


class TestTheHourThatAutumnRepeats:
    @pytest.mark.parametrize(
        "zone, wall, first, second",
        [
            ("Europe/London", "2026-10-25T01:30", "2026-10-25T00:30+00:00", "2026-10-25T01:30+00:00"),
            ("America/New_York", "2026-11-01T01:00", "2026-11-01T05:00+00:00", "2026-11-01T06:00+00:00"),
            ("Australia/Lord_Howe", "2027-04-04T01:45", "2027-04-03T14:45+00:00", "2027-04-03T15:15+00:00"),
            ("Pacific/Apia", "2021-04-04T03:30", "2021-04-03T13:30+00:00", "2021-04-03T14:30+00:00"),
        ],
    )
    def test_is_two_instants(self, zone, wall, first, second):
        assert instants(at(wall), ZoneInfo(zone)) == [at(first), at(second)]
        assert {shown(instant, ZoneInfo(zone)) for instant in instants(at(wall), ZoneInfo(zone))} == {at(wall)}


@pytest.mark.parametrize("zone", ZONES)
def test_every_half_hour_of_a_year_has_an_answer_that_fits(zone):
    here, wall = ZoneInfo(zone), at("2010-12-31T00:00")
    while wall < at("2012-01-02T00:00"):
        found = instants(wall, here)
        assert all(shown(instant, here) == wall for instant in found)
        if not found:
            before, after = neighbours(wall, here)
            assert before < wall < after
            assert instants(before, here)[-1] + MINUTE == instants(after, here)[0]
        wall += 30 * MINUTE
