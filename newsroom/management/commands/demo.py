"""Loads the demo newsroom; run again, it adds only what is missing."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from newsroom.demo.loader import Demo


class Command(BaseCommand):
    help = "Load invented sections, people, stories, pictures and wire items."

    def handle(self, *args: Any, **options: Any) -> None:
        counts = Demo().load()
        self.stdout.write("Demo newsroom: " + ", ".join(f"{number} {name}" for name, number in counts.items()) + ".")
