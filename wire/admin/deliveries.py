"""What arrived and what became of it, with the bytes themselves to look at."""

from __future__ import annotations

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.defaultfilters import filesizeformat
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from audit.admin import ReadingAdmin
from wire.admin import marks
from wire.models import Delivery

OUTCOME_CHIPS = {
    Delivery.Outcome.RECEIVED: "in-review",
    Delivery.Outcome.TAKEN_IN: "live",
    Delivery.Outcome.REJECTED: "killed",
}


@admin.register(Delivery)
class DeliveryAdmin(ReadingAdmin):
    fields = ["source", "name", "format", "size_bytes", "received_at", "result", "problem", "sha256", "bytes_link"]
    readonly_fields = ["result", "bytes_link"]
    list_display = ["what_came", "what_became", "bytes_link"]
    list_filter = ["outcome", "source", "format"]
    list_select_related = ["source"]
    search_fields = ["name", "problem"]

    class Media:
        css = {"all": ["desk/css/wire.css"]}

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.bytes_view)
        return [path("<int:pk>/bytes/", view, name="wire_delivery_bytes"), *super().get_urls()]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Delivery]:
        return super().get_queryset(request).defer("payload")

    @admin.display(description="What came", ordering="received_at")
    def what_came(self, delivery: Delivery) -> SafeString:
        return format_html(
            '<span class="wire-file">{}</span> <span class="wire-facts"><strong>{}</strong> {} {} {}</span>',
            delivery.name,
            delivery.source,
            marks.age(delivery.received_at),
            delivery.format,
            filesizeformat(delivery.size_bytes),
        )

    @admin.display(description="What became of it", ordering="outcome")
    def what_became(self, delivery: Delivery) -> SafeString:
        return format_html('{} <span class="wire-quiet">{}</span>', self.result(delivery), delivery.problem)

    @admin.display(description="Outcome")
    def result(self, delivery: Delivery) -> SafeString:
        css = OUTCOME_CHIPS[Delivery.Outcome(delivery.outcome)]
        return format_html('<span class="chip chip-{} wire-chip">{}</span>', css, delivery.get_outcome_display())

    @admin.display(description="As it came")
    def bytes_link(self, delivery: Delivery) -> SafeString:
        address = reverse("admin:wire_delivery_bytes", args=[delivery.pk])
        return format_html('<a href="{}">Download<span class="visually-hidden"> {}</span></a>', address, delivery.name)

    def bytes_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Send the bytes as a text file to save; never as anything a browser would show or run."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        delivery = get_object_or_404(Delivery, pk=pk)
        return HttpResponse(
            bytes(delivery.payload),
            content_type="text/plain; charset=utf-8",
            headers={
                "Content-Disposition": f'attachment; filename="delivery-{delivery.pk}.txt"',
                "X-Content-Type-Options": "nosniff",
            },
        )
