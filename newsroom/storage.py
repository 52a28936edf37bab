"""Where uploaded pictures lie: the local media folder. File names are digests, so a file never changes."""

from __future__ import annotations

from django.core.files.storage import FileSystemStorage


class PictureStorage(FileSystemStorage):
    """Keeps the first file of a name: names are made of digests, so a second one holds the same bytes."""

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        return name

    def _save(self, name: str, content: object) -> str:
        if self.exists(name):
            return name
        return super()._save(name, content)  # type: ignore[misc]  # the documented hook of Storage.save
