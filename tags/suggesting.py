"""Proposes tags for a story: those that a wire's names mean, and those that its text speaks of. Names that mean the
same are one tag, whatever their spelling; what was blocked is neither proposed nor made again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice

from django.contrib.auth.models import User

from newsroom.lib.text import clean_line, normalised_key
from tags import making
from tags.models import Tag, TagAlias

# A name as a wire sends it: its words, a Tag.Kind, and a code such as medtop:20000593 or nothing
Name = tuple[str, str, str]

NAME_LIMIT = 100
LONGEST_NAME_WORDS = 4
SHORTEST_KEY = 4
KEY_LIMIT = 120
TEXT_LIMIT = 20_000
KEYS_A_QUERY = 2000


def suggest(names: Iterable[Name], text: str) -> list[Tag]:
    """Return existing tags without repeats: first those the names mean, in their order, then those the text names,
    most often named first. Nothing is made; blocked tags are left out."""
    wanted = list(names)
    known = _Known.of(wanted)
    meant = [tag for tag in map(known.tag_of, wanted) if tag]
    return [tag for tag in dict.fromkeys([*meant, *_named_in(text)]) if tag.standing != Tag.Standing.BLOCKED]


def tags_for_wire(names: Iterable[Name], *, by: User | None, limit: int = 8) -> list[Tag]:
    """Return at most `limit` tags for a wire's names: existing ones first, then new ones, which are made here.

    A new tag stands as new, for the tag desk to look at. Run it inside the transaction of what it is for.
    """
    wanted = list(names)
    known = _Known.of(wanted)
    meant = [known.tag_of(name) for name in wanted]
    usable = (tag for tag in dict.fromkeys(meant) if tag and tag.standing != Tag.Standing.BLOCKED)
    existing = list(islice(usable, limit))
    unknown = [name for name, tag in zip(wanted, meant, strict=True) if tag is None and _can_be_made(name)]
    made = dict.fromkeys(_made(name, by) for name in islice(unknown, limit - len(existing)))
    return [*existing, *made]


def _can_be_made(name: Name) -> bool:
    return len(clean_line(name[0])) <= NAME_LIMIT and 0 < len(normalised_key(name[0])) <= KEY_LIMIT


def _made(name: Name, by: User | None) -> Tag:
    title, kind, code = clean_line(name[0]), name[1], name[2]
    is_topic = kind not in Tag.Kind.values or kind == Tag.Kind.TOPIC
    return making.make(
        title[:1].upper() + title[1:] if is_topic else title,
        by=by,
        kind=Tag.Kind.TOPIC if is_topic else kind,
        media_topic=code[:30] if code.startswith("medtop:") else "",
    )


class _Known:
    """The tags that a list of names means, read in three queries: by code, by name, by another spelling."""

    def __init__(self, by_code: dict[str, Tag], by_key: dict[str, Tag]) -> None:
        self._by_code = by_code
        self._by_key = by_key

    @classmethod
    def of(cls, names: list[Name]) -> _Known:
        codes = {code for _, _, code in names if code.startswith("medtop:")}
        keys = {normalised_key(words) for words, _, _ in names}
        by_code = {tag.media_topic: tag for tag in Tag.objects.filter(media_topic__in=codes)}
        return cls(by_code, _by_key(keys))

    def tag_of(self, name: Name) -> Tag | None:
        return self._by_code.get(name[2]) or self._by_key.get(normalised_key(name[0]))


def _by_key(keys: Iterable[str]) -> dict[str, Tag]:
    """Return the tags that the keys mean, by key; a tag's own name wins over another's spelling."""
    wanted = list(keys)
    found: dict[str, Tag] = {}
    for start in range(0, len(wanted), KEYS_A_QUERY):
        some = wanted[start : start + KEYS_A_QUERY]
        aliases = TagAlias.objects.filter(key__in=some).select_related("tag")
        found |= {alias.key: alias.tag for alias in aliases}
        found |= {tag.key: tag for tag in Tag.objects.filter(key__in=some)}
    return found


def _named_in(text: str) -> list[Tag]:
    """Return the approved tags whose name or other spelling stands in the text, most often named first."""
    counts = Counter(_phrases(text[:TEXT_LIMIT]))
    times: Counter[Tag] = Counter()
    for key, tag in _by_key(counts).items():
        if tag.standing == Tag.Standing.APPROVED:
            times[tag] += counts[key]
    return [tag for tag, _ in times.most_common()]


def _phrases(text: str) -> Iterator[str]:
    """Yield every run of one to four words of the text as a key, long enough to mean something."""
    words = normalised_key(text).split()
    for start in range(len(words)):
        for length in range(1, LONGEST_NAME_WORDS + 1):
            phrase = " ".join(words[start : start + length])
            if len(phrase) >= SHORTEST_KEY and start + length <= len(words):
                yield phrase
