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
MOST_VERSIONS = 60


@dataclass(frozen=True, slots=True)
class Step:
    """One change in the list. `small_count` is how many minor changes it stands for, 0 for any other."""

    version: Version
    differences: list[Difference]
    small_count: int = 0


@require_safe
def changes(request: HttpRequest, year: str, month: str, day: str, slug: str) -> HttpResponse:
    """Show what changed; 404 for a story that is not live or was never corrected, 301 from an address it had."""
    path = f"{year}/{month}/{day}/{slug.lower()}"
    live = Version.objects.live().filter(path=path).select_related("section__parent").first()
    if live is None:
        return _moved(request, path)
    if not Version.objects.notes_of(live.article_id).filter(change__in=CORRECTS).exists():
        raise Http404("This story was not corrected.")
    versions, is_cut = public_versions(live)
    title = f"What changed: {live.headline}"
    context = shell.page(
        request, title=title, robots=shell.NOT_FOR_ROBOTS, language=live.language, section=live.section
    )
    context |= {"story": live, "steps": steps(versions)[::-1], "first": versions[0], "is_cut": is_cut}
    tags = [f"article:{live.article_id}"]
    answer = shell.send(request, "public/changes.html", context, tags=tags, modified=live.published_at)
    answer["X-Robots-Tag"] = shell.NOT_FOR_ROBOTS
    return answer


def public_versions(live: Version) -> tuple[list[Version], bool]:
    """Return the story's versions that may be compared in public, the oldest first and the live one last, and whether
    older ones were left out.

    What was undone never counts. Left out is what stood before the story was last taken away, and what stood before a
    name in it was replaced on request (articles.models.Takedown).
    """
    stood = Version.objects.stood().filter(article_id=live.article_id, number__lte=live.number).order_by("-number")
    rows = list(stood.select_related("section__parent", "source", "picture")[:MOST_VERSIONS])[::-1]
    is_cut = bool(rows) and rows[0].number > 1
    since = _anonymised_at(live)
    kept: list[Version] = []
    for version in rows:
        if version.change in NOTICES or (since and version.published_at < since):
            kept, is_cut = [], True
        else:
            kept.append(version)
    return kept, is_cut


def _anonymised_at(live: Version) -> datetime | None:
    done = Takedown.objects.filter(article_id=live.article_id, decision=Takedown.Decision.ANONYMISE)
    return done.order_by("-decided_at").values_list("decided_at", flat=True).first()


def steps(versions: list[Version]) -> list[Step]:
    """Return the changes between neighbours, the oldest first; minor ones in a row are one, without their words."""
    found: list[Step] = []
    for before, after in pairwise(versions):
        if after.change not in SMALL:
            found.append(Step(after, _differences(before, after)))
        elif found and found[-1].small_count:
            found[-1] = Step(after, [], found[-1].small_count + 1)
        else:
            found.append(Step(after, [], 1))
    return found


def _differences(before: Version, after: Version) -> list[Difference]:
    old, new = comparing.version_snapshot(before), comparing.version_snapshot(after)
    return comparing.compare(old, new, SHOWN)


def _moved(request: HttpRequest, path: str) -> HttpResponse:
    current = current_at_former(path)
    if current is None or current.path == path:
        raise Http404("There is no story at this address.")
    answer = HttpResponsePermanentRedirect(f"{current.get_absolute_url()}changes/")
    tags = [f"article:{current.article_id}"]
    return reader_cache(request, answer, tags=tags, seconds=shell.PAGE_SECONDS)
