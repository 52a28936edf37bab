"""Which function does which verb: one table for screens, changes of many stories, and whoever else lets people choose.
A verb's page asks for the words that its row in articles.states names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from articles import drafting, publishing, undoing
from articles.models import Article
from articles.permissions import Person
from articles.states import Verb

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
}


def do(article: Article, verb: Verb, *, by: Person, **words: Any) -> None:
    """Call the verb's function with the words it takes; raises what it raises."""
    FUNCTIONS[verb](article, by=by, **words)
