"""What the story screen says of text and people beside the story: unsaved text with its differences, and who has the
story open. Two queries for a screen without unsaved text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from articles import comparing, content, controls, presence, recovery
from articles.admin import panel
from articles.controls import Raw
from articles.models import Article, Recovery
from articles.permissions import may, person_of
from articles.presence import Here, initials_of, name_of
from newsroom.lib.text import shorten

PARTS = "admin/articles/article/parts"
TITLE_LIMIT = 90
Kind = Recovery.Kind


@dataclass(frozen=True, slots=True)
class Offer:
    """One unsaved text, as it is offered to the person who wrote it.

    `unread` are fields, by label, whose text is nothing the story could hold as it was typed: a tag that does not
    exist, half a date.
    """

    row: Recovery
    title: str
    where: str
    may_use: bool
    differences: list[comparing.Difference] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)

    @property
    def fields(self) -> str:
        labels = [*(each.field for each in self.differences), *(label for label, _ in self.unread)]
        return ", ".join(label[:1].lower() + label[1:] for label in labels)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody beside the story; `user` None is oneself. `unsaved_at` is when unsaved text of theirs was kept."""

    name: str
    initials: str
    doing: str
    url: str
    user: User | None = None
    unsaved_at: datetime | None = None

    def as_json(self) -> dict[str, str]:
        return {"name": self.name, "initials": self.initials, "doing": self.doing, "url": self.url}


@dataclass(frozen=True, slots=True)
class Screen:
    """What one opened form has to know. `is_unsaved` says that it holds text which the story does not have."""

    tab: str
    recovered: str
    is_unsaved: bool
    offers: list[Offer]
    people: list[Person]
    person: User
    may_write: bool
    autosave_url: str
    presence_url: str


def screen(article: Article, request: HttpRequest) -> Screen:
    """Return what stands around the form of a story, or of one not yet begun; asked for once for each request."""
    known = getattr(request, "_keeping", None)
    if known is None:
        known = request._keeping = _screen(article if article.pk else None, request)  # type: ignore[attr-defined]
    return known


def _screen(article: Article | None, request: HttpRequest) -> Screen:
    user = person_of(request)
    tab, recovered, is_posted = _names(request, user)
    rows = recovery.of_story(article, user) if article else list(recovery.not_begun(user))
    present = presence.here(article, timezone.now()) if article else []
    own = [row for row in rows if row.user_id == user.pk and row.tab != tab and str(row.pk) != recovered]
    open_tabs = {each for person in present if person.user == user for each in person.tabs}
    new = reverse("admin:articles_article_autosave_new")
    return Screen(
        tab=tab,
        recovered=recovered,
        is_unsaved=is_posted or bool(recovered),
        offers=_offers(recovery.without_adopted(own), article, user, open_tabs),
        people=_people(present, rows, article, user, tab) if article else [],
        person=user,
        may_write=may(user, "edit", article) if article else may(user, "create"),
        autosave_url=reverse("admin:articles_article_autosave", args=[article.pk]) if article else new,
        presence_url=reverse("admin:articles_article_presence", args=[article.pk]) if article else "",
    )


def _names(request: HttpRequest, user: User) -> tuple[str, str, bool]:
    """Return the tab's name, the row its form was filled from, and whether it was sent and comes back with errors."""
    if request.method == "POST" and recovery.owner_of(request.POST.get("tab", "")) == user.pk:
        return request.POST["tab"], request.POST.get("recovered", ""), True
    row = getattr(request, "_adopted", None)
    return recovery.new_tab(user), str(row.pk) if row else "", request.method == "POST"


def adopted(request: HttpRequest, article: Article | None) -> dict[str, Any] | None:
    """Return what the form's controls are to hold instead of the story, when ?recover= names a row of this person's."""
    asked = request.GET.get("recover", "")
    if request.method != "GET" or not (asked.isascii() and asked.isdecimal() and len(asked) < 19):
        return None
    row = recovery.of_person(person_of(request), int(asked), article)
    if row is None:
        return None
    request._adopted = row  # type: ignore[attr-defined]
    return {**row.values, "base_revision": row.base_revision}


def _offers(rows: list[Recovery], article: Article | None, user: User, open_tabs: set[str]) -> list[Offer]:
    if not rows:
        return []
    present = controls.of(article) if article else None
    found: list[Offer] = []
    for row in rows:
        new = offer(row, article, present, user, is_open=row.tab in open_tabs)
        if new.fields and not any(_says_the_same(new, other) for other in found):
            found.append(new)
    return found


