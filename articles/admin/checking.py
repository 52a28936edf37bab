"""The checklist beside a story, and the door through which it follows the text that nobody has saved yet.
The door writes nothing."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib.admin import ModelAdmin
from django.core.exceptions import PermissionDenied
from django.db.models import FilteredRelation, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.template.loader import render_to_string
from django.urls import URLPattern, path
from django.utils import timezone
from django.utils.safestring import SafeString

from articles import corrections, readiness
from articles.admin import panel
from articles.models import Article, Standing, Version
from articles.permissions import may
from articles.readiness import Problem
from articles.richtext import BodyError, clean_body
from articles.states import Status

_KEPT = "story_problems"
LIVE = "live_version"
FOLLOWING = ("checklist", "numbers", "share")  # the parts that follow the text


def problems_of(request: HttpRequest, article: Article) -> list[Problem]:
    """Return what stands between the story and its readers, read once for each request."""
    asked = panel.memory(request)
    return panel.once(request, _KEPT, lambda: readiness.problems(article, now=timezone.now(), asked=asked))


@panel.register("checklist")
def checklist(article: Article, request: HttpRequest) -> SafeString:
    """Return what stands between the story and its readers, each with a link to its field."""
    found = problems_of(request, article)
    context = {
        "problems": found,
        "blocking_count": sum(problem.level == "blocks" for problem in found),
        "reason_count": sum(problem.level == "reason" for problem in found),
        "can_edit": may(request.user, "edit" if article.pk else "create", article if article.pk else None),
    }
    return render_to_string("admin/articles/article/parts/checklist.html", context)


def addresses(model_admin: ModelAdmin) -> list[URLPattern]:
    """Return the door's two addresses, for a story and for one that is not saved yet."""
    view = model_admin.admin_site.admin_view(partial(checklist_view, model_admin=model_admin))
    return [
        path("checklist/", view, name="articles_article_new_checklist"),
        path("<int:object_id>/checklist/", view, name="articles_article_checklist"),
    ]


def checklist_view(request: HttpRequest, object_id: int | None = None, *, model_admin: ModelAdmin) -> HttpResponse:
    """Answer a POST of the story form's values with the parts of the panel that follow the text, as they would be."""
    article = model_admin.get_object(request, str(object_id)) if object_id else None
    if object_id and article is None:
        raise Http404("No such story.")
    if not (may(request.user, "edit", article) if article else may(request.user, "create")):
        raise PermissionDenied
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    form = model_admin.get_form(request, article, change=article is not None)(request.POST, instance=article)
    story = _imagined(form)
    tags, authors = form.cleaned_data.get("tags", []), form.cleaned_data.get("authors", [])
    panel.once(request, _KEPT, lambda: readiness.problems(story, now=timezone.now(), tags=tags, authors=authors))
    wanted = request.POST.get("_parts", ",".join(FOLLOWING)).split(",")
    parts = {name: panel.filled(name, story, request) for name in FOLLOWING if name in wanted}
    context = {
        "parts": [{"name": name, "contents": contents} for name, contents in parts.items() if contents],
        "drafted": drafted_note(story),
    }
    return HttpResponse(render_to_string("admin/articles/article/parts/following.html", context))


def with_live(stories: QuerySet[Article]) -> QuerySet[Article]:
    """Fetch with stories what readers have of them, for drafted_note()."""
    live = FilteredRelation("versions", condition=Q(versions__standing=Standing.LIVE))
    return stories.annotate(**{LIVE: live}).select_related(LIVE, f"{LIVE}__picture")


def drafted_note(article: Article) -> str:
    """Return the beginning of a correction, made of what changed since readers last got the story."""
    if article.status != Status.PUBLISHED:
        return ""
    known = Version.objects.live().filter(article=article).select_related("picture")
    live = getattr(article, LIVE) if hasattr(article, LIVE) else known.first()
    return corrections.drafted_note(live, article) if live else ""


def _imagined(form: Any) -> Article:
    """Return the story as the form has it, without saving: what does not fit its field stays as it was."""
    form.write = None
    if "tags" in form.fields:
        form.fields["tags"].may_imagine = True
    form.full_clean()
    story: Article = form.instance
    story.__dict__.pop(readiness.advice.FETCHED, None)
    try:
        story.body = clean_body(form.cleaned_data.get("body", story.body))
    except BodyError:
        story.body = form.cleaned_data["body"]
    return story
