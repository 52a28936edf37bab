"""No word of a source's text is lost: whatever stands in its text elements stands in some field of ours."""

import json
import re
from dataclasses import fields

import pytest
from lxml import etree, html

from wire.formats import ParsedItem, ParseError, Profile, parse, sniff
from wire.tests.corpus import documents, needs_corpus
from wire.tests.making import DOCUMENTS

TEXTS_OF_FEEDS = {"description", "encoded", "summary", "content", "body", "title"}
TEXTS_OF_JSON = re.compile(
    r"body_\w+|bod(y|ies)|value|content_(html|text)|article_html|teaser|headline|(non)?public_html|ednote|linkbox_html|fragment"
)
# Other renderings of a text that is read already
ANOTHER_RENDERING = {"application/xml", "text/vnd.iptc.nitf"}


def words(text):
    return set(re.findall(r"\w+", text))


def words_of_markup(markup):
    if not markup.strip():
        return set()
    tree = html.fromstring(f"<div>{markup}</div>")
    for silent in tree.xpath("//script|//style|//head"):
        silent.drop_tree()
    return words(" ".join(tree.itertext()))


def words_of_feed(payload):
    """Return the words of the texts of items, read in the plainest way."""
    tree = etree.fromstring(payload, etree.XMLParser(recover=True, resolve_entities=False))
    found = set()
    for element in tree.iter(etree.Element):
        is_text = etree.QName(element).localname in TEXTS_OF_FEEDS
        inside = {etree.QName(parent).localname for parent in element.iterancestors()}
        is_plain = "mrss" not in element.tag and "szf" not in (element.prefix or "") and element.get("mode") != "base64"
        if is_text and is_plain and inside & {"item", "entry"} and not inside & TEXTS_OF_FEEDS:
            found |= words_of_markup(" ".join(element.itertext()))
    return found


def words_of_json(value, key=""):
    if isinstance(value, dict):
        lowered = {name.lower(): part for name, part in value.items()}
        if str(lowered.get("contenttype")).lower() in ANOTHER_RENDERING or "name" in lowered:
            return set()
        if "content_html" in lowered:
            lowered.pop("content_text", None)
        return set().union(*(words_of_json(part, name) for name, part in lowered.items() if name != "altids"))
    if isinstance(value, list):
        return set().union(*(words_of_json(part, key) for part in value))
    return words_of_markup(value) if isinstance(value, str) and TEXTS_OF_JSON.fullmatch(key) else set()


def words_of_items(items):
    """Return all words that stand anywhere in our items."""
    told = [
        repr(getattr(item, field.name)) if field.name != "body" else " ".join(html.fromstring(item.body).itertext())
        for item in items
        if isinstance(item, ParsedItem)
        for field in fields(item)
        if field.name != "body" or item.body.strip()
    ]
    return words(" ".join(told).replace("\\n", " "))


def own_documents():
    return [(path.name, path.read_bytes()) for path in sorted(DOCUMENTS.glob("harbour.*"))]


def lost(payload):
    try:
        format = sniff(payload)
        items = parse(format, payload, profile=Profile())
    except ParseError:
        return set()
    source = words_of_json(json.loads(payload)) if payload.lstrip()[:1] in b"{[" else words_of_feed(payload)
    return source - words_of_items(items)


@pytest.mark.parametrize(("name", "payload"), own_documents())
def test_no_word_of_our_own_documents_is_lost(name, payload):
    assert lost(payload) == set()


@needs_corpus
@pytest.mark.parametrize(
    "folder",
    [*("rss1", "rss2", "atom03", "atom1", "jsonfeed"), *("ninjs1", "ninjs2", "ninjs3", "dpa-digitalwires")],
)
def test_no_word_of_the_corpus_is_lost(folder):
    assert {name: found for name, payload in documents(folder) if (found := lost(payload))} == {}
