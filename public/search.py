"""Finds published stories by their words, in SQLite's FTS5 or PostgreSQL's full text, and keeps that index in step
with the history. What people type is words, never syntax; what is found is always asked of Version.objects.live()."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from typing import cast

from django.db import connection, transaction
from django.db.models import Q
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from articles.models import HistoryEntry, Section
from articles.models.version import Version, VersionQuerySet
from newsroom.lib.html import text_of
from newsroom.lib.text import normalised_key
from public.models import Follower

FOLLOWER = "search"
PAGE_SIZE = 20
BATCH = 200
LATE_ENTRIES = 50
LATE_TIME = timedelta(minutes=2)
QUERY_LIMIT = 200
WORD_LIMIT = 12
SHORTEST_OPEN_WORD = 2
SNIPPET_WORDS = 32
WORDS_BEFORE_MATCH = 8

_CHUNK = re.compile(r'"([^"]*)"|([^\s"]+)')
_WORD = re.compile(r"\w+")

SQLITE_MATCH = "public_search.rowid = articles_version.id AND public_search MATCH %s"
SQLITE_RANK = "bm25(public_search, 10.0, 5.0, 1.0, 4.0)"
POSTGRES_MATCH = "public_search.version_id = articles_version.id AND public_search.document @@ to_tsquery('simple', %s)"
POSTGRES_RANK = "-ts_rank(public_search.document, to_tsquery('simple', %s))"
SQLITE_ADD = (
    "INSERT OR REPLACE INTO public_search (rowid, headline, standfirst, body, names) VALUES (%s, %s, %s, %s, %s)"
)
POSTGRES_ADD = (
    "INSERT INTO public_search (version_id, document) VALUES (%s, setweight(to_tsvector('simple', %s), 'A') || "
    "setweight(to_tsvector('simple', %s), 'B') || setweight(to_tsvector('simple', %s), 'D') || "
    "setweight(to_tsvector('simple', %s), 'C')) ON CONFLICT (version_id) DO NOTHING"
)


@dataclass(frozen=True, slots=True)
class Words:
    """A query taken apart: phrases of folded words, all of which must occur; the last word may go on."""

    phrases: list[list[str]]
    last_is_open: bool

    def __bool__(self) -> bool:
        return bool(self.phrases)

    def matches(self, word: str) -> bool:
        """Tell whether a word of a text is one that was asked for."""
        folded = _folded(word)
        if self.last_is_open and folded.startswith(self.phrases[-1][-1]):
            return True
        return any(folded in phrase for phrase in self.phrases)


@dataclass(frozen=True, slots=True)
class Results:
    """One page of what was found; each story has a `snippet`, safe HTML with the words marked."""

    total: int
    stories: list[Version] = field(default_factory=list)


def read_query(query: str) -> Words:
    """Take apart what was typed. Quotes keep a phrase together; all other signs, and what is too long, are dropped."""
    phrases: list[list[str]] = []
    last_is_open = False
    for chunk in _CHUNK.finditer(query[:QUERY_LIMIT]):
        words = [word for word in normalised_key(chunk[0]).split() if any(map(str.isalnum, word))]
        if words and sum(map(len, phrases)) + len(words) <= WORD_LIMIT:
            phrases.append(words)
            last_is_open = chunk[1] is None and len(words[-1]) >= SHORTEST_OPEN_WORD
    return Words(phrases, last_is_open)


def search(
    query: str,
    *,
    section: Section | None = None,
    kind: str | None = None,
    since: datetime | None = None,
    page: int = 1,
) -> Results:
    """Return the page of live stories that hold all words of `query`, best first; none for a query without words."""
    words = read_query(query)
    if not words:
        return Results(0)
    stories = _matching(words)
    if section is not None:
        stories = stories.filter(Q(section=section) | Q(top_section=section))
    if kind:
        stories = stories.filter(kind=kind)
    if since is not None:
        stories = stories.filter(first_published_at__gte=since)
    start = (page - 1) * PAGE_SIZE
    found = stories.select_related("section__parent").defer("how_reported")
    shown = list(found[start : start + PAGE_SIZE])
    for story in shown:
        story.snippet = snippet(story, words)  # type: ignore[attr-defined]
    return Results(stories.count(), shown)


def snippet(story: Version, words: Words) -> SafeString:
    """Return the part of the story where the words occur first, every one of them marked; escaped throughout."""
    text = " ".join(f"{story.standfirst}\n{text_of(story.body)}".split())
    tokens = list(_WORD.finditer(text))
    first = next((place for place, token in enumerate(tokens) if words.matches(token[0])), 0)
    shown = tokens[max(0, first - WORDS_BEFORE_MATCH) :][:SNIPPET_WORDS]
    if not shown:
        return SafeString()
    start, end = shown[0].start(), shown[-1].end()
    parts, position = ["… " if start else ""], start
    for token in shown:
        parts.append(escape(text[position : token.start()]))
        parts.append(f"<mark>{escape(token[0])}</mark>" if words.matches(token[0]) else escape(token[0]))
        position = token.end()
    parts.append(" …" if shown[-1] is not tokens[-1] else escape(text[end:]))
    return mark_safe("".join(parts))  # every part is escaped above


def follow(now: datetime) -> int:
    """Bring the index up to the end of the history; return how many new entries were read.

    The last few entries of the past two minutes are read again: on PostgreSQL one with a smaller number may be
    committed after one with a greater. Reading again costs little, for only differences are written.
    """
    follower, _ = Follower.objects.get_or_create(name=FOLLOWER)
    entries = HistoryEntry.objects.filter(version__isnull=False).order_by("pk").values_list("pk", "article_id")
    position = follower.last_entry_id
    late = entries.filter(pk__gt=position - LATE_ENTRIES, pk__lte=position, at__gt=now - LATE_TIME)
    _index({article_id for _, article_id in late})
    count = 0
    while batch := list(entries.filter(pk__gt=position)[:BATCH]):
        _index({article_id for _, article_id in batch})
        position = batch[-1][0]
        Follower.objects.filter(pk=follower.pk).update(last_entry_id=position, moved_at=now)
        count += len(batch)
    return count


def rebuild() -> int:
    """Make the whole index anew; return how many stories it holds. Safe while stories are published."""
    last = HistoryEntry.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM public_search")
    live = Version.objects.live().order_by("article_id").values_list("article_id", flat=True)
    count = position = 0
    while batch := list(live.filter(article_id__gt=position)[:BATCH]):
        _index(set(batch))
        position = batch[-1]
        count += len(batch)
    Follower.objects.update_or_create(name=FOLLOWER, defaults={"last_entry_id": last})
    return count


def _matching(words: Words) -> VersionQuerySet:
    """Join the index to live versions, the most relevant first. The SQL is constant; what was typed is a parameter."""
    if _is_postgres():
        query = _postgres_query(words)
        match, rank, rank_params = POSTGRES_MATCH, POSTGRES_RANK, [query]
    else:
        query = _sqlite_query(words)
        match, rank, rank_params = SQLITE_MATCH, SQLITE_RANK, []
    matching = Version.objects.live().extra(  # noqa: S610
        tables=["public_search"],
        where=[match],
        params=[query],
        select={"relevance": rank},
        select_params=rank_params,
        order_by=["relevance", "-first_published_at", "-article_id"],
    )
    return cast(VersionQuerySet, matching)


def _sqlite_query(words: Words) -> str:
    """Write FTS5's syntax; a folded word holds no quote, so a quoted phrase cannot be left."""
    phrases = ['"' + " ".join(phrase) + '"' for phrase in words.phrases]
    return " AND ".join(phrases) + ("*" if words.last_is_open else "")


