"""Gives each surface its headers: the desk's nonce policy or the readers' closed one, and privacy headers for both."""

from __future__ import annotations

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

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
