"""The calendar on the desk: a week, a day or a list, and the address that other programs read it at."""

from __future__ import annotations

from datetime import UTC, date, timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_date

from articles import agenda, calendar_feed, desk
from articles.models import Article
from articles.permissions import may, person_of

LENGTHS = {"week": 7, "day": 1, "list": 28}
ACTS = {"renew": calendar_feed.renew, "off": calendar_feed.switch_off}


def calendar_view(request: HttpRequest, *, site: AdminSite) -> HttpResponse:
    """Show `?view=` week, day or list from `?date=`; what is nonsense is this week."""
    if not may(request.user, "view"):
        raise PermissionDenied
    now = timezone.now()
    view = request.GET.get("view", "week")
    view = view if view in LENGTHS else "week"
    today = timezone.localdate(now)
    asked = _day(request.GET.get("date", "")) or today
    first = agenda.week_of(asked) if view == "week" else asked
    length = timedelta(days=LENGTHS[view])
    found = agenda.days(first, LENGTHS[view])
    token = calendar_feed.token_of(person_of(request))
    context: dict[str, Any] = {
        **site.each_context(request),
        "title": "Calendar",
        "opts": Article._meta,
        "days": [day for day in found if day.entries or view != "list"],
        "view": view,
        "asked": asked,
        "first": first,
        "last": first + length - timedelta(days=1),
        "today": today,
        "earlier": first - length,
        "later": first + length,
        "now": timezone.localtime(now),
        "time_zone": settings.TIME_ZONE,
        "change": changes_of_clock(first, LENGTHS[view]),
        "embargoes": desk.embargoes(now),
        "may_schedule": may(request.user, "schedule"),
        "feed": request.build_absolute_uri(reverse("admin:desk_calendar_feed", args=[token])) if token else "",
    }
    return TemplateResponse(request, "admin/desk/calendar.html", context)


def changes_of_clock(first: date, count: int) -> str:
    """Say on which of these days the newsroom's clocks change, or nothing."""
    said = []
    for day in (first + timedelta(days=number) for number in range(count)):
        begins, ends = (agenda.begins(each).astimezone(UTC) for each in (day, day + timedelta(days=1)))
        hours = (ends - begins).total_seconds() / 3600  # in UTC: two times of one zone are subtracted by the wall clock
        if hours != 24:
            said.append(f"{day:%A} {day.day} {day:%B} has {hours:g} hours: the clocks change.")
    return " ".join(said)


def key_view(request: HttpRequest, *, site: AdminSite) -> HttpResponse:
    """Make a new address for other programs, or switch it off; either ends the one before."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    if not may(request.user, "view"):
        raise PermissionDenied
    act = request.POST.get("act", "")
    if act not in ACTS:
        raise Http404("No such act.")
    ACTS[act](person_of(request))
    messages.success(request, "The address before this one has ended." if act == "renew" else "The address has ended.")
    return HttpResponseRedirect(reverse("admin:desk_calendar") + "#feed")


def feed_view(request: HttpRequest, token: str) -> HttpResponse:
    """Answer a calendar program, which cannot sign in: the address itself is the key."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    if calendar_feed.owner_of(token) is None:
        raise Http404("No such calendar.")
    response = HttpResponse(calendar_feed.text(timezone.now()), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="desk.ics"'
    response["Cache-Control"] = "private, no-store"
    return response


def _day(text: str) -> date | None:
    try:
        day = parse_date(text)
    except ValueError:
        return None
    return day if day and 2000 <= day.year <= 2200 else None
