"""The desk's addresses: our own screens, which belong to no model, before those that Django makes of the models."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import URLPattern, URLResolver, path
from django.utils import timezone

from articles import takedowns
from articles.admin import bulk, calendar, desk, notifications, planning, tabs
from articles.permissions import may, person_of
from articles.preferences import seat_of
from newsroom import problem_screens
from newsroom.models import Heartbeat
from wire.advisories import killed_uses

ALARMS = 12
PART = "text/x-part"  # what a script asks for when it wants the part that changes


def landing_view(request: HttpRequest, *, site: AdminSite) -> HttpResponse:
    """Show the desk; to a script that refreshes it, only the part that changes."""
    now, is_part = timezone.now(), request.headers.get("Accept") == PART
    frame: dict[str, Any] = {} if is_part else site.each_context(request)
    context: dict[str, Any] = {"now": timezone.localtime(now), "time_zone": settings.TIME_ZONE, "title": "Desk"}
    if may(request.user, "view"):
        seat = frame["seat"] if frame else seat_of(person_of(request))
        beat = Heartbeat.last()
        context |= {
            **desk.context(request, now, seat),
            "seat": seat,
            "killed_uses": list(killed_uses()[:ALARMS]),
            "beat_at": beat,
            "beat_seconds": max(0, int((now - beat).total_seconds())) if beat else None,
            "worker_is_late": Heartbeat.is_late_at(beat, now),
            "takedowns": takedowns.waiting(now) if takedowns.may_decide(request.user) else {},
        }
    if is_part:
        return TemplateResponse(request, "admin/desk/live.html", context)
    return TemplateResponse(request, "admin/desk.html", {**frame, **context})


def addresses(site: AdminSite) -> tuple[list[URLPattern | URLResolver], str, str]:
    """Return what stands under /desk/, with the admin's namespace."""

    def guarded(view: Callable[..., Any]) -> Callable[..., Any]:
        return site.admin_view(partial(view, site=site))

    own = [
        path("", guarded(landing_view), name="index"),
        path("keys/", guarded(desk.keys_view), name="desk_keys"),
        path("preferences/", guarded(desk.preferences_view), name="desk_preferences"),
        path("tabs/", guarded(tabs.tabs_view), name="desk_tabs"),
        path("bulk/", guarded(bulk.bulk_view), name="desk_bulk"),
        path("calendar/", guarded(calendar.calendar_view), name="desk_calendar"),
        path("calendar/key/", guarded(calendar.key_view), name="desk_calendar_key"),
        path("calendar/feed/<str:token>.ics", calendar.feed_view, name="desk_calendar_feed"),  # the address is the key
        path("plan/", guarded(planning.plan_view), name="desk_plan"),
        path("story/<int:object_id>/assign/", guarded(planning.assign_view), name="desk_assign"),
        path("story/<int:object_id>/<slug:act>/", guarded(desk.act_view), name="desk_act"),
        path("problem/", guarded(problem_screens.report_view), name="desk_problem"),
        path("notifications/", guarded(notifications.list_view), name="desk_notifications"),
        path("notifications/read/", guarded(notifications.read_view), name="desk_notifications_read"),
    ]
    return [*own, *site.get_urls()], "admin", site.name
