"""The components of a NewsML 1 item as plain objects, made in one pass over their elements."""

from __future__ import annotations

import re

from lxml import etree

from wire.formats import newsml1_tree as tree

MAX_DEPTH = 60
# Children of a component that say something, beside its contents and the components in it
DESCRIBING = frozenset(
    "NewsLines AdministrativeMetadata RightsMetadata DescriptiveMetadata Metadata NewsItemRef NewsItem Comment".split()
)
_NO_LETTERS = re.compile(r"[^a-z0-9]+")


class Content:
    """A ContentItem: what it says of itself, and its DataContent where the copy came along."""

    __slots__ = ("characteristics", "data", "duid", "format", "href", "media", "mime")

    def __init__(self, element: etree._Element) -> None:
        self.href = tree.clean(element.get("Href"))[:500]
        self.duid = tree.clean(element.get("Duid"))
        self.media = self.mime = self.format = ""
        self.characteristics: etree._Element | None = None
        self.data: etree._Element | None = None
        for child in element:
            name = tree.name_of(child)
            if name == "MediaType":
                self.media = tree.formal(child).lower()
            elif name == "MimeType":
                self.mime = tree.formal(child).lower()
            elif name == "Format":
                self.format = tree.formal(child)
            elif name == "Characteristics":
                self.characteristics = child
            elif name == "DataContent":
                self.data = child
            elif name == "Encoding" and self.data is None:
                self.data = tree.first(child, "DataContent")


class Component:
    """A NewsComponent. `role` is in small letters without anything between them; `language` as it was sent.

    `are_forms`: it says that its contents are forms of one thing, of which one is to be chosen.
    """

    __slots__ = ("are_forms", "contents", "described", "inner", "language", "role")

    def __init__(self, element: etree._Element, depth: int = 0) -> None:
        self.role = ""
        self.language = tree.language_of(element)
        self.are_forms = (element.get("EquivalentsList") or "").lower() == "yes"
        self.described: list[tuple[str, etree._Element]] = []
        self.contents: list[Content] = []
        self.inner: list[Component] = []
        for child in element:
            name = tree.name_of(child)
            if name == "NewsComponent":
                if depth < MAX_DEPTH:
                    self.inner.append(Component(child, depth + 1))
            elif name == "ContentItem":
                self.contents.append(Content(child))
            elif name in DESCRIBING:
                self.described.append((name, child))
            elif name == "BasisForChoice":
                self.are_forms = True
            elif name == "Role":
                self.role = _NO_LETTERS.sub("", tree.formal(child).lower())

    def of(self, name: str) -> etree._Element | None:
        """Return the first child of that name, of those that describe the component."""
        return next((element for own, element in self.described if own == name), None)

    def has_text(self) -> bool:
        """Tell whether there is any copy in it or in those within."""
        own = any(content.data is not None and tree.line(content.data) for content in self.contents)
        return own or any(part.has_text() for part in self.inner)
