"""Requests to take something down: filed, decided with a reason, looked at again on a date. What a decision changes is
done by the verbs that everybody uses, so it is in the history and in versions like anything else."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from articles import anonymising, drafting, publishing, workflow
from articles.models import Article, Takedown
from articles.permissions import Person
from articles.states import Logged, Status
from articles.workflow import WorkflowError
from newsroom.lib.text import clean_line

Decision = Takedown.Decision
ASKABLE = frozenset({Status.PUBLISHED, Status.WITHDRAWN})


def may_see(user: Person) -> bool:
    """Tell whether `user` may read requests: they name the people who ask."""
    return user.is_active and user.has_perm("articles.view_takedown")


def may_file(user: Person) -> bool:
    return user.is_active and user.has_perm("articles.add_takedown")


def may_decide(user: Person) -> bool:
    return user.is_active and user.has_perm("articles.takedown_article")


def file(
    article: Article,
    *,
    by: User,
    asked_by: str,
    request: str,
    ground: str = "",
    review_on: date | None = None,
    asked_at: datetime | None = None,
    now: datetime | None = None,
) -> Takedown:
    """Keep what somebody asks of a story that has been public. Raises WorkflowError: not_allowed, wrong_state,
    words_missing."""
    if not may_file(by):
        raise WorkflowError("not_allowed", "Your role does not include filing takedown requests.")
    if article.status not in ASKABLE:
        raise WorkflowError("wrong_state", "Readers cannot see this story; there is nothing to take down.")
    if not clean_line(asked_by) or not clean_line(request):
        raise WorkflowError("words_missing", "Write who asks, and what they ask and why.")
    now = now or timezone.now()
    with transaction.atomic():
        takedown = Takedown.objects.create(
            article=article,
            asked_by=clean_line(asked_by)[:200],
            asked_at=asked_at or now,
            request=_lines(request),
            ground=clean_line(ground)[:200],
            review_on=review_on,
            made_by=by,
        )
        workflow.record(article, Logged.TAKEDOWN_FILED, by=by, now=now)  # who asks what is for fewer eyes
    return takedown


def base_of(takedown: Takedown, article: Article) -> str:
    """Return what a decision rests on: the story as it is now, and what was decided so far."""
    return f"{article.revision_number}.{article.move_count}.{takedown.decision}.{takedown.review_on}"


def decide(
    takedown: Takedown,
    decision: str,
    *,
    by: User,
    reason: str,
    base: str,
    ground: str = "",
    review_on: date | None = None,
    public_text: str = "",
    is_legal: bool = False,
    name_before: str = "",
    name_after: str = "",
    now: datetime | None = None,
) -> Takedown:
    """Decide a request once, and do what was decided; what else comes up is another request.

    `base` is base_of() as the decider saw it. `public_text` is what readers get: needed for a note and for removing,
    and with a replaced name it makes an editor's note of the change. Raises WorkflowError: not_allowed; wrong_state;
    changed; words_missing; changes_waiting, when text would go out with it that nobody has published; bad_address;
    bad_words; and what the verbs raise.
    """
    if not may_decide(by):
        raise WorkflowError("not_allowed", "Your role does not include deciding takedown requests.")
    if takedown.decision != Decision.OPEN:
        raise WorkflowError("wrong_state", "This request is decided. File another one for what else is to be done.")
    if decision not in {*Decision} - {Decision.OPEN}:
        raise WorkflowError("words_missing", "Choose a decision.")
    if not clean_line(reason):
        raise WorkflowError("words_missing", "Write the reason for the decision. Nothing was changed.")
    now = now or timezone.now()
    article = Article.objects.get(pk=takedown.article_id)
    if base != base_of(takedown, article):
        raise WorkflowError("changed", "Somebody changed the story or decided meanwhile. Look at it again.")
    words = {"reason": _lines(reason), "ground": clean_line(ground)[:200], "review_on": review_on}
    names = {"name_before": clean_line(name_before)[:120], "name_after": clean_line(name_after)[:120]}
    with transaction.atomic():
        _keep(takedown, decision, by=by, now=now, **words, **(names if decision == Decision.ANONYMISE else {}))
        _carry_out(article, takedown, by=by, public_text=public_text, is_legal=is_legal, now=now)
        note = f"{takedown.get_decision_display()}: {takedown.reason}"
        workflow.record(article, Logged.TAKEDOWN_DECIDED, by=by, now=now, note=note)
    return takedown


def review(
    takedown: Takedown, *, by: User, note: str, base: str, review_on: date | None = None, now: datetime | None = None
) -> Takedown:
    """Note that a decision was looked at again and stands; `review_on` is the next time, None for never again.

    Raises WorkflowError: not_allowed, wrong_state, words_missing, changed.
    """
    if not may_decide(by):
        raise WorkflowError("not_allowed", "Your role does not include deciding takedown requests.")
    if takedown.decision == Decision.OPEN:
        raise WorkflowError("wrong_state", "This request is not decided yet.")
    if not clean_line(note):
        raise WorkflowError("words_missing", "Write what you found. Nothing was changed.")
    article = Article.objects.get(pk=takedown.article_id)
    same = Takedown.objects.filter(pk=takedown.pk, review_on=takedown.review_on)
    with transaction.atomic():
        if base != base_of(takedown, article) or not same.update(review_on=review_on):
            raise WorkflowError("changed", "Somebody changed the story or reviewed meanwhile. Look at it again.")
        workflow.record(article, Logged.TAKEDOWN_REVIEWED, by=by, now=now or timezone.now(), note=_lines(note))
    takedown.review_on = review_on
    return takedown


def _keep(takedown: Takedown, decision: str, *, by: User, now: datetime, **words: Any) -> None:
    """Write the decision into the row, unless somebody was faster."""
    values = {"decision": decision, "decided_by": by, "decided_at": now, **words}
    if not Takedown.objects.filter(pk=takedown.pk, decision=Decision.OPEN).update(**values):
        raise WorkflowError("changed", "Somebody decided meanwhile. Look at it again.")
    takedown.refresh_from_db()


def _carry_out(
    article: Article, takedown: Takedown, *, by: User, public_text: str, is_legal: bool, now: datetime
) -> None:
    note = takedown.reason
    match takedown.decision:
        case Decision.REMOVE:
            publishing.kill(article, by=by, note=note, public_text=public_text, is_legal=is_legal, now=now)
        case Decision.NOTE:
            _refuse_waiting(article)
            publishing.annotate(article, by=by, note=note, public_text=public_text, now=now)
        case Decision.NOINDEX:
            _refuse_waiting(article)
            _save(article, {"noindex": True}, by=by, now=now)
            publishing.update(article, by=by, note=note, is_minor=True, now=now)
        case Decision.ANONYMISE:
            _refuse_waiting(article)
            _anonymise(article, takedown, by=by, public_text=public_text, now=now)


def _anonymise(article: Article, takedown: Takedown, *, by: User, public_text: str, now: datetime) -> None:
    if not takedown.name_before or not takedown.name_after:
        raise WorkflowError("words_missing", "Write the name and what is to stand instead. Nothing was changed.")
    found = anonymising.preview(article, takedown.name_before, takedown.name_after)
    if found.address:
        sentence = f"The address holds “{found.address}”. Change the address first, then decide. Nothing was changed."
        raise WorkflowError("bad_address", sentence)
    if not found.changes:
        raise WorkflowError("bad_words", f"“{takedown.name_before}” does not stand in the story. Nothing was changed.")
    _save(article, found.changes, by=by, now=now)
    if clean_line(public_text):
        publishing.annotate(article, by=by, note=takedown.reason, public_text=public_text, now=now)
    else:
        publishing.update(article, by=by, note=takedown.reason, is_minor=True, now=now)


def _save(article: Article, changes: dict[str, Any], *, by: User, now: datetime) -> None:
    try:
        drafting.save_draft(article, changes, by=by, base_revision=article.revision_number, now=now)
    except ValidationError as error:
        raise WorkflowError("bad_words", " ".join(error.messages)) from error


def _refuse_waiting(article: Article) -> None:
    """Refuse to send out by the way what nobody has published."""
    if article.status == Status.PUBLISHED and article.has_unpublished_changes:
        sentence = "Changes that wait in this story would go out with it. Publish them or take them back first."
        raise WorkflowError("changes_waiting", sentence)


def open_ones() -> QuerySet[Takedown]:
    """Return requests that nobody has decided, the oldest first."""
    rows = Takedown.objects.filter(decision=Decision.OPEN).select_related("article")
    return rows.order_by("asked_at", "pk")


def due(now: datetime) -> QuerySet[Takedown]:
    """Return requests whose day to be looked at again has come in the newsroom's zone, the longest waiting first."""
    rows = Takedown.objects.filter(review_on__lte=timezone.localdate(now)).select_related("article")
    return rows.order_by("review_on", "pk")


def waiting(now: datetime) -> dict[str, int]:
    """Count what waits for a decision (`undecided`) and for a second look (`due`), in one query."""
    due_now = Q(review_on__lte=timezone.localdate(now))
    return Takedown.objects.filter(Q(decision=Decision.OPEN) | due_now).aggregate(
        undecided=Count("pk", filter=Q(decision=Decision.OPEN)), due=Count("pk", filter=due_now)
    )


def _lines(text: str) -> str:
    return "\n".join(clean_line(line) for line in text.splitlines()).strip()
