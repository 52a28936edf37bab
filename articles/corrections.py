"""Writes the beginning of a correction from what changed: which words an earlier version said, and what is right.
It quotes and never judges: where a change has no plain counterpart it says nothing, and the editor writes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from articles.models import Article, Version
from newsroom.lib import diff
from newsroom.lib.aligning import opcodes
from newsroom.lib.html import TooMuchMarkupError, text_of
from newsroom.lib.text import clean_line, shorten

MOST_SENTENCES = 3
LONGEST_SLIP = 8  # words; a longer change is a rewrite
WHOLE_SENTENCE = 12  # words; of a longer sentence a part is quoted
WORDS_BEFORE, WORDS_AFTER = 3, 5
LONGEST_QUOTE = 160  # characters

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|\w+(?:[’'\-]\w+)*|\n|[^\w\s]")
_STOPS = frozenset(".!?…\n")
_TITLES = frozenset("mr mrs ms dr st prof sen rep gen hr fr nr".split())
_LOOSE_ENDS = frozenset(
    "a an the of in on at to and or for by with from that "
    "der die das den dem des ein eine im am zu und oder von mit".split()
)
_NUMBER_WORDS = frozenset(
    "one two three four five six seven eight nine ten eleven twelve dozen hundred thousand million billion "
    "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend million milliarde".split()
)


@dataclass(frozen=True, slots=True)
class Phrases:
    """The sentences of one language."""

    beginning: str
    story: str
    caption: str
    headline: str
    number: str
    words: str
    removed: str


ENGLISH = Phrases(
    beginning="An earlier version of this story",
    story="An earlier version of this story said “{}”.",
    caption="A caption in an earlier version of this story said “{}”.",
    headline="An earlier headline of this story said “{}”.",
    number="The right figure is {}.",
    words="It should have said “{}”.",
    removed="That passage has been removed.",
)
GERMAN = Phrases(
    beginning="In einer früheren Fassung dieses Beitrags",
    story="In einer früheren Fassung dieses Beitrags hieß es: „{}“.",
    caption="In einer Bildunterschrift einer früheren Fassung hieß es: „{}“.",
    headline="In einer früheren Überschrift dieses Beitrags hieß es: „{}“.",
    number="Richtig ist: {}.",
    words="Richtig ist: „{}“.",
    removed="Diese Stelle wurde gestrichen.",
)
_PHRASES = {"en": ENGLISH, "de": GERMAN}


@dataclass(frozen=True, slots=True)
class Slip:
    """One change that can be told in a sentence. `key` is the change itself, without the words around it."""

    key: tuple[str, str]
    said: str
    right: str
    is_number: bool = False


def drafted_note(live: Version, article: Article, language: str = "") -> str:
    """Return the correction's text as far as it can be written: plain text, at most MOST_SENTENCES changes.

    `language` is a BCP 47 tag, the story's own when empty; other languages than German get English. Where nothing can
    be said the answer is a beginning, which is_unfinished() knows and publishing refuses.
    """
    phrases = _PHRASES.get((language or article.language).split("-")[0].lower(), ENGLISH)
    told: dict[tuple[str, str], str] = {}
    for slip in _body_slips(live.body, article.body):
        told.setdefault(slip.key, _sentence(phrases.story, slip, phrases))
    for slip in _slips(live.standfirst, article.standfirst):
        told.setdefault(slip.key, _sentence(phrases.story, slip, phrases))
    caption = article.picture_caption or (article.picture.caption if article.picture else "")
    if live.picture_id == article.picture_id:
        for slip in _slips(live.picture_caption, caption):
            told.setdefault(slip.key, _sentence(phrases.caption, slip, phrases))
    headline = _headline_slip(live.headline, article.headline, known=told.keys())
    sentences = [_sentence(phrases.headline, headline, phrases)] if headline else []
    return " ".join([*sentences, *told.values()][:MOST_SENTENCES]) or phrases.beginning


def is_unfinished(text: str) -> bool:
    """Tell whether a public text is no more than the beginning that drafted_note() offers."""
    return clean_line(text).rstrip(" .…:") in {phrases.beginning for phrases in _PHRASES.values()}


def _sentence(opening: str, slip: Slip, phrases: Phrases) -> str:
    ending = phrases.number if slip.is_number else phrases.words if slip.right else phrases.removed
    return f"{opening.format(slip.said)} {ending.format(slip.right)}"


def _headline_slip(before: str, after: str, *, known: Iterable[tuple[str, str]]) -> Slip | None:
    """Return the whole headlines, unless the text has told already all that changed in them."""
    if not before or not after or before == after:
        return None
    changed = {slip.key for slip in _slips(before, after)}
    if changed and changed <= set(known):
        return None
    return Slip((before, after), shorten(before, LONGEST_QUOTE), shorten(after, LONGEST_QUOTE))


def _body_slips(before: str, after: str) -> Iterator[Slip]:
    try:
        pairs = diff.paragraphs(before, after)
    except (ValueError, TooMuchMarkupError):
        return
    for place, pair in enumerate(pairs):
        if pair.kind == "changed":
            yield from _slips(text_of(pair.a or ""), text_of(pair.b or ""))
        elif pair.kind == "removed" and "added" not in {near.kind for near in pairs[max(0, place - 1) : place + 2]}:
            text = clean_line(text_of(pair.a or ""))
            if text:
                yield Slip((text, ""), shorten(text.rstrip("."), LONGEST_QUOTE), "")


class _Text:
    """A text as tokens that know where they stand."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found = list(_TOKEN.finditer(text))
        self.tokens = [token[0] for token in self._found]

    def part(self, start: int, end: int) -> str:
        """Return the text of some tokens as one line."""
        if start >= end:
            return ""
        return clean_line(self._text[self._found[start].start() : self._found[end - 1].end()])

    def stops_at(self, place: int) -> bool:
        """Tell whether a sentence ends with this token."""
        mark = self.tokens[place]
        if mark not in _STOPS:
            return False
        before = self.tokens[place - 1].lower() if place else ""
        return mark == "\n" or not (before in _TITLES or (len(before) == 1 and before.isalpha()))

    def starts(self, place: int) -> bool:
        return place == 0 or self.stops_at(place - 1)

    def quoted(self, start: int, end: int) -> str:
        """Return some tokens with enough of their sentence to be understood."""
        first, last = start, end
        while not self.starts(first):
            first -= 1
        while last < len(self.tokens) and not self.stops_at(last):
            last += 1
        if self._words(first, last) > WHOLE_SENTENCE:
            while self._words(first, start) > WORDS_BEFORE:
                first += 1
            while self._words(end, last) > WORDS_AFTER:
                last -= 1
            while last > end and self.tokens[last - 1].lower() in _LOOSE_ENDS:
                last -= 1
        while last > first and not _is_word(self.tokens[last - 1]):
            last -= 1
        while first < last and not _is_word(self.tokens[first]):
            first += 1
        return shorten(self.part(first, last), LONGEST_QUOTE)

    def words(self, start: int, end: int) -> list[str]:
        return [token for token in self.tokens[start:end] if _is_word(token)]

    def _words(self, start: int, end: int) -> int:
        return len(self.words(start, end))


