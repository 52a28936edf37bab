"""Rows that people choose by name: authors, logins, sources. What somebody would say leads to one row; a name that fits
nobody, or several, is answered with those that are near it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from authors.models import Author
from newsroom.lib.text import clean_line
from sources.models import Source

MOST_NEAR = 3
_WITH_KEY = re.compile(r".*\(([^()]+)\)")  # Rita Ferrier (rita)


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of row that is chosen by name. `key` is the field that tells two of one name apart."""

    says: str
    rows: Callable[[], QuerySet[Any]]
    key: str
    names: tuple[str, ...]
    label: Callable[[Any], str]

    def found(self, text: str) -> list[Any]:
        """Return the rows that `text` names: by number, by key, or by name, capitals aside."""
        with_key = _WITH_KEY.fullmatch(text)
        if with_key:
            return list(self.rows().filter(**{self.key: with_key[1].strip()})[:2])
        number = Q(pk=int(text)) if text.isascii() and text.isdigit() and len(text) < 18 else Q()
        wanted = number | Q(**{f"{self.key}__iexact": text})
        for name in self.names:
            wanted |= Q(**{f"{name}__iexact": text})
        return list(self.rows().filter(wanted).order_by(self.key)[:MOST_NEAR])

    def exact(self, row: Any) -> str:
        """Return a name that leads to this row alone."""
        label = self.label(row)
        return label if _WITH_KEY.fullmatch(label) else f"{label} ({getattr(row, self.key)})"

    def near(self, text: str, most: int) -> list[Any]:
        """Return rows in whose names every word of `text` occurs."""
        wanted = Q()
        for word in text.split()[:6]:
            wanted &= Q(*((f"{name}__icontains", word) for name in (*self.names, self.key)), _connector=Q.OR)
        return list(self.rows().filter(wanted).order_by(*self.names, self.key)[:most])


def person_label(user: User) -> str:
    """Return a login as people say it: Rita Ferrier (rita)."""
    name = user.get_full_name()
    return f"{name} ({user.username})" if name else user.username


KINDS = {
    "authors": Kind("author", lambda: Author.objects.filter(is_active=True), "slug", ("name",), lambda row: row.name),
    "people": Kind(
        "login", lambda: User.objects.filter(is_active=True, is_staff=True), "username", ("first_name", "last_name"),
        person_label,
    ),
    "sources": Kind("source", Source.objects.all, "slug", ("name",), lambda row: row.name),
}  # fmt: skip


def only(kind: str, text: str) -> Any:
    """Return the one row that `text` names, or None."""
    found = KINDS[kind].found(clean_line(text)) if clean_line(text) else []
    return found[0] if len(found) == 1 else None


def resolve(kind: Kind, text: str) -> Any:
    """Return the one row that `text` names. Raises ValidationError for none, and for several of one name."""
    found = kind.found(text)
    if len(found) == 1:
        return found[0]
    if found:
        several = ", ".join(kind.exact(row) for row in found)
        raise ValidationError(f"More than one {kind.says} is called “{text}”. Write one of: {several}.", "several")
    near = ", ".join(kind.label(row) for row in kind.near(text, MOST_NEAR))
    hint = f" Do you mean {near}?" if near else " Check the spelling."
    raise ValidationError(f"No {kind.says} is called “{text}”.{hint}", "unknown")
