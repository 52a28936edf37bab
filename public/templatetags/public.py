"""What the readers' templates need beyond Django: times in the site's zone, pictures in all sizes, the story's text.
One of the few places that mark HTML safe: the text was sanitised when it was published, all else is escaped here."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django import template
from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from articles.models.version import Version
from articles.richtext import Figure, with_figures
from images.models import Image, Rendition
from newsroom.lib.clock import relative
from newsroom.lib.html import text_of
from newsroom.lib.text import reading_minutes, slugify
from public.caching import language_tag
from public.pictures import nearest

register = template.Library()
TABLE_EDGE = re.compile(r"</?table>")
TABLE_BOX = '<div class="table-scroll" role="region" tabindex="0" aria-label="Table">'

# Best compression first: a browser takes the first source it can show
FORMATS = ("image/avif", "image/webp")
FALLBACK = "image/jpeg"
TEXT_SIZES = "(min-width: 760px) 42rem, 100vw"
WIDE_SIZES = "(min-width: 1000px) 960px, 100vw"
FEED_PICTURE_PX = 1200
SUB_HEAD_PREFIX = "part-"
_SUB_HEAD = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)


@register.filter(expects_localtime=True)
def day_time(moment: datetime) -> str:
    """Write "16 November 2025, 09:12 GMT"."""
    return date_format(moment, "j F Y, H:i T")


@register.filter(expects_localtime=True)
def clock_time(moment: datetime) -> str:
    """Write "11:40 GMT"."""
    return date_format(moment, "H:i T")


@register.filter(expects_localtime=True)
def day(moment: datetime) -> str:
    """Write "16 November 2025"."""
    return date_format(moment, "j F Y")


@register.filter(expects_localtime=True)
def iso(moment: datetime) -> str:
    """Write ISO 8601 with offset, to the second."""
    return moment.isoformat(timespec="seconds")


@register.filter(expects_localtime=True)
def ago(moment: datetime) -> str:
    """Write "38 minutes ago" within a day, then the day."""
    now = timezone.now()
    return relative(moment, now) if moment <= now < moment + timedelta(hours=24) else day(moment)


@register.filter
def minutes(words: int, language: str) -> int:
    """Estimate how many minutes a text of `words` takes to read."""
    return reading_minutes(words, language)


@register.filter
def safe_body(body: str, language: str = "") -> SafeString:
    """Return a published body with an id on each sub-head, so that it can be linked to.

    `body` is a Version's: sanitised when it was frozen. Sub-heads in a script without a table for addresses are
    numbered, and so is one that repeats another.
    """
    seen: defaultdict[str, int] = defaultdict(int)

    def with_id(match: re.Match[str]) -> str:
        name = slugify(text_of(match[1]), max_length=60)
        seen[name] += 1
        number = f"-{seen[name]}" if seen[name] > 1 else ""
        return f'<h2 id="{SUB_HEAD_PREFIX}{name}{number}">{match[1]}</h2>'

    return mark_safe(_SUB_HEAD.sub(with_id, body))  # sanitised when published; the id is a slug


@register.simple_tag
def story_body(story: Version) -> SafeString:
    """Return the story's text, opened by its dateline, with its pictures in all sizes."""
    return _text(story, figure)


def feed_body(story: Version) -> SafeString:
    """Return the story's text as feeds carry it: of each picture one size, with its whole address."""
    return _text(story, feed_figure)


def _text(story: Version, make_figure: Callable[[Version, Figure, Image], SafeString]) -> SafeString:
    def made(placed: Figure) -> str:
        image = story.images_in_body.get(placed.image_id)
        return make_figure(story, placed, image) if image else ""

    body = tables_that_scroll(safe_body(with_figures(story.body, made), story.language))
    if not story.dateline:
        return body
    dateline = format_html('<span class="dateline">{}</span>', story.dateline.upper())
    if body.startswith("<p>"):
        return mark_safe(f"<p>{dateline} – {body.removeprefix('<p>')}")  # both parts are safe
    return mark_safe(f"<p>{dateline}</p>{body}")  # both parts are safe


