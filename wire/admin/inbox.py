"""The wire as the desk reads it: the newest version of each item, a page for each, and the button for a story."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from articles.richtext import clean_body
from audit.admin import ReadingAdmin
from images.validation import BadImage, sniff
from wire.admin import marks
from wire.models import WireItem, WireUse
from wire.promote import PERMISSIONS, PromoteError, attachment_of, promote, story_of

# Long columns that no list shows
LONG_FIELDS = ("body", "ednote", "usage_terms", "names")


class Inbox(ChangeList):
    """The list holds the newest versions only; older ones are reached from an item's page."""

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> QuerySet[WireItem]:
        items = super().get_queryset(request, exclude_parameters)
        return marks.with_story(items.filter(is_latest=True)).defer(*LONG_FIELDS)


class CarriesFilter(admin.SimpleListFilter):
    title = "what it carries"
    parameter_name = "carries"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("picture", "A picture"), ("embargo", "An embargo in force"), ("warnings", "Something to look at")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[WireItem]) -> QuerySet[WireItem]:
        match self.value():
            case "picture":
                return queryset.exclude(pictures=[])
            case "embargo":
                return queryset.filter(marks.in_force(timezone.now()))
            case "warnings":
                return queryset.exclude(warnings=[])
            case _:
                return queryset


@admin.register(WireItem)
class WireItemAdmin(ReadingAdmin):
    fields = ["headline"]
    list_display = ["urgency_mark", "story"]
    list_display_links = None
    list_filter = ["source", "standing", "pubstatus", "urgency", CarriesFilter]
    list_select_related = ["source"]
    search_fields = ["headline", "slugline", "standfirst", "guid"]

    class Media:
        css = {"all": ["desk/css/wire.css"]}

    def get_urls(self) -> list[URLPattern]:
        site = self.admin_site
        return [
            path("<int:pk>/make-story/", site.admin_view(self.make_story_view), name="wire_wireitem_make_story"),
            path("<int:pk>/picture/<int:place>/", site.admin_view(self.picture_view), name="wire_wireitem_picture"),
            *super().get_urls(),
        ]

    # The list
    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return Inbox

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return super().changelist_view(request, {"title": "Wire", **(extra_context or {})})

    def get_list_display(self, request: HttpRequest) -> list[Any]:
        may_promote = request.user.has_perms(PERMISSIONS)

        @admin.display(description="Our story")
        def our_story(item: WireItem) -> SafeString | str:
            return marks.story_or_button(item, story_id=item.story_id, may_promote=may_promote)  # type: ignore[attr-defined]

        return [*self.list_display, our_story]

    @admin.display(description="Urgency", ordering="urgency")
    def urgency_mark(self, item: WireItem) -> SafeString:
        return marks.urgency(item)

    @admin.display(description="Item", ordering="received_at")
    def story(self, item: WireItem) -> SafeString:
        """One cell, so that the list fits a phone: headline, slugline, then what one needs to judge it."""
        return format_html(
            '<a class="wire-headline" href="{}">{}</a> <span class="wire-quiet">{}</span>'
            '<span class="wire-facts"><strong>{}</strong> {} <span>Version {}</span> <span>{}</span> {}</span>',
            reverse("admin:wire_wireitem_change", args=[item.pk]),
            item.headline,
            item.slugline,
            item.source,
            marks.age(item.received_at),
            item.version,
            item.get_standing_display(),
            marks.chips(item),
        )

    # One item
    def render_change_form(
        self,
        request: HttpRequest,
        context: dict[str, Any],
        add: bool = False,
        change: bool = False,
        form_url: str = "",
        obj: WireItem | None = None,
    ) -> HttpResponse:
        if obj is not None:
            context |= _page(obj, may_promote=request.user.has_perms(PERMISSIONS))
        return super().render_change_form(request, context, add, change, form_url, obj)

    def picture_view(self, request: HttpRequest, pk: int, place: int) -> HttpResponse:
        """Send the file of an item's picture; `place` counts from 0. Only what is a picture by its bytes is sent."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        item = get_object_or_404(WireItem, pk=pk)
        name = item.pictures[place]["file"] if place < len(item.pictures) else ""
        attachment = attachment_of(item, name) if name else None
        if attachment is None:
            raise Http404("There is no file of this picture.")
        payload = bytes(attachment.payload)
        try:
            mime = f"image/{sniff(payload).lower()}"
        except BadImage as problem:
            raise Http404("The file is no picture.") from problem
        return HttpResponse(payload, content_type=mime, headers={"X-Content-Type-Options": "nosniff"})

    def make_story_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Make a story of the item and go to it; refusals are shown on the item's page."""
        if request.method != "POST":
            return HttpResponseNotAllowed(["POST"])
        if not request.user.has_perms(PERMISSIONS):
            raise PermissionDenied
        item = get_object_or_404(WireItem.objects.select_related("source__rights"), pk=pk)
        is_known = story_of(item) is not None
        try:
            article = promote(item, by=request.user)
        except PromoteError as problem:
            messages.error(request, problem.message)
            return HttpResponseRedirect(reverse("admin:wire_wireitem_change", args=[pk]))
        if is_known:
            messages.info(request, f"A story was made of this {item.source} item before. Here it is.")
        else:
            messages.success(request, f"This draft was made of the {item.source} item, version {item.version}.")
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))


def _page(item: WireItem, *, may_promote: bool) -> dict[str, Any]:
    """Return what the page of one item shows."""
    of_item = WireItem.objects.filter(source=item.source_id, guid=item.guid)
    story = story_of(item)
    return {
        "title": item.headline,
        "subtitle": None,
        "item": item,
        # clean_body is the one sanitiser of the project; the text passed it when it came in, too
        "safe_body": mark_safe(clean_body(item.body)),
        "chips": marks.chips(item),
        "pictures": [_picture(item, place) for place in range(len(item.pictures))],
        "versions": of_item.defer(*LONG_FIELDS).order_by("-is_latest", "-id"),
        "uses": WireUse.objects.filter(item__in=of_item).select_related("article", "item", "by").order_by("-at"),
        "action": marks.story_or_button(item, story_id=story.pk if story else None, may_promote=may_promote),
    }


def _picture(item: WireItem, place: int) -> dict[str, Any]:
    """Return a picture as sent, with the address of its file where it came."""
    wanted = item.pictures[place]
    has_file = bool(wanted["file"]) and attachment_of(item, wanted["file"]) is not None
    address = reverse("admin:wire_wireitem_picture", args=[item.pk, place]) if has_file else ""
    return {**wanted, "address": address}
