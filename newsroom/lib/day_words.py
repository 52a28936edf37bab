"""Words that mean another day when a text goes out later than it is written: today, yesterday evening, on Monday.
Refuses to guess: "may" and "second" are no days here, and a weekday is flagged with the date it will mean."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_PART = r"(?:\s+(?:morning|afternoon|evening|night|lunchtime))?"
_TEIL = r"(?:\s+(?:früh|morgen|vormittag|mittag|nachmittag|abend|nacht))?"
_RELATIVE = {
    "en": {
        rf"yesterday{_PART}": -1,
        r"last\s+night": -1,
        r"today": 0,
        r"tonight": 0,
        r"this\s+(?:morning|afternoon|evening)": 0,
        rf"tomorrow{_PART}": 1,
        r"(?:the\s+)?day\s+after\s+tomorrow": 2,
        r"(?:the\s+)?day\s+before\s+yesterday": -2,
    },
    "de": {
        rf"vorgestern{_TEIL}": -2,
        rf"gestern{_TEIL}": -1,
        rf"heute{_TEIL}": 0,
        rf"übermorgen{_TEIL}": 2,
        r"morgen\s+(?:früh|vormittag|mittag|nachmittag|abend)": 1,
    },
}
_WEEKDAYS = {
    "en": "monday tuesday wednesday thursday friday saturday sunday".split(),
    "de": "montag dienstag mittwoch donnerstag freitag samstag sonntag".split(),
}
_EACH = {"en": r"(?:every\s+|each\s+)?", "de": r"(?:jeden\s+)?"}


@dataclass(frozen=True, slots=True)
class DayWord:
    """A phrase as written, the day it means where it is written, and the day it will mean when it goes out."""

    phrase: str
    meant: date
    will_mean: date


def _patterns(language: str) -> list[tuple[re.Pattern[str], int]]:
    """Return the phrases of a language with their distance in days; "day after tomorrow" before "tomorrow"."""
    phrases = sorted(_RELATIVE[language].items(), key=lambda item: -abs(item[1]))
    return [(re.compile(rf"\b{pattern}\b", re.IGNORECASE), days) for pattern, days in phrases]


_COMPILED = {language: _patterns(language) for language in _RELATIVE}
_WEEKDAY = {
    language: re.compile(rf"\b({_EACH[language]})({'|'.join(names)})\b", re.IGNORECASE)
    for language, names in _WEEKDAYS.items()
}


def day_words(text: str, language: str, *, written: date, out: date) -> list[DayWord]:
    """Return the phrases of `text` that mean another day on `out` than on `written`, each once, in order.

    `language` is a BCP 47 tag, of which the first part counts; one without a table has no such phrases. A weekday is
    the nearest one ahead, the day itself included: it changes its meaning when the text goes out after it.
    """
    name = language.replace("_", "-").split("-")[0].lower()
    if name not in _COMPILED or written == out:
        return []
    found: dict[str, tuple[int, DayWord]] = {}
    taken: list[tuple[int, int]] = []
    for pattern, days in _COMPILED[name]:
        distance = timedelta(days=days)
        for match in pattern.finditer(text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            taken.append(match.span())
            phrase = " ".join(match.group().split())
            found.setdefault(phrase.lower(), (match.start(), DayWord(phrase, written + distance, out + distance)))
    for start, word in _weekdays(text, name, written=written, out=out):
        found.setdefault(word.phrase.lower(), (start, word))
    return [word for _, word in sorted(found.values(), key=lambda item: item[0])]


def _weekdays(text: str, language: str, *, written: date, out: date) -> list[tuple[int, DayWord]]:
    found = []
    for match in _WEEKDAY[language].finditer(text):
        every, name = match.groups()
        place = _WEEKDAYS[language].index(name.lower())
        meant, will_mean = _next(place, written), _next(place, out)
        if not every and meant != will_mean:
            found.append((match.start(), DayWord(name, meant, will_mean)))
    return found


def _next(weekday: int, day: date) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)
