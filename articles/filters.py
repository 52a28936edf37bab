"""Questions that somebody asks again, kept under a name as tabs of a list: the desk's and the stories'."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.http import QueryDict

from articles.models import SavedFilter
from articles.workflow import WorkflowError
from newsroom.lib.text import clean_line

PLACES = ("desk", "stories")
MOST = 12
LONGEST_NAME, LONGEST_QUERY = 60, 500
PASSING = ("view", "p", "page", "o", "csrfmiddlewaretoken", "e")  # no part of the question


@dataclass(frozen=True, slots=True)
class Tab:
    """A saved filter beside its list."""

    id: int
    name: str
    query: str
    is_current: bool


def tabs(user: User, place: str, query: str) -> list[Tab]:
    """Return the person's tabs in order, with the one marked that asks what `query` asks."""
    asked = tidy(query)
    return [
        Tab(row.pk, row.name, row.query, row.query == asked)
        for row in SavedFilter.objects.filter(user=user, place=place)
    ]


def keep(user: User, place: str, *, name: str, query: str) -> SavedFilter:
    """Keep a question under a name, behind the others. Raises WorkflowError: bad_words, too_many."""
    kept = SavedFilter.objects.filter(user=user, place=place)
    if kept.count() >= MOST:
        raise WorkflowError("too_many", f"There are {MOST} tabs. Delete one first.")
    question = tidy(query)
    if len(question) > LONGEST_QUERY:
        raise WorkflowError("bad_words", "This question is too long to keep.")
    row = SavedFilter(user=user, place=place, name=_name(name), query=question, position=kept.count())
    return _saved(row)


def rename(row: SavedFilter, name: str) -> SavedFilter:
    """Give a tab another name. Raises WorkflowError("bad_words")."""
    row.name = _name(name)
    return _saved(row)


def tidy(query: str) -> str:
    """Return a query string in one spelling: known order, nothing empty, nothing that is no part of the question."""
    values = QueryDict(query)
    kept = QueryDict(mutable=True)
    for name in sorted(values):
        for value in values.getlist(name):
            if value and name not in PASSING:
                kept.appendlist(name, value)
    return kept.urlencode()


def _name(name: str) -> str:
    tidied = clean_line(name)
    if not tidied or len(tidied) > LONGEST_NAME:
        raise WorkflowError("bad_words", f"Give the tab a name of at most {LONGEST_NAME} characters.")
    return tidied


def _saved(row: SavedFilter) -> SavedFilter:
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise WorkflowError("bad_words", f"You have a tab called “{row.name}” already.") from error
    return row
