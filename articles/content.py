"""The editable content of a story: its fields, and how their values are cleaned, read, written and kept in a snapshot.
Nothing is saved here: articles.drafting is the door."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db.models import Field, Model

from articles import pictures, richtext
from articles.models import STORY_FIELDS, Article, Byline
from authors.models import Author
from newsroom.lib.html import text_of
from newsroom.lib.text import clean_line, word_count
from tags.models import Tag

EMBARGO_FIELDS = ("embargo_until", "embargo_is_open")
PLANNING_FIELDS = ("budget_line", "due_at", "commissioned_words", "needs_legal", "needs_picture", "is_sensitive")
PLAIN_FIELDS = (
    *STORY_FIELDS,
    *("slugline", "slug", "urgency", "usage_terms", "ednote", *EMBARGO_FIELDS, *PLANNING_FIELDS),
)
LINKED_FIELDS = ("section", "source", "picture", "assignee")
LIST_FIELDS = ("authors", "tags")
EDITABLE_FIELDS = (*PLAIN_FIELDS, *LINKED_FIELDS, *LIST_FIELDS)
INSTANT_FIELDS = frozenset({"embargo_until", "due_at"})
# What no version carries: a save that touches nothing else leaves nothing to publish
DESK_FIELDS = frozenset({"slugline", "usage_terms", "ednote", "assignee", *EMBARGO_FIELDS, *PLANNING_FIELDS})
MANY_LINES = frozenset({"usage_terms", "ednote", "how_reported", "picture_caption"})


def cleaned(changes: dict[str, Any]) -> dict[str, Any]:
    """Return the values as they are stored: body in the vocabulary, lines without control characters."""
    unknown = set(changes) - set(EDITABLE_FIELDS)
    if unknown:
        raise ValueError(f"No such fields of a story: {', '.join(sorted(unknown))}.")
    values = dict(changes)
    for name, value in changes.items():
        if name == "body":
            values[name] = pictures.without_unknown(richtext.clean_body(value))
        elif name == "tags":
            values[name] = sorted(set(value), key=lambda tag: tag.pk)
        elif name == "authors":
            values[name] = list(dict.fromkeys(value))
        elif name in PLAIN_FIELDS:
            values[name] = _clean_plain(name, value)
    return values


def receipt(changes: dict[str, Any]) -> dict[str, Any]:
    """Return what cleaning takes out of the body among the changes, for the revision; empty when nothing is."""
    return richtext.taken_out(changes["body"]) if "body" in changes else {}


def _clean_plain(name: str, value: Any) -> Any:
    if isinstance(value, str):
        value = _clean_lines(value) if name in MANY_LINES else clean_line(value)
        _check_length(name, value)
    try:
        return _field(name).clean(value, None)
    except ValidationError as error:
        raise ValidationError({name: error}) from error


def _clean_lines(value: str) -> str:
    return "\n".join(clean_line(line) for line in value.splitlines()).strip()


def _field(name: str) -> Field[Any, Any]:
    return cast("Field[Any, Any]", Article._meta.get_field(name))


def _check_length(name: str, value: str) -> None:
    limit = _field(name).max_length
    if limit and len(value) > limit:
        raise ValidationError(
            {name: f"The {_field(name).verbose_name} has {len(value)} characters; {limit} fit."}, code="too_long"
        )


def value_of(article: Article, name: str) -> Any:
    """Return the present value of a field: authors in order, tags by id."""
    if name == "authors":
        return [byline.author for byline in article.bylines.select_related("author")]
    if name == "tags":
        return sorted(article.tags.all(), key=lambda tag: tag.pk)
    return getattr(article, name)


def assign(article: Article, values: dict[str, Any]) -> None:
    """Set cleaned values on the row in memory, but for lists, and count the words of a new body."""
    for name, value in values.items():
        if name not in LIST_FIELDS:
            setattr(article, name, value)
    if "body" in values:
        article.word_count = word_count(text_of(values["body"]))


def assign_lists(article: Article, values: dict[str, Any]) -> None:
    """Write authors, tags and the pictures of a new body, inside the transaction of the save."""
    if "body" in values:
        pictures.note_use(article)
    if "authors" in values:
        article.bylines.all().delete()
        people: list[Author] = values["authors"]
        Byline.objects.bulk_create(
            Byline(article=article, author=author, position=place) for place, author in enumerate(people)
        )
    if "tags" in values:
        labels: list[Tag] = values["tags"]
        article.tags.set(labels)


def snapshot(article: Article, names: Iterable[str] = EDITABLE_FIELDS) -> dict[str, Any]:
    """Return the editable content, or the fields `names` of it, as JSON values."""
    return {name: as_kept(name, value_of(article, name)) for name in names}


# ---- values as a snapshot keeps them: JSON, linked rows by id with the name they had


def as_kept(name: str, value: Any) -> Any:
    """Return a cleaned value as a snapshot keeps it."""
    if name in LIST_FIELDS:
        return [_kept_row(row) for row in value]
    if name in LINKED_FIELDS:
        return _kept_row(value) if value else None
    return value.isoformat() if isinstance(value, datetime) else value


def comparable(name: str, kept: Any) -> Any:
    """Return what counts of a kept value when two are compared: rows by id, whatever their names; instants by the
    minute, because no control of the desk shows seconds."""
    if name in LIST_FIELDS:
        return [row["id"] for row in kept]
    if name in LINKED_FIELDS:
        return kept["id"] if kept else None
    if name in INSTANT_FIELDS and kept:
        return datetime.fromisoformat(kept).replace(second=0, microsecond=0)
    return kept


def kept_by(snapshot: Mapping[str, Any], name: str) -> Any:
    """Return a field of a snapshot; one that is older than the field has what new stories have."""
    return snapshot[name] if name in snapshot else as_kept(name, _default(name))


def restored(kept: Mapping[str, Any]) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """Turn kept values into values to save, and name the rows that are gone, as (field, name they had)."""
    values: dict[str, Any] = {}
    gone: list[tuple[str, str]] = []
    for name, value in kept.items():
        if name in LIST_FIELDS or name in LINKED_FIELDS:
            asked = value if name in LIST_FIELDS else [value] if value else []
            found = _model(name)._default_manager.in_bulk([row["id"] for row in asked])
            gone += [(name, row["name"]) for row in asked if row["id"] not in found]
            rows = [found[row["id"]] for row in asked if row["id"] in found]
            values[name] = rows if name in LIST_FIELDS else rows[0] if rows else None
        else:
            values[name] = datetime.fromisoformat(value) if name in INSTANT_FIELDS and value else value
    return values, gone


def choices(name: str) -> dict[Any, str]:
    """Return the labels of a field's fixed values; empty for one that has none."""
    return {value: str(words) for value, words in _field(name).flatchoices}


def label(name: str) -> str:
    """Return what people call a field."""
    return str(_field(name).verbose_name)


def _kept_row(row: Model) -> dict[str, Any]:
    return {"id": row.pk, "name": str(row)}


def _default(name: str) -> Any:
    return [] if name in LIST_FIELDS else None if name in LINKED_FIELDS else _field(name).get_default()


def _model(name: str) -> type[Model]:
    return cast("type[Model]", _field(name).related_model)
