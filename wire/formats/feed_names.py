"""The names in feeds: what an element is, whatever namespace its producer took for it."""

from __future__ import annotations

from lxml import etree

Fields = dict[str, list[etree._Element]]

XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
RDF_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
# Without scheme, "www." and the mark at the end; a star stands for versions
_RSS = (
    *("purl.org/rss/1.0", "my.netscape.com/rdf/simple/0.9", "channel.netscape.com/rdf/simple/0.9"),
    *("backend.userland.com/rss*", "blogs.law.harvard.edu/tech/rss*", "purl.org/net/rss1.1", "purl.org/rss/2.0"),
    *("purl.org/rss/1.0/modules/rss091", "my.netscape.com/publish/formats/rss*", "cyber.law.harvard.edu/rss*"),
)
_ATOM = (
    *("w3.org/2005/atom*", "purl.org/atom/ns", "purl.org/atom", "purl.org/echo", "purl.org/pie"),
    *("example.com/newformat", "example.com/necho", "uri/of/echo/namespace", "ietf.org/atom*"),
)
_PREFIXES = {
    **dict.fromkeys(_RSS, "rss"),
    **dict.fromkeys(_ATOM, "atom"),
    "purl.org/dc/elements/*": "dc",
    "purl.org/metadata/dublin_core*": "dc",
    "purl.org/dc/terms": "dcterms",
    "purl.org/rss/1.0/modules/dcterms": "dcterms",
    "purl.org/rss/1.0/modules/content": "content",
    "search.yahoo.com/mrss*": "media",
    "video.search.yahoo.com/mrss*": "media",
    "rssboard.org/media-rss*": "media",
    "tools.search.yahoo.com/mrss*": "media",
    "itunes.com/dtds/podcast*": "itunes",
    "wordpress.org/export/*": "wp",
    "web.resource.org/cc": "cc",
    "creativecommons.org/ns": "cc",
    "backend.userland.com/creativecommonsrssmodule": "cc",
    "w3.org/1999/02/22-rdf-syntax-ns": "rdf",
    "w3.org/1999/xhtml": "xhtml",
    "purl.org/atompub/tombstones/1.0": "at",
    "w3.org/2007/app": "app",
    "purl.org/atom/app": "app",
    "purl.org/syndication/thread/1.0": "thr",
}
_STEMS = [(uri[:-1], prefix) for uri, prefix in _PREFIXES.items() if uri.endswith("*")]
_USUAL_PREFIXES = frozenset(_PREFIXES.values()) - {"xhtml"} | {"excerpt"}


class FeedNames:
    """Names elements by `prefix:local` in lower case, and those of the feed itself by their local name alone.

    One for each document: it remembers the tags it has seen.
    """

    def __init__(self, own: str) -> None:
        """`own` is "rss" or "atom"."""
        self._own = own
        self._keys: dict[object, str] = {}

    def fields(self, element: etree._Element) -> Fields:
        """Return the children of an element by name, in their order."""
        keys, found = self._keys, {}  # type: tuple[dict[object, str], Fields]
        for child in element:
            key = keys.get(child.tag) or self.key(child)
            if key in found:
                found[key].append(child)
            else:
                found[key] = [child]
        return found

    def key(self, element: etree._Element) -> str:
        """Return the element's name; what is no element is named "?"."""
        tag = element.tag
        if tag not in self._keys:
            self._keys[tag] = self._named(element) if isinstance(tag, str) else "?"
        return self._keys[tag]

    def all(self, root: etree._Element, name: str) -> list[etree._Element]:
        """Return every element of the feed's own with this local name, wherever it stands."""
        named = [element for element in root.iter(f"{{*}}{name}") if self.key(element) == name]
        return named or [element for element in root.iter(etree.Element) if self.key(element) == name]

    def _named(self, element: etree._Element) -> str:
        namespace, _, name = str(element.tag).rpartition("}")
        undeclared, _, local = name.rpartition(":")  # in a repaired tree
        prefix = _prefix(namespace.lstrip("{"), element.prefix or "", undeclared)
        return local.lower() if prefix in {"", self._own} else f"{prefix}:{local.lower()}"


def _prefix(namespace: str, sent: str, undeclared: str) -> str:
    if undeclared:
        return undeclared.lower()
    uri = namespace.strip().lower().partition("://")[2] or namespace.strip().lower()
    uri = uri.removeprefix("www.").rstrip("/#")
    if uri.startswith("wordpress.org/export/") and uri.endswith("/excerpt"):
        return "excerpt"
    known = _PREFIXES.get(uri) or next((prefix for stem, prefix in _STEMS if uri.startswith(stem)), None)
    if known is not None or not namespace:
        return known or ""
    # A namespace nobody knows: an old or misspelt address of a usual prefix, or a feed's own
    if not sent:
        return ""
    return sent.lower() if sent.lower() in _USUAL_PREFIXES else f"?{sent.lower()}"
