"""Makes HTML of a NewsML 1 DataContent: NITF, XHTML, loose paragraphs, escaped markup, plain text, base64."""

from __future__ import annotations

import base64
import binascii
import html
import re

from lxml import etree

from newsroom.lib import xml
from wire.formats import newsml1_tree as tree
from wire.formats import nitf_body, paragraphs
from wire.formats.nitf_body import NitfStory

_TAGS = re.compile(r"<(?:p|br|div|html|body|h[1-6]|ul|ol|table|b|i|strong|em|a|span|pre)\b[^<>]*>", re.IGNORECASE)
_NITF = re.compile(r"<(?:nitf|body\.content)[\s>]", re.IGNORECASE)
_OF_BODY = re.compile(r"<body\b[^<>]*>(.*?)(?:</body\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_OF_NITF = frozenset({"hl2", "block", "body.content", "media"})
# NITF of these alone is HTML, but for the names of its headings; anything else is read part by part
_HEADINGS = {"hl1": "h2", "hl2": "h2"}
_SIMPLE = frozenset("body.content p em strong b i u sub sup br hr ul ol li hl1 hl2".split())
_BLOCKS = frozenset({"p", "div", "table", "ul", "ol", "h1", "h2", "h3", "h4", "pre", "blockquote"})


def html_of(data: etree._Element) -> str:
    """Return the HTML of a DataContent, not yet safe to show."""
    return story_of(data).html


def story_of(data: etree._Element) -> NitfStory:
    """Return what a DataContent says: HTML in any case, and of NITF also what stands beside its body."""
    if len(data):
        return _of_tree(data)
    text = _decoded(data)
    if "&lt;" in text and "<" not in text:
        text = html.unescape(text)
    if _NITF.search(text[:5000]):
        try:
            return _of_tree(xml.parse(text.encode("utf-8", "replace")).root)
        except xml.XmlError:
            pass
    if _TAGS.search(text):
        inside = _OF_BODY.search(text)
        return NitfStory(html=paragraphs.from_markup(inside[1] if inside else text))
    return NitfStory(html=paragraphs.from_text(text))


def length_of(data: etree._Element) -> int:
    """Return about how many letters of text there are, cheaply."""
    if not len(data):
        return len((data.text or "").strip())
    return len("".join(_core(data).itertext()).strip())


def _of_tree(data: etree._Element) -> NitfStory:
    core = _core(data)
    if tree.name_of(core) == "body.content":
        around = core.getparent()
        is_alone = around is None or len(around) == 1
        if is_alone and len(core) and _SIMPLE.issuperset([element.tag for element in core.iter()]):
            return NitfStory(html=_serialised(core))
        if around is not None and tree.name_of(around) == "body":
            return nitf_body.story(around)
    names = {tree.name_of(child) for child in core}
    if names & _OF_NITF or tree.name_of(core) == "body.content":
        body = nitf_body.read(core)
        return NitfStory(html=body.html, pictures=body.pictures, private=body.private)
    markup = _serialised(core)
    return NitfStory(html=markup if names & _BLOCKS else paragraphs.from_markup(markup))


def _core(data: etree._Element) -> etree._Element:
    """Return the element whose children are the copy: NITF's body.content, the body of XHTML, else the whole."""
    content = next(data.iter("{*}body.content"), None)
    if content is None:
        content = next(data.iter("{*}body"), None)
    return data if content is None else content


def _serialised(core: etree._Element) -> str:
    """Return what is in an element as HTML without namespaces; the element is emptied by that."""
    holder = etree.Element("div")
    holder.text = core.text
    holder.extend(list(core))
    for heading in holder.iter(*_HEADINGS):
        heading.tag = _HEADINGS[heading.tag]
    if any(child.tag.__class__ is str and child.tag[0] == "{" for child in holder):
        for element in holder.iter("{*}*"):
            tag = element.tag
            if tag[0] == "{":
                element.tag = tag.rpartition("}")[2]
        etree.cleanup_namespaces(holder)
    return etree.tostring(holder, encoding="unicode", method="html")[len("<div>") : -len("</div>")].strip()


def _decoded(data: etree._Element) -> str:
    """Return the text of a DataContent; base64 is read where Encoding says so."""
    text = data.text or ""
    around = data.getparent()
    if around is None or tree.name_of(around) != "Encoding" or "64" not in (around.get("Notation") or ""):
        return text
    try:
        return base64.b64decode(text, validate=False).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return text
