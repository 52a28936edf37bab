"""Reads IPTC 7901, the text format of the teletypes: one or more messages, also where control characters were lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from newsroom.lib.text import clean_line, without_unprintable
from wire.formats import embargo_words, kind_words, teletype, values
from wire.formats.item import Parsed, ParsedItem, ParsedName, Profile

HEADER = re.compile(
    r"(?P<source>[A-Za-z]{1,5})[ -]?(?P<number>\d{2,5})(?P<prefix>[ \t]+(?:[A-Za-z]{3,5}[ \t]+)?)"
    r"(?P<priority>\w)[ \t]+(?P<category>[A-Za-z0-9]{1,4})(?:[ \t]+(?P<words>\d{1,5}))?(?:[ \t]+.*)?$"
)
_START = re.compile(r"\x01|(?<=\x04)|(?:^|(?<=\n))(?=[A-Za-z]{2,4}\d{3,4} [1-9] [A-Za-z]{1,3} \d{1,5}\b)")
_TRAILER = re.compile(
    r"^(?P<day>\d\d)(?P<clock>[0-2]\d[0-5]\d)(?:[ \t]*(?P<zone>[A-Z]{1,4}))?[ \t]+(?P<month>[A-Za-zéûä]{3,5})\.?[ \t]+"
    r"(?P<year>\d{4}|\d\d)[ \t]*$",
    re.MULTILINE,
)
# Who wrote and checked it, as the last line of the copy: "dpa kl/mo", with or without the time
_SIGNATURE = re.compile(
    r"\n[ \t]*(?P<source>[A-Za-z]{2,5})(?:[ \t]+[a-zäöü]{2,4}(?:[/-][a-zäöü]{2,4})*){1,5}(?:[ \t]+[a-z]{1,3})?"
    r"(?P<time>[ \t]+\d{6}[ \t]+\w{3}[ \t]+\d\d)?[ \t]*\s*\Z"
)
_BY = re.compile(r"(?:By|Von|Par|Por|Di|Door|Af|Av)[ :]", re.IGNORECASE)
_NOTE = re.compile(r"\(.*|Eds?:.*|EDS:.*|Editors?:.*|ATTENTION.*|ACHTUNG.*|\d+(?:ST|ND|RD|TH)\b.*|[-=+* ]+$")
MOST_HEADS = 12


@dataclass(frozen=True, slots=True)
class _Message:
    """The parts of a message as they came."""

    header: re.Match[str] | None
    keywords: str
    text: str
    trailer: re.Match[str] | None
    is_whole: bool


def parse(payload: bytes, *, profile: Profile) -> list[Parsed]:
    """Return the messages of a file in its order, or raise ParseError."""
    text, warning = teletype.read(payload, charset=profile.charset)
    messages = [message for message in map(_split, _messages(text)) if message.header or message.is_whole]
    return [_parsed(message, profile, warning) for message in teletype.counted(messages, format="IPTC 7901")]


def _messages(text: str) -> Iterator[str]:
    """Yield what stands from one start to the next."""
    starts = [found.end() for found in _START.finditer(text)]
    yield from (piece for piece in teletype.pieces(text, starts) if piece.strip("\x00\x01\x04\x0f\x16\x7f \r\n"))


def _split(message: str) -> _Message:
    """Part a message into first line, keywords, text and time; STX and ETX may be missing."""
    lines = message.strip("\n\x00\x16\x7f ")
    first, _, rest = lines.partition("\n")
    before_text, has_start, after = first.partition("\x02")
    header = HEADER.match(before_text.strip(" \x00\x16\x7f"))
    if has_start:
        rest = f"\x02{after}\n{rest}"
    head, has_start, text = rest.partition("\x02")
    if not has_start:
        head, text = _without_marks(rest)
    text, has_end, after = text.partition("\x03")
    trailer = _TRAILER.search(after)
    if not has_end:
        found = list(_TRAILER.finditer(text))
        trailer = found[-1] if found else None
        text = text[: trailer.start()] if trailer else text
    keywords = " ".join(head.split())
    return _Message(header, clean_line(keywords), without_unprintable(text), trailer, bool(has_start))


def _without_marks(rest: str) -> tuple[str, str]:
    """Return the keyword line and the text of a message that lost its control characters on the way."""
    lines = rest.lstrip("\n ").split("\n")
    first = lines[0].strip()
    if "/" in first and not first.endswith("=") and len(first) < 120:
        return first, "\n".join(lines[1:])
    return "", "\n".join(lines)


def _parsed(message: _Message, profile: Profile, warning: str) -> ParsedItem:
    sent_at = _time(message, profile)
    heads, text = _heads(message.text)
    text, private = teletype.split_private(text)
    text, signature = _without_signature(text, message.header)
    byline, headline, others = _told_apart(heads)
    dateline, text = teletype.split_dateline(text)
    notes = [line for line in others if _NOTE.match(line) or kind_words.kind_of(line)]
    body = teletype.to_html(text)
    stand_in = "" if headline else clean_line(text.strip().split("\n\n")[0] or message.keywords)
    until, doubt = embargo_words.find("\n".join([*heads, text[:600]]), zone=profile.zone, sent_at=sent_at)
    item = ParsedItem(
        guid=_guid(message, sent_at),
        version=_version(message, sent_at),
        headline=(headline or stand_in or "Without words")[: values.HEADLINE_LIMIT],
        headline_is_stand_in=not headline,
        body=body,
        standfirst="\n".join(line for line in others if line not in notes),
        byline=byline[:200],
        dateline=dateline[:120],
        language=values.read_language("", default=profile.language),
        ednote="\n".join(notes),
        private_text="\n".join(filter(None, [private, signature])),
        embargo_until=until,
        is_degraded=not message.is_whole,
        warnings=tuple(filter(None, [warning, doubt, "" if headline else teletype.NO_HEADLINE])),
    )
    return _with_header(item, message, sent_at, profile)


def _with_header(item: ParsedItem, message: _Message, sent_at: datetime | None, profile: Profile) -> ParsedItem:
    """Add what the first line and the keywords say, and the kind, which is told by words."""
    header = message.header
    category = header["category"] if header else ""
    urgency = values.read_urgency(header["priority"]) if header else None
    source = header["source"].lower() if header else ""
    slug = message.keywords.strip("/ ")
    loud = item.headline if item.headline.isupper() else ""
    kind = _signalled(profile, item.ednote) or kind_words.kind_of(f"{item.ednote}\n{loud}") or "new"
    is_kill = kind == "kill"
    return replace(
        item,
        kind=kind,
        pubstatus="withheld" if is_kill else "usable",
        urgency=urgency,
        priority=urgency,
        slugline=slug[:200],
        keywords=tuple(filter(None, (word.strip() for word in slug.split("/")))),
        names=(ParsedName(category, "topic", category, "7901"),) if category else (),
        story_key=f"{source}:{slug}"[:200] if slug else "",
        signals=tuple(line for line in item.ednote.split("\n") if kind_words.kind_of(line)),
        sent_at=sent_at,
        version_created_at=sent_at,
        alt_ids=(("number", f"{source}{header['number']}"),) if header else (),
        warnings=(*item.warnings, *((teletype.KILLS,) if is_kill else ())),
    )


def _signalled(profile: Profile, notes: str) -> str:
    """Return the kind that the source's own table gives to words in the notes."""
    return next((kind for words, kind in profile.signal_kinds.items() if words and words in notes), "")


