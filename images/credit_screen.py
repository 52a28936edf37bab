"""The page on which a photo editor gives several pictures one credit: ask, show, do, undo."""

from __future__ import annotations

from typing import Any, cast

from django.contrib.admin import ModelAdmin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.auth.models import User
from django.core import signing
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from images import crediting
from images.models import Image

SALT = "newsroom.images.credit"


def credit_page(site: ModelAdmin, request: HttpRequest, queryset: QuerySet[Image]) -> HttpResponse:
    """Answer one step. What was seen travels signed (`seen`), so that nothing rests on what a form pretends."""
    context: dict[str, Any] = {"error": "", "rows": [], "seen": "", "is_done": False, "undo": ""}
    step, credit = request.POST.get("step", "ask"), request.POST.get("credit", "")
    images = list(Image.objects.filter(pk__in=queryset.values("pk")).order_by("pk")[: crediting.MOST + 1])
    if len(images) > crediting.MOST:
        context["error"], step = f"At most {crediting.MOST} pictures at a time.", "ask"
    try:
        if step == "rehearse":
            rows = crediting.rehearse(images, credit)
            seen = {str(row.image.pk): (row.before, row.after) for row in rows}
            context |= {"rows": rows, "seen": signing.dumps(seen, salt=SALT, compress=True)}
        elif step == "do":
            context |= _done(request)
    except ValueError as error:
        context["error"] = str(error)
    context |= {
        **site.admin_site.each_context(request),
        "title": "Set credit",
        "opts": site.opts,
        "images": images,
        "credit": credit,
        "checkbox": ACTION_CHECKBOX_NAME,
        "change_count": sum(row.is_change for row in context["rows"]),
    }
    return TemplateResponse(request, "admin/images/image/credit.html", context)


def _done(request: HttpRequest) -> dict[str, Any]:
    """Set what was seen, and return the rows with what takes it back. Raises ValueError for a forged form."""
    try:
        seen = signing.loads(request.POST.get("seen", ""), salt=SALT, max_age=24 * 3600)
    except signing.BadSignature as error:
        raise ValueError("This page is too old, or was changed. Begin again.") from error
    credits = {int(number): (before, after) for number, (before, after) in seen.items()}
    rows = crediting.give(credits, by=cast("User", request.user), reason=request.POST.get("reason", "")[:300])
    back = {str(row.image.pk): (row.after, row.before) for row in rows if row.is_change}
    return {"rows": rows, "is_done": True, "undo": signing.dumps(back, salt=SALT, compress=True) if back else ""}
