"""Form fields of the story screen that work without JavaScript: authors in order, tags by name."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.admin.widgets import ForeignKeyRawIdWidget
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.urls import reverse

from articles.naming import KINDS, resolve
from authors.models import Author
from images.models import Image
from newsroom.lib.text import clean_line, normalised_key
from tags import making
from tags.models import Tag, TagAlias

EMPTY_INPUTS = 2
AUTHOR_LIMIT = 20
TAG_LIMIT = 30


class PictureWidget(ForeignKeyRawIdWidget):
    """The picture by number with its name beside it; the one the story has (`known`) costs no query."""

    known: Image | None = None

    def label_and_url_for_value(self, value: Any) -> tuple[str, str]:
        if self.known is not None and str(value) == str(self.known.pk):
            return str(self.known), reverse("admin:images_image_change", args=[self.known.pk])
        return super().label_and_url_for_value(value)


class AuthorsWidget(forms.Widget):
    """One line per author, in order, and two empty ones."""

    template_name = "admin/articles/widgets/authors.html"

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["lines"] = [*(value or []), *[""] * EMPTY_INPUTS]
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        values = data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])
        return list(dict.fromkeys(str(value) for value in values if str(value).strip()))

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return False


class AuthorsField(forms.Field):
    """Authors by name, in the order they were written. Those the story has already (`known`) cost no query."""

    widget = AuthorsWidget

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.known: list[Author] = []

    def prepare_value(self, value: Any) -> list[str]:
        return [KINDS["authors"].label(each) if isinstance(each, Author) else str(each) for each in value or []]

    def clean(self, value: Any) -> list[Author]:
        if len(value or []) > AUTHOR_LIMIT:
            raise ValidationError(f"{len(value)} authors are too many; {AUTHOR_LIMIT} fit.", "too_many")
        known = {text: author for author in self.known for text in (author.name, str(author.pk))}
        names = [clean_line(str(name)) for name in value or []]
        people = [known.get(name) or resolve(KINDS["authors"], name) for name in names if name]
        return list(dict.fromkeys(people))


class TagsField(forms.CharField):
    """Tags by name, separated by commas; spellings and aliases find their tag.

    A name that is no tag yet makes one, standing new, when `may_create`; otherwise it is refused by name.
    """

    widget = forms.TextInput(attrs={"class": "vTextField", "autocomplete": "off"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.may_create = False
        self.made_by: User | None = None
        self.may_imagine = False  # a name that is no tag yet becomes one that is not saved

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, str) or value is None else ", ".join(tag.name for tag in value)

    def clean(self, value: Any) -> list[Tag]:
        names = {normalised_key(name): clean_line(name) for name in super().clean(value).split(",")}
        names.pop("", None)
        if len(names) > TAG_LIMIT:
            raise ValidationError(f"{len(names)} tags are too many; {TAG_LIMIT} fit.", "too_many")
        found = tags_by_key(set(names))
        missing = [name for key, name in names.items() if key not in found]
        if self.may_imagine:
            return [*dict.fromkeys(found.values()), *(Tag(name=name) for name in missing)]
        if missing and not self.may_create:
            raise ValidationError(
                f"No such tag: {', '.join(missing)}. Choose another, or ask an editor to make it.", "unknown"
            )
        made = [making.make(name, by=self.made_by) for name in missing]
        blocked = [tag.name for tag in found.values() if tag.standing == Tag.Standing.BLOCKED]
        if blocked:
            raise ValidationError(f"Blocked by the moderators: {', '.join(blocked)}.", "blocked")
        return [*dict.fromkeys([*found.values(), *made])]


def tags_by_key(keys: set[str]) -> dict[str, Tag]:
    """Return tags by each of `keys` that names one, by its own key or an alias."""
    found = {alias.key: alias.tag for alias in TagAlias.objects.filter(key__in=keys).select_related("tag")}
    return found | {tag.key: tag for tag in Tag.objects.filter(key__in=keys)}
