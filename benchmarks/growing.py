"""Makes an archive as big as the largest newsroom's: copies of its stories, written by the database itself, a table at
a time. A million stories take some minutes; every copy is older than its original, so that today stays today. Of the
text only the beginning is copied, which no list reads; the whole would be seven gigabytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import Max, Model

from articles import finding
from articles.models import Article, Byline, HistoryEntry, Revision, Version, VersionAuthor
from benchmarks import archive

DAYS_APART = 30  # between a copy and the next
TEXT = "substr(t.body, 1, 200)"
STALE_DRAFTS = "status = 'draft' AND stage = 'writing'"


@dataclass(frozen=True, slots=True)
class Copies:
    """Copies number `first` to `last` of every original; an id grows by `step` per copy."""

    first: int
    last: int
    step: int


class Grower:
    """Grows the archive in steps; the originals are the stories that were there at first."""

    def __init__(self) -> None:
        self.newest = _highest(Article)
        self.step = 10 ** len(str(max(map(_highest, (Article, Version, HistoryEntry, Byline, VersionAuthor)))))
        self.made = 0
        self.per_copy = Article.objects.filter(status="published").count()

    def grow(self, to: int) -> int:
        """Copy until `to` stories are live, or a few more; return how many are."""
        last = -(-to // self.per_copy) - 1
        copies = Copies(self.made + 1, last, self.step)
        with transaction.atomic():
            finding.unmake(None, _Editor)  # the index of words is made anew at the end, which is faster
            self._copy_all(copies)
        with transaction.atomic():  # PostgreSQL makes no index while rows of its table still wait for their checks
            finding.make(None, _Editor)
        self.made = last
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE" if connection.vendor == "sqlite" else "VACUUM ANALYZE")
        return self.per_copy * (self.made + 1)

    def _copy_all(self, copies: Copies) -> None:
        original = f"t.id <= {self.newest}"
        own = {"uuid": _uuid(), "path": "t.path || '-' || k.n", "body": TEXT}
        times = ("created_at", "changed_at", "first_published_at")
        _copy(Article, copies, f"{original} AND (status = 'published' OR {STALE_DRAFTS})", own, times)
        of_story = {"article_id": "t.article_id + k.n * {step}"}
        live = f"t.article_id <= {self.newest} AND t.standing = 'live'"
        again = {**of_story, "path": "t.path || '-' || k.n", "guid": "t.guid || '-' || k.n", "body": TEXT}
        _copy(Version, copies, live, again, ("first_published_at", "published_at", "updated_at"))
        told = {**of_story, "version_id": "t.version_id + k.n * {step}"}
        kept = f"t.version_id IN (SELECT id FROM articles_version t WHERE {live})"
        _copy(HistoryEntry, copies, kept, told, ("at",))
        _copy(VersionAuthor, copies, kept, {"version_id": told["version_id"]}, ())
        _copy(Byline, copies, f"t.article_id <= {self.newest}", of_story, ())
        _revisions()


class _Editor:
    """What a migration's function is given, as far as it looks."""

    connection = connection


def _highest(model: type[Model]) -> int:
    return model._default_manager.aggregate(highest=Max("pk"))["highest"] or 0


def _copy(model: type[Model], copies: Copies, which: str, changed: Mapping[str, str], times: tuple[str, ...]) -> None:
    """Insert copies of the rows that fit `which`; `changed` says in SQL what differs, `times` are moved back."""
    columns = [field.column for field in model._meta.concrete_fields]
    values = {"id": "t.id + k.n * {step}", **changed, **{name: _earlier(name) for name in times}}
    selected = ", ".join(values.get(name, f't."{name}"').format(step=copies.step) for name in columns)
    names = ", ".join(f'"{name}"' for name in columns)
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH RECURSIVE k(n) AS (SELECT {copies.first} UNION ALL SELECT n + 1 FROM k WHERE n < {copies.last}) "
            f'INSERT INTO "{model._meta.db_table}" ({names}) '
            f'SELECT {selected} FROM k CROSS JOIN "{model._meta.db_table}" t WHERE {which}'
        )


def _earlier(column: str) -> str:
    if connection.vendor == "sqlite":
        return f"datetime(t.{column}, '-' || (k.n * {DAYS_APART}) || ' days')"
    return f"t.{column} - k.n * interval '{DAYS_APART} days'"


def _uuid() -> str:
    if connection.vendor == "sqlite":
        return "printf('%032x', t.id + k.n * {step})"
    return "lpad(to_hex(t.id + k.n * {step}), 32, '0')::uuid"


def _revisions() -> None:
    """Give each story that has none its revision, without the text, which no list reads."""
    names = "article_id, number, snapshot, changed_fields, saved_at, saved_by_id, kind, receipt"
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {Revision._meta.db_table} ({names}) "
            "SELECT id, 1, '{}', '[]', changed_at, changed_by_id, 'save', '{}' FROM articles_article a "
            "WHERE NOT EXISTS (SELECT 1 FROM articles_revision r WHERE r.article_id = a.id)"
        )


def new() -> Grower:
    """Make the small archive in a new database, without the readers' search, and return what makes it grow."""
    archive.new(searchable=False)
    return Grower()
