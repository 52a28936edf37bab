"""Makes the groups of newsroom.roles, with exactly the permissions of its table."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from newsroom import roles


class Command(BaseCommand):
    help = "Make one group per role with the permissions of newsroom/roles.py."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"Roles: {', '.join(roles.sync())}.")
