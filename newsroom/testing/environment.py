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


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL run only the tests that use the database; the others have been run on SQLite (bin/test)."""
    if not os.environ.get("DATABASE_URL", "").startswith("postgres"):
        return
    used = {"db", "transactional_db", "django_db_setup", "live_server"}
    asking = [item for item in items if item.get_closest_marker("django_db") or used & set(_fixtures(item))]
    config.hook.pytest_deselected(items=[item for item in items if item not in set(asking)])
    items[:] = asking


def _fixtures(item: pytest.Item) -> list[str]:
    return getattr(item, "fixturenames", [])
