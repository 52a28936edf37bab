"""Real processes beside a test, on the database of the test: for what only several processes can show."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

from django.conf import settings
from django.db import connection


def database_address() -> str:
    """Return the DATABASE_URL of the test's own database."""
    name = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return f"{os.environ['DATABASE_URL'].rpartition('/')[0]}/{name}"


def start(*arguments: str, **options: Any) -> subprocess.Popen[str]:
    """Start Python with these arguments in the project's folder, as a trial with the test's database and pictures."""
    environment = {**os.environ, "DATABASE_URL": database_address(), "NEWSROOM_MEDIA": str(settings.MEDIA_ROOT)}
    return subprocess.Popen([sys.executable, *arguments], cwd=settings.BASE_DIR, env=environment, text=True, **options)
