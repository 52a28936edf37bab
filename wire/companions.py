"""Picture files that lie beside a document. The document names them, so the names are trusted as little as it is."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from images.validation import MAX_BYTES

# Reads the file of that name; raises CompanionError
Companions = Callable[[str], bytes]

_BARE_NAME = re.compile(r"[^\W_][\w .()+,=@\-]{0,198}\.[A-Za-z]{3,5}")


class CompanionError(Exception):
    """A picture file that cannot be had; the message is a sentence."""


def is_bare_name(href: str) -> bool:
    """Tell whether a rendition's address is the plain name of a file: no folders, no dots at its start."""
    return bool(_BARE_NAME.fullmatch(href)) and len(href) <= 200


def from_folder(folder: Path) -> Companions:
    """Return a reader of the files that lie in `folder` itself."""

    def read(name: str) -> bytes:
        return _read_beside(folder, name)

    return read


def _read_beside(folder: Path, name: str) -> bytes:
    if not is_bare_name(name):
        raise CompanionError("its name is not the plain name of a file.")
    try:
        path = (folder / name).resolve(strict=True)
        if path.parent != folder.resolve() or not path.is_file():
            raise CompanionError("it does not lie in the folder of the document.")
        with path.open("rb") as file:
            payload = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise CompanionError("there is no such file beside the document.") from error
    except (OSError, RuntimeError) as error:  # RuntimeError: links that lead in a circle
        raise CompanionError("the file cannot be read.") from error
    if len(payload) > MAX_BYTES:
        raise CompanionError(f"the file is larger than {MAX_BYTES // 2**20} MB.")
    return payload
