"""Rules in the database itself: rows of certain tables are added, never changed or deleted, whoever asks and however.

Triggers on SQLite and PostgreSQL refuse with a sentence that says "append-only"; Django raises it as IntegrityError.
SQLite loses a table's triggers whenever a migration makes the table anew, so the rules are put back after every
`migrate` (Keeper.keep). Only the reverse of the migrations that made them takes them away. A migration that must change
such rows, or drop one of their columns, begins with RunPython(KEEPER.unmake) and says why.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder

FUNCTION = "newsroom_append_only"
MARK = "append_only"
# 23001 is restrict_violation, which Django knows as an IntegrityError, as it does SQLite's RAISE(ABORT)
_MAKE_FUNCTION = f"""
CREATE OR REPLACE FUNCTION {FUNCTION}() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND TG_NARGS > 0
       AND (to_jsonb(NEW) - TG_ARGV::text[]) = (to_jsonb(OLD) - TG_ARGV::text[]) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'append-only: rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = '23001';
END $$
"""


@dataclass(frozen=True, slots=True)
class Rule:
    """One table whose rows stay as they were written, but for the columns in `may_change`."""

    table: str
    may_change: tuple[str, ...] = ()


def install(connection: BaseDatabaseWrapper, rules: Iterable[Rule]) -> None:
    """Make the rules so; what stands as it should is left alone, so that no table is locked for nothing."""
    wanted = {name: statement for rule in rules for name, statement in _triggers(connection, rule)}
    standing = _standing(connection)
    tables = {rule.table for rule in rules}
    with connection.cursor() as cursor:
        for name, table in standing.items():
            if table in tables and name not in wanted:
                cursor.execute(_drop(connection, name, table))
        missing = [statement for name, statement in wanted.items() if name not in standing]
        if missing and connection.vendor == "postgresql":
            cursor.execute(_MAKE_FUNCTION)
        for statement in missing:
            cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper, rules: Iterable[Rule]) -> None:
    """Take the rules away: for the reverse of a migration, and for tests that empty their database."""
    tables = {rule.table for rule in rules}
    with connection.cursor() as cursor:
        for name, table in _standing(connection).items():
            if table in tables:
                cursor.execute(_drop(connection, name, table))


def missing(connection: BaseDatabaseWrapper, rules: Iterable[Rule]) -> list[str]:
    """Return the tables whose rules do not stand as they should."""
    standing = _standing(connection)
    return [rule.table for rule in rules if any(name not in standing for name, _ in _triggers(connection, rule))]


def _triggers(connection: BaseDatabaseWrapper, rule: Rule) -> Iterator[tuple[str, str]]:
    """Yield each trigger's name and its statement; the name ends in a digest, so that a changed rule is noticed."""
    bodies = _on_sqlite(connection, rule) if connection.vendor == "sqlite" else _on_postgresql(rule)
    for event, body in bodies:
        digest = sha256((body + _MAKE_FUNCTION).encode()).hexdigest()[:8]
        name = f"{rule.table}_{MARK}_{event}_{digest}"
        yield name, f'CREATE TRIGGER "{name}" {body}'


def _on_sqlite(connection: BaseDatabaseWrapper, rule: Rule) -> Iterator[tuple[str, str]]:
    raised = f"append-only: rows of {rule.table} are never changed or deleted"
    refuse = f"BEGIN SELECT RAISE(ABORT, '{raised}'); END"
    differs = ""
    if rule.may_change:
        with connection.cursor() as cursor:
            cursor.execute("SELECT name FROM pragma_table_info(%s) ORDER BY cid", [rule.table])
            fixed = [name for (name,) in cursor.fetchall() if name not in rule.may_change]
        differs = "WHEN " + " OR ".join(f'NEW."{name}" IS NOT OLD."{name}"' for name in fixed)
    yield "update", f'BEFORE UPDATE ON "{rule.table}" {differs} {refuse}'
    yield "delete", f'BEFORE DELETE ON "{rule.table}" {refuse}'
    # INSERT OR REPLACE deletes without asking the trigger above
    taken = f'WHEN EXISTS (SELECT 1 FROM "{rule.table}" WHERE "id" = NEW."id")'  # noqa: S608 (our own names)
    yield "replace", f'BEFORE INSERT ON "{rule.table}" {taken} {refuse}'


def _on_postgresql(rule: Rule) -> Iterator[tuple[str, str]]:
    columns = ", ".join(f"'{name}'" for name in rule.may_change)
    yield "row", f'BEFORE UPDATE OR DELETE ON "{rule.table}" FOR EACH ROW EXECUTE FUNCTION {FUNCTION}({columns})'
    yield "all", f'BEFORE TRUNCATE ON "{rule.table}" FOR EACH STATEMENT EXECUTE FUNCTION {FUNCTION}()'


def _standing(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """Return the rules that stand, as trigger → table."""
    if connection.vendor == "sqlite":
        question = "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'"
    else:
        question = (
            "SELECT t.tgname, c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid "
            "WHERE NOT t.tgisinternal AND pg_table_is_visible(c.oid)"
        )
    with connection.cursor() as cursor:
        cursor.execute(question)
        rows: list[Any] = cursor.fetchall()
    return {name: table for name, table in rows if f"_{MARK}_" in name}


def _drop(connection: BaseDatabaseWrapper, name: str, table: str) -> str:
    return f'DROP TRIGGER "{name}"' if connection.vendor == "sqlite" else f'DROP TRIGGER "{name}" ON "{table}"'


class Keeper:
    """Keeps the rules of one app: `made_in` is the migration that makes them, by its name in that app."""

    def __init__(self, app: str, made_in: str, rules: Iterable[Rule]) -> None:
        self.app, self.made_in, self.rules = app, made_in, tuple(rules)

    def make(self, apps: Any, schema_editor: Any) -> None:
        """For RunPython: make the rules."""
        install(schema_editor.connection, self.rules)

    def unmake(self, apps: Any, schema_editor: Any) -> None:
        """For RunPython's reverse, and for the start of a migration that must change such rows: take them away."""
        remove(schema_editor.connection, self.rules)

    def keep(self, using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
        """After every `migrate`, and after a test has emptied its database: put the rules back where they are due."""
        connection = connections[using]
        if (self.app, self.made_in) in MigrationRecorder(connection).applied_migrations():
            install(connection, self.rules)


LOG = Keeper("audit", "0002_append_only", [Rule("audit_auditentry")])
