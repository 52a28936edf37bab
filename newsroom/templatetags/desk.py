"""Times, chips, messages and errors on the desk's screens: the newsroom's zone is shown, with UTC beside it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from django import template
from django.contrib.messages.storage.base import Message
from django.forms import BaseForm
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles import marks
from articles.admin import panel, undoable
from articles.models import Article
from newsroom.lib import clock

register = template.Library()


@register.simple_tag
def chip(article: Article) -> SafeString:
    """Return the story's state chip."""
    return panel.chip(article)


@register.simple_tag
def undo_of(message: Message) -> undoable.Undo | None:
    """Return how to undo what a message tells of, None where nothing does."""
    return undoable.undo_of(message)


@register.simple_tag
def first_error(form: BaseForm, inlines: Iterable[Any] = ()) -> SafeString | str:
    """Return a link to the first field with an error, in the form or in the rows under it; nothing without one."""
    rows = [row for inline in inlines for row in inline.formset.forms]
    for each in (form, *rows):
        for field in each:
            if field.errors and not field.is_hidden:
                return format_html('<a href="#{}">Go to the first error</a>', field.id_for_label or field.auto_id)
    return ""


@register.filter
def newsroom_time(instant: datetime) -> SafeString:
    """Return a `<time>` in the newsroom's zone, with how far away it is and the same in UTC."""
    local = timezone.localtime(instant)
    words = f"{local.day} {local:%B %Y, %H:%M %Z}"
    away = clock.relative(instant, timezone.now())
    return format_html(
        '<time datetime="{}">{}</time> ({}, {} UTC)', instant.isoformat(), words, away, utc_clock(instant)
    )


@register.filter
def ago_words(instant: datetime) -> SafeString:
    """Return a `<time>` that says how long ago, with the full time for a pointer."""
    local = timezone.localtime(instant)
    title = f"{local:%d %b %Y, %H:%M %Z}"
    words = clock.relative(instant, timezone.now())
    return format_html('<time datetime="{}" title="{}">{}</time>', instant.isoformat(), title, words)


@register.filter
def utc_clock(instant: datetime) -> str:
    """Return hours and minutes in UTC."""
    return f"{instant.astimezone(UTC):%H:%M}"


@register.filter
def short_time(instant: datetime, now: datetime) -> str:
    """Return the newsroom's time of an instant, with the day unless it is today."""
    return marks.short_time(instant, now)


@register.filter
def countdown(instant: datetime, now: datetime) -> str:
    """Return how far away an instant is: "in 2 h 10 min"."""
    return clock.relative(instant, now)
