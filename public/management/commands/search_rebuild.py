"""`manage.py search_rebuild`: make the search index anew from what readers may see."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from public import search


class Command(BaseCommand):
    help = "Make the search index anew from the stories readers may see."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Indexed {search.rebuild()} stories.")
