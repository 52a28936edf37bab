"""Screens for tags and their other spellings."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Count, Model, QuerySet
from django.http import HttpRequest
from taggit.models import Tag as StrayTag

from audit.admin import GuardedAdmin, GuardedInline, confirmed
from newsroom.lib.text import normalised_key
from tags.models import Tag, TagAlias

admin.site.unregister(StrayTag)  # the package's own tags and its way of merging them, which we do not use


class SpellingForm(forms.ModelForm):
    """Refuses a spelling that is taken, by a tag or by an alias, and says by which."""

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        key = normalised_key(name)
        if not key:
            raise ValidationError("A tag needs letters or digits.", "empty")
        tag = Tag.objects.filter(key=key).exclude(pk=self._own(Tag)).first()
        alias = TagAlias.objects.filter(key=key).exclude(pk=self._own(TagAlias)).select_related("tag").first()
        owner = tag or (alias.tag if alias else None)
        if owner:
            raise ValidationError(f"“{name}” is a spelling of the tag “{owner}” already.", "taken")
        return name

    def _own(self, model: type[Model]) -> Any:
        return self.instance.pk if isinstance(self.instance, model) else None


class AliasInline(GuardedInline, admin.TabularInline):
    model = TagAlias
    form = SpellingForm
    extra = 1
    fields = ["name"]


@admin.register(Tag)
class TagAdmin(GuardedAdmin):
    form = SpellingForm
    list_display = ["name", "kind", "standing", "stories", "has_description"]
    list_filter = ["standing", "kind"]
    search_fields = ["name", "aliases__name"]
    prepopulated_fields = {"slug": ["name"]}
    ordering = ["name"]
    inlines = [AliasInline]
    actions = ["approve", "block"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Tag]:
        return super().get_queryset(request).annotate(story_count=Count("tagged_items"))

    @admin.display(description="On the desk", ordering="story_count")
    def stories(self, tag: Tag) -> int:
        return tag.story_count

    @admin.display(description="Described", boolean=True)
    def has_description(self, tag: Tag) -> bool:
        return bool(tag.description)

    @confirmed("Approve", permissions=["change"], done="approved")
    def approve(self, tag: Tag) -> None:
        tag.standing = Tag.Standing.APPROVED

    @confirmed("Block: readers never see it", permissions=["change"], done="blocked")
    def block(self, tag: Tag) -> None:
        tag.standing = Tag.Standing.BLOCKED


@admin.register(TagAlias)
class TagAliasAdmin(GuardedAdmin):
    form = SpellingForm
    list_display = ["name", "tag"]
    list_select_related = ["tag"]
    search_fields = ["name", "tag__name"]
    autocomplete_fields = ["tag"]
