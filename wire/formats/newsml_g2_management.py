"""What `itemMeta` of a NewsML-G2 item says: status, embargo, signals, links to other items, notes to editors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from newsroom.lib.text import clean_line
from wire.formats import values, xhtml_body
from wire.formats.body_writer import BodyWriter, block_lines
from wire.formats.item import ParsedRelation, Profile
from wire.formats.newsml_g2_codes import Codes, kind_of_signals, local_code, word_of
from wire.formats.trees import Element, Fields, by_name, first, first_line, line, local_name, text

# What item classes are here; what is in no row is text
ITEM_TYPES = {
    "text": "text",
    "picture": "picture",
    "still": "picture",
    "photo": "picture",
    "graphic": "graphic",
    "animated": "graphic",
    "video": "video",
    "audio": "audio",
    "composite": "composite",
}
REPLACING = frozenset({"replaces", "replacementof", "supersedes", "replacing"})
# TT sends the number of the item that this one takes the place of
REPLACED_NUMBER, REPLACING_SIGNAL = "refuno", "tt_sig:replace"


def item_type(fields: Fields, codes: Codes) -> str:
    """Return one of the item types, "" where there is no class or an unknown one."""
    found = first(fields, "itemclass")
    return ITEM_TYPES.get(word_of(found, codes).lower(), "") if found is not None else ""


def read(fields: Fields, codes: Codes, *, guid: str, version: str, profile: Profile) -> dict[str, Any]:
    """Return the fields of an item that `itemMeta` decides; `fields` are its children by name."""
    status = _status(fields, codes)
    embargo = text(fields["embargoed"][0]).strip() if "embargoed" in fields else None
    until, is_open, doubt = values.read_embargo(embargo, status=status, profile=profile)
    pubstatus = values.read_pubstatus(status)
    signals = tuple(codes.of(signal) or line(signal) for signal in fields.get("signal", ()))
    number = values.version_number(version)
    roles = [codes.of(role) for role in fields.get("role", ())]
    kind = kind_of_signals([*signals, *roles], profile.signal_kinds) or ("update" if number and number > 1 else "new")
    strange = f"The status “{status[:40]}” is unknown; the item is not usable." if pubstatus == "unknown" else ""
    return {
        "status_sent": status,
        "pubstatus": pubstatus,
        "kind": "kill" if pubstatus == "canceled" else kind,
        "embargo_sent": embargo,
        "embargo_until": until,
        "embargo_is_open": is_open,
        "signals": signals,
        "version_created_at": _time(fields, "versioncreated", profile),
        "first_created_at": _time(fields, "firstcreated", profile),
        "expires_at": _time(fields, "expires", profile),
        "profile": first_line(fields, "profile"),
        "warnings": tuple(filter(None, (doubt, strange))),
        "relations": (),
        **_links(fields, codes, guid),
    }


def _time(fields: Fields, name: str, profile: Profile) -> Any:
    return values.read_time(first_line(fields, name), profile=profile)


def _status(fields: Fields, codes: Codes) -> str:
    """Return the status without its alias. Where several stand, one that forbids use wins; an empty one is strange."""
    sent = [word_of(part, codes) or "(no word)" for part in fields.get("pubstatus", ())]
    return next((word for word in sent if values.read_pubstatus(word) != "usable"), sent[0] if sent else "")


@dataclass(frozen=True, slots=True)
class Link:
    """A link to another item, as sent; `rel` is without its alias."""

    rel: str
    guid: str
    version: str


def _links(fields: Fields, codes: Codes, guid: str) -> dict[str, Any]:
    """Return what the links say of other items: those this one takes the place of, comes from, and all of them."""
    if "link" not in fields and "altid" not in fields:
        return {}
    links = list(_linked(fields))
    number = next((value for role, value in alt_ids(fields) if role.rpartition(":")[2] == REPLACED_NUMBER), "")
    signals = {codes.of(signal) for signal in fields.get("signal", ())}
    replaced = [link.guid for link in links if link.rel.lower() in REPLACING]
    replaced += [link.guid for link in links if link.rel.lower() == "prevversion"]
    replaced += [number] if number and REPLACING_SIGNAL in signals else []
    origins = [link.guid for link in links if link.rel.lower() == "evolvedfrom" and link.guid != guid]
    return {
        "replaces": tuple(dict.fromkeys(other for other in replaced if other != guid)),
        "evolved_from": next(iter(origins), ""),
        "relations": tuple(ParsedRelation(link.rel, link.guid, link.version) for link in links[: values.MAX_PARTS]),
        "story_key": number,
    }


def _linked(fields: Fields) -> Iterator[Link]:
    for part in fields.get("link", ()):
        get = part.get
        guid = clean_line(get("residref") or get("guidref") or get("idref") or get("href") or "")
        if guid:
            rel = local_code(clean_line(get("rel") or "")) or "link"
            yield Link(rel, guid[: values.GUID_LIMIT], clean_line(get("version") or ""))


def alt_ids(fields: Fields) -> Iterator[tuple[str, str]]:
    """Yield (role, value) of the other ids of an item."""
    for part in fields.get("altid", ()):
        value = line(part) or clean_line(part.get("id") or "")
        if value:
            yield clean_line(part.get("type") or part.get("role") or part.get("environment") or ""), value


def notes(fields: Fields) -> dict[str, Any]:
    """Return the notes to editors: contacts, what is private by its own word, and the rest. None is for readers."""
    ednotes: list[str] = []
    private: list[str] = []
    contacts: list[str] = []
    for part in fields.get("ednote", ()):
        role = (part.get("role") or "").lower()
        if len(part):
            writer = _notebook(part)
            ednotes += writer.aside.get("note", ())
            private += writer.aside.get("private", ())
        elif "contact" in role:
            contacts.append(line(part))
        elif "nonpublic" in (part.get("pubconstraint") or "").lower() or "closingline" in role:
            private.append(block_lines(part))
        else:
            ednotes.append(text(part).strip())
    return {
        "ednote": "\n".join(dict.fromkeys(row for note in ednotes for row in _rows(note))),
        "private_text": "\n".join(filter(None, private)),
        "contacts": tuple(filter(None, contacts)),
    }


def _rows(note: str) -> list[str]:
    return [row for row in map(clean_line, note.split("\n")) if row]


def _notebook(note: Element) -> BodyWriter:
    writer = BodyWriter({})
    is_whole_private = "nonpublic" in (note.get("pubconstraint") or "").lower()
    for part in note:
        if is_whole_private or local_name(part) not in {"section", "div", "html", "body"}:
            writer.set_aside("private" if is_whole_private else "note", part)
        else:
            xhtml_body.set_notebook_aside(writer, part)
    return writer


def header(message: Element | None, profile: Profile) -> dict[str, Any]:
    """Return what the header of a message says of all its items."""
    fields = by_name(message) if message is not None else {}
    return {
        "sent_at": _time(fields, "sent", profile),
        "priority": values.read_urgency(first_line(fields, "priority")),
    }
