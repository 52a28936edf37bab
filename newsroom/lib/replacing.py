"""Replaces a name in plain text and in sanitised HTML, in text alone: tags, addresses and attributes stay as they are.
A name is whole words, spelt as given; "Smith" is neither in "Smithson" nor in "Smith-Jones"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from newsroom.lib import markup_tree

AROUND = 40  # characters shown on either side


@dataclass(frozen=True, slots=True)
class Found:
    """One place of a name: what stands before it, the name as it is written, and what stands after it."""

    before: str
    name: str
    after: str


class Name:
    """A name to look for; any white space between its words."""

    def __init__(self, name: str) -> None:
        self.words = name.split()
        self._pattern = _of(self.words)

    def __bool__(self) -> bool:
        return bool(self.words)

    def found(self, text: str) -> list[Found]:
        """Return every place of the name in a plain text."""
        line = " ".join(text.split())
        return [_found(line, match) for match in self._pattern.finditer(line)] if self else []

    def replaced(self, text: str, by: str) -> str:
        """Return a plain text with the name replaced."""
        return self._pattern.sub(lambda _: by, text) if self else text

    def found_in_html(self, html: str) -> list[Found]:
        """Return every place of the name in sanitised HTML that lies within one stretch of text."""
        return [place for text in _texts(markup_tree.parse(html)) for place in self.found(text)]

    def replaced_in_html(self, html: str, by: str) -> str:
        """Return sanitised HTML with the name replaced in its text."""
        body = markup_tree.parse(html)
        for element in body.iter(etree.Element):
            element.text = self.replaced(element.text, by) if element.text else element.text
            element.tail = self.replaced(element.tail, by) if element.tail else element.tail
        return markup_tree.serialise(body)

    def count_words(self, text: str) -> dict[str, int]:
        """Count how often each longer word of the name stands in a text, whatever its capitals."""
        longer = (word for word in dict.fromkeys(self.words) if len(word) > 2)
        counts = {word: len(re.findall(_of([word]).pattern, text, re.IGNORECASE)) for word in longer}
        return {word: count for word, count in counts.items() if count}


def _of(words: list[str]) -> re.Pattern[str]:
    return re.compile(r"(?<![\w-])" + r"\s+".join(map(re.escape, words)) + r"(?![\w-])")


def _found(line: str, match: re.Match[str]) -> Found:
    before, after = line[: match.start()], line[match.end() :]
    return Found(
        ("…" if len(before) > AROUND else "") + before[-AROUND:], match[0],
        after[:AROUND] + ("…" if len(after) > AROUND else ""),
    )  # fmt: skip


def _texts(body: etree._Element) -> Iterator[str]:
    for element in body.iter(etree.Element):
        yield element.text or ""
        yield element.tail or ""
