"""The vault for prepared stories: obituaries, verdicts. No address, no schedule, and nobody lets one out alone.
Elsewhere such stories went out by a slip; here the way to readers is shut in the row and by a constraint."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone

from articles import readiness, workflow
from articles.models import Article, HistoryEntry
from articles.states import Logged, Verb
from articles.workflow import WorkflowError


def vault(article: Article, *, by: User, note: str = "", now: datetime | None = None) -> HistoryEntry:
    """Put a draft in the vault; its schedule and its links for outsiders end.

    For one that lies there it takes back that somebody asked to let it out. Raises WorkflowError("wrong_state") when
    nobody did.
    """
    row = workflow.check(article, Verb.VAULT, by=by)
    if article.in_vault and article.vault_opened_by_id is None:
        raise WorkflowError("wrong_state", "This story is in the vault already.")
    now = now or timezone.now()
    with transaction.atomic():
        workflow.claim(article)
        workflow.end_previews(article, now=now)
        facts = {"in_vault": True, "vault_opened_by": None}
        return workflow.move(article, row, by=by, now=now, note=note, facts=facts)


def unvault(article: Article, *, by: User, note: str = "", now: datetime | None = None) -> HistoryEntry:
    """Let a story out of the vault: the first person asks, the second lets it out.

    Raises WorkflowError: wrong_state; second_person, when the same person comes again; not_ready, while a note to self
    (TK, XX) stands in the text.
    """
    row = workflow.check(article, Verb.UNVAULT, by=by)
    if not article.in_vault:
        raise WorkflowError("wrong_state", "This story is not in the vault.")
    if article.vault_opened_by_id == by.pk:
        raise WorkflowError("second_person", "You have asked already. Somebody else has to let it out as well.")
    now = now or timezone.now()
    _refuse_leftovers(article, now)
    with transaction.atomic():
        workflow.claim(article)
        if article.vault_opened_by_id is None:
            article.vault_opened_by = by
            article.save(update_fields=["vault_opened_by"])
            before = (article.status, article.stage)
            return workflow.record(article, Logged.UNVAULT_ASKED, by=by, now=now, note=note, before=before)
        facts = {"in_vault": False, "vault_opened_by": None}
        return workflow.move(article, row, by=by, now=now, note=note, facts=facts)


def _refuse_leftovers(article: Article, now: datetime) -> None:
    problems = readiness.blocking(article, now=now)
    found = tuple(problem.sentence for problem in problems if problem.code == "vault_stop_word")
    if found:
        raise WorkflowError("not_ready", "It stays in the vault: " + " ".join(found), found)
