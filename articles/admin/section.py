"""The screen of sections, and their filter."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db.models import Field
from django.http import HttpRequest

from articles.models import Section
from audit.admin import GuardedAdmin


@admin.register(Section)
class SectionAdmin(GuardedAdmin):
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
