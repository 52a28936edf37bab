"""What `contentSet` of a NewsML-G2 item holds: the body in XHTML, NITF or text, and the files elsewhere.

dpa sends the body beside renditions of the headline, the public and the private notebook: only the story is the body.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, field

from newsroom.lib.text import clean_line
from wire.formats import nitf_body, paragraphs, xhtml_body
from wire.formats.body_writer import block_lines
from wire.formats.item import ParsedPicture
from wire.formats.newsml_g2_codes import local_code
from wire.formats.notebooks import without_notebook
from wire.formats.trees import Element, local_name, text

_MARKUP = re.compile(r"</?(?:p|br|div|h[1-6]|b|strong|ul|ol|table|html|body|section)\b[^<>]*>", re.IGNORECASE)
_PRIVATE = re.compile(r"non-?public|internal|private", re.IGNORECASE)
# Renditions of inlineData that are no story
NOTES = frozenset({"public"})
HEADLINES = frozenset({"headline", "title"})


@dataclass(slots=True)
class Content:
    """The best body of an item, and what else its content says."""

    html: str = ""
    headline: str = ""
    byline: str = ""
    dateline: str = ""
    abstract: str = ""
    subhead: str = ""
    notes: list[str] = field(default_factory=list)
    private: list[str] = field(default_factory=list)
    pictures: list[ParsedPicture] = field(default_factory=list)
    files: list[Element] = field(default_factory=list)


def read(content_sets: list[Element], headline: str) -> Content:
    """Return what the content of an item holds; `headline` is what its body need not repeat."""
    content = Content()
    stories: list[Element] = []
    for part in (part for content_set in content_sets for part in content_set):
        name = local_name(part)
        if name == "remotecontent":
            content.files.append(part)
        elif name in {"inlinexml", "inlinedata"}:
            if _is_private(part):
                content.private.append(block_lines(part) if len(part) else _decoded(part).strip())
            elif name == "inlinexml" or _is_text(part):
                stories.append(part)
    _take_story(content, stories, headline)
    content.html, hidden = without_notebook(content.html)
    if hidden:
        content.private.append(paragraphs.plain_text(hidden).strip())
    return content


def _take_story(content: Content, parts: list[Element], headline: str) -> None:
    """Read the best of the renditions as the body: markup before text, a long one before a short one."""
    ranked = sorted(parts, key=_rank, reverse=True) if len(parts) > 1 else parts
    for part in ranked:
        rendition = local_code(part.get("rendition") or "").lower()
        if rendition in HEADLINES and len(parts) > 1:
            continue
        if content.html:
            if rendition in NOTES:
                content.notes.append(_plain(part))
            continue
        if local_name(part) == "inlinedata":
            content.html = _of_text(_decoded(part))
        else:
            _read_markup(content, part, headline)


def _rank(part: Element) -> tuple[bool, bool, int]:
    rendition = local_code(part.get("rendition") or "").lower()
    return rendition not in NOTES | HEADLINES, local_name(part) == "inlinexml", len(text(part))


def _read_markup(content: Content, part: Element, headline: str) -> None:
    children = [child for child in part if local_name(child)]
    if not children:
        content.html = _of_text(part.text or "")
    elif local_name(children[0]) == "nitf":
        _read_nitf(content, children[0])
    elif local_name(children[0]) == "body.content":
        body = nitf_body.read(children[0])
        content.html, content.pictures = body.html, [*body.pictures]
        content.private += body.private
    elif any(local_name(child) == "body.content" for child in children[0]):
        _read_nitf(content, children[0])
    else:
        _read_page(content, part, children, headline)


def _read_nitf(content: Content, nitf: Element) -> None:
    story = nitf_body.story(nitf)
    content.html, content.headline, content.byline = story.html, story.headline, story.byline
    content.dateline, content.abstract = story.dateline, story.abstract
    content.pictures = [*story.pictures]
    content.private += story.private
    content.notes += filter(None, [story.note])


def _read_page(content: Content, part: Element, children: list[Element], headline: str) -> None:
    writer = xhtml_body.read(children, headline)
    lead = (part.text or "").strip()
    content.html = (paragraphs.from_text(lead) if lead else "") + writer.html
    content.byline = ", ".join(clean_line(line) for line in writer.aside.get("byline", ()))
    content.dateline = clean_line(" ".join(writer.aside.get("dateline", ())))
    content.subhead = clean_line(" ".join(writer.aside.get("subhead", ())))
    content.notes += writer.aside.get("note", ())
    content.private += writer.aside.get("private", ())


def _is_private(part: Element) -> bool:
    said = (part.get(name) for name in ("rendition", "pubconstraint", "role"))
    return any(_PRIVATE.search(word) for word in said if word)


def _is_text(part: Element) -> bool:
    mime = (part.get("contenttype") or "").lower()
    return not mime or mime.startswith("text/") or "html" in mime or "xml" in mime


def _decoded(part: Element) -> str:
    """Return the text of inlineData, which may be in base 64."""
    words = text(part)
    if "base64" not in (part.get("encoding") or "").lower():
        return words
    try:
        return base64.b64decode(words, validate=False).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return words


def _of_text(words: str) -> str:
    if not words.strip():
        return ""
    return paragraphs.from_markup(words) if _MARKUP.search(words) else paragraphs.from_text(words)


def _plain(part: Element) -> str:
    return paragraphs.plain_text(_decoded(part)).strip() if not len(part) else block_lines(part)
