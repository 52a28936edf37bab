"""The screens for logins. Who keeps logins gives out roles, but cannot make anybody more than the roles allow."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import Group, User
from django.http import HttpRequest

PERSON = ("Person", {"fields": ["first_name", "last_name", "email"]})
ROLE = ("Role", {"fields": ["is_active", "is_staff", "groups"]})
POWER = ("Power over everything", {"fields": ["is_superuser"]})
DATES = ("Dates", {"fields": ["last_login", "date_joined"]})

admin.site.unregister(User)
admin.site.unregister(Group)


@admin.register(User)
class LoginAdmin(UserAdmin):
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

    @admin.display(description="Roles")
    def roles(self, user: User) -> str:
        return ", ".join(group.name for group in user.groups.all())


@admin.register(Group)
class RoleAdmin(admin.ModelAdmin):
    """Roles are a table in the code; here they can only be looked at."""

    list_display = ["name"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        return False
