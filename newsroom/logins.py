"""The screens for logins. Who keeps logins gives out roles, but cannot make anybody more than the roles allow."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from audit.admin import GuardedAdmin
from audit.admin.guarded import Act
from audit.models import AuditEntry, FieldChange
from audit.recording import PASSWORD_FIELD

PERSON = ("Person", {"fields": ["first_name", "last_name", "email"]})
ROLE = ("Role", {"fields": ["is_active", "is_staff", "groups"]})
POWER = ("Power over everything", {"fields": ["is_superuser"]})
DATES = ("Dates", {"fields": ["last_login", "date_joined"]})

admin.site.unregister(User)
admin.site.unregister(Group)


@admin.register(User)
class LoginAdmin(GuardedAdmin, UserAdmin):
    """Only a superuser sees the switch that makes one, or may touch another; single permissions are given to nobody:
    roles are groups (newsroom.roles)."""

    list_display = ["username", "first_name", "last_name", "roles", "is_active", "last_login"]
    list_filter = ["is_active", "groups"]
    filter_horizontal = []
    readonly_fields = ["last_login", "date_joined"]

    def get_fieldsets(self, request: HttpRequest, obj: User | None = None) -> Any:
        if obj is None:
            return super().get_fieldsets(request, obj)
        power = [POWER] if request.user.is_superuser else []
        return [(None, {"fields": ["username", "password"]}), PERSON, ROLE, *power, DATES]

    def has_change_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        is_above = obj is not None and obj.is_superuser and not request.user.is_superuser
        return not is_above and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: User | None = None) -> bool:
        """Nobody: history names its people for ever. A login is switched off instead."""
        return False

    def get_queryset(self, request: HttpRequest) -> Any:
        return super().get_queryset(request).prefetch_related("groups")

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:
        """Set a password and log it together. Nothing is overwritten unseen here: the form shows nothing old."""
        with transaction.atomic():
            return super().user_change_password(request, id, form_url)

    def construct_change_message(self, request: HttpRequest, form: Any, formsets: Any, add: bool = False) -> Any:
        """Tell the log that a password was set, never which; the password's page has no sets of rows."""
        if formsets is not None:
            return super().construct_change_message(request, form, formsets, add)
        change = FieldChange(field=PASSWORD_FIELD, label="password", before="", after="")
        return [Act(form.user, AuditEntry.Act.CHANGED, [change])]

    @admin.display(description="Roles")
    def roles(self, user: User) -> str:
        return ", ".join(group.name for group in user.groups.all())


@admin.register(Group)
class RoleAdmin(GuardedAdmin):
    """Roles are a table in the code; here they can only be looked at."""

    list_display = ["name"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        return False
