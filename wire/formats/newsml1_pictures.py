"""Gathers the renditions of a NewsML 1 item into pictures: AFP sends one component per size, others one per picture."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from wire.formats import newsml1_tree as tree
from wire.formats.item import ParsedPicture, ParsedRendition

# Roles of components that hold one size of a picture, which stands in the component around them
RENDITIONS = frozenset(
    "highdef highres hires hi high lowdef lowres low quicklook thumbnail thumb preview viewimage medium small large"
    " original full fullsize mediumres web ipad".split()
)
CAPTIONS = frozenset("caption captions captiontext photocaption picturecaption legend legende imagecaption".split())
PICTURES = frozenset("photo picture image photograph logo graphic stillimage bild foto".split())
_LARGE = frozenset("highdef highres hires hi high original full fullsize large main".split())
_FILE = re.compile(r"\.(?:jpe?g|png|gif|tiff?|bmp|webp|eps)(?:[?#].*)?$", re.IGNORECASE)
_FORMAT = re.compile(r"jpe?g|png|gif|tiff?|bmp|bitmap|photo", re.IGNORECASE)


@dataclass(slots=True)
class Draft:
    """A picture while its parts are found. `sizes` are the roles of the renditions it has already."""

    guid: str = ""
    caption: str = ""
    headline: str = ""
    byline: str = ""
    credit: str = ""
    usage_terms: str = ""
    sizes: set[str] = field(default_factory=set)
    renditions: list[ParsedRendition] = field(default_factory=list)
    best: tuple[int, int, int] = (-1, -1, -1)
    href: str = ""

    def add(self, content: etree._Element, role: str) -> None:
        """Take in one file."""
        width, height, size, use = _measures(content)
        name = use or role
        href = tree.clean(content.get("Href"))[:500]
        mime = tree.formal(tree.first(content, "MimeType"))
        self.renditions.append(ParsedRendition(href, name, mime, width, height, size))
        worth = ((width or 0) * (height or 0), int(name.lower() in _LARGE), size or 0)
        if worth > self.best:
            self.best, self.href = worth, href

    def finished(self) -> ParsedPicture:
        return ParsedPicture(
            guid=self.guid,
            caption=self.caption or self.headline,
            credit=self.credit[:200],
            byline=self.byline[:200],
            usage_terms=self.usage_terms,
            href=self.href,
            headline=self.headline if self.caption else "",
            renditions=tuple(self.renditions),
        )


@dataclass(slots=True)
class Frame:
    """A component seen from within: the pictures whose parts stand directly in it."""

    drafts: list[Draft] = field(default_factory=list)

    def draft_for(self, size: str) -> Draft:
        """Return the picture that this size belongs to: the last one, unless it has one of that size already."""
        if not self.drafts or size in self.drafts[-1].sizes:
            self.drafts.append(Draft())
        self.drafts[-1].sizes.add(size)
        return self.drafts[-1]


def is_picture(content: etree._Element, media: str, mime: str) -> bool:
    """Tell whether a ContentItem is a picture file, by what it says of itself or else by its name."""
    if mime:
        return mime.startswith("image/")
    if media:
        return media in PICTURES or (media == "graphics" and _is_picture_file(content))
    return _is_picture_file(content)


def size_of(role: str) -> str:
    """Return under which name a rendition with this role takes its place in a picture."""
    return role if role in RENDITIONS else "main"


def _is_picture_file(content: etree._Element) -> bool:
    name = content.get("Href") or ""
    format = tree.formal(tree.first(content, "Format"))
    return bool(_FILE.search(name) or (name and _FORMAT.search(format)))


def _measures(content: etree._Element) -> tuple[int | None, int | None, int | None, str]:
    """Return width, height, bytes and the name of the size, as far as they are said."""
    width = height = None
    characteristics = tree.first(content, "Characteristics")
    if characteristics is None:
        return None, None, None, ""
    use = ""
    for name, value in tree.properties(characteristics):
        lowered = name.lower()
        if lowered.endswith("width"):
            width = _number(value)
        elif lowered.endswith("height"):
            height = _number(value)
        elif lowered == "imageuse":
            use = value
    return width, height, _number(tree.line(tree.first(characteristics, "SizeInBytes"))), use


def _number(digits: str) -> int | None:
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 12 else None