def _is_word(token: str) -> bool:
    return any(map(str.isalnum, token))


def _slips(before: str, after: str) -> Iterator[Slip]:
    """Yield what can be told of the changes from one plain text to the other."""
    old, new = _Text(before), _Text(after)
    for i, j, k, m in _hunks(old, new):
        if k == m and j < len(old.tokens) and old.stops_at(i) and old.tokens[i] == old.tokens[j]:
            i, j = i + 1, j + 1  # a whole sentence went: count its own stop, not the one before
        gone, came = old.words(i, j), new.words(k, m)
        if [word.casefold() for word in gone] == [word.casefold() for word in came]:
            continue
        key = (" ".join(gone), " ".join(came))
        if gone and not came and old.starts(i) and (j == len(old.tokens) or old.stops_at(j - 1)):
            yield Slip(key, shorten(old.part(i, j).rstrip("."), LONGEST_QUOTE), "")
        elif max(len(gone), len(came)) <= LONGEST_SLIP and old.words(0, len(old.tokens)):
            if not gone and new.starts(k) and new.stops_at(m - 1):
                continue  # a sentence was added, which corrects nothing
            if _are_numbers(gone, came):
                yield Slip(key, old.quoted(i, j), came[0].lower(), is_number=True)
            else:
                yield Slip(key, old.quoted(i, j), new.quoted(k, m))


def _hunks(old: _Text, new: _Text) -> Iterator[tuple[int, int, int, int]]:
    """Yield the stretches that differ, joined where no more than a word lies between."""
    found: list[tuple[int, int, int, int]] = []
    for op, i, j, k, m in opcodes(old.tokens, new.tokens):
        if op == "equal":
            continue
        if found and len(old.words(found[-1][1], i)) < 2 and not any(map(old.stops_at, range(found[-1][1], i))):
            found[-1] = (found[-1][0], j, found[-1][2], m)
        else:
            found.append((i, j, k, m))
    yield from found


def _are_numbers(gone: list[str], came: list[str]) -> bool:
    words = [*gone, *came]
    return len(gone) == len(came) == 1 and all(word[0].isdigit() or word.lower() in _NUMBER_WORDS for word in words)
