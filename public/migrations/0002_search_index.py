"""The search index: an FTS5 table on SQLite, a table with a weighted tsvector on PostgreSQL. Filled by public.search."""

from __future__ import annotations

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

SQLITE = (
    "CREATE VIRTUAL TABLE public_search USING fts5("
    "headline, standfirst, body, names, tokenize='unicode61 remove_diacritics 2')",
)
POSTGRES = (
    "CREATE TABLE public_search (version_id bigint PRIMARY KEY, document tsvector NOT NULL)",
    "CREATE INDEX public_search_document ON public_search USING gin (document)",
)


def make_table(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    for statement in POSTGRES if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


def drop_table(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute("DROP TABLE public_search")


class Migration(migrations.Migration):
    dependencies = [("public", "0001_initial")]
    operations = [migrations.RunPython(make_table, drop_table)]
