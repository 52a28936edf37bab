"""Pages for what is not there and for what broke. The second needs no database."""

from __future__ import annotations

import re

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.http.response import HttpResponseBase
from django.template.loader import render_to_string
from django.urls import Resolver404, resolve

from public.caching import reader_cache
from public.listing import latest
from public.views import shell

WORD_LIMIT = 8
_WORD = re.compile(r"[^\W\d_]{2,40}")
_FILE_ENDING = re.compile(r"\.[a-z0-9]{1,5}$", re.IGNORECASE)


def anything_else(request: HttpRequest) -> HttpResponseBase:
    """Answer every address that is no other's: add a missing last slash, else say that nothing is there.

    This catch-all is why our own page shows whatever DEBUG says; so it does what APPEND_SLASH would have done.
    """
    lacks_slash = request.method in {"GET", "HEAD"} and not request.path_info.endswith("/")
    if lacks_slash and _is_an_address(f"{request.path_info}/"):
        answer = HttpResponsePermanentRedirect(request.get_full_path(force_append_slash=True))
        return reader_cache(request, answer, tags=["site"], seconds=shell.PAGE_SECONDS)
    return not_found(request)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Offer a search for the words of the address, and the latest stories."""
    context = shell.page(request, title="Page not found", robots=shell.NOT_FOR_ROBOTS)
    context |= {"words": words_of(request.path), "latest": latest()}
    response = shell.send(
        request, "public/404.html", context, tags=["lists"], seconds=shell.MISSING_SECONDS, status=404
    )
    if request.resolver_match and request.resolver_match.app_name != "public":
        response["Cache-Control"] = "private, no-store"
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """Apologise, from a template that asks nothing of the database, or in one sentence where even that fails."""
    try:
        page: str = render_to_string("public/500.html")
    except ValueError:  # the static files were not collected
        page = "<!doctype html><title>Something went wrong</title><p>Something went wrong. Please try again later.</p>"
    response = HttpResponse(page, status=500)
    response["Cache-Control"] = "no-store"
    return response


def words_of(path: str) -> str:
    """Return the words of an address, fit for the search box: `/2026/11/22/river-floods.html` → `river floods`."""
    words = _WORD.findall(_FILE_ENDING.sub("", path.rstrip("/")))
    return " ".join(words[:WORD_LIMIT])


def _is_an_address(path: str) -> bool:
    try:
        return resolve(path).func is not anything_else
    except Resolver404:
        return False
