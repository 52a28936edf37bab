"""System checks of our own. E101 to E106 answer the editor package's end-of-life notice by proof, not by silence: an
unsafe editor configuration is an error, and only with these checks in place is ckeditor.W001 silenced (SECURITY.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

from articles.richtext import editor_configuration

MUST_BE_REMOVED = frozenset(
    "preview iframe codesnippetgeshi exportpdf scayt wsc templates uploadimage filebrowser sourcearea print forms "
    "flash".split()
)
NEVER_ALLOWED = frozenset("script style iframe object embed form svg math".split())


@register(Tags.security)
def editor_is_safe(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Examine the configuration the body editor will get, and any other an installation may have set."""
    found: list[CheckMessage] = []
    if apps.is_installed("ckeditor_uploader"):
        found.append(
            Error("ckeditor_uploader must not be installed: pictures go through images.intake.", id="newsroom.E101")
        )
    configurations = {"body": editor_configuration(), **getattr(settings, "CKEDITOR_CONFIGS", {})}
    for name, configuration in configurations.items():
        found += faults(name, configuration)
    return found


def faults(name: str, configuration: dict[str, Any]) -> Iterator[CheckMessage]:
    """Yield what is unsafe in one editor configuration."""

    def error(number: int, sentence: str) -> CheckMessage:
        return Error(f"Editor configuration {name!r}: {sentence}", id=f"newsroom.E{number}")

    if configuration.get("fullPage"):
        yield error(102, "fullPage opens the way of CVE-2024-24815. Remove it.")
    allowed = configuration.get("allowedContent")
    if not isinstance(allowed, dict):
        yield error(103, "allowedContent must be the table made of articles.richtext.BODY.")
    elif _admits_active(allowed) or configuration.get("extraAllowedContent"):
        yield error(104, "allowedContent admits active elements, event attributes or wildcards (CVE-2024-24815).")
    kept = MUST_BE_REMOVED - set(re.split(r"[\s,]+", configuration.get("removePlugins", "")))
    if kept:
        yield error(105, f"removePlugins must also name {', '.join(sorted(kept))}.")
    if configuration.get("versionCheck", True):
        yield error(106, "versionCheck must be False: it calls a foreign host (CVE-2024-43411).")


def _admits_active(allowed: dict[str, Any]) -> bool:
    elements = set(re.split(r"[\s,]+", " ".join(allowed).lower()))
    has_wildcard = any("*" in f"{key} {rule}" or key.startswith("$") for key, rule in allowed.items())
    has_handler = any(re.search(r"\bon[a-z]+\b", str(rule).lower()) for rule in allowed.values())
    return bool(NEVER_ALLOWED & elements) or has_wildcard or has_handler


@register(Tags.security, deploy=True)
def production_is_meant(app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """Refuse a deployment that still has a trial's settings."""
    if settings.TRIAL:
        return [Error("NEWSROOM_DEBUG is on: demo logins and a stand-in secret.", hint="Unset it.", id="newsroom.E110")]
    return []
