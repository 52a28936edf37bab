"""The desk: our own admin site. Its menu follows the work, not the apps; its own screens are in newsroom.screens."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.module_loading import import_string

from articles.permissions import may
from articles.preferences import Seat, seat_of

# Heading → models in the order people reach for them; what is not named comes last under Settings
MENU = (
    ("Stories", ("Article", "HistoryEntry", "Handover", "Takedown")),
    ("Wire", ("WireItem", "Delivery")),
    ("Pictures", ("Image",)),
    ("Fronts", ("Front", "Container", "Slot")),
    ("Tags and sources", ("Tag", "TagAlias", "Source", "RightsProfile")),
    ("People", ("Author", "User", "Group")),
    ("Settings", ("Section", "CheckRule", "StyleRule", "AuditEntry")),
)


class DeskSite(AdminSite):
    """Django's admin with our name and menu."""

    site_title = "Newsroom"
    index_title = "Desk"
    enable_nav_sidebar = True

    @property
    def site_header(self) -> str:  # type: ignore[override]
        return settings.SITE_NAME

    def get_urls(self) -> list[Any]:
        def guarded(view: Callable[..., Any]) -> Any:
            return self.admin_view(partial(view, site=self))

        of_the_site = import_string("public.desk.addresses")  # its modules need this site to register with
        return [*of_the_site(guarded), *super().get_urls()]

    def each_context(self, request: HttpRequest) -> dict[str, Any]:
        return {**super().each_context(request), **_of_person(request.user)}

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        apps = super().get_app_list(request, app_label)
        if app_label:
            return apps
        models = {model["object_name"]: model for app in apps for model in app["models"]}
        menu = []
        for heading, names in MENU:
            rows = [models.pop(name) for name in names if name in models]
            menu.append(self._heading(heading, rows))
        menu[-1]["models"] += models.values()
        return [entry for entry in menu if entry["models"]]

    def _heading(self, name: str, models: list[dict[str, Any]]) -> dict[str, Any]:
        label = name.lower().replace(" ", "-")
        return {"name": name, "app_label": label, "app_url": "", "has_module_perms": True, "models": models}


def _of_person(user: User | AnonymousUser) -> dict[str, Any]:
    """Return what every screen shows of its person; the database is asked when a screen shows it, and once."""
    seat = SimpleLazyObject(lambda: seat_of(user) if isinstance(user, User) else Seat())
    return {
        "seat": seat,
        "unread_count": SimpleLazyObject(lambda: seat.unread_count),
        "may_begin": SimpleLazyObject(lambda: may(user, "create")),
    }
