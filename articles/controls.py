"""What the controls of the story form hold, as a browser sends it, and what that means beside a story: which fields
differ, how they read, and the snapshot that such a text would make. Nothing is refused here: half-typed text counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, cast

from django.db import models
from django.http import QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.text import capfirst

from articles import content, naming, richtext
from articles.content import EDITABLE_FIELDS, LINKED_FIELDS, MANY_LINES, value_of
from articles.models import Article
from newsroom.lib.text import clean_line, normalised_key, without_unprintable
from tags.models import Tag

Raw = str | list[str]
CHOICES = frozenset({"kind", "language", "urgency", "section"})  # have a value before anybody touches them
NAMED = {"source": "sources", "assignee": "people"}  # linked rows whose control takes a name (articles.naming)
MINUTE = "%Y-%m-%dT%H:%M"


def read(data: QueryDict) -> dict[str, Raw]:
    """Return what a form sent of the story's fields, as text that any database stores; other names are left out."""
    values: dict[str, Raw] = {}
    for name in EDITABLE_FIELDS:
        if name in data:
            sent = [without_unprintable(each) for each in data.getlist(name)]
            values[name] = [each for each in sent if each] if name == "authors" else sent[-1]
    return values


def size_bytes(values: Mapping[str, Raw]) -> int:
    return sum(len(each.encode()) for value in values.values() for each in _strings(value))


def of(article: Article, names: Iterable[str] = EDITABLE_FIELDS) -> dict[str, Raw]:
    """Return what the form's controls hold when the story is opened as it is now."""
    return {name: _spelled(name, _held(article, name)) for name in names}


def differing(values: Mapping[str, Any], present: Mapping[str, Raw] | None) -> list[str]:
    """Name the fields in which `values` differ from what of() says of the story, in the order of EDITABLE_FIELDS.

    Against None, a story not yet begun, everything that was filled in counts but choices: they have a first value.
    """
    if present is None:
        return [name for name in EDITABLE_FIELDS if name not in CHOICES and normal(name, values.get(name, ""))]
    shared = [name for name in EDITABLE_FIELDS if name in values and name in present]
    return [name for name in shared if normal(name, values[name]) != normal(name, present[name])]


def normal(name: str, raw: Raw) -> Any:
    """Return what saving `raw` would come to, so that two spellings of the same value are equal."""
    if isinstance(raw, list):
        return list(dict.fromkeys(raw))
    if name == "body":
        return _clean_body(raw, otherwise=raw)
    if name == "tags":
        return sorted({normalised_key(each) for each in raw.split(",")} - {""})
    if isinstance(_field(name), models.BooleanField):
        return bool(raw)
    if isinstance(_field(name), models.DateTimeField):
        return _instant(raw) or raw.strip()
    if name in MANY_LINES:
        return "\n".join(clean_line(line) for line in raw.splitlines()).strip()
    return clean_line(raw)


def label(name: str) -> str:
    """Return the field's name as it stands beside its control."""
    return capfirst(content.label(name))


def kept(values: Mapping[str, Raw], name: str, present: Any) -> Any:
    """Return what a snapshot would hold for a control, beside what it holds at `present`.

    Text goes in as it was typed, the body sanitised. What cannot be read as the field's kind (a date, a row, a tag
    that does not exist) stays as it is at present.
    """
    raw = values[name]
    if name == "authors":
        people = [row for each in _strings(raw) if (row := naming.only("authors", each)) is not None]
        return content.as_kept(name, list(dict.fromkeys(people)))
    text = raw if isinstance(raw, str) else ", ".join(raw)
    if name == "body":
        return _clean_body(text, otherwise=present)
    value = normal(name, text)
    if name == "tags":
        return content.as_kept(name, Tag.objects.filter(key__in=value).order_by("pk"))
    if name in LINKED_FIELDS:
        row = _linked(name, text)
        return content.as_kept(name, row) if row else (present if text.strip() else None)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(_field(name), models.DateTimeField):
        return present if value else None
    if isinstance(_field(name), models.IntegerField):
        return int(value) if _is_number(value) else (present if value else None)
    return value


def merged_snapshot(values: Mapping[str, Raw], article: Article) -> dict[str, Any]:
    """Return the snapshot of a story that held `values` where it does not now; see kept()."""
    present = content.snapshot(article)
    names = differing(values, of(article))
    return {**present, **{name: kept(values, name, present[name]) for name in names}}


def _held(article: Article, name: str) -> Any:
    """Return a field's value; of a linked row that is not chosen by name its id alone, which needs no query."""
    return getattr(article, f"{name}_id") if name in LINKED_FIELDS and name not in NAMED else value_of(article, name)


def _spelled(name: str, value: Any) -> Raw:
    """Return a field's value as its control spells it."""
    if name == "authors":
        return [naming.KINDS["authors"].label(author) for author in value]
    if name == "tags":
        return ", ".join(sorted(tag.name for tag in value))
    if name in NAMED:
        return naming.KINDS[NAMED[name]].label(value) if value else ""
    if isinstance(value, bool):
        return "on" if value else ""
    if isinstance(value, datetime):
        return timezone.localtime(value).strftime(MINUTE)
    return "" if value is None else str(value)


def _instant(raw: str) -> datetime | None:
    """Read a time of the newsroom's zone, to the minute: what the control shows."""
    try:
        instant = parse_datetime(raw.strip())
    except ValueError:
        return None
    if instant is None:
        return None
    aware = timezone.make_aware(instant) if timezone.is_naive(instant) else instant
    return aware.replace(second=0, microsecond=0)


def _clean_body(raw: str, *, otherwise: str) -> str:
    """Return the body in its vocabulary, or `otherwise` for one that is too large to read."""
    try:
        return richtext.clean_body(raw)
    except richtext.BodyError:
        return otherwise


def _linked(name: str, raw: str) -> models.Model | None:
    if name in NAMED:
        return naming.only(NAMED[name], raw)
    model = cast("type[models.Model]", _field(name).related_model)
    return model._default_manager.filter(pk=int(raw)).first() if _is_number(raw.strip()) else None


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 10


def _strings(value: Raw) -> list[str]:
    return [value] if isinstance(value, str) else value


def _field(name: str) -> models.Field[Any, Any]:
    return cast("models.Field[Any, Any]", Article._meta.get_field(name))
