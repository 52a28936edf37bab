"""Throw-away databases, made as Django makes them for tests: a file in the benchmarks' folder, or with
`bin/with-postgres .venv/bin/python -m benchmarks.run` a database beside the one that DATABASE_URL names."""

from __future__ import annotations

import atexit

from django.core.management import call_command
from django.db import connection

from benchmarks import FOLDER
from newsroom import roles


def use_new(name: str) -> None:
    """Migrate an empty database called `name` and use it from here on; production's static files lie beside it."""
    connection.close()
    if connection.vendor == "sqlite":
        connection.settings_dict["TEST"]["NAME"] = str(FOLDER / f"{name}.sqlite3")
    original = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    atexit.register(connection.creation.destroy_test_db, original, verbosity=0)
    roles.sync()
    if not (FOLDER / "static").exists():
        call_command("collectstatic", interactive=False, verbosity=0)


def address() -> str:
    """Return the DATABASE_URL of the SQLite file in use."""
    return f"sqlite:///{connection.settings_dict['NAME']}"
