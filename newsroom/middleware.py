"""What every request passes: NUL is taken out of what comes in; what goes out gets its surface's headers, the desk's
nonce policy or the readers' closed one, and privacy headers for both."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest, QueryDict, UnreadablePostError
from django.http.response import HttpResponseBase

logger = logging.getLogger(__name__)
DESK = "/desk/"
PERMISSIONS_POLICY = "camera=(), microphone=(), geolocation=(), browsing-topics=()"


def client_address(request: HttpRequest) -> str:
    """Return whose wrong passwords are counted: the peer, or behind our own proxy the last address that it added."""
    forwarded = request.headers.get("X-Forwarded-For", "").split(",")[-1].strip()
    return forwarded if settings.BEHIND_PROXY and forwarded else request.META.get("REMOTE_ADDR", "")


class SurfaceMiddleware(CSPMiddleware):
    """django-csp with two policies, chosen by address. The nonce exists on the desk alone."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if request.path.startswith(DESK) and not report_only:
            parts.config = settings.DESK_CSP
        return parts

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        if request.path.startswith(DESK):
            response.headers.setdefault("Cache-Control", "private, no-store")
            response.headers.setdefault("X-Robots-Tag", "noindex")
        return super().process_response(request, response)


class NonsenseMiddleware:
    """Lets no nonsense break a page.

    NUL is taken out of queries, forms and cookies before anything reads them: no text has one, PostgreSQL stores none,
    and a person who pastes one should lose nothing else. An address with a NUL in its path leads nowhere.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if "\0" in request.path_info:
            raise Http404("No address has a NUL.")
        if "%00" in request.META.get("QUERY_STRING", ""):
            request.GET = _without_nul(request.GET)  # type: ignore[assignment]  # as lists in it are kept
            request.META["QUERY_STRING"] = request.GET.urlencode()
        for name, value in request.COOKIES.items():
            request.COOKIES[name] = value.replace("\0", "")
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], *arguments: Any) -> None:
        """Do the same to a form; what the check of its token does not read is left to its view."""
        if request.method != "POST" or getattr(view, "csrf_exempt", False):
            return
        try:
            posted = request.POST
        except UnreadablePostError:
            return  # the sender is gone; the check of the token says so
        if any("\0" in text for name, values in posted.lists() for text in (name, *values)):
            request.POST = _without_nul(posted)  # type: ignore[assignment]  # Django lets it be replaced

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer 400 where an address asks for a row by a number that no database holds; forms check their own."""
        if request.method not in ("GET", "HEAD") or not isinstance(error, OverflowError | DataError):
            return None
        logger.warning("No row can have the number in %s: %s", request.path, type(error).__name__)
        sentence = "This address asks for something that cannot be. Nothing was changed. Go back and ask again."
        return HttpResponseBadRequest(sentence, content_type="text/plain; charset=utf-8")


def _without_nul(data: QueryDict) -> QueryDict:
    cleaned = QueryDict(mutable=True, encoding=data.encoding)
    for name, values in data.lists():
        for value in values:
            cleaned.appendlist(name.replace("\0", ""), value.replace("\0", ""))
    cleaned._mutable = False
    return cleaned
