"""What a form was opened with: signed, sent along in a hidden field, and compared when the form comes back. It holds
the values as the form had them; who forges or loses it saves nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.core import signing
from django.db.models import Model, QuerySet
from django.http import HttpRequest

BASE_FIELD = "_base"
STATES_FIELD = "_states"
REASON_FIELD = "_reason"
SALT = "newsroom.audit.base"

State = dict[str, Any]
Rows = dict[str, dict[str, State]]
_TYPES: dict[str, type[Any]] = {one.__name__: one for one in (datetime, date, time, Decimal, UUID)}


@dataclass(frozen=True)
class Base:
    """The values of one row's form when it was opened, and of the rows under it: inline → key → values."""

    fields: State
    rows: Rows = field(default_factory=dict)

    def signed(self, row: Model) -> str:
        """Return the text of the hidden field for the form of `row`."""
        content = {"of": name_of(row), "fields": self.fields, "rows": self.rows}
        return signing.dumps(content, salt=SALT, compress=True)

    @classmethod
    def read(cls, request: HttpRequest, row: Model) -> Base | None:
        """Return what came back with the form of `row`; None when it is missing, forged, or another row's."""
        content = unsigned(request.POST.get(BASE_FIELD, ""))
        if content is None or content.get("of") != name_of(row):
            return None
        return cls(content["fields"], content["rows"])


def name_of(row: Model) -> str:
    """Return the kind and key of a row, such as tags.tag:5."""
    return f"{row._meta.label_lower}:{row.pk}"


def sign_states(states: Mapping[str, str]) -> str:
    """Return a hidden field's text for the digests of several rows, by name_of()."""
    return signing.dumps({"states": dict(states)}, salt=SALT, compress=True)


def read_states(request: HttpRequest) -> dict[str, str]:
    """Return the digests that came back; nothing when they are missing or forged, so that no row agrees with them."""
    content = unsigned(request.POST.get(STATES_FIELD, ""))
    return content.get("states", {}) if content else {}


def unsigned(text: str) -> dict[str, Any] | None:
    """Return what was signed here, or None."""
    try:
        content = signing.loads(text, salt=SALT)
    except signing.BadSignature:
        return None
    return content if isinstance(content, dict) else None


def digest(values: Mapping[str, str], *more: str) -> str:
    """Return a short name for exactly these values."""
    return sha256(json.dumps([dict(values), *more], sort_keys=True).encode()).hexdigest()[:32]


def plain(value: Any) -> Any:
    """Return a form's value as JSON can hold it: rows by key, dates and the like with their type.

    Raises TypeError for a type it does not know, so that a new kind of field is noticed by its first test.
    """
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    if isinstance(value, Model):
        return plain(value.pk)
    if isinstance(value, (QuerySet, list, tuple, set)):
        return _several(value)
    name = type(value).__name__
    if type(value) is _TYPES.get(name):
        text = value.isoformat() if hasattr(value, "isoformat") else str(value)
        return {"type": name, "value": text}
    raise TypeError(f"A form's base cannot hold a {name}.")


def _several(values: Iterable[Any]) -> list[Any]:
    """Return a list in its order; rows sorted by key, because their order carries nothing."""
    listed = list(values)
    if listed and all(isinstance(value, Model) for value in listed):
        return sorted((plain(value) for value in listed), key=str)
    return [plain(value) for value in listed]


def alive(value: Any) -> Any:
    """Turn a plain value into what a form compares with what was typed."""
    if isinstance(value, list):
        return [alive(one) for one in value]
    if isinstance(value, dict):
        kind = _TYPES[value["type"]]
        text = value["value"]
        return kind.fromisoformat(text) if hasattr(kind, "fromisoformat") else kind(text)
    return value
