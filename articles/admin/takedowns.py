"""The takedown desk: requests with their days of review, a form to file one, a page to decide one. A name is replaced
only after every place of it was shown."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Case, F, IntegerField, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles import anonymising, takedowns
from articles.admin import panel
from articles.admin.takedown_forms import DecideForm, FileForm, ReviewForm
from articles.models import Article, Takedown
from articles.permissions import person_of
from articles.planning import name_of
from articles.richtext import BodyError
from articles.takedowns import Decision
from articles.workflow import WorkflowError

PAGES = "admin/articles/takedown"


class DueFilter(admin.SimpleListFilter):
    """Finds what waits for somebody."""

    title = "what waits"
    parameter_name = "waits"

    def lookups(self, request: HttpRequest, model_admin: admin.ModelAdmin) -> list[tuple[str, str]]:
        return [("open", "Not decided"), ("due", "To be looked at again now")]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Takedown]) -> QuerySet[Takedown]:
        if self.value() == "open":
            return queryset.filter(decision=Decision.OPEN)
        if self.value() == "due":
            return queryset.filter(review_on__lte=timezone.localdate())
        return queryset


@admin.register(Takedown)
class TakedownAdmin(admin.ModelAdmin):
    """The list is Django's, open requests first; filing and deciding have pages of their own."""

    list_display = ["asked", "story", "state", "review"]
    list_display_links = ["asked"]
    list_filter = [DueFilter, "decision"]
    list_select_related = ["article", "decided_by"]
    search_fields = ["asked_by", "request", "article__headline"]
    show_full_result_count = False
    list_per_page = 50
    actions = None

    def has_view_permission(self, request: HttpRequest, obj: Takedown | None = None) -> bool:
        return takedowns.may_see(request.user)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return takedowns.may_file(request.user)

    def has_change_permission(self, request: HttpRequest, obj: Takedown | None = None) -> bool:
        return takedowns.may_decide(request.user)

    def has_delete_permission(self, request: HttpRequest, obj: Takedown | None = None) -> bool:
        return False

    def get_ordering(self, request: HttpRequest) -> list[Any]:
        is_decided = Case(When(decision=Decision.OPEN, then=Value(0)), default=Value(1), output_field=IntegerField())
        return [is_decided, F("review_on").asc(nulls_last=True), "-asked_at", "-id"]

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return super().changelist_view(request, {"title": "Takedown requests", **(extra_context or {})})

    @admin.display(description="Who asks, and when")
    def asked(self, takedown: Takedown) -> str:
        local = timezone.localtime(takedown.asked_at)
        return f"{takedown.asked_by}, {local.day} {local:%B %Y}"

    @admin.display(description="Story")
    def story(self, takedown: Takedown) -> str:
        return str(takedown.article)

    @admin.display(description="Decision")
    def state(self, takedown: Takedown) -> SafeString:
        if takedown.decision == Decision.OPEN:
            return format_html('<span class="chip chip-in-review">{}</span>', takedown.get_decision_display())
        who = name_of(takedown.decided_by) if takedown.decided_by else ""
        return format_html("{}, {}", takedown.get_decision_display(), who)

    @admin.display(description="Look at it again on")
    def review(self, takedown: Takedown) -> SafeString | str:
        if takedown.review_on is None:
            return ""
        day = f"{takedown.review_on.day} {takedown.review_on:%B %Y}"
        is_due = takedown.review_on <= timezone.localdate()
        return format_html('<span class="chip chip-alarm">due {}</span>', day) if is_due else day

    # ---- filing

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: Any = None) -> HttpResponse:
        """Show the form of a request; a POST keeps it."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = FileForm(request.POST or None, initial={"story": request.GET.get("article", "")})
        if request.method == "POST" and form.is_valid():
            values = dict(form.cleaned_data)
            try:
                takedown = takedowns.file(values.pop("story"), by=person_of(request), **values)
            except WorkflowError as error:
                form.add_error(None, error.message)
            else:
                messages.success(request, "Filed.")
                return HttpResponseRedirect(_address(takedown))
        return TemplateResponse(request, f"{PAGES}/file.html", self._context(request, "Takedown request", form=form))

    # ---- deciding

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Show a request and, to those who may decide, what there is to decide; a POST does it."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        rows = Takedown.objects.select_related("article__section__parent", "article__picture", "made_by", "decided_by")
        number = object_id if object_id.isdecimal() and len(object_id) < 12 else 0
        takedown = get_object_or_404(rows, pk=number)
        if request.method == "POST":
            if not self.has_change_permission(request):
                raise PermissionDenied
            return self._posted(request, takedown)
        form = _form_for(takedown, None) if self.has_change_permission(request) else None
        return self._page(request, takedown, form)

    def _posted(self, request: HttpRequest, takedown: Takedown) -> HttpResponse:
        form = _form_for(takedown, request.POST)
        if not form.is_valid():
            return self._page(request, takedown, form)
        if isinstance(form, DecideForm) and _is_to_be_shown(form, request):
            return self._previewed(request, takedown, form)
        try:
            self._do(takedown, form, request)
        except (WorkflowError, BodyError) as error:
            takedown.refresh_from_db()
            form.add_error(None, str(error))
            return self._page(request, takedown, form)
        messages.success(request, "Decided and done." if isinstance(form, DecideForm) else "Noted.")
        return HttpResponseRedirect(_address(takedown))

    def _do(self, takedown: Takedown, form: DecideForm | ReviewForm, request: HttpRequest) -> None:
        values = {name: value for name, value in form.cleaned_data.items() if name != "previewed"}
        if isinstance(form, DecideForm):
            takedowns.decide(takedown, values.pop("decision"), by=person_of(request), **values)
        else:
            takedowns.review(takedown, by=person_of(request), **values)

    def _previewed(self, request: HttpRequest, takedown: Takedown, form: DecideForm) -> HttpResponse:
        """Show what replacing would do; deciding the same once more does it."""
        values = form.cleaned_data
        preview = anonymising.preview(takedown.article, values["name_before"], values["name_after"])
        data = request.POST.copy()
        data["previewed"] = form.names if preview.changes and not preview.address else ""
        form.data = data
        return self._page(request, takedown, form, preview=preview)

    def _page(
        self, request: HttpRequest, takedown: Takedown, form: DecideForm | ReviewForm | None, **more: Any
    ) -> HttpResponse:
        article = takedown.article
        acts = article.history.filter(verb__startswith="takedown_").select_related("by").defer("cache_tags")
        context = {
            "takedown": takedown,
            "article": article,
            "chip": panel.chip(article),
            "form": form,
            "is_open": takedown.decision == Decision.OPEN,
            "acts": acts[:20],
            "others": Takedown.objects.filter(article=article).exclude(pk=takedown.pk),
            **more,
        }
        title = f"Takedown request by {takedown.asked_by}"
        return TemplateResponse(request, f"{PAGES}/page.html", self._context(request, title, **context))

    def _context(self, request: HttpRequest, title: str, **more: Any) -> dict[str, Any]:
        return {**self.admin_site.each_context(request), "title": title, "opts": self.opts, **more}


def _is_to_be_shown(form: DecideForm, request: HttpRequest) -> bool:
    """Tell whether the places of a name have to be shown before they are replaced."""
    if form.cleaned_data["decision"] != Decision.ANONYMISE:
        return False
    return "_preview" in request.POST or form.cleaned_data["previewed"] != form.names


def _form_for(takedown: Takedown, data: Any) -> DecideForm | ReviewForm:
    form = DecideForm if takedown.decision == Decision.OPEN else ReviewForm
    first = {
        "base": takedowns.base_of(takedown, takedown.article),
        "ground": takedown.ground,
        "review_on": takedown.review_on if takedown.decision == Decision.OPEN else None,
    }
    return form(data, initial=first)


def _address(takedown: Takedown) -> str:
    return reverse("admin:articles_takedown_change", args=[takedown.pk])


@panel.register("more")
def offer_to_file(article: Article, request: HttpRequest) -> SafeString | str:
    """Offer to file a request beside a story that readers have or had."""
    if article.status not in takedowns.ASKABLE or not takedowns.may_file(request.user):
        return ""
    address = reverse("admin:articles_takedown_add")
    return format_html('<a href="{}?article={}">Takedown request…</a>', address, article.pk)
