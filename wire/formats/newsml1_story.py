"""Walks the components of a NewsML 1 item once and gathers what they say, before anybody chooses among it."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from lxml import etree

from wire.formats import newsml1_bodies, newsml1_management, newsml1_metadata, newsml1_pictures
from wire.formats import newsml1_tree as tree
from wire.formats.item import ParsedName
from wire.formats.newsml1_components import Component
from wire.formats.newsml1_pictures import Draft, Frame

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


def walk(
    component: Component,
    story: Story,
    *,
    around: Frame | None = None,
    depth: int = 0,
    skipped: Collection[Component] = (),
) -> None:
    """Gather what a component and those in it say."""
    frame = Frame()
    story.frames.append(frame)
    shown = _contents(component, story, target=around if around is not None else frame)
    if depth == 0:
        shown = None
    elif shown is None:
        shown = _group_of(component, frame)
    for name, element in component.described:
        _DESCRIBED[name](element, story, shown)
    for inner in component.inner:
        if inner not in skipped:
            walk(inner, story, around=frame, depth=depth + 1, skipped=skipped)


def _contents(component: Component, story: Story, *, target: Frame) -> Draft | None:
    """Take in the ContentItems; return the picture they are, where there is no text beside it."""
    own: Draft | None = None
    has_text = False
    for content in component.contents:
        if newsml1_pictures.is_picture(content):
            if own is None or own.is_another(content, are_sizes=component.are_forms):
                own = target.draft_for(newsml1_pictures.size_of(component.role))
            own.guid = own.guid or content.duid
            own.add(content, component.role)
            continue
        other = _MEDIA.get(content.media) or _MEDIA.get(content.mime.partition("/")[0], "")
        if other or content.media == "graphic":
            story.media.append(other or content.media)
        if content.data is not None and (not other or len(content.data)) and content.mime != "text/css":
            has_text |= _text(content.data, story, role=component.role, target=target)
    return None if has_text else own


def _text(data: etree._Element, story: Story, *, role: str, target: Frame) -> bool:
    """Put a text where its role says; tell whether there was any."""
    role = _ROLES.get(role, role)
    length = newsml1_bodies.length_of(data)
    if not length or role == "style":
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


def _group_of(component: Component, frame: Frame) -> Draft | None:
    """Return the picture whose sizes and caption are the components in this one, where it holds nothing else."""
    if not component.inner:
        return None
    sizes = [part.role for part in component.inner if part.role not in newsml1_pictures.CAPTIONS]
    if not all(map(newsml1_pictures.is_rendition, sizes)):
        return None
    if not sizes and component.role not in newsml1_pictures.PICTURES:
        return None
    frame.drafts = frame.drafts or [Draft()]
    return frame.drafts[-1]


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


def _comment(element: etree._Element, story: Story, shown: Draft | None) -> None:
    story.say("ednote", tree.line(element))


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
    "Comment": _comment,
}
