"""The desk's landing page: what it shows to whom, and what can be done to a story without opening it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse

from articles import desk, filters, marks, planning, preferences
from articles.admin import duplicating, moves, undoable
from articles.desk import Choice, Column
from articles.duplicating import may_duplicate
from articles.models import Article, DeskPreference, Section
from articles.permissions import Person, may, may_assign, person_of
from articles.richtext import BodyError
from articles.states import MOVES, Verb
from articles.workflow import WorkflowError

ROWS = {"board": 12, "table": 40, "print": desk.CAP}
AT_ONCE = (Verb.SUBMIT, Verb.APPROVE, Verb.UNSCHEDULE)  # no words are asked
ON_A_PAGE = (Verb.SEND_BACK, Verb.SCHEDULE)
LONGEST_QUERY = 100


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that can be done from a list: a button that posts, or a link to a page that asks."""

    label: str
    url: str
    is_link: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """A row with what this person can do to it."""

    row: marks.Row
    acts: list[Act]


@dataclass(frozen=True, slots=True)
class ShownColumn:
    column: Column
    rows: list[Shown]
    list_url: str


def context(request: HttpRequest, now: datetime, seat: preferences.Seat) -> dict[str, Any]:
    """Return what the landing page shows to somebody who may see stories, from their seat."""
    user = person_of(request)
    sections = list(Section.objects.select_related("parent").order_by("position", "name"))
    choice = choice_of(request, sections)
    view = "print" if request.GET.get("view") == "print" else seat.view
    columns = desk.board(user, now, choice, rows=ROWS[view])
    if view == "print":  # the list for all; what waits for one person is no part of it
        columns = [column for column in columns if column.key != "waiting"]
    late, embargoed = desk.warnings(now)
    return {
        "columns": shown(columns, user, now),
        "alarms": late,
        "embargoes": embargoed,
        "embargoes_today": sum(desk.ends_today(story, now) for story in embargoed),
        "choice": choice,
        "chosen_section": request.GET.get("section", ""),
        "sections": sections,
        "view": view,
        "tabs": filters.tabs(user, "desk", request.GET.urlencode()),
        "query": filters.tidy(request.GET.urlencode()),
        "may_create": may(user, "create"),
        "may_bulk": user.has_perm("articles.bulk_article"),
    }


def choice_of(request: HttpRequest, sections: list[Section]) -> Choice:
    """Read the question from the address; what is no section chooses none."""
    asked = request.GET.get("section", "")
    ids = tuple(section.pk for section in sections if asked in {str(section.pk), str(section.parent_id)})
    return Choice(
        mine=request.GET.get("mine") == "1", sections=ids, words=request.GET.get("q", "").strip()[:LONGEST_QUERY]
    )


def shown(columns: list[Column], user: Person, now: datetime) -> list[ShownColumn]:
    """Fill the columns with rows, fetched together."""
    rows = marks.rows({pk for column in columns for pk in column.ids}, now)
    acts = {pk: acts_on(row.article, user) for pk, row in rows.items()}
    return [
        ShownColumn(column, [Shown(rows[pk], acts[pk]) for pk in column.ids if pk in rows], list_url(column.key))
        for column in columns
    ]


def list_url(key: str) -> str:
    """Return the list of stories that goes on where a column ends."""
    questions = {
        "waiting": "mine=1", "planned": "state=writing", "review": "state=in_review", "ready": "state=ready",
        "scheduled": "state=scheduled", "live": "state=live",
    }  # fmt: skip
    return f"{reverse('admin:articles_article_changelist')}?{questions[key]}"


def acts_on(article: Article, user: Person) -> list[Act]:
    """Return what this person can do to the story from a list, most used first."""
    acts = []
    if article.assignee_id != user.pk and may_assign(user, article, user):  # type: ignore[arg-type]
        acts.append(_act(article, "claim", "Assign to me"))
    if article.assignee_id and may_assign(user, article, None):
        acts.append(_act(article, "unassign", "Take the owner off"))
    if user.has_perm("articles.assign_article") and may(user, "edit", article):
        acts.append(Act("Assign…", reverse("admin:desk_assign", args=[article.pk]), is_link=True))
    for verb in (*AT_ONCE, *ON_A_PAGE):
        fits = MOVES[verb].allows(article.status, article.stage) and (verb != Verb.UNSCHEDULE or article.publish_at)
        if fits and may(user, verb, article):
            acts.append(_move(article, verb))
    if may(user, "edit", article):
        acts += [_act(article, "up", "More urgent")] if article.urgency > 1 else []
        acts += [_act(article, "down", "Less urgent")] if article.urgency < 9 else []
    if may_duplicate(user, article):
        acts.append(Act("Duplicate", duplicating.address(article)))
    return acts


