"""The log to read: who changed what, when, from what to what, and why. Filters, search, and a table to take away."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.urls import NoReverseMatch, URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from audit.admin.reading import ReadingAdmin
from audit.models import AuditEntry
from newsroom.lib.tables import csv_lines

EXPORT = "audit.export_auditentry"
COLUMNS = ("At", "Who", "Act", "Kind", "Name", "Field", "Before", "After", "Why")


class KindFilter(admin.SimpleListFilter):
    """Kinds of rows by the words people use."""

    title = "what"
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        kinds = AuditEntry.objects.order_by("model").values_list("model", "kind").distinct()
        return sorted(dict(kinds).items(), key=lambda pair: pair[1])

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.filter(model=self.value()) if self.value() else queryset


@admin.register(AuditEntry)
class LogAdmin(ReadingAdmin):
    list_display = ["at_local", "said", "reason"]
    list_display_links = ["at_local"]
    list_filter = [KindFilter, "act", "at", ("by", admin.RelatedOnlyFieldListFilter)]
    list_select_related = ["by"]
    search_fields = ["object_name", "words", "reason"]
    change_list_template = "admin/audit/change_list.html"
    change_form_template = "admin/audit/entry.html"
    fields = ["at_local", "who", "sentence", "reason"]

    class Media:
        css = {"all": ["desk/css/log.css"]}

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.export_view)
        return [path("export/", view, name="audit_auditentry_export"), *super().get_urls()]

    @admin.display(description="When")
    def at_local(self, entry: AuditEntry) -> SafeString:
        local = timezone.localtime(entry.at)
        return format_html('<time datetime="{}">{}</time>', entry.at.isoformat(), f"{local:%d %b %Y, %H:%M}")

    @admin.display(description="What was done")
    def said(self, entry: AuditEntry) -> SafeString | str:
        return entry.sentence

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        context = {"title": "Log", "may_export": request.user.has_perm(EXPORT), "query": request.GET.urlencode()}
        return super().changelist_view(request, {**context, **(extra_context or {})})

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        entry = kwargs.get("obj")
        if entry is not None:
            context |= {"title": "Log entry", "subtitle": None, "entry": entry, "address": _address(entry)}
        return super().render_change_form(request, context, *args, **kwargs)

    def history_view(self, request: HttpRequest, object_id: str, extra_context: Any = None) -> HttpResponse:
        """The log has no log; its entry is shown instead."""
        return self.change_view(request, object_id)

    def export_view(self, request: HttpRequest) -> StreamingHttpResponse:
        """Send the entries that the list's filters leave, oldest first, one line per changed field."""
        if not request.user.has_perm(EXPORT):
            raise PermissionDenied
        entries = self.get_changelist_instance(request).get_queryset(request).select_related("by").order_by("id")
        response = StreamingHttpResponse(csv_lines(_lines(entries)), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = f'attachment; filename="log-{timezone.localdate():%Y-%m-%d}.csv"'
        return response


def _lines(entries: Any) -> Iterator[tuple[object, ...]]:
    yield COLUMNS
    for entry in entries.iterator(chunk_size=500):
        start = (entry.at, entry.who, entry.act, entry.kind, entry.object_name)
        for change in entry.changes or [{"label": "", "before": "", "after": ""}]:
            yield (*start, change["label"], change["before"], change["after"], entry.reason)


def _address(entry: AuditEntry) -> str:
    """Return where the row can be looked at; nothing when it has no screen."""
    if entry.act == AuditEntry.Act.DELETED:
        return ""
    try:
        return reverse(f"admin:{entry.model.replace('.', '_')}_change", args=[entry.object_id])
    except NoReverseMatch:
        return ""
