"""Writes the body of a story as plain HTML, from the markup that a wire uses for it.

A table says for each tag what becomes of it; what the table does not know keeps its text. Nothing here makes HTML safe
to show: newsroom.lib.html does that later. What does not belong in a body is set aside by name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from newsroom.lib.text import clean_line
from wire.formats.trees import Element, name_of, text

# A name of HTML; "" for text without a tag; None for nothing at all; or a function that writes it
Rule: TypeAlias = "str | Callable[[BodyWriter, Element], None] | None"
VOID = frozenset({"br", "hr"})
# Deeper than this, only the words are kept
DEEPEST = 60
_BREAK = "\x1d"  # no document of XML can hold it
BLOCKS = frozenset(
    "p h1 h2 h3 h4 h5 h6 hl1 hl2 hl3 hl4 li ul ol dt dd table tr pre br blockquote bq".split()
    + "div section header article block".split()
)
KEPT_ATTRIBUTES = {
    "a": ("href", "title", "hreflang"),
    "td": ("colspan", "rowspan"),
    "th": ("colspan", "rowspan", "scope"),
    "ol": ("start",),
}


class BodyWriter:
    """Collects the HTML of one body, and what was set aside from it: private text, a byline, pictures.

    `headline` is what the body need not repeat.
    """

    def __init__(self, rules: Mapping[str, Rule], headline: str = "") -> None:
        self.headline = headline
        self.aside: dict[str, list[str]] = {}
        self.elements: list[Element] = []
        self._rules = rules
        self._parts: list[str] = []
        self._depth = 0
        self._has_words = False
        self._keeps_lines = 0

    @property
    def html(self) -> str:
        """What was written, "" where there are no words in it."""
        return "".join(self._parts).strip() if self._has_words else ""

    @property
    def last_character(self) -> str:
        return self._parts[-1][-1:] if self._parts else ""

    def write(self, element: Element) -> None:
        """Write an element by its rule, without the text after it."""
        rule = self._rules.get(name_of(element.tag), "")
        if rule.__class__ is str:
            self.write_as(rule, element)  # type: ignore[arg-type]
        elif rule is not None:
            rule(self, element)  # type: ignore[operator]

    def write_as(self, tag: str, element: Element) -> None:
        """Write an element as that tag of HTML; "" writes what is inside of it."""
        if not tag:
            self.write_inside(element)
            return
        append = self._parts.append
        append(f"<{tag}{_attributes(tag, element)}>" if tag in KEPT_ATTRIBUTES else f"<{tag}>")
        if tag not in VOID:
            self._keeps_lines += tag == "pre"
            self.write_inside(element)
            self._keeps_lines -= tag == "pre"
            append(f"</{tag}>")

    def write_inside(self, element: Element) -> None:
        """Write the text and the children of an element."""
        if self._depth >= DEEPEST:
            self.write_text(text(element))
            return
        self._depth += 1
        words = element.text
        if words:
            self.write_text(words)
        for child in element:
            self.write(child)
            words = child.tail
            if words:
                self.write_text(words)
        self._depth -= 1

    def write_text(self, words: str) -> None:
        if not self._has_words:
            self._has_words = not words.isspace()
        if "\n" in words and not self._keeps_lines:
            words = folded(words)
        self._parts.append(escaped(words))

    def write_markup(self, markup: str) -> None:
        self._has_words = True
        self._parts.append(markup)

    def set_aside(self, name: str, element: Element) -> None:
        """Keep the text of an element out of the body, by a name, one line a block."""
        if words := block_lines(element):
            self.aside.setdefault(name, []).append(words)


def _attributes(tag: str, element: Element) -> str:
    found = ((name, element.get(name)) for name in KEPT_ATTRIBUTES[tag])
    return "".join(f' {name}="{quoted(value)}"' for name, value in found if value)


def block_lines(element: Element) -> str:
    """Return the text of an element, one clean line a block."""
    if not len(element):
        return clean_line(element.text or "")
    parts: list[str] = []
    for node in element.iter():
        is_block = name_of(node.tag) in BLOCKS
        if is_block:
            parts.append(_BREAK)
        if words := node.text:
            parts.append(words)
        if node is not element and (words := node.tail):
            parts += (_BREAK, words) if is_block else (words,)
    found = (clean_line(part) for part in "".join(parts).split(_BREAK) if part and not part.isspace())
    return "\n".join(part for part in found if part)


def folded(words: str) -> str:
    """Return text without the line ends and indents of its markup, which mean one space (but in `pre`)."""
    head, *middle, tail = words.split("\n")
    return " ".join(
        [head.rstrip(" \t\r"), *filter(None, (part.strip(" \t\r") for part in middle)), tail.lstrip(" \t\r")]
    )


def has_words(element: Element) -> bool:
    """Tell whether there is any text in an element."""
    return bool(text(element).strip())


def escaped(words: str) -> str:
    if "&" not in words and "<" not in words and ">" not in words:
        return words
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(value: str | None) -> str:
    return escaped(value or "").replace('"', "&quot;")
