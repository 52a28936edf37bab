"""The addresses of stories: a free one at first publication, another one later. What readers once found they find
again: every former address leads to the story, so directly to where it is now."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles import versions, workflow
from articles.models import Article, FormerAddress, Version
from articles.states import Verb
from articles.workflow import WorkflowError
from newsroom.lib.text import clean_line, slugify


def readdress(article: Article, *, by: User, slug: str, note: str = "", now: datetime | None = None) -> Version:
    """Move a story that has been public to another last part of its address, in the folder of the same day.

    Readers keep what they have: text that waits is not sent out. Raises WorkflowError: bad_address, when the new one is
    the old one, no address, or that of another story, even a former one.
    """
    now = now or timezone.now()
    row = workflow.check(article, Verb.READDRESS, by=by)
    old = article.path or ""
    new = f"{old.rpartition('/')[0]}/{_wanted(slug)}"
    if new == old:
        raise WorkflowError("bad_address", "That is its address already.")
    if _is_taken(new, article):
        raise WorkflowError("bad_address", "Another story has or had that address. Choose another one.")
    current = Version.objects.current(article.pk)
    facts = {"path": new, "slug": new.rsplit("/", 1)[1], "published_revision": article.published_revision}
    try:
        with transaction.atomic():
            workflow.claim(article)
            version = versions.copy(current, path=new, by=by, now=now)
            workflow.move(article, row, by=by, now=now, note=note, version=version, facts=facts)
            _retire(article, old, now)
            FormerAddress.objects.filter(path=new).delete()
    except IntegrityError as error:  # another story took the address in this very moment
        raise WorkflowError("changed", "Another story took that address. Choose another one.") from error
    return version


def go_back(article: Article, *, to: str, now: datetime) -> None:
    """Note that the story stands at an older address again, inside the transaction that undoes its move."""
    _retire(article, article.path or "", now)
    FormerAddress.objects.filter(path=to).delete()


def forget(article: Article) -> None:
    """Drop what led to a story that was never public, inside the transaction that undoes its publication."""
    FormerAddress.objects.filter(article=article).delete()


def free_path(article: Article, now: datetime) -> str:
    """Return `yyyy/mm/dd/slug` for today in the newsroom's zone, counting up while another story has it or had it."""
    day = timezone.localtime(now, timezone.get_default_timezone()).strftime("%Y/%m/%d")
    base = article.slug or slugify(article.headline)
    slug, count = base, 1
    while _is_taken(f"{day}/{slug}", article):
        count += 1
        slug = f"{base[:74]}-{count}"
    return f"{day}/{slug}"


def _wanted(slug: str) -> str:
    if not clean_line(slug):
        raise WorkflowError("bad_address", "Write the new last part of the address.")
    return slugify(slug)


def _is_taken(path: str, article: Article) -> bool:
    others = Article.objects.filter(path=path).exclude(pk=article.pk)
    return others.exists() or FormerAddress.objects.filter(path=path).exclude(article=article).exists()


def _retire(article: Article, path: str, now: datetime) -> None:
    FormerAddress.objects.update_or_create(path=path, defaults={"article": article, "retired_at": now})
