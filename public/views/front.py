"""The front page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from fronts.filling import fill
from fronts.models import Front
from public import structured_data
from public.views import shell


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the front named `home`; without one, a strip per section of the navigation."""
    sections = shell.top_sections()
    front = Front.objects.filter(slug="home").first()
    strips = fill(front, now=timezone.now(), sections=sections)
    stories = [story for strip in strips for story in strip.stories]
    context = shell.page(
        request,
        title="",
        path=reverse("public:front"),
        jsonld=structured_data.front_nodes(stories),
        sections=sections,
    )
    context["strips"] = strips
    return shell.send(request, "public/front.html", context, tags=["front"], seconds=shell.FRONT_SECONDS)
