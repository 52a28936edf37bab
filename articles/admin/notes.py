"""Notes on the desk: a page with every thread, and a section beside the story that works without leaving it."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.safestring import SafeString

from articles import content, noting
from articles.admin import panel
from articles.models import Article, Note
from articles.permissions import may, person_of
from articles.workflow import WorkflowError

FIELDS = ("headline", "standfirst", "body", "picture_caption", "summary")
ACTS = ("add", "resolve", "reopen")


def notes_view(request: HttpRequest, object_id: int, *, site: AdminSite) -> HttpResponse:
    """Show the story's notes; a POST adds one, answers, settles or opens one again.

    With `Accept: text/x-part` the answer is the section of the side panel alone, for the script beside the story.
    """
    article = get_object_or_404(Article.objects.select_related("assignee", "created_by"), pk=object_id)
    if not may(request.user, "view", article):
        raise PermissionDenied
    error, text = "", ""
    if request.method == "POST":
        try:
            done = _act(request, article)
        except WorkflowError as refused:
            error, text = refused.message, request.POST.get("text", "")
        else:
            if not _wants_part(request):
                messages.success(request, done)
                return HttpResponseRedirect(reverse("admin:articles_article_notes", args=[article.pk]))
    status = 400 if error else 200
    if _wants_part(request):
        return render(request, "admin/articles/notes/section.html", _section(article, error=error), status=status)
    context = {
        **site.each_context(request),
        "title": "Notes",
        "opts": Article._meta,
        **_section(article, error=error),
        "text": text,
        "fields": [(name, content.label(name)) for name in FIELDS],
        "may_must": may(request.user, "create"),
    }
    return TemplateResponse(request, "admin/articles/notes/page.html", context, status=status)


def _act(request: HttpRequest, article: Article) -> str:
    """Do what was asked and return a sentence; errors as the verbs raise, Http404 for a note of another story."""
    act, by = request.POST.get("act", "add"), person_of(request)
    if act not in ACTS:
        raise Http404("No such act.")
    if act == "add":
        _add(request, article)
        return "Noted."
    note = _note(article, request.POST.get("note", ""))
    if act == "resolve":
        noting.resolve(note, by=by)
        return "Settled."
    noting.reopen(note, by=by)
    return "Open again."


def _add(request: HttpRequest, article: Article) -> None:
    values = request.POST
    field = values.get("field", "")
    noting.add(
        article,
        values.get("text", ""),
        by=person_of(request),
        field=field if field in FIELDS else "",
        quote=values.get("quote", ""),
        is_must=bool(values.get("is_must")),
        parent=_note(article, values["parent"]) if values.get("parent") else None,
    )


def _note(article: Article, number: str) -> Note:
    if not (number.isdecimal() and len(number) < 12):
        raise Http404("No such note.")
    return get_object_or_404(Note.objects.select_related("parent", "article"), pk=number, article=article)


def _wants_part(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "") == "text/x-part"


def _section(article: Article, *, error: str = "") -> dict[str, object]:
    threads = noting.threads(article)
    return {
        "article": article,
        "threads": [(note, answers, noting.still_stands(note, article)) for note, answers in threads],
        "open_count": sum(note.resolved_at is None for note, _ in threads),
        "must_count": sum(note.is_must and note.resolved_at is None for note, _ in threads),
        "error": error,
    }


@panel.register("notes")
def notes_part(article: Article, request: HttpRequest) -> SafeString:
    """Return the threads beside the story; one query."""
    return render_to_string("admin/articles/notes/section.html", _section(article))
