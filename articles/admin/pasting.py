"""Answers the body editor after a paste: what was kept, what was taken out. Nothing is stored."""

from __future__ import annotations

from django.contrib.admin import AdminSite
from django.core.cache import cache
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_POST

from articles import pasting
from articles.permissions import may, person_of
from articles.richtext import BodyError

PER_MINUTE = 60
TOO_LARGE, TOO_MANY = 413, 429


@require_POST
def receipt_view(request: HttpRequest, *, site: AdminSite) -> JsonResponse:
    """Compare what was pasted (`pasted`) with what the editor put in (`inserted`), both HTML; answer with sentences.

    Anybody who writes stories may ask, sixty times a minute.
    """
    if not (may(request.user, "create") or may(request.user, "edit")):
        raise PermissionDenied
    if _asks_too_often(person_of(request).pk):
        return JsonResponse({"sentence": "So many pastes at once are not examined."}, status=TOO_MANY)
    try:
        receipt = pasting.receipt_of_paste(request.POST.get("pasted", ""), request.POST.get("inserted", ""))
    except BodyError as error:
        return JsonResponse({"sentence": str(error)}, status=TOO_LARGE)
    return JsonResponse({"sentence": receipt.sentence, "is_loss": receipt.is_loss})


def _asks_too_often(person: int) -> bool:
    key = f"paste-receipts-{person}"
    cache.add(key, 0, timeout=60)
    try:
        return cache.incr(key) > PER_MINUTE
    except ValueError:  # it expired in this moment
        return False
