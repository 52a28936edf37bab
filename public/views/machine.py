"""Small files that browsers and crawlers ask for, and the pictures: robots, manifest, prefetch rules, data mining."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.core.exceptions import SuspiciousFileOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.http import require_safe
from django.views.static import serve

from public.caching import reader_cache

DAY_SECONDS = 86_400
IMMUTABLE = "public, max-age=31536000, immutable"
TRAINING_CRAWLERS = (
    "GPTBot", "ClaudeBot", "CCBot", "Google-Extended", "Applebot-Extended", "meta-externalagent", "Bytespider",
    "PerplexityBot", "Amazonbot",
)  # fmt: skip
ICONS = (("public/img/icon.svg", "any", "image/svg+xml"), ("public/img/icon-512.png", "512x512", "image/png"))


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Keep crawlers off the desk and the search, and those that train models off everything when rights are kept."""
    lines = ["User-agent: *", "Disallow: /desk/", f"Disallow: {reverse('public:search')}", ""]
    if settings.TDM_RESERVED:
        lines += [*(f"User-agent: {name}" for name in TRAINING_CRAWLERS), "Disallow: /", ""]
    lines += [f"Sitemap: {settings.SITE_URL}{reverse(f'public:{name}')}" for name in ("sitemap", "news-sitemap")]
    return _send(request, "\n".join(lines) + "\n", "text/plain; charset=utf-8")


@require_safe
def speculation(request: HttpRequest) -> HttpResponse:
    """Let browsers fetch (never render) the page a reader is about to open."""
    where = [
        {"href_matches": "/*"},
        *({"not": {"href_matches": path}} for path in ("/desk/*", "/media/*", "/*.rss", "/*.xml")),
        {"not": {"selector_matches": "[rel~=nofollow]"}},
    ]
    rules = {"prefetch": [{"source": "document", "where": {"and": where}, "eagerness": "moderate"}]}
    return _send(request, json.dumps(rules), "application/speculationrules+json")


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    return _send(request, json.dumps(_manifest()), "application/manifest+json")


@require_safe
def tdm_reservation(request: HttpRequest) -> HttpResponse:
    """Answer the TDM Reservation Protocol's well-known address; its form is a list, not an object."""
    reservation: dict[str, Any] = {"location": "/", "tdm-reservation": int(settings.TDM_RESERVED)}
    if settings.TDM_RESERVED:
        reservation["tdm-policy"] = settings.SITE_URL + reverse("public:tdm-policy")
    return _send(request, json.dumps([reservation]), "application/json")


@require_safe
def tdm_policy(request: HttpRequest) -> HttpResponse:
    """Say who to ask for a licence to mine text and data, as the protocol's ODRL profile does."""
    policy = {
        "@context": ["http://www.w3.org/ns/odrl.jsonld", {"tdm": "http://www.w3.org/ns/tdmrep#"}],
        "@type": "Offer",
        "profile": "http://www.w3.org/ns/tdmrep",
        "uid": settings.SITE_URL + reverse("public:tdm-policy"),
        "assigner": {"uid": f"{settings.SITE_URL}/", "vcard:fn": settings.SITE_NAME},
        "permission": [{"action": "tdm:mine", "duty": [{"action": "obtainConsent"}]}],
    }
    return _send(request, json.dumps(policy), "application/ld+json")


@require_safe
def media(request: HttpRequest, path: str) -> HttpResponseBase:
    """Serve a picture from the media folder. Names are digests, so a copy may be kept for ever."""
    try:
        response = serve(request, path, document_root=settings.MEDIA_ROOT)
    except SuspiciousFileOperation as error:
        raise Http404("This is no address of a picture.") from error
    response["Cache-Control"] = IMMUTABLE
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _manifest() -> dict[str, Any]:
    return {
        "name": settings.SITE_NAME,
        "short_name": settings.SITE_NAME[:30],
        "description": settings.SITE_TAGLINE,
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "theme_color": "#ffffff",
        "icons": [{"src": static(name), "sizes": sizes, "type": mime} for name, sizes, mime in ICONS],
    }


def _send(request: HttpRequest, text: str, content_type: str) -> HttpResponse:
    return reader_cache(request, HttpResponse(text, content_type=content_type), tags=["site"], seconds=DAY_SECONDS)
