"""The wire's section of the story screen's side panel: what the story was made of, and what came since."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.admin import panel
from articles.models import Article
from wire.admin.marks import age
from wire.advisories import COPY, copy_behind
from wire.models import WireItem


@panel.register("wire")
def wire_part(article: Article, request: HttpRequest) -> SafeString | str:
    """Return the items, or nothing for a story of our own; a killed item and a newer version are said first."""
    versions = panel.once(request, COPY, lambda: copy_behind(article))
    used = sorted((item for item in versions if item.is_used), key=lambda item: item.pk)  # type: ignore[attr-defined]
    if not used:
        return ""
    latest = {(item.source_id, item.guid): item for item in versions if item.is_latest}
    rows = format_html_join(
        "", "<li>{}</li>", ((_row(item, latest.get((item.source_id, item.guid))),) for item in used)
    )
    return format_html('<ul class="trail">{}</ul>', rows)


def _row(item: WireItem, latest: WireItem | None) -> SafeString:
    return format_html(
        '{}<a href="{}"><strong>{}</strong>: {}</a> <span>Version {}, received {}</span>',
        _notice(item, latest), _address(item), item.source, item.headline, item.version, age(item.received_at),
    )  # fmt: skip


def _notice(item: WireItem, latest: WireItem | None) -> SafeString | str:
    if latest is None or latest == item:
        return ""
    if latest.pubstatus == WireItem.Pubstatus.CANCELED:
        return format_html('<span class="desk-alarm"><a href="{}">Killed by {}</a>. {}</span>',
                           _address(latest), item.source, latest.ednote)  # fmt: skip
    return format_html('<a href="{}">{} sent version {}</a>', _address(latest), item.source, latest.version)


def _address(item: WireItem) -> str:
    return reverse("admin:wire_wireitem_change", args=[item.pk])
