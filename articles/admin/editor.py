"""The seam between the story form and the body editor. The desk knows of it body_widget() alone, another editor is
another function here, and no scripts but its own touch it (docs/decisions/0004-editor.md)."""

from __future__ import annotations

from typing import Any

from ckeditor.widgets import CKEditorWidget
from django import forms
from django.forms.widgets import Media
from django.templatetags.static import static
from django.urls import reverse

from articles import pictures
from articles.richtext import BodyError, clean_body, editor_configuration

SCRIPTS = [
    f"desk/js/{name}.js"
    for name in (
        *("editor-policy", "editor-theme", "editor-changes", "editor-boxes", "picture-dialog", "editor-pictures"),
        *("editor-paste", "editor-receipt", "editor-count", "editor-dialogs"),
    )
]
STYLES = ["desk/css/editor.css", "desk/css/picture-dialog.css"]
ICONS = {name: f"desk/img/editor-{name}.svg" for name in ("picture", "pull", "facts")}


def body_widget() -> forms.Widget:
    """Return the control in which a story's body is written; without scripts it is a text area that holds HTML."""
    return BodyWidget()


class BodyWidget(CKEditorWidget):
    """CKEditor with our closed configuration, under the desk's strict policy (static/desk/js/editor-policy.js).

    The text is cleaned before it reaches the page as well as after it leaves it.
    """

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__()
        self.attrs = {"rows": 24, "class": "story-body", **(attrs or {})}
        self.config = editor_configuration()

    @property
    def media(self) -> Media:
        base = super().media
        return Media(css={"all": [*base._css.get("all", []), *STYLES]}, js=[*base._js, *SCRIPTS])

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        self.config["newsroom"] |= {
            "receiptUrl": reverse("admin:articles_article_receipt"),
            "libraryUrl": reverse("admin:images_image_library"),
            "icons": {icon: static(path) for icon, path in ICONS.items()},
        }
        context: dict[str, Any] = super().get_context(name, value, attrs)
        return context

    def format_value(self, value: Any) -> str:
        try:
            return pictures.shown(clean_body(value or ""))
        except BodyError:
            return str(value)
