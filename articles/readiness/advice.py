"""What would make a story better, by numbers that can be counted: lengths, tags, links, sub-heads, pictures, weight."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Lower

from articles.models import Article, Kind, Standing, Version
from articles.readiness.reading import Reading
from articles.readiness.registry import register
from articles.weighing import page_bytes
from newsroom.lib.wording import lix

HEADLINE = (40, 75)
STANDFIRST = (90, 160)
SEARCH_TITLE = 60
DESCRIPTION = (70, 155)
TAGS = (3, 8)
PICTURE_PX = 1200
WORDS_WITHOUT_LINK = 300
WORDS_WITHOUT_SUBHEAD = 350
HARD_TO_READ = 55
HEAVY_KB = 300
SAME_HEADLINE_WITHIN = timedelta(days=30)
FETCHED = "same_headline"
_ASK = object()


@register("headline_length", "advice", f"The headline has {HEADLINE[0]} to {HEADLINE[1]} characters", at="headline")
def headline_length(story: Reading) -> Iterator[str]:
    count = len(story.article.headline)
    if count and not HEADLINE[0] <= count <= HEADLINE[1]:
        yield f"The headline has {count} characters; {HEADLINE[0]} to {HEADLINE[1]} read best."


@register("standfirst_length", "advice", f"The standfirst has {STANDFIRST[0]} to {STANDFIRST[1]} characters",
          at="standfirst")  # fmt: skip
def standfirst_length(story: Reading) -> Iterator[str]:
    count = len(story.article.standfirst)
    if count and not STANDFIRST[0] <= count <= STANDFIRST[1]:
        yield f"The standfirst has {count} characters; {STANDFIRST[0]} to {STANDFIRST[1]} read best."


@register("headline_again", "advice", "No story of the last 30 days has the same headline", at="headline")
def headline_again(story: Reading) -> Iterator[str]:
    article = story.article
    if not article.headline.strip():
        return
    other = article.__dict__.get(FETCHED, _ASK)
    if other is _ASK:
        other = _same(Lower(Value(article.headline)), article.pk, story.now).first()
    if other:
        yield f"A story of the last 30 days has the same headline: /{other}/"


def with_same_headline(stories: QuerySet[Article], *, now: datetime) -> QuerySet[Article]:
    """Fetch the answer to headline_again together with stories; who changes a headline in memory drops FETCHED."""
    same = _same(Lower(OuterRef("headline")), OuterRef("pk"), now)
    return stories.annotate(**{FETCHED: Subquery(same[:1])})


def _same(headline: Any, article: Any, now: datetime) -> QuerySet[Version, str]:
    """Return the paths of live stories with a headline, but for one's own; an expression in lower case, a key."""
    live = Version.objects.alias(folded=Lower("headline")).filter(
        folded=headline, standing=Standing.LIVE, first_published_at__gte=now - SAME_HEADLINE_WITHIN
    )
    return live.exclude(article_id=article).order_by().values_list("path", flat=True)


@register("search_title", "advice", f"The search title has {SEARCH_TITLE} characters at most", at="seo_title")
def search_title(story: Reading) -> Iterator[str]:
    count = len(story.article.seo_title)
    if count > SEARCH_TITLE:
        yield f"The search title has {count} characters; results cut it after about {SEARCH_TITLE}."


@register("description", "advice", f"The description has {DESCRIPTION[0]} to {DESCRIPTION[1]} characters", at="summary")
def description(story: Reading) -> Iterator[str]:
    text = story.article.summary or story.article.standfirst
    if text and len(text) < DESCRIPTION[0] and story.article.summary:
        yield f"The summary has {len(text)} characters; search results show {DESCRIPTION[0]} to {DESCRIPTION[1]}."
    elif len(text) > DESCRIPTION[1]:
        yield f"What feeds and search results show has {len(text)} characters; they cut it after {DESCRIPTION[1]}."


@register("picture_missing", "advice", "It has a picture", at="picture", by_kind={Kind.BRIEF: "off"})
def picture_missing(story: Reading) -> Iterator[str]:
    if story.article.picture_id is None and not story.article.needs_picture:
        yield "Add a picture."


@register("picture_small", "advice", f"The picture is {PICTURE_PX} pixels wide", at="picture")
def picture_small(story: Reading) -> Iterator[str]:
    picture = story.article.picture
    if picture is not None and picture.width_px < PICTURE_PX:
        yield f"The picture is {picture.width_px} pixels wide; large screens want {PICTURE_PX}."


@register("picture_terms_unknown", "advice", "The terms of every picture are known", at="picture")
def picture_terms_unknown(story: Reading) -> Iterator[tuple[str, str]]:
    lead = story.article.picture
    if lead is not None and not lead.has_terms:
        yield "Nobody has said on what terms the picture may be used.", "picture"
    for number, figure in story.figures:
        image = story.pictures.get(figure.image_id)
        if image is not None and not image.has_terms:
            yield f"Nobody has said on what terms picture {number} in the text (“{image}”) may be used.", "body"


@register("page_heavy", "advice", f"A phone loads {HEAVY_KB} kB at most for its page", at="body")
def page_heavy(story: Reading) -> Iterator[str]:
    kilobytes = round(page_bytes(story.article, story.pictures.values()) / 1000)
    if kilobytes > HEAVY_KB:
        yield f"A phone loads about {kilobytes} kB for its page; {HEAVY_KB} are enough. Take out pictures."


@register("ai_use_unsaid", "advice", "It is said whether AI was used", at="ai_use")
def ai_use_unsaid(story: Reading) -> Iterator[str]:
    if not story.article.ai_use:
        yield "Say whether AI was used."


@register("tags", "advice", f"It has {TAGS[0]} to {TAGS[1]} tags", at="tags")
def tags(story: Reading) -> Iterator[str]:
    if story.is_saved and not TAGS[0] <= len(story.tags) <= TAGS[1]:
        count = f"{len(story.tags)} tag{'' if len(story.tags) == 1 else 's'}"
        yield f"It has {count}; {TAGS[0]} to {TAGS[1]} help readers find it."


@register("byline_missing", "advice", "Somebody is named as its author", at="authors")
def byline_missing(story: Reading) -> Iterator[str]:
    if story.is_saved and not story.has_author and story.article.source_id is None:
        yield "Nobody is named as its author."


@register("link_missing", "advice", "A long text links to a story of ours", at="body")
def link_missing(story: Reading) -> Iterator[str]:
    if story.words >= WORDS_WITHOUT_LINK and not story.own_links:
        yield "Link to a story of ours that tells more."


@register("subheads", "advice", "A sub-head stands about every 300 words", at="body")
def subheads(story: Reading) -> Iterator[str]:
    stretch = longest = 0
    for block in story.body.blocks:
        stretch = 0 if block.tag in {"h2", "h3"} else stretch + len(block.text.split())
        longest = max(longest, stretch)
    if longest > WORDS_WITHOUT_SUBHEAD:
        yield f"{longest} words stand without a sub-head between them."


@register("hard_to_read", "advice", f"Its readability index (LIX) is under {HARD_TO_READ}", at="body")
def hard_to_read(story: Reading) -> Iterator[str]:
    index = lix(story.text)
    if index is not None and index >= HARD_TO_READ:
        yield f"It is hard to read (LIX {index}): shorten sentences and long words."
