"""A story as readers would get it, before they do: composed like a version and never saved, with stand-ins for what is
still missing."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from articles import addresses, versions
from articles.models import Article, Section
from articles.models.version import Change, Version

SCHEMES = ("light", "dark")


def planned_at(article: Article, now: datetime) -> datetime:
    """Return when the story goes out at the soonest: at its scheduled time, after its embargo, else now."""
    planned = [at for at in (article.publish_at, article.embargo_until) if at and at > now]
    return max([now, *planned])


def composed(article: Article, *, now: datetime, changes: dict[str, Any] | None = None) -> Version:
    """Return an unsaved version of the working copy, with `changes` (cleaned values of its form) in it, as it will be
    when it goes out: with the times and the address of then.

    The article is not saved. A missing headline or section has a stand-in that says so. Raises richtext.BodyError for a
    body that is too large to show.
    """
    changes = dict(changes or {})
    lists = {name: changes.pop(name) for name in ("authors", "tags") if name in changes}
    for name, value in changes.items():
        setattr(article, name, value)
    at = planned_at(article, now)
    version = versions.compose(article, change=Change.FIRST, now=at)
    version.updated_at = _updated_at(article, at, has_changes=bool(changes or lists))
    if "authors" in lists:
        version.bylines = [{"name": author.name, "slug": author.slug} for author in lists["authors"]]
    if "tags" in lists:
        version.tag_names = [
            {"name": tag.name, "slug": tag.slug, "kind": tag.kind, "wikidata": tag.wikidata}
            for tag in sorted(lists["tags"], key=lambda tag: tag.name)
            if tag.standing != "blocked"
        ]
    version.path = version.path or (addresses.free_path(article, at) if version.headline else "preview")
    version.headline = version.headline or "No headline yet"
    if article.section is None:
        version.section = version.top_section = Section(name="No section yet", slug="none")
    return version


def _updated_at(article: Article, at: datetime, *, has_changes: bool) -> datetime | None:
    """Return the time of the displayed update: that of the live version, or of going out once more with changes."""
    live = Version.objects.live().filter(article=article).only("updated_at").first() if article.path else None
    if live is None:
        return None
    return at if has_changes or article.has_unpublished_changes else live.updated_at
