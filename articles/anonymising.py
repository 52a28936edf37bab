"""What replacing a person's name in a story would change, and what it would leave behind. Nothing is saved here:
articles.takedowns decides, and drafting and publishing carry it out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from articles import content, pictures, richtext
from articles.models import Article, Version
from newsroom.lib.html import text_of
from newsroom.lib.replacing import Found, Name
from newsroom.lib.text import clean_line, slugify

PLAIN = (
    *("headline", "standfirst", "kicker", "summary", "seo_title", "social_headline", "picture_caption", "picture_alt"),
    *("how_reported", "dateline", "credit_line"),
)


@dataclass(frozen=True, slots=True)
class Replacement:
    """The places of the name in one field, and what is written there instead."""

    label: str
    places: list[Found]
    by: str


@dataclass(slots=True)
class Preview:
    """What would happen. `changes` are values to save; `left` are sentences about what stays and somebody must mend.

    `address` is the part of the address that holds the name: then nothing can be done before the address is changed.
    """

    changes: dict[str, Any] = field(default_factory=dict)
    replacements: list[Replacement] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    address: str = ""

    @property
    def count(self) -> int:
        return sum(len(each.places) for each in self.replacements)


def preview(article: Article, before: str, after: str) -> Preview:
    """Return what replacing the name `before` by `after` does to the working copy."""
    name, by = Name(clean_line(before)), clean_line(after)
    found = Preview()
    if not name:
        return found
    for label, place, changes in (*_plain(article, name, by), *_body(article, name, by)):
        found.changes |= changes
        found.replacements.append(Replacement(label, place, by))
    found.left = list(_left(article, name, found.changes))
    held = slugify(" ".join(name.words))
    if article.path and f"-{held}-" in f"-{article.path.rsplit('/', 1)[1]}-":
        found.address = held
    return found


Step = tuple[str, list[Found], dict[str, Any]]


def _plain(article: Article, name: Name, by: str) -> Iterator[Step]:
    for key in PLAIN:
        text = getattr(article, key) or _from_the_library(article, key)
        places = name.found(text)
        if places:
            yield content.label(key), places, {key: name.replaced(text, by)}


def _from_the_library(article: Article, key: str) -> str:
    """Return what readers get where the story says nothing of its own about its picture."""
    if article.picture is None:
        return ""
    return {"picture_caption": article.picture.caption, "picture_alt": article.picture.alt}.get(key, "")


def _body(article: Article, name: Name, by: str) -> Iterator[Step]:
    body = article.body
    places = name.found_in_html(body)
    if places:
        body = name.replaced_in_html(body, by)
        yield content.label("body"), places, {"body": body}
    known = pictures.of_body(body)
    described = [(figure, figure.alt or known[figure.image_id].alt) for figure in richtext.figures(body)
                 if figure.image_id in known]  # fmt: skip
    places = [place for _, alt in described for place in name.found(alt)]
    if places:
        alts = iter([alt for _, alt in described])
        changed = richtext.with_figures(
            body,
            lambda figure: replace(figure, alt=name.replaced(next(alts), by)).html
            if figure.image_id in known else figure.html,
        )  # fmt: skip
        yield "descriptions of pictures in the text", places, {"body": changed}


def _left(article: Article, name: Name, changes: dict[str, Any]) -> Iterator[str]:
    """Yield what still names the person afterwards."""
    texts = [str(changes.get(key, getattr(article, key))) for key in PLAIN]
    texts.append(text_of(changes.get("body", article.body)))
    for word, count in name.count_words("\n".join(texts)).items():
        times = "once" if count == 1 else f"{count} times"
        yield f"“{word}” still stands {times} in the text. Look whether it is the same person."
    for tag in article.tags.all():
        if name.found(tag.name):
            yield f"The tag “{tag.name}” stays on the story. Take it off where it names the person."
    for note in Version.objects.notes_of(article.pk).only("public_note", "published_at", "change"):
        if name.found(note.public_note):
            day = f"{note.published_at.day} {note.published_at:%B %Y}"
            yield f"The {note.get_change_display().lower()} of {day} names the person, and notes are never changed."
    parts = slugify(article.slug or "").split("-")
    for word in name.words:
        if len(word) > 2 and slugify(word) in parts:
            yield f"The address holds “{slugify(word)}”. Change the address where it names the person."
