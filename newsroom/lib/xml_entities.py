"""Entities of an XML document, dealt with before any parser sees them.

The DOCTYPE is cut off. Short internal text entities are put in; every other reference stays
as it is written, so that nothing is fetched and no headline turns out empty.
"""

import html
import html.entities
import re

from newsroom.lib.xml_errors import XmlError

MAX_ENTITY_CHARACTERS = 1_000
MAX_SUBSTITUTED_CHARACTERS = 1_000_000
MAX_ENTITIES = 2_000

_PROLOG = re.compile(r"(?:\s++|<!--(?:(?!-->).)*+-->|<\?(?:(?!\?>).)*+\?>)*+", re.DOTALL)
_QUOTED = r"""(?:"[^"]*+"|'[^']*+')"""
# What does not end takes the rest with it; looking for each end again would be quadratic.
_COMMENT = r"<!--(?:(?!-->).)*+(?:-->|\Z)"
_DOCTYPE = re.compile(
    rf"""<!DOCTYPE(?:[^\["'>]|{_QUOTED})*+(?:\[(?P<subset>(?:{_COMMENT}|[^\]"']|{_QUOTED})*+)\]\s*+)?>""",
    re.DOTALL,
)
_ENTITY = re.compile(r"""<!ENTITY\s+([A-Za-z_][\w.\-]*)\s+(?:"([^"]*)"|'([^']*)')\s*>""")
_REFERENCE = re.compile(r"<!\[CDATA\[(?:(?!\]\]>).)*+(?:\]\]>|\Z)|&([A-Za-z_][\w.\-]*);", re.DOTALL)
_PREDEFINED = frozenset({"amp", "lt", "gt", "quot", "apos"})


def substitute_entities(text: str) -> tuple[str, list[str]]:
    """Cut the DOCTYPE off and put its benign entities in; give the text and warnings.

    Raises XmlError for a DOCTYPE that does not end and for entities that grow.
    """
    start = _PROLOG.match(text).end()  # type: ignore[union-attr]  # it matches nothing, too
    if not text.startswith("<!DOCTYPE", start):
        return text, []
    doctype = _DOCTYPE.match(text, start)
    if not doctype:
        raise XmlError("doctype", "The DOCTYPE of the document does not end.")
    declared = _declared(doctype["subset"] or "")
    return _Substitution(declared).apply(text[doctype.end() :])


def substitute_html_names(text: str) -> str:
    """Put in the characters that HTML names (&nbsp;) and XML does not; escape unknown names."""
    return _REFERENCE.sub(_html_character, text)


def _declared(subset: str) -> dict[str, str]:
    """Read general internal entities; the first declaration counts (XML 1.0, section 4.2)."""
    entities: dict[str, str] = {}
    for name, double, single in _ENTITY.findall(re.sub(_COMMENT, "", subset, flags=re.DOTALL)):
        entities.setdefault(name, double or single)
    if len(entities) > MAX_ENTITIES:
        raise XmlError("entity_bomb", f"The document declares {len(entities)} entities.")
    return entities


class _Substitution:
    """Puts one document's entities in and counts what that adds."""

    def __init__(self, declared: dict[str, str]) -> None:
        self._declared = declared
        self._left_alone: set[str] = set()
        self._added = 0

    def apply(self, text: str) -> tuple[str, list[str]]:
        self._refuse_growth()
        result = _REFERENCE.sub(self._replacement, text)
        names = ", ".join(sorted(self._left_alone)[:5])
        return result, [f"Entities were left as written: {names}."] if names else []

    def _refuse_growth(self) -> None:
        """An entity made of entities that are made of entities is an attack, used or not."""
        for name, value in self._declared.items():
            inner = [n for n in _REFERENCE.findall(value) if n in self._declared]
            deeper = any(n in self._declared for i in inner for n in _REFERENCE.findall(self._declared[i]))
            if deeper:
                sentence = f"The entity {name} is built of entities of entities."
                raise XmlError("entity_bomb", sentence)

    def _replacement(self, match: re.Match[str]) -> str:
        name = match[1]
        if name is None or name in _PREDEFINED:
            return match[0]
        if name not in self._declared:
            return match[0] if name in _HTML_NAMES else self._as_written(name)
        value = _REFERENCE.sub(self._inner_value, self._declared[name])
        self._count(len(value))
        text = html.unescape(value)
        if "<" in value or len(value) > MAX_ENTITY_CHARACTERS:
            return self._as_written(name)
        return html.escape(text)

    def _inner_value(self, match: re.Match[str]) -> str:
        value = self._declared.get(match[1] or "", match[0])
        self._count(len(value))
        return value

    def _as_written(self, name: str) -> str:
        self._left_alone.add(name)
        return f"&amp;{name};"

    def _count(self, characters: int) -> None:
        self._added += characters
        if self._added > MAX_SUBSTITUTED_CHARACTERS:
            raise XmlError("entity_bomb", "The entities of the document grow beyond all measure.")


def _html_character(match: re.Match[str]) -> str:
    name = match[1]
    if name is None or name in _PREDEFINED:
        return match[0]
    text = html.unescape(match[0])
    return f"&amp;{name};" if text == match[0] else html.escape(text)


_HTML_NAMES = frozenset(name.rstrip(";") for name in html.entities.html5)
