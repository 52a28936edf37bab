"""Problems with screens, as people report them: what is kept, and how many one person may send."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from audit import recording
from newsroom.lib.text import clean_line
from newsroom.models import ProblemReport

MOST_A_DAY = 50
LONGEST = {"address": 500, "text": 2000, "browser": 300}
_SIZE = re.compile(r"\d{2,5} × \d{2,5}", re.ASCII)
_PATH = re.compile(r"[!-\[\]-~]*")  # what an address consists of once it is encoded; no backslash


class ProblemError(Exception):
    """A report that is not kept; it says why, and what to do."""


def own_address(text: str) -> str:
    """Return the address of a screen of the desk as it is, and nothing for any other text."""
    is_ours = text.startswith(reverse("admin:index")) and _PATH.fullmatch(text)
    return text[: LONGEST["address"]] if is_ours else ""


def report(
    text: str, *, by: User, address: str = "", browser: str = "", window: str = "", now: datetime | None = None
) -> ProblemReport:
    """Keep what `by` says is wrong, and log it. What is no address of the desk and no size of a window is left out.

    Raises ProblemError for no words, for too many words, and after MOST_A_DAY in 24 hours.
    """
    now = now or timezone.now()
    words = "\n".join(clean_line(line) for line in text.splitlines()).strip()
    if not words:
        raise ProblemError("Write what is wrong. Nothing was kept.")
    if len(words) > LONGEST["text"]:
        raise ProblemError(f"Write at most {LONGEST['text']} characters. Nothing was kept.")
    sent = ProblemReport.objects.filter(by=by, at__gt=now - timedelta(days=1))[:MOST_A_DAY]
    if len(sent.values_list("pk")) >= MOST_A_DAY:
        raise ProblemError(
            f"You have reported {MOST_A_DAY} problems in 24 hours, and this one was not kept. Tell those who run the "
            "desk, or send it tomorrow."
        )
    with transaction.atomic():
        row = ProblemReport.objects.create(
            at=now,
            by=by,
            address=own_address(address),
            text=words,
            browser=clean_line(browser)[: LONGEST["browser"]],
            window=window if _SIZE.fullmatch(window) else "",
        )
        recording.added(row, by=by)
    return row
