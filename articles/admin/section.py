"""Screens for sections and for the history, which nobody can change."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Field
from django.http import HttpRequest

from articles.models import HistoryEntry, Section


@admin.register(Section)
class SectionAdmin(admin.ModelAdmin):
    list_display = ["__str__", "slug", "position", "is_listed"]
    list_select_related = ["parent"]
    search_fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}


class SectionFilter(admin.RelatedFieldListFilter):
    """Names every section in one query; Django's own asks for each parent by itself."""

    def field_choices(
        self, field: Field, request: HttpRequest, model_admin: admin.ModelAdmin
    ) -> list[tuple[str, Any]]:
        return [(str(section.pk), str(section)) for section in Section.objects.select_related("parent")]


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