def _heads(text: str) -> tuple[list[str], str]:
    """Return the lines before the copy, up to the one that ends in "=", and the copy."""
    lines = text.lstrip("\n").split("\n")
    for at, line in enumerate(lines[:MOST_HEADS]):
        if line.rstrip().endswith("="):
            return [clean_line(head.rstrip(" =")) for head in lines[: at + 1] if head.strip(" =")], "\n".join(
                lines[at + 1 :]
            )
    first = lines[0].strip()
    is_head = len(lines) > 1 and first and not lines[1].strip() and not lines[0].startswith((" ", "\t"))
    return ([clean_line(first)], "\n".join(lines[1:])) if is_head else ([], text)


def _told_apart(heads: list[str]) -> tuple[str, str, list[str]]:
    """Return byline, headline and the other lines before the copy. The headline is the last that is no byline."""
    byline = heads[-1] if heads and _BY.match(heads[-1]) and len(heads) > 1 else ""
    rest = heads[:-1] if byline else heads
    at = next((at for at in range(len(rest) - 1, -1, -1) if not _NOTE.match(rest[at])), None)
    if at is None:
        return byline, "", rest
    return byline, rest[at], rest[:at] + rest[at + 1 :]


def _without_signature(text: str, header: re.Match[str] | None) -> tuple[str, str]:
    """Part the last line from the copy where it begins with the source's own name: "fna kl/mo"."""
    found = _SIGNATURE.search(f"\n{text}")
    if not found or not header or found["source"].lower() != header["source"].lower():
        return text, ""
    return text[: max(found.start() - 1, 0)], clean_line(found[0])


def _time(message: _Message, profile: Profile) -> datetime | None:
    found = message.trailer
    if not found:
        return None
    parts = (found["day"], found["clock"], found["month"], found["year"], found["zone"] or "")
    return teletype.instant(*parts, zone=profile.zone)


def _guid(message: _Message, sent_at: datetime | None) -> str:
    """Return a stand-in for an identity, of which the format has none; numbers begin again, so the day is in it."""
    day = sent_at.date().isoformat() if sent_at else f"undated-{values.digest(message.text)}"
    if not message.header:
        return f"7901::{day}:{values.digest(message.text)}"
    return f"7901:{message.header['source'].lower()}:{day}:{message.header['number']}"


def _version(message: _Message, sent_at: datetime | None) -> str:
    return sent_at.isoformat() if sent_at else values.digest(message.text)
