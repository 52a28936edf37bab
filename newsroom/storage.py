"""Where uploaded pictures lie: the local media folder. File names are digests, so a file never changes. And the static
files of a production, whose names have the digest of what is in them."""

from __future__ import annotations

from django.core.files.storage import FileSystemStorage
from whitenoise.storage import CompressedManifestStaticFilesStorage


class PictureStorage(FileSystemStorage):
    """Keeps the first file of a name: names are made of digests, so a second one holds the same bytes."""

    def get_available_name(self, name: str, max_length: int | None = None) -> str:
        return name

    def _save(self, name: str, content: object) -> str:
        if self.exists(name):
            return name
        return super()._save(name, content)  # type: ignore[misc]  # the documented hook of Storage.save


class StaticStorage(CompressedManifestStaticFilesStorage):
    """WhiteNoise's, which also gives scripts that import each other the names with digests: a page never mixes old and
    new ones."""

    support_js_module_import_aggregation = True
