"""Reads NITF 3.x: one story a document, with its management in `docdata`.

A document may cancel another one (`management-doc-idref`): that is a notice, and its own status is its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from newsroom.lib import xml
from newsroom.lib.text import clean_line, shorten
from wire.formats import nitf_body, nitf_docdata, paragraphs, values
from wire.formats.body_writer import block_lines
from wire.formats.item import Parsed, ParsedItem, ParsedName, ParseError, Profile
from wire.formats.nitf_docdata import Management
from wire.formats.trees import Element, Fields, by_name, first_line, line, local_name, parted_line

NAME_LIMIT = 100
FIRST_WORDS = 110
KILLED = "Killed by the agency"
_END = re.compile(rb"</(?:[\w.-]+:)?nitf\s*>", re.IGNORECASE)


def parse(payload: bytes, *, profile: Profile) -> list[Parsed]:
    """Return the one story of a document, or raise ParseError."""
    try:
        document = xml.parse(payload)
    except xml.XmlError as error:
        raise ParseError("not_xml", str(error)) from error
    if local_name(document.root) != "nitf":
        raise ParseError("unknown_format", "This is XML, but no NITF.")
    if document.degraded and not _END.search(payload.replace(b"\x00", b"")):
        raise ParseError("not_xml", "The document breaks off before its end.")
    return [_parsed(document.root, profile, document.warnings, is_degraded=document.degraded)]


def _parsed(root: Element, profile: Profile, repairs: tuple[str, ...], *, is_degraded: bool) -> ParsedItem:
    """Return the story of a document: `docdata` says what it is, `body` what it tells."""
    parts = by_name(root)
    head = by_name(*parts.get("head", ()))
    docdata = head.get("docdata", [])
    published = next((part.get("date.publication") or "" for part in head.get("pubdata", ())), "")
    management = nitf_docdata.read(docdata, by_name(*docdata), profile, published)
    told = nitf_body.story(root)
    headline, is_stand_in, doubts = _headline(told, head, management)
    version = management.version_sent or management.issued or values.digest(headline, told.html)
    guid, guid_doubts = _guid(management, headline, profile)
    taglines = [found for element in told.end.get("tagline", ()) if (found := parted_line(element))]
    return ParsedItem(
        guid=guid,
        version=version[: values.VERSION_LIMIT],
        headline=headline[: values.HEADLINE_LIMIT],
        **management.fields,
        slugline=(management.key or _meta(head, "slug", "slugline"))[:200],
        standfirst=clean_line(told.abstract),
        body=told.html,
        byline=told.byline[:200],
        dateline=(told.dateline or management.place)[:120],
        language=values.read_language(_language(root, parts), default=profile.language),
        credit=(first_line(told.head, "distributor") or management.registrar)[:120],
        names=tuple(islice(_names(head), values.MAX_PARTS)),
        pictures=told.pictures[: values.MAX_PARTS],
        warnings=(*repairs, *doubts, *guid_doubts, *management.warnings),
        title=first_line(head, "title"),
        genres=tuple(_genres(head)),
        profile=_type(head),
        sent_at=values.read_time(published, profile=profile),
        copyright_notice="\n".join(block_lines(element) for element in told.head.get("rights", ())),
        public_note="\n".join(filter(None, (told.note, *(words for words in taglines if "@" not in words)))),
        contacts=tuple(words for words in taglines if "@" in words),
        private_text="\n\n".join(told.private),
        is_degraded=is_degraded,
        headline_is_stand_in=is_stand_in,
    )


def _headline(told: nitf_body.NitfStory, head: Fields, management: Management) -> tuple[str, bool, list[str]]:
    if told.headline:
        return told.headline, False, []
    if title := first_line(head, "title"):
        return title, False, ["The title stands in for the headline, which was not sent."]
    words = shorten(paragraphs.plain_line(told.html or told.abstract), FIRST_WORDS)
    if words:
        return words, True, ["No headline was sent; its first words stand in."]
    stand_in = (
        KILLED
        if management.fields["pubstatus"] == "canceled"
        else " ".join(management.fields["keywords"]) or "(No headline)"
    )
    return stand_in, True, ["No headline was sent; nothing in the item can stand in for it."]


def _guid(management: Management, headline: str, profile: Profile) -> tuple[str, list[str]]:
    """Return the guid and warnings. AP sends no id-string: its documents are known by what else is steady."""
    sent = values.without_suffix(management.guid_sent, profile=profile)
    if sent:
        return sent[: values.GUID_LIMIT], []
    steady = management.key or values.digest(headline, management.issued)
    stand_in = f"nitf:{management.registrar}:{steady}"[: values.GUID_LIMIT]
    return stand_in, ["The document has no id: it cannot be told for certain which versions belong together."]


def _language(root: Element, parts: Fields) -> str:
    said = root.get("baselang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    return clean_line(said or next((body.get("lang") or "" for body in parts.get("body", ())), ""))


def _names(head: Fields) -> Iterator[ParsedName]:
    """Yield each subject once: the name of its finest level, and its code as it came."""
    seen = set()
    for tobject in head.get("tobject", ()):
        for subject in by_name(tobject).get("tobject.subject", ()):
            get = subject.get
            finest = get("tobject.subject.detail") or get("tobject.subject.matter") or get("tobject.subject.type")
            name = clean_line(finest or line(subject))[:NAME_LIMIT]
            code = clean_line(get("tobject.subject.refnum") or get("tobject.subject.code") or "")
            if (name or code) and (name, code) not in seen:
                seen.add((name, code))
                yield ParsedName(name, "topic", values.topic_code(code), clean_line(get("tobject.subject.ipr") or ""))


def _genres(head: Fields) -> Iterator[str]:
    for tobject in head.get("tobject", ()):
        for part in by_name(tobject).get("tobject.property", ()):
            if kind := clean_line(part.get("tobject.property.type") or ""):
                yield kind


def _type(head: Fields) -> str:
    return next((clean_line(tobject.get("tobject.type") or "") for tobject in head.get("tobject", ())), "")


def _meta(head: Fields, *names: str) -> str:
    found = (meta.get("content") for meta in head.get("meta", ()) if (meta.get("name") or "").lower() in names)
    return clean_line(next(filter(None, found), ""))
