"""The desk's menu: where it leads, in the order of the work, and how much waits at each place. Only what a person may
open is in it. What the menu does not name is still reachable: it comes last, under Settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse

from articles import desk
from articles.models import Takedown
from articles.permissions import Person, may
from newsroom.models import ProblemReport
from tags.models import Tag
from wire.models import WireItem

MOST = 100  # nobody needs to know how many more there are
ONE_STORY = "articles_article_"  # screens of one story have no menu: the text needs the room
LIST_OF_STORIES = "articles_article_changelist"

# A count is work: it is shown to those who can do it
WORK_OF_WHOM = {
    "waiting": "articles.view_article",
    "mine": "articles.change_article",
    "wire": "wire.promote_wireitem",
    "tags": "tags.change_tag",
    "takedowns": "articles.takedown_article",
    "problems": "newsroom.change_problemreport",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the menu. It leads to the list of `model` or to the screen of that name, or to the first line under
    it; `counts` names what is counted beside it, `said` says that to those who hear it."""

    label: str = ""
    model: str = ""
    screen: str = ""
    query: str = ""
    counts: str = ""
    said: str = ""
    under: tuple[Entry, ...] = ()


MENU = (
    Entry(
        "Desk", screen="index", counts="waiting", said="waiting for you",
        under=(
            Entry(model="Article"),
            Entry("Notifications", screen="desk_notifications", counts="unread", said="unread"),
            Entry(model="Handover"),
            Entry(model="Takedown", counts="takedowns", said="not decided"),
            Entry("History", model="HistoryEntry"),
        ),
    ),
    Entry("My work", model="Article", query="mine=1", counts="mine", said="in work"),
    Entry("Wire", model="WireItem", counts="wire", said="new", under=(Entry(model="Delivery"),)),
    Entry("Fronts", model="Front", under=(Entry(model="Container"), Entry(model="Slot"))),
    Entry("Calendar", screen="desk_calendar"),
    Entry("Photos", model="Image"),
    Entry("Tags", model="Tag", counts="tags", said="to approve", under=(Entry(model="TagAlias"),)),
    Entry("Sources", model="Source", under=(Entry(model="RightsProfile"),)),
    Entry("People", under=(Entry(model="Author"), Entry("Logins", model="User"), Entry("Roles", model="Group"))),
    Entry(
        "Settings",
        under=(
            Entry(model="Section"), Entry("Checklist", model="CheckRule"), Entry(model="StyleRule"),
            Entry(model="BulkChange"), Entry("Log", model="AuditEntry"),
            Entry(model="ProblemReport", counts="problems", said="not done"), Entry("Keys", screen="desk_keys"),
        ),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """A line as one person sees it. `here` is what aria-current says of it: "page", "true" for the way there, or ""."""

    label: str
    address: str
    counts: str = ""
    said: str = ""
    here: str = ""
    under: tuple[Line, ...] = ()
    count: int = 0

    @property
    def count_words(self) -> str:
        return f"{MOST - 1}+" if self.count >= MOST else str(self.count)


def is_wanted(request: HttpRequest) -> bool:
    """Tell whether this screen has a menu: all but the screens of one story have."""
    name = (request.resolver_match.url_name or "") if request.resolver_match else ""
    return name == LIST_OF_STORIES or not name.startswith(ONE_STORY)


def lines(request: HttpRequest, apps: Iterable[Mapping[str, Any]]) -> list[Line]:
    """Return the menu of this person without its counts. `apps` are the lists that they may open, as the admin sorts
    them; no query is made."""
    lists = {row["object_name"]: row for app in apps for row in app["models"] if row.get("admin_url")}
    found = [line for entry in MENU if (line := _line(entry, request, lists))]
    named = {each.model for entry in MENU for each in (entry, *entry.under)}
    rest = tuple(
        _marked(Line(row["name"], row["admin_url"]), request) for name, row in lists.items() if name not in named
    )
    if rest:
        found[-1] = replace(found[-1], under=(*found[-1].under, *rest))
    return [_opened(line) for line in found]


def names(menu: Iterable[Line]) -> set[str]:
    """Return the names of what is counted in a menu."""
    return {each.counts for line in menu for each in (line, *line.under) if each.counts}


def work(user: User, now: datetime, wanted: set[str]) -> dict[str, QuerySet[Any]]:
    """Return what waits for this person, by name: rows to be counted as far as MOST, each found by an index."""
    every: dict[str, Callable[[], QuerySet[Any]]] = {
        "waiting": lambda: desk.waiting_for(user, now),
        "mine": lambda: desk.in_work_of(user, now),
        "wire": lambda: WireItem.objects.filter(is_latest=True, standing=WireItem.Standing.NEW),
        "tags": lambda: Tag.objects.filter(standing=Tag.Standing.NEW),
        "takedowns": lambda: Takedown.objects.filter(decision=Takedown.Decision.OPEN),
        "problems": lambda: ProblemReport.objects.filter(is_done=False),
    }
    return {
        name: rows().order_by()[:MOST]
        for name, rows in every.items()
        if name in wanted and user.has_perm(WORK_OF_WHOM[name])
    }


def counted(menu: Iterable[Line], counts: Mapping[str, int]) -> Iterator[Line]:
    """Yield the lines with their counts."""
    for line in menu:
        under = tuple(counted(line.under, counts))
        yield replace(line, under=under, count=counts.get(line.counts, 0))


def _line(entry: Entry, request: HttpRequest, lists: Mapping[str, Mapping[str, Any]]) -> Line | None:
    """Return a line with what is under it, None when this person can open nothing of it."""
    under = tuple(line for each in entry.under if (line := _line(each, request, lists)))
    address, label = "", entry.label
    if entry.screen and _may_open(entry.screen, request.user):
        address = reverse(f"admin:{entry.screen}")
    elif entry.model in lists:
        row = lists[entry.model]
        address, label = f"{row['admin_url']}{'?' if entry.query else ''}{entry.query}", label or row["name"]
    elif under:
        address = under[0].address
    if not address:
        return None
    line = Line(label, address, entry.counts, entry.said, under=under)
    return _marked(line, request) if entry.screen or entry.model else line


def _may_open(screen: str, user: Person) -> bool:
    return may(user, "view") if screen == "desk_calendar" else True


def _marked(line: Line, request: HttpRequest) -> Line:
    """Say whether this is the screen one is at, or the list that a row belongs to."""
    path, _, query = line.address.partition("?")
    if request.path == path:
        is_mine = path.endswith("/articles/article/") and request.GET.get("mine") == "1"
        return replace(line, here="page") if bool(query) == is_mine else line
    is_below = request.path.startswith(path) and path != reverse("admin:index") and not query
    return replace(line, here="true") if is_below else line


def _opened(line: Line) -> Line:
    """Mark the way to a line below this one."""
    is_below = any(each.here for each in line.under)
    return replace(line, here="true") if is_below and line.here != "page" else line
