"""HTML from anywhere, made safe: one closed vocabulary feeds both the sanitiser and the editor.

nh3 decides what is safe, first and last; in between the text is put into blocks.
"""

import html as entities
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import nh3
from lxml import etree

from newsroom.lib import markup_tree
from newsroom.lib.markup_caps import MAX_DEPTH, TooMuchMarkupError, refuse_excess, too_deep
from newsroom.lib.markup_tags import BLOCK_TAGS, DROPPED_WITH_CONTENT, RENAMED, hold, release
from newsroom.lib.text import without_unprintable

__all__ = [
    "Receipt",
    "Rule",
    "TooMuchMarkupError",
    "Vocabulary",
    "elements",
    "escape_to_paragraphs",
    "paragraphs",
    "text_of",
]

# An attribute rule: "int", "url", "media" or "text", with "!" when the tag is nothing without
# it, or the tuple of its possible values; "made" is for the editor only, to whom the server gives
# what it makes of the other attributes. The key "." holds the set of allowed classes instead,
# ".!" those without which the tag is nothing.
Rule = str | tuple[str, ...] | frozenset[str]

_KINDS = frozenset({"int", "url", "media", "text", "made"})
_CLASSES = "."
_NEEDED_CLASSES = ".!"
_CLASS_KEYS = frozenset({_CLASSES, _NEEDED_CLASSES})
_LONGEST_INT = 7
_SCHEME = re.compile(r"([a-z][a-z0-9+.\-]*):", re.IGNORECASE)
_NOT_IN_URLS = re.compile("[\x00-\x1f\x7f\u200b-\u200f\u2028\u2029\u2060\ufeff]")  # some trim more than browsers
_LINE_TAGS = "|".join(sorted(BLOCK_TAGS | {"br"}))
_LINE_TAG = re.compile(rf"</?(?:{_LINE_TAGS})(?=[\s/>])[^>]*>")
_BLANK_LINE = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")


@dataclass(frozen=True)
class Receipt:
    """What cleaning took away: how many tags and attributes, by name."""

    tags: Mapping[str, int]
    attributes: Mapping[str, int]

    @property
    def is_empty(self) -> bool:
        """Nothing was removed."""
        return not self.tags and not self.attributes


@dataclass(frozen=True)
class Vocabulary:
    """The tags and attributes a kind of text may use.

    `tags` gives each tag its attribute rules (see Rule). A "media" address must start with
    one of `media_prefixes`. A tag with a hyphen is a block of our own. A vocabulary without
    <p> makes one line: blocks are taken apart and their text joined by spaces. One whose figures
    need an attribute has pictures in figures only.
    """

    tags: Mapping[str, Mapping[str, Rule]]
    schemes: frozenset[str] = frozenset({"http", "https", "mailto", "tel"})
    media_prefixes: tuple[str, ...] = ("/media/",)
    _required: dict[str, frozenset[str]] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        for tag, rules in self.tags.items():
            for attribute, rule in rules.items():
                _refuse_bad_rule(tag, attribute, rule)
            names = {name for name, rule in rules.items() if _is_required(rule)}
            names |= {"class"} if _NEEDED_CLASSES in rules else set()
            if names:
                self._required[tag] = frozenset(names)

    def clean(self, html: str) -> str:
        """Give the safe blocks of any HTML; cleaning them again changes nothing.

        Raises TooMuchMarkupError when the text, before or after, is over the caps.
        """
        text = without_unprintable(html)
        refuse_excess(text)
        body = _tree(self._loose.clean(hold(text)))
        markup_tree.Arranger(self.tags, self._required).arrange(body)
        cleaned = self._strict.clean(markup_tree.serialise(body)).strip()
        refuse_excess(cleaned)
        return cleaned

    def clean_with_receipt(self, html: str) -> tuple[str, Receipt]:
        """Clean, and count what was in the text and is no longer."""
        cleaned = self.clean(html)
        tags_before, attributes_before = _census(html)
        tags_after, attributes_after = _census(cleaned)
        attributes = attributes_before - attributes_after
        return cleaned, Receipt(dict(tags_before - tags_after), dict(attributes))

    def as_acf(self) -> dict[str, object]:
        """Write the vocabulary as CKEditor 4 `allowedContent`, in its object form."""
        return {tag: _acf_rule(rules) for tag, rules in self.tags.items()}

    @cached_property
    def _strict(self) -> nh3.Cleaner:
        return self._cleaner(self.tags)

    @cached_property
    def _loose(self) -> nh3.Cleaner:
        """Also lets through tags that say where blocks are, and those that will be renamed."""
        bare: dict[str, Mapping[str, Rule]] = {tag: {} for tag in {*BLOCK_TAGS, "br"}}
        renamed = {old: self.tags[new] for old, new in RENAMED.items() if new in self.tags}
        return self._cleaner(bare | renamed | dict(self.tags))

    def _cleaner(self, tags: Mapping[str, Mapping[str, Rule]]) -> nh3.Cleaner:
        rules = tags.items()
        return nh3.Cleaner(
            tags=set(tags) - DROPPED_WITH_CONTENT,
            attributes={tag: _kept_attributes(names) for tag, names in rules},
            allowed_classes={tag: _classes(names) for tag, names in rules if _classes(names)},
            attribute_filter=self._filtered,
            clean_content_tags=set(DROPPED_WITH_CONTENT),
            generic_attribute_prefixes=set(),
            url_schemes=set(self.schemes),
            link_rel=None,
            strip_comments=True,
        )

    def _filtered(self, tag: str, attribute: str, value: str) -> str | None:
        """Give the value to keep, or None to drop the attribute."""
        name = RENAMED.get(tag, tag)
        rule = self.tags.get(name, {}).get(attribute)
        if rule is None:
            return value if attribute == "class" else None
        if isinstance(rule, tuple):
            return value if value in rule else None
        given = release(value)
        match str(rule).rstrip("!"):
            case "int":
                return given if _is_small_int(given) else None
            case "url":
                return self._safe_url(given)
            case "media":
                return self._safe_media(given)
            case _:
                return without_unprintable(given)

    def _safe_url(self, value: str) -> str | None:
        """Refuse other schemes and //host, in every spelling a browser forgives."""
        url = _NOT_IN_URLS.sub("", value).strip()
        if url.replace("\\", "/").startswith("//"):
            return None
        scheme = _SCHEME.match(url)
        return None if scheme and scheme[1].lower() not in self.schemes else url

    def _safe_media(self, value: str) -> str | None:
        is_ours = value.startswith(self.media_prefixes) and ".." not in value
        return value if is_ours and "\\" not in value and "//" not in value else None


