"""How a text reads: the readability index LIX, names that are spelt in two ways, quotes nobody is named for.
Takes plain text; what it finds is a question to the writer, never a verdict."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

LONG_WORD = 6  # LIX counts words of more letters
SHORTEST_NAME = 5
MOST_NAMES = 400
SAID = frozenset(
    "said says say saying told tells tell asked asks added adds wrote writes according explained explains argued "
    "argues insisted insists warned warns replied replies recalled recalls announced announces confirmed confirms "
    "claimed claims noted notes stated states called quoted testified declared declares acknowledged admitted admits "
    "sagte sagt sagten erklärte erklärt betonte betont schrieb schreibt fragte fragt meinte meint zufolge laut "
    "berichtete berichtet warnte warnt kritisierte forderte fordert "
    "dit déclaré affirmé écrit selon dijo dice escribió declaró según "
    "сказав сказала заявив заявила написав написала повідомив повідомила".split()
)

_SENTENCE_END = re.compile(r"[.!?…:]+[\"”’“»)]*(?:\s|$)|\n")
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"[’']s?$")


@dataclass(frozen=True, slots=True)
class TwoSpellings:
    """Two words with capitals that differ by one letter; the rarer one comes second."""

    usual: str
    other: str


def lix(text: str) -> int | None:
    """Return Björnsson's index, words per sentence plus the percentage of long words; None under 30 words.

    Under 35 reads easily, 45 is a newspaper, from 55 on it is hard.
    """
    words = _WORD.findall(text)
    if len(words) < 30:
        return None
    sentences = max(1, sum(1 for piece in _SENTENCE_END.split(text) if _WORD.search(piece)))
    long = sum(len(word) > LONG_WORD for word in words)
    return round(len(words) / sentences + 100 * long / len(words))


def two_spellings(text: str) -> Iterator[TwoSpellings]:
    """Yield names that differ by one letter left out, added, changed or swapped with its neighbour.

    A name is a word of five letters or more that has a capital in the middle of a sentence. Words of which one begins
    with the other (Russia and Russian) are two words, and so are those that differ in the last letter alone.
    """
    counts = _names(text)
    names = sorted(counts, key=lambda name: (-counts[name], name))[:MOST_NAMES]
    near: dict[str, list[str]] = {}
    for name in names:
        others: dict[str, None] = {}
        for key in sorted(_shadows(name)):
            others |= dict.fromkeys(near.setdefault(key, []))
            near[key].append(name)
        yield from (TwoSpellings(other, name) for other in others if _is_slip(other, name))


def _names(text: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for sentence in _SENTENCE_END.split(text):
        for place, match in enumerate(_WORD.finditer(sentence)):
            word = _POSSESSIVE.sub("", match.group())
            if place and len(word) >= SHORTEST_NAME and word[0].isupper() and not word.isupper():
                counts[word] += 1
    return counts


def _shadows(name: str) -> set[str]:
    """Return what is left of a name without one letter, and the name: names a slip apart share one of these."""
    folded = name.casefold()
    return {folded, *(folded[:place] + folded[place + 1 :] for place in range(len(folded)))}


def _is_slip(a: str, b: str) -> bool:
    one, two = a.casefold(), b.casefold()
    if one == two or one.startswith(two) or two.startswith(one) or one[:-1] == two[:-1]:
        return False
    if len(one) != len(two):
        return True
    apart = [place for place in range(len(one)) if one[place] != two[place]]
    swapped = len(apart) == 2 and apart[1] == apart[0] + 1 and one[apart[0]] == two[apart[1]]
    return len(apart) == 1 or (swapped and one[apart[1]] == two[apart[0]])


def names_a_speaker(text: str) -> bool:
    """Tell whether a sentence says who said something, by the verbs that newsrooms use, in English, German, French,
    Spanish and Ukrainian."""
    return any(word.casefold() in SAID for word in _WORD.findall(text))
