"""The invariant of every reader: no word of a source's body is lost. Words are counted; their place does not matter."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from wire.formats import ParsedItem
from wire.formats.paragraphs import plain_text
from wire.tests.corpus import CORPUS

OWN_FIELDS = (
    "headline",
    "title",
    "standfirst",
    "byline",
    "dateline",
    "private_text",
    "ednote",
    "public_note",
    "credit",
)


def corpus(folder: str) -> list[Path]:
    """Return the corpus' documents of a format, none where the corpus is absent."""
    return sorted((CORPUS / folder).glob("*")) if CORPUS.exists() else []


def words(text: str) -> Counter[str]:
    """Count the words of a text, without regard to punctuation around them."""
    return Counter(re.findall(r"\w+", text))


def lost_words(source: str, item: ParsedItem) -> list[str]:
    """Return the words of a source's text that the item holds nowhere, or fewer times."""
    fields = " ".join(getattr(item, name) for name in OWN_FIELDS)
    captions = " ".join(f"{picture.caption} {picture.credit} {picture.alt}" for picture in item.pictures)
    contacts = " ".join(item.contacts)
    held = words(f"{plain_text(item.body)} {fields} {captions} {contacts}")
    return sorted((words(source) - held).elements())
