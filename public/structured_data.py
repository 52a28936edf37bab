"""What search engines and platforms are told about a page, as schema.org JSON-LD. Says nothing the page does not
show, leaves out what is empty, and can never close the script element it stands in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from articles.models import AiUse, Kind, Section
from articles.models.version import Change, Version
from authors.models import Author
from images.models import Image, Rendition
from newsroom.lib.text import reading_minutes
from public.caching import language_tag
from public.pictures import inside, largest, nearest
from sources.models import Source
from tags.models import Tag

Node = dict[str, Any]

LOGO = "public/img/icon-512.png"
LOGO_PX = 512
RATIOS = ("16:9", "4:3", "1:1")
THUMBNAIL_PX = 480
NO_BYLINES = (
    "Stories without a byline are the work of the newsroom as a whole or of the agency named above the text; "
    "the desk answers for both."
)
TYPES: dict[str, str] = {
    Kind.NEWS: "ReportageNewsArticle",
    Kind.BRIEF: "ReportageNewsArticle",
    Kind.ANALYSIS: "AnalysisNewsArticle",
    Kind.EXPLAINER: "BackgroundNewsArticle",
    Kind.OPINION: "OpinionNewsArticle",
}
THINGS: dict[str, str] = {
    Tag.Kind.PERSON: "Person",
    Tag.Kind.PLACE: "Place",
    Tag.Kind.ORGANISATION: "Organization",
    Tag.Kind.EVENT: "Event",
}
# IPTC's digital source types, as schema.org spells them; text that people wrote says nothing
DIGITAL_SOURCES: dict[str, str] = {
    AiUse.ASSISTED: "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource",
    AiUse.GENERATED: "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
}
_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def dump(nodes: Iterable[Mapping[str, Any]]) -> SafeString:
    """Return the nodes as one graph, ready for a script element; an empty string when there are none."""
    graph = [_stripped(node) for node in nodes]
    if not graph:
        return SafeString()
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(_ESCAPES))  # every character that could end the element is escaped


def story_nodes(story: Version, notes: Sequence[Version]) -> list[Node]:
    """Describe a story page; `notes` are its public corrections and clarifications, oldest first."""
    return [_article(story, notes), publisher(), breadcrumbs(*section_trail(story.section))]


def front_nodes(stories: Iterable[Version]) -> list[Node]:
    """Describe the front page: the site, who runs it, and the addresses of its stories in order."""
    site = {
        "@type": "WebSite",
        "@id": f"{settings.SITE_URL}/#site",
        "url": f"{settings.SITE_URL}/",
        "name": settings.SITE_NAME,
        "description": settings.SITE_TAGLINE,
        "inLanguage": language_tag(settings.LANGUAGE_CODE),
        "publisher": {"@id": _publisher_id()},
    }
    return [site, publisher(), item_list(stories)]


def collection_nodes(
    name: str, path: str, stories: Iterable[Version], *, trail: Sequence[tuple[str, str]], about: Node | None = None
) -> list[Node]:
    """Describe a list page; `trail` is its way from the front page, itself last."""
    address = settings.SITE_URL + path
    collection = {
        "@type": "CollectionPage",
        "@id": address,
        "url": address,
        "name": name,
        "about": about,
        "publisher": _publisher_reference(),
        "mainEntity": item_list(stories),
    }
    return [collection, breadcrumbs(*trail)]


def profile_nodes(author: Author) -> list[Node]:
    """Describe an author's page."""
    address = settings.SITE_URL + author.get_absolute_url()
    person = {
        "@type": "Person",
        "@id": f"{address}#person",
        "name": author.name,
        "url": address,
        "jobTitle": author.role,
        "description": author.bio,
        "image": _picture(author.portrait, credit=author.portrait.credit) if author.portrait else None,
        "email": author.email,
        "knowsAbout": _words(author.areas),
        "knowsLanguage": _words(author.languages),
        "workLocation": {"@type": "Place", "name": author.location} if author.location else None,
        "worksFor": _publisher_reference(),
    }
    trail = breadcrumbs((author.name, author.get_absolute_url()))
    return [{"@type": "ProfilePage", "@id": address, "url": address, "mainEntity": person}, trail]


def tag_thing(tag: Mapping[str, str]) -> Node:
    """Describe what a tag stands for, given its name, kind and Wikidata number."""
    wikidata = tag.get("wikidata")
    return {
        "@type": THINGS.get(tag.get("kind", ""), "Thing"),
        "name": tag["name"],
        "sameAs": f"https://www.wikidata.org/wiki/{wikidata}" if wikidata else None,
    }


def source_thing(source: Source) -> Node:
    """Describe the organisation that supplied copy."""
    return {"@type": "Organization", "name": source.name, "url": source.url}


def publisher() -> Node:
    """Describe who publishes the site."""
    return {
        "@type": "NewsMediaOrganization",
        "@id": _publisher_id(),
        "name": settings.SITE_NAME,
        "url": f"{settings.SITE_URL}/",
        "logo": _logo(),
        "correctionsPolicy": settings.SITE_URL + reverse("public:corrections"),
        "ownershipFundingInfo": settings.SITE_OWNERSHIP,
        "noBylinesPolicy": {"@type": "CreativeWork", "text": NO_BYLINES},
    }


def breadcrumbs(*trail: tuple[str, str]) -> Node:
    """Describe the way from the front page; each step is a name and a path."""
    steps = [("Home", "/"), *trail]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "name": name, "item": settings.SITE_URL + path}
            for place, (name, path) in enumerate(steps, start=1)
        ],
    }


