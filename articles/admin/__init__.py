"""The desk's screens for stories. Each shows, asks and calls a verb; none decides."""

from articles.admin import (
    article,
    bulk,
    checklist,
    handover,
    history,
    house_style,
    previews,
    section,
    side,
    takedowns,
)

__all__ = [
    "article",
    "bulk",
    "checklist",
    "handover",
    "history",
    "house_style",
    "previews",
    "section",
    "side",
    "takedowns",
]
