"""What changed in a story since it was published, for stories that were corrected: a dated list with the words marked.
It shows only what readers could read at the time, and nothing that was taken away since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.views.decorators.http import require_safe

from articles import comparing
from articles.comparing import Difference
from articles.models import Takedown
from articles.models.version import Change, Version
from articles.versions import NOTICES
from public.caching import reader_cache
from public.views import shell
from public.views.article import CORRECTS, current_at_former

SHOWN = ("headline", "standfirst", "body", "picture_caption")
SMALL = frozenset({Change.MINOR})
MOST_VERSIONS = 30
TAKEN_AWAY = "Earlier versions are not shown: the story had been taken down."
REPLACED = "Earlier versions are not shown: a name in them was replaced on request."
TOO_MANY = "Earlier versions are not shown: there are too many for one page."


@dataclass(frozen=True, slots=True)
class Step:
    """One change in the list. `small_count` is how many minor changes it stands for, 0 for any other."""

    version: Version
    differences: list[Difference]
    small_count: int = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """The versions that may be compared in public, the oldest first and the live one last; `left_out` says why older
    ones are missing, empty when none are."""

    versions: list[Version]
    left_out: str = ""


@require_safe
def changes(request: HttpRequest, year: str, month: str, day: str, slug: str) -> HttpResponse:
    """Show what changed; 404 for a story that was never corrected, 301 from an address it had, and to its notice for
    one that was taken away."""
    path = f"{year}/{month}/{day}/{slug.lower()}"
    live = Version.objects.live().filter(path=path).select_related("section__parent", "source", "picture").first()
    if live is None:
        return _elsewhere(request, path)
    if request.path != changes_url(live):
        return _moved(request, live, changes_url(live))
    if not Version.objects.notes_of(live.article_id).filter(change__in=CORRECTS).exists():
        raise Http404("This story was not corrected.")
    replaced_at = _replaced_at(live)
    kept = public_versions(live, replaced_at)
    title = f"What changed: {live.headline}"
    context = shell.page(
        request, title=title, robots=shell.NOT_FOR_ROBOTS, language=live.language, section=live.section
    )
    context |= {"story": live, "steps": steps(kept.versions)[::-1], "first": kept.versions[0]}
    context |= {"left_out": kept.left_out}
    modified = max(live.published_at, replaced_at or live.published_at)
    tags = [f"article:{live.article_id}"]
    answer = shell.send(request, "public/changes.html", context, tags=tags, modified=modified)
    answer["X-Robots-Tag"] = shell.NOT_FOR_ROBOTS
    return answer


def changes_url(story: Version) -> str:
    """Return the address of a story's page of what changed."""
    return f"{story.get_absolute_url()}changes/"


def public_versions(live: Version, replaced_at: datetime | None, *, most: int = MOST_VERSIONS) -> Kept:
    """Return what may be compared in public: at least the live version.

    What was undone never counts. Left out is what stood before the story was last taken away, and what went out before
    `replaced_at`, when a name in it was replaced on request (articles.models.Takedown).
    """
    stood = Version.objects.stood().filter(article_id=live.article_id, number__lt=live.number).order_by("-number")
    versions, left_out = [live], ""
    for version in stood.select_related("section__parent", "source", "picture")[:most]:
        left_out = TOO_MANY if len(versions) == most else _why_left_out(version, replaced_at)
        if left_out:
            break
        versions.append(version)
    return Kept(versions[::-1], left_out)


def _why_left_out(version: Version, replaced_at: datetime | None) -> str:
    if version.change in NOTICES:
        return TAKEN_AWAY
    return REPLACED if replaced_at and version.published_at < replaced_at else ""


def _replaced_at(live: Version) -> datetime | None:
    done = Takedown.objects.filter(article_id=live.article_id, decision=Takedown.Decision.ANONYMISE)
    return done.order_by("-decided_at").values_list("decided_at", flat=True).first()


def steps(versions: list[Version]) -> list[Step]:
    """Return the changes between neighbours, the oldest first.

    Minor ones in a row are one, without their words; one that left the story as it was (a new address) is none.
    """
    found: list[Step] = []
    for before, after in pairwise(versions):
        if after.change not in SMALL:
            found.append(Step(after, _differences(before, after)))
        elif comparing.version_snapshot(before) == comparing.version_snapshot(after):
            continue
        elif found and found[-1].small_count:
            found[-1] = Step(after, [], found[-1].small_count + 1)
        else:
            found.append(Step(after, [], 1))
    return found


def _differences(before: Version, after: Version) -> list[Difference]:
    old, new = comparing.version_snapshot(before), comparing.version_snapshot(after)
    return comparing.compare(old, new, SHOWN)


def _elsewhere(request: HttpRequest, path: str) -> HttpResponse:
    """Lead from a former address to the present one, and from a story that was taken away to its notice."""
    current = current_at_former(path) or Version.objects.gone().filter(path=path).first()
    if current is None:
        raise Http404("There is no story at this address.")
    return _moved(request, current, current.get_absolute_url() if current.change in NOTICES else changes_url(current))


def _moved(request: HttpRequest, story: Version, address: str) -> HttpResponse:
    tags = [f"article:{story.article_id}"]
    return reader_cache(request, HttpResponsePermanentRedirect(address), tags=tags, seconds=shell.PAGE_SECONDS)
