"""The BODY vocabulary: one table that gives the server its sanitiser and the editor its configuration.
Nothing reaches Article.body or Version.body but through clean_body()."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from newsroom.lib.html import Rule, TooMuchMarkupError, Vocabulary
from newsroom.lib.markup_tags import BLOCK_TAGS
from newsroom.lib.text import DEFAULT_READING_SPEED, READING_SPEEDS

# Text from anywhere. A fact box is an aside that says so; another site's asides are taken apart
COPY = Vocabulary(
    tags={
        **{name: {} for name in "p h2 h3 ul li strong em s sub sup br hr cite".split()},
        **{name: {} for name in "table caption thead tbody tr".split()},
        "ol": {"start": "int"},
        "blockquote": {".": frozenset({"pull"})},
        "aside": {".!": frozenset({"fact-box"})},
        "a": {"href": "url!", "title": "text", "hreflang": "text"},
        "th": {"colspan": "int", "rowspan": "int", "scope": ("row", "col")},
        "td": {"colspan": "int", "rowspan": "int"},
    }
)
# Text of our own, in which pictures of our library stand by their number (articles.pictures); where a picture's file
# lies is never read from a text
PICTURES: dict[str, dict[str, Rule]] = {
    "figure": {"data-image": "int!", ".": frozenset({"wide"})},
    "img": {"src": "made", "alt": "text"},
    "figcaption": {},
}
BODY = Vocabulary(tags={**COPY.tags, **PICTURES})

TOOLBAR = [
    ["Format"],
    ["Bold", "Italic", "Strike", "Subscript", "Superscript", "RemoveFormat"],
    ["NumberedList", "BulletedList", "Blockquote", "PullQuote", "FactBox"],
    ["Link", "Unlink"],
    ["Picture", "Table", "HorizontalRule", "SpecialChar"],
    ["Find", "Undo", "Redo", "Maximize", "ShowBlocks"],
]
# Our own plugins, static/desk/js/editor-*.js
PLUGINS = ("newsroomboxes", "newsroomchanges", "newsroomcount", "newsroompictures", "newsroomreceipt")
IN_A_CAPTION = ("strong", "em", "s", "sub", "sup", "cite", "a", "br")
# Plugins of the bundled build that would load foreign code, open frames or write markup outside the vocabulary
REMOVED_PLUGINS = (
    "about adobeair bbcode bidi codesnippet codesnippetgeshi colorbutton colordialog copyformatting div docprops "
    "elementspath exportpdf filebrowser flash floatingspace font forms iframe iframedialog image image2 justify "
    "language newpage pagebreak preview print save scayt smiley stylescombo templates uploadimage uploadwidget wsc "
    "uicolor devtools dialogadvtab sourcearea sourcedialog embed embedbase embedsemantic autoembed easyimage"
).split()


_FIGURE = re.compile(
    r'<figure(?: class="(?P<width>wide)")? data-image="(?P<number>\d+)"><img alt="(?P<alt>[^"]*)">'
    r"(?:<figcaption>(?P<caption>.*?)</figcaption>)?</figure>",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture inside a cleaned body. `caption` is HTML of the vocabulary, `alt` and `src` are plain text."""

    image_id: int
    alt: str
    caption: str
    is_wide: bool
    src: str = ""

    @property
    def html(self) -> str:
        """The figure as the vocabulary writes it, with the file's address where one was given."""
        width = ' class="wide"' if self.is_wide else ""
        src = f' src="{entities.escape(self.src)}"' if self.src else ""
        caption = f"<figcaption>{self.caption}</figcaption>" if self.caption else ""
        alt = entities.escape(self.alt).replace("&#x27;", "'")  # as the sanitiser spells it
        return f'<figure{width} data-image="{self.image_id}"><img alt="{alt}"{src}>{caption}</figure>'


class BodyError(ValueError):
    """A text that cannot be taken in; the message says why and what to do."""


def clean_body(html: str) -> str:
    """Return `html` in the BODY vocabulary; idempotent. Raise BodyError when it is too large or too deep to read."""
    try:
        return BODY.clean(html)
    except TooMuchMarkupError as error:
        raise BodyError(str(error)) from error


def taken_out(html: str) -> dict[str, dict[str, int]]:
    """Return what clean_body takes out of `html`, as a revision keeps it: tags and attributes by name and number.

    Empty when nothing is; what the editor holds for itself, such as the address of a picture, does not count.
    """
    _, receipt = BODY.clean_with_receipt(html)
    made = {name for rules in BODY.tags.values() for name, rule in rules.items() if rule == "made"}
    attributes = {name: count for name, count in receipt.attributes.items() if name not in made}
    found = {"tags": dict(receipt.tags), "attributes": attributes}
    return {kind: counts for kind, counts in found.items() if counts}


def clean_copy(html: str) -> str:
    """Return text that others send in the vocabulary, without figures: their numbers are not numbers of our pictures.

    Raises BodyError as clean_body does.
    """
    try:
        return COPY.clean(html)
    except TooMuchMarkupError as error:
        raise BodyError(str(error)) from error


def figures(body: str) -> list[Figure]:
    """Return the pictures of a cleaned body in reading order."""
    return [_figure(match) for match in _FIGURE.finditer(body)]


def with_figures(body: str, make: Callable[[Figure], str]) -> str:
    """Return a cleaned body with what `make` writes in place of each picture."""
    return _FIGURE.sub(lambda match: make(_figure(match)), body)


def _figure(match: re.Match[str]) -> Figure:
    alt = " ".join(entities.unescape(match["alt"]).split())
    return Figure(int(match["number"]), alt, match["caption"] or "", is_wide=bool(match["width"]))


def editor_configuration() -> dict[str, Any]:
    """Return CKEditor 4's configuration, its allowed content derived from BODY; newsroom.checks examines it."""
    allowed = BODY.as_acf()
    return {
        "skin": "moono-lisa",
        "toolbar": TOOLBAR,
        "format_tags": "p;h2;h3",
        "removePlugins": ",".join(REMOVED_PLUGINS),
        "extraPlugins": ",".join(("autolink", "autogrow", *PLUGINS)),
        "newsroom": {
            "mediaPrefix": settings.MEDIA_URL,
            "blocks": sorted((BLOCK_TAGS & set(allowed)) | {"br"}),
            "readingSpeeds": {**READING_SPEEDS, "": DEFAULT_READING_SPEED},
            "captionContent": {name: allowed[name] for name in IN_A_CAPTION},
        },
        "allowedContent": allowed,
        "disallowedContent": "script style iframe object embed form; *[on*]",
        "pasteFilter": BODY.as_acf(),
        "fullPage": False,
        "versionCheck": False,
        "entities": False,
        "entities_latin": False,
        "basicEntities": True,
        "clipboard_handleImages": False,
        "pasteFromWordRemoveFontStyles": True,
        "pasteFromWordRemoveStyles": True,
        "pasteFromWord_inlineImages": False,
        "linkDefaultProtocol": "https://",
        "linkShowAdvancedTab": False,
        "linkShowTargetTab": False,
        "removeDialogTabs": "link:advanced;link:target;link:upload;table:advanced",
        "disableNativeSpellChecker": False,
        "autoGrow_minHeight": 320,
        "autoGrow_maxHeight": 900,
        "width": "100%",
        "contentsCss": ["/static/desk/css/editor-text.css"],
        "bodyClass": "editor-text",
        "title": "Body",
    }
