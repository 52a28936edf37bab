"""Which version of which item something is: the same, newer, or late; and what an embargo on one means for the others.

An item is (source, guid). Late versions are kept and never become the newest; nothing is dropped for being old.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sources.models import Source
from wire.formats import ParsedItem
from wire.models import WireItem

Pubstatus = WireItem.Pubstatus


def held_versions(source: Source, guid: str) -> list[WireItem]:
    """Return the versions we hold of an item, the newest first."""
    rows = WireItem.objects.filter(source=source, guid=guid).defer("body", "names", "pictures")
    return list(rows.order_by("-is_latest", "-id"))


def same_version(item: ParsedItem, held: Sequence[WireItem]) -> WireItem | None:
    """Return the held row of the item's version; "01" and "1" are one version."""
    for row in held:
        if row.version == item.version:
            return row
    if item.version_number is None:
        return None
    return next((row for row in held if row.version_number == item.version_number), None)


def is_stricter(item: ParsedItem, same: WireItem, *, now: datetime) -> bool:
    """Tell whether a version sent again says more than the held one about not using it: a kill must never be lost."""
    if item.pubstatus != Pubstatus.USABLE and same.pubstatus not in {item.pubstatus, Pubstatus.CANCELED}:
        return True
    if item.embargo_is_open:
        return not same.embargo_is_open
    is_later = item.embargo_until is not None and item.embargo_until > (same.embargo_until or now)
    return is_later and not same.embargo_is_open


def resent_version(item: ParsedItem) -> str:
    """Name a version that was sent a second time with a stricter word, so that both are kept."""
    if item.pubstatus != Pubstatus.USABLE:
        return f"{item.version[:45]} ({item.pubstatus})"
    until = "open" if item.embargo_is_open else f"{item.embargo_until:%d%m%y%H%M}"
    return f"{item.version[:38]} (embargo {until})"


def is_newer(item: ParsedItem, newest: WireItem) -> bool:
    """Tell whether the item comes after the newest held one: by number, else by its time, else by arrival.

    A kill counts as newer also when only its time is: some agencies begin to count again.
    """
    times = (item.version_created_at, newest.version_created_at)
    is_later = times[0] is not None and times[1] is not None and times[0] > times[1]
    if item.pubstatus == Pubstatus.CANCELED and is_later:
        return True
    if item.version_number is not None and newest.version_number is not None:
        return item.version_number >= newest.version_number
    return is_later or None in times or times[0] == times[1]


def embargo_of(item: ParsedItem, held: Sequence[WireItem], *, now: datetime) -> tuple[datetime | None, bool]:
    """Return the embargo the item comes under: its own word, else that of the newest version while it is in force.

    An embargo covers all versions (ninjs: "before which all versions are embargoed"), so silence does not lift one.
    """
    if item.states_embargo or not held:
        return item.embargo_until, item.embargo_is_open
    newest = held[0]
    is_in_force = newest.embargo_is_open or (newest.embargo_until is not None and newest.embargo_until > now)
    return (newest.embargo_until, newest.embargo_is_open) if is_in_force else (None, False)


def spread_embargo(item: ParsedItem, *, source: Source, now: datetime) -> None:
    """Put the versions that were silent under the embargo that another version brought."""
    if item.embargo_is_open or (item.embargo_until is not None and item.embargo_until > now):
        silent = WireItem.objects.filter(source=source, guid=item.guid, embargo_until=None, embargo_is_open=False)
        silent.update(embargo_until=item.embargo_until, embargo_is_open=item.embargo_is_open)
