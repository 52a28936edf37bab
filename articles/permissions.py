"""The only answer to "may they?". Roles are groups of these permissions (newsroom.roles)."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser, User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest

from articles.models import Article, Version
from articles.states import MOVES, Stage, Status, Verb

Person = User | AnonymousUser
SENDING_OUT = ("articles.publish_article", "articles.correct_article", "articles.withdraw_article")
CLOSED = frozenset({Status.KILLED, Status.SPIKED})


def may(user: Person, verb: str, article: Article | None = None) -> bool:
    """Tell whether `user` may do `verb` ("create", "edit", "view" or a Verb), to this story when one is given.

    Only the person is judged; whether the story's state allows the move is the table's business (states.MOVES).
    Text that lies with the desk (in review, ready) is edited by those who may review it: otherwise a reporter could
    change what an editor has approved.
    """
    if not user.is_active:
        return False
    if verb == "view":
        return user.has_perm("articles.view_article")
    if verb == "create":
        return user.has_perm("articles.add_article")
    if verb == "edit":
        return user.has_perm("articles.change_article") and (article is None or _may_edit(user, article))
    if verb == Verb.UNDO and article is not None and _went_out_by(user, article):
        return True
    return user.has_perm(f"articles.{MOVES[Verb(verb)].permission}")


def _went_out_by(user: Person, article: Article) -> bool:
    """Tell whether what readers see now was sent out by `user`, who still may send out something."""
    if user.has_perm("articles.publish_article") or not any(map(user.has_perm, SENDING_OUT)):
        return False
    return Version.objects.live().filter(article=article, published_by_id=user.pk).exists()


def _may_edit(user: Person, article: Article) -> bool:
    if article.status in CLOSED:
        return False
    return article.stage == Stage.WRITING or user.has_perm("articles.review_article")


def person_of(request: HttpRequest) -> User:
    """Return who is signed in; raise PermissionDenied for nobody."""
    if not isinstance(request.user, User):
        raise PermissionDenied
    return request.user


def may_set_embargo(user: Person) -> bool:
    """Tell whether `user` may change or lift an embargo: those who may publish."""
    return user.is_active and user.has_perm("articles.publish_article")


def may_assign(user: Person, article: Article, to: User | None) -> bool:
    """Tell whether `user` may make `to` the owner of this story, or nobody with None.

    Those who assign may always; everybody who may edit the story may take one that nobody owns, and give up their own.
    """
    if not may(user, "edit", article):
        return False
    if user.has_perm("articles.assign_article"):
        return True
    return article.assignee_id is None if to == user else to is None and article.assignee_id == user.pk