def _says_the_same(a: Offer, b: Offer) -> bool:
    """Tell whether one tab's text was kept twice: while it was typed, and when it clashed."""
    return a.row.tab == b.row.tab and (a.differences, a.unread) == (b.differences, b.unread)


def offer(
    row: Recovery, article: Article | None, present: Mapping[str, Raw] | None, user: User, *, is_open: bool = False
) -> Offer:
    """Return an unsaved text beside what the story's controls hold at present; None for a story not yet begun."""
    headline = row.values.get("headline") or row.values.get("slugline") or ""
    differences, unread = [], []
    for name in controls.differing(row.values, present):
        before = content.kept_by(content.snapshot(article, [name]) if article else {}, name)
        after = controls.kept(row.values, name, before)
        if content.comparable(name, before) == content.comparable(name, after):
            unread.append((content.label(name), str(row.values[name])))
        else:
            differences.append(comparing.difference(name, before, after))
    return Offer(
        row=row,
        title=shorten(str(headline), TITLE_LIMIT) or "without a headline",
        where=_where(row, is_open=is_open),
        may_use=may(user, "edit", article) if article else may(user, "create"),
        differences=differences,
        unread=unread,
    )


def _where(row: Recovery, *, is_open: bool) -> str:
    """Say where the text comes from, in words that go on after its time."""
    if row.kind == Kind.TAKEOVER:
        return f"kept as revision {row.kept_as} when {name_of(row.taken_by)} took the story over"
    if row.kind == Kind.CLASH:
        return "kept when it clashed with what somebody else saved"
    return "in another tab of yours that is open now" if is_open else "from a tab of yours that was closed"


def others(present: Iterable[Here], article: Article, user: User, tab: str) -> list[Person]:
    """Return who has the story open beside this tab; oneself too, when it is open in another one."""
    found = []
    for each in present:
        if each.user != user:
            found.append(_person(each.user, each.doing, article, user))
        elif each.tabs - {tab}:
            found.append(Person("You", each.initials, "in another tab", ""))
    return found


def _people(present: list[Here], rows: list[Recovery], article: Article, user: User, tab: str) -> list[Person]:
    """Return who has the story open, then who left unsaved text in it and is not here."""
    kept = {row.user: row.saved_at for row in reversed(rows) if row.user_id != user.pk and row.kind == Kind.AUTOSAVE}
    here = {each.user for each in present}
    found = others(present, article, user, tab)
    found = [replace(person, unsaved_at=kept.get(person.user)) if person.user else person for person in found]
    away = [(person, at) for person, at in kept.items() if person not in here]
    return found + [replace(_person(person, "not here", article, user), unsaved_at=at) for person, at in away]


def _person(person: User, doing: str, article: Article, user: User) -> Person:
    """Return a colleague with the address where they are asked or taken over from, for those who may edit."""
    url = ""
    if may(user, "edit", article):
        url = reverse("admin:articles_article_person", args=[article.pk, person.pk])
    return Person(name_of(person), initials_of(person), doing, url, person)


# ---- the places of the story screen


@panel.register("notice")
def notice(article: Article, request: HttpRequest) -> SafeString | str:
    """Return the offers of unsaved text, and the dialog in which one signs in again."""
    context = {"keeping": screen(article, request), "article": article if article.pk else None}
    return render_to_string(f"{PARTS}/offers.html", context, request)


@panel.register("save-state")
def save_state(article: Article, request: HttpRequest) -> SafeString | str:
    """Return the line that says whether the text is kept, with what the form sends of its tab."""
    return render_to_string(f"{PARTS}/keeping.html", {"keeping": screen(article, request), "article": article}, request)


@panel.register("presence")
def people_in_bar(article: Article, request: HttpRequest) -> SafeString | str:
    """Return the initials of who has the story open; the page's script keeps them up to date."""
    if not article.pk:
        return ""
    return render_to_string(f"{PARTS}/presence.html", {"people": screen(article, request).people}, request)


@panel.register("people")
def people(article: Article, request: HttpRequest) -> SafeString | str:
    """Return who is here or left unsaved text, with a way to ask for the story or take it over."""
    return render_to_string(f"{PARTS}/people.html", {"people": screen(article, request).people}, request)
