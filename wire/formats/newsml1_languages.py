"""Parts a NewsML 1 item into its language versions: Belga sends one item with a Dutch and a French component."""

from __future__ import annotations

from lxml import etree

from wire.formats import newsml1_metadata, newsml1_pictures
from wire.formats import newsml1_tree as tree
from wire.formats.newsml1_story import Story, role_of, walk

_NO_STORY = newsml1_pictures.RENDITIONS | newsml1_pictures.CAPTIONS | newsml1_pictures.PICTURES | {"video", "audio"}


def stories(item: etree._Element) -> list[Story]:
    """Return what the item says, once for each language it is told in; the first is the one sent first."""
    tops = list(tree.named(item, "NewsComponent"))
    own = tree.language_of(item) or next(filter(None, map(tree.language_of, tops)), "")
    by_language = _branches(tops)
    if not by_language:
        story = _walked(tops, frozenset())
        story.language = story.language or own
        for change in tree.named(item, "Update"):
            story.say("public", tree.line(change))
        return [story]
    versions = []
    for language in by_language:
        others = [branch for key, found in by_language.items() if key != language for branch in found]
        story = _walked(tops, frozenset(others))
        story.language = language
        versions.append(story)
    return versions


def _walked(tops: list[etree._Element], skipped: frozenset[etree._Element]) -> Story:
    story = Story()
    for top in tops:
        if top not in skipped:
            walk(top, story, skipped=skipped)
    return story


def _branches(tops: list[etree._Element]) -> dict[str, list[etree._Element]]:
    """Return the components that tell the story in each language, where there are two or more; else nothing."""
    level = tops
    while len(level) == 1:
        level = list(tree.named(level[0], "NewsComponent"))
    found: dict[str, list[etree._Element]] = {}
    tellers: dict[str, bool] = {}
    for component in level:
        language = _language(component)
        if language:
            primary = language.replace("_", "-").lower()
            found.setdefault(primary, []).append(component)
            tellers[primary] = tellers.get(primary, False) or _tells(component)
    telling = {language: parts for language, parts in found.items() if tellers[language]}
    return telling if len(telling) > 1 else {}


def _language(component: etree._Element) -> str:
    """Return the language a component says it is in: of itself, its metadata, its headline."""
    described = tree.first(component, "DescriptiveMetadata")
    said = newsml1_metadata.language_of(described) if described is not None else ""
    headline = tree.first(component, "NewsLines", "HeadLine")
    return tree.language_of(component) or said or (tree.language_of(headline) if headline is not None else "")


def _tells(component: etree._Element) -> bool:
    """Tell whether a component holds a text of its own, and not only a picture with its caption."""
    if role_of(component) in _NO_STORY:
        return False
    if tree.line(tree.first(component, "NewsLines", "HeadLine")):
        return not _is_of_pictures(component)
    texts = component.iter("{*}DataContent")
    return not _is_of_pictures(component) and any(tree.line(text) for text in texts)


def _is_of_pictures(component: etree._Element) -> bool:
    """Tell whether every text in a component is a caption and there is a picture with it."""
    inner = list(tree.named(component, "NewsComponent"))
    roles = {role_of(part) for part in inner}
    return bool(roles & newsml1_pictures.RENDITIONS) and roles <= _NO_STORY
