"""The action bar and the side panel of the story screen: checklist, numbers, wire, versions, history.
Apps above this one add sections of their own with register()."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles import pictures, readiness
from articles.admin import moves
from articles.models import Article
from articles.permissions import Person
from articles.richtext import clean_body
from articles.states import STAGE_LABELS, STATUS_LABELS, Move, Stage, Status, Verb
from newsroom.lib.html import text_of
from newsroom.lib.text import reading_minutes, word_count

Section = Callable[[Article, Person], SafeString | str]
_sections: list[Section] = []
PRIMARY = (Verb.PUBLISH, Verb.UPDATE, Verb.REPUBLISH, Verb.SUBMIT, Verb.UNSPIKE)
BESIDE = (Verb.SEND_BACK, Verb.APPROVE, Verb.CORRECT)


def register(section: Section) -> Section:
    """Add a section to the side panel, also as a decorator: from story and person to safe HTML; empty stays out."""
    if section not in _sections:
        _sections.append(section)
    return section


def chip(article: Article) -> SafeString:
    """Return the story's state in a word or two, with a class for its colour."""
    name, label = chip_words(article)
    return format_html('<span class="chip chip-{}">{}</span>', name, label)


def chip_words(article: Article) -> tuple[str, str]:
    """Return the class and the words of a story's chip; what stops it counts more than where it lies."""
    now = timezone.now()
    if article.is_held:
        return "held", "On hold"
    if article.embargo_is_open or (article.embargo_until and article.embargo_until > now):
        return "embargo", "Embargo"
    if article.publish_at:
        return ("alarm", "Not published") if article.schedule_problem else ("scheduled", "Scheduled")
    if article.status == Status.PUBLISHED and article.has_unpublished_changes:
        return "changed", "Live, changes waiting"
    if article.status != Status.DRAFT:
        return ("live" if article.status == Status.PUBLISHED else article.status), STATUS_LABELS[Status(article.status)]
    if article.stage == Stage.WRITING:
        return "draft", "Draft"
    return article.stage.replace("_", "-"), STAGE_LABELS[Stage(article.stage)]


def context(article: Article, user: Person) -> dict[str, Any]:
    """Return what the action bar and the side panel show."""
    now = timezone.now()
    words = word_count(text_of(article.body))
    found = readiness.problems(article, now=now)
    bar = action_bar(moves.offered(article, user), article)
    return {
        "chip": chip(article),
        "bar": bar,
        "live_url": f"/{article.path}/" if article.status == Status.PUBLISHED else "",
        "reading_body": reading_body(article),
        "reading_authors": [byline.author.name for byline in article.bylines.select_related("author")],
        "reading_tags": [tag.name for tag in article.tags.all()],
        "problems": found,
        "blocking_count": sum(problem.level == "blocks" for problem in found),
        "word_count": words,
        "reading_minutes": reading_minutes(words, article.language) if words else 0,
        "panel_sections": [html for html in (section(article, user) for section in _sections) if html],
        "versions": list(article.versions.select_related("published_by").order_by("-number")[:12]),
        "history": list(article.history.select_related("by")[:20]),
        "revisions": list(article.revisions.select_related("saved_by").defer("snapshot")[:12]),
    }


def reading_body(article: Article) -> SafeString:
    """Return the body for someone who may not edit it, cleaned once more before it is marked safe."""
    return SafeString(pictures.shown(clean_body(article.body)))


def action_bar(rows: list[Move], article: Article) -> dict[str, Any]:
    """Sort the offered moves into one primary button, a few beside it and the rest under More."""
    by_verb = {row.verb: row for row in rows}
    primary = next((by_verb[verb] for verb in PRIMARY if verb in by_verb), None)
    if primary and primary.verb == Verb.UPDATE and not article.has_unpublished_changes:
        primary = None
    beside = [by_verb[verb] for verb in BESIDE if verb in by_verb]
    rest = [row for row in rows if row is not primary and row not in beside]
    return {"primary": primary, "beside": beside, "more": rest}
