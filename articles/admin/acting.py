"""Does what a button of the action bar asked for, in the same request that saved the text. What cannot be done is said
on the story screen itself, with the words that were typed: the text is saved by then, so nothing is lost."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, QueryDict
from django.urls import reverse

from articles import verbs
from articles.admin.bar import PAGES, WEIGHTS
from articles.admin.move_words import DESTRUCTIVE, done
from articles.admin.moves import story_url
from articles.models import Article
from articles.permissions import may, person_of
from articles.richtext import BodyError
from articles.states import MOVES, Verb
from articles.workflow import WorkflowError

MERGED = "What others saved meanwhile is merged in."
KEPT = "story_refusal"  # in the session, until the story is shown again
LONGEST = 2000
# The bar's fields of words: those beside the primary button, those of Send back, those under More
GO, BACK, MORE = "go", "back", "more"
_PLACES = {
    Verb.SEND_BACK: BACK,
    **dict.fromkeys((Verb.WITHDRAW, Verb.KILL, Verb.SPIKE, Verb.HOLD, Verb.RELEASE, Verb.UNSCHEDULE), MORE),
}
WORDS = ("go_note", "go_public", "back_note", "more_note", "more_public")
AT_EMBARGO = "schedule:embargo"  # the value of the primary button that schedules at the embargo's end


@dataclass(frozen=True, slots=True)
class Asked:
    """What a press of a button asks for: a verb, and the words for its function."""

    verb: Verb
    words: dict[str, Any] = field(default_factory=dict)

    @property
    def goes_out(self) -> bool:
        """Whether it brings the text before readers, now or later: nobody sends out what they have not seen."""
        return self.verb == Verb.SCHEDULE or (MOVES[self.verb].makes_version and self.verb not in DESTRUCTIVE)

    @property
    def needs_a_page(self) -> bool:
        """Whether it cannot be done from the bar."""
        return self.verb in PAGES and "publish_at" not in self.words


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a verb was not done, and what was typed for it, to be shown once."""

    verb: str
    code: str
    message: str
    typed: dict[str, str]

    @property
    def label(self) -> str:
        return MOVES[Verb(self.verb)].label

    @property
    def is_about_readiness(self) -> bool:
        """Whether the checklist says more than the message."""
        return self.code in {"not_ready", "held", "embargoed", "reason_missing"}

    @property
    def level(self) -> str:
        """Which level of problems it is about."""
        return "reason" if self.code == "reason_missing" else "blocks"

    @property
    def place(self) -> str:
        """Which of the bar's fields the words belong to."""
        return _PLACES.get(Verb(self.verb), GO)


def asked(values: QueryDict, article: Article) -> Asked | None:
    """Read what the bar sent; None when no verb was asked for, or none that exists."""
    name, _, variant = values.get("_move", "").partition(":")
    if name not in set(Verb):
        return None
    verb = Verb(name)
    words: dict[str, Any] = {}
    if verb == Verb.UPDATE:
        weight = next((each for each in WEIGHTS if each.name == values.get("weight")), None)
        verb = weight.verb if weight else verb
        words = {"is_minor": weight.name == "minor"} if weight and verb == Verb.UPDATE else {}
    if variant and verb == Verb.SCHEDULE and article.embargo_until:
        words["publish_at"] = article.embargo_until
    place = _PLACES.get(verb, GO)
    words["note"] = values.get(f"{place}_note", "")[:LONGEST]
    if MOVES[verb].words in {"public", "both"}:
        words["public_text"] = values.get(f"{place}_public", "")[:LONGEST]
    return Asked(verb, words)


def act(request: HttpRequest, article: Article) -> str:
    """Do what was asked and say so, or keep why not; return the address to go to. Without a verb it was just saved."""
    ask = asked(request.POST, article)
    if ask is None:
        merged = f" {MERGED}" if _is_merged(request, article) else ""
        messages.success(request, f"Saved, revision {article.revision_number}.{merged}")
    elif ask.needs_a_page and may(request.user, ask.verb, article):
        return reverse("admin:articles_article_move", args=[article.pk, ask.verb])
    else:
        _do(request, article, ask)
    return story_url(article)


def _do(request: HttpRequest, article: Article, ask: Asked) -> None:
    try:
        if ask.verb not in {row.verb for row in verbs.offered(article, request.user)}:
            label = MOVES[ask.verb].label
            raise WorkflowError("wrong_state", f"“{label}” is not possible for you now: the story is not where it was.")
        if ask.goes_out and _is_merged(request, article):
            raise WorkflowError("changed", f"{MERGED} Look at it, then press again.")
        verbs.do(article, ask.verb, by=person_of(request), **ask.words)
    except (WorkflowError, BodyError) as error:
        _keep(request, article, ask.verb, error)
    else:
        messages.success(request, done(article, ask.verb))


def _is_merged(request: HttpRequest, article: Article) -> bool:
    """Tell whether others saved between the revision the form was opened with and this one."""
    base = request.POST.get("base_revision", "")
    return base.isascii() and base.isdigit() and article.revision_number > int(base) + 1 > 1


def _keep(request: HttpRequest, article: Article, verb: Verb, error: WorkflowError | BodyError) -> None:
    request.session[KEPT] = {
        "story": article.pk,
        "verb": verb,
        "code": getattr(error, "code", ""),
        "message": str(error),
        "typed": {name: request.POST.get(name, "")[:LONGEST] for name in (*WORDS, "weight")},
    }


def refusal(request: HttpRequest, article: Article) -> Refusal | None:
    """Return why the last press was not carried out, once; None when there was none for this story."""
    kept = request.session.get(KEPT)
    if not kept or kept["story"] != article.pk:
        return None
    del request.session[KEPT]
    return Refusal(kept["verb"], kept["code"], kept["message"], kept["typed"])
