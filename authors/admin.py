"""Screens for people with bylines."""

from __future__ import annotations

from django.contrib import admin

from audit.admin import GuardedAdmin
from authors.models import Author


@admin.register(Author)
class AuthorAdmin(GuardedAdmin):
    list_display = ["name", "role", "location", "is_active"]
    list_filter = ["is_active"]
    search_fields = ["name", "role", "areas"]
    prepopulated_fields = {"slug": ["name"]}
    raw_id_fields = ["user", "portrait"]
