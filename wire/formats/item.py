"""What readers of wire formats hand back: frozen values, with nothing of the database and nothing of the network."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo


class ParseError(Exception):
    """A document that cannot be read at all. `message` is a sentence for people, `code` is for programs.

    Codes: empty, too_large, too_many, too_deep, encoding, not_json, not_xml, unknown_format, no_items.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass(frozen=True, slots=True)
class Profile:
    """What a reader has to know of the source. `empty_embargo_holds`: an embargo sent without a time holds the item."""

    zone: tzinfo = UTC
    language: str = "en"
    empty_embargo_holds: bool = True


@dataclass(frozen=True, slots=True)
class ParsedName:
    """A subject, person, place, organisation or event. `kind` is one of tags.models.Tag.Kind."""

    name: str
    kind: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class ParsedPicture:
    """A picture of an item. `href` is the best of its renditions as sent, and may be anything."""

    guid: str = ""
    caption: str = ""
    credit: str = ""
    byline: str = ""
    alt: str = ""
    usage_terms: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class ParsedItem:
    """One version of one piece of copy. Lines are clean text; `body` is HTML as sent, not yet safe to show.

    `version` is never empty: where none was sent it is the time of the version, else a digest of the item.
    `embargo_until` None and `embargo_is_open` False mean that the item says nothing of an embargo.
    """

    guid: str
    version: str
    headline: str
    version_number: int | None = None
    kind: str = "new"  # new, update, kill
    pubstatus: str = "usable"  # usable, withheld, canceled, unknown
    embargo_until: datetime | None = None
    embargo_is_open: bool = False
    urgency: int | None = None
    slugline: str = ""
    standfirst: str = ""
    body: str = ""
    byline: str = ""
    dateline: str = ""
    language: str = ""
    credit: str = ""
    copyright_holder: str = ""
    usage_terms: str = ""
    ednote: str = ""
    names: tuple[ParsedName, ...] = ()
    pictures: tuple[ParsedPicture, ...] = ()
    version_created_at: datetime | None = None
    warnings: tuple[str, ...] = field(default=())

    @property
    def states_embargo(self) -> bool:
        return self.embargo_is_open or self.embargo_until is not None


@dataclass(frozen=True, slots=True)
class RefusedItem:
    """An item that cannot be stored, beside others that can. `reason` is a sentence."""

    reason: str
    guid: str = ""
    version: str = ""


Parsed = ParsedItem | RefusedItem
