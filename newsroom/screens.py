"""The desk's addresses: our own screens, which belong to no model, before those that Django makes of the models."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib.admin import AdminSite
from django.urls import URLPattern, URLResolver, path

from articles.admin import notifications


def addresses(site: AdminSite) -> tuple[list[URLPattern | URLResolver], str, str]:
    """Return what stands under /desk/, with the admin's namespace."""

    def guarded(view: Callable[..., Any]) -> Callable[..., Any]:
        return site.admin_view(partial(view, site=site))

    own = [
        path("notifications/", guarded(notifications.list_view), name="desk_notifications"),
        path("notifications/read/", guarded(notifications.read_view), name="desk_notifications_read"),
    ]
    return [*own, *site.get_urls()], "admin", site.name
