"""Makes paragraphs where a wire sent none, and plain lines of what may hold markup. Makes nothing safe to show."""

from __future__ import annotations

import html
import re

from newsroom.lib.html import escape_to_paragraphs
from newsroom.lib.text import clean_line, without_unprintable

# A line longer than this was not broken by a typewriter: its end is the end of a paragraph
LONG_LINE = 100
_BLOCK = re.compile(r"<(?:p|h[1-6]|ul|ol|table|blockquote|div|section|article)[\s>/]", re.IGNORECASE)
_BREAK = re.compile(r"(?:<br\s*/?>\s*){2,}|\n[ \t\r]*\n", re.IGNORECASE)
_SILENT = re.compile(r"<(script|style|title|head)\b[^<>]*+>.*?(?:</\1\s*+>|\Z)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"</?[A-Za-z!?][^<>]*+(?:>|(?=<)|\Z)")
_END_OF_BLOCK = re.compile(r"</(?:p|h[1-6]|li|tr|div|blockquote)\s*>|<br\s*/?>", re.IGNORECASE)


def from_text(text: str) -> str:
    """Return plain text as HTML paragraphs, escaped. Blank lines part them; line ends do where lines are long."""
    lines = without_unprintable(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if any(len(line) > LONG_LINE for line in lines):
        return escape_to_paragraphs("\n\n".join(lines))
    return escape_to_paragraphs("\n".join(lines))


def from_markup(markup: str, *, is_tidy: bool = False) -> str:
    """Return HTML with paragraphs: as it is when it has blocks, else parted at double breaks and blank lines.

    Out of XML it is tidy: its parser lets no control characters through.
    """
    tidy = markup if is_tidy else without_unprintable(markup)
    if _BLOCK.search(tidy):
        return tidy
    pieces = (piece.strip() for piece in _BREAK.split(tidy))
    return "\n".join(f"<p>{piece}</p>" for piece in pieces if piece)


def has_blocks(text: str) -> bool:
    """Tell whether text holds HTML's own paragraphs, lists or tables."""
    return _BLOCK.search(text) is not None


def has_markup(text: str) -> bool:
    return _TAG.search(text) is not None


def plain_text(markup: str) -> str:
    """Return the text of HTML in time linear in its length, one line a block, whatever is in it.

    newsroom.lib.html.text_of reads markup exactly and refuses what is too heavy; this one takes everything.
    """
    lines = _END_OF_BLOCK.sub("\n", _SILENT.sub(" ", markup))
    return without_unprintable(html.unescape(_TAG.sub(" ", lines)))


def plain_line(markup: str) -> str:
    """Return one clean line of text without tags; entities are read."""
    if "<" not in markup and "&" not in markup:
        return clean_line(markup)
    return clean_line(plain_text(markup))
