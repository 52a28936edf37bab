"""How much does a page of the demo weigh on the wire, and does it keep still while it loads? A real server, a real
browser with an empty cache, and fonts that come late."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from playwright.sync_api import Browser, BrowserContext, Route, sync_playwright

from articles.models import Section, Version
from benchmarks import database
from benchmarks.report import Table, judged, machine
from images.renditions import make_missing
from newsroom.demo.loader import Demo
from newsroom.management.commands.serve import knock, site_command
from newsroom.testing.browser import OPTIONS

KB = 1024
KINDS = {"": "HTML", ".css": "CSS", ".js": "JS", ".woff2": "Fonts"}  # by the end of the address; all else is pictures
STORY_KB = {"HTML": 25, "CSS": 14, "JS": 15, "Fonts": 90, "Pictures": 120, "Total": 300}
LIST_KB = {"HTML": 35, "CSS": 14, "JS": 15, "Fonts": 90, "Pictures": 180, "Total": 400}
BUDGETS = {"Story": STORY_KB, "Longest story": STORY_KB, "Front": LIST_KB, "Section": LIST_KB}
SHIFT_LIMIT = 0.05
SIZES = {"390 px": (390, 844), "1280 px": (1280, 800)}
PIXEL_RATIO = {"390 px": 2, "1280 px": 1}
FONT_DELAY_SECONDS = 0.7
PATIENCE_SECONDS = 30
NOTE = (
    "KB of bodies as they were sent (gzip or brotli) to a phone, 390 px wide at double density, with an empty cache "
    "and before anything was scrolled; each beside its budget, and bold when it is above. The Latin fonts are "
    "within it, italics included; a page with a word in Cyrillic loads the fonts for that, too."
)
SHIFT_NOTE = (
    f"Each page loads with an empty cache and every font {FONT_DELAY_SECONDS} s late, and is then scrolled to its end. "
    "All layout shifts are added up, which is never less than the largest window that browsers report."
)
SENT = """() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
    .map(entry => [entry.name, entry.encodedBodySize])"""
WATCH_SHIFTS = """
    window.shifts = [];
    new PerformanceObserver(list => list.getEntries().forEach(entry => window.shifts.push(entry.value)))
        .observe({type: 'layout-shift', buffered: true});"""
SCROLL = """async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
        scrollTo(0, y);
        await new Promise(resolve => setTimeout(resolve, 80));
    }
}"""


def new() -> None:
    """Load the demo, with all sizes of its pictures, into a new database."""
    database.use_new("demo")
    Demo().load()
    while make_missing(timezone.now()):
        pass


def addresses() -> dict[str, str]:
    """Return the pages in the table's order."""
    with_picture = Version.objects.live().filter(picture__isnull=False)
    return {
        "Story": with_picture[0].get_absolute_url(),
        "Longest story": with_picture.order_by("-word_count")[0].get_absolute_url(),
        "Front": "/",
        "Section": Section.objects.get(slug="world", parent=None).get_absolute_url(),
    }


def measure() -> list[Table]:
    pages = addresses()
    weights = Table("Weight of pages", ["Page", *STORY_KB], NOTE)
    shifts = Table("Layout shift", ["Page", *SIZES], SHIFT_NOTE)
    program = os.environ.get("NEWSROOM_CHROMIUM") or shutil.which("chromium")
    with server(), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=OPTIONS)
        for name, path in pages.items():
            sent = _sent(browser, path)
            weights.add(name, *(judged(sent[kind] / KB, limit) for kind, limit in BUDGETS[name].items()))
            moved = [_shift(browser, path, size) for size in SIZES]
            shifts.add(name, *(judged(one, SHIFT_LIMIT, digits=3) for one in moved))
        browser.close()
    return [weights, shifts]


@contextmanager
def server() -> Iterator[None]:
    """Run the site as production does, on the database in use, and end it."""
    url = urlsplit(settings.SITE_URL)
    command = [*site_command("127.0.0.1", url.port or 80)[:-1], "benchmarks.site:application"]
    environment = {**os.environ, "DATABASE_URL": database.address()}
    process = subprocess.Popen(command, env=environment, cwd=settings.BASE_DIR)
    try:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while knock("127.0.0.1", url.port or 80) != 200:
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError("The site does not answer; the lines above may say why.")
            time.sleep(0.2)
        yield
    finally:
        process.terminate()
        process.wait(PATIENCE_SECONDS)


def _sent(browser: Browser, path: str) -> Counter[str]:
    """Return the bytes of a first visit by kind, and their total."""
    context = _window(browser, "390 px")
    page = context.new_page()
    page.goto(path, wait_until="networkidle")
    sent: Counter[str] = Counter()
    for address, size in page.evaluate(SENT):
        sent[KINDS.get(PurePosixPath(urlsplit(address).path).suffix, "Pictures")] += size
    sent["Total"] = sent.total()
    context.close()
    return sent


def _shift(browser: Browser, path: str, size: str) -> float:
    context = _window(browser, size)
    context.add_init_script(WATCH_SHIFTS)
    context.route("**/*.woff2", _late)
    page = context.new_page()
    page.goto(path, wait_until="networkidle")
    page.evaluate(SCROLL)
    page.wait_for_load_state("networkidle")
    moved = float(sum(page.evaluate("window.shifts")))
    context.close()
    return moved


def _window(browser: Browser, size: str) -> BrowserContext:
    width, height = SIZES[size]
    return browser.new_context(
        base_url=settings.SITE_URL,
        viewport={"width": width, "height": height},
        device_scale_factor=PIXEL_RATIO[size],
        reduced_motion="reduce",
    )


def _late(route: Route) -> None:
    time.sleep(FONT_DELAY_SECONDS)
    route.continue_()


if __name__ == "__main__":
    new()
    print(*measure(), machine(), sep="\n\n")
