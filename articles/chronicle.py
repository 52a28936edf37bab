"""The history of stories as people read it: who changed which field from what to what, when and why. It is read from
the two tables that nobody can change, moves and revisions, in one order; nothing is written here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Any

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from articles.models import Article, HistoryEntry, Revision, RevisionKind, field_label
from articles.states import Logged, Verb, act_label
from newsroom.lib.html import TooMuchMarkupError, text_of

SAVED = "saved"
PAGE = 50
EXPORT_BATCH = 200
Key = tuple[datetime, int, int]  # time, 1 for a move or 0 for a save, id; later acts have greater keys


@dataclass(frozen=True, slots=True)
class Question:
    """What of the history is asked for; None and "" ask for everything. Times are aware, `until` is excluded."""

    story: int | None = None
    person: int | None = None
    verb: str = ""
    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one save, as people read it; a body says how many words came and went instead of its text."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Act:
    """One move or one save of one story. `by` None is the clock."""

    key: Key
    article: Article
    verb: str
    by: User | None
    note: str = ""
    public_text: str = ""
    state: str = ""
    revision_number: int = 0
    changes: list[FieldChange] = field(default_factory=list)

    @property
    def at(self) -> datetime:
        return self.key[0]

    @property
    def label(self) -> str:
        """What was done, in a word or two."""
        return act_label(self.verb)

    @property
    def cursor(self) -> str:
        """Where a page that ends with this act goes on; see read_cursor()."""
        at, kind, number = self.key
        return f"{at.isoformat()}_{kind}_{number}"


def read_cursor(text: str) -> Key | None:
    """Return the key that Act.cursor wrote, or None for anything else."""
    at, _, rest = text.partition("_")
    kind, _, number = rest.partition("_")
    try:
        instant = parse_datetime(at.replace(" ", "+"))
    except ValueError:
        return None
    if instant is None or timezone.is_naive(instant) or kind not in {"0", "1"} or not number.isdecimal():
        return None
    return instant, int(kind), int(number)


def acts(question: Question, *, before: Key | None = None, limit: int = PAGE) -> list[Act]:
    """Return up to `limit` acts, newest first, older than the key `before`; five queries whatever the limit."""
    found: list[HistoryEntry | Revision] = [*_moves(question, before)[:limit], *_saves(question, before)[:limit]]
    chosen = sorted(found, key=_key, reverse=True)[:limit]
    earlier = _snapshots_before([row for row in chosen if isinstance(row, Revision)])
    return [_save(row, earlier) if isinstance(row, Revision) else _move(row) for row in chosen]


def every_act(question: Question) -> Iterator[Act]:
    """Yield all acts that are asked for, newest first, a batch at a time."""
    before: Key | None = None
    while batch := acts(question, before=before, limit=EXPORT_BATCH):
        yield from batch
        before = batch[-1].key


def verbs() -> list[tuple[str, str]]:
    """Return what can be asked for: every verb the log may hold and its label, saves first."""
    names = sorted([*Verb, *Logged])
    return [(SAVED, "Saved"), *((name, act_label(name)) for name in names)]


def _moves(question: Question, before: Key | None) -> QuerySet[HistoryEntry]:
    if question.verb == SAVED:
        return HistoryEntry.objects.none()
    rows = HistoryEntry.objects.select_related("article", "by", "version").order_by("-at", "-id")
    rows = rows.defer("article__body", "version__body", "cache_tags")
    if question.verb:
        rows = rows.filter(verb=question.verb)
    return _asked(rows, question, before, at="at", by="by", kind=1)


def _saves(question: Question, before: Key | None) -> QuerySet[Revision]:
    if question.verb not in {"", SAVED}:
        return Revision.objects.none()
    rows = Revision.objects.filter(number__gt=1).select_related("article", "saved_by").order_by("-saved_at", "-id")
    return _asked(rows.defer("article__body"), question, before, at="saved_at", by="saved_by", kind=0)


def _asked(
    rows: QuerySet[Any], question: Question, before: Key | None, *, at: str, by: str, kind: int
) -> QuerySet[Any]:
    wanted: dict[str, Any] = {}
    if question.story is not None:
        wanted["article"] = question.story
    if question.person is not None:
        wanted[by] = question.person
    if question.since:
        wanted[f"{at}__gte"] = question.since
    if question.until:
        wanted[f"{at}__lt"] = question.until
    rows = rows.filter(**wanted)
    if before is None:
        return rows
    instant, last_kind, number = before
    tied = Q(**{at: instant})
    if kind == last_kind:
        tied &= Q(id__lt=number)
    elif kind > last_kind:
        tied = Q(pk__in=[])
    return rows.filter(Q(**{f"{at}__lt": instant}) | tied)


def _key(row: HistoryEntry | Revision) -> Key:
    return (row.saved_at, 0, row.pk) if isinstance(row, Revision) else (row.at, 1, row.pk)


def _move(entry: HistoryEntry) -> Act:
    return Act(
        _key(entry), entry.article, entry.verb, entry.by,
        note=entry.note, public_text=entry.public_text, state=entry.change, revision_number=entry.revision_number,
    )  # fmt: skip


def _save(revision: Revision, earlier: dict[tuple[int, int], dict[str, Any]]) -> Act:
    before = earlier.get((revision.article_id, revision.number - 1), {})
    changes = [
        field_change(name, before.get(name), revision.snapshot.get(name)) for name in sorted(revision.changed_fields)
    ]
    note = "" if revision.kind == RevisionKind.SAVE else RevisionKind(revision.kind).label
    return Act(
        _key(revision), revision.article, SAVED, revision.saved_by,
        note=note, revision_number=revision.number, changes=changes,
    )  # fmt: skip


def _snapshots_before(revisions: list[Revision]) -> dict[tuple[int, int], dict[str, Any]]:
    wanted = Q(pk__in=[])
    for revision in revisions:
        wanted |= Q(article=revision.article_id, number=revision.number - 1)
    rows = Revision.objects.filter(wanted).order_by().values_list("article_id", "number", "snapshot")
    return {(article, number): snapshot for article, number, snapshot in rows}


def field_change(name: str, before: Any, after: Any) -> FieldChange:
    """Return one field of two snapshots as people read it."""
    label = field_label(name)
    if name == "body":
        came, went = _words_between(str(before or ""), str(after or ""))
        return FieldChange(label, f"{_words(went)} taken out", f"{_words(came)} put in")
    return FieldChange(label, readable(before), readable(after))


def _words(count: int) -> str:
    return "1 word" if count == 1 else f"{count} words"


def readable(value: Any) -> str:
    """Return a value of a snapshot in words: names of linked rows, times in the newsroom's zone, "–" for nothing."""
    if isinstance(value, dict):
        return str(value.get("name", ""))
    if isinstance(value, list):
        return ", ".join(readable(part) for part in value) or "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    instant = parse_datetime(value) if isinstance(value, str) and value[:4].isdigit() and "T" in value else None
    if instant is not None and timezone.is_aware(instant):
        return f"{timezone.localtime(instant):%-d %B %Y, %H:%M %Z}"
    return "–" if value is None or value == "" else str(value)


def _words_between(before: str, after: str) -> tuple[int, int]:
    try:
        old, new = Counter(text_of(before).split()), Counter(text_of(after).split())
    except TooMuchMarkupError:
        return 0, 0
    return (new - old).total(), (old - new).total()


def export_rows(question: Question, *, most: int) -> Iterator[list[object]]:
    """Yield the history as a table, its head first: one row per move and one per field of a save, `most` at most."""
    yield ["time", "story", "headline", "who", "what", "field", "before", "after", "state", "note", "public text"]
    yield from islice(_rows(question), most)


def _rows(question: Question) -> Iterator[list[object]]:
    for act in every_act(question):
        start = [act.at, act.article.pk, str(act.article), act.by.get_username() if act.by else "the clock", act.label]
        for change in act.changes or [FieldChange("", "", "")]:
            yield [*start, change.name, change.before, change.after, act.state, act.note, act.public_text]
