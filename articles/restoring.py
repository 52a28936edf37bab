"""Brings back what a revision said, as a new revision. What is about time and work, not about the text, stays as it is:
an embargo, planning, the address of a story that was public."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles import content, drafting, pictures, richtext, workflow
from articles.models import Article, Revision, RevisionKind
from articles.states import Logged
from articles.workflow import WorkflowError

STAYS = frozenset({*content.EMBARGO_FIELDS, *content.PLANNING_FIELDS, "assignee"})


@dataclass(frozen=True, slots=True)
class Plan:
    """What restoring would write: `kept` as a snapshot, `values` as they are saved. `left_out` says what cannot come
    back, in sentences."""

    kept: dict[str, Any]
    values: dict[str, Any]
    left_out: list[str]


def plan(article: Article, revision: Revision) -> Plan:
    """Return what restoring `revision` would write; rows that are gone are left out and named."""
    stays = STAYS | ({"slug"} if article.path else set())
    wanted = {name: revision.snapshot[name] for name in content.EDITABLE_FIELDS if name in revision.snapshot}
    values, gone = content.restored({name: kept for name, kept in wanted.items() if name not in stays})
    left_out = [f"{_a(name)} “{title}” no longer exists and is left out." for name, title in gone]
    left_out += _pictures_gone(str(values.get("body", "")))
    unlike = [name for name in wanted if name in stays and _differs(article, name, wanted[name])]
    if unlike:
        fields = ", ".join(content.label(name) for name in unlike)
        left_out.append(f"This stays as it is now, because it is not about the text: {fields}.")
    values = content.cleaned(values)
    return Plan({name: content.as_kept(name, value) for name, value in values.items()}, values, left_out)


def restore(article: Article, number: int, *, by: User, base_revision: int, now: datetime | None = None) -> Article:
    """Save what revision `number` said as a new revision, with a row in the history.

    `base_revision` is the revision that was the newest when the person decided. Raises WorkflowError: not_allowed;
    changed, when somebody saved since; wrong_state, when the story says the same already. Raises Revision.DoesNotExist.
    """
    now = now or timezone.now()
    with transaction.atomic():
        locked = Article.objects.select_for_update(of=("self",)).get(pk=article.pk)
        revision = Revision.objects.get(article=locked, number=number)
        if locked.revision_number != base_revision:
            raise WorkflowError("changed", "Someone saved this story after you opened this page. Look at it again.")
        planned = plan(locked, revision)
        saved = drafting.save_draft(
            locked, planned.values, by=by, base_revision=base_revision, kind=RevisionKind.RESTORE, now=now
        )
        if saved.revision_number == base_revision:
            raise WorkflowError("wrong_state", f"The story says the same as revision {number} already.")
        local = timezone.localtime(revision.saved_at)
        note = f"Revision {number} of {local:%-d %B %Y, %H:%M %Z}."
        workflow.record(saved, Logged.RESTORED, by=by, now=now, note=" ".join([note, *planned.left_out]))
    return saved


def _differs(article: Article, name: str, kept: Any) -> bool:
    now = content.as_kept(name, content.value_of(article, name))
    return bool(content.comparable(name, now) != content.comparable(name, kept))


def _pictures_gone(body: str) -> list[str]:
    there = pictures.of_body(body)
    numbers = dict.fromkeys(figure.image_id for figure in richtext.figures(body) if figure.image_id not in there)
    return [f"Picture {number} in the text no longer exists and is left out." for number in numbers]


def _a(name: str) -> str:
    return "The " + {"authors": "author", "tags": "tag"}.get(name, content.label(name))
