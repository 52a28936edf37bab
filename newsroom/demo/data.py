"""The demo's rows of sections, people, sources and tags, and whether the newsroom still wants them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.contrib.auth.models import User

from articles.models import Article
from fronts.models import Front

FOLDER = Path(__file__).parent


def rows(name: str) -> list[dict[str, Any]]:
    """Return the rows of one data file."""
    result: list[dict[str, Any]] = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    return result


def is_wanted() -> bool:
    """Tell whether the newsroom is empty, or holds a demo that was stopped before its last step, the front."""
    was_begun = User.objects.filter(username__in=[row["username"] for row in rows("people.json")]).exists()
    return not Article.objects.exists() or (was_begun and not Front.objects.exists())
