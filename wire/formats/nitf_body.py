"""The body of NITF 3.x as HTML: for NITF itself, and for NewsML 1 and NewsML-G2 that carry it inside.

Notes that the standard calls non-publishable are set aside, and so is media: a picture has fields of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from newsroom.lib.text import clean_line
from wire.formats import paragraphs, values
from wire.formats.body_writer import BodyWriter, Rule, block_lines, has_words
from wire.formats.item import ParsedPicture, ParsedRendition
from wire.formats.notebooks import without_notebook
from wire.formats.trees import Element, Fields, by_name, first, first_line, line, local_name, parted_line, text

PICTURE_TYPES = frozenset({"", "image", "photo", "picture", "graphic", "photograph"})
# Notes with one of these types or classes are for the desk (NITF: "npa", non-publishable advisory)
PRIVATE_NOTES = frozenset({"npa", "editorsnote", "ednote"})
_MARKUP = re.compile(r"</?(?:p|br|div|h[1-6]|b|strong|ul|table)\b[^<>]*>", re.IGNORECASE)


@dataclass(slots=True)
class NitfBody:
    """A body as HTML, the pictures in it, and what must not be published."""

    html: str = ""
    pictures: tuple[ParsedPicture, ...] = ()
    private: tuple[str, ...] = ()


@dataclass(slots=True)
class NitfStory:
    """What a whole NITF document says to readers, and beside it what it says to the desk (`private`).

    `head` and `end` are the children of body.head and body.end by their names.
    """

    headline: str = ""
    byline: str = ""
    dateline: str = ""
    abstract: str = ""
    html: str = ""
    pictures: tuple[ParsedPicture, ...] = ()
    private: tuple[str, ...] = ()
    note: str = ""
    head: Fields = field(default_factory=dict)
    end: Fields = field(default_factory=dict)


def read(content: Element) -> NitfBody:
    """Return what a `body.content` holds, or anything that stands for one."""
    if len(content):
        writer = BodyWriter(RULES)
        writer.write_inside(content)
        found = [picture for element in writer.elements if (picture := picture_of(element))]
        html, private = writer.html, writer.aside.get("private", [])
    else:
        html, found, private = _of_text(content.text or ""), [], []
    html, hidden = without_notebook(html)
    if hidden:
        private.append(paragraphs.plain_text(hidden).strip())
    return NitfBody(html, tuple(found), tuple(private))


def story(nitf: Element) -> NitfStory:
    """Return what a `nitf` element, or a bare `body`, says to readers."""
    bodies = [nitf] if local_name(nitf) == "body" else by_name(nitf).get("body", [])
    body = by_name(*bodies)
    heads, ends = body.get("body.head", []), body.get("body.end", [])
    contents = [read(element) for element in body.get("body.content", bodies)]  # some leave body.content out
    head = by_name(*heads)
    notes = BodyWriter(RULES) if "note" in head else None
    for note in head.get("note", ()):
        notes.write(note)  # type: ignore[union-attr]  # there is a writer where there are notes
    private = [words for content in contents for words in content.private]
    return NitfStory(
        headline=_headline(head),
        byline=", ".join(filter(None, map(parted_line, head.get("byline", ())))),
        dateline=next(filter(None, map(parted_line, head.get("dateline", ()))), ""),
        abstract="\n".join(block_lines(element) for element in head.get("abstract", ())),
        html="\n".join(content.html for content in contents if content.html),
        pictures=(
            *(picture for content in contents for picture in content.pictures),
            *(picture for part in (*heads, *ends) for picture in pictures_in(part)),
        ),
        private=(*private, *(notes.aside.get("private", ()) if notes else ())),
        note=paragraphs.plain_line(notes.html) if notes else "",
        head=head,
        end=by_name(*ends),
    )


def _headline(head: Fields) -> str:
    """Return the first head line that is not empty, of the highest level."""
    lines_of = by_name(*head.get("hedline", ()))
    return next(filter(None, (first_line(fields, name) for fields, name in _levels(lines_of, head))), "")


def _levels(inside: Fields, head: Fields) -> Iterator[tuple[Fields, str]]:
    """Yield where head lines may stand, the best place first."""
    yield from ((fields, level) for level in ("hl1", "hl2") for fields in (inside, head))
    yield head, "hedline"


def _of_text(words: str) -> str:
    """Return a body that came as one piece of text: HTML in CDATA, or plain lines."""
    return paragraphs.from_markup(words) if _MARKUP.search(words) else paragraphs.from_text(words)


def _write_media(writer: BodyWriter, element: Element) -> None:
    """Keep a picture for the fields of pictures; of other media, the words stay in the body."""
    if is_picture(element):
        writer.elements.append(element)
        return
    for part in element:
        if local_name(part) in {"media-caption", "media-producer"} and has_words(part):
            writer.write_as("" if len(part) else "p", part)


def _write_note(writer: BodyWriter, element: Element) -> None:
    kinds = {(element.get(name) or "").lower() for name in ("type", "noteclass")}
    if kinds & PRIVATE_NOTES:
        writer.set_aside("private", element)
    else:
        writer.write_as("div", element)


def _write_fraction(writer: BodyWriter, element: Element) -> None:
    """Write 1/2 where the parts of a fraction were sent without what parts them; after a number, apart from it."""
    if writer.last_character.isdigit():
        writer.write_text(" ")
    if any(local_name(part) == "frac-sep" for part in element):
        writer.write_inside(element)
        return
    writer.write_text("/".join(line(part) for part in element if local_name(part)))


RULES: Mapping[str, Rule] = {
    **{name: name for name in "p em strong b i u sub sup br hr pre a ol ul li dl dt dd table caption".split()},
    **{name: name for name in "blockquote cite thead tbody tfoot tr th td q h2 h3 h4".split()},
    "h1": "h2",
    "hl1": "h2",
    "hl2": "h2",
    "hl3": "h3",
    "hl4": "h4",
    "bq": "blockquote",
    "block": "div",
    "credit": "p",
    "fn": "p",
    # What stands in a block's own head
    **dict.fromkeys(("byline", "dateline", "datasource", "tagline", "distributor", "copyrite.notice"), "p"),
    "abstract": "div",
    "media": _write_media,
    "note": _write_note,
    "frac": _write_fraction,
    **dict.fromkeys(("nitf-table-metadata", "col", "colgroup", "media-metadata", "media-object", "img")),
    **dict.fromkeys(("script", "style", "ds", "object", "body.head", "body.end")),
}


def is_picture(media: Element) -> bool:
    """Tell whether a `media` is a picture: by its own word, else by the type of its files."""
    mimes = [part.get("mime-type") or "" for part in media if local_name(part) == "media-reference"]
    kind = clean_line(media.get("media-type") or "").lower()
    if kind in PICTURE_TYPES:
        return bool(kind) or not mimes or any(not mime or mime.startswith("image") for mime in mimes)
    return any(mime.startswith("image/") for mime in mimes) and kind not in {"video", "audio"}


def pictures_in(element: Element) -> Iterator[ParsedPicture]:
    """Yield the pictures anywhere inside of an element."""
    for media in element.iter("{*}media"):
        if is_picture(media) and (picture := picture_of(media)):
            yield picture


def picture_of(media: Element) -> ParsedPicture | None:
    """Return a picture with its renditions, None for an empty shell."""
    fields = by_name(media)
    renditions = tuple(_rendition(part) for part in fields.get("media-reference", ()))
    caption = "\n".join(block_lines(part) for part in fields.get("media-caption", ())).strip()
    if not renditions and not caption and "media-object" not in fields:
        return None
    reference = first(fields, "media-reference")
    best = max(renditions, key=lambda part: part.width_px or 0, default=ParsedRendition(""))
    credit = first_line(fields, "media-producer") or _metadata(fields.get("media-metadata", ()), "credit")
    return ParsedPicture(
        guid=clean_line((reference.get("id") or "") if reference is not None else "")[: values.GUID_LIMIT],
        caption=caption,
        credit=credit[:200],
        alt=clean_line((reference.get("alternate-text") or "") if reference is not None else "")[:400],
        href=best.href[:500],
        headline=_metadata(fields.get("media-metadata", ()), "headline"),
        renditions=renditions,
    )


def _rendition(reference: Element) -> ParsedRendition:
    return ParsedRendition(
        href=clean_line(reference.get("source") or reference.get("data-location") or text(reference)),
        name=clean_line(reference.get("name") or ""),
        mime=clean_line(reference.get("mime-type") or ""),
        width_px=values.version_number(reference.get("width") or ""),
        height_px=values.version_number(reference.get("height") or ""),
    )


def _metadata(parts: list[Element] | tuple[()], name: str) -> str:
    """Return what a `media-metadata` of that name says."""
    found = (part.get("value") or line(part) for part in parts if (part.get("name") or "").lower() == name)
    return clean_line(next(found, ""))
