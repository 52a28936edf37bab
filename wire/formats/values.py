"""Small values as wires spell them: versions, urgency, languages, statuses, embargoes. Pure; never raises."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime
from functools import lru_cache

from newsroom.lib.clock import parse_instant
from wire.formats.item import Profile

GUID_LIMIT = 500
VERSION_LIMIT = 60
HEADLINE_LIMIT = 400
# Of subjects, pictures and relations of one item; more than this is no story
MAX_PARTS = 1000
# Times outside of these years are mistakes; near the ends of the calendar they would not survive a change of zone
FIRST_YEAR, LAST_YEAR = 1900, 2200
PUBSTATUSES = {
    "": "usable",
    "usable": "usable",
    "embargoed": "usable",  # with an embargo, which read_embargo() sees to
    "withheld": "withheld",
    "canceled": "canceled",
    "cancelled": "canceled",
}
_LARGEST_BIGINT = 2**63 - 1
_WHOLE = re.compile(r"[0-9]{1,19}(?:\.0+)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_MEDIA_TOPIC = re.compile(r"(?:medtop:|mediatopic/)([0-9]{8})$")


def version_number(version: str) -> int | None:
    """Return a version as a number where it is a whole one that a database column can hold."""
    if not _WHOLE.fullmatch(version):
        return None
    number = int(version.partition(".")[0])
    return number if number <= _LARGEST_BIGINT else None


def without_suffix(guid: str, *, profile: Profile) -> str:
    """Return the guid without what the source counts versions in; a pattern that is none cuts nothing."""
    if not profile.guid_suffix:
        return guid
    try:
        return re.sub(f"(?:{profile.guid_suffix})$", "", guid) or guid
    except re.error:
        return guid


def digest(*parts: str) -> str:
    """Return twelve hexadecimal digits that differ when any part does."""
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:12]


def read_pubstatus(status: str) -> str:
    """Return one of WireItem.Pubstatus. What is missing is usable (IPTC's default); what is strange is unknown."""
    return PUBSTATUSES.get(status.strip().lower(), "unknown")


def read_urgency(urgency: str) -> int | None:
    """Return 1 to 9, or None for anything else ("DEFAULT" and 0 occur)."""
    return int(urgency) if len(urgency) == 1 and urgency in "123456789" else None


@lru_cache(maxsize=512)
def read_language(tag: str, *, default: str) -> str:
    """Return a BCP 47 tag in its usual case: `en_US` and `IT-it` occur. Nonsense is the source's own language."""
    parts = tag.replace("_", "-")
    if not _LANGUAGE.fullmatch(parts) or len(parts) > 20:
        return default
    primary, *rest = parts.split("-")
    return "-".join([primary.lower(), *(_subtag(part) for part in rest)])


def _subtag(part: str) -> str:
    if len(part) == 2:
        return part.upper()
    return part.title() if len(part) == 4 and part.isalpha() else part.lower()


def read_embargo(sent: str | None, *, status: str, profile: Profile) -> tuple[datetime | None, bool, str]:
    """Return the instant, whether it is open-ended, and a warning or nothing.

    `sent` None says nothing of an embargo. One that cannot be read holds the item: better late than early.
    """
    says_embargoed = status.strip().lower() == "embargoed"
    if sent is None:
        return (None, says_embargoed, "Embargoed without a time." if says_embargoed else "")
    if not sent.strip():
        holds = says_embargoed or profile.empty_embargo_holds
        return (None, holds, "The embargo was sent without a time." if holds else "")
    instant = parse_instant(sent, zone=profile.zone)
    if instant is not None and instant.year > LAST_YEAR:
        return (None, True, "The embargo is for ever; held until released.")
    if instant is None or instant.year < FIRST_YEAR:
        return (None, True, f"The embargo “{sent[:60]}” is no time we can read; held until released.")
    return (instant, False, "")


def read_time(sent: str, *, profile: Profile) -> datetime | None:
    """Return the instant, None for what cannot be read or cannot be true."""
    if not sent:
        return None
    instant = parse_instant(sent, zone=profile.zone)
    return instant if instant and FIRST_YEAR <= instant.year <= LAST_YEAR else None


def topic_code(code: str) -> str:
    """Return a code in its short form: the address of a media topic becomes `medtop:` and its number."""
    found = _MEDIA_TOPIC.search(code)
    return f"medtop:{found[1]}" if found else code[:120]
