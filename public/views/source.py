"""A source's page: what the agency is, how we use its copy, and what we ran of it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models.version import Version, VersionQuerySet
from public import structured_data
from public.listing import cut
from public.views import shell
from sources.models import Source


def find_source(slug: str) -> Source:
    """Return the source at this address; raises Http404 when there is none."""
    return get_object_or_404(Source.objects.select_related("rights"), slug=slug)


def stories_from(source: Source, among: VersionQuerySet) -> VersionQuerySet:
    return among.filter(source=source)


@require_safe
def source(request: HttpRequest, slug: str) -> HttpResponse:
    found = find_source(slug)
    stories, pages = cut(request, stories_from(found, Version.objects.live()))
    path = found.get_absolute_url()
    context = shell.page(
        request,
        title=found.name if pages.number == 1 else f"{found.name}, page {pages.number}",
        description=found.description,
        path=path,
        feed=shell.Feed(found.name, reverse("public:source-feed", args=[found.slug])),
        jsonld=structured_data.collection_nodes(
            found.name, path, stories, trail=[(found.name, path)], about=structured_data.source_thing(found)
        ),
    )
    context |= {"source": found, "stories": stories, "pages": pages}
    return shell.send(request, "public/source.html", context, tags=[f"source:{found.pk}"])
