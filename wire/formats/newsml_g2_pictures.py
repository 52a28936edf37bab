"""The pictures of a NewsML-G2 item: the item itself, files beside a text, links, and members of a package."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from newsroom.lib.text import clean_line
from wire.formats import values
from wire.formats.body_writer import block_lines
from wire.formats.item import ParsedPicture, ParsedRelation, ParsedRendition
from wire.formats.newsml_g2_codes import Codes, local_code
from wire.formats.newsml_g2_management import item_type
from wire.formats.trees import Element, Fields, by_name, first_line, local_name

PICTURES = frozenset({"picture", "graphic"})
_SMALL = frozenset({"thumbnail", "thumb", "icon"})


def renditions(files: list[Element]) -> tuple[ParsedRendition, ...]:
    """Return the files that may be pictures."""
    return tuple(_rendition(part) for part in files if _may_be_picture(part))


def _may_be_picture(part: Element) -> bool:
    mime = (part.get("contenttype") or "").lower()
    return mime.startswith("image/") or not mime


def _rendition(part: Element) -> ParsedRendition:
    get = part.get
    return ParsedRendition(
        href=clean_line(get("href") or get("residref") or ""),
        name=local_code(clean_line(get("rendition") or "")),
        mime=clean_line(get("contenttype") or ""),
        width_px=values.version_number(get("width") or ""),
        height_px=values.version_number(get("height") or ""),
        size_bytes=values.version_number(get("size") or ""),
    )


def best_href(files: tuple[ParsedRendition, ...]) -> str:
    """Return the address of the widest file; of files without a width, the first that is no thumbnail."""
    best = max(files, key=lambda file: (file.name.lower() not in _SMALL, file.width_px or 0), default=None)
    return best.href[:500] if best else ""


def beside_text(files: list[Element]) -> Iterator[ParsedPicture]:
    """Yield the pictures that are sent as files of a text: the same rendition twice is two pictures."""
    groups: dict[str, list[Element]] = {}
    counts: dict[str, int] = {}
    for part in files:
        if (part.get("contenttype") or "").lower().startswith("image/"):
            rendition = part.get("rendition") or ""
            counts[rendition] = counts.get(rendition, 0) + 1
            key = part.get("residref") or str(counts[rendition])
            groups.setdefault(key, []).append(part)
    for key, group in groups.items():
        found = renditions(group)
        guid = "" if key.isdecimal() else clean_line(key)[: values.GUID_LIMIT]
        yield ParsedPicture(guid=guid, href=best_href(found), renditions=found)


def linked(fields: Fields, codes: Codes) -> Iterator[ParsedPicture]:
    """Yield the pictures that an item links to, each once."""
    yield from _referred(fields.get("link", []), codes)


def members(group_sets: list[Element], codes: Codes) -> Iterator[ParsedPicture]:
    """Yield the pictures among the members of a package, as far as their references say that they are some."""
    yield from _referred(list(references(group_sets)), codes)


def references(parts: list[Element]) -> Iterator[Element]:
    """Yield the references to items anywhere inside of a package."""
    for part in parts:
        yield from (node for node in part.iter(etree.Element) if local_name(node) == "itemref")


def relations(parts: list[Element]) -> tuple[ParsedRelation, ...]:
    """Return the members of a package; groups inside of groups are flattened, cycles do no harm."""
    found = ((reference_of(part), clean_line(part.get("version") or "")) for part in references(parts))
    return tuple(dict.fromkeys(ParsedRelation("member", guid, version) for guid, version in found if guid))


def reference_of(part: Element) -> str:
    get = part.get
    return clean_line(get("residref") or get("guidref") or get("href") or "")[: values.GUID_LIMIT]


def _referred(parts: list[Element], codes: Codes) -> Iterator[ParsedPicture]:
    seen = set()
    for part in parts:
        fields = by_name(part)
        is_picture = item_type(fields, codes) in PICTURES or (part.get("contenttype") or "").startswith("image/")
        guid = reference_of(part)
        if not is_picture or guid in seen:
            continue
        seen.add(guid)
        files = tuple(_rendition(file) for file in fields.get("remotecontent", ()) if _may_be_picture(file))
        caption = "\n".join(block_lines(found) for found in fields.get("description", ())).strip()
        title = first_line(fields, "headline") or first_line(fields, "title")
        yield ParsedPicture(
            guid=guid,
            caption=caption or title,
            credit=first_line(fields, "creditline")[:200],
            href=best_href(files) or clean_line(part.get("href") or "")[:500],
            headline=title,
            renditions=files,
        )
