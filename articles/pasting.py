"""Says what became of a text on its way in: what of its structure was kept, what was taken out, and which quotations
name nobody. It only reads; the editor and articles.richtext decide what is kept."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from articles import attribution, pictures, richtext
from newsroom.lib.html import elements
from newsroom.lib.markup_tags import RENAMED
from newsroom.lib.outline import outline

MAX_PASTED_CHARACTERS = 1_000_000  # a page of Word brings 40 KB of style sheet with it
# What a text is built of, in the order in which it is told
KEPT = {
    "quote": ("quote", "quotes"),
    "sub-head": ("sub-head", "sub-heads"),
    "list": ("list", "lists"),
    "table": ("table", "tables"),
    "link": ("link", "links"),
    "picture": ("picture of ours", "pictures of ours"),
    "emphasis": ("passage in bold or italics", "passages in bold or italics"),
}
# What no text of ours holds, and what may be lost though one could
REMOVED = {
    "unknown picture": ("picture that is not in our library", "pictures that are not in our library"),
    "font": ("font", "fonts"),
    "size": ("size of type", "sizes of type"),
    "colour": ("colour", "colours"),
    "underlining": ("underlining", "underlinings"),
    "foreign picture": ("picture from elsewhere", "pictures from elsewhere"),
    "pixel": ("tracking pixel", "tracking pixels"),
    "unsafe link": ("link that nobody else can follow", "links that nobody else can follow"),
    "frame": ("embedded frame", "embedded frames"),
    "film": ("film or sound", "films or sounds"),
    "form": ("form", "forms"),
    "script": ("script", "scripts"),
    "deleted": ("deleted passage", "deleted passages"),
    "hidden": ("hidden passage", "hidden passages"),
    "comment": ("comment", "comments"),
}
# What the editor takes out of a paste with its words; a save leaves the words, so nothing is said
ONLY_IN_PASTES = frozenset({"deleted", "hidden", "comment"})
LOSABLE = ("quote", "sub-head", "list", "table", "link")
_TAGS = {
    "blockquote": "quote", "h2": "sub-head", "h3": "sub-head", "ul": "list", "ol": "list", "table": "table",
    "strong": "emphasis", "em": "emphasis", "u": "underlining", "del": "deleted", "script": "script", "form": "form",
    "iframe": "frame", "object": "frame", "embed": "frame", "video": "film", "audio": "film",
}  # fmt: skip
_WORDLESS = frozenset({"script", "iframe", "object", "embed", "video", "audio", "form"})
_FOLLOWED = ("http://", "https://", "mailto:", "tel:")
_QUOTE_STYLE = re.compile(r"\b(?:mso)?(?:intense|block)?_?quot(?:e|ations?)\b|\bmsoblocktext\b", re.IGNORECASE)
_MAIL_QUOTE = re.compile(r"\b(?:gmail_quote|yahoo_quoted|protonmail_quote)\b")
_BAR_AT_THE_LEFT = re.compile(r"border-left\s*:\s*(?!none|0)[^;]*\b(?:solid|dashed|dotted|double|ridge|groove)\b", re.I)
_DECLARATION = re.compile(r"(?:^|;)\s*(font-family|font-size|color|display|mso-hide|mso-element)\s*:\s*([^;]+)", re.I)
_PLAIN_COLOURS = frozenset({"windowtext", "inherit", "black", "#000", "#000000", "currentcolor", "rgb(0,0,0)"})
_PIXEL = re.compile(r"^[0-3](?:\.\d+)?(?:px)?$")


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was kept, lost and removed of a text, counted by the names of KEPT and REMOVED."""

    kept: dict[str, int]
    lost: dict[str, int]
    removed: dict[str, int]
    unattributed: int

    @property
    def is_loss(self) -> bool:
        """Something that a text of ours could hold did not come through."""
        return bool(self.lost)

    @property
    def sentence(self) -> str:
        """The receipt in words, what weighs most first."""
        parts = [
            f"Lost {_told(self.lost, KEPT)}: compare with the original." if self.lost else "",
            f"Kept {_told(self.kept, KEPT)}." if self.kept else "",
            f"Removed {_told(self.removed, REMOVED)}." if self.removed else "Nothing was removed.",
            _unattributed(self.unattributed),
        ]
        return " ".join(part for part in parts if part)


def receipt_of_paste(pasted: str, inserted: str) -> Receipt:
    """Return the receipt of a paste: `pasted` as the clipboard brought it, `inserted` as the editor put it in.

    Raises richtext.BodyError when either is too large to read.
    """
    if len(pasted) > MAX_PASTED_CHARACTERS:
        raise richtext.BodyError("This was too much to examine. Look through the text, or paste it in parts.")
    cleaned = pictures.without_unknown(richtext.clean_body(inserted))
    return _receipt(_census(pasted), cleaned)


