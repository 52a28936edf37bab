"""Counts the queries of a process that has been running for a while, whatever test came first."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType

Counter = Callable[..., Any]


@pytest.fixture
def django_assert_max_num_queries(db: None, django_assert_max_num_queries: Counter) -> Counter:
    """Fetch what Django keeps for as long as the process lives, as its first pages do, before anything is counted."""
    ContentType.objects.get_for_models(*apps.get_models())
    return django_assert_max_num_queries


@pytest.fixture
def django_assert_num_queries(db: None, django_assert_num_queries: Counter) -> Counter:
    """Do the same before an exact count."""
    ContentType.objects.get_for_models(*apps.get_models())
    return django_assert_num_queries
