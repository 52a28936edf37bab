"""Makes a new draft of an old story. What binds the old one binds the copy: embargo, hold, vault, a lawyer's reading.
It refuses what readers were told is no longer there: copying is no way round a kill or a withdrawal."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles import content, drafting
from articles.models import Article
from articles.permissions import Person, may
from articles.states import Status
from articles.workflow import WorkflowError
from newsroom.lib.text import shorten

# What belongs to the old story alone: its address, and what was planned for it; but not its warnings
_ITS_OWN = frozenset({"slug", "budget_line", "assignee", "due_at", "commissioned_words", "needs_picture"})
COPIED_FIELDS = tuple(name for name in content.EDITABLE_FIELDS if name not in _ITS_OWN)
_REFUSED = {
    Status.KILLED: "This story was killed. No copy is made of it: write a new one.",
    Status.WITHDRAWN: "This story was withdrawn. No copy is made of it: republish it, or write a new one.",
}
Carrier = Callable[[Article, Article], None]
_carriers: list[Carrier] = []


def register(carrier: Carrier) -> Carrier:
    """Add a function that carries over what an app above keeps about a story: it takes the old story and the copy.

    It runs inside the transaction of the copy.
    """
    if carrier not in _carriers:
        _carriers.append(carrier)
    return carrier


def may_duplicate(user: Person, article: Article) -> bool:
    """Tell whether `user` may copy this story now: everybody who may see it and write stories, if it can be copied."""
    return article.status not in _REFUSED and may(user, "view", article) and may(user, "create")


def duplicate(article: Article, *, by: User, now: datetime | None = None) -> Article:
    """Return a new draft in writing with the text, people, tags, pictures and rights of the working copy as saved.

    Embargo, hold and vault come along, as do legal and sensitive marks. It has no address, plan, notes or past.
    Raises WorkflowError: not_allowed; closed, for a story that was killed or withdrawn.
    """
    if not (may(by, "view", article) and may(by, "create")):
        raise WorkflowError("not_allowed", "Your role does not include writing stories.")
    now = now or timezone.now()
    with transaction.atomic():
        original = Article.objects.select_for_update().get(pk=article.pk)
        refusal = _REFUSED.get(Status(original.status))
        if refusal:
            raise WorkflowError("closed", refusal)
        values = {name: content.value_of(original, name) for name in COPIED_FIELDS}
        copy = drafting.create_draft(values, by=by, note=_origin(original), now=now)
        copy.hold_reason, copy.in_vault, copy.copied_from_id = original.hold_reason, original.in_vault, original.pk
        copy.save(update_fields=["hold_reason", "in_vault", "copied_from"])
        for carry in _carriers:
            carry(original, copy)
    return copy


def _origin(original: Article) -> str:
    """Return what the copy's history says of where it comes from, and of what came along."""
    bound = [
        *([f"On hold as that one is: {original.hold_reason}"] if original.is_held else []),
        *(["In the vault as that one is."] if original.in_vault else []),
    ]
    name = f"Copied from story {original.pk}, revision {original.revision_number}: “{shorten(str(original), 120)}”."
    return " ".join([name, *bound])
