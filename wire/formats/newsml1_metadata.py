"""Reads NewsLines and the metadata of NewsML 1 components: lines, parties, rights, subjects, places, genres."""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from newsroom.lib.text import clean_line
from wire.formats import newsml1_tree as tree
from wire.formats import paragraphs, values
from wire.formats.item import ParsedName

NAME_LIMIT = 100
Say = Callable[[str, str], object]

_LINES = {
    "HeadLine": "headline",
    "SubHeadLine": "summary",
    "ByLine": "byline",
    "DateLine": "dateline",
    "CreditLine": "credit",
    "CopyrightLine": "copyright",
    "RightsLine": "rights",
    "SlugLine": "slug",
    "SeriesLine": "series",
    "KeywordLine": "keyword",
}
# The first that a NewsLineType holds says where its text goes
_LINE_KINDS = (
    ("embargo", "embargo"),
    ("advis", "ednote"),
    ("product", "ednote"),
    ("note", "ednote"),
    ("instruct", "ednote"),
    ("correction", "ednote"),
    ("contact", "contact"),
    ("url", "link"),
    ("abstract", "summary"),
    ("summary", "summary"),
    ("subtitle", "summary"),
    ("subhead", "summary"),
    ("headline", "headline"),
    ("slug", "slug"),
    ("keyword", "keyword"),
    ("byline", "byline"),
    ("dateline", "dateline"),
    ("credit", "credit"),
    ("copyright", "copyright"),
    ("right", "rights"),
)
_SUBJECTS = frozenset({"Subject", "SubjectMatter", "SubjectDetail", "SubjectQualifier"})
_SUBJECT_TAGS = tuple(f"{{*}}{name}" for name in sorted(_SUBJECTS))
# IPTC's top level of subject codes, in the words of the standard
_IPTC_SUBJECTS = {
    "01": "arts, culture and entertainment",
    "02": "crime, law and justice",
    "03": "disaster and accident",
    "04": "economy, business and finance",
    "05": "education",
    "06": "environmental issue",
    "07": "health",
    "08": "human interest",
    "09": "labour",
    "10": "lifestyle and leisure",
    "11": "politics",
    "12": "religion and belief",
    "13": "science and technology",
    "14": "social issue",
    "15": "sport",
    "16": "unrest, conflicts and war",
    "17": "weather",
}
_IPTC_CODE = re.compile(r"\d{8}")
_PLACES = ("City", "CountryArea", "Sublocation", "Province", "State", "Country", "CountryName", "WorldRegion")
_PEOPLE = ("person", "personinimage")


def text_lines(markup: str) -> str:
    """Return HTML as plain text, a line for each line."""
    lines = (clean_line(line) for line in paragraphs.plain_text(markup).split("\n"))
    return "\n".join(filter(None, lines))


def news_lines(element: etree._Element, say: Say) -> None:
    """Say every line of a NewsLines; what is of no known type stands with its words among the public notes."""
    for child in element:
        name = tree.name_of(child)
        if name in _LINES:
            say(_LINES[name], tree.line(child))
        elif name == "NewsLine":
            kind = tree.formal(tree.first(child, "NewsLineType")).lower()
            what = next((what for part, what in _LINE_KINDS if part in kind), "public")
            for text in tree.named(child, "NewsLineText"):
                say(what, tree.line(text))


def administrative(element: etree._Element, say: Say) -> None:
    for child in element:
        name = tree.name_of(child)
        if name in {"Provider", "Creator", "Source", "Contributor"}:
            for party in tree.named(child, "Party"):
                say(name, tree.formal(party))
        elif name == "Property" and "embargo" in (child.get("FormalName") or "").lower():
            said = tree.clean(child.get("Value"))
            say("embargo", "" if said.lower() in {"no", "none", "false", "0"} else said)


def rights(element: etree._Element, say: Say) -> None:
    for child in element:
        name = tree.name_of(child)
        if name == "Copyright":
            holder = tree.first(child, "CopyrightHolder")
            say("holder", tree.line(holder) or tree.formal(tree.first(holder, "Party")))
        elif name == "UsageRights":
            terms = ((tree.name_of(term), tree.formal(term)) for term in child)
            say("rights", "; ".join(f"{name}: {term}" for name, term in terms if term))


def language_of(element: etree._Element) -> str:
    return tree.formal(tree.first(element, "Language"))


def origin_of(element: etree._Element) -> str:
    """Return the city that a text says it comes from."""
    for place in tree.named(element, "Location"):
        if (place.get("HowPresent") or "Origin").lower() in {"origin", "dateline"}:
            return next((value for name, value in tree.properties(place) if name == "City"), "")
    return ""


def descriptive(
    element: etree._Element,
    names: dict[tuple[str, str], ParsedName],
    keywords: dict[str, None],
    genres: dict[str, None],
) -> None:
    """Add the subjects, places, people, keywords and genres of a DescriptiveMetadata."""
    for child in element:
        name = tree.name_of(child)
        if name == "SubjectCode":
            for subject in child.iter(*_SUBJECT_TAGS):
                _add_subject(subject, names)
        elif name in _SUBJECTS:
            _add_subject(child, names)
        elif name == "Genre":
            genres[tree.formal(child)] = None
        elif name == "Location":
            _add_place(child, names)
        elif name == "Property":
            _add_property(child, names, keywords)
    genres.pop("", None)


def _add_subject(subject: etree._Element, names: dict[tuple[str, str], ParsedName]) -> None:
    sent = tree.formal(subject)
    if not sent:
        return
    is_iptc = bool(_IPTC_CODE.fullmatch(sent))
    said = tree.clean(subject.get("Name") or subject.get("name"))
    name = said or (_IPTC_SUBJECTS.get(sent[:2], "") if is_iptc and sent.endswith("000000") else "") or sent
    code = f"subj:{sent}" if is_iptc else values.topic_code(sent)
    scheme = tree.clean(subject.get("Scheme") or subject.get("Vocabulary"))
    names.setdefault(("topic", sent), ParsedName(name[:NAME_LIMIT], "topic", code, scheme))


def _add_place(location: etree._Element, names: dict[tuple[str, str], ParsedName]) -> None:
    said = dict(tree.properties(location))
    name = next((said[level] for level in _PLACES if said.get(level)), "")[:NAME_LIMIT]
    if name:
        names.setdefault(("place", name), ParsedName(name, "place"))


def _add_property(element: etree._Element, names: dict[tuple[str, str], ParsedName], keywords: dict[str, None]) -> None:
    what = (element.get("FormalName") or "").lower()
    value = tree.clean(element.get("Value"))
    if not value:
        return
    if (element.get("Role") or "").lower() in _PEOPLE or what in _PEOPLE:
        names.setdefault(("person", value), ParsedName(value[:NAME_LIMIT], "person"))
    elif what in {"organisation", "organization", "company"}:
        names.setdefault(("organisation", value), ParsedName(value[:NAME_LIMIT], "organisation"))
    elif "keyword" in what:
        keywords[value] = None