def figure(story: Version, placed: Figure, image: Image) -> SafeString:
    """Return a picture inside the text with caption and credit, as they were when the story was published."""
    shape = "is-portrait" if image.height_px > image.width_px else "is-wide" if placed.is_wide else ""
    sizes = WIDE_SIZES if shape == "is-wide" else TEXT_SIZES
    shown = picture(image, alt=placed.alt, sizes=sizes)
    return format_html('<figure class="{}">{}{}</figure>', f"story-figure {shape}".strip(), shown, _line(story, placed))


def feed_figure(story: Version, placed: Figure, image: Image) -> SafeString:
    """Return a picture inside the text for a feed: the JPEG nearest to the width readers show."""
    shown = nearest(image, FEED_PICTURE_PX) or image
    img = format_html(
        '<img src="{}" width="{}" height="{}" alt="{}">',
        settings.SITE_URL + shown.file.url, shown.width_px, shown.height_px, placed.alt,
    )  # fmt: skip
    return format_html("<figure>{}{}</figure>", img, _line(story, placed))


def _line(story: Version, placed: Figure) -> SafeString:
    """Return the caption and the credit under a picture, nothing when it has neither."""
    printed = {one["id"]: one["credit"] for one in story.body_pictures}
    credit = printed.get(placed.image_id, "")
    language = language_tag(settings.LANGUAGE_CODE)
    parts = [mark_safe(placed.caption)] if placed.caption else []  # part of the sanitised body
    if credit:
        parts.append(format_html('<bdi class="credit" lang="{}">Picture: {}</bdi>', language, credit))
    return format_html("<figcaption>{}</figcaption>", mark_safe(" ".join(parts))) if parts else SafeString()


def tables_that_scroll(body: SafeString) -> SafeString:
    """Give each table a box that scrolls on a narrow screen, by keyboard too (WCAG 2.1.1); one inside needs none."""
    depth = 0

    def boxed(match: re.Match[str]) -> str:
        nonlocal depth
        if match[0] == "<table>":
            depth += 1
            return f"{TABLE_BOX}<table>" if depth == 1 else match[0]
        depth -= 1
        return "</table></div>" if depth == 0 else match[0]

    return mark_safe(TABLE_EDGE.sub(boxed, body))  # the body is safe, and what is added is fixed


@register.simple_tag
def picture(image: Image, *, alt: str = "", sizes: str = "100vw", lead: bool = False, **attributes: Any) -> SafeString:
    """Return a picture element with every uncropped size of `image`; `renditions` should be prefetched.

    `lead` loads it first and at once, all others when the reader comes near. A picture whose sizes are not made yet
    shows the file as it came.
    """
    sizes_of: defaultdict[str, list[Rendition]] = defaultdict(list)
    for rendition in image.renditions.all():
        if not rendition.ratio:
            sizes_of[rendition.mime].append(rendition)
    sources = format_html_join(
        "",
        '<source type="{}" srcset="{}" sizes="{}">',
        ((mime, _srcset(sizes_of[mime]), sizes) for mime in FORMATS if sizes_of[mime]),
    )
    img = _img(image, sizes_of[FALLBACK], alt, sizes, lead, attributes)
    return format_html("<picture>{}{}</picture>", sources, img)


def _img(
    image: Image, renditions: list[Rendition], alt: str, sizes: str, lead: bool, attributes: dict[str, Any]
) -> SafeString:
    largest = max(renditions, key=lambda one: one.width_px, default=None)
    shown = largest or image
    described = {
        "src": shown.file.url,
        "width": shown.width_px,
        "height": shown.height_px,
        "alt": alt,
        **({"srcset": _srcset(renditions), "sizes": sizes} if largest else {}),
        **({"fetchpriority": "high"} if lead else {"loading": "lazy", "decoding": "async"}),
        **attributes,
        "class": f"{attributes.get('class', '')} focus-{image.focal_position}".strip(),
    }
    return format_html("<img {}>", format_html_join(" ", '{}="{}"', described.items()))


def _srcset(renditions: list[Rendition]) -> str:
    ordered = sorted(renditions, key=lambda one: one.width_px)
    return ", ".join(f"{one.file.url} {one.width_px}w" for one in ordered)
