"""Plain text: tidy lines, comparison keys, addresses and counts. Knows nothing of markup."""

import re
import unicodedata

READING_SPEEDS = {"en": 238, "de": 260, "es": 278, "fr": 214}
DEFAULT_READING_SPEED = 238
FALLBACK_SLUG = "story"
ELLIPSIS = "…"

# Controls but for tab and line ends (next line too), lone surrogates, noncharacters.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
# Marks, embeddings, overrides and isolates of direction; soft hyphen; zero-width space and its kin.
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
# Joiners shape Persian, Indic scripts and emoji; next to anything Latin they only hide differences.
_SHAPED = "[^\x00-\u024f\u200c\u200d]"
_STRAY_JOINER = re.compile(f"(?<!{_SHAPED})[\u200c\u200d]+|[\u200c\u200d]+(?!{_SHAPED})")
_APOSTROPHES = str.maketrans("", "", "'’‘ʼ`´")

_LATIN = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_CYRILLIC_LETTERS = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_RUSSIAN_ROMAN = "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya"
_RUSSIAN = str.maketrans(
    {letter: roman.strip("-") for letter, roman in zip(_CYRILLIC_LETTERS, _RUSSIAN_ROMAN.split(), strict=True)}
)
_UKRAINIAN_ONLY = frozenset("іїєґ")
_UKRAINIAN = _RUSSIAN | str.maketrans(
    {"г": "h", "ґ": "g", "и": "y", "і": "i", "ї": "i", "й": "i", "є": "ie", "ю": "iu", "я": "ia"}
)


def without_unprintable(s: str) -> str:
    """Remove what no text file should hold: control characters, lone surrogates, noncharacters."""
    if s.replace("\n", "").replace("\r", "").replace("\t", "").isprintable():  # quicker than to look for each
        return s
    return _UNPRINTABLE.sub("", s)


def clean_line(s: str) -> str:
    """Make one tidy line: nothing invisible, single spaces, none at the ends."""
    line = " ".join(s.split())
    if line.isprintable():  # which is most lines: nothing in it is invisible
        return line
    visible = _INVISIBLE.sub("", without_unprintable(s))
    return _single_spaced(_STRAY_JOINER.sub("", _single_spaced(visible)))


def normalised_key(s: str) -> str:
    """Fold a name for comparison, so that "COVID-19 " and "covid 19" are one tag.

    Case, Latin and Greek accents, apostrophes and punctuation go; letters of every
    script stay (й is not и). A name of punctuation alone keeps it, so that no key of a
    visible name is empty.
    """
    line = clean_line(s)
    letters = _single_spaced("".join(_key_character(c) for c in _without_accents(line).translate(_APOSTROPHES)))
    return letters or line.casefold()


def slugify(s: str, max_length: int = 80) -> str:
    """Make the part of an address: lower-case ASCII words joined by hyphens, never empty.

    Ukrainian is told from Russian by its own letters. Scripts without a table are left
    out; when nothing remains the answer is "story".
    """
    lowered = unicodedata.normalize("NFC", clean_line(s)).lower()
    cyrillic = _UKRAINIAN if _UKRAINIAN_ONLY.intersection(lowered) else _RUSSIAN
    roman = lowered.translate(_APOSTROPHES).translate(_UMLAUTS).translate(cyrillic)
    ascii_only = _without_accents(roman).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", ascii_only)
    return _cut_at_hyphen("-".join(words), max_length) or FALLBACK_SLUG


def word_count(s: str) -> int:
    """Count words: stretches without space that hold at least one letter or digit."""
    return sum(any(map(str.isalnum, token)) for token in s.split())


def reading_minutes(words: int, language: str) -> int:
    """Estimate minutes to read; `language` is a BCP 47 tag, of which the first part counts."""
    primary = language.replace("_", "-").split("-")[0].lower()
    return max(1, round(words / READING_SPEEDS.get(primary, DEFAULT_READING_SPEED)))


def shorten(s: str, limit: int) -> str:
    """Cut a line to at most `limit` characters, ellipsis included, after a whole word."""
    line = clean_line(s)
    if len(line) <= limit:
        return line
    room = limit - len(ELLIPSIS)
    if room <= 0:
        return ELLIPSIS[: max(limit, 0)]
    whole_words = line[: room + 1].rpartition(" ")[0]
    return (whole_words or line[:room]).rstrip(" ,;:.-–—") + ELLIPSIS


def _single_spaced(s: str) -> str:
    return " ".join(s.split())


def _without_accents(s: str) -> str:
    """Fold case and compatibility forms, and take the accents off Latin and Greek letters."""
    folded = unicodedata.normalize("NFKD", s).casefold()
    kept: list[str] = []
    base = ""
    for character in unicodedata.normalize("NFKD", folded):
        if not unicodedata.combining(character):
            base = character
        elif base < "\u0400":
            continue
        kept.append(character)
    return unicodedata.normalize("NFC", "".join(kept)).translate(_LATIN)


def _key_character(character: str) -> str:
    """Keep letters, marks, digits and symbols ("C+" is not "C"); the rest parts words."""
    return character if unicodedata.category(character)[0] in "LMNS" else " "


def _cut_at_hyphen(slug: str, max_length: int) -> str:
    if len(slug) <= max_length:
        return slug
    whole_words = slug[: max_length + 1].rpartition("-")[0]
    return whole_words or slug[:max_length]
