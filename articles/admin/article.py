"""The story screen; the list of stories is in articles.admin.listing."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse

from articles import drafting, looking, pasting
from articles.admin import (
    acting,
    checking,
    clashing,
    duplicating,
    keeping,
    links,
    looked,
    moves,
    names,
    notes,
    offers,
    panel,
    revisions,
    screen,
    settling,
    signin,
)
from articles.admin.fields import PictureWidget
from articles.admin.forms import StoryForm
from articles.admin.listing import StoryList
from articles.admin.pasting import receipt_view
from articles.admin.versions import compare_view
from articles.content import LIST_FIELDS
from articles.merging import ClashError
from articles.models import Article, Section
from articles.permissions import may, may_set_embargo, person_of

TOP = ["headline", "standfirst", "body"]
PICTURE = ["picture", "picture_caption", "picture_alt", "picture_is_decorative"]
PLACEMENT = ["section", "kicker", "tags", "authors", "dateline", "kind", "language", "urgency", "slugline"]
SEARCH = ["slug", "summary", "seo_title", "social_headline", "noindex"]
RIGHTS = [
    *("source", "credit_line", "usage_terms", "ai_use", "how_reported", "ednote", "embargo_until", "embargo_is_open"),
]
PLANNING = [
    *("budget_line", "assignee", "due_at", "commissioned_words", "needs_legal", "needs_picture", "is_sensitive"),
]

FIELDSETS: list[Any] = [
    (None, {"fields": [*TOP, "base_revision"], "classes": ["story-text"]}),
    ("Picture", {"fields": PICTURE}),
    ("Placement", {"fields": PLACEMENT, "classes": ["collapse"]}),
    ("Search and share", {"fields": SEARCH, "classes": ["collapse"]}),
    ("Rights, source and embargo", {"fields": RIGHTS, "classes": ["collapse"]}),
    ("Planning", {"fields": PLANNING, "classes": ["collapse"]}),
]


@admin.register(Article)
class ArticleAdmin(StoryList):
    form = StoryForm
    raw_id_fields = ["picture"]
    change_form_template = "admin/articles/article/change_form.html"

    # Who may
    def has_view_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return may(request.user, "view", obj)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return may(request.user, "create")

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return may(request.user, "edit", obj)

    def has_delete_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        rows = super().get_queryset(request)
        is_one = request.resolver_match is not None and "object_id" in request.resolver_match.kwargs
        return screen.with_all(looking.with_mark(rows, person_of(request))) if is_one else rows

    # The story screen
    def get_readonly_fields(self, request: HttpRequest, obj: Article | None = None) -> list[str]:
        fields = [] if may_set_embargo(request.user) else ["embargo_until", "embargo_is_open"]
        return [*fields, "slug"] if obj and obj.path else fields

    def get_fieldsets(self, request: HttpRequest, obj: Article | None = None) -> Any:
        if obj is None or self.has_change_permission(request, obj):
            return FIELDSETS
        shown_otherwise = {"base_revision", "authors", "tags", "body"}
        return [
            (name, {**options, "fields": [field for field in options["fields"] if field not in shown_otherwise]})
            for name, options in FIELDSETS
        ]

    def get_form(self, request: HttpRequest, obj: Article | None = None, change: bool = False, **kwargs: Any) -> Any:
        form = super().get_form(request, obj, change=change, **kwargs)
        attributes = {"write": partial(write, request), "may_create_tags": request.user.has_perm("tags.add_tag")}
        attributes["made_by"] = request.user
        if not may(request.user, "edit", obj) and obj:
            attributes["write"] = None
        else:
            attributes["holds"] = offers.adopted(request, obj)
        made: Any = type(form.__name__, (form,), {name: _unbound(value) for name, value in attributes.items()})
        shown_by_itself = set(LIST_FIELDS)
        made._meta.fields = [name for name in made._meta.fields if name not in shown_by_itself]
        return made

    def formfield_for_foreignkey(self, db_field: Any, request: HttpRequest, **kwargs: Any) -> Any:
        if db_field.name == "section":
            kwargs["queryset"] = Section.objects.select_related("parent")  # its name has the parent's in front
        if db_field.name == "picture":
            kwargs["widget"] = PictureWidget(db_field.remote_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        last = Article.objects.filter(created_by=person_of(request), section__isnull=False).order_by("-id").first()
        return {**super().get_changeform_initial_data(request), **({"section": last.section_id} if last else {})}

    def changeform_view(
        self,
        request: HttpRequest,
        object_id: str | None = None,
        form_url: str = "",
        extra_context: dict[str, Any] | None = None,
    ) -> HttpResponse:
        try:
            return super().changeform_view(request, object_id, form_url, extra_context)
        except ClashError as error:
            return clashing.page(request, object_id or "", error, site=self.admin_site)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Lead to the history with what happened to this story: Django's own log knows nothing of stories."""
        article = get_object_or_404(Article, pk=object_id if object_id.isdecimal() and len(object_id) < 12 else 0)
        if not may(request.user, "view", article):
            raise PermissionDenied
        return HttpResponseRedirect(f"{reverse('admin:articles_historyentry_changelist')}?story={article.pk}")

    def save_form(self, request: HttpRequest, form: ModelForm, change: bool) -> Article:
        return form.instance

    def save_model(self, request: HttpRequest, obj: Article, form: Any, change: bool) -> None:
        """Nothing: the form's verb has written it."""

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """Nothing: authors and tags are part of the revision."""

    def log_addition(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Nothing: the history is our log."""

    def log_change(self, request: HttpRequest, obj: Any, message: Any) -> Any:
        """Nothing, as above."""

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        article = kwargs.get("obj")
        can_edit = article is None or self.has_change_permission(request, article)
        context |= screen.context(article or Article(), request, context["adminform"].form, can_edit=can_edit)
        return super().render_change_form(request, context, *args, **kwargs)

    def response_add(self, request: HttpRequest, obj: Article, post_url_continue: str | None = None) -> HttpResponse:
        return keeping.saved(request, HttpResponseRedirect(acting.act(request, obj)))

    def response_change(self, request: HttpRequest, obj: Article) -> HttpResponse:
        return keeping.saved(request, HttpResponseRedirect(acting.act(request, obj)))

    def get_urls(self) -> list[URLPattern]:
        def guarded(view: Any) -> Any:
            return self.admin_site.admin_view(partial(view, site=self.admin_site))

        return [
            path("<str:object_id>/move/<str:verb>/", guarded(moves.move_view), name="articles_article_move"),
            path("<int:object_id>/compare/<int:a>/<int:b>/", guarded(compare_view), name="articles_article_compare"),
            path("receipt/", guarded(receipt_view), name="articles_article_receipt"),
            path("<int:object_id>/part/<slug:name>/", guarded(panel.part_view), name="articles_article_part"),
            *checking.addresses(self),
            path("<int:object_id>/links/", guarded(links.links_view), name="articles_article_links"),
            path("<int:object_id>/notes/", guarded(notes.notes_view), name="articles_article_notes"),
            path("<int:object_id>/duplicate/", guarded(duplicating.duplicate_view), name="articles_article_duplicate"),
            *revisions.addresses(guarded),
            *looked.addresses(guarded),
            *names.addresses(guarded),
            *keeping.addresses(self.admin_site),
            *signin.carried_forms(super().get_urls(), self.admin_site),
        ]


def write(request: HttpRequest, form: StoryForm) -> Article:
    """Save what the form holds by the drafting verb and return the story as stored."""
    by = person_of(request)
    taken_out = pasting.sentence_of_save(form.changes.get("body", ""))
    if form.instance.pk is None:
        saved = drafting.create_draft(form.changes, by=by)
    else:
        article = Article.objects.get(pk=form.instance.pk)
        base = form.cleaned_data.get("base_revision")
        saved = settling.save(
            article, form.changes, by=by, base_revision=-1 if base is None else base, post=request.POST
        )
        clashing.forget(by, request.POST.get("tab", ""))
    if taken_out:
        messages.warning(request, taken_out)
    return saved


def _unbound(value: Any) -> Any:
    """Keep a function from becoming a method when it is set on the form's class."""
    return staticmethod(value) if callable(value) else value
