"""Sections and sub-sections."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from articles.models import Section
from articles.models.version import Version, VersionQuerySet
from public import structured_data
from public.listing import cut
from public.views import shell


def find_section(section: str, sub: str | None = None) -> Section:
    """Return the section at `/section/` or `/section/sub/`; raises Http404 when there is none."""
    sections = Section.objects.select_related("parent")
    if sub is None:
        return get_object_or_404(sections, parent=None, slug=section)
    return get_object_or_404(sections, parent__slug=section, parent__parent=None, slug=sub)


def stories_in(section: Section, among: VersionQuerySet) -> VersionQuerySet:
    """Return the stories of a section among others, those of its sub-sections with them."""
    if section.parent_id:
        return among.filter(section=section)
    return among.filter(top_section=section)


def feed_address(section: Section) -> str:
    if section.parent:
        return reverse("public:sub-section-feed", args=[section.parent.slug, section.slug])
    return reverse("public:section-feed", args=[section.slug])


@require_safe
def section(request: HttpRequest, section: str, sub: str | None = None) -> HttpResponse:
    """Show a section: its newest story big, the rest below, numbered pages."""
    found = find_section(section, sub)
    stories, pages = cut(request, stories_in(found, Version.objects.live()))
    path = found.get_absolute_url()
    context = shell.page(
        request,
        title=found.name if pages.number == 1 else f"{found.name}, page {pages.number}",
        description=found.description,
        path=path,
        feed=shell.Feed(found.name, feed_address(found)),
        jsonld=structured_data.collection_nodes(found.name, path, stories, trail=structured_data.section_trail(found)),
        section=found,
    )
    has_lead = pages.number == 1 and bool(stories)
    context |= {
        "section": found,
        "sub_sections": _sub_sections(found),
        "lead": stories[0] if has_lead else None,
        "stories": stories[1:] if has_lead else stories,
        "pages": pages,
    }
    return shell.send(request, "public/section.html", context, tags=[f"section:{found.pk}"])


def _sub_sections(section: Section) -> list[shell.Place]:
    """Return the links to a top section's parts; from within one of them, to its neighbours."""
    parts = Section.objects.filter(parent=section.top, is_listed=True).select_related("parent")
    return [shell.Place(part.name, part.get_absolute_url(), is_current=part == section) for part in parts]
