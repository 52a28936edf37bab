"""The list of all stories: as fast with a million as with a thousand. It shows the first thousand that fit; a date goes
further back, and filters look through the newest stories before it. Nothing is counted beyond what is shown."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters, ModelAdmin, ShowFacets
from django.contrib.admin.views.main import PAGE_VAR, ChangeList
from django.core.paginator import InvalidPage, Paginator
from django.db.models import F, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.safestring import SafeString

from articles import desk, filters, finding, marks
from articles.admin import bulk, panel
from articles.bulk import MOST as MOST_AT_ONCE
from articles.models import Article, Section
from articles.models.article import Kind
from articles.permissions import person_of
from articles.states import Stage, Status

MOST = 1000
LOOKED_THROUGH = 20_000
UNTIL = "until"
Choices = list[tuple[str, str]]


class MenuFilter(admin.SimpleListFilter):
    """A filter that is shown as a menu above the list."""

    template = "admin/desk/filter.html"


class StateFilter(MenuFilter):
    title = "state"
    parameter_name = "state"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> Choices:
        return [
            ("writing", "Draft"), ("in_review", "In review"), ("ready", "Ready"), ("scheduled", "Scheduled"),
            ("late", "Not published when due"), ("live", "Live"), ("changes", "Live, changes waiting"),
            ("embargo", "Under embargo"), ("held", "On hold"), ("vault", "In the vault"), ("withdrawn", "Withdrawn"),
            ("killed", "Killed"), ("spiked", "Spiked"),
        ]  # fmt: skip

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        now, value = timezone.now(), self.value()
        was_due = ~Q(schedule_problem="") | Q(publish_at__lt=now - desk.OVERDUE_AFTER)
        conditions = {
            "writing": Q(status=Status.DRAFT, stage=Stage.WRITING),
            "in_review": Q(stage=Stage.IN_REVIEW),
            "ready": Q(stage=Stage.READY, publish_at=None),
            "scheduled": Q(publish_at__isnull=False),
            "late": Q(publish_at__isnull=False) & was_due,
            "live": Q(status=Status.PUBLISHED),
            "changes": Q(status=Status.PUBLISHED, published_revision__lt=F("revision_number")),
            "embargo": Q(embargo_until__gt=now) | Q(embargo_is_open=True),
            "held": ~Q(hold_reason=""),
            "vault": Q(in_vault=True),
        }
        if value in (Status.WITHDRAWN, Status.KILLED, Status.SPIKED):
            return queryset.filter(status=value)
        return queryset.filter(conditions[value]) if value in conditions else queryset


class WhoseFilter(MenuFilter):
    title = "whose"
    parameter_name = "mine"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> Choices:
        return [("1", "Mine"), ("owned", "I have it"), ("nobody", "Nobody has it")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        user = person_of(request)
        conditions = {"1": desk.is_of(user), "owned": Q(assignee=user), "nobody": Q(assignee=None)}
        return queryset.filter(conditions[self.value() or ""]) if self.value() in conditions else queryset


class InSectionFilter(MenuFilter):
    """A section with its parts."""

    title = "section"
    parameter_name = "section"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> Choices:
        self.sections = list(Section.objects.select_related("parent").order_by("position", "name"))
        return [(str(section.pk), str(section)) for section in self.sections]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        asked = self.value()
        ids = [each.pk for each in self.sections if asked in (str(each.pk), str(each.parent_id))]
        return queryset.filter(section__in=ids) if asked else queryset


class KindFilter(MenuFilter):
    title = "kind"
    parameter_name = "kind"

    def lookups(self, request: HttpRequest, model_admin: ModelAdmin) -> Choices:
        return [(str(value), str(label)) for value, label in Kind.choices]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        return queryset.filter(kind=self.value()) if self.value() else queryset


class SourceFilter(admin.RelatedFieldListFilter):
    template = "admin/desk/filter.html"


class StoryChangeList(ChangeList):
    """Reads ids of at most MOST stories, and the rows of one page. `reaches_to` is how far back filters looked."""

    reaches_to: datetime | None = None
    is_capped = False

    def get_filters_params(self, params: Any = None) -> Any:
        lookups = super().get_filters_params(params)
        lookups.pop(UNTIL, None)
        return lookups

    @property
    def until(self) -> str:
        """The day that the list goes back from, as it stands in the address; empty is now."""
        text = self.params.get(UNTIL, "")
        return text if _end_of(text) else ""

    def get_queryset(self, request: HttpRequest, exclude_parameters: Any = None) -> QuerySet[Article]:
        stories: QuerySet[Article] = super().get_queryset(request, exclude_parameters)
        end = _end_of(self.until)
        if end:
            stories = stories.filter(changed_at__lt=end)
        if self.has_active_filters and not self.query:
            newest = Article.objects.filter(changed_at__lt=end) if end else Article.objects.all()
            instants = newest.order_by("-changed_at", "-id").values_list("changed_at", flat=True)
            self.reaches_to = next(iter(instants[LOOKED_THROUGH : LOOKED_THROUGH + 1]), None)
            if self.reaches_to:
                stories = stories.filter(changed_at__gte=self.reaches_to)
        return stories

    def get_results(self, request: HttpRequest) -> None:
        ids = list(self.queryset.values_list("pk", flat=True)[: MOST + 1])
        self.is_capped, ids = len(ids) > MOST, ids[:MOST]
        paginator = Paginator(ids, self.list_per_page)
        self.result_count = len(ids)
        self.full_result_count = None
        self.show_full_result_count = False
        self.show_admin_actions = bool(ids)
        self.can_show_all = len(ids) <= self.list_max_show_all
        self.multi_page = len(ids) > self.list_per_page
        self.paginator = paginator  # type: ignore[assignment]
        if self.multi_page and not (self.show_all and self.can_show_all):
            try:
                ids = list(paginator.page(self.page_num).object_list)
            except InvalidPage as error:
                raise IncorrectLookupParameters from error
        rows = marks.rows(ids, timezone.now())
        self.result_list = [_with_row(rows[pk]) for pk in ids if pk in rows]  # type: ignore[assignment]

    def further_back(self) -> str:
        """Return the address of the same question from where this list ends."""
        at = self.reaches_to if self.reaches_to else self.result_list[-1].changed_at if self.result_list else None
        day = timezone.localtime(at).date() if at else None
        return self.get_query_string({UNTIL: day.isoformat() if day else ""}, [PAGE_VAR])

    def kept(self) -> list[tuple[str, str]]:
        """Return what the form for words and date sends along."""
        return [(name, value) for name, value in self.params.items() if name not in (UNTIL, "q", PAGE_VAR, "all")]


class StoryList(ModelAdmin):
    """The list's half of the stories' admin."""

    list_display = ["chip", "story", "section_name", "who", "deadline", "length", "changed"]
    list_display_links = None
    list_filter = [StateFilter, WhoseFilter, InSectionFilter, KindFilter, ("source", SourceFilter)]
    search_fields = ["headline"]  # articles.finding searches; this makes the field appear
    search_help_text = "Beginnings of words in headline, slugline or budget line"
    sortable_by = ["changed"]
    list_per_page = 50
    list_max_show_all = 200
    show_facets = ShowFacets.NEVER
    show_full_result_count = False
    actions = ["change_selected"]
    change_list_template = "admin/articles/article/change_list.html"

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return StoryChangeList

    def get_search_results(
        self, request: HttpRequest, queryset: QuerySet[Article], search_term: str
    ) -> tuple[QuerySet[Article], bool]:
        return finding.found(queryset, search_term), False

    def has_bulk_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm("articles.bulk_article")

    @admin.action(description="Change selected…", permissions=["bulk"])
    def change_selected(self, request: HttpRequest, queryset: QuerySet[Article]) -> HttpResponse:
        """Go on with the selected stories where what to change is chosen."""
        if request.POST.get("select_across") == "1":
            posted = request.POST.copy()
            ids = [str(pk) for pk in queryset.values_list("pk", flat=True)[: MOST_AT_ONCE + 1]]
            posted.setlist("_selected_action", ids)
            request.POST = posted  # type: ignore[assignment]  # Django lets a view replace what was sent
        return bulk.bulk_view(request, site=self.admin_site)

    change_selected.carries_states = True  # type: ignore[attr-defined]  # it carries the revision of each story

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        shown: dict[str, Any] = {"title": "Stories"}
        if self.has_view_permission(request):
            asked = request.GET.urlencode()
            tabs = filters.tabs(person_of(request), "stories", asked)
            shown |= {"query": filters.tidy(asked), "tabs": tabs}
        return super().changelist_view(request, {**shown, **(extra_context or {})})

    @admin.display(description="State")
    def chip(self, article: Article) -> SafeString:
        return panel.chip(article)

    @admin.display(description="Story")
    def story(self, article: Article) -> SafeString:
        return render_to_string("admin/desk/cell.html", {"row": _row(article), "article": article})

    @admin.display(description="Section")
    def section_name(self, article: Article) -> str:
        return f"{article.section or 'No section'}, {article.get_kind_display().lower()}"

    @admin.display(description="Who")
    def who(self, article: Article) -> SafeString:
        return render_to_string("admin/desk/who.html", {"row": _row(article)})

    @admin.display(description="Deadline", empty_value="–")
    def deadline(self, article: Article) -> SafeString | None:
        mark = _row(article).deadline
        return _marked(mark) if mark else None

    @admin.display(description="Words")
    def length(self, article: Article) -> SafeString:
        return _marked(_row(article).length)

    @admin.display(description="Changed", ordering=F("changed_at"))
    def changed(self, article: Article) -> SafeString:
        return render_to_string("admin/desk/changed.html", {"article": article})


def _end_of(text: str) -> datetime | None:
    """Return the newsroom's midnight at the end of a day given as 2026-11-24, None for anything else."""
    try:
        day = parse_date(text)
    except ValueError:
        return None
    if day is None or not 1900 < day.year < 9000:
        return None
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def _with_row(row: marks.Row) -> Article:
    row.article.row = row  # type: ignore[attr-defined]
    return row.article


def _row(article: Article) -> marks.Row:
    return article.row  # type: ignore[attr-defined, no-any-return]


def _marked(mark: marks.Mark) -> SafeString:
    return render_to_string("admin/desk/mark.html", {"mark": mark})
