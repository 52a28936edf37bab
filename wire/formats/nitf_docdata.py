"""What NITF's `docdata` says of a document: its identity, version, status, embargo, and of other documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from newsroom.lib.text import clean_line, without_unprintable
from wire.formats import values
from wire.formats.item import ParsedNotice, Profile
from wire.formats.kind_words import grave_kind_of
from wire.formats.trees import Element, Fields, line

PLACE_PARTS = ("city", "county-dist", "state-prov", "region", "country")


@dataclass(slots=True)
class Management:
    """What `docdata` says: `fields` are those of a ParsedItem that it alone decides, the rest is to be weighed.

    `guid_sent` stands with the suffix that some agencies count versions in.
    """

    guid_sent: str
    registrar: str
    version_sent: str
    key: str
    issued: str
    place: str
    fields: dict[str, Any]
    warnings: list[str]


def read(elements: list[Element], fields: Fields, profile: Profile, published: str = "") -> Management:
    """Return what the `docdata` of a document says; `fields` are its children by name.

    `published` is the date of publication in `pubdata`, for documents that do not say when they were issued.
    """
    status = _strictest_status(elements)
    guid = _said(fields, "doc-id", "id-string")
    version = _said(fields, "du-key", "version") or _said(fields, "du-key", "generation")
    key = _said(fields, "du-key", "key")
    issued = _said(fields, "date.issue", "norm")
    embargo = _embargo(fields, status=status, issued=issued or published, profile=profile)
    until, is_open, doubt = values.read_embargo(embargo, status=status, profile=profile)
    pubstatus = values.read_pubstatus(status)
    number = values.version_number(version)
    note = "\n".join(_messages(fields))
    warnings = [doubt] if doubt else []
    if pubstatus == "unknown":
        warnings.append(f"The status “{status[:40]}” is unknown; the item is not usable.")
    decided = {
        "status_sent": status,
        "pubstatus": pubstatus,
        "version_sent": version,
        "version_number": number,
        "kind": _kind(pubstatus, number, note, is_correction="correction" in fields),
        "embargo_sent": embargo,
        "embargo_until": until,
        "embargo_is_open": is_open,
        "version_created_at": values.read_time(issued, profile=profile),
        "expires_at": values.read_time(_said(fields, "date.expire", "norm"), profile=profile),
        "urgency": values.read_urgency(_said(fields, "urgency", "ed-urg")),
        "usage_terms": "\n".join(_rights(fields)),
        "copyright_holder": (_said(fields, "doc.copyright", "holder") or _said(fields, "doc.rights", "owner"))[:200],
        "ednote": note,
        "keywords": tuple(_keywords(fields)),
        "replaces": _corrected(fields, guid),
        "notices": tuple(_notices(elements)),
        "alt_ids": tuple(_alt_ids(fields)),
        "story_key": key,
    }
    registrar = _said(fields, "doc-id", "regsrc")
    return Management(guid, registrar, version, key, issued, _place(fields), decided, warnings)


def _corrected(fields: Fields, guid: str) -> tuple[str, ...]:
    """Return the other documents that this one corrects."""
    found = (clean_line(part.get("id-string") or "") for part in fields.get("correction", ()))
    return tuple(dict.fromkeys(other for other in found if other and other != guid))


def _strictest_status(elements: list[Element]) -> str:
    """Return the status as sent; where several stand, one that forbids use wins."""
    sent = [clean_line(element.get("management-status") or "") for element in elements]
    return next((status for status in sent if values.read_pubstatus(status) != "usable"), next(filter(None, sent), ""))


def _embargo(fields: Fields, *, status: str, issued: str, profile: Profile) -> str | None:
    """Return the embargo as sent. Many agencies always send a date of release, and it is the date of issue."""
    releases = fields.get("date.release")
    if not releases:
        return None
    release = clean_line(releases[0].get("norm") or line(releases[0]))
    if status.lower() == "embargoed":
        return release or None
    if not release:
        return None
    released_at, issued_at = (values.read_time(sent, profile=profile) for sent in (release, issued))
    is_later = released_at is None or issued_at is None or released_at > issued_at
    return release if is_later and release != issued else None


def _kind(pubstatus: str, number: int | None, note: str, *, is_correction: bool) -> str:
    """Return the kind; messages to editors are asked last, and only for what they must not miss."""
    if pubstatus == "canceled":
        return "kill"
    if is_correction:
        return "correction"
    if said := grave_kind_of(note):
        return said
    return "update" if number and number > 1 else "new"


def _notices(elements: list[Element]) -> Iterator[ParsedNotice]:
    """Yield what the document says of others. A status that we do not know is passed on as unknown."""
    for element in elements:
        guid = clean_line(element.get("management-doc-idref") or "")
        status = element.get("management-idref-status")
        if guid and status is not None:
            yield ParsedNotice(guid, values.read_pubstatus(status))


def _said(fields: Fields, element: str, attribute: str) -> str:
    """Return the attribute of the first element of that name where it says something."""
    for part in fields.get(element, ()):
        value = part.get(attribute)
        if value and (found := clean_line(value)):
            return found
    return ""


def _place(fields: Fields) -> str:
    """Return the finest name of the place where it happened."""
    for part in fields.get("evloc", ()):
        for name in PLACE_PARTS:
            value = part.get(name)
            if value and (found := clean_line(value)):
                return found
    return ""


def _rights(fields: Fields) -> Iterator[str]:
    for part in fields.get("doc.rights", ()):
        said = [line(part), *(clean_line(part.get(name) or "") for name in ("agent", "geography", "type"))]
        if found := ", ".join(filter(None, said)):
            yield found


def _messages(fields: Fields) -> Iterator[str]:
    """Yield what the agency tells editors: messages, and what a correction corrects."""
    for name in ("ed-msg", "correction"):
        for part in fields.get(name, ()):
            said = part.get("info") or part.get("msg-type") or line(part)
            if found := without_unprintable(said).strip():
                yield found


def _keywords(fields: Fields) -> Iterator[str]:
    for part in fields.get("key-list", ()):
        for keyword in part:
            if found := clean_line(keyword.get("key") or line(keyword)):
                yield found


def _alt_ids(fields: Fields) -> Iterator[tuple[str, str]]:
    for element, attribute in (("fixture", "fix-id"), ("series", "series.name"), ("doc-scope", "scope")):
        if found := _said(fields, element, attribute):
            yield element, found
