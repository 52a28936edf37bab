"""The names of HTML's tags, sorted by what a reader of markup has to know of them."""

import re

VOID_TAGS = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr",
})  # fmt: skip
BLOCK_TAGS = frozenset({
    "address", "article", "aside", "blockquote", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "h1",
    "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "li", "main", "menu",
    "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
})  # fmt: skip
DROPPED_WITH_CONTENT = frozenset({
    "script", "style", "iframe", "object", "embed", "form", "textarea", "select",
    "template", "noscript", "svg", "math", "title", "head",
})  # fmt: skip

# Parsers reopen these after every block that cuts them off: 98 unclosed <em> before 19 000 <p>
# cost 18 s. Under another name they are elements like any other, and their time is linear.
HELD = "x-inline-"
HELD_TAGS = frozenset({
    "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt",
    "u",
})  # fmt: skip

_NEW_NAMES = {"b": "strong", "i": "em", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3"}
RENAMED = _NEW_NAMES | {HELD + tag: _NEW_NAMES.get(tag, tag) for tag in HELD_TAGS}
_INLINE_START = re.compile(rf"(</?)(?=(?:{'|'.join(sorted(HELD_TAGS))})[\s/>])", re.I)


def is_block(tag: str) -> bool:
    """Tell whether a tag stands on its own line; our own elements (with a hyphen) do."""
    return tag in BLOCK_TAGS or "-" in tag


def hold(html: str) -> str:
    """Give formatting tags the names under which parsers do not reopen them."""
    return _INLINE_START.sub(rf"\1{HELD}", html)


def release(value: str) -> str:
    """Undo `hold` where it changed the text of an attribute."""
    return value.replace(f"<{HELD}", "<").replace(f"</{HELD}", "</")
