"""The readers' addresses. Sections have the first part of an address, so what is named here is refused as a section
(articles.models.section.RESERVED_SLUGS)."""

from __future__ import annotations

from django.urls import path, re_path

from public import feeds, sitemaps
from public.views import (
    article,
    author,
    changes,
    corrections,
    errors,
    front,
    listing,
    machine,
    preview,
    search,
    source,
    tag,
)

app_name = "public"

MONTH = r"(?P<year>(?:19|20|21)[0-9]{2})-(?P<month>0[1-9]|1[0-2])"
STORY = r"^(?P<year>\d{4})/(?P<month>\d{2})/(?P<day>\d{2})/(?P<slug>[-a-zA-Z0-9_]+)"

urlpatterns = [
    path("", front.home, name="front"),
    path("feed.rss", feeds.site, name="feed"),
    path("sitemap.xml", sitemaps.index, name="sitemap"),
    re_path(rf"^sitemap-{MONTH}\.xml$", sitemaps.month, name="sitemap-month"),
    path("news-sitemap.xml", sitemaps.news, name="news-sitemap"),
    path("robots.txt", machine.robots, name="robots"),
    path("speculation.json", machine.speculation, name="speculation"),
    path("manifest.webmanifest", machine.manifest, name="manifest"),
    path(".well-known/tdmrep.json", machine.tdm_reservation, name="tdm-reservation"),
    path("tdm-policy.json", machine.tdm_policy, name="tdm-policy"),
    path("preview/<str:token>/", preview.outside, name="preview"),
    path("media/<path:path>", machine.media, name="media"),
    path("search/", search.results, name="search"),
    path("corrections/", corrections.corrections, name="corrections"),
    path("corrections/feed.rss", feeds.corrections, name="corrections-feed"),
    path("tags/<slug:slug>/", tag.tag, name="tag"),
    path("tags/<slug:slug>/feed.rss", feeds.tag, name="tag-feed"),
    path("authors/<slug:slug>/", author.author, name="author"),
    path("authors/<slug:slug>/feed.rss", feeds.author, name="author-feed"),
    path("sources/<slug:slug>/", source.source, name="source"),
    path("sources/<slug:slug>/feed.rss", feeds.source, name="source-feed"),
    re_path(rf"{STORY}/$", article.story, name="story"),
    re_path(rf"{STORY}/changes/$", changes.changes, name="story-changes"),
    re_path(rf"{STORY}$", article.story),
    path("<slug:section>/", listing.section, name="section"),
    path("<slug:section>/feed.rss", feeds.section, name="section-feed"),
    path("<slug:section>/<slug:sub>/", listing.section, name="sub-section"),
    path("<slug:section>/<slug:sub>/feed.rss", feeds.section, name="sub-section-feed"),
    re_path(r"", errors.anything_else, name="anything-else"),
]
