"""What `contentMeta` and `rightsInfo` of a NewsML-G2 item say: headline, lines, subjects, genres, rights."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from newsroom.lib.text import clean_line
from wire.formats import values
from wire.formats.body_writer import block_lines
from wire.formats.item import ParsedName, Profile
from wire.formats.newsml_g2_codes import Codes, kind_of_concept, local_code, scheme_of
from wire.formats.trees import Element, Fields, by_name, child_line, first, first_line, line, lines

NAME_LIMIT = 100
MAIN_ROLES = frozenset({"", "main", "headline", "title", "hl1"})
SUMMARIES = ("summary", "teaser", "abstract", "lead", "standfirst", "intro", "synthe", "short", "")
CAPTIONS = ("caption", "caption-extended", "", "summary", "description", "long")
STORY_PROPERTY = "originaltransmissionreference"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Headlines:
    """The headline, "" where none was sent, and what stands beside it."""

    main: str
    others: tuple[str, ...]


def headlines(fields: Fields, language: str) -> Headlines:
    """Return the headlines in the order of what they are: main roles, low ranks, the item's own language first."""
    sent = [(line(part), part) for part in fields.get("headline", ())]
    if len(sent) == 1:
        return Headlines(sent[0][0], ())
    ranked = sorted(
        ((_headline_rank(part, language), words) for words, part in sent if words), key=lambda pair: pair[0]
    )
    words = [words for _, words in ranked]
    return Headlines(words[0] if words else "", tuple(words[1:]))


def _headline_rank(part: Element, language: str) -> tuple[bool, bool, int]:
    own = (part.get(_LANG) or "").lower().partition("-")[0]
    is_foreign = bool(own and language) and own != language.lower().partition("-")[0]
    rank = values.version_number(part.get("rank") or "0")
    return local_code(part.get("role") or "").lower() not in MAIN_ROLES, is_foreign, rank or 0


def read(fields: Fields, codes: Codes, names: dict[str, str], profile: Profile) -> dict[str, Any]:
    """Return the fields of an item that `contentMeta` alone decides; `names` are those of concepts by their codes."""
    return {
        "urgency": values.read_urgency(first_line(fields, "urgency")),
        "slugline": first_line(fields, "slugline")[:200],
        "credit": first_line(fields, "creditline")[:120],
        "keywords": tuple(dict.fromkeys(lines(fields, "keyword"))),
        "genres": tuple(dict.fromkeys(filter(None, (name_of(part, codes) for part in fields.get("genre", ()))))),
        "names": tuple(islice(_names(fields, codes, names), values.MAX_PARTS)),
        "content_created_at": values.read_time(
            first_line(fields, "contentcreated") or first_line(fields, "contentmodified"), profile=profile
        ),
    }


def name_of(part: Element, codes: Codes) -> str:
    """Return the name of a concept, in whatever language it was sent first, else its code as it came."""
    return child_line(part, "name") or codes.of(part)


def _names(fields: Fields, codes: Codes, names: dict[str, str]) -> Iterator[ParsedName]:
    seen = set()
    for part in fields.get("subject", ()):
        get = part.get
        code = codes.of(part)
        name = child_line(part, "name") or names.get(code, "") or clean_line(get("literal") or "")
        kind = kind_of_concept(code, get("type") or "")
        if (name or code) and (name, kind, code) not in seen:
            seen.add((name, kind, code))
            yield ParsedName(name[:NAME_LIMIT], kind, code[:120], scheme_of(code), _relevance(get("relevance")))


def _relevance(sent: str | None) -> int | None:
    relevance = values.version_number(sent) if sent else None
    return relevance if relevance is not None and relevance <= 100 else None


def byline(fields: Fields) -> str:
    """Return the byline as sent; without one, the full names of who made it (a login is no name)."""
    sent = ", ".join(lines(fields, "by"))
    if sent:
        return sent
    makers = (child_line(part, "name") or clean_line(part.get("literal") or "") for part in fields.get("creator", ()))
    return ", ".join(dict.fromkeys(name for name in makers if " " in name))


def place(fields: Fields) -> str:
    """Return the name of the place that the item is located in."""
    found = first(fields, "located")
    return (child_line(found, "name") or clean_line(found.get("literal") or "")) if found is not None else ""


def descriptions(fields: Fields, roles: tuple[str, ...]) -> tuple[str, list[str]]:
    """Return the description that comes first in the order of roles, and all others."""
    sent = [(local_code(part.get("role") or "").lower(), block_lines(part)) for part in fields.get("description", ())]
    sent = [(role, words) for role, words in sent if words]
    for wanted in roles:
        for role, words in sent:
            if role == wanted:
                return words, [other for _, other in sent if other is not words]
    return "", [words for _, words in sent]


def story_key(fields: Fields) -> dict[str, str]:
    """Return what the versions of a running story share, where it is sent: TT has a property for it."""
    for part in fields.get("contentmetaextproperty", ()):
        if local_code(part.get("type") or "").lower() == STORY_PROPERTY:
            return {"story_key": clean_line(part.get("literal") or part.get("value") or "")}
    return {}


def rights(parts: list[Element]) -> dict[str, Any]:
    """Return who owns an item and on what terms it may be used."""
    fields = by_name(*parts)
    holders = (child_line(part, "name") or _holder_code(part) for part in fields.get("copyrightholder", ()))
    return {
        "copyright_holder": next(filter(None, holders), "")[:200],
        "copyright_notice": "\n".join(lines(fields, "copyrightnotice")),
        "usage_terms": "\n".join(block_lines(part) for part in fields.get("usageterms", ())).strip(),
    }


def _holder_code(part: Element) -> str:
    return clean_line(part.get("literal") or "") or line(part) or local_code(part.get("qcode") or "")


def asserted(parts: list[Element], codes: Codes) -> dict[str, str]:
    """Return the names of the concepts that an item asserts, by their codes."""
    found = ((codes.of(part), child_line(part, "name")) for part in parts)
    return {code: name for code, name in found if code and name}
