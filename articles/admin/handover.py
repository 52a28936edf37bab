"""Handing over a shift: the list of pages kept, and one page to read, write, send and print."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from articles import handover
from articles.admin.minutes import MinuteField
from articles.models import Handover
from articles.permissions import person_of
from articles.workflow import WorkflowError
from newsroom.lib import clock


class PeopleField(forms.ModelMultipleChoiceField):
    """People by the names they go by."""

    def label_from_instance(self, person: User) -> str:  # type: ignore[override]
        return person.get_full_name() or person.get_username()


class HandoverForm(forms.Form):
    """The words of a page, when its shift began, and whom to tell."""

    from_at = MinuteField(label="The shift began at")
    text = forms.CharField(
        required=False, strip=False, label="What the next shift should know", widget=forms.Textarea(attrs={"rows": 10})
    )
    base = forms.IntegerField(widget=forms.HiddenInput, required=False)
    to = PeopleField(User.objects.none(), required=False, label="Tell", widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, is_kept: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if is_kept:
            del self.fields["from_at"]
        people = User.objects.filter(is_active=True, is_staff=True, groups__name__in=["editor", "chief"])
        self.fields["to"].queryset = people.distinct().order_by("username")  # type: ignore[attr-defined]


@admin.register(Handover)
class HandoverAdmin(admin.ModelAdmin):
    """The list is Django's; a page is our own, because its facts are kept as they were."""

    list_display = ["__str__", "made_by", "made_at", "sent_at"]
    list_display_links = ["__str__"]
    list_select_related = ["made_by"]
    ordering = ["-made_at"]
    actions = None

    def has_delete_permission(self, request: HttpRequest, obj: Handover | None = None) -> bool:
        return False

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """Show the page of the shift that ends now; a POST keeps it."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        now = timezone.now()
        asked = clock.parse_instant(request.GET.get("from", ""), zone=timezone.get_default_timezone())
        began = asked if asked and asked < now else handover.begins_at(now)
        form = HandoverForm(request.POST or None, initial={"from_at": timezone.localtime(began)})
        if request.method == "POST" and form.is_valid():
            values = form.cleaned_data
            try:
                page = handover.make(by=person_of(request), text=values["text"], from_at=values["from_at"])
            except WorkflowError as error:
                form.add_error(None, error.message)
            else:
                return self._kept(request, page, values)
        return self._page(request, form, None, handover.facts(began, now))

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Show a page that is kept; those who write may change its words and tell people."""
        page = get_object_or_404(Handover, pk=object_id if object_id.isdecimal() and len(object_id) < 12 else 0)
        may_write = self.has_change_permission(request, page)
        if not (may_write or self.has_view_permission(request, page)):
            raise PermissionDenied
        initial = {"text": page.text, "base": page.text_revision}
        form = HandoverForm(request.POST or None, initial=initial, is_kept=True)
        if request.method == "POST":
            if not may_write:
                raise PermissionDenied
            if form.is_valid():
                try:
                    handover.write(page, form.cleaned_data["text"], base=form.cleaned_data["base"] or 0)
                except WorkflowError as error:
                    form.add_error(None, error.message)
                    form.data = {**request.POST.dict(), "base": str(page.text_revision)}
                else:
                    return self._kept(request, page, form.cleaned_data)
        return self._page(request, form if may_write else None, page, page.facts)

    def _kept(self, request: HttpRequest, page: Handover, values: dict[str, Any]) -> HttpResponse:
        told = handover.send(page, values["to"], by=person_of(request)) if values["to"] else 0
        messages.success(request, f"Kept, and told {told}." if told else "Kept.")
        return HttpResponseRedirect(reverse("admin:articles_handover_change", args=[page.pk]))

    def _page(
        self, request: HttpRequest, form: HandoverForm | None, page: Handover | None, facts: dict[str, list[Any]]
    ) -> HttpResponse:
        rows = [(heading, facts.get(key, [])) for key, heading in handover.HEADINGS.items()]
        for _, stories in rows:
            for story in stories:
                story["time"] = parse_datetime(story["at"]) if story.get("at") else None
        context = {
            **self.admin_site.each_context(request),
            "title": "Handover",
            "opts": self.opts,
            "form": form,
            "page": page,
            "facts": rows,
        }
        return TemplateResponse(request, "admin/articles/handover/page.html", context)
