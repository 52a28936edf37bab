"""What lies on the demo's desk beside finished stories: planned lines, assignments, notes and rules of style."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from django.contrib.auth.models import User

from articles import drafting, noting
from articles.models import Article, Note, Section, StyleRule
from newsroom.demo.data import FOLDER

PLANNING = ("commissioned_words", "needs_picture", "needs_legal", "urgency")


def load(now: datetime) -> None:
    """Make what is missing; `now` is when the demo is loaded, deadlines are hours after it."""
    plan: dict[str, list[dict[str, Any]]] = json.loads((FOLDER / "desk.json").read_text(encoding="utf-8"))
    people = {user.username: user for user in User.objects.all()}
    for user in people.values():
        user.is_active = True  # not saved: a demo whose logins are shut is loaded by the same verbs
    for row in plan["planned"]:
        _plan(row, people, now)
    for row in plan["assigned"]:
        _assign(row, people, now)
    for row in plan["notes"]:
        _note(row, people, now)
    for row in plan["style"]:
        values = {name: value for name, value in row.items() if name not in {"pattern", "language"}}
        StyleRule.objects.get_or_create(pattern=row["pattern"], language=row["language"], defaults=values)


def _plan(row: dict[str, Any], people: dict[str, User], now: datetime) -> None:
    if Article.objects.filter(slugline=row["slugline"]).exists():
        return
    changes = {
        **_planning(row, people, now),
        "slugline": row["slugline"],
        "budget_line": row["budget_line"],
        "section": Section.objects.get(slug=row["section"], parent=None),
    }
    drafting.create_draft(changes, by=people["ed"], now=now - timedelta(hours=2))


def _assign(row: dict[str, Any], people: dict[str, User], now: datetime) -> None:
    article = Article.objects.get(slug=row["slug"])
    if article.assignee is None:
        changes = _planning(row, people, now)
        drafting.save_draft(
            article, changes, by=people["ed"], base_revision=article.revision_number, now=now - timedelta(hours=1)
        )


def _planning(row: dict[str, Any], people: dict[str, User], now: datetime) -> dict[str, Any]:
    due_at = (now + timedelta(hours=row["due_hours"])).replace(minute=0, second=0, microsecond=0)
    return {
        **{name: row[name] for name in PLANNING if name in row},
        "assignee": people.get(row["assignee"] or ""),
        "due_at": due_at,
    }


def _note(row: dict[str, Any], people: dict[str, User], now: datetime) -> None:
    article = Article.objects.get(slug=row["slug"])
    if Note.objects.filter(article=article).exists():
        return
    at = now - timedelta(minutes=40)
    note = noting.add(article, row["text"], by=people[row["by"]], is_must=row["is_must"], now=at)
    if row.get("answer"):
        noting.add(article, row["answer"], by=people["rita"], parent=note, now=at + timedelta(minutes=15))
