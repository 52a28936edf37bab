"""What every story must have before readers see it: its texts, its credits, no leftovers of writing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from articles.models import HEADLINE_LIMIT, Article, Kind
from articles.readiness.reading import PRINTED, Reading
from articles.readiness.registry import register

LEAST_WORDS = 80
STOP_WORDS = re.compile(r"\b(?:TK)+\b|\bXX+\b|\bDO NOT PUBLISH\b|\blorem ipsum\b", re.IGNORECASE)
CASE_MATTERS = {"TK", "XX"}  # "tk" and "xx" occur in ordinary words and names
NO_PAGE = "Its page cannot be made without it."


@register("headline_missing", "blocks", "It has a headline", at="headline", fixed=NO_PAGE)
def headline_missing(story: Reading) -> Iterator[str]:
    if not story.article.headline.strip():
        yield "Write a headline."


@register("headline_long", "blocks", f"The headline has {HEADLINE_LIMIT} characters at most", at="headline")
def headline_long(story: Reading) -> Iterator[str]:
    if len(story.article.headline) > HEADLINE_LIMIT:
        yield f"Shorten the headline to {HEADLINE_LIMIT} characters."


@register("standfirst_missing", "blocks", "It has a standfirst", at="standfirst", by_kind={Kind.BRIEF: "off"})
def standfirst_missing(story: Reading) -> Iterator[str]:
    if not story.article.standfirst.strip():
        yield "Write a standfirst."


@register("section_missing", "blocks", "It has a section", at="section", fixed=NO_PAGE)
def section_missing(story: Reading) -> Iterator[str]:
    if story.article.section_id is None:
        yield "Choose a section."


@register("body_unreadable", "blocks", "Its body can be read", at="body", fixed=NO_PAGE)
def body_unreadable(story: Reading) -> Iterator[str]:
    if story.unreadable:
        yield story.unreadable


@register("body_missing", "blocks", "It has a body", at="body")
def body_missing(story: Reading) -> Iterator[str]:
    if not story.words and not story.unreadable:
        yield "Write the body."


@register("body_short", "blocks", f"The body has {LEAST_WORDS} words", at="body", by_kind={Kind.BRIEF: "off"})
def body_short(story: Reading) -> Iterator[str]:
    if 0 < story.words < LEAST_WORDS:
        yield f"The body has {story.words} words; write {LEAST_WORDS}, or make the story a brief."


@register("credit_line_missing", "blocks", "Copy of a source has the credit line it asks for", at="credit_line")
def credit_line_missing(story: Reading) -> Iterator[str]:
    source = story.article.source
    if source is not None and not (story.article.credit_line or source.credit_line).strip():
        yield f"Add the credit line {source} asks for."


@register("picture_credit_missing", "blocks", "Its picture has a credit", at="picture")
def picture_credit_missing(story: Reading) -> Iterator[str]:
    picture = story.article.picture
    if picture is not None and not picture.has_credit:
        yield "Add a credit to the picture before publishing."


@register("picture_alt_missing", "blocks", "Its picture is described, or marked decorative", at="picture_alt")
def picture_alt_missing(story: Reading) -> Iterator[str]:
    article = story.article
    picture = None if article.picture_is_decorative else article.picture
    if picture is not None and not (article.picture_alt or picture.alt).strip():
        yield "Describe the picture for those who cannot see it, or mark it decorative."


@register("body_picture_unknown", "blocks", "The library has every picture of the text", at="body", fixed=NO_PAGE)
def body_picture_unknown(story: Reading) -> Iterator[str]:
    for number, figure in story.figures:
        if figure.image_id not in story.pictures:
            yield f"Picture {number} in the text is no longer in the library. Remove it."


@register("body_picture_credit_missing", "blocks", "Every picture of the text has a credit", at="body")
def body_picture_credit_missing(story: Reading) -> Iterator[str]:
    for number, figure in story.figures:
        image = story.pictures.get(figure.image_id)
        if image is not None and not image.has_credit:
            yield f"Add a credit to picture {number} in the text (“{image}”) before publishing."


@register("body_picture_alt_missing", "blocks", "Every picture of the text is described", at="body")
def body_picture_alt_missing(story: Reading) -> Iterator[str]:
    for number, figure in story.figures:
        image = story.pictures.get(figure.image_id)
        if image is not None and not (figure.alt or image.alt).strip():
            yield f"Describe picture {number} in the text (“{image}”) for those who cannot see it."


@register("stop_word", "blocks", "No note to self is left in it: TK, XX, DO NOT PUBLISH, lorem ipsum")
def stop_word(story: Reading) -> Iterator[tuple[str, str]]:
    if not story.article.in_vault:
        yield from leftovers(story)


def leftovers(story: Reading) -> Iterator[tuple[str, str]]:
    """Yield the stop-words of each printed field, one per field."""
    for name in PRINTED:
        for match in STOP_WORDS.finditer(story.printed(name)):
            if match.group().upper()[:2] in CASE_MATTERS and not match.group().isupper():
                continue
            yield f"“{match.group()}” still stands in the {name.replace('_', ' ')}.", name
            break


@register("slug_taken", "advice", "No other story of the day has its address", at="slug")
def slug_taken(story: Reading) -> Iterator[str]:
    article = story.article
    if not article.slug or article.path:
        return
    path = f"{story.day_out:%Y/%m/%d}/{article.slug}"
    if Article.objects.filter(path=path).exists():
        yield f"Another story of that day has the address “{article.slug}”; this one gets a number behind it."
