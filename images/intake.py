"""Takes picture files into the library. The same bytes are one picture, whoever brings them."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from audit import recording
from images.models import Image
from images.validation import EXTENSIONS, Accepted, accept
from newsroom.lib.text import clean_line

Person = AbstractBaseUser | AnonymousUser


def take_in(payload: bytes, *, filename: str, by: Person | None = None, **fields: Any) -> Image:
    """Return the picture with these bytes: the one we have, as it is, else a new one with `fields`.

    The original is kept as it came; its name is only a title to find it by. Raises BadImage.
    """
    accepted = accept(payload)
    known = Image.objects.filter(sha256=accepted.sha256).first()
    if known:
        return known
    try:
        with transaction.atomic():
            return _added(accepted, filename, uploaded_by=by, **fields)
    except IntegrityError:
        # The same picture was taken in by somebody else in this moment
        return Image.objects.get(sha256=accepted.sha256)


def _added(accepted: Accepted, filename: str, **fields: Any) -> Image:
    image = Image(
        sha256=accepted.sha256,
        size_bytes=len(accepted.payload),
        **{"title": clean_line(filename)[:200], **fields},
    )
    image.file.save(f"original{EXTENSIONS[accepted.format]}", ContentFile(accepted.payload), save=False)
    # Django reads the size from the file's label; ours is of the picture upright, as every rendition shows it
    image.width_px, image.height_px = accepted.width_px, accepted.height_px
    image.save(force_insert=True)
    recording.added(image, by=image.uploaded_by)
    return image
