"""What the desk must be told: stories of ours that rest on copy the agency has killed."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from articles.states import Status
from wire.models import WireItem, WireUse


def killed_uses() -> QuerySet[WireUse]:
    """Return the uses whose item has a killed version and whose story is a draft or public, the newest first.

    Any version counts, not only the newest: that the agency ever killed the item is for a person to weigh.
    """
    killed = WireItem.objects.filter(
        source=OuterRef("item__source"), guid=OuterRef("item__guid"), pubstatus=WireItem.Pubstatus.CANCELED
    )
    uses = WireUse.objects.filter(Exists(killed), article__status__in=[Status.DRAFT, Status.PUBLISHED])
    return uses.select_related("article", "item__source").defer("item__body").order_by("-at", "-id")
