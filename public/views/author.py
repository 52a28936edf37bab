"""An author's page: who they are, and what they wrote."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models.version import Version, VersionQuerySet
from authors.models import Author
from public import structured_data
from public.listing import cut
from public.views import shell


def find_author(slug: str) -> Author:
    """Return the author at this address; raises Http404 when there is none."""
    authors = Author.objects.select_related("portrait").prefetch_related("portrait__renditions")
    return get_object_or_404(authors, slug=slug)


def stories_by(author: Author, among: VersionQuerySet) -> VersionQuerySet:
    return among.filter(version_authors__author=author)


@require_safe
def author(request: HttpRequest, slug: str) -> HttpResponse:
    found = find_author(slug)
    stories, pages = cut(request, stories_by(found, Version.objects.live()))
    context = shell.page(
        request,
        title=found.name if pages.number == 1 else f"{found.name}, page {pages.number}",
        description=found.bio or found.role,
        path=found.get_absolute_url(),
        og=[("og:type", "profile")],
        feed=shell.Feed(found.name, reverse("public:author-feed", args=[found.slug])),
        jsonld=structured_data.profile_nodes(found),
    )
    context |= {"author": found, "stories": stories, "pages": pages}
    return shell.send(request, "public/author.html", context, tags=[f"author:{found.pk}"])
