"""What stands between a story and its readers. The same list is shown to editors and obeyed by publishing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from articles import pictures, richtext
from articles.models import HEADLINE_LIMIT, Article, Kind
from newsroom.lib import clock
from newsroom.lib.html import TooMuchMarkupError, text_of
from newsroom.lib.text import word_count

Level = Literal["blocks", "advice"]
LEAST_WORDS = 80
STOP_WORDS = re.compile(r"\b(?:TK)+\b|\bXX+\b|\bDO NOT PUBLISH\b|\blorem ipsum\b", re.IGNORECASE)
PRINTED = (
    "headline standfirst kicker body summary dateline credit_line picture_caption picture_alt how_reported "
    "seo_title social_headline"
).split()
CASE_MATTERS = {"TK", "XX"}  # "tk" and "xx" occur in ordinary words and names


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend. `field` is the form field to go to; `code` is for programs."""

    code: str
    level: Level
    sentence: str
    field: str


def problems(article: Article, *, now: datetime) -> list[Problem]:
    """Return everything that is wrong, what blocks first."""
    pictures_inside = _body_pictures(article)
    found = [*_text(article), *_picture(article), *pictures_inside, *_conditions(article, now), *_advice(article)]
    return sorted(found, key=lambda problem: problem.level != "blocks")


def blocking(article: Article, *, now: datetime, without_conditions: bool = False) -> list[Problem]:
    """Return what forbids publishing; without embargo and hold where those are asked elsewhere."""
    found = [problem for problem in problems(article, now=now) if problem.level == "blocks"]
    if without_conditions:
        found = [problem for problem in found if problem.code not in {"embargoed", "held"}]
    return found


def _blocks(code: str, sentence: str, field: str) -> Problem:
    return Problem(code, "blocks", sentence, field)


def _text(article: Article) -> Iterator[Problem]:
    try:
        body = text_of(article.body)
    except TooMuchMarkupError as error:
        yield _blocks("body_unreadable", str(error), "body")
        return
    yield from _required(article, body)
    yield from _stop_words(article, body)


def _required(article: Article, body: str) -> Iterator[Problem]:
    if not article.headline.strip():
        yield _blocks("headline_missing", "Write a headline.", "headline")
    elif len(article.headline) > HEADLINE_LIMIT:
        yield _blocks("headline_long", f"Shorten the headline to {HEADLINE_LIMIT} characters.", "headline")
    if not article.standfirst.strip() and article.kind != Kind.BRIEF:
        yield _blocks("standfirst_missing", "Write a standfirst.", "standfirst")
    if article.section is None:
        yield _blocks("section_missing", "Choose a section.", "section")
    words = word_count(body)
    if not words:
        yield _blocks("body_missing", "Write the body.", "body")
    elif words < LEAST_WORDS and article.kind != Kind.BRIEF:
        yield _blocks(
            "body_short", f"The body has {words} words; write {LEAST_WORDS}, or make the story a brief.", "body"
        )
    if article.source is not None and not (article.credit_line or article.source.credit_line).strip():
        yield _blocks("credit_line_missing", f"Add the credit line {article.source} asks for.", "credit_line")


def _picture(article: Article) -> Iterator[Problem]:
    if article.picture is None:
        return
    if not article.picture.has_credit:
        yield _blocks("picture_credit_missing", "Add a credit to the picture before publishing.", "picture")
    if not article.picture_is_decorative and not (article.picture_alt or article.picture.alt).strip():
        yield _blocks(
            "picture_alt_missing",
            "Describe the picture for those who cannot see it, or mark it decorative.",
            "picture_alt",
        )


def _body_pictures(article: Article) -> Iterator[Problem]:
    known = pictures.of_body(article.body)
    for number, figure in enumerate(richtext.figures(article.body), start=1):
        image = known.get(figure.image_id)
        if image is None:
            sentence = f"Picture {number} in the text is no longer in the library. Remove it."
            yield _blocks("body_picture_unknown", sentence, "body")
            continue
        which = f"picture {number} in the text (“{image}”)"
        if not image.has_credit:
            yield _blocks("body_picture_credit_missing", f"Add a credit to {which} before publishing.", "body")
        if not (figure.alt or image.alt).strip():
            yield _blocks("body_picture_alt_missing", f"Describe {which} for those who cannot see it.", "body")


def _stop_words(article: Article, body: str) -> Iterator[Problem]:
    for field in PRINTED:
        text = body if field == "body" else getattr(article, field)
        for match in STOP_WORDS.finditer(text):
            if match.group().upper()[:2] in CASE_MATTERS and not match.group().isupper():
                continue
            yield _blocks("stop_word", f"“{match.group()}” still stands in the {field.replace('_', ' ')}.", field)
            break


def _conditions(article: Article, now: datetime) -> Iterator[Problem]:
    if article.is_held:
        yield _blocks("held", f"On hold: {article.hold_reason}", "hold_reason")
    if article.embargo_is_open:
        yield _blocks("embargoed", "Under embargo until it is released.", "embargo_is_open")
    elif article.embargo_until and article.embargo_until > now:
        wait = clock.relative(article.embargo_until, now)
        yield _blocks("embargoed", f"Under embargo: it ends {wait}.", "embargo_until")


def _advice(article: Article) -> Iterator[Problem]:
    if article.headline and not 40 <= len(article.headline) <= 75:
        sentence = f"The headline has {len(article.headline)} characters; 40 to 75 read best."
        yield Problem("headline_length", "advice", sentence, "headline")
    if article.standfirst and not 90 <= len(article.standfirst) <= 160:
        sentence = f"The standfirst has {len(article.standfirst)} characters; 90 to 160 read best."
        yield Problem("standfirst_length", "advice", sentence, "standfirst")
    if article.picture is None and article.kind != Kind.BRIEF:
        yield Problem("picture_missing", "advice", "Add a picture.", "picture")
    if article.pk and not 2 <= len(article.tags.all()) <= 8:
        yield Problem("tags", "advice", "Give it two to eight tags.", "tags")
    if article.pk and not article.bylines.exists() and article.source is None:
        yield Problem("byline_missing", "advice", "Nobody is named as its author.", "authors")
