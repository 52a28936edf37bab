"""A copy of a story rests on the same agency copy as the story: a kill or a new version reaches it too."""

from __future__ import annotations

from articles import duplicating
from articles.models import Article
from wire.models import WireUse


@duplicating.register
def carry_uses(original: Article, copy: Article) -> None:
    """Note for the copy what the story was made of, with the time and the person of then.

    Who made the story stays the first who did: making a story of the item again leads to the original (wire.promote).
    """
    uses = WireUse.objects.filter(article=original).order_by("id")
    WireUse.objects.bulk_create(WireUse(item_id=use.item_id, article=copy, by_id=use.by_id, at=use.at) for use in uses)
