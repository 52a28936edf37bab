"""The tables of stories."""

from articles.models.article import HEADLINE_LIMIT, STORY_FIELDS, AiUse, Article, Kind, Story, field_label
from articles.models.byline import Byline
from articles.models.desk import (
    BulkChange,
    BulkRow,
    CheckRule,
    DeskPreference,
    Handover,
    SavedFilter,
    StyleIgnore,
    StyleRule,
)
from articles.models.history import HistoryEntry
from articles.models.keeping import Look, Presence, Recovery
from articles.models.pictures import ArticlePicture, VersionPicture
from articles.models.public import FormerAddress, Takedown
from articles.models.revision import Revision, RevisionKind
from articles.models.section import RESERVED_SLUGS, Section
from articles.models.talk import Note, Notification, PreviewLink
from articles.models.version import NOTES, Change, Standing, Version, VersionAuthor, VersionTag

__all__ = [
    "HEADLINE_LIMIT",
    "NOTES",
    "RESERVED_SLUGS",
    "STORY_FIELDS",
    "AiUse",
    "Article",
    "ArticlePicture",
    "BulkChange",
    "BulkRow",
    "Byline",
    "Change",
    "CheckRule",
    "DeskPreference",
    "FormerAddress",
    "Handover",
    "HistoryEntry",
    "Kind",
    "Look",
    "Note",
    "Notification",
    "Presence",
    "PreviewLink",
    "Recovery",
    "Revision",
    "RevisionKind",
    "SavedFilter",
    "Section",
    "Standing",
    "Story",
    "StyleIgnore",
    "StyleRule",
    "Takedown",
    "Version",
    "VersionAuthor",
    "VersionPicture",
    "VersionTag",
    "field_label",
]
