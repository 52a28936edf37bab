"""Parts a NewsML 1 item into its language versions: Belga sends one item with a Dutch and a French component."""

from __future__ import annotations

import copy
from collections.abc import Collection

from lxml import etree

from wire.formats import newsml1_metadata, newsml1_pictures
from wire.formats import newsml1_tree as tree
from wire.formats.newsml1_components import Component
from wire.formats.newsml1_story import Story, walk

# With more than this, it is no item in several languages
MAX_LANGUAGES = 12
_OTHER_MEDIA = frozenset({"video", "audio"})


def stories(item: etree._Element) -> list[Story]:
    """Return what the item says, once for each language it is told in; the first is the one sent first."""
    tops = [Component(element) for element in tree.named(item, "NewsComponent")]
    languages = list(_branches(tops))
    if languages:
        # Reading a text takes it out of the tree, so each version has a tree of its own
        return [_version(copy.deepcopy(item), language) for language in languages]
    story = _walked(tops)
    story.language = story.language or tree.language_of(item) or next(filter(None, (top.language for top in tops)), "")
    for change in tree.named(item, "Update"):
        story.say("public", tree.line(change))
    return [story]


def _version(item: etree._Element, language: str) -> Story:
    """Return what an item says in one of its languages, and what belongs to all of them."""
    tops = [Component(element) for element in tree.named(item, "NewsComponent")]
    branches = _branches(tops)
    story = _walked(tops, [part for other, found in branches.items() if other != language for part in found])
    story.language = language
    return story


def _walked(tops: list[Component], skipped: Collection[Component] = ()) -> Story:
    story = Story()
    for top in tops:
        if top not in skipped:
            walk(top, story, skipped=skipped)
    return story


def _branches(tops: list[Component]) -> dict[str, list[Component]]:
    """Return the components that tell the story in each language, where there are two or more; else nothing."""
    level = tops
    while len(level) == 1:
        level = level[0].inner
    found: dict[str, list[Component]] = {}
    for component in level:
        language = _language(component).replace("_", "-").lower()
        if language:
            found.setdefault(language, []).append(component)
    if len(found) < 2:
        return {}
    telling = {language: parts for language, parts in found.items() if any(map(_tells, parts))}
    return telling if 1 < len(telling) <= MAX_LANGUAGES else {}


def _language(component: Component) -> str:
    """Return the language a component says it is in: of itself, its metadata, its headline."""
    if component.language:
        return component.language
    described = component.of("DescriptiveMetadata")
    said = newsml1_metadata.language_of(described) if described is not None else ""
    headline = tree.first(component.of("NewsLines"), "HeadLine")
    return said or (tree.language_of(headline) if headline is not None else "")


def _tells(component: Component) -> bool:
    """Tell whether a component holds a text of its own, and not only a picture with its caption."""
    if _is_of_media(component.role):
        return False
    roles = [part.role for part in component.inner]
    if any(map(newsml1_pictures.is_rendition, roles)) and all(map(_is_of_media, roles)):
        return False
    return bool(tree.line(tree.first(component.of("NewsLines"), "HeadLine"))) or component.has_text()


def _is_of_media(role: str) -> bool:
    return (
        role in newsml1_pictures.PICTURES
        or role in newsml1_pictures.CAPTIONS
        or role in _OTHER_MEDIA
        or newsml1_pictures.is_rendition(role)
    )
