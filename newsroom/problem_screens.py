"""The form with which anybody at the desk reports a problem with a screen, and the list for those who see to it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode
from django.utils.safestring import SafeString

from articles.permissions import person_of
from audit.admin import GuardedAdmin, confirmed
from newsroom import problems
from newsroom.models import ProblemReport
from newsroom.problems import ProblemError


class ReportForm(forms.Form):
    """What a person says; where they were is carried along, and shown."""

    text = forms.CharField(
        label="What is wrong?",
        help_text="What you did, what happened, what you had expected.",
        max_length=problems.LONGEST["text"],
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    address = forms.CharField(required=False, widget=forms.HiddenInput)
    window = forms.CharField(required=False, widget=forms.HiddenInput(attrs={"data-window-size": ""}))


def report_view(request: HttpRequest, *, site: AdminSite) -> HttpResponse:
    """Ask what is wrong with the screen in `?from=`; a POST keeps it."""
    user = person_of(request)
    sent = request.POST if request.method == "POST" else None
    address = problems.own_address(request.POST.get("address", "") or request.GET.get("from", ""))
    form = ReportForm(sent, initial={"address": address})
    if form.is_valid():
        words, browser = form.cleaned_data, request.headers.get("User-Agent", "")
        try:
            problems.report(words["text"], by=user, address=address, browser=browser, window=words["window"])
        except ProblemError as error:
            form.add_error("text", str(error))
        else:
            query = urlencode({"kept": "1", "from": address})
            return HttpResponseRedirect(f"{reverse('admin:desk_problem')}?{query}")
    context = {
        **site.each_context(request),
        "title": "Report a problem",
        "form": form,
        "address": address,
        "is_report": True,
        "is_kept": "kept" in request.GET and sent is None,
    }
    return TemplateResponse(request, "admin/desk/problem.html", context)


@admin.register(ProblemReport)
class ProblemReportAdmin(GuardedAdmin):
    """Reports are read and ticked off; nobody adds one here, changes its words or deletes it."""

    list_display = ["text_in_short", "screen", "by", "at", "is_done"]
    list_filter = ["is_done"]
    list_select_related = ["by"]
    list_per_page = 50
    show_full_result_count = False
    search_fields = ["text", "address"]
    fields = ["text", "screen", "by", "at", "browser", "window", "is_done"]
    readonly_fields = ["text", "screen", "by", "at", "browser", "window"]
    actions = ["finish"]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return super().changelist_view(request, {"title": "Problem reports", **(extra_context or {})})

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    @admin.display(description="What is wrong")
    def text_in_short(self, report: ProblemReport) -> str:
        return str(report)

    @admin.display(description="Screen")
    def screen(self, report: ProblemReport) -> SafeString | str:
        return format_html('<a href="{0}">{0}</a>', report.address) if report.address else "Not known"

    @confirmed("Done", permissions=["change"], done="done")
    def finish(self, report: ProblemReport) -> None:
        report.is_done = True
