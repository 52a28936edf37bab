"""Refuses HTML that would cost more than it is worth, in time linear in its length.

The sanitiser is quadratic in nesting (50 000 nested quotes take 12 s), so this runs before it.
"""

import re

from newsroom.lib.markup_tags import VOID_TAGS

MAX_BYTES = 300_000
MAX_TAGS = 20_000
MAX_DEPTH = 100

_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)")
_CLOSES_PARAGRAPH = frozenset({
    "address", "article", "aside", "blockquote", "center", "details", "div", "dl", "dd",
    "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
    "h5", "h6", "header", "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "section",
    "summary", "table", "ul",
})  # fmt: skip
# A start tag on the left ends its open siblings, unless a container on the right is in between.
_SIBLINGS = {
    "li": ({"li"}, {"ul", "ol", "menu"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "td": ({"td", "th"}, {"table"}),
    "th": ({"td", "th"}, {"table"}),
    "tr": ({"tr"}, {"table"}),
    "tbody": ({"thead", "tbody"}, {"table"}),
    "tfoot": ({"thead", "tbody"}, {"table"}),
    "option": ({"option"}, {"select"}),
    "a": ({"a"}, {"table"}),
}  # fmt: skip


class TooMuchMarkupError(ValueError):
    """The text has more bytes, tags or nesting than a story can need."""

    code = "too_much_markup"


def refuse_excess(html: str) -> None:
    """Raise TooMuchMarkupError when the text is over one of the three caps."""
    size = len(html.encode("utf-8", "surrogatepass"))
    if size > MAX_BYTES:
        raise TooMuchMarkupError(
            f"This text is {size // 1000} KB long; at most {MAX_BYTES // 1000} KB can be read."
            " Split it into several stories."
        )
    tags = html.count("<")
    if tags > MAX_TAGS:
        raise TooMuchMarkupError(
            f"This text holds {tags} tags; at most {MAX_TAGS} can be read. Paste it as plain text."
        )
    _refuse_depth(html)


def too_deep() -> TooMuchMarkupError:
    """Make the error for nesting over the cap."""
    return TooMuchMarkupError(f"This text is nested more than {MAX_DEPTH} levels deep. Paste it as plain text.")


def _refuse_depth(html: str) -> None:
    """Follow start and end tags nearly as a browser does; exact only for tidy markup.

    Markup made to deceive it is bounded by the cap on tags, and by the tree parser.
    """
    open_tags: list[str] = []
    for slash, name in _TAG.findall(html):
        tag = name.lower()
        if slash:
            _close(open_tags, {tag}, frozenset())
        elif tag not in VOID_TAGS:
            _close_implied(open_tags, tag)
            open_tags.append(tag)
            if len(open_tags) > MAX_DEPTH:
                raise too_deep()


def _close_implied(open_tags: list[str], tag: str) -> None:
    if tag in _CLOSES_PARAGRAPH:
        _close(open_tags, {"p"}, frozenset({"table", "td", "th", "blockquote", "li", "div"}))
    if tag in _SIBLINGS:
        siblings, containers = _SIBLINGS[tag]
        _close(open_tags, siblings, containers)


def _close(open_tags: list[str], names: set[str], stops: set[str] | frozenset[str]) -> None:
    """Pop down to the innermost of `names`, unless one of `stops` comes first."""
    for position in range(len(open_tags) - 1, -1, -1):
        if open_tags[position] in names:
            del open_tags[position:]
            return
        if open_tags[position] in stops:
            return
