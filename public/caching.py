"""The headers every reader's page leaves with: how long it may be kept, what empties it, and when 304 is enough.
Nothing here looks at who is reading, so that one copy serves everybody."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Iterable
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.utils.http import http_date

STYLESHEET = "public/css/site.css"
FONTS = ("public/fonts/display-latin.woff2", "public/fonts/text-latin.woff2")
STALE = ", stale-while-revalidate=600, stale-if-error=86400"
WORTH_COMPRESSING_BYTES = 1024
_LANGUAGE_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def reader_cache(
    request: HttpRequest,
    response: HttpResponse,
    *,
    tags: Iterable[str],
    seconds: int,
    modified: datetime | None = None,
    language: str = "",
) -> HttpResponse:
    """Return `response` with its caching headers, as 304 when the reader has it already, else compressed.

    `tags` are those of the history (`article:7`, `section:2`, `front`, `lists`): a purge of one empties the page.
    `modified` None leaves Last-Modified out; then the ETag alone decides.
    """
    succeeded = response.status_code == 200
    response["Cache-Control"] = f"public, max-age={seconds}{STALE if succeeded else ''}"
    response["Surrogate-Key"] = " ".join(dict.fromkeys(tags))
    response["Vary"] = "Accept-Encoding"
    response["Content-Language"] = language_tag(language)
    if settings.TDM_RESERVED:
        response["TDM-Reservation"] = "1"
        response["TDM-Policy"] = settings.SITE_URL + reverse("public:tdm-policy")
    if response["Content-Type"].startswith("text/html"):
        response["Link"] = preloads()
        response["Speculation-Rules"] = f'"{reverse("public:speculation")}"'
    if succeeded:
        response = _conditional(request, response, modified)
    return _compressed(request, response)


def language_tag(language: str) -> str:
    """Return `language` in BCP 47's usual case (en-GB), or the site's own when it is not shaped like a tag."""
    primary, *rest = (language if _LANGUAGE_TAG.fullmatch(language) else settings.LANGUAGE_CODE).split("-")
    return "-".join([primary.lower(), *(part.upper() if len(part) == 2 else part for part in rest)])


def preloads() -> str:
    """Return the Link header that lets a proxy send early hints: the stylesheet and the fonts above the fold."""
    links = [f"<{static(STYLESHEET)}>; rel=preload; as=style"]
    links += [f'<{static(font)}>; rel=preload; as=font; type="font/woff2"; crossorigin' for font in FONTS]
    return ", ".join(links)


def _conditional(request: HttpRequest, response: HttpResponse, modified: datetime | None) -> HttpResponse:
    etag = f'W/"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    response["ETag"] = etag
    stamp = int(modified.timestamp()) if modified else None
    if stamp is not None:
        response["Last-Modified"] = http_date(stamp)
    answer = get_conditional_response(request, etag, stamp, response) or response
    if answer is not response:
        # Django keeps six headers on a 304; a shared cache also needs to know what empties the copy
        answer["Surrogate-Key"] = response["Surrogate-Key"]
    return answer


def _compressed(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Compress a long body for those who take it. Readers' pages carry no secret that its length could tell."""
    if len(response.content) > WORTH_COMPRESSING_BYTES and _takes_gzip(request.headers.get("Accept-Encoding", "")):
        response.content = gzip.compress(response.content, compresslevel=6, mtime=0)
        response["Content-Encoding"] = "gzip"
    response["Content-Length"] = str(len(response.content))
    return response


def _takes_gzip(accepted: str) -> bool:
    for offer in accepted.lower().split(","):
        coding, _, weight = offer.replace(" ", "").partition(";q=")
        if coding == "gzip":
            return weight.strip("0.") != "" or not weight
    return False
