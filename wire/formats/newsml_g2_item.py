"""Makes one wire item of a newsItem or packageItem of NewsML-G2."""

from __future__ import annotations

from itertools import chain, islice
from typing import Any

from newsroom.lib.text import clean_line, shorten
from wire.formats import newsml_g2_about as about
from wire.formats import newsml_g2_content, newsml_g2_management, newsml_g2_pictures, paragraphs, values
from wire.formats.item import Parsed, ParsedItem, ParsedPicture, Profile, RefusedItem
from wire.formats.kind_words import grave_kind_of
from wire.formats.newsml_g2_codes import Codes
from wire.formats.newsml_g2_content import Content
from wire.formats.trees import Element, Fields, by_name, first, first_line, local_name

FIRST_WORDS = 110
KILLED = "Killed by the agency"
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SHELL = frozenset({"itemmeta", "contentmeta", "contentset", "groupset"})


def read(element: Element, *, profile: Profile, common: dict[str, Any]) -> Parsed:
    """Return the item; `common` are fields that the message or the document decides for all its items."""
    fields = by_name(element)
    is_package = local_name(element) == "packageitem"
    guid, doubts = _guid(element, profile, is_package=is_package)
    version_sent = clean_line(element.get("version") or "")
    if not guid or not _SHELL.intersection(fields):
        reason = "has no guid: its updates and kills could not be told apart" if not guid else "is an empty shell"
        return RefusedItem(f"The item {reason}.", guid[:80], version_sent[:20])
    if len(guid) > values.GUID_LIMIT or len(version_sent) > values.VERSION_LIMIT:
        return RefusedItem("The item's guid or version is too long to be one.", guid[:80], version_sent[:20])
    codes, meta = Codes(fields), by_name(*fields.get("itemmeta", ()))
    version = version_sent or "1"  # the standard's default
    managed = newsml_g2_management.read(meta, codes, guid=guid, version=version, profile=profile)
    kind = "composite" if is_package else newsml_g2_management.item_type(meta, codes) or "text"
    item = {
        **common,
        **managed,
        **_told(element, fields, meta, codes, kind=kind, profile=profile),
        "guid": guid,
        "version": version,
        "version_sent": version_sent,
        "version_number": values.version_number(version),
        "item_type": kind,
    }
    if item["kind"] in {"new", "update"} and not managed["signals"]:
        item["kind"] = grave_kind_of(item["ednote"]) or item["kind"]
    if is_package:
        _add_members(item, fields.get("groupset", [element]), codes)
    headline, no_headline = _headline(item)
    item["headline_is_stand_in"] = bool(no_headline)
    item["headline"] = headline[: values.HEADLINE_LIMIT]
    item["warnings"] = (*common["warnings"], *doubts, *no_headline, *managed["warnings"])
    return ParsedItem(**item)


def _add_members(item: dict[str, Any], group_sets: list[Element], codes: Codes) -> None:
    """Add what a package refers to: its members, and the pictures among them."""
    relations = (*item["relations"], *newsml_g2_pictures.relations(group_sets))
    item["relations"] = relations[: values.MAX_PARTS]
    linked = {picture.guid for picture in item["pictures"]}
    members = (picture for picture in newsml_g2_pictures.members(group_sets, codes) if picture.guid not in linked)
    item["pictures"] = tuple(islice(chain(item["pictures"], members), values.MAX_PARTS))


def _guid(element: Element, profile: Profile, *, is_package: bool) -> tuple[str, list[str]]:
    """Return the guid and warnings. A package that has none (Scoop) is known by its first member."""
    guid = values.without_suffix(clean_line(element.get("guid") or ""), profile=profile)
    if guid or not is_package:
        return guid, []
    member = next((found.guid for found in newsml_g2_pictures.relations([element])), "")
    warning = "The package has no guid; that of its first member stands in."
    return (f"package:{member}"[: values.GUID_LIMIT], [warning]) if member else ("", [])


def _told(
    element: Element, fields: Fields, meta: Fields, codes: Codes, *, kind: str, profile: Profile
) -> dict[str, Any]:
    """Return what the item tells: its texts, names, pictures and rights."""
    parts = by_name(*fields.get("contentmeta", ()))
    language_sent = _language(element, parts)
    headlines = about.headlines(parts, language_sent)
    content = newsml_g2_content.read(fields.get("contentset", []), headlines.main)
    names = about.asserted(fields["assert"], codes) if "assert" in fields else {}
    standfirst, others = about.descriptions(parts, about.CAPTIONS if kind == "picture" else about.SUMMARIES)
    notes = newsml_g2_management.notes(meta)
    told = {
        **about.read(parts, codes, names, profile),
        **about.rights(fields.get("rightsinfo", [])),
        **notes,
        "headline": headlines.main or content.headline,
        "title": first_line(meta, "title") or content.subhead or "; ".join(headlines.others),
        "standfirst": clean_line(standfirst or content.abstract),
        "body": content.html,
        "byline": (about.byline(parts) or content.byline)[:200],
        "dateline": (first_line(parts, "dateline") or content.dateline or about.place(parts))[:120],
        "language": values.read_language(language_sent, default=profile.language),
        "public_note": "\n".join(others),
        **about.story_key(parts),
        "private_text": "\n".join(filter(None, (notes["private_text"], *content.private))),
        "ednote": "\n".join(dict.fromkeys(filter(None, (*notes["ednote"].split("\n"), *content.notes)))),
        "alt_ids": (*newsml_g2_management.alt_ids(meta), *newsml_g2_management.alt_ids(parts)),
    }
    told["pictures"] = _pictures(told, content, meta, codes, kind=kind, guid=clean_line(element.get("guid") or ""))
    return told


def _language(element: Element, parts: Fields) -> str:
    said = first(parts, "language")
    tag = (said.get("tag") or said.get("qcode") or "") if said is not None else ""
    above = (part.get(_LANG) for part in element.iterancestors())
    return clean_line(tag or element.get(_LANG) or element.get("lang") or next(filter(None, above), ""))


def _pictures(
    told: dict[str, Any], content: Content, meta: Fields, codes: Codes, *, kind: str, guid: str
) -> tuple[ParsedPicture, ...]:
    """Return the item's own picture where it is one, else the pictures that hang on it."""
    if kind in newsml_g2_pictures.PICTURES:
        files = newsml_g2_pictures.renditions(content.files)
        own = ParsedPicture(
            guid=guid,
            caption=told["standfirst"],
            credit=told["credit"][:200],
            byline=told["byline"],
            usage_terms=told["usage_terms"],
            href=newsml_g2_pictures.best_href(files),
            headline=told["headline"],
            renditions=files,
        )
        return (own,)
    beside = newsml_g2_pictures.beside_text(content.files) if kind in {"text", "composite"} else ()
    found = chain(content.pictures, beside, newsml_g2_pictures.linked(meta, codes))
    return tuple(islice(found, values.MAX_PARTS))


def _headline(item: dict[str, Any]) -> tuple[str, list[str]]:
    """Return the headline or what stands in for it, never empty, and a warning in that case."""
    sent = item["headline"] or item["title"]
    if sent:
        return sent, []
    stand_in = item["slugline"] or shorten(paragraphs.plain_line(item["body"] or item["standfirst"]), FIRST_WORDS)
    stand_in = stand_in or (KILLED if item["pubstatus"] == "canceled" else f"(No headline) {item['guid']}")
    return stand_in, ["No headline was sent; other words of the item stand in."]
