"""Reads ANPA 1312, the text format of American wires: with "^" lines before the copy, and older ones without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from newsroom.lib.text import clean_line, without_unprintable
from wire.formats import embargo_words, kind_words, teletype, values
from wire.formats.item import Parsed, ParsedItem, ParsedName, Profile

KEYWORD_LIMIT = 400
MOST_CARETS = 60
# First line: service and number, then what a selector calls; second: priority, category, marks, keyword, day, words
FIRST_LINE = re.compile(r"(?P<service>[A-Za-z]{1,3})(?P<number>\d{3,5})(?:[\x1f \t-]|$)(?P<rest>.*)$")
SECOND_LINE = re.compile(
    r"(?P<priority>[A-Za-z])[ \t]*(?P<category>[A-Za-z])[ \t]?(?P<marks>[\x11-\x14 ]*)(?P<keyword>.*?)"
    r"(?:[ \t]+(?P<month>\d\d?)-(?P<day>\d\d?)(?:[ \t]+(?P<words>\d{1,5}))?)?[ \t]*$"
)
# What APTN's teletype sends on one line: v2557 4 txx 613 1tvks
ONE_LINE = re.compile(
    r"[ \t]*(?P<priority>\w)[ \t]+(?P<category>\w{1,4})[ \t]+(?P<words>\d{1,5})(?:[ \t]+(?P<keyword>.*))?$"
)
_TRAILER = re.compile(
    r"\b(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d\d)[ \t]+(?P<clock>[0-2]\d[0-5]\d)[ \t]?(?P<zone>[A-Z]{3,4})?<?"
)
# It may run over several lines, but never into the copy, which is indented
_CARET = re.compile(r"^\^(?P<text>(?:[^<=^\n]|=(?![ \t]*(?:\n|\Z))|\n(?![\s^]))*)(?P<end>[<=]?)", re.MULTILINE)
_SPACE = re.compile(r"[\n ]*")
_COUNT = re.compile(r",\s*\d{1,5}\s*$")
_SUFFIX = re.compile(
    r"[,\s-]*\b(?:\d{1,2}(?:st|nd|rd|th)\s?-?)?(?:Ld|Lead|Add|Sub|Writethru|Write-?thru|KILL|Kill|Corrective|Correction|Advisory)"
    r"\b.*$"
)
_PICTURES = re.compile(r"^[A-Z][\w-]{0,9} (?:Photos?|Graphics?|Video|Interactive|PHOTOS?|GRAPHICS?)\b")
_NOTE = re.compile(
    r"^(?:(?:Eds?|EDS)\b|Editors?\b|EDITORS\b"
    r"|Note|NOTE|Adv|ADV|For (?:release|use)|FOR RELEASE|HFR|HOLD|EMBARGO|WITH\b|With\b)"
)
_URGENCY = {"f": 1, "b": 2, "u": 3, "r": 4, "d": 5, "a": 5, "s": 6, "w": 6}
_TELETYPE_MARKS = str.maketrans({"\x08": None, "\x1f": " ", "\x1e": " ", "\x7f": None})


@dataclass(frozen=True, slots=True)
class _Message:
    """The parts of a message as they came. `fields` are those of the header."""

    fields: dict[str, str]
    text: str
    trailer: re.Match[str] | None
    is_whole: bool


def parse(payload: bytes, *, profile: Profile) -> list[Parsed]:
    """Return the messages of a file in its order, or raise ParseError."""
    text, warning = teletype.read(payload, charset=profile.charset)
    messages = [message for message in map(_split, _messages(text)) if message.fields or message.is_whole]
    return [_parsed(message, profile, warning) for message in teletype.counted(messages, format="ANPA 1312")]


def _messages(text: str) -> Iterator[str]:
    """Return what stands from one start to the next; without control characters, from one first line to the next."""
    mark = "\x01+" if "\x01" in text else r"^(?=[A-Za-z]\d{4}(?:\x1f|-----|[ \t]\w[ \t]\w{1,4}[ \t]\d))"
    starts = [found.end() for found in re.finditer(mark, text, re.MULTILINE)]
    stripped = (piece.strip("\x00\x16\x7f\n ") for piece in teletype.pieces(text, starts))
    return filter(None, stripped)


def _split(message: str) -> _Message:
    """Part a message into header, text and trailer; STX and ETX may be missing."""
    head, has_start, text = message.partition("\x02")
    lines = head.split("\n")
    fields, used = _header(lines)
    if not has_start:
        text = "\n".join(lines[used:])
    text, has_end, after = text.partition("\x03")
    trailer = _TRAILER.search(after)
    if not has_end:
        trailer = next(iter(list(_TRAILER.finditer(text))[-1:]), None)
        text = text[: text.rfind("\n", 0, trailer.start()) + 1] if trailer else text
    return _Message(fields, without_unprintable(text.translate(_TELETYPE_MARKS)), trailer, bool(has_start))


def _header(lines: list[str]) -> tuple[dict[str, str], int]:
    """Return the fields of the first lines and how many lines these are."""
    first = FIRST_LINE.match(lines[0].strip())
    if not first:
        return {}, 0
    fields = {"service": first["service"], "number": first["number"]}
    older = ONE_LINE.match(first["rest"])
    second = SECOND_LINE.match(lines[1].strip(" \t\x00")) if len(lines) > 1 and not older else None
    found = older or second
    if found:
        fields |= {name: text for name, text in found.groupdict().items() if text}
    return fields, 2 if second else 1


def _parsed(message: _Message, profile: Profile, warning: str) -> ParsedItem:
    sent_at = _time(message, profile)
    carets, text = _carets(message.text)
    keyword = (carets[0][0] if carets else clean_line(message.fields.get("keyword", "")))[:KEYWORD_LIMIT]
    said = _told_apart(carets[1:])
    if not carets:
        said["headline"], text = _first_block(text)
    text, private = teletype.split_private(text)
    dateline, text = teletype.split_dateline(text)
    is_table = "\x12" in message.fields.get("marks", "")
    body = teletype.tables_apart(text) if is_table else teletype.to_html(_typographic(text))
    headline = said.get("headline", "")
    stand_in = "" if headline else clean_line(text)[:110] or keyword
    until, doubt = embargo_words.find(f"{said.get('ednote', '')}\n{text[:600]}", zone=profile.zone, sent_at=sent_at)
    notes = [warning, doubt, "" if headline else teletype.NO_HEADLINE]
    item = ParsedItem(
        guid=_guid(message, sent_at),
        version=sent_at.isoformat() if sent_at else values.digest(message.text),
        headline=(headline or stand_in or "Without words")[: values.HEADLINE_LIMIT],
        headline_is_stand_in=not headline,
        standfirst=said.get("standfirst", ""),
        body=body,
        byline=said.get("byline", "")[:200],
        credit=said.get("credit", "")[:120],
        dateline=dateline[:120],
        ednote=said.get("ednote", ""),
        private_text=private,
        language=values.read_language("", default=profile.language),
        embargo_until=until,
        is_degraded=not message.is_whole,
        warnings=tuple(filter(None, notes)),
    )
    return _with_header(item, message, keyword, sent_at, profile)


def _with_header(
    item: ParsedItem, message: _Message, keyword: str, sent_at: datetime | None, profile: Profile
) -> ParsedItem:
    """Add what the header and the keyword line say, and the kind, which is told by words."""
    fields = message.fields
    words = f"{keyword}\n{clean_line(fields.get('keyword', ''))}\n{item.ednote}"
    signalled = (kind for signal, kind in profile.signal_kinds.items() if signal and signal in words)
    kind = next(signalled, "") or kind_words.kind_of(words) or "new"
    priority = fields.get("priority", "").lower()
    urgency = _URGENCY.get(priority) or values.read_urgency(priority)
    category = fields.get("category", "")
    line = _COUNT.sub("", keyword)
    key = clean_line(_SUFFIX.sub("", line)).rstrip(" ,-")
    is_kill = kind == "kill"
    return replace(
        item,
        kind=kind,
        pubstatus="withheld" if is_kill else "usable",
        urgency=urgency,
        priority=urgency,
        slugline=line[:200],
        title=keyword,
        names=(ParsedName(category, "topic", category, "anpa"),) if category else (),
        story_key=key[:200],
        signals=tuple(filter(None, [line[len(key) :].strip(" ,-")])),
        sent_at=sent_at,
        version_created_at=sent_at,
        alt_ids=(("number", fields["service"] + fields["number"]),) if "number" in fields else (),
        warnings=(*item.warnings, *((teletype.KILLS,) if is_kill else ())),
    )


def _carets(text: str) -> tuple[list[tuple[str, str]], str]:
    """Return the "^" lines that stand before the copy, each with its end, and the copy without such marks."""
    carets: list[tuple[str, str]] = []
    at = _SPACE.match(text).end()  # type: ignore[union-attr]
    while len(carets) < MOST_CARETS and (found := _CARET.match(text, at)):
        carets.append((clean_line(found["text"]), found["end"]))
        at = _SPACE.match(text, found.end()).end()  # type: ignore[union-attr]
    copy = _CARET.sub(lambda mark: f"\n\n{mark['text']}\n\n", text[at:])
    return [caret for caret in carets if caret[0]], copy


def _told_apart(carets: list[tuple[str, str]]) -> dict[str, str]:
    """Return headline, byline, credit, notes of the lines after the keyword line."""
    said: dict[str, str] = {}

    def add(what: str, line: str) -> None:
        said[what] = f"{said[what]}\n{line}" if what in said else line

    for line, end in carets:
        if re.match(r"By\b|BY\b", line) and end != "<":
            add("byline", line)
        elif end == "=" and "byline" in said:
            add("credit", line)
        elif _NOTE.match(line) or _PICTURES.match(line):
            add("ednote", line)
        elif re.match(r"By [A-Z]", line) and "headline" in said:
            add("byline", line)
        else:
            add("standfirst" if "headline" in said else "headline", line)
    return {what: line.replace("\n", ", ") if what in {"byline", "credit"} else line for what, line in said.items()}


def _first_block(text: str) -> tuple[str, str]:
    """Return a headline from the lines up to the first blank one, where they are few, and the rest."""
    block, _, rest = text.lstrip("\n ").partition("\n\n")
    if rest.strip() and block.count("\n") < 2 and len(block) < 160 and not block.startswith("\t"):
        return clean_line(block.strip("^<=")), rest
    return "", text


def _typographic(text: str) -> str:
    """Write quotation marks and dashes as they are meant: the code of the teletypes has none."""
    return text.replace("``", "“").replace("''", "”").replace(" _ ", " — ")


def _time(message: _Message, profile: Profile) -> datetime | None:
    found = message.trailer
    if not found:
        return None
    months = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    month = int(found["month"])
    if not 1 <= month <= len(months):
        return None
    return teletype.instant(
        found["day"], found["clock"], months[month - 1], found["year"], found["zone"] or "", zone=profile.zone
    )


def _guid(message: _Message, sent_at: datetime | None) -> str:
    """Return a stand-in for an identity, of which the format has none; numbers begin again, so the day is in it."""
    day = sent_at.date().isoformat() if sent_at else f"undated-{values.digest(message.text)}"
    fields = message.fields
    return f"anpa:{fields.get('service', '')}{fields.get('number') or values.digest(message.text)}:{day}"
