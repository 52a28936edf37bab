"""What time brings: every second, do what is due. The row is the truth; a job that dies is simply due again.
This loop is the one place that catches every error, so that one failing item never stops the next."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import datetime
from functools import partial
from time import monotonic
from typing import TypeVar

from django.db import close_old_connections
from django.utils import timezone

from articles import presence, publishing, recovery
from images import renditions
from newsroom.models import Heartbeat
from public import search

logger = logging.getLogger(__name__)
TICK_SECONDS = 1.0
BEAT_SECONDS = 5.0  # at the latest, while many stories go out
T = TypeVar("T")


def publish_due_stories(now: datetime | None = None) -> int:
    """Publish each due story on its own; return how many went out. Without `now`, each has the time it goes out at,
    which matters when a thousand are due at once; between them the worker leaves its heartbeat, for it is well."""
    count, beat_at = 0, monotonic()
    for article_id in publishing.due(now or timezone.now()):
        if monotonic() - beat_at > BEAT_SECONDS:
            attempt("leave a heartbeat", partial(Heartbeat.beat, timezone.now()))
            beat_at = monotonic()
        job = partial(publishing.publish_due, article_id, now=now or timezone.now())
        version = attempt(f"publish story {article_id}", job)
        count += version is not None
    return count


def tick(now: datetime | None = None) -> None:
    """Do everything that is due at `now`, and leave a heartbeat."""
    attempt("publish due stories", partial(publish_due_stories, now))
    now = now or timezone.now()
    attempt("update the search index", partial(search.follow, now))
    attempt("make renditions", partial(renditions.make_missing, now, limit=2))
    attempt("forget who has left", partial(presence.prune, now))
    attempt("drop unsaved text nobody came back for", partial(recovery.prune, now))
    attempt("leave a heartbeat", partial(Heartbeat.beat, now))


def attempt(what: str, job: Callable[[], T]) -> T | None:
    """Run one job; log what it raised, with the traceback, and return None."""
    try:
        return job()
    except Exception:
        logger.exception("Job failed: %s", what)
        return None


def run(stop: threading.Event) -> None:
    """Tick until `stop` is set."""
    logger.info("Worker started")
    while not stop.is_set():
        tick()
        close_old_connections()
        stop.wait(TICK_SECONDS)
    logger.info("Worker stopped")
