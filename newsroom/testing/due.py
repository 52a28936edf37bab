"""Many stories due at once, some of which cannot go out, and a real worker: for the clock's test and benchmark."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from articles import drafting, publishing
from articles.models import Article, Byline, HistoryEntry, Revision
from images.models import Image
from newsroom.testing.factories import make_author, make_draft, make_image, make_source, make_tag, make_user
from newsroom.testing.processes import start


def plan(count: int, publish_at: datetime) -> list[Article]:
    """Return `count` stories scheduled for one time: the first by the verbs, the others like it, written together."""
    ed = make_user("ed")
    first = make_draft(ed, authors=[make_author()], tags=[make_tag()], source=make_source(), picture=make_image())
    publishing.schedule(first, by=ed, publish_at=publish_at)
    others = [_like(first, number) for number in range(1, count)]
    Article.objects.bulk_create(others)
    Byline.objects.bulk_create(Byline(article=each, author=make_author()) for each in others)
    kept = Revision.objects.get(article=first)
    Revision.objects.bulk_create(_again(kept, article=each) for each in others)
    told = list(HistoryEntry.objects.filter(article=first).order_by("id"))
    HistoryEntry.objects.bulk_create(_again(entry, article=each) for each in others for entry in told)
    for each in others:
        each.tags.add(make_tag())
    return [first, *others]


def _like(first: Article, number: int) -> Article:
    return _again(
        first, uuid=uuid.uuid4(), headline=f"Ferry number {number} of the thousand leaves the harbour at dawn"
    )


def _again(row: Any, **changes: Any) -> Any:
    values = {
        field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if not field.primary_key
    }
    again = type(row)(**values)
    for name, value in changes.items():
        setattr(again, name, value)
    return again


def break_five(stories: list[Article]) -> set[int]:
    """Make five of them fail, each for a reason of its own."""
    held, marked, empty, bare, homeless = stories[100:600:100]
    drafting.hold(held, by=make_user("chloe"), note="Lawyers read it.")
    broken: dict[Article, dict[str, Any]] = {
        marked: {"body": f"{marked.body}<p>TK</p>"},
        empty: {"standfirst": ""},
        bare: {"picture": Image.objects.get(pk=make_image(credit="").pk)},
        homeless: {"section": None},
    }
    for story, changes in broken.items():
        drafting.save_draft(story, changes, by=make_user("ed"), base_revision=story.revision_number)
    return {story.pk for story in (held, *broken)}


@contextmanager
def worker() -> Iterator[Any]:
    """Run a worker of its own process until the block ends; it is killed then."""
    process = start("manage.py", "worker")
    try:
        yield process
    finally:
        process.kill()
        process.wait()
