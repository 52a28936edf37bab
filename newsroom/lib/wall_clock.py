"""What a clock on the wall means in a zone: nothing in the hour that spring leaves out, two instants in the hour that
autumn repeats. Times are to the minute."""

from datetime import UTC, datetime, timedelta, tzinfo

MINUTE = timedelta(minutes=1)


def instants(wall: datetime, zone: tzinfo) -> list[datetime]:
    """Return the instants, in UTC, at which clocks in `zone` show `wall` (naive): none, one, or two in order."""
    found = {wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)}
    return sorted(instant for instant in found if shown(instant, zone) == wall.replace(fold=0))


def shown(instant: datetime, zone: tzinfo) -> datetime:
    """Return what clocks in `zone` show at an aware instant, as a naive time that says nothing of which of two."""
    return instant.astimezone(zone).replace(tzinfo=None, fold=0)


def neighbours(wall: datetime, zone: tzinfo) -> tuple[datetime, datetime]:
    """Return the last minute before and the first after the gap in which `wall` (naive) lies, as clocks show them.

    Raises ValueError for a time that clocks do show.
    """
    early, late = (wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (1, 0))
    if not early < late or instants(wall, zone):
        raise ValueError(f"Clocks do show {wall:%Y-%m-%d %H:%M}.")
    after = late.astimezone(zone).utcoffset()
    low, high = 0, int((late - early) / MINUTE)
    while high - low > 1:  # the first minute with the offset that holds after the gap
        middle = (low + high) // 2
        if (early + middle * MINUTE).astimezone(zone).utcoffset() == after:
            high = middle
        else:
            low = middle
    first = early + high * MINUTE
    return shown(first - MINUTE, zone), shown(first, zone)
