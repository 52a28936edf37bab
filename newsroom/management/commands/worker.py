"""Runs the clock's jobs until told to stop by Ctrl-C or TERM."""

from __future__ import annotations

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from newsroom import jobs


class Command(BaseCommand):
    help = "Publish what is due, keep the search index and make picture sizes, every second."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--once", action="store_true", help="one tick, then end")

    def handle(self, *args: Any, **options: Any) -> None:
        if options["once"]:
            jobs.tick()
            return
        stop = threading.Event()
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, lambda *_: stop.set())
        jobs.run(stop)
