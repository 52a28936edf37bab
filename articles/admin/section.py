"""The screen of sections, and their filter."""

from __future__ import annotations

from django.contrib import admin

from articles.models import Section
from audit.admin import GuardedAdmin


@admin.register(Section)
class SectionAdmin(GuardedAdmin):
    list_display = ["__str__", "slug", "position", "is_listed"]
    list_select_related = ["parent"]
    search_fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}
