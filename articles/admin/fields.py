"""Form fields of the story screen that work without JavaScript: authors in order, tags by name."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from newsroom.lib.text import clean_line, normalised_key
from tags.models import Tag, TagAlias

EMPTY_SELECTS = 2
TAG_LIMIT = 30


class AuthorsWidget(forms.Widget):
    """One select per author, in order, and two empty ones."""

    template_name = "admin/articles/widgets/authors.html"
    choices: Any = ()

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        chosen = [str(getattr(author, "pk", author)) for author in value or []]
        options = [(str(key), label) for key, label in self.choices if key]
        context["widget"]["selects"] = [*chosen, *[""] * EMPTY_SELECTS]
        context["widget"]["options"] = options
        return context

    def value_from_datadict(self, data: Any, files: Any, name: str) -> list[str]:
        values = data.getlist(name) if hasattr(data, "getlist") else data.get(name, [])
        return list(dict.fromkeys(value for value in values if value))

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return False


class AuthorsField(forms.ModelMultipleChoiceField):
    """Authors in the order they were chosen."""

    widget = AuthorsWidget

    def clean(self, value: Any) -> Any:
        people = {str(author.pk): author for author in super().clean(value)}
        return [people[key] for key in map(str, value or [])]

    def prepare_value(self, value: Any) -> Any:
        return value if isinstance(value, list) else super().prepare_value(value)


class TagsField(forms.CharField):
    """Tags by name, separated by commas; spellings and aliases find their tag.

    A name that is no tag yet makes one, standing new, when `may_create`; otherwise it is refused by name.
    """

    widget = forms.TextInput(attrs={"class": "vTextField", "autocomplete": "off"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.may_create = False
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
        made = [Tag.objects.get_or_create(key=normalised_key(name), defaults={"name": name})[0] for name in missing]
        blocked = [tag.name for tag in found.values() if tag.standing == Tag.Standing.BLOCKED]
        if blocked:
            raise ValidationError(f"Blocked by the moderators: {', '.join(blocked)}.", "blocked")
        return [*dict.fromkeys([*found.values(), *made])]


def tags_by_key(keys: set[str]) -> dict[str, Tag]:
    """Return tags by each of `keys` that names one, by its own key or an alias."""
    found = {alias.key: alias.tag for alias in TagAlias.objects.filter(key__in=keys).select_related("tag")}
    return found | {tag.key: tag for tag in Tag.objects.filter(key__in=keys)}
