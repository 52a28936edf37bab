"""What readers of wire formats hand back: frozen values, with nothing of the database and nothing of the network."""

from __future__ import annotations

from collections.abc import Mapping
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
    """What a reader has to know of the source.

    `empty_embargo_holds`: an embargo sent without a time holds the item. `signal_kinds` maps the source's signals to
    kinds of ParsedItem, over the usual ones. `guid_suffix` is a pattern that is cut off the end of a guid, for sources
    that count versions there. `charset` is what bytes are in that say nothing or lie; `address` is where a feed was
    fetched, for relative links.
    """

    zone: tzinfo = UTC
    language: str = "en"
    empty_embargo_holds: bool = True
    signal_kinds: Mapping[str, str] = field(default_factory=dict)
    guid_suffix: str = ""
    charset: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class ParsedName:
    """A subject, person, place, organisation or event. `kind` is one of tags.models.Tag.Kind.

    `code` stands in its short form; `scheme` is what it was sent in, `relevance` 0 to 100 where it was said.
    """

    name: str
    kind: str
    code: str = ""
    scheme: str = ""
    relevance: int | None = None


@dataclass(frozen=True, slots=True)
class ParsedRendition:
    """One file of a picture, as sent; nothing of it is fetched here."""

    href: str
    name: str = ""
    mime: str = ""
    width_px: int | None = None
    height_px: int | None = None
    size_bytes: int | None = None


@dataclass(frozen=True, slots=True)
class ParsedRelation:
    """What an item says of another: `rel` in the wire's own word (prevVersion, translation, seeAlso, member, …)."""

    rel: str
    guid: str
    version: str = ""


@dataclass(frozen=True, slots=True)
class ParsedNotice:
    """What a document says of another one's status (NITF's management-doc-idref, NewsML 1's RevisionStatus)."""

    guid: str
    pubstatus: str
    version: str = ""


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
    headline: str = ""
    renditions: tuple[ParsedRendition, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedItem:
    """One version of one piece of copy. Lines are clean text; `body` is HTML as sent, not yet safe to show.

    `version` is never empty: where none was sent it is the time of the version, else a digest of the item.
    `embargo_until` None and `embargo_is_open` False mean that the item says nothing of an embargo. What ends with
    `_sent` stands as it came: `version_sent` "" and `embargo_sent` None when nothing came.

    `private_text` is what was sent along and must never be published: notebooks, contacts, messages to editors; it is
    in no other field. `story_key` is what the versions of a running story share where a source says so (du-key, slug
    of a desk, refuno). `replaces` are guids whose place this item takes; `evolved_from` the one it was rewritten from.
    `is_patch`: only the management data are new, the text of the version before stands.
    """

    guid: str
    version: str
    headline: str
    version_number: int | None = None
    kind: str = "new"  # new, update, correction, writethru, add, advisory, kill, repeat
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
    warnings: tuple[str, ...] = ()
    item_type: str = "text"  # text, picture, video, audio, graphic, composite
    status_sent: str = ""
    version_sent: str = ""
    embargo_sent: str | None = None
    title: str = ""
    keywords: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    profile: str = ""
    priority: int | None = None
    expires_at: datetime | None = None
    first_created_at: datetime | None = None
    content_created_at: datetime | None = None
    sent_at: datetime | None = None
    copyright_notice: str = ""
    public_note: str = ""
    contacts: tuple[str, ...] = ()
    private_text: str = ""
    signals: tuple[str, ...] = ()
    alt_ids: tuple[tuple[str, str], ...] = ()  # role, value
    story_key: str = ""
    replaces: tuple[str, ...] = ()
    evolved_from: str = ""
    relations: tuple[ParsedRelation, ...] = ()
    notices: tuple[ParsedNotice, ...] = ()
    link: str = ""
    is_patch: bool = False
    is_degraded: bool = False
    headline_is_stand_in: bool = False  # none was sent; other words of the item stand in

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