def elements(html: str) -> Iterator[etree._Element]:
    """Yield the elements of any HTML in order, read as it is, for counting; never to be shown."""
    parser = etree.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    yield from etree.fromstring(f"<div>{without_unprintable(html)}</div>", parser).iter(etree.Element)


def text_of(html: str) -> str:
    """Give the plain text of any HTML, one line per block or line break."""
    text = without_unprintable(html)
    refuse_excess(text)
    lines = _LINE_TAG.sub("\n", _TEXT_ONLY.clean(text).replace("\n", " "))
    plain = entities.unescape(lines).replace("\xa0", " ")
    return "\n".join(" ".join(line.split()) for line in plain.split("\n") if line.strip())


def paragraphs(html: str) -> list[str]:
    """Part sanitised HTML into its top-level blocks, each as HTML.

    Raises ValueError when the markup is not balanced, which sanitised HTML always is.
    """
    try:
        return list(markup_tree.top_blocks(markup_tree.parse(html)))
    except etree.XMLSyntaxError as error:
        raise ValueError(f"This text is not sanitised HTML: {error.msg}.") from error


def escape_to_paragraphs(text: str) -> str:
    """Make paragraphs of plain text: blank lines part them, single line ends become <br>."""
    lines = "\n".join(without_unprintable(text).splitlines())
    blocks = (block.strip() for block in _BLANK_LINE.split(lines))
    return "".join(f"<p>{_with_breaks(block)}</p>" for block in blocks if block)


def _with_breaks(block: str) -> str:
    return "<br>".join(entities.escape(line.strip(), quote=False) for line in block.split("\n"))


def _tree(markup: str) -> etree._Element:
    try:
        body = markup_tree.parse(markup)
    except etree.XMLSyntaxError as error:
        raise too_deep() from error
    if markup_tree.deepest(body) > MAX_DEPTH:
        raise too_deep()
    return body


def _refuse_bad_rule(tag: str, attribute: str, rule: Rule) -> None:
    if attribute in _CLASS_KEYS:
        is_known = isinstance(rule, set | frozenset)
    else:
        is_known = isinstance(rule, tuple) or str(rule).removesuffix("!") in _KINDS
    if not is_known:
        raise ValueError(f"Rule {rule!r} for {attribute!r} of <{tag}> is unknown.")


def _is_required(rule: Rule) -> bool:
    return isinstance(rule, str) and rule.endswith("!")


def _kept_attributes(rules: Mapping[str, Rule]) -> set[str]:
    return {name for name, rule in rules.items() if name not in _CLASS_KEYS and rule != "made"}


def _classes(rules: Mapping[str, Rule]) -> set[str]:
    return {name for key in _CLASS_KEYS & set(rules) for name in rules[key]}


def _is_small_int(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) <= _LONGEST_INT


def _acf_rule(rules: Mapping[str, Rule]) -> dict[str, str] | bool:
    names = [f"!{name}" if _is_required(rule) else name for name, rule in rules.items() if name not in _CLASS_KEYS]
    rule = {"attributes": ",".join(names)} if names else {}
    needed = "!" if _NEEDED_CLASSES in rules else ""
    if _classes(rules):
        rule["classes"] = ",".join(needed + name for name in sorted(_classes(rules)))
    return rule or True


def _census(html: str) -> tuple[Counter[str], Counter[str]]:
    """Count tags (under their new names) and attributes."""
    tags: Counter[str] = Counter()
    attributes: Counter[str] = Counter()
    for element in elements(html):
        tags[RENAMED.get(element.tag, element.tag)] += 1
        attributes.update(element.keys())
    return tags, attributes


_TEXT_ONLY = nh3.Cleaner(
    tags=set(BLOCK_TAGS) | {"br"},
    attributes={},
    clean_content_tags=set(DROPPED_WITH_CONTENT),
    link_rel=None,
)
