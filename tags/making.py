"""Makes tags while stories are written and wires come in; each is logged with who made it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db import transaction

from audit import recording
from newsroom.lib.text import normalised_key
from tags.models import Tag


def make(name: str, *, by: User | None, **fields: Any) -> Tag:
    """Return the tag with this name, made now when there is none; it stands as new, for the tag desk to look at."""
    with transaction.atomic():
        tag, is_new = Tag.objects.get_or_create(key=normalised_key(name), defaults={"name": name, **fields})
        if is_new:
            recording.added(tag, by=by)
    return tag
