"""The log does not say what opens doors."""

import logging

import pytest
from django.conf import settings

from newsroom.logs import Line


def line(message, *args, exc_info=None):
    record = logging.LogRecord("django.request", logging.WARNING, __file__, 1, message, args, exc_info)
    return Line("{levelname} {message}", style="{").format(record)


@pytest.mark.parametrize(
    "said, logged",
    [
        ("Not Found: /preview/0f3a:Sig-_x/", "Not Found: /preview/…/"),
        ("Internal Server Error: /preview/0f3a%3ASig/?a=1", "Internal Server Error: /preview/…/?a=1"),
        ("Not Found: /desk/calendar/feed/ed:abc.ics", "Not Found: /desk/calendar/feed/…"),
        ("http://localhost:8000/preview/a:b", "http://localhost:8000/preview/…"),
        ('"GET /preview/a:b/ HTTP/1.1" 200', '"GET /preview/…/ HTTP/1.1" 200'),
        ("Not Found: /desk/articles/article/7/preview/", "Not Found: /desk/articles/article/7/preview/"),
        ("Not Found: /2026/11/24/preview-of-the-vote/", "Not Found: /2026/11/24/preview-of-the-vote/"),
    ],
)
def test_a_line_has_no_key_in_it(said, logged):
    assert line(said) == f"WARNING {logged}"
    assert line("%s", said) == f"WARNING {logged}"


def test_a_traceback_has_none_either():
    try:
        raise ValueError("No answer for /preview/0f3a:sig/")
    except ValueError as error:
        text = line("Broken", exc_info=(ValueError, error, error.__traceback__))

    assert "ValueError: No answer for /preview/…/" in text
    assert "0f3a" not in text


def test_every_handler_of_ours_writes_such_lines():
    config = settings.LOGGING

    assert config["formatters"]["line"]["()"] == "newsroom.logs.Line"
    assert {handler["formatter"] for handler in config["handlers"].values()} == {"line"}
    assert {name: logger["handlers"] for name, logger in config["loggers"].items() if "django" in name} == {
        "django": [], "django.server": ["console"]
    }  # fmt: skip
