"""Walks the components of a NewsML 1 item once and gathers what they say, before anybody chooses among it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from wire.formats import newsml1_bodies, newsml1_management, newsml1_metadata, newsml1_pictures
from wire.formats import newsml1_tree as tree
from wire.formats.item import ParsedName
from wire.formats.newsml1_pictures import Draft, Frame

MAX_DEPTH = 40
_NO_LETTERS = re.compile(r"[^a-z0-9]+")
# Roles of components whose text is no body, and where it goes
_ROLES = {
    **dict.fromkeys(newsml1_pictures.CAPTIONS, "caption"),
    **dict.fromkeys(("stylesheet", "css"), "style"),
    **dict.fromkeys(("contact", "contacts", "presscontact"), "contact"),
    **dict.fromkeys(("headline", "title", "titel", "titre"), "headline"),
    **dict.fromkeys(("subheadline", "subtitle", "lead", "abstract", "summary", "chapo", "teaser", "intro"), "summary"),
    **dict.fromkeys(("ednote", "editornote", "editorsnote", "advisory", "instructions", "note", "notes"), "ednote"),
    **dict.fromkeys(("notforpublication", "nonpublic", "notebook", "internal", "notepad"), "private"),
    **dict.fromkeys(("keyword", "keywords"), "keyword"),
    **dict.fromkeys(("body", "main", "text", "story", "article", "maintext", "bodytext"), "body"),
}
_MEDIA = {"video": "video", "audio": "audio", "radio": "audio", "sound": "audio", "animation": "video", "film": "video"}


@dataclass(slots=True)
class Text:
    """A text of the item: what its component says it is, its DataContent, how many letters it has."""

    role: str
    data: etree._Element
    length: int


@dataclass(slots=True)
class Story:
    """What one language version of an item says, in the order it was sent."""

    lines: dict[str, list[str]] = field(default_factory=dict)
    texts: list[Text] = field(default_factory=list)
    frames: list[Frame] = field(default_factory=list)
    names: dict[tuple[str, str], ParsedName] = field(default_factory=dict)
    keywords: dict[str, None] = field(default_factory=dict)
    genres: dict[str, None] = field(default_factory=dict)
    media: list[str] = field(default_factory=list)
    members: dict[str, None] = field(default_factory=dict)
    language: str = ""
    city: str = ""

    def say(self, what: str, words: str) -> None:
        """Keep a line; what was said before is not said twice."""
        said = self.lines.setdefault(what, [])
        if words and words not in said:
            said.append(words)

    def first(self, *whats: str) -> str:
        """Return the first line of the first of these that there is."""
        return next((said[0] for said in map(self.lines.get, whats) if said), "")

    def all(self, what: str, *, joined: str = "\n") -> str:
        return joined.join(self.lines.get(what, ()))

    @property
    def drafts(self) -> list[Draft]:
        return [draft for frame in self.frames for draft in frame.drafts]


def role_of(component: etree._Element) -> str:
    role = tree.formal(tree.first(component, "Role"))
    return _NO_LETTERS.sub("", role.lower())


def walk(
    component: etree._Element,
    story: Story,
    *,
    around: Frame | None = None,
    depth: int = 0,
    skipped: frozenset[etree._Element] = frozenset(),
) -> None:
    """Gather what a component and those in it say."""
    if depth > MAX_DEPTH:
        return
    frame = Frame()
    story.frames.append(frame)
    role = role_of(component)
    parts = _Parts(component, skipped)
    shown = _contents(parts, story, role=role, target=around if around is not None else frame)
    if depth == 0:
        shown = None
    elif shown is None:
        shown = _group_of(parts, role=role, frame=frame)
    for element in parts.described:
        _describe(element, story, shown)
    for inner in parts.components:
        walk(inner, story, around=frame, depth=depth + 1, skipped=skipped)


class _Parts:
    """The children of a component by what is to be done with them."""

    def __init__(self, component: etree._Element, skipped: frozenset[etree._Element]) -> None:
        self.described: list[etree._Element] = []
        self.components: list[etree._Element] = []
        self.contents: list[etree._Element] = []
        for child in component:
            name = tree.name_of(child)
            if name == "NewsComponent":
                if child not in skipped:
                    self.components.append(child)
            elif name == "ContentItem":
                self.contents.append(child)
            elif name in _DESCRIBED:
                self.described.append(child)


def _contents(parts: _Parts, story: Story, *, role: str, target: Frame) -> Draft | None:
    """Take in the ContentItems; return the picture they are, where there is no text beside it."""
    own: Draft | None = None
    has_text = False
    for content in parts.contents:
        media = tree.formal(tree.first(content, "MediaType")).lower()
        mime = tree.formal(tree.first(content, "MimeType")).lower()
        if newsml1_pictures.is_picture(content, media, mime):
            own = own or target.draft_for(newsml1_pictures.size_of(role))
            own.guid = own.guid or tree.clean(content.get("Duid"))
            own.add(content, role)
            continue
        other = _MEDIA.get(media) or _MEDIA.get(mime.partition("/")[0], "")
        if other or media == "graphic":
            story.media.append(other or media)
        data = _data_of(content)
        if data is not None and (not other or len(data)):
            has_text |= _text(data, story, role=_ROLES.get(role, role), mime=mime, target=target)
    return None if has_text else own


def _text(data: etree._Element, story: Story, *, role: str, mime: str, target: Frame) -> bool:
    """Put a text where its role says; tell whether there was any."""
    length = newsml1_bodies.length_of(data)
    if not length or role == "style" or mime == "text/css":
        return False
    if role == "caption":
        target.draft_for("caption").caption = tree.line(data)
    elif role in {"headline", "keyword"}:
        story.say(role, tree.line(data))
    elif role in {"contact", "summary", "ednote", "private"}:
        story.say(role, newsml1_metadata.text_lines(newsml1_bodies.html_of(data)))
    else:
        story.texts.append(Text(role, data, length))
    return True


def _group_of(parts: _Parts, *, role: str, frame: Frame) -> Draft | None:
    """Return the picture whose sizes and caption are the components in this one, where it holds nothing else."""
    roles = {role_of(component) for component in parts.components}
    sizes = newsml1_pictures.RENDITIONS | newsml1_pictures.CAPTIONS
    if roles and roles <= sizes and (roles & newsml1_pictures.RENDITIONS or role in newsml1_pictures.PICTURES):
        if not frame.drafts:
            frame.drafts.append(Draft())
        return frame.drafts[-1]
    return None


def _data_of(content: etree._Element) -> etree._Element | None:
    data = tree.first(content, "DataContent")
    return data if data is not None else tree.first(content, "Encoding", "DataContent")


def _lines(element: etree._Element, story: Story, shown: Draft | None) -> None:
    if shown is None:
        newsml1_metadata.news_lines(element, story.say)
        return
    said: dict[str, str] = {}
    newsml1_metadata.news_lines(element, lambda what, words: said.setdefault(what, words) and None)
    shown.headline = shown.headline or said.get("headline", "")
    shown.caption = shown.caption or said.get("summary", "")
    shown.byline = shown.byline or said.get("byline", "")
    shown.credit = shown.credit or said.get("credit", "") or said.get("copyright", "")
    shown.usage_terms = shown.usage_terms or said.get("rights", "")


def _describe(element: etree._Element, story: Story, shown: Draft | None) -> None:
    _DESCRIBED[tree.name_of(element)](element, story, shown)


def _descriptive(element: etree._Element, story: Story, shown: Draft | None) -> None:
    newsml1_metadata.descriptive(element, story.names, story.keywords, story.genres)
    language = newsml1_metadata.language_of(element)
    if shown is None and not story.language:
        story.language = language
    if not story.city:
        story.city = newsml1_metadata.origin_of(element)


def _administrative(element: etree._Element, story: Story, shown: Draft | None) -> None:
    if shown is None:
        newsml1_metadata.administrative(element, story.say)
        return
    for party in tree.named(element, "Creator"):
        shown.byline = shown.byline or tree.formal(tree.first(party, "Party"))


def _rights(element: etree._Element, story: Story, shown: Draft | None) -> None:
    if shown is None:
        newsml1_metadata.rights(element, story.say)
    else:
        terms: list[str] = []
        newsml1_metadata.rights(element, lambda what, words: terms.append(words) if what == "rights" else None)
        shown.usage_terms = shown.usage_terms or "\n".join(filter(None, terms))


def _member(element: etree._Element, story: Story, shown: Draft | None) -> None:
    guid = tree.clean(element.get("NewsItem"))
    if guid:
        story.members[guid] = None


def _nested(element: etree._Element, story: Story, shown: Draft | None) -> None:
    """An item within an item is one of its own; here it is only said to belong."""
    guid = newsml1_management.guid_of(element)
    if guid:
        story.members[guid] = None


def _keywords(element: etree._Element, story: Story, shown: Draft | None) -> None:
    kind = tree.formal(tree.first(element, "MetadataType")).lower()
    if "keyword" in kind:
        story.keywords.update((value, None) for _, value in tree.properties(element) if value)


_DESCRIBED: dict[str, Callable[[etree._Element, Story, Draft | None], None]] = {
    "NewsLines": _lines,
    "AdministrativeMetadata": _administrative,
    "RightsMetadata": _rights,
    "DescriptiveMetadata": _descriptive,
    "Metadata": _keywords,
    "NewsItemRef": _member,
    "NewsItem": _nested,
}
