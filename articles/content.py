"""The editable content of a story: its fields, and how their values are cleaned, read, written and kept in a snapshot.
Nothing is saved here: articles.drafting is the door."""

from __future__ import annotations

from typing import Any, cast

from django.core.exceptions import ValidationError
from django.db.models import Field

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


def snapshot(article: Article) -> dict[str, Any]:
    """Return the whole editable content as JSON values: linked rows by id with the name they had."""
    result: dict[str, Any] = {name: getattr(article, name) for name in PLAIN_FIELDS}
    for name in ("embargo_until", "due_at"):
        result[name] = result[name].isoformat() if result[name] else None
    for name in LINKED_FIELDS:
        row = getattr(article, name)
        result[name] = {"id": row.pk, "name": str(row)} if row else None
    for name in LIST_FIELDS:
        result[name] = [{"id": row.pk, "name": str(row)} for row in value_of(article, name)]
    return result
