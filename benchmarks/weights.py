"""How much does a page of the demo weigh on the wire, and does it keep still while it loads? A real server, a real
browser with an empty cache, and fonts that come late."""

from __future__ import annotations

import os
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from playwright.sync_api import Browser, Route, sync_playwright

from articles.models import Section, Version
from benchmarks import FOLDER, database
from benchmarks.report import Table, judged, machine
from images.renditions import make_missing
from newsroom.management.commands.serve import knock, site_command
from newsroom.testing.browser import OPTIONS

KB = 1024
KINDS = ("HTML", "CSS", "JS", "Fonts", "Pictures")
ARTICLE_KB = {"HTML": 25, "CSS": 14, "JS": 15, "Fonts": 90, "Pictures": 120}
LIST_KB = {"HTML": 35, "CSS": 14, "JS": 15, "Fonts": 90, "Pictures": 180}
TOTAL_KB = {"Story": 300, "Longest story": 300, "Front": 400, "Section": 400}
SHIFT_LIMIT = 0.05
PHONE, DESK = (390, 844), (1280, 800)
FONT_DELAY_SECONDS = 0.7
PATIENCE_SECONDS = 30
NOTE = (
    "KB of bodies as they were sent (gzip or brotli), with an empty cache, before anything was scrolled; figures above "
    "their budget are bold. Pictures are those a phone of 390 px loads at double density."
)
SHIFT_NOTE = (
    f"Cumulative layout shift, limit {SHIFT_LIMIT}: the page loads with every font {FONT_DELAY_SECONDS} s late, and is "
    "then scrolled to its end. All shifts are added up, which is never less than the browser's own largest window."
)
SENT = """() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .map(entry => [entry.entryType, entry.name, entry.encodedBodySize])"""
WATCH_SHIFTS = """() => {
    window.shifts = [];
    new PerformanceObserver(list => list.getEntries().forEach(entry => window.shifts.push(entry.value)))
        .observe({type: 'layout-shift', buffered: true});
}"""
SCROLL = """async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
        scrollTo(0, y);
        await new Promise(resolve => setTimeout(resolve, 60));
    }
}"""


@dataclass(frozen=True, slots=True)
class Visit:
    """What one browser received: bytes by kind."""

    sent: Counter[str]

    @property
    def total_kb(self) -> float:
        return self.sent.total() / KB


def addresses() -> dict[str, str]:
    """Return the pages in the table's order."""
    with_picture = Version.objects.live().filter(picture__isnull=False)
    section = Section.objects.get(slug="world", parent=None)
    return {
        "Story": with_picture[0].get_absolute_url(),
        "Longest story": with_picture.order_by("-word_count")[0].get_absolute_url(),
        "Front": "/",
        "Section": section.get_absolute_url(),
    }


def new() -> None:
    """Load the demo with all sizes of its pictures into a new database."""
    database.use_new("demo")
    call_command("demo", stdout=subprocess.DEVNULL and open(os.devnull, "w"))
