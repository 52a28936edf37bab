"""Codes of NewsML-G2: QCodes such as `medtop:20000523`, and the words that some of them stand for here.

A table of our own holds the aliases that we use (from IPTC's catalog 41); a document may declare others inside itself.
Catalogs elsewhere are never fetched: what stands under an unknown alias is kept as it came.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from newsroom.lib.text import clean_line
from wire.formats import values
from wire.formats.trees import Element, Fields, by_name, line

_IPTC = "http://cv.iptc.org/newscodes/"
_OTHERS = "http://cvx.iptc.org/"
SCHEMES = {
    "medtop": f"{_IPTC}mediatopic/",
    "subj": f"{_IPTC}subjectcode/",
    "stat": f"{_IPTC}pubstatusg2/",
    "ninat": f"{_IPTC}ninature/",
    "icls": f"{_IPTC}itemclass/",
    "sig": f"{_IPTC}signal/",
    "nmsig": f"{_IPTC}newsmsgsignal/",
    "irel": f"{_IPTC}itemrelation/",
    "cpnat": f"{_IPTC}cpnature/",
    "genre": f"{_IPTC}genre/",
    "prodgenre": f"{_IPTC}productgenre/",
    "drol": f"{_IPTC}descriptionrole/",
    "rnd": f"{_IPTC}rendition/",
    "nprov": f"{_IPTC}newsprovider/",
    "scn": f"{_IPTC}scene/",
    "wldreg": f"{_IPTC}worldregion/",
    "iso3166-1a2": f"{_OTHERS}iso3166-1a2/",
    "iso3166-1a3": f"{_OTHERS}iso3166-1a3/",
    "iso3166-2": f"{_OTHERS}iso3166-2/",
    "isin": f"{_OTHERS}isin/",
    "ticker": f"{_OTHERS}ticker/",
    "geonames": "http://sws.geonames.org/",
    "wikidata": "http://www.wikidata.org/entity/",
}
_ALIASES = {uri: alias for alias, uri in SCHEMES.items()} | {
    uri.replace("http://", "https://"): alias for alias, uri in SCHEMES.items()
}
# What signals say of an item; a source's own table goes over this one. Aliases and codes in small letters
SIGNAL_KINDS = {
    "sig:update": "update",
    "sig:correction": "correction",
    "sig:corrected": "correction",
    "sig:repeat": "repeat",
    "sig:kill": "kill",
    "sig:writethru": "writethru",
    "sig:writethrough": "writethru",
    "sig:add": "add",
    "sig:advisory": "advisory",
    "dpasig:isplanned": "advisory",
    "tt_sig:replace": "update",
    "update:append-major-content": "update",
    "edstat:n": "new",
    "edstat:u": "update",
    "edstat:c": "correction",
    "var:itemmod": "update",
    "var:binmod": "update",
    "var:itemevol": "update",
}
# Under an alias that is in no table, the words themselves
WORD_KINDS = {
    "correction": "correction",
    "corrected": "correction",
    "corrective": "correction",
    "kill": "kill",
    "killed": "kill",
    "writethru": "writethru",
    "writethrough": "writethru",
    "advisory": "advisory",
    "repeat": "repeat",
    "update": "update",
    "updated": "update",
}
# Of several kinds, the one that editors must not miss
RANKED_KINDS = ("kill", "correction", "writethru", "add", "advisory", "repeat", "update", "new")
# What types of concepts are here; each by its code, whatever alias it has
CONCEPT_KINDS = {
    "person": "person",
    "organisation": "organisation",
    "organization": "organisation",
    "company": "organisation",
    "geoarea": "place",
    "geo": "place",
    "poi": "place",
    "place": "place",
    "location": "place",
    "country": "place",
    "city": "place",
    "event": "event",
}
PLACE_ALIASES = frozenset(
    {"iso3166-1a2", "iso3166-1a3", "iso3166-2", "geonames", "wldreg", "apgeography", "dpacountry"}
)


class Codes:
    """Reads the codes of one item, with the aliases that its own catalog declares."""

    def __init__(self, item: Fields) -> None:
        self._declared: Mapping[str, str] = _declared(item.get("catalog", ()))

    def of(self, element: Element) -> str:
        """Return the code of an element in its short form, else as it came; "" where it has none."""
        get = element.get
        qcode = get("qcode")
        if qcode:
            qcode = clean_line(qcode)
            alias, _, code = qcode.partition(":")
            return _short(self._declared[alias] + code) if alias in self._declared else qcode
        uri = get("uri")
        return _short(clean_line(uri)) if uri else clean_line(get("literal") or "")


def _declared(catalogs: Iterable[Element]) -> dict[str, str]:
    found: dict[str, str] = {}
    for catalog in catalogs:
        for scheme in by_name(catalog).get("scheme", ()):
            alias, uri = scheme.get("alias"), scheme.get("uri")
            if alias and uri:
                found[alias] = uri
    return found


def _short(uri: str) -> str:
    """Return a known address of a code with its alias, any other as it is."""
    base, slash, code = uri.rpartition("/")
    alias = _ALIASES.get(base + slash)
    return f"{alias}:{code}" if alias and code else values.topic_code(uri) if "mediatopic" in uri else uri


def local_code(code: str) -> str:
    """Return a code without its alias, or the last part of its address: `stat:usable` is `usable`."""
    tail = code.rstrip("/").rpartition("/")[2] if "://" in code else code
    return tail.rpartition(":")[2].rpartition("#")[2].strip()


def word_of(element: Element, codes: Codes) -> str:
    """Return what an element says, by its code without the alias or by its text."""
    return local_code(codes.of(element)) or line(element)


def scheme_of(code: str) -> str:
    """Return the scheme of a code: its address where we know it, else the alias as it came."""
    alias, colon, _ = code.partition(":")
    return SCHEMES.get(alias, alias) if colon and "//" not in code else ""


def kind_of_signals(signals: Iterable[str], own: Mapping[str, str]) -> str:
    """Return the gravest kind that signals and roles stand for, "" where none says anything."""
    mine = {signal.lower(): kind for signal, kind in own.items()}
    found = set()
    for signal in signals:
        code = signal.lower()
        found.add(mine.get(code) or SIGNAL_KINDS.get(code) or WORD_KINDS.get(local_code(code), ""))
    return next((kind for kind in RANKED_KINDS if kind in found), "")


@lru_cache(maxsize=512)
def _kind_of_type(type_code: str) -> str:
    return CONCEPT_KINDS.get(local_code(type_code).lower(), "")


def kind_of_concept(code: str, type_code: str) -> str:
    """Return which kind of tag a subject is: by its type, else by the scheme of its code."""
    kind = _kind_of_type(type_code) if type_code else ""
    return kind or ("place" if code.partition(":")[0].lower() in PLACE_ALIASES else "topic")
