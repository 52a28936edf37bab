"""XML from outside, read without trust: no network, no DTD, no entities, a cap on bytes.

The reader repairs what agencies really send (false encodings, bad references, cut-off files)
and says so; it never fetches, and never expands more than it was given.
"""

import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from newsroom.lib.text import without_unprintable
from newsroom.lib.xml_bytes import decode
from newsroom.lib.xml_entities import substitute_entities, substitute_html_names
from newsroom.lib.xml_errors import XmlError

__all__ = ["Parsed", "XmlError", "children", "find_text", "local_name", "parse"]

MAX_BYTES = 20_000_000
# Each costs some hundred bytes of memory; a large message of an agency holds less than a hundredth of this
MAX_TAGS = 500_000

_OF_THREAD = threading.local()

_FIRST_START = re.compile(r"<(?:\?xml[\s?]|!DOCTYPE|!--|[A-Za-z_])")
_DECLARATION = re.compile(r"<\?xml\s[^>]*>\s*")
_BARE_AMPERSAND = re.compile(r"&(?!(?:#[0-9]{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z_][\w.\-]*);)")
_NUMBER_REFERENCE = re.compile(r"&#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}));")


@dataclass(frozen=True)
class Parsed:
    """A tree, whether it had to be repaired, and what a person should know about that."""

    root: etree._Element
    degraded: bool
    warnings: tuple[str, ...]


def parse(data: bytes, *, max_bytes: int = MAX_BYTES) -> Parsed:
    """Read one XML document; the caller decides whether its root is a known one.

    Raises XmlError, with a code and a sentence, for what is too large, in a refused
    encoding, not XML at all, or an entity bomb.
    """
    if len(data) > max_bytes:
        sentence = f"The document has {len(data)} bytes; at most {max_bytes} are read."
        raise XmlError("too_large", sentence)
    decoded = decode(data)
    tags = decoded.text.count("<")
    if tags > MAX_TAGS:
        raise XmlError("too_large", f"The document has about {tags} tags; at most {MAX_TAGS} are read.")
    start = _start(decoded.text)
    warnings = [*decoded.warnings]
    if decoded.utf8 and "<!DOCTYPE" not in decoded.text:  # as sent, then: nothing to put in, nothing to encode again
        utf8 = decoded.utf8[len(decoded.text[:start].encode()) :]
    else:
        utf8, notes = _with_entities(decoded.text[start:])
        warnings += notes
    try:
        return Parsed(etree.fromstring(utf8, _strict_parser()), decoded.degraded, tuple(warnings))
    except etree.XMLSyntaxError as error:
        warnings.append(f"The document is not well-formed ({_reason(error)}); it was repaired.")
    return Parsed(_repaired_tree(utf8.decode()), True, tuple(warnings))


def _with_entities(text: str) -> tuple[bytes, list[str]]:
    """Give the document in UTF-8 without its DOCTYPE, and warnings."""
    whole, warnings = substitute_entities(text)
    return whole.encode(), warnings


def local_name(element: etree._Element) -> str:
    """Give a tag's name without its namespace (real documents often have none, or a wrong one)."""
    return etree.QName(element).localname


def children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the children with this local name, in any namespace."""
    return (child for child in element.iterchildren(etree.Element) if local_name(child) == name)


def find_text(element: etree._Element, path: str) -> str:
    """Give the flattened text of the first match of a path of local names, or "".

    "contentMeta/headline" looks at every contentMeta until one has a headline.
    """
    found = [element]
    for name in path.split("/"):
        found = [child for parent in found for child in children(parent, name)]
    return " ".join("".join(found[0].itertext()).split()) if found else ""


def _start(text: str) -> int:
    """Find where the document begins, behind its declaration, which is read already."""
    start = _FIRST_START.search(text)
    if not start:
        raise XmlError("not_xml", "The document is not XML: no tag was found in it.")
    declaration = _DECLARATION.match(text, start.start())
    return declaration.end() if declaration else start.start()


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


def _strict_parser() -> etree.XMLParser:
    """Give the parser of this thread: making one costs as much as reading a short story."""
    if not hasattr(_OF_THREAD, "parser"):
        _OF_THREAD.parser = _parser(recover=False)
    return _OF_THREAD.parser


def _repaired_tree(text: str) -> etree._Element:
    """Mend references and characters, then take what the parser can save."""
    mended = _NUMBER_REFERENCE.sub(_legal_reference, substitute_html_names(text))
    # What was dropped may have stood inside of another: the gap that is left now keeps its ends apart
    mended = _NUMBER_REFERENCE.sub(lambda found: _legal_reference(found) or " ", mended)
    mended = _BARE_AMPERSAND.sub("&amp;", without_unprintable(mended))
    try:
        root = etree.fromstring(mended.encode(), _parser(recover=True))
    except etree.XMLSyntaxError as error:
        raise XmlError("not_xml", f"The document is not XML: {_reason(error)}.") from error
    if root is None:
        raise XmlError("not_xml", "The document is not XML: nothing in it could be read.")
    return root


def _legal_reference(match: re.Match[str]) -> str:
    """Drop a reference to a character that XML forbids (&#0;, &#xD800;)."""
    number = int(match[1], 16) if match[1] else int(match[2])
    is_legal = number in (9, 10, 13) or 0x20 <= number < 0xD800 or 0xE000 <= number < 0xFFFE
    return match[0] if is_legal or 0x10000 <= number <= 0x10FFFF else ""


def _reason(error: etree.XMLSyntaxError) -> str:
    return (error.msg or "no reason given").split(", line")[0]
