"""One credit for many pictures: shown first, set row by row, and taken back. Pictures that somebody changed meanwhile
stay as they are and are named."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction

from audit import recording
from images.models import Image
from newsroom.lib.text import clean_line

MOST = 200
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Row:
    """One picture, the credit it had or has and the one it is to have; `refused` says why it does not get it."""

    image: Image
    before: str
    after: str
    refused: str = ""

    @property
    def is_change(self) -> bool:
        return self.before != self.after and not self.refused


def tidy(credit: str) -> str:
    """Return a credit as it is kept. Raises ValueError, with a sentence, for one that is empty or too long."""
    line = clean_line(credit)
    if not line or len(line) > LONGEST:
        raise ValueError(f"Write a credit of at most {LONGEST} characters.")
    return line


def rehearse(images: list[Image], credit: str) -> list[Row]:
    """Return what setting `credit` would do."""
    return [Row(image, image.credit, tidy(credit)) for image in images]


def give(credits: dict[int, tuple[str, str]], *, by: User, reason: str = "") -> list[Row]:
    """Set credits, given as picture → (the credit that was seen, the new one); each is logged. What has another credit
    by now than was seen is refused by itself."""
    rows = []
    with transaction.atomic():
        for image in Image.objects.select_for_update().filter(pk__in=credits).order_by("pk"):
            seen, wanted = credits[image.pk]
            if image.credit != seen:
                rows.append(Row(image, image.credit, wanted, "Somebody changed its credit meanwhile."))
                continue
            rows.append(Row(image, seen, wanted))
            if seen != wanted:
                before = recording.values_of(image)
                image.credit = wanted
                image.save(update_fields=["credit"])
                recording.changed(image, before, by=by, reason=reason)
    return rows
