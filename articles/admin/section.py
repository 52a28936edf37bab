"""Screens for sections and for the history, which nobody can change."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest

from articles.models import HistoryEntry, Section


@admin.register(Section)
class SectionAdmin(admin.ModelAdmin):
    list_display = ["__str__", "slug", "position", "is_listed"]
    list_select_related = ["parent"]
    search_fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}


@admin.register(HistoryEntry)
class HistoryAdmin(admin.ModelAdmin):
    """Reading only: the log is written by verbs."""

    list_display = ["at", "article", "verb_label", "by", "note", "change"]
    list_filter = ["verb", "by"]
    list_select_related = ["article", "by"]
    search_fields = ["article__headline", "note"]
    show_full_result_count = False
    list_per_page = 50

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: HistoryEntry | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: HistoryEntry | None = None) -> bool:
        return False