def _act(article: Article, name: str, label: str) -> Act:
    return Act(label, reverse("admin:desk_act", args=[article.pk, name]))


def _move(article: Article, verb: Verb) -> Act:
    label = MOVES[verb].label
    if verb in AT_ONCE:
        return _act(article, verb.value, label)
    return Act(f"{label}…", reverse("admin:articles_article_move", args=[article.pk, verb.value]), is_link=True)


def act_view(request: HttpRequest, object_id: int, act: str, *, site: AdminSite) -> HttpResponse:
    """Do one thing to a story and go back to the list; `seen-ID` is the revision that the list showed."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    article = get_object_or_404(Article.objects.select_related("assignee"), pk=object_id)
    if not may(request.user, "view", article):
        raise PermissionDenied
    seen, owner_id = request.POST.get(f"seen-{article.pk}", ""), article.assignee_id
    try:
        said = _do(request, article, act, int(seen) if seen.isdecimal() else -1)
        undoable.say(request, f"{article}: {said}", _undo(request, article, act, owner_id))
    except (WorkflowError, BodyError) as error:
        messages.error(request, f"{article}: {error}")
    return HttpResponseRedirect(f"{back(request)}#story-{article.pk}")


def _undo(request: HttpRequest, article: Article, act: str, owner_id: int | None) -> undoable.Undo | None:
    """Return the act that takes this one back, None where there is none: another owner than oneself is not put back."""
    opposite = {"up": "down", "down": "up"}
    if owner_id is None:
        opposite["claim"] = "unassign"
    if owner_id == request.user.pk:
        opposite["unassign"] = "claim"
    if act not in opposite:
        return None
    values = {name: request.POST.get(name, "")[:1000] for name in ("where", "back")}
    seen = {f"seen-{article.pk}": str(article.revision_number)}
    return undoable.Undo(reverse("admin:desk_act", args=[article.pk, opposite[act]]), {**values, **seen})


def _do(request: HttpRequest, article: Article, act: str, seen: int) -> str:
    """Call the verb and return a sentence; errors as the verbs raise, PermissionDenied for what is not theirs."""
    user = person_of(request)
    if act in ("claim", "unassign"):
        to = user if act == "claim" else None
        if not may(user, "edit", article):
            raise PermissionDenied
        planning.assign(article, to, by=user, base_revision=seen)
        return "It is yours." if to else "It has no owner now."
    if act in ("up", "down"):
        if not may(user, "edit", article):
            raise PermissionDenied
        planning.set_urgency(
            article, article.urgency + (1 if act == "down" else -1), by=user, base_revision=article.revision_number
        )
        return f"Urgency {article.urgency}."
    if act not in AT_ONCE:
        raise Http404("No such act.")
    if not may(user, act, article):
        raise PermissionDenied
    if seen != article.revision_number:
        raise WorkflowError("changed", "Someone saved this story after the list was shown. Look at it again.")
    moves.do(article, Verb(act), by=user)
    return moves.DONE[Verb(act)]


def back(request: HttpRequest) -> str:
    """Return the list somebody came from: `where` names it, `back` holds its question. Never another site."""
    where = request.POST.get("where", "")
    names = {"stories": "admin:articles_article_changelist", "calendar": "admin:desk_calendar"}
    query = QueryDict(request.POST.get("back", "")[:1000]).urlencode()
    address = reverse(names.get(where, "admin:index"))
    return f"{address}?{query}" if query else address


def keys_view(request: HttpRequest, *, site: AdminSite) -> HttpResponse:
    """Show the keys of the desk, and whether single ones count: the dialog of every screen, as a page."""
    return TemplateResponse(request, "admin/desk/keys.html", {**site.each_context(request), "title": "Keys"})


def preferences_view(request: HttpRequest, *, site: AdminSite) -> HttpResponse:
    """Remember how this person likes the desk, and go back to it."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    view, keys = request.POST.get("view"), request.POST.get("single_keys")
    if view not in (None, *DeskPreference.View.values):
        raise Http404("No such view.")
    preferences.choose(person_of(request), view=view, single_keys=None if keys is None else keys == "1")
    return HttpResponseRedirect(back(request))
