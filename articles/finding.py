"""Finds working copies by the words of headline, slugline and budget line, fast in a million of them: SQLite's FTS5,
kept in step by triggers, or a column that PostgreSQL writes by itself. Both fold case and accents, and take every word
as the beginning of one. What is typed is words, never syntax."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from articles.models import Article

MOST = 2000  # the newest made; who wants more asks for more words
LONGEST = 200
WORDS = 8
MADE_IN = ("articles", "0012_desk_words")
COLUMNS = ("headline", "slugline", "budget_line")
_WORD = re.compile(r"\w+")


def _foldings() -> tuple[str, str]:
    """Return what PostgreSQL translates: letters with accents to those without, joining signs to spaces."""
    letters = {}
    for number in range(0xC0, 0x250):
        base = unicodedata.normalize("NFD", chr(number))[0]
        if base != chr(number):
            letters[chr(number)] = base.lower()
    return "".join([*letters, *_SIGNS]), "".join([*letters.values(), " " * len(_SIGNS)])


_SIGNS = "-/_.:@+&~=#"
_FROM, _TO = _foldings()
_TEXT = "lower(headline || ' ' || slugline || ' ' || budget_line)"
# A long table of letters costs half a millisecond a row, and most headlines need none of it. The column is stored, for
# a common word is found by reading stories from the newest, each of which would be taken apart again.
_DOCUMENT = (
    f"to_tsvector('simple', CASE WHEN octet_length({_TEXT}) = length({_TEXT}) "
    f"THEN translate({_TEXT}, '{_SIGNS}', '{' ' * len(_SIGNS)}') ELSE translate({_TEXT}, '{_FROM}', '{_TO}') END)"
)
_MAKE_POSTGRES = (
    f"ALTER TABLE articles_article ADD COLUMN IF NOT EXISTS words tsvector GENERATED ALWAYS AS ({_DOCUMENT}) STORED",
    "CREATE INDEX IF NOT EXISTS articles_words ON articles_article USING gin (words)",
)
_POSTGRES = f"SELECT id FROM articles_article WHERE words @@ to_tsquery('simple', %s) ORDER BY id DESC LIMIT {MOST}"  # noqa: S608
_SQLITE = f"SELECT rowid FROM articles_words WHERE articles_words MATCH %s ORDER BY rowid DESC LIMIT {MOST}"  # noqa: S608
_NAMES = ", ".join(COLUMNS)
_MAKE_SQLITE = (
    f"CREATE VIRTUAL TABLE articles_words USING fts5({_NAMES}, content='articles_article', content_rowid='id', "
    "tokenize='unicode61 remove_diacritics 2', prefix='2 3 4')"
)


def found(stories: QuerySet[Article], typed: str) -> QuerySet[Article]:
    """Return those of `stories` that hold all words of what was typed; all of them when it has no word."""
    words = _WORD.findall(typed[:LONGEST].replace("_", " "))[:WORDS]
    if not words:
        return stories
    if connection.vendor == "sqlite":
        query, sql = " ".join(f'"{word}"{_open(word, "*")}' for word in words), _SQLITE
    else:
        query, sql = " & ".join(f"{_folded(word)}{_open(word, ':*')}" for word in words), _POSTGRES
    return stories.filter(pk__in=RawSQL(sql, [query]))  # noqa: S611 (constant SQL, what was typed is a parameter)


def make(apps: Any, schema_editor: Any) -> None:
    """For RunPython: make the index."""
    _make(schema_editor.connection)


def make_again(apps: Any, schema_editor: Any) -> None:
    """For RunPython: make the index anew, as it is now."""
    unmake(apps, schema_editor)
    make(apps, schema_editor)


def unmake(apps: Any, schema_editor: Any) -> None:
    """For RunPython's reverse: take the index away."""
    with schema_editor.connection.cursor() as cursor:
        if schema_editor.connection.vendor == "sqlite":
            for event, _ in _triggers():
                cursor.execute(f"DROP TRIGGER IF EXISTS articles_words_{event}")
            cursor.execute("DROP TABLE IF EXISTS articles_words")
        else:
            cursor.execute("DROP INDEX IF EXISTS articles_words")
            cursor.execute("ALTER TABLE articles_article DROP COLUMN IF EXISTS words")


def keep(using: str = DEFAULT_DB_ALIAS, **kwargs: Any) -> None:
    """After every `migrate`: put back what SQLite loses when a migration makes the table of stories anew."""
    database = connections[using]
    if database.vendor == "sqlite" and MADE_IN in MigrationRecorder(database).applied_migrations():
        _make(database)


def _make(database: BaseDatabaseWrapper) -> None:
    with database.cursor() as cursor:
        if database.vendor != "sqlite":
            for statement in _MAKE_POSTGRES:
                cursor.execute(statement)
            return
        cursor.execute("SELECT name FROM sqlite_master WHERE name LIKE 'articles_words%'")
        standing = {name for (name,) in cursor.fetchall()}
        missing = [(event, body) for event, body in _triggers() if f"articles_words_{event}" not in standing]
        if "articles_words" not in standing:
            cursor.execute(_MAKE_SQLITE)
        for event, body in missing:
            cursor.execute(f"CREATE TRIGGER articles_words_{event} {body}")
        if missing:
            cursor.execute("INSERT INTO articles_words (articles_words) VALUES ('rebuild')")


def _triggers() -> list[tuple[str, str]]:
    old, new = (", ".join(f"{row}.{name}" for name in COLUMNS) for row in ("old", "new"))
    add = f"INSERT INTO articles_words (rowid, {_NAMES}) VALUES (new.id, {new});"  # noqa: S608
    drop = f"INSERT INTO articles_words (articles_words, rowid, {_NAMES}) VALUES ('delete', old.id, {old});"  # noqa: S608
    return [
        ("insert", f"AFTER INSERT ON articles_article BEGIN {add} END"),
        ("delete", f"AFTER DELETE ON articles_article BEGIN {drop} END"),
        ("update", f"AFTER UPDATE OF {_NAMES} ON articles_article BEGIN {drop} {add} END"),
    ]


def _folded(word: str) -> str:
    """Fold a word as the index does."""
    return word.lower().translate(str.maketrans(_FROM, _TO))


def _open(word: str, sign: str) -> str:
    """Return the sign that lets a word go on; a single letter stands for itself."""
    return sign if len(word) > 1 else ""
