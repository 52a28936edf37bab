"""What the log never says: addresses that are keys themselves, such as a preview for an outsider."""

from __future__ import annotations

import logging
import re

# Whoever reads one of these can use it: previews, calendar feeds
KEYS = re.compile(r"(/preview/|/calendar/feed/)[^/\s\"'<>?#]+")


class Line(logging.Formatter):
    """A formatter that takes such keys out of the whole line, its traceback included."""

    def format(self, record: logging.LogRecord) -> str:
        return KEYS.sub(r"\1…", super().format(record))