def receipt_of_save(sent: str) -> Receipt:
    """Return the receipt of a body that is saved: what the sanitiser and the library take out of it."""
    cleaned = richtext.clean_body(sent)
    known = pictures.without_unknown(cleaned)
    before = _census(sent)
    for name in ONLY_IN_PASTES:
        del before[name]
    receipt = _receipt(before, known)
    unknown = len(richtext.figures(cleaned)) - len(richtext.figures(known))
    if unknown:
        receipt.removed.update({"unknown picture": unknown})
    return receipt


def sentence_of_save(sent: str) -> str:
    """Return what the writer must be told after saving `sent`; nothing when nothing was taken out."""
    receipt = receipt_of_save(sent)
    gone = [_told(receipt.lost, KEPT), _told(receipt.removed, REMOVED)]
    told = " and ".join(part for part in gone if part)
    return f"Not saved, because a body cannot hold it: {told}." if told else ""


def _receipt(before: Counter[str], cleaned: str) -> Receipt:
    after = _census(cleaned)
    return Receipt(
        kept={name: after[name] for name in KEPT if after[name]},
        lost={name: before[name] - after[name] for name in LOSABLE if before[name] > after[name]},
        removed={name: before[name] for name in REMOVED if before[name]},
        unattributed=len(attribution.nameless(outline(cleaned).blocks)),
    )


def _told(counts: dict[str, int], names: dict[str, tuple[str, str]]) -> str:
    return ", ".join(f"{count} {names[name][count != 1]}" for name, count in counts.items())


def _unattributed(count: int) -> str:
    if not count:
        return ""
    return "1 quote has no attribution." if count == 1 else f"{count} quotes have no attribution."


def _census(html: str) -> Counter[str]:
    """Count what is in HTML from anywhere, by the names of KEPT and REMOVED; fonts, sizes and colours once each."""
    found: Counter[str] = Counter()
    looks: set[tuple[str, str]] = set()
    for element in elements(html):
        found.update(_names(element))
        looks.update(_looks(element))
    found.update(name for name, _ in looks)
    return found


def _names(element: etree._Element) -> Iterator[str]:
    tag = RENAMED.get(element.tag, element.tag)
    style = dict(_styles(element))
    is_hidden = style.get("display") == "none" or style.get("mso-hide") == "all"
    if tag == "img":
        if not _is_our_picture(element):
            yield "pixel" if _is_pixel(element, is_hidden=is_hidden) else "foreign picture"
        return
    if "comment" in style.get("mso-element", "") and style["mso-element"] != "comment-list":
        yield "comment"
    elif is_hidden and _has_words(element):
        yield "hidden"
    if tag == "figure" and element.get("data-image"):
        yield "picture"
    elif tag == "a" and element.get("href") and _has_words(element):
        yield from _link(element.get("href", "").strip().lower())
    elif tag in _TAGS and (tag in _WORDLESS or _has_words(element)):
        yield _TAGS[tag]
    elif _is_quote_in_disguise(element):
        yield "quote"


def _link(address: str) -> Iterator[str]:
    """Name a link by where it leads; one within the page it was copied from is none."""
    if address.startswith(_FOLLOWED) or re.match(r"/[^/]", address):
        yield "link"
    elif not address.startswith("#"):
        yield "unsafe link"


def _is_quote_in_disguise(element: etree._Element) -> bool:
    """Tell whether a paragraph or box is a quotation as Word and mail programs make them; a run of them is one."""
    is_inside = next(element.iterancestors("blockquote"), None) is not None
    if element.tag not in {"p", "div"} or is_inside or not _has_words(element):
        return False
    name = element.get("class", "")
    if element.tag == "div" and _MAIL_QUOTE.search(name):
        return element.find(".//blockquote") is None
    if element.tag == "div" and _BAR_AT_THE_LEFT.search(element.get("style", "")):
        return element.find(".//blockquote") is None
    before = element.getprevious()
    return bool(_QUOTE_STYLE.search(name)) and (before is None or not _QUOTE_STYLE.search(before.get("class", "")))


def _is_our_picture(img: etree._Element) -> bool:
    return any(figure.get("data-image") for figure in img.iterancestors("figure"))


def _is_pixel(img: etree._Element, *, is_hidden: bool) -> bool:
    width, height = img.get("width", "").strip(), img.get("height", "").strip()
    return is_hidden or bool(_PIXEL.match(width) or _PIXEL.match(height))


def _looks(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the fonts, sizes and colours an element is given."""
    if element.tag == "font":
        yield from ((name, element.get(key, "").lower()) for name, key in _OF_FONT.items() if element.get(key))
    for name, value in _styles(element):
        if name == "font-family":
            yield "font", value.split(",")[0].strip(" \"'")
        elif name == "font-size":
            yield "size", value
        elif name == "color" and value.replace(" ", "") not in _PLAIN_COLOURS:
            yield "colour", value.replace(" ", "")


_OF_FONT = {"font": "face", "size": "size", "colour": "color"}


def _styles(element: etree._Element) -> Iterator[tuple[str, str]]:
    style = element.get("style")
    if style:
        for match in _DECLARATION.finditer(style):
            yield match[1].lower(), match[2].strip().lower()


def _has_words(element: etree._Element) -> bool:
    return any(text.strip() for text in element.itertext())
