"""Brings database, roles and static files up to date, and loads the demo into an empty trial newsroom: one process,
so that a start with nothing to do is quick."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from newsroom import env, roles
from newsroom.demo import data
from public import search


class Command(BaseCommand):
    help = "Migrate, make the roles, collect static files (not in a trial), load the demo into an empty trial newsroom."
    requires_system_checks = []

    def handle(self, *args: Any, **options: Any) -> None:
        if migrations_are_missing():
            self.say("Preparing the database.")
            call_command("migrate", interactive=False, verbosity=0)
        roles.sync()
        if not settings.TRIAL:
            self.say("Collecting static files.")
            call_command("collectstatic", interactive=False, verbosity=0)
        if settings.DEMO_LOGINS and data.is_wanted():
            self.say("Loading the demo newsroom; this takes a minute, once.")
            call_command("demo", stdout=self.stdout)
            search.follow(timezone.now())

    def say(self, sentence: str) -> None:
        self.stdout.write(sentence)
        self.stdout.flush()


def migrations_are_missing() -> bool:
    """Tell whether `migrate` has something to do; stop with one sentence when there is no database to ask."""
    try:
        executor = MigrationExecutor(connection)
    except DatabaseError as error:
        reason = str(error).strip().splitlines()[0]
        env.stop(f"DATABASE_URL names a database that cannot be used: {reason}")
    return bool(executor.migration_plan(executor.loader.graph.leaf_nodes()))
