"""What was written stays written: the database itself refuses, whoever asks."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import IntegrityError, connection, transaction

from articles import publishing
from articles.append_only import STORIES
from articles.models import HistoryEntry, Revision, Standing, Version, VersionAuthor, VersionTag
from audit import recording
from audit.append_only import LOG, missing
from audit.models import AuditEntry
from newsroom.testing.factories import make_author, make_draft, make_live, make_tag, make_user
from newsroom.testing.rules import EVERY_RULE, lift_rules

pytestmark = pytest.mark.django_db
MODELS = [HistoryEntry, Revision, Version, VersionAuthor, VersionTag, AuditEntry]
COLUMNS = {
    HistoryEntry: {"note": "Never happened."},
    Revision: {"changed_fields": []},
    Version: {"headline": "Another headline"},
    VersionAuthor: {"position": 7},
    VersionTag: {"position": 7},
    AuditEntry: {"reason": "Another reason"},
}


@pytest.fixture
def version() -> Version:
    tag = make_tag()
    live = make_live(authors=[make_author()], tags=[tag])
    publishing.update(live.article, by=make_user("ed"))
    with transaction.atomic():
        recording.added(tag, by=None)
    return live


def refused():
    return pytest.raises(IntegrityError, match="append-only")


def execute(sql: str, *values) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, values)


class TestTheDatabaseRefuses:
    @pytest.mark.parametrize("model", MODELS)
    def test_to_change_a_row(self, version, model):
        before = list(model.objects.order_by("pk").values())

        with refused(), transaction.atomic():
            model.objects.update(**COLUMNS[model])

        assert list(model.objects.order_by("pk").values()) == before

    @pytest.mark.parametrize("model", MODELS)
    def test_to_delete_a_row_by_the_orm_or_by_hand(self, version, model):
        count = model.objects.count()

        with refused(), transaction.atomic():
            model.objects.all()._raw_delete(using="default")
        with refused():
            execute(f'DELETE FROM "{model._meta.db_table}"')

        assert model.objects.count() == count > 0

    @pytest.mark.parametrize("model", MODELS)
    def test_to_empty_or_replace_a_table(self, version, model):
        table = model._meta.db_table
        statement = f'INSERT OR REPLACE INTO "{table}" SELECT * FROM "{table}"'
        if connection.vendor == "postgresql":
            execute("SET CONSTRAINTS ALL IMMEDIATE")  # foreign keys that wait would refuse it first
            statement = f'TRUNCATE "{table}" CASCADE'

        with refused():
            execute(statement)

    def test_to_delete_the_revisions_with_their_story(self):
        draft = make_draft()

        with refused(), transaction.atomic():
            draft.revisions.all().delete()

    def test_to_empty_the_whole_database(self, version):
        with pytest.raises(CommandError), transaction.atomic():
            call_command("flush", interactive=False, verbosity=0)

        assert Version.objects.exists()


class TestAVersion:
    def test_may_change_its_standing_and_nothing_else(self, version):
        version.refresh_from_db()

        assert version.standing == Standing.PAST
        with refused(), transaction.atomic():
            Version.objects.filter(pk=version.pk).update(standing=Standing.UNDONE, headline="Another")
        Version.objects.filter(pk=version.pk).update(standing=Standing.UNDONE)
        version.refresh_from_db()
        assert version.standing == Standing.UNDONE

    def test_saved_whole_and_unchanged_is_no_change(self, version):
        version.refresh_from_db()

        version.save()

    @pytest.mark.parametrize(
        "field", [field.name for field in Version._meta.concrete_fields if field.name != "standing"]
    )
    def test_has_a_rule_for_each_of_its_columns(self, version, field):
        column = Version._meta.get_field(field).column
        values = {
            "integer": "number + 100", "text": "'x'", "time": "'2020-01-01 00:00:00+00:00'", "json": "'[1]'", "bool": "1 = 1",
        }  # fmt: skip
        kind = Version._meta.get_field(field).get_internal_type()
        wanted = {
            "DateTimeField": "time",
            "JSONField": "json",
            "BooleanField": "bool",
            "CharField": "text",
            "TextField": "text",
        }
        new = values[wanted.get(kind, "integer")]

        with pytest.raises(IntegrityError, match="append-only"):
            execute(f'UPDATE articles_version SET "{column}" = {new} WHERE id = %s', version.pk)


class TestTheRules:
    def test_stand_after_all_migrations(self):
        assert missing(connection, EVERY_RULE) == []

    def test_come_back_with_the_next_migrate(self):
        lift_rules()
        assert missing(connection, EVERY_RULE) == [rule.table for rule in EVERY_RULE]

        for keeper in (LOG, STORIES):
            keeper.keep()

        assert missing(connection, EVERY_RULE) == []

    def test_are_left_alone_where_they_stand(self, django_assert_num_queries):
        with django_assert_num_queries(4 if connection.vendor == "sqlite" else 3):
            STORIES.keep()

    def test_notice_a_new_column_of_a_version(self):
        execute("ALTER TABLE articles_version ADD COLUMN later varchar(10)")
        if connection.vendor == "sqlite":
            assert missing(connection, STORIES.rules) == ["articles_version"]

        STORIES.keep()

        assert missing(connection, STORIES.rules) == []

    def test_what_reads_and_adds_is_free(self, version):
        publishing.correct(version.article, by=make_user("ed"), public_text="We were wrong.")

        assert Version.objects.filter(article=version.article).count() == 3


@pytest.mark.django_db(transaction=True)
class TestMigrating:
    def test_puts_them_back(self):
        lift_rules()

        call_command("migrate", verbosity=0)

        assert missing(connection, EVERY_RULE) == []

    def test_there_and_back_takes_them_away_and_makes_them_anew(self):
        call_command("migrate", "audit", "0001", verbosity=0)
        assert missing(connection, LOG.rules) == ["audit_auditentry"]

        call_command("migrate", "audit", verbosity=0)
        assert missing(connection, EVERY_RULE) == []

    def test_they_stand_again_after_the_test_before_was_cleared_away(self):
        assert missing(connection, EVERY_RULE) == []
