"""Reads what a message is from the words agencies put in front of it: a kill, a correction, a lead, an add.

Only lines made for editors (keyword lines, lines before the headline, notes) are to be read so: in the copy itself the
same words are news. Words in capitals must stand in capitals, for in small letters they are prose.
"""

from __future__ import annotations

import re
from functools import lru_cache

_KILL = (
    r"MANDATORY[ -]KILL|KILL(?=\s*(?:\Z|[\n,.:;)!]|ADVISORY|NOTICE|BC-))",
    r"[Kk]ill [Aa]dvisory|[Mm]andatory [Kk]ill|[Pp]lease kill",
    r"DISREGARD|[Pp]lease disregard|[Dd]o not (?:use|publish) th|[Ii]s withdrawn|[Hh]as been withdrawn",
    r"ANNULATION|ANNUL[EÉ]E?|ANULACI[OÓ]N|ANULAD[AO]|ANNULLAMENTO|ANNULLATO|ANNULLIERUNG|STORNO|STORNIERUNG|INTREKKING",
    r"[Pp]rière d.annuler|[Ff]avor (?:de )?anular|[Ss]tornierung",
    r"[Mm]eldung (?:wird )?(?:annulliert|gestrichen|storniert)",
    r"(?:wird|ist|wurde) (?:hiermit )?zurückgezogen|ZURÜCKGEZOGEN|[Nn]icht (?:mehr )?verwenden",
)
_CORRECTION = (
    r"CORRECT(?:IONS?|IVE|ED|S)|[Cc]orrect(?:s|ions?|ive|ing)|CLARIFICATION|RECTIFI(?:CATION|CATIF|CACI[OÓ]N)|[Rr]ectificatif",
    r"CORRECCI[OÓ]N|[Cc]orrección|CORREZIONE|RETTELSE|[Rr]ettelse|RETTING|RÄTTELSE|[Rr]ättelse|RECTIFICATIE|[Cc]orrectie",
    r"[Bb]erichtig(?:ung|t)|BERICHTIGUNG|[Kk]orrektur|KORREKTUR|[Rr]ichtigstellung|[Kk]orrigiert(?:e|er)?",
)
_WRITETHRU = (
    r"[Ww]rite?[- ]?[Tt]hr(?:u|ough)|WRITE?-?THRU|RECASTS?|[Rr]ecasts|WRAP(?:-?UP)?|[Ww]rap-?up",
    r"(?:Gesamt)?[Zz]usammenfassung|ZUSAMMENFASSUNG|[Nn]eufassung",
)
_ADVISORY = (
    r"ADVISOR(?:Y|IES)|[Aa]dvisor(?:y|ies)|[Nn]ews [Bb]udget|[Nn]ote to (?:editors|readers|subscribers)",
    r"NOTE TO EDITORS",
    r"[Aa]chtung,? Redaktionen|[Hh]inweise? (?:an|für)(?: die)? Redaktion(?:en)?",
    r"[Tt](?:ermin|ages)vorschau|[Tt]hemenplanung",
    r"[Aa]vis aux (?:rédactions|abonnés)",
)
_UPDATE = (
    r"\d{0,2}(?:st|nd|rd|th|ST|ND|RD|TH)[ -]?(?:[Ll]d|LD|[Ll]ead|LEAD|NEWS ?LEAD|NIGHT ?LEAD|NET|SUB|[Ss]ub)",
    r"(?:\d{1,2}\. ?|Neuer |NEUER |NEW )?(?:LEAD|Lead)|NL\d?|UPDATE[SD]?(?: ?\d+)?|[Uu]pdates|ADDS|[Aa]dds",
    r"[Aa]ktualisier(?:t|ung)|AKTUALISIERUNG|ACTUALISATION|ACTUALIZA(?:CI[OÓ]N)?|AGGIORNAMENTO",
    r"[Ee]rgänz(?:t|ung)|[Mm]ise à jour",
)
_KINDS = {  # in order: the first that fits counts
    "kill": _KILL,
    "correction": _CORRECTION,
    "writethru": _WRITETHRU,
    "add": (r"(?:\d+(?:st|nd|rd|th) )?(?:[Aa]dd|ADD)(?:-?\d+)?|Fortsetzung|FORTSETZUNG",),
    "advisory": _ADVISORY,
    "update": _UPDATE,
    "repeat": (r"[Rr]epeat(?:s|ing)?|REPEAT(?:S|ING)?|[Ww]iederholung|WIEDERHOLUNG|REPETICI[OÓ]N",),
}
GRAVE = ("kill", "correction", "writethru")
_PATTERNS = {kind: re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)") for kind, words in _KINDS.items()}
_PATTERNS["kill"] = re.compile(rf"(?<!\w)(?:{'|'.join(_KILL)})")


@lru_cache(maxsize=2048)
def kind_of(words: str) -> str:
    """Return a kind of ParsedItem, or "" where the words say none."""
    return next((kind for kind, pattern in _PATTERNS.items() if pattern.search(words)), "")


def grave_kind_of(words: str) -> str:
    """Return kill, correction or writethru where a note to editors says so, else "": other words of notes are chat."""
    return next((kind for kind in GRAVE if _PATTERNS[kind].search(words)), "") if words else ""
