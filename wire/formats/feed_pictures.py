"""The pictures of a feed's item: Media RSS, enclosures, thumbnails. One picture in several sizes counts once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml import etree

from newsroom.lib.text import clean_line
from wire.formats import paragraphs, values
from wire.formats.feed_markup import first_text, join
from wire.formats.feed_names import FeedNames, Fields
from wire.formats.item import ParsedPicture, ParsedRendition

_ENDINGS = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".tif", ".tiff", ".bmp", ".svg", ".heic")
MAX_FILES = 200
_CAPTIONS = ("media:description", "media:text", "media:title")
_SOURCES = ("media:group", "media:content", "enclosure", "media:thumbnail")


def pictures(fields: Fields, names: FeedNames, *, base: str) -> tuple[ParsedPicture, ...]:
    """Return each picture once, as it was sent first; a thumbnail counts where there is nothing else."""
    if not any(key in fields for key in _SOURCES):
        return ()
    found: dict[str, ParsedPicture] = {}
    for parts, described in islice(_candidates(fields, names), MAX_FILES):
        renditions = [rendition for part in parts[:MAX_FILES] if (rendition := _rendition(part, base)).href]
        if renditions:
            _add(found, renditions, [*described, fields])
    if not found:
        renditions = [rendition for part in _thumbnails(fields, names) if (rendition := _rendition(part, base)).href]
        if renditions:
            _add(found, renditions, [fields])
    return tuple(found.values())


def enclosure_links(links: list[etree._Element]) -> list[etree._Element]:
    """Return Atom's links that are enclosures."""
    return [link for link in links if (link.get("rel") or "").strip().lower() == "enclosure"]


def _candidates(fields: Fields, names: FeedNames) -> Iterator[tuple[list[etree._Element], list[Fields]]]:
    """Yield the files of one picture, and where its words stand, nearest first."""
    for group in fields.get("media:group", ()):
        inner = names.fields(group)
        parts = [part for part in inner.get("media:content", ()) if _is_picture(part)]
        yield parts, [*(names.fields(part) for part in parts if len(part)), inner]
    for part in fields.get("media:content", ()):
        if _is_picture(part):
            yield [part], [names.fields(part)] if len(part) else []
    for part in fields.get("enclosure", ()):
        if _is_picture(part):
            yield [part], []


def _thumbnails(fields: Fields, names: FeedNames) -> list[etree._Element]:
    found = list(fields.get("media:thumbnail", ()))
    for key in ("media:group", "media:content"):
        for part in fields.get(key, ()) if not found else ():
            inner = names.fields(part)
            found += inner.get("media:thumbnail", [])
            for content in inner.get("media:content", ()):
                found += names.fields(content).get("media:thumbnail", [])
    return found


def _add(found: dict[str, ParsedPicture], renditions: list[ParsedRendition], described: list[Fields]) -> None:
    best = max(renditions, key=lambda rendition: rendition.width_px or 0)
    key = _identity(best.href)
    if key in found:
        best = max(best, *found[key].renditions, key=lambda rendition: rendition.width_px or 0)
        renditions = [*found[key].renditions, *renditions]
    caption = paragraphs.plain_line(_said(described, *_CAPTIONS))
    credit = clean_line(_said(described, "media:credit"))[:200]
    before = found.get(key)
    found[key] = ParsedPicture(
        caption=(before.caption if before else "") or caption,
        credit=(before.credit if before else "") or credit,
        href=best.href,
        headline=paragraphs.plain_line(_said(described[:-1], "media:title"))[: values.HEADLINE_LIMIT],
        usage_terms=clean_line(_said(described, "media:copyright", "media:license"))[:200],
        renditions=tuple(renditions),
    )


def _said(described: list[Fields], *keys: str) -> str:
    for fields in described:
        for key in keys:
            if key in fields and (text := first_text(fields[key])):
                return text
    return ""


def _identity(href: str) -> str:
    """Return what two sizes of a picture share: their address without the query, where that is a picture's."""
    path = href.partition("?")[0]
    return path if path.lower().endswith(_ENDINGS) else href


def _is_picture(part: etree._Element) -> bool:
    medium, mime = (part.get("medium") or "").lower(), (part.get("type") or "").lower()
    if medium or mime:
        return medium == "image" or mime.startswith("image")
    address = part.get("url") or part.get("href") or ""
    return address.partition("?")[0].lower().endswith(_ENDINGS)


def _rendition(part: etree._Element, base: str) -> ParsedRendition:
    sent = part.get("url") or part.get("href") or ""
    return ParsedRendition(
        href=join(base, clean_line(sent))[:500],
        mime=clean_line(part.get("type") or "")[:80],
        width_px=_pixels(part.get("width")),
        height_px=_pixels(part.get("height")),
        size_bytes=_pixels(part.get("fileSize") or part.get("length")),
    )


def _pixels(sent: str | None) -> int | None:
    return values.version_number(sent.strip()) or None if sent else None
