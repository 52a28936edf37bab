"""The BODY vocabulary: one table that gives the server its sanitiser and the editor its configuration.
Nothing reaches Article.body or Version.body but through clean_body()."""

from __future__ import annotations

from typing import Any

from newsroom.lib.html import TooMuchMarkupError, Vocabulary

BODY = Vocabulary(
    tags={
        **{name: {} for name in "p h2 h3 ul li strong em s sub sup br hr cite".split()},
        **{name: {} for name in "table caption thead tbody tr".split()},
        "ol": {"start": "int"},
        "blockquote": {".": frozenset({"pull"})},
        "a": {"href": "url!", "title": "text", "hreflang": "text"},
        "th": {"colspan": "int", "rowspan": "int", "scope": ("row", "col")},
        "td": {"colspan": "int", "rowspan": "int"},
    }
)

TOOLBAR = [
    ["Format"],
    ["Bold", "Italic", "Strike", "Subscript", "Superscript", "RemoveFormat"],
    ["NumberedList", "BulletedList", "Blockquote"],
    ["Link", "Unlink"],
    ["Table", "HorizontalRule", "SpecialChar"],
    ["Find", "Undo", "Redo", "Maximize", "ShowBlocks"],
]
# Plugins of the bundled build that would load foreign code, open frames or write markup outside the vocabulary
REMOVED_PLUGINS = (
    "about adobeair bbcode bidi codesnippet codesnippetgeshi colorbutton colordialog copyformatting div docprops "
    "elementspath exportpdf filebrowser flash floatingspace font forms iframe iframedialog image image2 justify "
    "language newpage pagebreak preview print save scayt smiley stylescombo templates uploadimage uploadwidget wsc "
    "uicolor devtools dialogadvtab sourcearea sourcedialog embed embedbase embedsemantic autoembed easyimage"
).split()


class BodyError(ValueError):
    """A text that cannot be taken in; the message says why and what to do."""


def clean_body(html: str) -> str:
    """Return `html` in the BODY vocabulary; idempotent. Raise BodyError when it is too large or too deep to read."""
    try:
        return BODY.clean(html)
    except TooMuchMarkupError as error:
        raise BodyError(str(error)) from error


def editor_configuration() -> dict[str, Any]:
    """Return CKEditor 4's configuration, its allowed content derived from BODY; newsroom.checks examines it."""
    return {
        "skin": "moono-lisa",
        "toolbar": TOOLBAR,
        "format_tags": "p;h2;h3",
        "removePlugins": ",".join(REMOVED_PLUGINS),
        "extraPlugins": "autolink,autogrow",
        "allowedContent": BODY.as_acf(),
        "disallowedContent": "script style iframe object embed form; *[on*]",
        "pasteFilter": (
            "p h2 h3 ul ol li blockquote strong em s sub sup; a[!href]; table thead tbody tr; th td[colspan,rowspan]"
        ),
        "fullPage": False,
        "versionCheck": False,
        "entities": False,
        "entities_latin": False,
        "basicEntities": True,
        "clipboard_handleImages": False,
        "pasteFromWordRemoveFontStyles": True,
        "pasteFromWordRemoveStyles": True,
        "pasteFromWord_inlineImages": False,
        "link_defaultProtocol": "https://",
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
