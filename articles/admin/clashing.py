"""The screen where two saves clash: theirs, what both started from, and mine, with a choice for each field and each
passage of the body. It is a plain form that saves by the door of every save; until then the text is kept."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.auth.models import User
from django.http import HttpRequest, QueryDict
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.text import capfirst

from articles import comparing, content
from articles.admin.moves import story_url
from articles.admin.settling import CHOICE, HAND, PASSAGE_CHOICES, SEEN, choices_of
from articles.merging import ClashError, FieldClash
from articles.models import Article, Recovery
from articles.permissions import person_of
from articles.richtext import BodyError, clean_body
from newsroom.lib.merging import Block, Clash

LONG = 120


@dataclass(frozen=True, slots=True)
class Question:
    """One choice. `key` names its controls; `hand` is what the person may write instead, None where only values fit."""

    key: str
    label: str
    theirs: SafeString
    base: SafeString
    mine: SafeString
    choices: list[tuple[str, str, bool]]
    hand: str | None = None
    is_html: bool = False
    rows: int = 2
    most: int | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the merged body that is settled, and whose change it is: "theirs", "mine", or nobody's."""

    html: SafeString
    by: str


def page(request: HttpRequest, object_id: str, error: ClashError, *, site: AdminSite) -> TemplateResponse:
    """Answer a save that clashed: 409, the choices, and everything the form held, kept as a recovery row besides."""
    article = get_object_or_404(Article, pk=object_id)
    user = person_of(request)
    controls = error.controls or dict(request.POST.lists())
    tab = request.POST.get("tab") or f"{user.pk}-{secrets.token_urlsafe(9)}"
    keep(user, article, tab=tab, controls=controls, base_revision=error.base_revision)
    given = request.POST if request.POST.get(SEEN) == str(error.seen_revision) else QueryDict()
    questions, body = [], []
    for clash in error.clashes:
        if clash.text:
            body = list(_body(clash, error, given))
        else:
            questions.append(_question(clash, error, given))
    context = {
        **site.each_context(request),
        "title": "Choose what to keep",
        "article": article,
        "opts": Article._meta,
        "error": error,
        "questions": questions,
        "body": body,
        "hidden": list(_hidden(controls, tab, error)),
        "merged": [capfirst(content.label(name)) for name in error.outcome.values],
        "story_url": story_url(article),
    }
    return TemplateResponse(request, "admin/articles/article/clash.html", context, status=409)


def keep(user: User, article: Article, *, tab: str, controls: Mapping[str, list[str]], base_revision: int) -> None:
    """Keep what the form held as a recovery row, until forget() is told that it was saved."""
    values = {
        name: sent if name == "authors" else sent[-1]
        for name, sent in controls.items()
        if name in content.EDITABLE_FIELDS and (sent or name == "authors")
    }
    Recovery.objects.update_or_create(
        user=user, tab=tab[:40], kind=Recovery.Kind.CLASH,
        defaults={
            "article": article, "base_revision": max(base_revision, 0), "values": values, "saved_at": timezone.now(),
        },
    )  # fmt: skip


def forget(user: User, tab: str) -> None:
    """Drop the recovery row of a screen whose choices were saved."""
    if tab:
        Recovery.objects.filter(user=user, tab=tab[:40], kind=Recovery.Kind.CLASH).delete()


def _hidden(controls: Mapping[str, list[str]], tab: str, error: ClashError) -> Iterator[tuple[str, str]]:
    """Yield what the form held, as hidden controls; a button that was pressed is not pressed again."""
    ours = {"csrfmiddlewaretoken", "base_revision", "tab", SEEN}
    for name, values in controls.items():
        if name not in ours and not name.startswith(("_", CHOICE, HAND)):
            yield from ((name, value) for value in values)
    yield from (("base_revision", str(error.base_revision)), (SEEN, str(error.seen_revision)), ("tab", tab))


def _question(clash: FieldClash, error: ClashError, given: Mapping[str, Any]) -> Question:
    def side(kept: Any) -> SafeString:
        return comparing.difference(clash.name, clash.base, kept).rows[0].both

    choices = choices_of(clash)
    text = str(given.get(HAND + clash.name, clash.mine)) if "hand" in choices else None
    return Question(
        key=clash.name,
        label=capfirst(clash.label),
        theirs=side(clash.theirs),
        base=comparing.difference(clash.name, clash.base, clash.base).rows[0].both,
        mine=side(clash.mine),
        choices=_offered(clash.name, choices, error, given),
        hand=text,
        rows=5 if clash.name in content.MANY_LINES or len(text or "") > LONG else 2,
        most=getattr(Article._meta.get_field(clash.name), "max_length", None),
        problem=error.wrong.get(clash.name, ""),
    )


def _body(clash: FieldClash, error: ClashError, given: Mapping[str, Any]) -> Iterator[Passage | Question]:
    """Yield the merged body in order: settled passages, and a question wherever both wrote."""
    number = 0
    pieces = clash.text.pieces if clash.text else ()
    for by, run in groupby(pieces, lambda piece: piece.by if isinstance(piece, Block) else None):
        if by is not None:
            html = "".join(piece.text for piece in run if isinstance(piece, Block))
            yield Passage(comparing.shown_body(html), by if by in {"theirs", "mine"} else "")
            continue
        for piece in run:
            if isinstance(piece, Clash):
                yield _passage_question(piece, number, error, given)
                number += 1


def _passage_question(clash: Clash, number: int, error: ClashError, given: Mapping[str, Any]) -> Question:
    key = f"body-{number}"
    base, theirs, mine = ("".join(side) for side in (clash.base, clash.theirs, clash.mine))

    def side(html: str) -> SafeString:
        return comparing.difference("body", base, html).html if html else SafeString()

    return Question(
        key=key,
        label=f"Body, passage {number + 1}",
        theirs=side(theirs),
        base=comparing.shown_body(base),
        mine=side(mine),
        choices=_offered(key, PASSAGE_CHOICES, error, given),
        hand=_clean(str(given.get(HAND + key, mine))),
        is_html=True,
        rows=8,
        problem=error.wrong.get(key, ""),
    )


def _clean(html: str) -> str:
    """Return what a person wrote in the vocabulary; what is too large for it is shown as it came, in its textarea."""
    try:
        return clean_body(html)
    except BodyError:
        return html


def _offered(
    key: str, choices: tuple[str, ...], error: ClashError, given: Mapping[str, Any]
) -> list[tuple[str, str, bool]]:
    words = {
        "theirs": f"Take what {error.who} saved",
        "mine": "Take mine",
        "both": "Keep both, mine second",
        "hand": "Write it anew",
    }
    return [(choice, words[choice], given.get(CHOICE + key) == choice) for choice in choices]
