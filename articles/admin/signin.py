"""Signing in without losing what stands in the story's form: the door of the page's dialog, and pages that carry a form
which met no session, somebody else's session, an old token or a locked door.

A form is carried only when it came from our own pages: another site must not put its words into a form of ours. What
is carried is saved by the same view, with the same checks, as if the first try had worked; moves are not carried.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import admin
from django.contrib.admin import AdminSite
from django.contrib.admin.forms import AdminAuthenticationForm
from django.contrib.auth import login
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.urls import Resolver404, URLPattern, resolve, reverse
from django.views.csrf import csrf_failure as djangos_csrf_failure

from articles import controls, recovery
from articles.admin.acting import WORDS
from articles.models import Article
from articles.permissions import may
from articles.presence import name_of
from newsroom.lib.html import TooMuchMarkupError, text_of

View = Callable[..., HttpResponse]
STORY_FORMS = frozenset({"articles_article_add", "articles_article_change"})
CREDENTIALS = ("username", "password")
NOT_CARRIED = frozenset({*CREDENTIALS, "csrfmiddlewaretoken", "_move"})
LIMIT_BYTES = 2_000_000
LOCKED = "Too many wrong passwords: signing in with this name from here is locked for a quarter of an hour. "


def sign_in_view(request: HttpRequest) -> JsonResponse:
    """Sign a person in for the page's dialog; answer who it is and the token that forms need from now on."""
    form = AdminAuthenticationForm(request, data=request.POST)
    if not form.is_valid():
        sentences = [sentence for errors in form.errors.values() for sentence in errors]
        return JsonResponse({"error": "wrong", "message": " ".join(map(str, sentences))}, status=400)
    user = form.get_user()
    login(request, user)
    return JsonResponse({"person": user.pk, "name": name_of(user), "csrf": get_token(request)})


def carried_forms(patterns: list[URLPattern], site: AdminSite) -> list[URLPattern]:
    """Wrap the views of the story form among the admin's addresses."""
    for pattern in patterns:
        if pattern.name in STORY_FORMS:
            pattern.callback = story_form(pattern.callback, site)
    return patterns


def story_form(view: View, site: AdminSite) -> View:
    """Wrap the admin's view of the story form, so that a form which cannot be saved is shown again and never lost."""

    def careful(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        owner = recovery.owner_of(request.POST.get("tab", "")) if request.method == "POST" else None
        if owner is None:
            return view(request, *args, **kwargs)
        if not site.has_permission(request):
            return _sign_in_and_save(request, view, owner, *args, **kwargs)
        if request.user.pk != owner:
            return carried(request, problem="not_yours", status=403)
        if _has_moved_on(request, kwargs.get("object_id")):
            return carried(request, problem="kept", status=403)
        return view(request, *args, **kwargs)

    return careful


def _sign_in_and_save(request: HttpRequest, view: View, owner: int, *args: Any, **kwargs: Any) -> HttpResponse:
    if "password" not in request.POST:
        return carried(request, problem="signed_out", status=401)
    form = AdminAuthenticationForm(request, data={name: request.POST.get(name, "") for name in CREDENTIALS})
    if not form.is_valid():
        return carried(request, problem="signed_out", status=401, form=form)
    login(request, form.get_user())
    if form.get_user().pk != owner:
        return carried(request, problem="not_yours", status=403)
    request.POST = without(request.POST, NOT_CARRIED)  # type: ignore[assignment]  # the form as it was sent first
    return view(request, *args, **kwargs)


def _has_moved_on(request: HttpRequest, object_id: str | None) -> bool:
    """Tell whether the story may be seen but not edited any more; then its text is kept for the writer."""
    if object_id is None or not object_id.isdecimal() or not isinstance(request.user, User):
        return False
    article = Article.objects.filter(pk=object_id).first()
    if article is None or may(request.user, "edit", article) or not may(request.user, "view", article):
        return False
    base = request.POST.get("base_revision", "")
    try:
        recovery.keep(
            request.user,
            article,
            tab=request.POST["tab"],
            values=controls.read(request.POST),
            base_revision=int(base) if base.isdecimal() and len(base) < 9 else 0,
        )
    except recovery.RecoveryError:
        return False
    return True


def without(data: QueryDict, names: frozenset[str]) -> QueryDict:
    kept = data.copy()
    for name in names:
        kept.pop(name, None)
    return kept


def carried(
    request: HttpRequest, *, problem: str, status: int, form: AdminAuthenticationForm | None = None, sentence: str = ""
) -> HttpResponse:
    """Return a page that shows the text of a story's form and, where it may be saved, sends it again.

    `problem` is signed_out, stale (an old token), not_yours or kept.
    """
    posted = without(request.POST, NOT_CARRIED)
    values = controls.read(posted)
    is_small = controls.size_bytes(values) <= LIMIT_BYTES
    article_id = getattr(request.resolver_match, "kwargs", {}).get("object_id") if request.resolver_match else None
    is_over = problem in {"kept", "not_yours"}
    context = {
        **admin.site.each_context(request),
        "title": "Your text is still here",
        "problem": problem,
        "sentence": sentence,
        "form": form or AdminAuthenticationForm(request),
        "action": request.get_full_path() if is_small and not is_over else "",
        "fields": [(name, value) for name, each in posted.lists() for value in each] if is_small else [],
        "headline": values.get("headline", ""),
        "standfirst": values.get("standfirst", ""),
        "body": _plain(str(values.get("body", ""))),
        "words": [posted[name] for name in WORDS if posted.get(name)],
        "story_url": reverse("admin:articles_article_change", args=[article_id]) if article_id and is_over else "",
    }
    return render(request, "admin/articles/article/carried.html", context, status=status)


def _plain(body: str) -> str:
    """Return the words of a body, or all of it as it came when it is too large to read."""
    try:
        return text_of(body)
    except TooMuchMarkupError:
        return body


def is_story_form(request: HttpRequest) -> bool:
    """Tell whether a POST goes to the story's form and comes from a page of ours."""
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return False
    return match.url_name in STORY_FORMS and comes_from_us(request) and "tab" in request.POST


def comes_from_us(request: HttpRequest) -> bool:
    origin = request.headers.get("Origin", "")
    own = f"{request.scheme}://{request.get_host()}"
    return origin == own or (bool(urlsplit(origin).netloc) and origin in settings.CSRF_TRUSTED_ORIGINS)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose token is old: with a new token for scripts, with the text for the story's form."""
    if request.accepts("application/json") and not request.accepts("text/html") and comes_from_us(request):
        return JsonResponse({"error": "stale", "csrf": get_token(request)}, status=403)
    if is_story_form(request):
        is_signed_in = admin.site.has_permission(request)
        return carried(request, problem="stale" if is_signed_in else "signed_out", status=403)
    return djangos_csrf_failure(request, reason=reason)


def locked_out(request: HttpRequest, response: HttpResponse | None, credentials: dict[str, Any]) -> HttpResponse:
    """Answer who guessed too often; a form that came along is shown again."""
    if request.accepts("application/json") and not request.accepts("text/html"):
        return JsonResponse({"error": "locked", "message": LOCKED}, status=settings.AXES_HTTP_RESPONSE_CODE)
    if is_story_form(request):
        status = settings.AXES_HTTP_RESPONSE_CODE
        return carried(request, problem="signed_out", status=status, sentence=LOCKED)
    return render(request, settings.AXES_LOCKOUT_TEMPLATE, status=settings.AXES_HTTP_RESPONSE_CODE)
