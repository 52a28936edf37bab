"""The house's style on the desk: rules as rows that can be tried before they are used, and what they find in a story,
while it is written and on a page of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from articles import house_style
from articles.admin import panel
from articles.models import Article, StyleRule
from articles.permissions import may, person_of
from audit.admin import GuardedAdmin

MOST_SHOWN = 60


class StyleRuleForm(forms.ModelForm):
    """A rule that can be used: it parses, matches something, and ends in time."""

    class Meta:
        model = StyleRule
        fields = ("name", "pattern", "is_regex", "matches_case", "language", "reason", "suggestion", "is_active")

    def clean(self) -> dict[str, Any]:
        values = super().clean() or {}
        if values.get("pattern"):
            try:
                house_style.check_pattern(
                    values["pattern"],
                    is_regex=values["is_regex"],
                    matches_case=values["matches_case"],
                    suggestion=values.get("suggestion", ""),
                )
            except house_style.PatternError as error:
                raise ValidationError({"pattern": str(error)}) from error
        return values


@admin.register(StyleRule)
class StyleRuleAdmin(GuardedAdmin):
    form = StyleRuleForm
    list_display = ["name", "pattern", "suggestion", "language", "is_active"]
    list_filter = ["is_active", "language"]
    search_fields = ["name", "pattern", "reason"]
    actions = None
    change_form_template = "admin/articles/stylerule/change_form.html"

    def get_urls(self) -> list[URLPattern]:
        def guarded(view: Callable[..., HttpResponse]) -> Any:
            return self.admin_site.admin_view(partial(view, site=self.admin_site))

        return [
            path("check/", guarded(check_view), name="articles_stylerule_check"),
            path("<int:object_id>/try/", guarded(try_view), name="articles_stylerule_try"),
            path("story/<int:object_id>/", guarded(story_view), name="articles_stylerule_story"),
            *super().get_urls(),
        ]


def try_view(request: HttpRequest, object_id: int, *, site: AdminSite) -> HttpResponse:
    """Show what a rule finds in the newest 500 stories; nothing is changed."""
    if not (request.user.has_perm("articles.view_stylerule") and may(request.user, "view")):
        raise PermissionDenied
    rule = get_object_or_404(StyleRule, pk=object_id)
    context = {
        **site.each_context(request),
        "title": f"Try “{rule}”",
        "opts": StyleRule._meta,
        "rule": rule,
        "rehearsal": house_style.rehearse(rule),
    }
    return TemplateResponse(request, "admin/articles/stylerule/try.html", context)


@require_POST
def check_view(request: HttpRequest, *, site: AdminSite) -> HttpResponse:
    """Answer what stands against the rules in texts that are being written: JSON, MOST_SHOWN findings at most.

    Takes the form's fields, `language`, and `story`, the id of a story that exists already.
    """
    if not may(request.user, "create"):
        raise PermissionDenied
    story = request.POST.get("story", "")
    number = int(story) if story.isdecimal() and len(story) < 12 else None
    texts = house_style.plain_texts(request.POST)
    rules = house_style.active_rules(request.POST.get("language", "en")[:20])
    found = house_style.findings(texts, rules, ignored=house_style.ignored_in(number))
    return JsonResponse({"findings": [asdict(finding) for finding in found[:MOST_SHOWN]], "count": len(found)})


def story_view(request: HttpRequest, object_id: int, *, site: AdminSite) -> HttpResponse:
    """Show what stands against the house's style in a story; a POST leaves one phrase standing."""
    article = get_object_or_404(Article, pk=object_id)
    if not may(request.user, "view", article):
        raise PermissionDenied
    if request.method == "POST":
        return _leave(request, article)
    context = {
        **site.each_context(request),
        "title": "House style",
        "opts": Article._meta,
        "article": article,
        "findings": house_style.findings_in(article),
        "may_leave": may(request.user, "edit", article),
    }
    return TemplateResponse(request, "admin/articles/stylerule/story.html", context)


def _leave(request: HttpRequest, article: Article) -> HttpResponse:
    if not may(request.user, "edit", article):
        raise PermissionDenied
    phrase, number = request.POST.get("phrase", "").strip(), request.POST.get("rule", "")
    rule = StyleRule.objects.filter(pk=int(number)).first() if number.isdecimal() and len(number) < 12 else None
    if rule is None or not phrase:
        raise Http404("No such rule.")
    house_style.leave(article, rule, phrase, by=person_of(request))
    if request.headers.get("Accept", "").startswith("application/json"):
        return JsonResponse({"left": phrase})
    messages.success(request, f"“{phrase}” stays as it is in this story.")
    return HttpResponseRedirect(reverse("admin:articles_stylerule_story", args=[article.pk]))


@panel.register("style")
def style_part(article: Article, request: HttpRequest) -> SafeString | str:
    """Return the list that a script fills while the story is written; without one it links to the page."""
    if not may(request.user, "edit", article):
        return ""
    return render_to_string("admin/articles/stylerule/section.html", {"article": article})
