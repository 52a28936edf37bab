"""Finds an embargo that is said in words, and its time where that is clear. Refuses to guess.

Clear is a day with its month and a time of day; the year may follow from when the text was sent. Of a day alone, or
with a time in a zone we do not know, the end counts: better late than early. Anything else is for a person to read.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, tzinfo

from newsroom.lib.clock import ZONE_HOURS, parse_instant
from newsroom.lib.text import clean_line

# How far behind the words their time may stand
REACH = 140
_WORDS = re.compile(
    r"\bSperrfrist\b|\bSPERRFRIST\b|\bSperrvermerk\b|\bfrei(?:gegeben)? (?:ab|zur Veröffentlichung ab)\b"
    r"|\b(?:STRICTLY )?EMBARGO(?:ED)?\b(?= ?[:\-–—]| UNTIL| TILL| TO | FOR |\s*$| JUSQU| HASTA| FINO| TOT| BIS| \d)"
    r"|\b[Ee]mbargo(?:ed|es)?:?(?= (?:until|till|to \d|for (?:release|publication)|jusqu|hasta|fino|tot|bis|au|al) )"
    r"|\b[Ee]mbargo ?:|\bunder (?:strict )?embargo\b|\b(?:[Ss]ous|[Bb]ajo|[Ss]otto|[Oo]nder|[Uu]nder) embargo\b"
    r"|\bHOLD FOR RELEASE\b|\b(?:HOLD|FOR RELEASE)(?: (?:UNTIL|AT|ON))\b|\bHFR\b|\b[Nn]ot (?:for|to be) "
    r"(?:release[d]?|publication|publish(?:ed)?|use[d]?) (?:before|until)\b"
    r"|\bNOT FOR (?:RELEASE|PUBLICATION) (?:BEFORE|UNTIL)\b"
    r"|\b[Ff]or release (?:at|on|after)\b|\bNicht vor (?:dem )?\d|\bJulkaisuvapaa\b|\bVarattu\b",
    re.MULTILINE,
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier janv enero ene gennaio gen januari janeiro",
            "february feb februar feber février fevrier févr febrero febbraio februari fevereiro",
            "march mar märz mrz maerz mars marzo maart mrt março marts",
            "april apr avril avr abril abr aprile",
            "may mai mayo maggio mag mei maj maio",
            "june jun juni juin junio giugno giu junho",
            "july jul juli juillet juil julio luglio lug julho",
            "august aug août aout agosto ago augustus augusti",
            "september sep sept septembre septiembre settembre set setembro",
            "october oct okt oktober octobre octubre ottobre ott outubro",
            "november nov novembre noviembre novembro",
            "december dec dez dezember décembre déc diciembre dic dicembre desember des dezembro",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?:,?\s*(?P<year>20\d\d))?"
_DAYS = (
    re.compile(r"(?P<year>20\d\d)-(?P<month>\d\d)-(?P<day>\d\d)"),
    re.compile(r"(?<!\d)(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>20\d\d|\d\d(?!\d|[.:]))?"),
    re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:\.|st|nd|rd|th|er|º)?\s(?:de |of )?(?P<month>{_MONTH})\b\.?(?: de)?{_YEAR}", re.I
    ),
    re.compile(rf"\b(?P<month>{_MONTH})\.?\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b{_YEAR}", re.I),
)
_TIMES = (
    re.compile(r"(?<![\d.])(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap])\.?m\b\.?", re.I),
    re.compile(
        r"(?<![\d.])(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?![\d.]\d)(?:[:.]\d\d)?(?:\s?(?:Uhr|uur|hrs|h\b|klo))?", re.I
    ),
    re.compile(r"(?<![\d.])(?P<hour>\d{1,2})\s?h\s?(?P<minute>\d\d)?\b", re.I),
    re.compile(r"(?<![\d.])(?P<hour>\d{1,2})\s?(?:Uhr|uur|hrs)\b(?:\s(?P<minute>\d\d)\b)?", re.I),
    re.compile(
        r"(?<![\d.])(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?=\s?(?:GMT|UTC|hrs|hours|HRS|HOURS|BST|CET|CEST|MEZ|MESZ|Uhr|h\b))"
    ),
)
_ZONE = re.compile(
    r"\W{0,2}(?:(?:HOURS|HRS|LOCAL|hours|hrs) )?(?:\(?([A-Z]{1,3}T|UTC|BST|MEZ|MESZ|TRT)\b|([+-]\d\d:?\d\d)\b)"
)
_AMERICAN = {"ET": "EST", "CT": "CST", "MT": "MST", "PT": "PST"}


def find(words: str, *, zone: tzinfo, sent_at: datetime | None) -> tuple[datetime | None, str]:
    """Return the end of an embargo where it is clear, and a warning in a sentence wherever there are such words."""
    found = _WORDS.search(words)
    if found is None:
        return None, ""
    after = words[found.start() : found.end() + REACH].split("\n\n", 1)[0]
    until = _instant(after, zone, sent_at)
    quoted = clean_line(after.split("\n", 1)[0])[:100]
    if until is None:
        return None, f"The text speaks of an embargo whose time we cannot read: “{quoted}”."
    return until, f"The text says an embargo in words: “{quoted}”."


def _instant(words: str, zone: tzinfo, sent_at: datetime | None) -> datetime | None:
    day = next((match for match in (pattern.search(words) for pattern in _DAYS) if match), None)
    if day is None:
        return None
    date = _date(day, zone, sent_at)
    if not date:
        return None
    rest = words[: day.start()] + " " * (day.end() - day.start()) + words[day.end() :]
    time = next((match for match in (pattern.search(rest) for pattern in _TIMES) if match), None)
    zone_sent = _zone(rest[time.end() :]) if time else None
    if time is None or zone_sent is None:
        midnight = parse_instant(date, zone=zone)
        return midnight + timedelta(days=1) if midnight else None
    hour, minute = int(time["hour"]), int(time["minute"] or 0)
    half = time.groupdict().get("half")
    if half:
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    return parse_instant(f"{date}T{hour:02}:{minute:02}{zone_sent}", zone=zone)


def _date(match: re.Match[str], zone: tzinfo, sent_at: datetime | None) -> str:
    """Return the day in ISO's spelling; a missing year is the one in which the day lies nearest to the sending."""
    spelled = match["month"].lower()
    month = int(spelled) if spelled.isdigit() else _MONTHS[spelled]
    year = match["year"]
    if not year and sent_at is None:
        return ""
    if not year and sent_at is not None:
        near = sent_at.astimezone(zone)
        years = [near.year - 1, near.year, near.year + 1]
        year = str(min(years, key=lambda one: abs(datetime(one, min(month, 12) or 1, 1, tzinfo=UTC) - sent_at)))
    year = f"20{year}" if len(year) == 2 else year
    return f"{year}-{month:02}-{int(match['day']):02}"


def _zone(after: str) -> str | None:
    """Return the zone that stands behind a time, "" where none does, None for one that we do not know."""
    found = _ZONE.match(after)
    if not found:
        return ""
    sent = _AMERICAN.get(found[1], found[1]) if found[1] else found[2]
    return sent if found[2] or sent in ZONE_HOURS else None
