"""Sitemaps: an index of months with every live story, and Google's news sitemap of the last two days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from io import StringIO
from xml.sax.xmlreader import AttributesImpl

from django.conf import settings
from django.db.models import Exists, Max, OuterRef, Q
from django.db.models.functions import TruncMonth
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.xmlutils import SimplerXMLGenerator
from django.views.decorators.http import require_safe

from articles import undoing
from articles.models.version import Version, VersionAuthor, VersionQuerySet
from newsroom.lib.text import without_unprintable
from public.caching import reader_cache
from public.listing import lists_changed_at, settled_lists_changed_at

SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
NEWS_HOURS = 48
NEWS_LIMIT = 1000
URL_LIMIT = 50_000
SECONDS = 300
# Languages whose script matters to readers keep it; Google wants all others as ISO 639 alone
CHINESE = {"zh-hans": "zh-cn", "zh-cn": "zh-cn", "zh-hant": "zh-tw", "zh-tw": "zh-tw"}


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """List the monthly files, each with the time of the last change to any of its stories."""
    months = (
        indexed(Version.objects.live())
        .order_by()
        .values(month=TruncMonth("first_published_at", tzinfo=UTC))
        .annotate(changed_at=Max("published_at"))
        .order_by("-month")
    )
    with _document("sitemapindex") as (text, xml):
        for row in months:
            path = reverse("public:sitemap-month", args=[f"{row['month']:%Y}", f"{row['month']:%m}"])
            _element(xml, "sitemap", [("loc", settings.SITE_URL + path), ("lastmod", _instant(row["changed_at"]))])
    return _send(request, text)


@require_safe
def month(request: HttpRequest, year: str, month: str) -> HttpResponse:
    """List the stories first published in one month (UTC); 404 for a month without any."""
    start = datetime(int(year), int(month), 1, tzinfo=UTC)
    end = (start + timedelta(days=31)).replace(day=1)
    stories = indexed(Version.objects.live()).filter(first_published_at__gte=start, first_published_at__lt=end)
    rows = list(stories.values_list("path", "published_at")[:URL_LIMIT])
    if not rows:
        raise Http404("Nothing was published in this month.")
    with _document("urlset") as (text, xml):
        for path, changed_at in rows:
            address = f"{settings.SITE_URL}/{path}/"
            _element(xml, "url", [("loc", address), ("lastmod", _instant(changed_at))])
    return _send(request, text)


@require_safe
def news(request: HttpRequest) -> HttpResponse:
    """List our own stories of the last two days, as Google News asks."""
    with _document("urlset", {"xmlns:news": NEWS}) as (text, xml):
        for story in newest(timezone.now()):
            xml.startElement("url", AttributesImpl({}))
            xml.addQuickElement("loc", story.address)
            xml.startElement("news:news", AttributesImpl({}))
            _element(xml, "news:publication", _publication(story))
            xml.addQuickElement("news:publication_date", _instant(story.first_published_at))
            xml.addQuickElement("news:title", without_unprintable(story.headline))
            xml.endElement("news:news")
            xml.endElement("url")
    return _send(request, text, modified=settled_lists_changed_at())


def indexed(stories: VersionQuerySet) -> VersionQuerySet:
    """Return the stories that search engines may find."""
    return stories.filter(noindex=False)


def own_news(stories: VersionQuerySet, now: datetime) -> VersionQuerySet:
    """Return what is new, without wire copy: stories from a source that nobody here put a name to."""
    byline = VersionAuthor.objects.filter(version=OuterRef("pk"))
    recent = indexed(stories).filter(first_published_at__gte=now - timedelta(hours=NEWS_HOURS))
    return recent.filter(Q(source=None) | Exists(byline))


def newest(now: datetime) -> list[Version]:
    """Return what the news sitemap tells, as it can no longer be undone."""

    def narrow(stories: VersionQuerySet) -> VersionQuerySet:
        return own_news(stories, now).only("path", "headline", "language", "first_published_at", "article_id")

    return undoing.settled(now).each(narrow).first(NEWS_LIMIT)


def _publication(story: Version) -> list[tuple[str, str]]:
    tag = story.language.lower()
    return [("news:name", settings.SITE_NAME), ("news:language", CHINESE.get(tag, tag.split("-")[0]))]


@contextmanager
def _document(root: str, attributes: dict[str, str] | None = None) -> Iterator[tuple[StringIO, SimplerXMLGenerator]]:
    text = StringIO()
    xml = SimplerXMLGenerator(text, "utf-8")
    xml.startDocument()
    xml.startElement(root, AttributesImpl({"xmlns": SITEMAP, **(attributes or {})}))
    yield text, xml
    xml.endElement(root)
    xml.endDocument()


def _element(xml: SimplerXMLGenerator, name: str, children: Iterable[tuple[str, str]]) -> None:
    xml.startElement(name, AttributesImpl({}))
    for child, content in children:
        xml.addQuickElement(child, content)
    xml.endElement(name)


def _instant(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")


def _send(request: HttpRequest, text: StringIO, *, modified: datetime | None = None) -> HttpResponse:
    response = HttpResponse(text.getvalue(), content_type="application/xml; charset=utf-8")
    modified = modified or lists_changed_at()
    return reader_cache(request, response, tags=["lists"], seconds=SECONDS, modified=modified)
