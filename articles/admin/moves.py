"""One page per verb: says what will happen, asks for the words it needs, calls the verb. GET changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone

from articles import drafting, publishing, readiness
from articles.admin.forms import MoveForm
from articles.models import Article
from articles.permissions import Person, may
from articles.richtext import BodyError
from articles.states import MOVES, Move, Verb
from articles.workflow import WorkflowError

CONSEQUENCES = {
    Verb.SUBMIT: "The desk gets it. You can no longer change it until it is sent back.",
    Verb.SEND_BACK: "The writer gets it back with your note. A schedule falls away.",
    Verb.APPROVE: "It is marked ready to go out.",
    Verb.SCHEDULE: "It goes out by itself at that time, if nothing stands in its way then.",
    Verb.UNSCHEDULE: "It stays ready and does not go out by itself.",
    Verb.PUBLISH: "Readers see it at once, at an address that it keeps for ever.",
    Verb.UPDATE: "Readers see the working copy instead of the present version.",
    Verb.CORRECT: "Readers see the working copy, and your text in a correction box that is never removed.",
    Verb.CLARIFY: "Readers see the working copy, and your text in a clarification box that is never removed.",
    Verb.WITHDRAW: "It disappears from every page, list and feed. Its address shows your text. It can come back.",
    Verb.REPUBLISH: "Readers see the working copy at the old address again.",
    Verb.KILL: "It disappears for good from every page, list and feed. Its address answers “gone” with your text.",
    Verb.SPIKE: "It goes into the bin, unpublished. It can be restored.",
    Verb.UNSPIKE: "It comes back as a draft.",
    Verb.HOLD: "Nobody can publish it until it is released.",
    Verb.RELEASE: "It can be published again.",
}
_SIMPLE: dict[Verb, Callable[..., Any]] = {
    Verb.SUBMIT: drafting.submit,
    Verb.SEND_BACK: drafting.send_back,
    Verb.APPROVE: drafting.approve,
    Verb.SPIKE: drafting.spike,
    Verb.UNSPIKE: drafting.unspike,
    Verb.HOLD: drafting.hold,
    Verb.RELEASE: drafting.release,
    Verb.PUBLISH: publishing.publish,
    Verb.REPUBLISH: publishing.republish,
    Verb.UNSCHEDULE: publishing.unschedule,
    Verb.CORRECT: publishing.correct,
    Verb.CLARIFY: publishing.clarify,
    Verb.WITHDRAW: publishing.withdraw,
    Verb.KILL: publishing.kill,
    Verb.UPDATE: publishing.update,
    Verb.SCHEDULE: publishing.schedule,
}
DESTRUCTIVE = frozenset({Verb.KILL, Verb.WITHDRAW, Verb.SPIKE})
DONE = {
    Verb.SUBMIT: "Submitted to the desk.",
    Verb.SEND_BACK: "Sent back.",
    Verb.APPROVE: "Approved.",
    Verb.SCHEDULE: "Scheduled.",
    Verb.UNSCHEDULE: "Unscheduled.",
    Verb.PUBLISH: "Live now.",
    Verb.UPDATE: "The changes are live.",
    Verb.CORRECT: "The correction is live.",
    Verb.CLARIFY: "The clarification is live.",
    Verb.WITHDRAW: "Withdrawn.",
    Verb.REPUBLISH: "Live again.",
    Verb.KILL: "Killed.",
    Verb.SPIKE: "Spiked.",
    Verb.UNSPIKE: "Restored.",
    Verb.HOLD: "On hold.",
    Verb.RELEASE: "Released.",
}


def do(article: Article, verb: Verb, *, by: Person, **words: Any) -> None:
    """Call the verb's function with the words it takes; WorkflowError as it raises."""
    _SIMPLE[verb](article, by=by, **words)


def asks_for_words(row: Move) -> bool:
    """Tell whether the verb needs its page: words, a time, a weight, or a second thought."""
    return row.words != "none" or row.verb in {Verb.SCHEDULE, Verb.UPDATE, Verb.REPUBLISH, Verb.SPIKE}


def offered(article: Article, user: Person) -> list[Move]:
    """Return the moves this person can make now, for the action bar."""
    return [
        row
        for row in MOVES.values()
        if row.allows(article.status, article.stage)
        and may(user, row.verb, article)
        and _makes_sense(row.verb, article)
    ]


def _makes_sense(verb: Verb, article: Article) -> bool:
    if verb == Verb.UNSCHEDULE:
        return article.publish_at is not None
    if verb in {Verb.HOLD, Verb.RELEASE}:
        return article.is_held == (verb == Verb.RELEASE)
    return True


def move_view(request: HttpRequest, object_id: str, verb: str, *, site: AdminSite) -> HttpResponse:
    """Show the verb's page, or do it on POST; the person's right is asked before anything is read or said."""
    if verb not in set(Verb) or not object_id.isdigit():
        raise Http404("No such move.")
    row = MOVES[Verb(verb)]
    article = get_object_or_404(Article.objects.select_related("section"), pk=object_id)
    if not may(request.user, row.verb, article):
        raise PermissionDenied
    form = MoveForm(row, article, data=request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid() and _done(request, article, row, form):
        return HttpResponseRedirect(story_url(article))
    context = {
        **site.each_context(request),
        "title": f"{row.label}: {article}",
        "article": article,
        "opts": Article._meta,
        "move": row,
        "form": form,
        "consequence": CONSEQUENCES[row.verb],
        "is_destructive": row.verb in DESTRUCTIVE,
        "is_possible": row.allows(article.status, article.stage) and _makes_sense(row.verb, article),
        "problems": readiness.blocking(article, now=timezone.now())
        if row.makes_version and row.verb not in DESTRUCTIVE
        else [],
    }
    return TemplateResponse(request, "admin/articles/article/move.html", context)


def _done(request: HttpRequest, article: Article, row: Move, form: MoveForm) -> bool:
    words = {name: value for name, value in form.cleaned_data.items() if name not in {"seen_revision", "weight"}}
    if "weight" in form.cleaned_data:
        words["is_minor"] = form.cleaned_data["weight"] == "minor"
    try:
        if form.cleaned_data["seen_revision"] != article.revision_number:
            raise WorkflowError("changed", "Someone saved this story after you opened this page. Look at it again.")
        do(article, row.verb, by=request.user, **words)
    except (WorkflowError, BodyError) as error:
        form.add_error(None, str(error))
        return False
    messages.success(request, DONE[row.verb])
    return True


def story_url(article: Article) -> str:
    return reverse("admin:articles_article_change", args=[article.pk])
