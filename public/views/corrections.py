"""The public log of corrections and clarifications."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models.version import Version
from public import structured_data
from public.listing import cut
from public.views import shell

TITLE = "Corrections"
DESCRIPTION = "What we got wrong or said unclearly, and what is right."


@require_safe
def corrections(request: HttpRequest) -> HttpResponse:
    notes, pages = cut(request, Version.objects.live_notes(), key="pk")
    path = reverse("public:corrections")
    context = shell.page(
        request,
        title=TITLE if pages.number == 1 else f"{TITLE}, page {pages.number}",
        description=DESCRIPTION,
        path=path,
        feed=shell.Feed(TITLE, reverse("public:corrections-feed")),
        jsonld=structured_data.collection_nodes(TITLE, path, notes, trail=[(TITLE, path)]),
    )
    context |= {"notes": notes, "pages": pages}
    return shell.send(request, "public/corrections.html", context, tags=["lists"])
