"""The list of what a person was told, and marking it as read. Nobody reads another's."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from articles.models import Article, Notification
from articles.permissions import person_of

ROWS = 50
KINDS = {
    "assigned": "Assigned to you",
    "mention": "You were named",
    "answer": "Answer",
    "note": "Note",
    "sent_back": "Sent back",
    "handover": "Handover",
}


def list_view(request: HttpRequest, *, site: AdminSite) -> HttpResponse:
    """Show what this person was told, the newest first; `?before=` goes further back."""
    mine = Notification.objects.filter(to=person_of(request)).select_related("article").order_by("-at", "-id")
    mine = mine.defer("article__body", "article__how_reported", "article__usage_terms")
    before = request.GET.get("before", "")
    if before.isdecimal() and len(before) < 12:
        last = get_object_or_404(mine, pk=before)
        mine = mine.filter(at__lt=last.at) | mine.filter(at=last.at, pk__lt=last.pk)
    rows = list(mine[: ROWS + 1])
    for row in rows:
        row.kind_label = KINDS.get(row.kind, row.kind.replace("_", " ").capitalize())  # type: ignore[attr-defined]
    context = {
        **site.each_context(request),
        "title": "Notifications",
        "opts": Article._meta,
        "notifications": rows[:ROWS],
        "older": rows[ROWS - 1].pk if len(rows) > ROWS else None,
        "is_older": bool(before),
    }
    return TemplateResponse(request, "admin/desk/notifications.html", context)


def read_view(request: HttpRequest, *, site: AdminSite) -> HttpResponse:
    """Mark one thing as read (`id`), or all that is older than `until`; with `open` go to what it is about."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    unread = Notification.objects.filter(to=person_of(request), read_at=None)
    number, now = request.POST.get("id", ""), timezone.now()
    if number == "all":
        newest = request.POST.get("newest", "")
        if not (newest.isdecimal() and len(newest) < 12):
            raise Http404("Up to which?")
        unread.filter(pk__lte=newest).update(read_at=now)
        messages.success(request, "All read.")
        return HttpResponseRedirect(reverse("admin:desk_notifications"))
    if not (number.isdecimal() and len(number) < 12):
        raise Http404("No such notification.")
    row = get_object_or_404(Notification, pk=number)
    if row.to_id != request.user.pk:
        raise PermissionDenied
    unread.filter(pk=row.pk).update(read_at=now)
    if "open" in request.POST:
        return HttpResponseRedirect(_address(row))
    return HttpResponseRedirect(reverse("admin:desk_notifications"))


def _address(row: Notification) -> str:
    """Return where the thing it tells of is to be seen."""
    if row.kind == "handover":
        number = row.key.partition(":")[2]
        return reverse("admin:articles_handover_change", args=[number])
    if row.article_id is None:
        return reverse("admin:desk_notifications")
    return reverse("admin:articles_article_change", args=[row.article_id])
