"""Gathers the renditions of a NewsML 1 item into pictures: AFP sends one component per size, others one per picture."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from wire.formats import newsml1_tree as tree
from wire.formats.item import ParsedPicture, ParsedRendition
from wire.formats.newsml1_components import Content

# Roles of components that hold one size of a picture, which stands in the component around them
_RENDITION = re.compile(
    r"high|hi$|hires|low|lo$|lores|mid|medium|quick|thumb|preview|view|small|large|full|original|web|print|ipad|base|square"
    r"|vignette|mini|icon"
)
CAPTIONS = frozenset("caption captions captiontext photocaption picturecaption legend legende imagecaption".split())
PICTURES = frozenset("photo picture image photograph logo graphic stillimage bild foto".split())
_LARGE = frozenset("highdef highres hires hi high original full fullsize large main".split())
# Two sizes of a picture differ in width over height by less than this
SAME_SHAPE = 0.04
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

    def add(self, content: Content, role: str) -> None:
        """Take in one file."""
        width, height, size, use = _measures(content)
        name = use or role
        self.renditions.append(ParsedRendition(content.href, name, content.mime, width, height, size))
        worth = ((width or 0) * (height or 0), int(name.lower() in _LARGE), size or 0)
        if worth > self.best:
            self.best, self.href = worth, content.href

    def is_another(self, content: Content, *, are_sizes: bool) -> bool:
        """Tell whether a file of the same component is of another picture: by its name, unless said or by shape not."""
        if are_sizes or not self.renditions:
            return False
        last = self.renditions[-1]
        one, other = (_FILE.sub("", href.rpartition("/")[2]).lower() for href in (last.href, content.href))
        if one.startswith(other) or other.startswith(one):
            return False
        width, height, _, use = _measures(content)
        if use or not (width and height and last.width_px and last.height_px):
            return not use
        is_alike = abs(width / height - last.width_px / last.height_px) < SAME_SHAPE
        return not (is_alike and width != last.width_px)

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


def is_picture(content: Content) -> bool:
    """Tell whether a content is a picture file, by what it says of itself or else by its name."""
    if content.mime:
        return content.mime.startswith("image/")
    if content.media:
        return content.media in PICTURES or (content.media == "graphics" and _is_picture_file(content))
    return _is_picture_file(content)


def is_rendition(role: str) -> bool:
    """Tell whether a role is that of one size of a picture: HighDef, Thumbnail, LowResolution, …"""
    return bool(_RENDITION.match(role))


def is_caption(role: str) -> bool:
    return role in CAPTIONS


def size_of(role: str) -> str:
    """Return under which name a rendition with this role takes its place in a picture."""
    return role if is_rendition(role) else "main"


def _is_picture_file(content: Content) -> bool:
    return bool(_FILE.search(content.href) or (content.href and _FORMAT.search(content.format)))


def _measures(content: Content) -> tuple[int | None, int | None, int | None, str]:
    """Return width, height, bytes and the name of the size, as far as they are said."""
    width = height = size = None
    use = ""
    if content.characteristics is None:
        return None, None, None, ""
    for child in content.characteristics:
        name = tree.name_of(child)
        if name == "SizeInBytes":
            size = _number(tree.line(child))
        elif name == "Property":
            lowered = (child.get("FormalName") or "").lower()
            value = tree.clean(child.get("Value"))
            if lowered.endswith("width"):
                width = _number(value)
            elif lowered.endswith("height"):
                height = _number(value)
            elif lowered == "imageuse":
                use = value
    return width, height, size, use


def _number(digits: str) -> int | None:
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 12 else None
