"""Pytest fixtures for tests that need the whole site at an address: our application alone on a port of this machine,
and a test database in a file, because several threads then have a connection each, as in production."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.test import override_settings
from django.test.testcases import LiveServerThread
from pytest_django.live_server_helper import LiveServer


class OnlyOurs(WSGIHandler):
    """Our application in the place where a live server puts a handler around it."""

    def __init__(self, wrapped: object) -> None:
        super().__init__()


class LiveSite(LiveServer):
    """pytest-django's live server without its own handlers for static files and pictures: ours serve those too.

    While a test uses it, settings.SITE_URL is its address.
    """

    def __init__(self) -> None:
        self.thread = LiveServerThread("localhost", static_handler=OnlyOurs, connections_override={})
        self.thread.daemon = True
        self.start()
        self._live_server_modified_settings = override_settings(SITE_URL=self.url)  # type: ignore[assignment]  # same use


@pytest.fixture(scope="session")
def live_server() -> Iterator[LiveSite]:
    site = LiveSite()
    yield site
    site.stop()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None, tmp_path_factory: pytest.TempPathFactory
) -> None:
    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database.setdefault("TEST", {})["NAME"] = str(tmp_path_factory.getbasetemp() / "database.sqlite3")
