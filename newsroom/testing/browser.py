"""Pytest fixtures for tests in a real browser. A page that logs an error, breaks its content security policy or asks
another host for anything fails the test that opened it; what it looked like is kept in var/failed."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, sync_playwright

from newsroom.testing.server import LiveSite

NEEDS_A_BROWSER = frozenset({"chromium", "context", "page"})
OUTCOME = pytest.StashKey[bool]()
PATIENCE_MS = 15_000
INSIDE = frozenset({"data", "blob", "about", "chrome", "chrome-error", "devtools"})
AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# No rule of these reads style sheets, and axe would ask for what they import at a wrong address
RUN_AXE = """tags => axe.run(document, {
  runOnly: {type: 'tag', values: tags}, resultTypes: ['violations'], preload: {assets: ['media']},
})"""
OPTIONS = [
    "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
]  # fmt: skip


@dataclass
class Troubles:
    """What went wrong in the pages of one test: fixture `troubles`. A test that provokes something says so."""

    origin: str
    found: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def expect(self, *parts: str) -> None:
        """Do not count troubles whose text contains one of these."""
        self.expected += parts

    def unexpected(self) -> list[str]:
        return [trouble for trouble in self.found if not any(part in trouble for part in self.expected)]

    def watch(self, context: BrowserContext) -> None:
        context.on("console", self._hear)
        context.on("weberror", lambda error: self.found.append(f"uncaught: {error.error}"))
        context.on("request", self._see)

    def _hear(self, message: ConsoleMessage) -> None:
        """Note errors, but for the status of the page itself: that is for the test to look at."""
        address = message.location.get("url", "")
        is_own_status = "the server responded with a status of" in message.text and message.page and (
            address.split("#")[0] == message.page.url.split("#")[0]
        )  # fmt: skip
        if message.type == "error" and not is_own_status:
            self.found.append(f"console: {message.text} ({address})")

    def _see(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in INSIDE and f"{parts.scheme}://{parts.netloc}" != self.origin:
            self.found.append(f"another host: {request.url}")


@dataclass(frozen=True, slots=True)
class Violation:
    """One rule of axe-core that a page breaks, and where."""

    rule: str
    impact: str
    help: str
    targets: list[str]


def axe(page: Page) -> list[Violation]:
    """Examine a page, frames included, against WCAG 2.0 to 2.2, levels A and AA."""
    for frame in page.frames:
        if not frame.evaluate("'axe' in window"):
            frame.evaluate(AXE)
    result = page.evaluate(RUN_AXE, AXE_TAGS)
    return [
        Violation(each["id"], each["impact"], each["help"], [str(node["target"]) for node in each["nodes"]])
        for each in result["violations"]
    ]


def login(page: Page, live_server: LiveSite, username: str) -> None:
    """Give the page's context a session of a user that exists, without the sign-in form."""
    user = get_user_model().objects.get_by_natural_key(username)
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])


def open_group(page: Page, name: str) -> None:
    """Open a collapsed group of fields, such as Placement on the story screen."""
    page.locator("fieldset summary", has_text=name).click()


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that opens a browser, so that none is forgotten."""
    for item in items:
        if NEEDS_A_BROWSER.intersection(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.browser)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report: Any = yield
    item.stash[OUTCOME] = item.stash.get(OUTCOME, True) and not report.failed
    return report


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """NEWSROOM_CHROMIUM, one on the PATH, or else the one that Playwright installed."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright keeps an event loop in this thread; Django has none
    program = os.environ.get("NEWSROOM_CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def troubles(live_server: LiveSite) -> Troubles:
    return Troubles(live_server.url)


@pytest.fixture
def context(
    request: pytest.FixtureRequest, chromium: Browser, live_server: LiveSite, troubles: Troubles
) -> Iterator[Callable[..., BrowserContext]]:
    """Return a function that opens a context: a browser window with cookies of its own."""
    contexts: list[BrowserContext] = []

    def open_context(
        *, scheme: str = "light", width_px: int = 1280, height_px: int = 800, **options: Any
    ) -> BrowserContext:
        usual = {
            "base_url": live_server.url,
            "color_scheme": scheme,
            "viewport": {"width": width_px, "height": height_px},
            "locale": "en-GB",
            "timezone_id": "Europe/London",
            "reduced_motion": "reduce",
        }
        context = chromium.new_context(**{**usual, **options})
        context.set_default_timeout(PATIENCE_MS)
        troubles.watch(context)
        contexts.append(context)
        return context

    yield open_context
    pages = [page for context in contexts for page in context.pages]
    for page in pages:
        page.title()  # an answer from each page: everything it reported before has arrived
    unexpected = troubles.unexpected()
    if unexpected or not request.node.stash.get(OUTCOME, True):
        keep(pages, request.node.nodeid)
    for context in contexts:
        context.close()
    assert not unexpected, "The page had troubles:\n" + "\n".join(unexpected)


@pytest.fixture
def page(context: Callable[..., BrowserContext]) -> Page:
    return context().new_page()


def keep(pages: list[Page], test: str) -> None:
    """Save picture and HTML of each page in var/failed, named for the test."""
    folder = settings.BASE_DIR / "var" / "failed"
    folder.mkdir(parents=True, exist_ok=True)
    name = re.sub(r"\W+", "-", test.replace(".py", ""))[-150:].strip("-")
    for number, page in enumerate(pages, 1):
        (folder / f"{name}-{number}.html").write_text(page.content(), encoding="utf-8")
        page.screenshot(path=folder / f"{name}-{number}.png", full_page=True)
