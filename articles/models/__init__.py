"""The tables of stories."""

from articles.models.article import HEADLINE_LIMIT, STORY_FIELDS, Article, Kind, Story
from articles.models.byline import Byline
from articles.models.history import HistoryEntry
from articles.models.revision import Revision
from articles.models.section import RESERVED_SLUGS, Section
from articles.models.version import NOTES, Change, Standing, Version, VersionAuthor, VersionTag

__all__ = [
    "HEADLINE_LIMIT",
    "NOTES",
    "RESERVED_SLUGS",
    "STORY_FIELDS",
    "Article",
    "Byline",
    "Change",
    "HistoryEntry",
    "Kind",
    "Revision",
    "Section",
    "Standing",
    "Story",
    "Version",
    "VersionAuthor",
    "VersionTag",
]
