"""Notes on a story: remarks in threads, about the whole or about a phrase, some of which must be settled before it is
published. Who is named with an @ is told once."""

from __future__ import annotations

import re
from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import Prefetch
from django.utils import timezone

from articles import notifying, workflow
from articles.models import Article, Note, PreviewLink
from articles.permissions import may
from articles.states import Logged
from articles.workflow import WorkflowError
from newsroom.lib.html import TooMuchMarkupError, text_of
from newsroom.lib.text import without_unprintable

LONGEST = 4_000
LONGEST_QUOTE = 300
MENTION = re.compile(r"(?<![\w@])@([\w.+-]{1,150})")


def add(
    article: Article,
    text: str,
    *,
    by: User,
    field: str = "",
    quote: str = "",
    is_must: bool = False,
    parent: Note | None = None,
    now: datetime | None = None,
) -> Note:
    """Write a note on the story, or an answer to `parent`; tell those who are named, and those it concerns.

    `quote` are words of `field` that the note is about. Raises WorkflowError: not_allowed, for somebody who may not
    read the story, or for `is_must` from somebody who writes none; words_missing; bad_words, for a text too long.
    """
    if not may(by, "view", article) or (is_must and not may(by, "create")):
        raise WorkflowError("not_allowed", "Your role does not include this note.")
    note = Note(
        article=article, by=by, parent=_top_of(parent), text=_tidy(text), field=field[:40],
        quote=_one_line(quote), is_must=is_must and parent is None,
        revision_number=article.revision_number, made_at=now or timezone.now(),
    )  # fmt: skip
    with transaction.atomic():
        note.save()
        mentioned = _mentioned(note.text)
        note.mentions.set(mentioned)
        _tell(note, by, mentioned)
    return note


def add_from_outside(link: PreviewLink, text: str, *, name: str, quote: str = "", now: datetime | None = None) -> Note:
    """Write what somebody said who came through a preview link; the link's maker is told.

    Whether the link is still open and how much may be said is asked before (articles.sharing). Raises WorkflowError:
    words_missing, bad_words.
    """
    note = Note(
        article=link.article, link=link, outsider_name=_one_line(name)[:120] or link.label, text=_tidy(text),
        quote=_one_line(quote), revision_number=link.article.revision_number, made_at=now or timezone.now(),
    )  # fmt: skip
    with transaction.atomic():
        note.save()
        words = f"{note.outsider_name} on {link.article}: {note.text}"
        notifying.tell(
            link.made_by, key=f"note:{note.pk}", kind="note", article=link.article, text=words, at=note.made_at
        )
    return note


def resolve(note: Note, *, by: User, now: datetime | None = None) -> None:
    """Settle a thread; a must-note leaves a line in the history. Raises WorkflowError: not_allowed, wrong_state."""
    _check_settling(note, by)
    if not _settle(note, by=by, at=now or timezone.now()):
        raise WorkflowError("wrong_state", "This note is settled already.")


def reopen(note: Note, *, by: User, now: datetime | None = None) -> None:
    """Open a settled thread again. Raises WorkflowError: not_allowed, wrong_state."""
    _check_settling(note, by)
    with transaction.atomic():
        if not Note.objects.filter(pk=note.pk, resolved_at__isnull=False).update(resolved_at=None, resolved_by=None):
            raise WorkflowError("wrong_state", "This note is open.")
        note.resolved_at = note.resolved_by = None
        _record(note, Logged.NOTE_REOPENED, by=by, at=now or timezone.now())


_WITH = ("by", "resolved_by", "link")


def prefetched() -> Prefetch:
    """Return what fetches the notes with a story, so that panel and checklist need one query between them."""
    return Prefetch("notes", Note.objects.select_related(*_WITH))


def is_prefetched(article: Article) -> bool:
    """Tell whether the story's notes were fetched with it."""
    return "notes" in getattr(article, "_prefetched_objects_cache", {})


def threads(article: Article) -> list[tuple[Note, list[Note]]]:
    """Return the story's notes with their answers, open ones first, the oldest first; one query."""
    notes = list(article.notes.all() if is_prefetched(article) else article.notes.select_related(*_WITH))
    answers: dict[int | None, list[Note]] = {}
    for note in notes:
        answers.setdefault(note.parent_id, []).append(note)
    tops = sorted(answers.get(None, []), key=lambda note: note.resolved_at is not None)
    return [(note, answers.get(note.pk, [])) for note in tops]


def open_must_count(article: Article) -> int:
    """Return how many notes must be settled before the story may go out."""
    return article.notes.filter(is_must=True, resolved_at=None).count()


def still_stands(note: Note, article: Article) -> bool:
    """Tell whether the words that a note is about are still in the story; True when it is about none."""
    if not note.quote:
        return True
    names = [note.field] if note.field else ["headline", "standfirst", "body"]
    return any(note.quote in _one_line(_text(article, name)) for name in names)


def _text(article: Article, name: str) -> str:
    value = str(getattr(article, name, "") or "")
    try:
        return text_of(value) if name == "body" else value
    except TooMuchMarkupError:
        return ""


def _one_line(text: str) -> str:
    return " ".join(without_unprintable(text).split())[:LONGEST_QUOTE]


def _tidy(text: str) -> str:
    text = without_unprintable(text).strip()
    if not text:
        raise WorkflowError("words_missing", "Write what the note should say. Nothing was changed.")
    if len(text) > LONGEST:
        raise WorkflowError("bad_words", f"The note has {len(text)} characters; {LONGEST} fit. Nothing was changed.")
    return text


def _top_of(parent: Note | None) -> Note | None:
    return parent.parent or parent if parent else None


def _mentioned(text: str) -> list[User]:
    names = {name.rstrip(".+-") for name in MENTION.findall(text)}
    people = User.objects.filter(username__in=names, is_active=True, is_staff=True)
    return [person for person in people if may(person, "view")]


def _tell(note: Note, by: User, mentioned: list[User]) -> None:
    """Tell each person once, by the closest reason: named, answered, or whose story it is."""
    article = note.article
    told = {by.pk}
    thread = [note.parent, *note.parent.answers.select_related("by")] if note.parent else []
    concerned = [
        *((person, "mention") for person in mentioned),
        *((other.by, "answer") for other in thread),
        *((person, "note") for person in (article.assignee, article.created_by)),
    ]
    for person, kind in concerned:
        if person is not None and person.pk not in told:
            told.add(person.pk)
            words = f"{by.get_full_name() or by.get_username()} on {article}: {note.text}"
            notifying.tell(person, key=f"note:{note.pk}", kind=kind, article=article, text=words, at=note.made_at)


def _check_settling(note: Note, by: User) -> None:
    """Its writer, and whoever may edit the story, may settle a note."""
    if note.by_id != by.pk and not may(by, "edit", note.article) and not may(by, "approve", note.article):
        raise WorkflowError("not_allowed", "Only who wrote the note, or may edit the story, can settle it.")


def _settle(note: Note, *, by: User, at: datetime) -> bool:
    with transaction.atomic():
        if not Note.objects.filter(pk=note.pk, resolved_at=None).update(resolved_at=at, resolved_by=by):
            return False
        note.resolved_at, note.resolved_by = at, by
        _record(note, Logged.NOTE_SETTLED, by=by, at=at)
    return True


def _record(note: Note, verb: Logged, *, by: User, at: datetime) -> None:
    if note.is_must:
        workflow.record(note.article, verb, by=by, now=at, note=note.text[:200])
