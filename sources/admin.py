"""Screens for sources and their terms."""

from __future__ import annotations

from django.contrib import admin

from audit.admin import GuardedAdmin
from sources.models import RightsProfile, Source


@admin.register(Source)
class SourceAdmin(GuardedAdmin):
    list_display = ["name", "kind", "credit_line", "language", "time_zone", "rights", "is_active"]
    list_filter = ["kind", "is_active"]
    list_select_related = ["rights"]
    search_fields = ["name", "slug", "credit_line"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(RightsProfile)
class RightsProfileAdmin(GuardedAdmin):
    list_display = ["name", "full_text_in_feeds"]
    search_fields = ["name"]
