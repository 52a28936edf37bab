"""Prepares the newsroom and runs site and worker together until Ctrl-C, TERM or HUP: what bin/run calls."""

from __future__ import annotations

import errno
import http.client
import json
import signal
import socket
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection

from newsroom import demo, env
from newsroom.supervising import Crew

WATCH_SECONDS = 0.1
KNOCK_SECONDS = 5
THREADS = "4"
STOPPING = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
EVERY_ADDRESS = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104  what to knock at when the site listens at all
LOCAL = ("127.0.0.1", "localhost", "::1")


class Command(BaseCommand):
    help = "Prepare the newsroom (see prepare), then run site and worker until told to stop. HOST and PORT say where."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        when_told_to_stop(lambda number, _: sys.exit(128 + number))
        self.host = env.text("HOST", "127.0.0.1")
        self.port = env.number("PORT", 8000, least=1, most=65535)
        refuse_unusable(self.host, self.port)
        self.check()
        call_command("prepare", stdout=self.stdout)
        self.welcome = self.compose_welcome()
        connection.close()
        self.supervise()

    def supervise(self) -> None:
        """Return after a request to stop; exit with status 1 when the site or the worker ended by itself."""
        stop = threading.Event()
        when_told_to_stop(lambda *_: stop.set())
        crew = Crew()
        try:
            crew.start("site", site_command(self.host, self.port))
            crew.start("worker", [sys.executable, "manage.py", "worker"])
            is_up = False
            while not stop.wait(WATCH_SECONDS):
                is_up = is_up or self.announce(crew)
                ended = crew.first_to_end()
                if ended and not stop.wait(WATCH_SECONDS):
                    sys.exit(f"newsroom: The {ended[0]} ended by itself (status {ended[1]}), so all was stopped.")
        finally:
            crew.end()

    def announce(self, crew: Crew) -> bool:
        """Print the welcome once the site answers; tell whether it did. By then all its processes are there."""
        status = knock(self.host, self.port)
        if status is None:
            return False
        crew.remember_family()
        if status >= 400:
            self.stderr.write(f"The site answers with status {status}; the lines above or NEWSROOM_HOSTS may say why.")
        self.stdout.write(self.welcome)
        self.stdout.flush()
        return True

    def compose_welcome(self) -> str:
        lines = ["", f"{settings.SITE_NAME}: {settings.SITE_URL}/   desk: {settings.SITE_URL}/desk/"]
        if self.host not in LOCAL:
            lines.append(f"Listening at {self.host}:{self.port}, answering to {', '.join(settings.ALLOWED_HOSTS)}.")
        lines += demo_logins()
        if not get_user_model().objects.exists():
            lines.append("Nobody can sign in yet: .venv/bin/python manage.py createsuperuser")
        return "\n".join([*lines, "Ctrl-C stops it."])


def when_told_to_stop(do: Callable[[int, FrameType | None], object]) -> None:
    """Set what the stopping signals do. HUP stays ignored where it was, as under nohup."""
    for number in STOPPING:
        if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, do)


def site_command(host: str, port: int) -> list[str]:
    place = ["--host", host, "--port", str(port)]
    size = ["--workers", "1", "--blocking-threads", THREADS, "--workers-kill-timeout", "5"]
    kind = ["--interface", "wsgi", "--no-ws", "--log-level", "warning", "--no-access-log"]  # some addresses are keys
    return [sys.executable, "-m", "granian", *place, *size, *kind, "newsroom.wsgi:application"]


def refuse_unusable(host: str, port: int) -> None:
    """Stop with one sentence when the site could not listen at this place."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            env.stop(f"PORT is {port}, which another program uses. Choose another one: PORT={port % 65535 + 1} bin/run")
        env.stop(f"HOST is {host!r} and PORT is {port}: no place to listen at ({error.strerror}).")


def knock(host: str, port: int) -> int | None:
    """Return the status with which the front page answers, or None while nobody does."""
    door = http.client.HTTPConnection(EVERY_ADDRESS.get(host, host), port, timeout=KNOCK_SECONDS)
    try:
        door.request("GET", "/", headers={"Host": urlsplit(settings.SITE_URL).netloc})
        return door.getresponse().status
    except (OSError, http.client.HTTPException):
        return None
    finally:
        door.close()


def demo_logins() -> list[str]:
    """Return a line per role with a login of the demo; none outside a trial or where the demo was not loaded."""
    if not settings.DEMO_LOGINS:
        return []
    people = json.loads((Path(demo.__file__).parent / "people.json").read_text(encoding="utf-8"))
    known = set(get_user_model().objects.values_list("username", flat=True))
    rows = [(each["role"].replace("_", " "), each["username"], demo.DEMO_PASSWORD) for each in people]
    rows = [row for row in rows if row[1] in known]
    return ["  {:<14} {:<10} {}".format(*row) for row in [("role", "name", "password"), *rows]] if rows else []
