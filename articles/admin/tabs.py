"""Keeping, renaming and deleting the tabs of a list. Nobody touches another's."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse

from articles import filters
from articles.models import SavedFilter
from articles.permissions import person_of
from articles.workflow import WorkflowError

ADDRESSES = {"desk": "admin:index", "stories": "admin:articles_article_changelist"}


def tabs_view(request: HttpRequest, *, site: AdminSite) -> HttpResponse:
    """Add a tab for a list's present question (`act` add), or rename or delete one, and go back to the list."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    user, values = person_of(request), request.POST
    place, act, query = values.get("place", ""), values.get("act", ""), filters.tidy(values.get("query", ""))
    if place not in ADDRESSES or act not in ("add", "rename", "delete"):
        raise Http404("No such tab.")
    try:
        if act == "add":
            filters.keep(user, place, name=values.get("name", ""), query=query)
        else:
            number = values.get("id", "")
            if not (number.isdecimal() and len(number) < 12):
                raise Http404("No such tab.")
            row = get_object_or_404(SavedFilter, pk=number, user=user, place=place)
            if act == "rename":
                filters.rename(row, values.get("name", ""))
            else:
                row.delete()
                messages.success(request, f"The tab “{row.name}” is gone.")
    except WorkflowError as error:
        messages.error(request, error.message)
    address = reverse(ADDRESSES[place])
    return HttpResponseRedirect(f"{address}?{query}" if query else address)
