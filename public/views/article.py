"""One story at its address: the live version, the notice where it was withdrawn, or a way to the clean address."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles.models.version import Change, Version, VersionTag
from public import pictures, structured_data
from public.caching import reader_cache
from public.listing import latest
from public.views import shell
from tags.models import Tag

RELATED_COUNT = 4
CANDIDATE_COUNT = 24
OLD = timedelta(days=30)
SHARE_PICTURE_PX = 1200
GONE, LEGAL = 410, 451
CORRECTS = frozenset({Change.CORRECTION, Change.CLARIFICATION})  # these give a story its page of what changed


@require_safe
def story(request: HttpRequest, year: str, month: str, day: str, slug: str) -> HttpResponse:
    """Show the story; 410 with a notice when it was withdrawn or killed (451 for legal reasons, RFC 7725), 301 when
    only the spelling is off or the story has another address now."""
    path = f"{year}/{month}/{day}/{slug.lower()}"
    found = Version.objects.live().filter(path=path).select_related("section__parent", "source", "picture").first()
    if found is None:
        return _elsewhere(request, path) or _gone(request, path)
    if request.path != found.get_absolute_url():
        return _moved(request, found)
    return _show(request, found)


def current_at_former(path: str) -> Version | None:
    """Return what stands now at the present address of the story that once had the address `path`: live, or a notice.

    None when no story had it, or when the story has no public address any more.
    """
    former = {"article__former_addresses__path": path}
    shown = ("article_id", "path", "change")
    live = Version.objects.live().filter(**former).only(*shown).first()
    return live or Version.objects.gone().filter(**former).only(*shown).first()


def _elsewhere(request: HttpRequest, path: str) -> HttpResponse | None:
    current = current_at_former(path)
    return _moved(request, current) if current and current.path != path else None


def related_to(story: Version) -> list[Version]:
    """Return up to four other stories: those sharing most tags, then those of its section, newest first.

    A story that is only composed (public.preview) has its tags by name alone.
    """
    live = Version.objects.live().exclude(article_id=story.article_id)
    own = {tag["slug"] for tag in story.tag_names}
    tags = VersionTag.objects.filter(version_id=story.pk).values("tag_id")
    if story.pk is None:
        tags = Tag.objects.filter(slug__in=own).values("pk")
    tagged = VersionTag.objects.filter(tag_id__in=tags).values("version_id")
    alike = live.filter(pk__in=tagged).values("pk")[:CANDIDATE_COUNT]
    near = live.filter(section_id=story.section_id).values("pk")[:RELATED_COUNT]

    def likeness(other: Version) -> int:
        return len(own & {tag["slug"] for tag in other.tag_names})

    candidates = live.filter(Q(pk__in=alike) | Q(pk__in=near)).for_lists()
    return sorted(candidates, key=likeness, reverse=True)[:RELATED_COUNT]


def age_in_words(story: Version) -> str:
    """Return how old a story from more than a month ago is, such as "more than 2 months", else nothing."""
    days = (timezone.now() - story.modified_at).days
    if days < OLD.days:
        return ""
    for length, unit in ((365, "year"), (30, "month")):
        count = days // length
        if count:
            return f"more than {count} {unit}s" if count > 1 else f"more than a {unit}"
    return ""


def _show(request: HttpRequest, found: Version) -> HttpResponse:
    notes = list(Version.objects.notes_of(found.article_id).defer("body", "how_reported"))
    related = related_to(found)
    context = story_context(request, found, notes=notes, related=related)
    tags = [f"article:{one.article_id}" for one in (found, *related)]
    answer = shell.send(request, "public/story.html", context, tags=tags, modified=found.published_at)
    if found.noindex:
        answer["X-Robots-Tag"] = shell.NOT_FOR_ROBOTS
    return answer


def story_context(
    request: HttpRequest, found: Version, *, notes: list[Version], related: list[Version]
) -> dict[str, Any]:
    """Return what public/story.html needs for a version, published or only composed."""
    pictures.fetch([found], beside=related)
    context = shell.page(
        request,
        title=found.seo_title or found.headline,
        description=found.description,
        path=found.get_absolute_url(),
        robots=shell.NOT_FOR_ROBOTS if found.noindex else shell.FOR_ROBOTS,
        og=_open_graph(found),
        jsonld=structured_data.story_nodes(found, notes),
        language=found.language,
        section=found.section,
    )
    return context | {
        "story": found,
        "notes": notes,
        "has_changes": any(note.change in CORRECTS for note in notes),
        "related": related,
        "is_old": age_in_words(found),
        "section_url": found.section.get_absolute_url(),
    }


def _gone(request: HttpRequest, path: str) -> HttpResponse:
    notice = Version.objects.gone().filter(path=path).first()
    if notice is None:
        raise Http404("There is no story at this address.")
    title = _what_happened(notice)
    context = shell.page(request, title=title, robots=shell.NOT_FOR_ROBOTS)
    context |= {"title": title, "notice": notice, "latest": latest()}
    tags = [f"article:{notice.article_id}", "lists"]
    status = LEGAL if notice.is_legal else GONE
    answer = shell.send(request, "public/gone.html", context, tags=tags, status=status)
    if notice.is_legal:  # RFC 7725: who blocks, which is not who demanded it
        answer["Link"] = f'{answer["Link"]}, <{settings.SITE_URL}/>; rel="blocked-by"'
    return answer


def _what_happened(notice: Version) -> str:
    if notice.is_legal:
        return "This story is not available for legal reasons"
    return "We have removed this story" if notice.change == Change.KILLED else "We have withdrawn this story"


def _moved(request: HttpRequest, found: Version) -> HttpResponse:
    answer = HttpResponsePermanentRedirect(found.get_absolute_url())
    tags = [f"article:{found.article_id}"]
    return reader_cache(request, answer, tags=tags, seconds=shell.PAGE_SECONDS)


def _open_graph(story: Version) -> list[tuple[str, str]]:
    properties = [
        ("og:type", "article"),
        ("og:title", story.social_headline or story.headline),
        ("article:published_time", structured_data.instant(story.first_published_at)),
        ("article:modified_time", structured_data.instant(story.modified_at)),
        ("article:section", story.section.name),
        *(("article:author", structured_data.author_address(byline)) for byline in story.bylines),
        *(("article:tag", tag["name"]) for tag in story.tag_names),
    ]
    return [*properties, *_share_picture(story), ("twitter:card", "summary_large_image")]


def _share_picture(story: Version) -> list[tuple[str, str]]:
    """Describe the picture platforms show: the JPEG nearest to the width they ask for, else the file as it came."""
    if not story.picture:
        return []
    shown = pictures.nearest(story.picture, SHARE_PICTURE_PX) or story.picture
    return [
        ("og:image", settings.SITE_URL + shown.file.url),
        ("og:image:width", str(shown.width_px)),
        ("og:image:height", str(shown.height_px)),
        ("og:image:alt", story.shown_alt),
    ]