def section_trail(section: Section) -> list[tuple[str, str]]:
    """Return the steps that lead to a section, its parent first."""
    steps = [section.parent, section] if section.parent else [section]
    return [(step.name, step.get_absolute_url()) for step in steps]


def item_list(stories: Iterable[Version]) -> Node:
    """Describe a list of stories by their addresses alone."""
    return {
        "@type": "ItemList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "url": story.address}
            for place, story in enumerate(stories, start=1)
        ],
    }


def _article(story: Version, notes: Sequence[Version]) -> Node:
    return {
        "@type": ["NewsArticle", TYPES.get(story.kind, "ReportageNewsArticle")],
        "@id": f"{story.address}#article",
        "url": story.address,
        "mainEntityOfPage": {"@type": "WebPage", "@id": story.address},
        "headline": story.headline,
        "alternativeHeadline": story.social_headline or story.seo_title,
        "description": story.description,
        "image": [*_pictures(story), *(_picture(one, largest(one), **words) for one, words in inside(story))],
        "thumbnailUrl": _thumbnail(story),
        "datePublished": instant(story.first_published_at),
        "dateModified": instant(story.modified_at),
        "author": _authors(story),
        "publisher": _publisher_reference(),
        "copyrightHolder": source_thing(story.source) if story.source else {"@id": _publisher_id()},
        "copyrightYear": story.first_published_at.year,
        "sourceOrganization": source_thing(story.source) if story.source else None,
        "articleSection": story.section.name,
        "keywords": [tag["name"] for tag in story.tag_names],
        "about": [tag_thing(tag) for tag in story.tag_names],
        "dateline": story.dateline.upper(),
        "contentLocation": {"@type": "Place", "name": story.dateline} if story.dateline else None,
        "wordCount": story.word_count,
        "timeRequired": f"PT{reading_minutes(story.word_count, story.language)}M",
        "inLanguage": language_tag(story.language),
        "isAccessibleForFree": True,
        "backstory": story.how_reported,
        "digitalSourceType": DIGITAL_SOURCES.get(story.ai_use),
        "correction": [
            {"@type": "CorrectionComment", "text": note.public_note, "datePublished": instant(note.published_at)}
            for note in notes
            if note.change != Change.EDITORS_NOTE
        ],
        "speakable": {"@type": "SpeakableSpecification", "cssSelector": [".story-headline", ".story-standfirst"]},
    }


def _authors(story: Version) -> list[Node]:
    """Name the people of the byline; without one, the agency the copy came from, else the newsroom."""
    people = []
    for byline in story.bylines:
        address = author_address(byline)
        people.append({"@type": "Person", "@id": f"{address}#person", "name": byline["name"], "url": address})
    if people:
        return people
    return [source_thing(story.source) if story.source else _publisher_reference()]


def _pictures(story: Version) -> list[Node]:
    """Return the crops search engines ask for, largest of each; the uncropped picture when there are none."""
    if not story.picture:
        return []
    credit, caption = story.picture_credit, story.shown_caption
    crops = [largest(story.picture, ratio) for ratio in RATIOS]
    found = [_picture(story.picture, crop, credit=credit, caption=caption) for crop in crops if crop]
    return found or [_picture(story.picture, largest(story.picture), credit=credit, caption=caption)]


def _thumbnail(story: Version) -> str | None:
    small = nearest(story.picture, THUMBNAIL_PX) if story.picture else None
    return settings.SITE_URL + small.file.url if small else None


def _picture(image: Image, rendition: Rendition | None = None, *, credit: str = "", caption: str = "") -> Node:
    shown = rendition or image
    return {
        "@type": "ImageObject",
        "url": settings.SITE_URL + shown.file.url,
        "width": shown.width_px,
        "height": shown.height_px,
        "caption": caption,
        "creditText": credit,
        "creator": {"@type": "Person", "name": image.creator} if image.creator else None,
        "copyrightNotice": image.copyright_notice,
    }


def _publisher_reference() -> Node:
    """Point at the publisher and repeat its name and logo: not every reader of the graph joins its nodes."""
    return {
        "@type": "NewsMediaOrganization", "@id": _publisher_id(), "name": settings.SITE_NAME,
        "url": f"{settings.SITE_URL}/", "logo": _logo(),
    }  # fmt: skip


def _publisher_id() -> str:
    return f"{settings.SITE_URL}/#publisher"


def _logo() -> Node:
    return {"@type": "ImageObject", "url": settings.SITE_URL + static(LOGO), "width": LOGO_PX, "height": LOGO_PX}


def author_address(byline: Mapping[str, str]) -> str:
    """Return the absolute address of the page of a printed byline."""
    return settings.SITE_URL + reverse("public:author", args=[byline["slug"]])


def instant(moment: datetime) -> str:
    """Write ISO 8601 in the site's time zone, with offset."""
    return timezone.localtime(moment).isoformat(timespec="seconds")


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def _stripped(value: Any) -> Any:
    """Return the value without its empty parts: None, empty text, empty lists and objects."""
    if isinstance(value, Mapping):
        pairs = {key: _stripped(part) for key, part in value.items()}
        return {key: part for key, part in pairs.items() if part not in (None, "", [], {})}
    if isinstance(value, list):
        return [part for part in map(_stripped, value) if part not in (None, "", [], {})]
    return value
