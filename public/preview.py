"""A story as readers would get it, before they do: composed like a version and never saved, with stand-ins for what is
still missing."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from articles import versions
from articles.models import Article, Section
from articles.models.version import Change, Version

SCHEMES = ("light", "dark")


def composed(article: Article, *, now: datetime, changes: dict[str, Any] | None = None) -> Version:
    """Return an unsaved version of the working copy, with `changes` (cleaned values of its form) in it.

    The article is not saved. A missing headline or section has a stand-in that says so. Raises richtext.BodyError for a
    body that is too large to show.
    """
    lists = {name: changes.pop(name) for name in ("authors", "tags") if changes and name in changes}
    for name, value in (changes or {}).items():
        setattr(article, name, value)
    version = versions.compose(article, change=Change.MINOR, now=now)
    if "authors" in lists:
        version.bylines = [{"name": author.name, "slug": author.slug} for author in lists["authors"]]
    if "tags" in lists:
        version.tag_names = [
            {"name": tag.name, "slug": tag.slug, "kind": tag.kind, "wikidata": tag.wikidata}
            for tag in sorted(lists["tags"], key=lambda tag: tag.name)
            if tag.standing != "blocked"
        ]
    version.headline = version.headline or "No headline yet"
    version.path = version.path or "preview"
    if article.section is None:
        version.section = version.top_section = Section(name="No section yet", slug="none")
    return version
