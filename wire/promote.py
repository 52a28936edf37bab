"""Makes a story of a wire item: one draft with all that the wire brought. Refuses what the agency does not release."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from articles.drafting import create_draft
from articles.models import HEADLINE_LIMIT, Article, Section
from articles.states import Status
from images.intake import take_in
from images.models import Image
from images.validation import BadImage
from newsroom.lib.text import clean_line, shorten
from tags.suggesting import tags_for_wire
from wire.formats.paragraphs import plain_line
from wire.models import Attachment, WireItem, WireUse

logger = logging.getLogger(__name__)

Person = User | AnonymousUser
PERMISSIONS = ("wire.promote_wireitem", "articles.add_article")
DEAD = (Status.SPIKED, Status.KILLED)
DEFAULT_URGENCY = 5


class PromoteError(Exception):
    """An item that no story may be made of. `message` is for people; codes: killed, withheld, unknown, superseded."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


def promote(item: WireItem, *, by: Person, section: Section | None = None, now: datetime | None = None) -> Article:
    """Return a draft made of the item, or the living story that was made of it before: two clicks are one story.

    An embargoed item may be written up; the story comes under the embargo. Raises PermissionDenied and PromoteError.
    """
    if not by.is_active or not by.has_perms(PERMISSIONS):
        raise PermissionDenied("Your role does not include making stories of wire items.")
    now = now or timezone.now()
    _refuse_unusable(item)
    known = story_of(item)
    if known:
        return known
    picture = _picture(item, by=by)
    with transaction.atomic():
        _claim(item)
        article = story_of(item)
        if article is None:
            tags = tags_for_wire([(name["name"], name["kind"], name["code"]) for name in item.names], by=by)
            changes = {**_changes(item, now), **_picture_changes(item, picture), "section": section, "tags": tags}
            article = create_draft(changes, by=by, note=f"From {item.source.name}, version {item.version}.", now=now)
            WireUse.objects.create(item=item, article=article, by_id=by.pk, at=now)
    return article


def story_of(item: WireItem) -> Article | None:
    """Return the story made of any version of the item that was neither spiked nor killed.

    Of several the one whose making is youngest counts, and copies of a story come after it (wire.copies).
    """
    uses = WireUse.objects.filter(item__source=item.source_id, item__guid=item.guid)
    use = uses.exclude(article__status__in=DEAD).select_related("article").order_by("-at", "id").first()
    return use.article if use else None


def _refuse_unusable(item: WireItem) -> None:
    newest = WireItem.objects.filter(source=item.source_id, guid=item.guid, is_latest=True).first() or item
    match newest.pubstatus:
        case WireItem.Pubstatus.USABLE:
            pass
        case WireItem.Pubstatus.CANCELED:
            raise PromoteError("killed", "The agency has killed this item. No story may be made of it.")
        case WireItem.Pubstatus.WITHHELD:
            raise PromoteError("withheld", "The agency withholds this item. Wait until it is released.")
        case _:
            raise PromoteError("unknown", "This item came with a status we do not know. Ask the agency before use.")
    if newest.pk != item.pk:
        raise PromoteError("superseded", f"Version {newest.version} has arrived meanwhile. Make the story of that one.")


def _claim(item: WireItem) -> None:
    """Lock the item and mark it used; a kill or a new version that came this moment is seen here."""
    usable = WireItem.objects.filter(pk=item.pk, is_latest=True, pubstatus=WireItem.Pubstatus.USABLE)
    if not usable.update(standing=WireItem.Standing.USED):
        _refuse_unusable(WireItem.objects.get(pk=item.pk))
    item.refresh_from_db(fields=["standing", "embargo_until", "embargo_is_open"])


def _changes(item: WireItem, now: datetime) -> dict[str, Any]:
    """Return the story's fields as the wire fills them, cut to what fits."""
    source = item.source
    is_embargoed = item.embargo_until is not None and item.embargo_until > now
    return {
        "headline": shorten(item.headline, Article._meta.get_field("headline").max_length or HEADLINE_LIMIT),
        "standfirst": shorten(item.standfirst, 400),
        "body": _body(item),
        "dateline": shorten(item.dateline, 80),
        "slugline": shorten(item.slugline, 120),
        "language": item.language or source.language,
        "urgency": item.urgency or DEFAULT_URGENCY,
        "source": source,
        "credit_line": shorten(item.credit or source.credit_line, 120),
        "usage_terms": item.usage_terms or source.usage_terms,
        "ednote": _ednote(item),
        "embargo_until": item.embargo_until if is_embargoed else None,
        "embargo_is_open": item.embargo_is_open,
    }


def _body(item: WireItem) -> str:
    """Return the text; agencies repeat the teaser as its first paragraph, and the story has it as its standfirst."""
    teaser, end, rest = item.body.partition("</p>")
    is_repeated = bool(end and item.standfirst) and plain_line(teaser) == clean_line(item.standfirst)
    return rest.lstrip() if is_repeated and rest.strip() else item.body


def _ednote(item: WireItem) -> str:
    """Return the agency's note, with the byline as sent: our bylines are people we know."""
    byline = f"Byline as sent: {item.byline}" if item.byline else ""
    return "\n".join(filter(None, [item.ednote, byline]))


def _picture(item: WireItem, *, by: Person) -> Image | None:
    """Take the item's first picture that came with a file into the library; writes files, so outside a transaction."""
    for wanted in item.pictures:
        attachment = attachment_of(item, wanted["file"]) if wanted["file"] else None
        if attachment:
            return _taken_in(attachment, wanted, item, by=by)
    return None


def _taken_in(attachment: Attachment, wanted: dict[str, str], item: WireItem, *, by: Person) -> Image | None:
    """Return the picture with the wire's caption and credit. Its alternative text is for a person to write."""
    try:
        return take_in(
            bytes(attachment.payload),
            filename=attachment.name,
            by=by,
            title=shorten(wanted["caption"] or attachment.name, 200),
            caption=wanted["caption"],
            credit=_credit(wanted, item),
            creator=wanted["byline"],
            usage_terms=wanted["usage_terms"] or item.usage_terms or item.source.usage_terms,
            source=item.source,
            source_guid=wanted["guid"][:300],
        )
    except BadImage as problem:
        logger.warning("Wire item %s: picture %s was left out: %s", item.pk, attachment.pk, problem)
        return None


def _credit(wanted: dict[str, str], item: WireItem) -> str:
    """Return what is printed with the picture, `Ann Lee/Agency` where its maker is named."""
    credit = wanted["credit"] or item.source.credit_line
    maker = wanted["byline"]
    is_named = maker and maker.casefold() not in credit.casefold()
    return clean_line(f"{maker}/{credit}" if is_named else credit)[:200]


def attachment_of(item: WireItem, name: str) -> Attachment | None:
    """Return the file that came with this version, else with another version of the same item."""
    own = Attachment.objects.filter(delivery=item.delivery_id, name=name).first()
    if own:
        return own
    of_item = Attachment.objects.filter(name=name, delivery__items__guid=item.guid, delivery__source=item.source_id)
    return of_item.order_by("-id").first()


def _picture_changes(item: WireItem, picture: Image | None) -> dict[str, Any]:
    """Return the picture and, where the library knows it by another caption, the wire's caption for this story."""
    if picture is None:
        return {}
    caption = next((wanted["caption"] for wanted in item.pictures if wanted["file"]), "")
    return {"picture": picture, "picture_caption": caption if caption != picture.caption else ""}
