"""Stories that nobody else sees yet, as readers will: a frame for the desk, the page inside it, and the page at an
outsider's link. None of them may be kept by a cache or found by a search engine."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.admin import AdminSite
from django.contrib.staticfiles import finders
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.csrf import csrf_protect
from django.views.decorators.http import require_http_methods

from articles import sharing
from articles.admin.forms import StoryForm
from articles.models import Article, PreviewLink
from articles.models.version import Version
from articles.permissions import may
from articles.richtext import BodyError
from articles.sharing import ClosedLinkError
from articles.workflow import WorkflowError
from public import pictures
from public.caching import STYLESHEET
from public.preview import SCHEMES, composed
from public.views import shell
from public.views.article import SHARE_PICTURE_PX, related_to, story_context

WIDTHS = (("phone", "Phone"), ("tablet", "Tablet"), ("desktop", "Desktop"))
SCHEMES_SHOWN = (("light", "Light"), ("dark", "Dark"), ("print", "On paper"))
ALERT_CHARACTERS = 120
FONT = re.compile(r"""url\(["']?\.\./fonts/(?P<name>[\w.-]+)["']?\)""")


@dataclass(frozen=True, slots=True)
class Look:
    """How a page that nobody else sees differs from the one readers get."""

    scheme: str = ""
    is_print: bool = False
    is_framed: bool = False
    words: str = ""
    form: dict[str, Any] | None = None

    @property
    def print_url(self) -> str:
        return reverse("admin:articles_article_preview_print")


def frame(request: HttpRequest, object_id: int, *, site: AdminSite) -> HttpResponse:
    """Show the preview in a frame with its choices. A POST brings the story's form along, so that every choice shows
    what is not saved yet."""
    article = _article(request, object_id)
    kept = [
        (name, value) for name, values in request.POST.lists() if not name.startswith(("_", "csrf")) for value in values
    ]
    context = {
        **site.each_context(request),
        "title": f"Preview: {article}",
        "opts": Article._meta,
        "article": article,
        "kept": kept,
        "widths": WIDTHS,
        "schemes": SCHEMES_SHOWN,
    }
    return TemplateResponse(request, "admin/articles/article/preview.html", context)


@xframe_options_sameorigin
def inside(request: HttpRequest, object_id: int, *, site: AdminSite) -> HttpResponse:
    """Send the page itself. A POST carries the story's form as it is on the screen; nothing is written."""
    article = _article(request, object_id)
    scheme = request.GET.get("scheme", "")
    is_print = scheme == "print"
    shown = "light" if is_print else scheme if scheme in SCHEMES else ""
    look = Look(scheme=shown, is_print=is_print, is_framed=True)
    changes = _unsaved(request, article) if request.method == "POST" else None
    try:
        story = composed(article, now=timezone.now(), changes=changes)
    except BodyError as error:
        return HttpResponse(str(error), status=400, content_type="text/plain; charset=utf-8")
    if request.GET.get("part") == "cards":
        return _private(_cards(request, story, look))
    return _private(_page(request, story, look))


def print_css(request: HttpRequest, *, site: AdminSite) -> HttpResponse:
    """Send the readers' stylesheet with its rules for paper in force on the screen."""
    if not may(request.user, "view"):
        raise PermissionDenied
    found = finders.find(STYLESHEET)
    if not isinstance(found, str):
        raise Http404("The stylesheet is not there.")
    text = Path(found).read_text(encoding="utf-8").replace("@media print", "@media all")
    text = FONT.sub(lambda match: f'url("{static("public/fonts/" + match["name"])}")', text)
    return HttpResponse(text, content_type="text/css; charset=utf-8")


@csrf_protect
@require_http_methods(["GET", "HEAD", "POST"])
def outside(request: HttpRequest, token: str) -> HttpResponse:
    """Show the story to who has the link, and take what they say; 410 for a link that is closed."""
    now = timezone.now()
    try:
        link = sharing.find(token, now=now)
        form = _answer(request, link)
        if form.get("sent") and request.method == "POST":
            return _private(HttpResponseRedirect(f"{request.path}?sent=1#answer"))
        is_ahead = "prefetch" in request.headers.get("Sec-Purpose", "")
        if request.method == "GET" and not form.get("sent") and not is_ahead:
            sharing.note_opening(link, now=now)
        story = composed(link.article, now=now)
    except (ClosedLinkError, BodyError) as error:
        context = shell.page(request, title="Preview", robots=shell.NOT_FOR_ROBOTS)
        context |= {"message": str(error), "preview": Look()}
        return _private(HttpResponse(render_to_string("public/preview_closed.html", context), status=410))
    look = Look(words=_words(link), form=form or None)
    return _private(_page(request, story, look, status=400 if form.get("error") else 200))


def _article(request: HttpRequest, object_id: int) -> Article:
    linked = Article.objects.select_related("section__parent", "source", "picture")
    article = get_object_or_404(linked, pk=object_id)
    if not may(request.user, "view", article):
        raise PermissionDenied
    return article


def _unsaved(request: HttpRequest, article: Article) -> dict[str, Any]:
    """Return what the form on the screen holds, as far as it makes sense; values that do not fit are left out."""
    if not may(request.user, "edit", article):
        raise PermissionDenied
    form = StoryForm(request.POST, instance=Article.objects.get(pk=article.pk))
    form.full_clean()
    return {name: value for name, value in form.changes.items() if name in request.POST}


def _page(request: HttpRequest, story: Version, look: Look, status: int = 200) -> HttpResponse:
    notes = list(Version.objects.notes_of(story.article_id).defer("body", "how_reported"))
    context = story_context(request, story, notes=notes, related=related_to(story)) | {"preview": look}
    return HttpResponse(render_to_string("public/story.html", context), status=status)


def _cards(request: HttpRequest, story: Version, look: Look) -> HttpResponse:
    pictures.fetch([story])
    shown = pictures.nearest(story.picture, SHARE_PICTURE_PX) or story.picture if story.picture else None
    context = shell.page(request, title=story.headline, robots=shell.NOT_FOR_ROBOTS, language=story.language)
    context |= {
        "story": story,
        "preview": look,
        "address": f"{settings.SITE_URL}{story.get_absolute_url()}",
        "picture_url": shown.file.url if shown else "",
        "alert": story.headline[:ALERT_CHARACTERS],
    }
    return HttpResponse(render_to_string("public/preview_cards.html", context))


def _answer(request: HttpRequest, link: PreviewLink) -> dict[str, Any]:
    """Return what the form for comments shows, after keeping what was sent; empty where none are asked for."""
    if not link.may_comment:
        return {}
    form: dict[str, Any] = {"token": get_token(request), "sent": request.GET.get("sent") == "1"}
    if request.method == "POST":
        form |= {name: request.POST.get(name, "") for name in ("text", "name", "quote")}
        try:
            sharing.comment(link, form["text"], name=form["name"], quote=form["quote"], now=timezone.now())
        except WorkflowError as error:
            return form | {"error": error.message, "sent": False}
        form["sent"] = True
    return form


def _words(link: PreviewLink) -> str:
    saved = f"{timezone.localtime(link.article.changed_at):%-d %B %Y, %H:%M %Z}"
    words = f"Preview for {link.label}. Not for publication; it may still change. As saved on {saved}."
    if link.article.embargo_is_open:
        return f"{words} Under embargo until released."
    if link.article.embargo_until and link.article.embargo_until > timezone.now():
        return f"{words} Under embargo until {timezone.localtime(link.article.embargo_until):%-d %B %Y, %H:%M %Z}."
    return words


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    # Nobody else learns the address; our own form needs it: with no-referrer browsers send "Origin: null" with a POST
    response["Referrer-Policy"] = "same-origin"
    return response
