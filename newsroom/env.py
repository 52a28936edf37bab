"""Reads what differs between machines from the environment and an optional `.env` file. It refuses nonsense with
one sentence that names the variable, and never invents a secret outside debug."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any, NoReturn
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
_env = environ.Env()
_env_file = Path(os.environ.get("NEWSROOM_ENV_FILE", BASE_DIR / ".env"))
if _env_file.is_file():
    environ.Env.read_env(_env_file)


def stop(sentence: str) -> NoReturn:
    """End the process with one sentence on standard error and status 2; used before Django is up."""
    sys.exit(f"newsroom: {sentence}")


def text(name: str, default: str | None = None) -> str:
    """Return the variable, or what the file named by `<name>_FILE` holds; stop when neither nor a default exists."""
    file_name = os.environ.get(f"{name}_FILE")
    if file_name:
        try:
            return Path(file_name).read_text(encoding="utf-8").strip()
        except OSError as error:
            stop(f"{name}_FILE names {file_name}, which cannot be read ({error.strerror}).")
    value = os.environ.get(name, default)
    if value is None:
        stop(f"{name} is missing. Set it in the environment or in .env.")
    return value


def flag(name: str, *, default: bool) -> bool:
    """Return a switch: 1/0, true/false, yes/no, on/off in any case."""
    value = text(name, "1" if default else "0").strip().lower()
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off", ""}:
        return False
    stop(f"{name} is {value!r}; expected 1 or 0.")


def number(name: str, default: int, *, least: int = 0, most: int = 10**9) -> int:
    """Return a whole number within `least` and `most`, both included."""
    value = text(name, str(default))
    try:
        result = int(value)
    except ValueError:
        stop(f"{name} is {value!r}; expected a whole number.")
    if not least <= result <= most:
        stop(f"{name} is {result}; expected {least} to {most}.")
    return result


def choice(name: str, default: str, options: tuple[str, ...]) -> str:
    """Return one of `options`, in upper case whatever way it was written."""
    value = text(name, default).strip().upper()
    if value not in options:
        stop(f"{name} is {value!r}; expected {', '.join(options)}.")
    return value


def words(name: str, default: str = "") -> list[str]:
    """Return a comma-separated list without blanks."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def zone(name: str, default: str) -> str:
    """Return the name of a time zone that exists, such as `Europe/London`."""
    value = text(name, default)
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        stop(f"{name} is {value!r}, which is no time zone; expected a name such as Europe/London.")
    return value


def url(name: str, default: str) -> str:
    """Return an absolute http(s) address without its last slash."""
    value = text(name, default).rstrip("/")
    if not value.startswith(("http://", "https://")) or len(value.split("//", 1)[1]) < 1:
        stop(f"{name} is {value!r}; expected an address such as https://news.example.")
    return value


def secret_key(*, debug: bool) -> str:
    """Return NEWSROOM_SECRET_KEY; in debug alone a fixed key stands in for a missing one."""
    value = text("NEWSROOM_SECRET_KEY", "")
    if value:
        if len(value) < 50 and not debug:
            stop("NEWSROOM_SECRET_KEY is too short; expected 50 random characters or more.")
        return value
    if debug:
        return "debug-only-key-never-used-where-NEWSROOM_DEBUG-is-off-0123456789"
    stop(
        "NEWSROOM_SECRET_KEY is missing. Set it to 50 random characters or more, or set NEWSROOM_DEBUG=1 to try things."
    )


SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;PRAGMA cache_size=-64000;PRAGMA mmap_size=268435456;"
    ),
}


def database(name: str = "DATABASE_URL") -> dict[str, Any]:
    """Return Django's database settings from an address such as `postgres://user:pass@host/name`.

    SQLite gets WAL and immediate transactions: measured, the only mode without "database is locked"
    (docs/decisions/0002-packages.md).
    """
    value = text(name, f"sqlite:///{BASE_DIR / 'var' / 'newsroom.sqlite3'}")
    if not value.startswith(("sqlite://", "postgres://", "postgresql://")):
        stop(f"{name} starts with {value.split(':')[0]!r}; expected sqlite:/// or postgres://.")
    try:
        config: dict[str, Any] = dict(_env.db_url_config(value))
    except (ValueError, ImproperlyConfigured) as error:
        stop(f"{name} cannot be read ({error}).")
    if config["ENGINE"].endswith("sqlite3"):
        config["OPTIONS"] = dict(SQLITE_OPTIONS)
        _make_folder(name, Path(config["NAME"]).parent)
    else:
        config["CONN_MAX_AGE"] = 60
        config["CONN_HEALTH_CHECKS"] = True
    return config


def _make_folder(name: str, folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        stop(f"{name} names a file in {folder}, which cannot be made ({error.strerror}).")
