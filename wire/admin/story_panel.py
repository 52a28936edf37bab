"""The wire's section of the story screen's side panel: what the story was made of, and what came since."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.admin import panel
from articles.models import Article
from wire.admin.marks import age
from wire.models import WireItem


@panel.register("wire")
def wire_part(article: Article, request: HttpRequest) -> SafeString | str:
    """Return the items, or nothing for a story of our own; a killed item and a newer version are said first."""
    items = [use.item for use in article.wire_uses.select_related("item__source").order_by("id")]
    if not items:
        return ""
    rows = format_html_join("", "<li>{}</li>", ((_row(item),) for item in items))
    return format_html('<ul class="trail">{}</ul>', rows)


def _row(item: WireItem) -> SafeString:
    return format_html(
        '{}<a href="{}"><strong>{}</strong>: {}</a> <span>Version {}, received {}</span>',
        _notice(item), _address(item), item.source, item.headline, item.version, age(item.received_at),
    )  # fmt: skip


def _notice(item: WireItem) -> SafeString | str:
    latest = WireItem.objects.filter(source=item.source, guid=item.guid, is_latest=True).exclude(pk=item.pk).first()
    if latest is None:
        return ""
    if latest.pubstatus == WireItem.Pubstatus.CANCELED:
        return format_html('<span class="desk-alarm"><a href="{}">Killed by {}</a>. {}</span>',
                           _address(latest), item.source, latest.ednote)  # fmt: skip
    return format_html('<a href="{}">{} sent version {}</a>', _address(latest), item.source, latest.version)


def _address(item: WireItem) -> str:
    return reverse("admin:wire_wireitem_change", args=[item.pk])
