"""Links that show one unpublished story to one outsider: made, opened, revoked, ended; and what outsiders answer."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.core import signing
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from articles import noting, workflow
from articles.models import Article, Note, PreviewLink
from articles.permissions import Person
from articles.states import Logged, Status
from articles.workflow import WorkflowError
from newsroom.lib.text import clean_line

USUAL_DAYS, MOST_DAYS = 7, 30
COMMENTS_AN_HOUR = 20
_signer = signing.Signer(salt="articles.sharing")


class ClosedLinkError(Exception):
    """A link that shows nothing (any more); the message says why, to the outsider."""


def may_share(user: Person) -> bool:
    """Tell whether `user` may send stories to outsiders."""
    return user.is_active and user.has_perm("articles.share_article")


def make_link(
    article: Article, *, by: User, label: str, days: int = USUAL_DAYS, may_comment: bool = True,
    now: datetime | None = None,
) -> PreviewLink:  # fmt: skip
    """Make a link for the person or house named in `label`, open for 1 to MOST_DAYS days.

    Raises WorkflowError: not_allowed; wrong_state, for a story in the vault or one that is dead; words_missing, without
    a label; bad_time.
    """
    now = now or timezone.now()
    if not may_share(by):
        raise WorkflowError("not_allowed", "Your role does not include sending stories to outsiders.")
    if article.in_vault:
        raise WorkflowError("wrong_state", "A story in the vault is not shown to outsiders.")
    if article.status in {Status.KILLED, Status.SPIKED}:
        raise WorkflowError("wrong_state", "This story is dead, so it is not shown to outsiders.")
    label = clean_line(label)[:120]
    if not label:
        raise WorkflowError("words_missing", "Say for whom the link is. No link was made.")
    if not 1 <= days <= MOST_DAYS:
        raise WorkflowError("bad_time", f"A link is open for 1 to {MOST_DAYS} days. No link was made.")
    with transaction.atomic():
        link = PreviewLink.objects.create(
            article=article, label=label, may_comment=may_comment, made_at=now, made_by=by,
            expires_at=now + timedelta(days=days),
        )  # fmt: skip
        workflow.record(article, Logged.PREVIEW_SHARED, by=by, now=now, note=f"For {label}, {days} days.")
    return link


def revoke(link: PreviewLink, *, by: User, now: datetime | None = None) -> None:
    """End a link; a second time changes nothing. Raises WorkflowError("not_allowed")."""
    now = now or timezone.now()
    if not may_share(by):
        raise WorkflowError("not_allowed", "Your role does not include sending stories to outsiders.")
    with transaction.atomic():
        if PreviewLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=now):
            workflow.record(link.article, Logged.PREVIEW_REVOKED, by=by, now=now, note=f"For {link.label}.")
    link.revoked_at = link.revoked_at or now


def token_of(link: PreviewLink) -> str:
    """Return the signed part of the link's address; it cannot be guessed or made from another."""
    return _signer.sign(link.token.hex)


def find(token: str, *, now: datetime) -> PreviewLink:
    """Return the open link that a token names. Raises ClosedLinkError for every other, without saying whose it was."""
    try:
        name = _signer.unsign(token)
    except signing.BadSignature:
        raise ClosedLinkError("This is no address of ours. Ask for the link again.") from None
    link = PreviewLink.objects.select_related("article__section__parent", "made_by").filter(token=name).first()
    if link is None:
        raise ClosedLinkError("This is no address of ours. Ask for the link again.")
    if link.revoked_at is not None or link.article.in_vault or link.article.status in {Status.KILLED, Status.SPIKED}:
        raise ClosedLinkError("This preview was closed by the newsroom.")
    if link.expires_at <= now:
        raise ClosedLinkError("This preview has ended. Ask for a new link.")
    return link


def note_opening(link: PreviewLink, *, now: datetime) -> None:
    """Count that somebody opened it."""
    PreviewLink.objects.filter(pk=link.pk).update(opened_count=F("opened_count") + 1, last_opened_at=now)


def comment(link: PreviewLink, text: str, *, name: str, quote: str = "", now: datetime) -> Note:
    """Keep what an outsider says as a note on the story. Raises ClosedLinkError where no comments are asked for;
    WorkflowError: too_many, after COMMENTS_AN_HOUR; words_missing, bad_words."""
    if not link.may_comment:
        raise ClosedLinkError("The newsroom asks for no comments here.")
    if link.notes.filter(made_at__gt=now - timedelta(hours=1)).count() >= COMMENTS_AN_HOUR:
        raise WorkflowError("too_many", "That is a lot for one hour. Please send the rest later; nothing was kept now.")
    return noting.add_from_outside(link, text, name=name, quote=quote, now=now)
