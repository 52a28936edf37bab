"""Which function does which verb: one table for screens, changes of many stories, and whoever else lets people choose.
A verb's page asks for the words that its row in articles.states names."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from django.utils import timezone

from articles import addresses, drafting, publishing, undoing, vault
from articles.models import Article
from articles.permissions import Person, may
from articles.states import MOVES, Move, Verb
from articles.workflow import IN_THE_VAULT

FUNCTIONS: dict[Verb, Callable[..., Any]] = {
    Verb.SUBMIT: drafting.submit,
    Verb.SEND_BACK: drafting.send_back,
    Verb.APPROVE: drafting.approve,
    Verb.SPIKE: drafting.spike,
    Verb.UNSPIKE: drafting.unspike,
    Verb.HOLD: drafting.hold,
    Verb.RELEASE: drafting.release,
    Verb.SCHEDULE: publishing.schedule,
    Verb.UNSCHEDULE: publishing.unschedule,
    Verb.PUBLISH: publishing.publish,
    Verb.UPDATE: publishing.update,
    Verb.CORRECT: publishing.correct,
    Verb.CLARIFY: publishing.clarify,
    Verb.ANNOTATE: publishing.annotate,
    Verb.WITHDRAW: publishing.withdraw,
    Verb.REPUBLISH: publishing.republish,
    Verb.KILL: publishing.kill,
    Verb.UNDO: undoing.undo,
    Verb.LIFT_EMBARGO: drafting.lift_embargo,
    Verb.VAULT: vault.vault,
    Verb.UNVAULT: vault.unvault,
    Verb.READDRESS: addresses.readdress,
}


def do(article: Article, verb: Verb, *, by: Person, **words: Any) -> None:
    """Call the verb's function with the words it takes; raises what it raises."""
    FUNCTIONS[verb](article, by=by, **words)


def offered(article: Article, user: Person, *, but: Collection[Verb] = ()) -> list[Move]:
    """Return the moves that this person can make now, in the table's order; `but` some that are not asked about."""
    return [
        row
        for row in MOVES.values()
        if row.verb not in but
        and row.allows(article.status, article.stage)
        and makes_sense(row.verb, article, user)
        and may(user, row.verb, article)
    ]


def makes_sense(verb: Verb, article: Article, user: Person) -> bool:
    """Tell whether the story's conditions leave anything for this verb to do; state and right are not asked here."""
    if article.in_vault and verb not in IN_THE_VAULT:
        return False
    match verb:
        case Verb.UNSCHEDULE:
            return article.publish_at is not None
        case Verb.HOLD | Verb.RELEASE:
            return article.is_held == (verb == Verb.RELEASE)
        case Verb.LIFT_EMBARGO:
            return article.embargo_is_open
        case Verb.VAULT:
            return not article.in_vault or article.vault_opened_by_id is not None
        case Verb.UNVAULT:
            return article.in_vault and article.vault_opened_by_id != user.pk
        case Verb.UNDO:
            return bool(undoing.undoable(article, user, timezone.now()))
        case _:
            return True
