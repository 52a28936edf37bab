"""What tests of verbs share: expecting a refusal by its code, and reading rows back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

import pytest

from articles.models import Article
from articles.workflow import WorkflowError

NOW = datetime(2026, 11, 3, 10, 0, tzinfo=UTC)


@contextmanager
def refused(code: str) -> Iterator[pytest.ExceptionInfo[WorkflowError]]:
    """Expect a WorkflowError with `code`."""
    with pytest.raises(WorkflowError) as caught:
        yield caught
    assert caught.value.code == code, str(caught.value)
    assert str(caught.value).endswith((".", "?", "…")), "A refusal is a sentence."


def row(article: Article) -> dict[str, Any]:
    """Return the story's row as the database has it."""
    return Article.objects.filter(pk=article.pk).values().get()


def fresh(article: Article) -> Article:
    """Return the story as another request would load it."""
    return Article.objects.get(pk=article.pk)


def verbs_of(article: Article) -> list[str]:
    """Return the verbs of the story's history, oldest first."""
    return list(article.history.order_by("id").values_list("verb", flat=True))
