"""Headline, description and body of a ninjs item, wherever the version of ninjs puts them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsroom.lib import xml
from newsroom.lib.text import clean_line, shorten, without_unprintable
from wire.formats import nitf_body, paragraphs
from wire.formats.json_objects import Node
from wire.formats.notebooks import without_notebook

MAIN_ROLES = ("", "main")
TEXT_ROLES = ("text", "", "main", "abstract", "summary", "lead", "caption", "richtext", "html", "xhtml", "html5")
HTML_ROLES = ("html", "xhtml", "main", "richtext", "html5", "body")
# What a body calls itself that is meant for the desk alone
_PRIVATE = re.compile(r"non-?public|notepad|notebook|ed-?note|internal|notforpub|not-for-pub", re.IGNORECASE)
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>")
FIRST_WORDS = 110


def line(node: Node, *keys: str) -> str:
    """Return the first of these fields as one clean line without tags."""
    return paragraphs.plain_line(node.text(*keys))


def roled(node: Node, key: str) -> Iterator[tuple[str, str]]:
    """Yield (role, value) of a list such as `headlines` (2.x, 3.x), in the order sent."""
    for part in node.nodes(key):
        value = part.text("value")
        if value:
            yield part.text("role").lower(), value


def headline(node: Node, body: str) -> tuple[str, bool, list[str]]:
    """Return the headline, whether other words stand in for it, and the warnings that go with it."""
    sent = main_headline(node)
    if sent:
        return sent, False, []
    for key, what in (("title", "title"), ("slugline", "slugline")):
        if line(node, key):
            return line(node, key), True, [f"No headline was sent; its {what} stands in."]
    words = shorten(paragraphs.plain_line(body or description(node)), FIRST_WORDS)
    return words, True, ["No headline was sent; its first words stand in."] if words else []


def main_headline(node: Node) -> str:
    """Return the headline as sent, the main one before others."""
    sent = line(node, "headline", "headline_main")
    if sent:
        return sent
    texts = sorted([*roled(node, "headlines"), *node.flavours("headline")], key=lambda pair: pair[0] not in MAIN_ROLES)
    return next(filter(None, (paragraphs.plain_line(text) for _, text in texts)), "")


def description(node: Node) -> str:
    """Return the abstract, or a picture's caption, as one line of text."""
    texts = dict(reversed([*roled(node, "descriptions"), *node.flavours("description")]))
    chosen = next((texts[role] for role in TEXT_ROLES if role in texts), "")
    others = next((text for role, text in texts.items() if role != "creditline"), "") if not chosen else ""
    return paragraphs.plain_line(chosen or others)


def notes(node: Node) -> str:
    """Return the notes to editors, and descriptions of other kinds, which nobody can say are meant for readers."""
    found = [without_unprintable(node.text("ednote")).strip()]
    for role, text in roled(node, "descriptions"):
        if role not in TEXT_ROLES and role != "creditline":
            found.append(f"{role}: {paragraphs.plain_line(text)}")
    return "\n".join(filter(None, found))


class Texts(NamedTuple):
    """A body as HTML with paragraphs, apart from it what is not for publication, and lines that only NITF has."""

    body: str = ""
    private: str = ""
    byline: str = ""
    dateline: str = ""


def texts(node: Node) -> Texts:
    """Return the best body, and every text that is for the desk alone."""
    candidates, private = _flavoured_bodies(node)
    listed, more_private = _listed_bodies(node)
    candidates += listed
    chosen = min(candidates, key=lambda found: found[0], default=(0, "", ""))
    story = _of_nitf(chosen[2]) if chosen[1] == "nitf" else nitf_body.NitfStory(html=_as_html(chosen[1], chosen[2]))
    markup, hidden = without_notebook(story.html)
    told = (paragraphs.plain_text(text).strip() for text in (*private, *more_private, *story.private, hidden) if text)
    return Texts(markup, "\n\n".join(filter(None, told)), story.byline, story.dateline)


def _as_html(kind: str, text: str) -> str:
    if kind == "html":
        return paragraphs.from_markup(_without_head(text))
    return paragraphs.from_text(text)


def _without_head(text: str) -> str:
    """Return a page without its head, where the headline stands once more."""
    start = text.find("<head>", 0, 2000)
    end = text.find("</head>", start) if start >= 0 else -1
    return text[:start] + text[end + len("</head>") :] if end >= 0 else text


def _of_nitf(text: str) -> nitf_body.NitfStory:
    try:
        return nitf_body.story(xml.parse(without_unprintable(text).encode()).root)
    except xml.XmlError:
        return nitf_body.NitfStory(html=paragraphs.from_text(paragraphs.plain_text(text)))


# A candidate: its rank (lowest wins), what it is (html, nitf, text), and the text itself
_Candidates = list[tuple[int, str, str]]


def _flavoured_bodies(node: Node) -> tuple[_Candidates, list[str]]:
    """Return body_html and its kin (1.x), HTML by name first, and those for the desk."""
    found: _Candidates = []
    private = []
    for name, text in node.flavours("body"):
        if _PRIVATE.search(name):
            private.append(text)
        elif name == "nitf" or text.lstrip()[:500].find("<nitf") >= 0:
            found.append((20, "nitf", text))
        elif name != "text" and (name in {"html", "xhtml"} or _MARKUP.search(text)):
            found.append((HTML_ROLES.index(name) if name in HTML_ROLES else len(HTML_ROLES), "html", text))
        else:
            found.append((30, "text", text))
    return found, private


def _listed_bodies(node: Node) -> tuple[_Candidates, list[str]]:
    """Return `bodies` (2.x, 3.x), and those for the desk; XML of other vocabularies is left out."""
    found: _Candidates = []
    private = []
    for part in node.nodes("bodies"):
        text, mime = part.text("value"), clean_line(part.text("contenttype")).lower()
        if not text:
            continue
        if _PRIVATE.search(part.text("role")):
            private.append(text)
        elif "nitf" in mime or "<nitf" in text[:500]:
            found.append((20, "nitf", text))
        elif "html" in mime or (not mime and _MARKUP.search(text)):
            found.append((10, "html", text))
        elif mime in {"", "text", "text/plain"} or mime.startswith("text/"):
            found.append((30, "text", text))
    return found, private
