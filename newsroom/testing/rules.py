"""Tests empty their database and forge old rows; the append-only rules are lifted for that, here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.db import connection

from articles.append_only import STORIES
from audit.append_only import LOG, remove

EVERY_RULE = (*LOG.rules, *STORIES.rules)
TRANSACTIONAL = frozenset({"transactional_db", "live_server"})


def lift_rules() -> None:
    """Let a test write what only time could have written. The end of the test's transaction puts the rules back."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # a trigger cannot go while foreign keys wait to be examined
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        remove(connection, EVERY_RULE)
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")


@pytest.fixture(autouse=True)
def _rules_lifted_for_the_flush(request: pytest.FixtureRequest) -> Iterator[None]:
    """Lift the rules before Django empties the tables after a test without a transaction; `migrate`'s signal, which the
    flush sends, puts them back."""
    mark = request.node.get_closest_marker("django_db")
    is_emptied = bool(mark and mark.kwargs.get("transaction")) or TRANSACTIONAL & set(request.fixturenames)
    if is_emptied:
        request.getfixturevalue("_django_db_helper")  # so that the lines below run before its end
    yield
    if is_emptied:
        remove(connection, EVERY_RULE)