def _postgres_query(words: Words) -> str:
    """Write to_tsquery's syntax; a folded word holds neither quote nor backslash, so it cannot be left."""
    phrases = ["(" + " <-> ".join(f"'{word}'" for word in phrase) + ")" for phrase in words.phrases]
    if words.last_is_open:
        phrases[-1] = phrases[-1].removesuffix(")") + ":*)"
    return " & ".join(phrases)


def _index(article_ids: set[int]) -> None:
    """Make the index hold the live versions of these articles and no other version of them."""
    if not article_ids:
        return
    live = Version.objects.live().filter(article_id__in=article_ids)
    wanted = set(live.values_list("pk", flat=True))
    held = _held(article_ids)
    if held == wanted:
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany(f"DELETE FROM public_search WHERE {_key()} = %s", [(pk,) for pk in held - wanted])  # noqa: S608
        for version in live.filter(pk__in=wanted - held).select_related("section", "source"):
            cursor.execute(POSTGRES_ADD if _is_postgres() else SQLITE_ADD, [version.pk, *_texts(version)])


def _held(article_ids: set[int]) -> set[int]:
    """Return which versions of these articles the index holds."""
    versions = Version.objects.filter(article_id__in=article_ids).order_by().values("pk")
    sql, params = versions.query.sql_with_params()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {_key()} FROM public_search WHERE {_key()} IN ({sql})", params)  # noqa: S608
        return {row[0] for row in cursor.fetchall()}


def _is_postgres() -> bool:
    return connection.vendor == "postgresql"


def _key() -> str:
    return "version_id" if _is_postgres() else "rowid"


def _texts(version: Version) -> list[str]:
    """Return the folded headline, standfirst, body and names of a version: what is searched, never what is shown."""
    names = [one["name"] for one in (*version.bylines, *version.tag_names)]
    names += [version.section.name, version.dateline, version.source.name if version.source else ""]
    texts = (version.headline, version.standfirst, text_of(version.body), " ".join(names))
    return [normalised_key(text) for text in texts]


@lru_cache(maxsize=20_000)
def _folded(word: str) -> str:
    return normalised_key(word)
