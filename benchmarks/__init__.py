"""Answers "how fast, how small?" with tables. Importing this package is its set-up: production settings on a throw-away
folder, so that no benchmark can touch a newsroom's own database, pictures or static files."""

from __future__ import annotations

import atexit
import os
import shutil
import socket
import tempfile
from pathlib import Path

import django
from django.conf import settings

HANDED_DOWN = "NEWSROOM_BENCHMARKS"  # the folder, in the environment of a server that a benchmark starts


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def _own_folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="newsroom-benchmarks-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _environment() -> dict[str, str]:
    """Return production's environment, with nothing of this machine in it but the kind of database."""
    port = str(_free_port())
    return {
        HANDED_DOWN: str(_own_folder()),
        "DJANGO_SETTINGS_MODULE": "newsroom.settings",
        "DJANGO_ALLOW_ASYNC_UNSAFE": "1",  # Playwright keeps an event loop in this thread; Django has none
        "NEWSROOM_ENV_FILE": os.devnull,
        "NEWSROOM_DEBUG": "0",
        "NEWSROOM_LOG_LEVEL": "ERROR",
        "NEWSROOM_SECRET_KEY": "a-key-for-benchmarks-that-guards-nothing-0123456789-abcdef",
        "NEWSROOM_HOSTS": "localhost",
        "NEWSROOM_URL": f"http://localhost:{port}",
        "PORT": port,
    }


if HANDED_DOWN not in os.environ:
    os.environ.update(_environment())
FOLDER = Path(os.environ[HANDED_DOWN])
os.environ["NEWSROOM_MEDIA"] = str(FOLDER / "media")
django.setup()
settings.STATIC_ROOT = str(FOLDER / "static")
