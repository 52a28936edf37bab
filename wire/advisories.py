"""What the desk must be told: stories of ours that rest on copy the agency has killed, or has sent anew."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Exists, OuterRef, QuerySet

from articles import marks
from articles.models import Article
from articles.states import Status
from wire.models import WireItem, WireUse

COPY = "wire copy"  # the name by which a screen knows what copy_behind() gives


def copy_behind(article: Article) -> list[WireItem]:
    """Return every version of the items a story was made of, the newest first, without their texts.

    `is_used` is set on those that the story was made of.
    """
    uses = WireUse.objects.filter(article=article)
    of_guid = uses.filter(item__source=OuterRef("source"), item__guid=OuterRef("guid"))
    rows = WireItem.objects.filter(Exists(of_guid)).annotate(is_used=Exists(uses.filter(item=OuterRef("pk"))))
    return list(rows.select_related("source").order_by("-is_latest", "-id").defer("body", "names", "pictures"))


def killed_uses() -> QuerySet[WireUse]:
    """Return the uses whose item has a killed version and whose story is a draft or public, the newest first.

    Any version counts, not only the newest: that the agency ever killed the item is for a person to weigh.
    """
    killed = WireItem.objects.filter(
        source=OuterRef("item__source"), guid=OuterRef("item__guid"), pubstatus=WireItem.Pubstatus.CANCELED
    )
    uses = WireUse.objects.filter(Exists(killed), article__status__in=[Status.DRAFT, Status.PUBLISHED])
    return uses.select_related("article", "item__source").defer("item__body").order_by("-at", "-id")


@marks.register
def updates_waiting(article_ids: Collection[int]) -> dict[int, marks.Mark]:
    """Mark those of the stories that were made of an item of which a newer version came, and is not in them yet."""
    newer = WireItem.objects.filter(source=OuterRef("item__source"), guid=OuterRef("item__guid"), is_latest=True)
    unused = newer.exclude(pk=OuterRef("item")).exclude(uses__article=OuterRef("article"))
    uses = WireUse.objects.filter(Exists(unused), article__in=article_ids)
    return dict.fromkeys(uses.values_list("article", flat=True), marks.Mark("wire", "Wire update waiting"))
