"""Turns a delivery into wire items: one row per wire version. One bad item never stops the others."""

from __future__ import annotations

import html
import logging
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from django.db import DataError, IntegrityError, transaction

from articles.richtext import BodyError, clean_copy
from images.validation import BadImage, accept
from wire import formats, identity
from wire.companions import CompanionError, Companions, is_bare_name
from wire.formats import Parsed, ParsedItem, ParsedPicture, ParseError, Profile, RefusedItem
from wire.formats.paragraphs import plain_line
from wire.models import Delivery, WireItem
from wire.receiving import TOO_LARGE, attach

logger = logging.getLogger(__name__)

# Of a text that is too heavy to sanitise, this much is kept as plain words
PLAIN_LIMIT = 50_000
COPIED_FIELDS = (
    *("guid", "version_number", "pubstatus", "urgency", "headline", "slugline", "standfirst", "byline", "dateline"),
    *("language", "credit", "copyright_holder", "usage_terms", "ednote", "version_created_at"),
)


NAME_KEYS = ("name", "kind", "code")
PICTURE_KEYS = ("guid", "caption", "credit", "byline", "alt", "usage_terms")


class Result(StrEnum):
    CREATED = "created"
    UPDATED = "updated"
    DUPLICATE = "duplicate"
    KILLED = "killed"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one item. `id` is its row, None when it was rejected; `reason` is a sentence or empty."""

    guid: str
    version: str
    outcome: Result
    reason: str = ""
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """What had to be made ready outside the transaction: safe text, and the picture files that were read."""

    body: str
    warnings: list[str]
    files: dict[str, bytes] = field(default_factory=dict)


def ingest(delivery: Delivery, *, companions: Companions | None = None, now: datetime) -> list[Outcome]:
    """Take in every item of a delivery, in its order, and note on the delivery how it went.

    Idempotent: what is here already is a duplicate and changes nothing. A document that cannot be read is one
    rejected outcome without a guid.
    """
    try:
        format, entries = _read(delivery)
    except ParseError as error:
        logger.warning("Delivery %s of %s rejected: %s", delivery.pk, delivery.source.slug, error.code)
        _note(delivery, outcome=Delivery.Outcome.REJECTED, problem=error.message)
        return [Outcome("", "", Result.REJECTED, error.message)]
    outcomes = [_take(entry, delivery=delivery, companions=companions, now=now) for entry in entries]
    refused = [outcome for outcome in outcomes if outcome.outcome == Result.REJECTED]
    verdict = Delivery.Outcome.REJECTED if len(refused) == len(outcomes) else Delivery.Outcome.TAKEN_IN
    problem = "\n".join(dict.fromkeys(f"{outcome.guid}: {outcome.reason}".lstrip(": ") for outcome in refused))
    _note(delivery, outcome=verdict, problem=problem, format=format)
    return outcomes


def _read(delivery: Delivery) -> tuple[str, list[Parsed]]:
    if delivery.size_bytes > formats.MAX_BYTES:
        raise ParseError("too_large", TOO_LARGE)
    payload, source = bytes(delivery.payload), delivery.source
    format = formats.sniff(payload)
    return format, formats.parse(format, payload, profile=Profile(zone=source.zone, language=source.language))


def _note(delivery: Delivery, **facts: str) -> None:
    """Write on the delivery what changed, and nothing when nothing did."""
    changed = [name for name, value in facts.items() if getattr(delivery, name) != value]
    for name in changed:
        setattr(delivery, name, facts[name])
    if changed:
        delivery.save(update_fields=changed)


def _take(entry: Parsed, *, delivery: Delivery, companions: Companions | None, now: datetime) -> Outcome:
    if isinstance(entry, RefusedItem):
        return Outcome(entry.guid, entry.version, Result.REJECTED, entry.reason)
    duplicate = _duplicate(entry, identity.held_versions(delivery.source, entry.guid), now=now)
    if duplicate:
        return duplicate
    prepared = _prepare(entry, companions)
    try:
        return _store_or_retry(entry, prepared, delivery=delivery, now=now)
    except DataError:
        logger.exception("Delivery %s: an item does not fit its columns", delivery.pk)
        return Outcome(entry.guid, entry.version, Result.REJECTED, "The item has a value that cannot be stored.")


def _store_or_retry(entry: ParsedItem, prepared: Prepared, *, delivery: Delivery, now: datetime) -> Outcome:
    """Store the item; when another process stored a version of it in the same moment, look again, once."""
    try:
        return _store(entry, prepared, delivery=delivery, now=now)
    except IntegrityError:
        return _store(entry, prepared, delivery=delivery, now=now)


def _duplicate(item: ParsedItem, held: list[WireItem], *, now: datetime) -> Outcome | None:
    """Return the outcome of a version that is here already, None for one that is to be stored."""
    same = identity.same_version(item, held)
    if same and identity.is_stricter(item, same, now=now):
        resent = identity.resent_version(item)
        same = next((row for row in held if row.version == resent), None)
    if same is None:
        return None
    return Outcome(item.guid, item.version, Result.DUPLICATE, "This version was here already.", same.pk)


def _prepare(item: ParsedItem, companions: Companions | None) -> Prepared:
    body, warnings = _safe_body(item.body)
    files: dict[str, bytes] = {}
    names = {picture.href for picture in item.pictures if is_bare_name(picture.href)} if companions else set()
    for name in sorted(names):
        try:
            files[name] = companions(name)  # type: ignore[misc]  # names is empty without a reader
            accept(files[name])
        except (CompanionError, BadImage) as error:
            files.pop(name, None)
            warnings.append(f"The picture {name} was not taken in: {error}")
    return Prepared(body, [*item.warnings, *warnings], files)


def _safe_body(body: str) -> tuple[str, list[str]]:
    try:
        return clean_copy(body), []
    except BodyError:
        words = html.escape(plain_line(body)[:PLAIN_LIMIT], quote=False)
        warning = "The text holds too much markup to be read; its words were taken in, the rest is in the delivery."
        return clean_copy(f"<p>{words}</p>"), [warning]


@transaction.atomic
def _store(item: ParsedItem, prepared: Prepared, *, delivery: Delivery, now: datetime) -> Outcome:
    held = identity.held_versions(delivery.source, item.guid)
    duplicate = _duplicate(item, held, now=now)
    if duplicate:
        return duplicate
    is_newest = not held or identity.is_newer(item, held[0])
    if held and is_newest:
        WireItem.objects.filter(pk=held[0].pk).update(is_latest=False)
    row = _row(item, prepared, held, delivery=delivery, now=now)
    row.is_latest = is_newest
    row.save(force_insert=True)
    identity.spread_embargo(item, source=delivery.source, now=now)
    for name, payload in prepared.files.items():
        attach(delivery, name, payload)
    return Outcome(item.guid, item.version, _result(row, held), _reason(row, held), row.pk)


def _row(item: ParsedItem, prepared: Prepared, held: list[WireItem], *, delivery: Delivery, now: datetime) -> WireItem:
    until, is_open = identity.embargo_of(item, held, now=now)
    is_resent = identity.same_version(item, held) is not None
    return WireItem(
        source=delivery.source,
        delivery=delivery,
        version=identity.resent_version(item) if is_resent else item.version,
        embargo_until=until,
        embargo_is_open=is_open,
        body=prepared.body,
        names=[{key: getattr(name, key) for key in NAME_KEYS} for name in item.names],
        pictures=[_picture(picture) for picture in item.pictures],
        warnings=prepared.warnings,
        received_at=now,
        **{name: getattr(item, name) for name in COPIED_FIELDS},
    )


def _picture(picture: ParsedPicture) -> dict[str, str]:
    """Return a picture as WireItem.pictures keeps it: an address that is no plain file name is not kept."""
    kept = {key: getattr(picture, key) for key in PICTURE_KEYS}
    return {**kept, "file": picture.href if is_bare_name(picture.href) else ""}


def _result(row: WireItem, held: list[WireItem]) -> Result:
    if row.pubstatus == WireItem.Pubstatus.CANCELED:
        return Result.KILLED
    return Result.UPDATED if held else Result.CREATED


def _reason(row: WireItem, held: list[WireItem]) -> str:
    if not row.is_latest:
        return f"Arrived late: version {held[0].version} stays the newest."
    if row.pubstatus == WireItem.Pubstatus.CANCELED:
        return "The agency has killed this item: it must not be used."
    if row.pubstatus != WireItem.Pubstatus.USABLE:
        return f"Its status is “{row.get_pubstatus_display()}”: no story may be made of it."
    return f"Replaces version {held[0].version}." if held else ""
