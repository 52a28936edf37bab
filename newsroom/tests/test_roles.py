"""The table of roles and the groups made of it."""

from __future__ import annotations

from io import StringIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command

from newsroom import roles
from newsroom.roles import ROLES, Role

pytestmark = pytest.mark.django_db


def stored() -> dict[str, set[str]]:
    return {
        group.name: {
            f"{p.content_type.app_label}.{p.codename}" for p in group.permissions.select_related("content_type")
        }
        for group in Group.objects.all()
    }


class TestSync:
    def test_it_makes_a_group_per_role_with_exactly_its_permissions(self):
        names = roles.sync()

        assert names == ["reporter", "editor", "chief", "moderator", "wire_editor", "photo_editor"]
        assert stored() == {role.name: set(role.permissions) for role in ROLES}

    def test_doing_it_again_changes_nothing(self):
        roles.sync()
        before = stored(), set(Group.objects.values_list("pk", flat=True))

        roles.sync()

        assert (stored(), set(Group.objects.values_list("pk", flat=True))) == before

    def test_a_permission_given_or_taken_by_hand_is_put_right(self):
        roles.sync()
        reporter = Group.objects.get(name="reporter")
        reporter.permissions.add(Permission.objects.get(codename="publish_article"))
        reporter.permissions.remove(Permission.objects.get(codename="submit_article"))

        roles.sync()

        assert stored()["reporter"] == set(ROLES[0].permissions)

    def test_a_group_of_the_newsrooms_own_is_left_alone(self):
        own = Group.objects.create(name="interns")
        own.permissions.add(Permission.objects.get(codename="view_article"))

        roles.sync()

        assert stored()["interns"] == {"articles.view_article"}

    def test_a_permission_that_does_not_exist_is_named(self, monkeypatch):
        wrong = Role("reporter", "Reporter", "writes", frozenset({"articles.vaporise_article"}))
        monkeypatch.setattr(roles, "ROLES", (wrong,))

        with pytest.raises(LookupError, match=r"reporter.*articles\.vaporise_article"):
            roles.sync()

    def test_the_command_says_what_it_made(self):
        out = StringIO()

        call_command("sync_roles", stdout=out)

        assert out.getvalue() == "Roles: reporter, editor, chief, moderator, wire_editor, photo_editor.\n"


class TestTheTable:
    def test_every_permission_exists(self):
        known = {f"{p.content_type.app_label}.{p.codename}" for p in Permission.objects.select_related("content_type")}

        assert not {name for role in ROLES for name in role.permissions} - known

    def test_names_and_labels_are_given_once(self):
        assert len({role.name for role in ROLES}) == len({role.label for role in ROLES}) == len(ROLES)

    def test_nobody_may_delete_stories_or_touch_what_is_a_record(self):
        granted = {name for role in ROLES for name in role.permissions}
        records = "revision version historyentry".split()

        assert "articles.delete_article" not in granted
        assert not granted & {f"articles.{act}_{model}" for act in ("add", "change", "delete") for model in records}

    def test_nobody_gets_power_over_permissions(self):
        granted = {name for role in ROLES for name in role.permissions}

        assert not granted & {"auth.change_group", "auth.add_group", "auth.change_permission", "auth.delete_user"}
        assert [role.name for role in ROLES if "auth.change_user" in role.permissions] == ["chief"]
