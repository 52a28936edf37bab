"""The doors that keep text and presence while people write: JSON for the page's scripts, a page for unsaved text.
None of them touches a story."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.admin import AdminSite
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from articles import controls, presence, recovery, takeover
from articles.admin import offers, signin
from articles.admin.takeover import person_view
from articles.models import Article, Recovery, Revision
from articles.permissions import may, person_of
from articles.presence import name_of

STATUS = {"not_allowed": 403, "not_yours": 409, "too_large": 413}
LARGEST = 2**31 - 1


def door(view: Callable[..., JsonResponse], site: AdminSite) -> Callable[..., HttpResponse]:
    """Make a JSON door: POST only, never a page; who is not signed in reads 401 and gets a token to sign in with."""

    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> JsonResponse:
        if not site.has_permission(request):
            return JsonResponse({"error": "signed_out", "csrf": get_token(request)}, status=401)
        try:
            return view(request, *args, **kwargs)
        except PermissionDenied:
            return JsonResponse({"error": "not_allowed", "message": "Your role does not include this."}, status=403)

    return never_cache(require_POST(guarded))


def autosave_view(request: HttpRequest, object_id: int | None = None) -> JsonResponse:
    """Keep what the form holds; the story itself stays as it is."""
    user = person_of(request)
    article = get_object_or_404(Article, pk=object_id) if object_id is not None else None
    base = number_in(request, "base_revision")
    now = timezone.now()
    try:
        row = recovery.keep(
            user,
            article,
            tab=request.POST.get("tab", ""),
            values=controls.read(request.POST),
            base_revision=base,
            serial=number_in(request, "serial"),
            recovered=number_in(request, "recovered") or None,
            now=now,
        )
    except recovery.RecoveryError as error:
        return JsonResponse({"error": error.code, "message": str(error)}, status=STATUS[error.code])
    return JsonResponse(
        {
            "saved_at": f"{timezone.localtime(now):%H:%M:%S}",
            "row": row.pk if row else None,
            "serial": row.serial if row else 0,
            "newer": _newer(article, base),
        }
    )


def _newer(article: Article | None, base: int) -> dict[str, Any] | None:
    """Return who saved the story last, when that was after the form was opened."""
    if article is None or not 0 < base < article.revision_number:
        return None
    latest = Revision.objects.filter(article=article).select_related("saved_by").defer("snapshot").first()
    if latest is None:
        return None
    when = f"{timezone.localtime(latest.saved_at):%H:%M}"
    return {"revision": article.revision_number, "by": name_of(latest.saved_by), "at": when}


def presence_view(request: HttpRequest, object_id: int) -> JsonResponse:
    """Note that a tab has the story open, and answer who else has, and whether the story was taken over."""
    user, now = person_of(request), timezone.now()
    article = get_object_or_404(Article.objects.only("pk", "revision_number", "status", "stage"), pk=object_id)
    if not may(user, "view", article):
        raise PermissionDenied
    tab = request.POST.get("tab", "")
    if recovery.owner_of(tab) != user.pk:
        return JsonResponse({"error": "not_yours"}, status=STATUS["not_yours"])
    if request.POST.get("left"):
        presence.leave(article, user, tab=tab)
        return JsonResponse({})
    has_typed = request.POST.get("typed") == "1"
    presence.ping(article, user, tab=tab, field=request.POST.get("field", ""), has_typed=has_typed, now=now)
    people = offers.others(presence.here(article, now), article, user, tab)
    return JsonResponse(
        {
            "people": [person.as_json() for person in people],
            "newer": _newer(article, number_in(request, "base_revision")),
            "taken_over": _taken_over(takeover.told(user, article, tab), article),
        }
    )


def _taken_over(row: Recovery | None, article: Article) -> str:
    if row is None:
        return ""
    kept = Revision.objects.filter(article=article, number=row.kept_as or 0).defer("snapshot").first()
    when = f" at {timezone.localtime(kept.saved_at):%H:%M}" if kept else ""
    return (
        f"{name_of(row.taken_by)} took this story over{when}; your text up to then is kept as revision {row.kept_as}. "
        "You can go on: what you save is merged with theirs."
    )


def unsaved_view(request: HttpRequest, pk: int, *, site: AdminSite) -> HttpResponse:
    """Show one unsaved text beside the story as it is now; POST discards it or brings it back."""
    user = person_of(request)
    row = get_object_or_404(Recovery.objects.select_related("article", "taken_by"), pk=pk, user=user)
    if not may(user, "view" if row.article else "create", row.article):
        raise PermissionDenied
    back = form_url(row.article)
    if request.method == "POST":
        if request.POST.get("action") == "bring_back":
            recovery.bring_back(row)
        else:
            recovery.discard(row)
            again = reverse("admin:articles_article_unsaved", args=[row.pk])
            messages.success(request, format_html('Discarded. <a href="{}">Look at it once more</a>', again))
        return HttpResponseRedirect(back)
    context = {
        **site.each_context(request),
        "title": "Unsaved text",
        "opts": Article._meta,
        "offer": offers.offer(row, row.article, controls.of(row.article) if row.article else None, user),
        "article": row.article,
        "back": back,
    }
    return TemplateResponse(request, "admin/articles/article/unsaved.html", context)


def saved(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """Forget the unsaved text of a form that has just been saved, and tell the page that follows, by cookies that its
    scripts take away, which tab's copy it can forget."""
    tab, recovered = request.POST.get("tab", ""), number_in(request, "recovered")
    recovery.forget(person_of(request), tab=tab, recovered=recovered or None)
    facts = {"saved_tab": tab} if recovery.owner_of(tab) is not None else {}
    facts |= {"saved_move": "1"} if "_move" in request.POST else {}
    for name, value in facts.items():
        secure = settings.SESSION_COOKIE_SECURE
        response.set_cookie(name, value, max_age=3600, path=reverse("admin:index"), samesite="Lax", secure=secure)
    return response


def form_url(article: Article | None) -> str:
    """Return the address of the form that a text belongs to."""
    if article is None:
        return reverse("admin:articles_article_add")
    return reverse("admin:articles_article_change", args=[article.pk])


def number_in(request: HttpRequest, name: str) -> int:
    """Return a count that the page sent, 0 for anything else."""
    sent = request.POST.get(name, "")
    return min(int(sent), LARGEST) if sent.isascii() and sent.isdecimal() and len(sent) < 20 else 0


def addresses(site: AdminSite) -> list[URLPattern]:
    """Return the addresses of these doors, for the admin of stories."""
    person = site.admin_view(partial(person_view, site=site))
    return [
        path("sign-in/", never_cache(require_POST(signin.sign_in_view)), name="articles_article_sign_in"),
        path("autosave/", door(autosave_view, site), name="articles_article_autosave_new"),
        path("autosave/<int:pk>/", site.admin_view(partial(unsaved_view, site=site)), name="articles_article_unsaved"),
        path("<int:object_id>/autosave/", door(autosave_view, site), name="articles_article_autosave"),
        path("<int:object_id>/presence/", door(presence_view, site), name="articles_article_presence"),
        path("<int:object_id>/person/<int:user_id>/", person, name="articles_article_person"),
    ]
