"""What the inbox shows about an item in a word or two: urgency, age, chips, and the button that makes a story."""

from __future__ import annotations

from datetime import datetime

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from newsroom.lib.clock import relative
from wire.models import WireItem, WireUse
from wire.promote import DEAD

URGENT = 3
STATUS_CHIPS: dict[str, tuple[str, str]] = {
    WireItem.Pubstatus.CANCELED: ("killed", "Killed"),
    WireItem.Pubstatus.WITHHELD: ("embargo", "Withheld"),
    WireItem.Pubstatus.UNKNOWN: ("embargo", "Status unknown"),
}


def with_story(items: QuerySet[WireItem]) -> QuerySet[WireItem]:
    """Annotate each item with `story_id`, the living story made of any of its versions, in the same query."""
    uses = WireUse.objects.filter(item__source=OuterRef("source"), item__guid=OuterRef("guid"))
    living = uses.exclude(article__status__in=DEAD).order_by("-id")
    return items.annotate(story_id=Subquery(living.values("article_id")[:1]))


def in_force(now: datetime) -> Q:
    """Match items under an embargo at `now`."""
    return Q(embargo_is_open=True) | Q(embargo_until__gt=now)


def urgency(item: WireItem) -> SafeString:
    """Return the urgency, marked when the desk should look at once."""
    if item.urgency is None:
        return format_html('<span class="wire-quiet" title="{}">–</span>', "No urgency was sent")
    css = "wire-urgency wire-urgency-high" if item.urgency <= URGENT else "wire-urgency"
    return format_html('<span class="{}">{}</span>', css, item.urgency)


def age(instant: datetime) -> SafeString:
    """Return how long ago something arrived, with the time itself for a pointer."""
    title = f"{timezone.localtime(instant):%d %b %Y, %H:%M %Z}"
    words = relative(instant, timezone.now())
    return format_html('<time datetime="{}" title="{}">{}</time>', instant.isoformat(), title, words)


def chips(item: WireItem) -> SafeString:
    """Return the chips of an item: its status where it is not usable, embargo, picture, warnings."""
    marks = [STATUS_CHIPS[item.pubstatus]] if item.pubstatus in STATUS_CHIPS else []
    if item.is_embargoed:
        marks.append(("embargo", f"Embargo {_until(item)}"))
    if item.pictures:
        marks.append(("plain", "Picture" if len(item.pictures) == 1 else f"{len(item.pictures)} pictures"))
    if item.warnings:
        marks.append(("in-review", "Look"))
    return format_html_join(" ", '<span class="chip chip-{} wire-chip">{}</span>', marks)


def _until(item: WireItem) -> str:
    if item.embargo_is_open or item.embargo_until is None:
        return "until released"
    return f"{timezone.localtime(item.embargo_until):until %d %b, %H:%M}"


def story_or_button(item: WireItem, *, story_id: int | None, may_promote: bool) -> SafeString | str:
    """Return a link to the story that was made, else the button that makes one, else nothing.

    The button sends the form it stands in, with that form's token, to an address of its own.
    """
    if story_id:
        address = reverse("admin:articles_article_change", args=[story_id])
        return format_html('<a class="wire-story" href="{}">Open story</a>', address)
    if not (may_promote and item.is_latest and item.is_usable):
        return ""
    address = reverse("admin:wire_wireitem_make_story", args=[item.pk])
    return format_html(
        '<button type="submit" class="desk-button wire-make" formaction="{}">Make story'
        '<span class="visually-hidden"> of {}</span></button>',
        address,
        item.headline,
    )
