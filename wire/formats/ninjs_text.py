"""Headline, description and body of a ninjs item, wherever the version of ninjs puts them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsroom.lib.text import clean_line, shorten
from wire.formats import paragraphs
from wire.formats.json_objects import Node

MAIN_ROLES = ("", "main")
TEXT_ROLES = ("text", "", "main", "abstract", "summary", "caption", "richtext", "html", "xhtml", "html5")
# What a body calls itself that is meant for the desk alone
_PRIVATE = re.compile(r"non-?public|notepad|notebook|ednote|internal", re.IGNORECASE)
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>")
FIRST_WORDS = 110


def line(node: Node, *keys: str) -> str:
    """Return the first of these fields as one clean line without tags."""
    return paragraphs.plain_line(node.text(*keys))


def roled(node: Node, key: str) -> Iterator[tuple[str, str]]:
    """Yield (role, value) of a list such as `headlines` (2.x, 3.x), in the order sent."""
    for part in node.nodes(key):
        value = part.text("value")
        if value.strip():
            yield part.text("role").lower(), value


def headline(node: Node) -> tuple[str, list[str]]:
    """Return the headline, never blank where the item has any words at all, and the warnings that go with it."""
    sent = line(node, "headline", "headline_main") or _main_headline(node)
    if sent:
        return sent, []
    for key, what in (("title", "title"), ("slugline", "slugline")):
        if line(node, key):
            return line(node, key), [f"No headline was sent; its {what} stands in."]
    words = shorten(paragraphs.plain_line(body(node) or description(node)), FIRST_WORDS)
    return words, ["No headline was sent; its first words stand in."] if words else []


def _main_headline(node: Node) -> str:
    texts = sorted([*roled(node, "headlines"), *node.flavours("headline")], key=lambda pair: pair[0] not in MAIN_ROLES)
    return next(filter(None, (paragraphs.plain_line(text) for _, text in texts)), "")


def description(node: Node) -> str:
    """Return the abstract, or a picture's caption, as one line of text."""
    texts = dict(reversed([*roled(node, "descriptions"), *node.flavours("description")]))
    chosen = next((texts[role] for role in TEXT_ROLES if role in texts), "")
    return paragraphs.plain_line(chosen)


def body(node: Node) -> str:
    """Return the best body as HTML with paragraphs; what is not for publication is left out."""
    candidates = [*_flavoured_bodies(node), *_listed_bodies(node)]
    marked_up = next((text for text, is_markup in candidates if is_markup), "")
    if marked_up:
        return paragraphs.from_markup(marked_up)
    return next((paragraphs.from_text(text) for text, _ in candidates), "")


def _flavoured_bodies(node: Node) -> Iterator[tuple[str, bool]]:
    """Yield (text, whether it is HTML) of body_html and its kin (1.x), HTML by name first."""
    flavours = [(name, text) for name, text in node.flavours("body") if not _PRIVATE.search(name)]
    order = ("html", "xhtml", "main", "richtext")
    ranked = sorted(flavours, key=lambda pair: order.index(pair[0]) if pair[0] in order else len(order))
    for name, text in ranked:
        yield text, name != "text" and (name in {"html", "xhtml"} or bool(_MARKUP.search(text)))


def _listed_bodies(node: Node) -> Iterator[tuple[str, bool]]:
    """Yield (text, whether it is HTML) of `bodies` (2.x, 3.x); XML of other vocabularies is left out."""
    for part in node.nodes("bodies"):
        text, mime = part.text("value"), clean_line(part.text("contenttype")).lower()
        if not text.strip() or _PRIVATE.search(part.text("role")):
            continue
        if "html" in mime or (not mime and _MARKUP.search(text)):
            yield text, True
        elif mime in {"", "text/plain", "text"}:
            yield text, False
