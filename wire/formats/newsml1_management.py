"""Reads Identification and NewsManagement of a NewsML 1 item: identity, status, embargo, what it says of others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from newsroom.lib.text import clean_line
from wire.formats import kind_words, values
from wire.formats import newsml1_tree as tree
from wire.formats.item import ParsedNotice, ParsedRelation, Profile

# What a PublicIdentifier has behind the identity: revision and how it updates
_REVISION = re.compile(r":\d+[NUA]?$")
_INSTRUCTIONS = {
    "kill": "kill",
    "cancel": "kill",
    "canceled": "kill",
    "delete": "kill",
    "withdraw": "kill",
    "correct": "correction",
    "correction": "correction",
    "rectify": "correction",
    "replace": "update",
    "update": "update",
    "writethru": "writethru",
    "add": "add",
    "advisory": "advisory",
    "repeat": "repeat",
}


@dataclass(frozen=True, slots=True)
class Management:
    """Identity and management of an item. `embargo_sent` as in ParsedItem."""

    guid: str
    version: str
    previous: str
    update: str
    slug: str
    status: str
    embargo_sent: str | None
    item_kind: str
    instructions: tuple[str, ...]
    notices: tuple[ParsedNotice, ...]
    relations: tuple[ParsedRelation, ...]
    evolved_from: str
    urgency: str
    first_created: str
    created: str
    expires_at: datetime | None
    alt_ids: tuple[tuple[str, str], ...]


def read(item: etree._Element, *, profile: Profile) -> Management:
    """Return what the item says of itself; what is missing is empty."""
    identification = tree.first(item, "Identification")
    identifier = tree.first(identification, "NewsIdentifier")
    identity = {} if identifier is None else _by_name(identifier)
    revision = _one(identity, "RevisionId")
    guid, public = _guid(identity, profile)
    management = tree.first(item, "NewsManagement")
    parts = {} if management is None else _by_name(management)
    version = tree.line(revision)[: values.VERSION_LIMIT + 1]
    previous = clean_line((revision.get("PreviousRevision") or "") if revision is not None else "")
    status = tree.formal(_one(parts, "Status"))
    created = tree.line(_one(parts, "ThisRevisionCreated"))
    worded = next((tree.clean(part.get("Value")) for part in parts.get("Property", []) if _speaks_of_embargo(part)), "")
    embargo, expires = _will_change(parts.get("StatusWillChange", []), status, created, profile)
    instructions = [tree.formal(element) for element in parts.get("Instruction", [])]
    return Management(
        guid=guid,
        version=version,
        previous="" if previous == "0" else previous,
        update=clean_line((revision.get("Update") or "") if revision is not None else "").upper(),
        slug=tree.line(tree.first(identification, "NameLabel")),
        status=status,
        embargo_sent=embargo if embargo is not None else (worded or None),
        item_kind=tree.formal(_one(parts, "NewsItemType")),
        instructions=tuple(filter(None, instructions)),
        notices=tuple(_notices(parts, guid, version, "" if previous == "0" else previous)),
        relations=tuple(_relations(parts, guid)),
        evolved_from=_linked(_one(parts, "DerivedFrom")),
        urgency=tree.formal(_one(parts, "Urgency")),
        first_created=tree.line(_one(parts, "FirstCreated")),
        created=created,
        expires_at=expires,
        alt_ids=(("publicIdentifier", public),) if public and public != guid else (),
    )


def guid_of(item: etree._Element) -> str:
    """Return the identity of an item as it was sent."""
    identifier = tree.first(item, "Identification", "NewsIdentifier")
    return _guid({} if identifier is None else _by_name(identifier), Profile())[0]


def kind(management: Management, *, genres: list[str], headline: str, profile: Profile) -> str:
    """Return what the version is: a kill above all, then what its signals say, then whether one went before."""
    if values.read_pubstatus(management.status) == "canceled":
        return "kill"
    signals = [*management.instructions, management.item_kind, *genres]
    for signal in signals:
        said = profile.signal_kinds.get(signal) or _INSTRUCTIONS.get(signal.lower())
        if said:
            return said
    of_words = [kind_words.kind_of(signal) for signal in signals]
    if found := next(filter(None, of_words), ""):
        return found
    number = values.version_number(management.version)
    shouted = kind_words.kind_of(" ".join(word for word in headline.split()[:3] if word.isupper()))
    return shouted or ("update" if management.previous or (number or 0) > 1 else "new")


def _by_name(element: etree._Element) -> dict[str, list[etree._Element]]:
    found: dict[str, list[etree._Element]] = {}
    for child in element:
        found.setdefault(tree.name_of(child), []).append(child)
    return found


def _one(parts: dict[str, list[etree._Element]], name: str) -> etree._Element | None:
    return parts[name][0] if name in parts else None


def _guid(identity: dict[str, list[etree._Element]], profile: Profile) -> tuple[str, str]:
    """Return the identity without revision, and the public identifier as sent."""
    names = ("ProviderId", "DateId", "NewsItemId", "PublicIdentifier")
    provider, date, item, public = (tree.line(_one(identity, name)) for name in names)
    guid = f"urn:newsml:{provider}:{date}:{item}"
    if not (provider and item and date):
        guid = _REVISION.sub("", public) or (guid if item else "")
    guid = values.without_suffix(guid, profile=profile)
    return guid, public


def _will_change(
    changes: list[etree._Element], status: str, created: str, profile: Profile
) -> tuple[str | None, datetime | None]:
    """Return the embargo as sent, and when the item stops to be usable.

    An embargo is what the status says; also a usable item that becomes usable only later is held.
    """
    embargoed = status.lower() == "embargoed"
    embargo: str | None = "" if embargoed else None
    expires = None
    for change in changes:
        future = tree.formal(tree.first(change, "FutureStatus")).lower() or "usable"
        when = tree.line(tree.first(change, "DateAndTime"))
        if future == "usable" and (embargoed or _is_later(when, created, profile)):
            embargo = embargo or when
        elif future in {"canceled", "cancelled", "withheld"}:
            expires = values.read_time(when, profile=profile)
    return embargo, expires


def _speaks_of_embargo(part: etree._Element) -> bool:
    """Tell whether a property says an embargo, and not that there is none."""
    said = (part.get("Value") or "").strip().lower()
    return "embargo" in (part.get("FormalName") or "").lower() and said not in {"", "no", "none", "false", "0"}


def _is_later(when: str, created: str, profile: Profile) -> bool:
    """Tell whether a time is after another; what cannot be read is."""
    future, past = values.read_time(when, profile=profile), values.read_time(created, profile=profile)
    return future is None or past is None or future > past


def _notices(parts: dict[str, list[etree._Element]], guid: str, version: str, previous: str) -> list[ParsedNotice]:
    """Return what instructions say of revisions before this one. One that names none means the one before it."""
    notices = []
    number = values.version_number(version)
    before = previous or (str(number - 1) if number and number > 1 else "")
    for instruction in parts.get("Instruction", []):
        for change in tree.named(instruction, "RevisionStatus"):
            status = values.read_pubstatus(tree.formal(tree.first(change, "Status")) or "(none)")
            revision = tree.clean(change.get("Revision")) or before
            if guid and revision:
                notices.append(ParsedNotice(guid, status, revision[: values.VERSION_LIMIT]))
    return notices


def _relations(parts: dict[str, list[etree._Element]], guid: str) -> list[ParsedRelation]:
    found = {}
    for name, rel in (("DerivedFrom", "derivedFrom"), ("AssociatedWith", "seeAlso")):
        for element in parts.get(name, []):
            other = _linked(element)
            if other and other != guid:
                found[rel, other] = ParsedRelation(rel, other)
    return list(found.values())


def _linked(element: etree._Element | None) -> str:
    """Return the identity an element points at, without its revision."""
    if element is None:
        return ""
    sent = tree.clean(element.get("NewsItem"))[: values.GUID_LIMIT]
    return _REVISION.sub("", sent) if sent.startswith("urn:newsml:") and sent.count(":") > 4 else sent
