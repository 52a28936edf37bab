"""The front on the desk: its containers, and the stories pinned to them."""

from __future__ import annotations

from django.contrib import admin

from audit.admin import GuardedAdmin, GuardedInline
from fronts.models import Container, Front, Slot


class ContainerInline(GuardedInline, admin.TabularInline):
    model = Container
    extra = 0
    fields = ["position", "heading", "section", "layout", "size"]
    show_change_link = True


class SlotInline(GuardedInline, admin.TabularInline):
    model = Slot
    extra = 1
    fields = ["position", "article"]
    raw_id_fields = ["article"]


@admin.register(Front)
class FrontAdmin(GuardedAdmin):
    list_display = ["name", "slug"]
    search_fields = ["name", "slug"]
    inlines = [ContainerInline]


@admin.register(Container)
class ContainerAdmin(GuardedAdmin):
    list_display = ["__str__", "front", "section", "layout", "size", "position"]
    list_filter = ["front"]
    list_select_related = ["front", "section__parent"]
    search_fields = ["heading", "section__name"]
    inlines = [SlotInline]


@admin.register(Slot)
class SlotAdmin(GuardedAdmin):
    list_display = ["article", "container", "position"]
    list_select_related = ["article", "container__section__parent"]
    list_filter = ["container__front"]
    search_fields = ["article__headline", "container__heading"]
    raw_id_fields = ["article"]
