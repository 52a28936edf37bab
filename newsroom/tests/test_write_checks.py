"""The checks that keep admins from writing unseen: on violations first, then on the desk as it is."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.core.management import call_command
from django.core.management.base import SystemCheckError

from articles.admin.article import FIELDSETS, ArticleAdmin
from articles.models import Article, Handover
from audit.admin import GuardedAdmin, GuardedInline, ReadingAdmin, confirmed
from newsroom import write_checks
from sources.models import RightsProfile, Source
from tags.models import Tag, TagAlias


def numbers(kind: type, model: type = Tag) -> list[str]:
    return [fault.id.removeprefix("newsroom.") for fault in write_checks.faults([kind(model, admin.site)])]


class Aliases(admin.TabularInline):
    model = TagAlias


class GuardedAliases(GuardedInline, admin.TabularInline):
    model = TagAlias


class ReadAliases(admin.TabularInline):
    model = TagAlias

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    has_delete_permission = has_change_permission


class TestAViolationIsFound:
    def test_an_admin_of_djangos_own_make(self):
        assert numbers(admin.ModelAdmin) == ["E120", "E122"]

    @pytest.mark.parametrize("act", ["add", "change", "delete"])
    def test_an_admin_that_only_does_one_thing_unguarded(self, act):
        kind = type("Half", (ReadingAdmin,), {f"has_{act}_permission": lambda self, request, obj=None: True})

        assert numbers(kind) == ["E120"]

    def test_a_list_that_is_edited_in_place(self):
        kind = type("Listed", (GuardedAdmin,), {"list_display": ["name", "kind"], "list_editable": ["kind"]})

        assert numbers(kind) == ["E121"]

    def test_an_action_without_a_second_look(self):
        def block(self, request, queryset):
            queryset.update(standing="blocked")

        assert numbers(type("Acting", (GuardedAdmin,), {"actions": [block]})) == ["E122"]

    def test_djangos_deletion_of_many_brought_back(self):
        kind = type("Deleting", (GuardedAdmin,), {"get_actions": admin.ModelAdmin.get_actions})

        assert numbers(kind) == ["E122"]

    def test_rows_of_djangos_own_make_under_a_guarded_form(self):
        assert numbers(type("Above", (GuardedAdmin,), {"inlines": [Aliases]})) == ["E123"]

    def test_the_story_screen_without_its_base(self):
        shown = [
            (name, {**options, "fields": [f for f in options["fields"] if f != "base_revision"]})
            for name, options in FIELDSETS
        ]
        kind = type("Forgetful", (ArticleAdmin,), {"get_fieldsets": lambda self, request, obj=None: shown})

        assert numbers(kind, Article) == ["E124"]

    def test_the_story_screen_with_a_list_that_is_edited(self):
        kind = type("Listed", (ArticleAdmin,), {"list_editable": ["source"]})

        assert "E121" in numbers(kind, Article)

    def test_the_handover_without_its_own_page(self):
        assert numbers(type("Plain", (ReadingAdmin,), {}), Handover) == ["E124"]

    def test_it_stops_manage_py(self):
        admin.site.unregister(RightsProfile)
        admin.site.register(RightsProfile, admin.ModelAdmin)
        try:
            with pytest.raises(SystemCheckError, match=r"E120"):
                call_command("check")
        finally:
            admin.site.unregister(RightsProfile)
            admin.site.register(RightsProfile, GuardedAdmin)


class TestWhatIsAllowed:
    @pytest.mark.parametrize("kind", [GuardedAdmin, ReadingAdmin])
    def test_guarded_and_reading_admins(self, kind):
        assert numbers(kind) == []

    @pytest.mark.parametrize("rows", [GuardedAliases, ReadAliases])
    def test_guarded_and_reading_rows(self, rows):
        assert numbers(type("Above", (GuardedAdmin,), {"inlines": [rows]})) == []

    def test_an_action_with_a_second_look(self):
        @confirmed("Block", permissions=["change"], done="blocked")
        def block(self, tag):
            tag.standing = "blocked"

        assert numbers(type("Acting", (GuardedAdmin,), {"actions": [block]})) == []

    def test_every_message_names_the_admin(self):
        [fault, *_] = write_checks.faults([admin.ModelAdmin(Source, admin.site)])

        assert "django.contrib.admin.options.ModelAdmin" in fault.msg


class TestTheDesk:
    def test_has_no_fault(self):
        assert write_checks.writes_are_guarded(None) == []

    def test_the_list_of_exceptions_names_what_exists(self):
        registered = {model._meta.label_lower for model in admin.site._registry}
        packages = {type(one).__module__.split(".")[0] for one in admin.site._registry.values()}

        assert write_checks.OWN_BASE.keys() <= registered
        assert write_checks.NOT_OURS.keys() <= packages
