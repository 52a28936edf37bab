"""The door of the server that benchmarks start: the site, set up by the package as in the process that started it."""

from __future__ import annotations

from newsroom.wsgi import application

__all__ = ["application"]
