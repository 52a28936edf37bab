"""The desk: our own admin site. Its menu is in newsroom.navigation, its own screens are in newsroom.screens."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.auth.models import AnonymousUser, User
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.module_loading import import_string

from articles.permissions import may
from articles.preferences import Seat, seat_of
from newsroom import navigation


class DeskSite(AdminSite):
    """Django's admin with our name and our menu."""

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
        context = super().each_context(request)
        has_menu = navigation.is_wanted(request)
        menu = navigation.lines(request, context["available_apps"]) if has_menu else []
        return {**context, "is_nav_sidebar_enabled": has_menu, **_of_person(request.user, menu)}


def _of_person(user: User | AnonymousUser, menu: list[navigation.Line]) -> dict[str, Any]:
    """Return what every screen shows of its person; the database is asked when a screen shows it, and once."""

    def sit_down() -> Seat:
        if not isinstance(user, User):
            return Seat()
        return seat_of(user, work=navigation.work(user, timezone.now(), navigation.names(menu)))

    seat = SimpleLazyObject(sit_down)
    return {
        "seat": seat,
        "unread_count": SimpleLazyObject(lambda: seat.unread_count),
        "menu": SimpleLazyObject(lambda: list(navigation.counted(menu, seat.counts))),
        "may_begin": SimpleLazyObject(lambda: may(user, "create")),
    }
