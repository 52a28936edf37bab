"""Instants: one ladder that reads the dates wires send, and the spellings we write.

Refuses to guess: what no rung can read is None, never a made-up date.
"""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from email.utils import format_datetime
from functools import lru_cache

# Hours from UTC. Names that mean several places (IST, AST) are missing on purpose.
ZONE_HOURS = {
    "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEST": 1, "BST": 1,
    "CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2, "MET": 1, "MEST": 2,
    "EET": 2, "EEST": 3, "MSK": 3, "TRT": 3, "HKT": 8, "SGT": 8, "JST": 9, "KST": 9,
    "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}  # fmt: skip
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

_TIME = r"(?P<hour>\d\d):?(?P<minute>\d\d)(?::?(?P<second>\d\d)(?:[.,](?P<fraction>\d+))?)?"
_ZONE = r"\s*(?P<zone>[A-Za-z]{1,4}|[+-]\d\d(?::?\d\d)?)?"
_ISO = re.compile(
    r"(?P<year>\d{4})(?P<dash>-?)(?P<month>\d\d)(?P=dash)(?P<day>\d\d)"
    rf"(?:[T ]\s*{_TIME}{_ZONE})?",
    re.ASCII | re.IGNORECASE,
)
_PLAIN = re.compile(
    r"(?:\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d|\d{8}T\d{6})(?:Z|[+-]\d\d:?[0-5]\d)",
    re.ASCII,
)
_RFC822 = re.compile(
    r"(?:[A-Za-z]{3,9},?\s+)?(?P<day>\d{1,2})[ -](?P<month>[A-Za-z]{3,9})\.?[ -]"
    r"(?P<year>\d{4}|\d\d)\s+(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d))?"
    rf"{_ZONE}(?:\s*\([^()]*\))?",
    re.ASCII,
)


def parse_instant(s: str, *, zone: tzinfo) -> datetime | None:
    """Read a date as sent and give the aware UTC instant, or None when it is unreadable.

    Rungs: ISO 8601 basic and extended, then RFC 822 with numeric or named zones.
    A date without a zone is local to `zone`; a day without a time is its midnight there.
    """
    spelling = " ".join(s.split())
    instant = _plain_instant(spelling)
    if instant:
        return instant
    for pattern, month_of in ((_ISO, int), (_RFC822, _month_number)):
        match = pattern.fullmatch(spelling)
        if match:
            return _instant(match.groupdict(), month_of, zone)
    return None


def rfc822(dt: datetime) -> str:
    """Write an aware instant as RSS and HTTP want it: "Tue, 03 Nov 2026 10:00:00 GMT"."""
    return format_datetime(dt.astimezone(UTC), usegmt=True)


def relative(dt: datetime, now: datetime) -> str:
    """Say how far `dt` is from `now`: "38 minutes ago", "in 2 h 10 min".

    The past is rounded down to one unit; the future is a plan, so hours keep their minutes.
    """
    seconds = int((dt - now).total_seconds())
    return _ahead(seconds) if seconds > 0 else _ago(-seconds)


def local_date(dt: datetime, zone: tzinfo) -> date:
    """Tell which day the aware instant falls on for people in `zone`."""
    return dt.astimezone(zone).date()


def _instant(parts: dict[str, str | None], month_of: Callable[[str], int], zone: tzinfo) -> datetime | None:
    try:
        offset = _offset(parts["zone"], zone)
        year, month = _year(parts["year"] or ""), month_of(parts["month"] or "")
        day = datetime(year, month, int(parts["day"] or ""), tzinfo=offset)
        return _with_time(day, parts).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _plain_instant(spelling: str) -> datetime | None:
    """Read what most wires send, 2026-11-20T08:00:00Z or with +01:00; anything else is for the ladder."""
    if not _PLAIN.fullmatch(spelling):
        return None
    try:
        return datetime.fromisoformat(spelling).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _with_time(day: datetime, parts: dict[str, str | None]) -> datetime:
    """Add the time of day; 24:00 is the next midnight and a leap second is the one before."""
    hour, minute, second = (int(parts[name] or 0) for name in ("hour", "minute", "second"))
    microsecond = int((parts.get("fraction") or "0")[:6].ljust(6, "0"))
    if (hour, minute, second) == (24, 0, 0):
        return day + timedelta(days=1)
    return day.replace(
        hour=hour, minute=minute, second=59 if second == 60 else second,
        microsecond=microsecond,
    )  # fmt: skip


def _year(digits: str) -> int:
    """Read a year; of two digits, 00-49 are this century (RFC 2822, section 4.3)."""
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (2000 if year < 50 else 1900)


def _month_number(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _offset(spelling: str | None, zone: tzinfo) -> tzinfo:
    """Read a zone as sent; raises ValueError for a name that is unknown or ambiguous."""
    if not spelling:
        return zone
    return _fixed_zone(spelling)


@lru_cache(maxsize=512)
def _fixed_zone(spelling: str) -> timezone:
    if spelling[0] in "+-":
        digits = spelling[1:].replace(":", "").ljust(4, "0")
        if int(digits[2:]) > 59:
            raise ValueError(f"Offset {spelling} has more than 59 minutes.")
        distance = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
        return timezone(-distance if spelling[0] == "-" else distance)
    if spelling.upper() not in ZONE_HOURS:
        raise ValueError(f"Zone {spelling} is unknown.")
    return timezone(timedelta(hours=ZONE_HOURS[spelling.upper()]))


def _ago(seconds: int) -> str:
    for size, unit in ((86_400, "day"), (3_600, "hour"), (60, "minute")):
        count = seconds // size
        if count:
            return f"{count} {unit}{'' if count == 1 else 's'} ago"
    return "just now"


def _ahead(seconds: int) -> str:
    minutes = seconds // 60
    if not minutes:
        return "in less than a minute"
    if minutes < 60:
        return f"in {minutes} min"
    hours, rest = divmod(minutes, 60)
    if hours < 48:
        return f"in {hours} h {rest} min" if rest else f"in {hours} h"
    return f"in {hours // 24} days"
