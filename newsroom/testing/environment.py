"""A pytest plugin, loaded before the settings: every test runs as a trial newsroom with a media folder of its own."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

os.environ["NEWSROOM_DEBUG"] = "1"
os.environ["NEWSROOM_ENV_FILE"] = os.devnull
os.environ.setdefault("NEWSROOM_URL", "http://localhost:8000")
os.environ.setdefault("NEWSROOM_LOG_LEVEL", "ERROR")


@pytest.fixture(autouse=True)
def own_media_folder(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = str(tmp_path / "media")
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
