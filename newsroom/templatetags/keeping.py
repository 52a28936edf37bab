"""Unsaved text on the desk's first page: what a person has typed, in whatever tab or browser, and not saved."""

from __future__ import annotations

from typing import Any

from django import template
from django.template import RequestContext

from articles import recovery
from articles.permissions import person_of

register = template.Library()
SHOWN = 12


@register.inclusion_tag("admin/parts/unsaved.html", takes_context=True)
def unsaved_texts(context: RequestContext) -> dict[str, Any]:
    """Return the person's unsaved texts, and what the script needs that sends what was left in this browser."""
    person = person_of(context["request"])
    return {"person": person, "rows": recovery.of_desk(person, SHOWN), "CSP_NONCE": context.get("CSP_NONCE")}
