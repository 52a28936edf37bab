"""Makes items of what a NewsML 1 document says: chooses headline and body, keeps the rest in fields of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from newsroom.lib import xml
from newsroom.lib.text import clean_line
from wire.formats import newsml1_bodies, newsml1_management, newsml1_metadata, paragraphs, values
from wire.formats import newsml1_tree as tree
from wire.formats.item import Parsed, ParsedItem, ParsedPicture, ParsedRelation, Profile, RefusedItem
from wire.formats.newsml1_management import Management
from wire.formats.newsml1_story import Story, Text
from wire.formats.nitf_body import NitfStory

KILLED = "Killed by the agency"
# A text that repeats this share of another's words is the same in another form
SAME_SHARE = 0.8


@dataclass(frozen=True, slots=True)
class Envelope:
    """What a document says of all its items."""

    sent_at: datetime | None
    priority: int | None
    warnings: tuple[str, ...]
    degraded: bool

    @classmethod
    def read(cls, document: xml.Parsed, *, profile: Profile) -> Envelope:
        envelope = tree.first(document.root, "NewsEnvelope")
        if envelope is None:
            return cls(None, None, document.warnings, document.degraded)
        sent = tree.line(tree.first(envelope, "DateAndTime"))
        priority = values.read_urgency(tree.formal(tree.first(envelope, "Priority")))
        return cls(values.read_time(sent, profile=profile), priority, document.warnings, document.degraded)


def versions(management: Management, stories: list[Story], envelope: Envelope, *, profile: Profile) -> Iterator[Parsed]:
    """Yield one item for each story; those after the first have their language in the guid."""
    guid = management.guid
    if len(stories) == 1:
        yield _item(management, stories[0], envelope, (), profile)
        return
    guids = [guid] + [f"{guid}:{values.read_language(story.language, default='xx')}" for story in stories[1:]]
    for own, story in zip(guids, stories, strict=True):
        others = tuple(ParsedRelation("translation", other, management.version) for other in guids if other != own)
        yield _item(replace(management, guid=own), story, envelope, others if guid else (), profile)


def _item(
    management: Management, story: Story, envelope: Envelope, translations: tuple[ParsedRelation, ...], profile: Profile
) -> Parsed:
    main, others = _chosen(story.texts)
    # serialising changes the tree, so the further texts come after the main one, and none is read twice
    nitf = newsml1_bodies.story_of(main.data) if main else NitfStory()
    body = nitf.html
    _add_nitf(story, nitf)
    further = _further(body, others)
    pictures = [*_pictures(story), *nitf.pictures]
    if main is None:
        body = paragraphs.from_text(max((picture.caption for picture in pictures), key=len, default=""))
    warnings = list(envelope.warnings)
    status = values.read_pubstatus(management.status)
    said = story.first("headline")
    headline = said or _stand_in(story, pictures, body)
    # AFP's alerts have an empty headline: what they say is their first paragraph
    is_alert = "headline" in story.lines and bool(body)
    if headline and not said:
        warnings.append("No headline was sent; the first words stand in.")
    if not headline and status != "canceled" and not management.guid:
        return RefusedItem("The item has neither an identity nor a headline nor any text.")
    version = (management.version or management.created)[: values.VERSION_LIMIT]
    digest = "" if version and management.guid else values.digest(headline, body, management.created)
    if not management.guid:
        warnings.append("The item was sent without an identity: its updates and kills cannot be told to be of it.")
    item_type = _item_type(story, main, pictures)
    shown = (headline or KILLED)[: values.HEADLINE_LIMIT]
    return ParsedItem(
        guid=management.guid or f"newsml:{digest}",
        version=version or digest,
        headline=shown,
        headline_is_stand_in=not said and not is_alert,
        body=body,
        pictures=tuple(pictures),
        public_note="\n".join(filter(None, [*story.lines.get("public", ()), *further])),
        relations=(*management.relations, *translations, *_members(story)),
        item_type=item_type,
        is_degraded=envelope.degraded,
        **_of_management(management, envelope, profile),
        **_of_lines(story, management.slug, pictures[0] if item_type == "picture" else ParsedPicture(), profile),
        **_conclusions(management, story, shown, warnings, profile),
    )


def _of_management(management: Management, envelope: Envelope, profile: Profile) -> dict[str, Any]:
    return {
        "version_number": values.version_number(management.version),
        "version_sent": management.version,
        "status_sent": management.status,
        "urgency": values.read_urgency(management.urgency),
        "priority": envelope.priority,
        "sent_at": envelope.sent_at,
        "first_created_at": values.read_time(management.first_created, profile=profile),
        "version_created_at": values.read_time(management.created, profile=profile),
        "expires_at": management.expires_at,
        "alt_ids": management.alt_ids,
        "notices": management.notices,
        "evolved_from": management.evolved_from,
        "is_patch": management.update in {"A", "U"},
    }


def _of_lines(story: Story, slug: str, picture: ParsedPicture, profile: Profile) -> dict[str, Any]:
    creator = story.first("Creator")
    title = slug or story.first("slug")
    return {
        "slugline": title[:200],
        "title": title,
        "standfirst": story.all("summary"),
        "byline": (story.all("byline", joined=", ") or (creator if " " in creator else "") or picture.byline)[:200],
        "dateline": (story.first("dateline") or story.city)[:120],
        "language": values.read_language(story.language, default=profile.language),
        "credit": (story.first("credit", "Provider", "Source") or picture.credit)[:120],
        "copyright_holder": story.first("holder", "copyright")[:200],
        "copyright_notice": story.all("copyright"),
        "usage_terms": story.all("rights"),
        "ednote": story.all("ednote"),
        "contacts": tuple(story.lines.get("contact", ())),
        "private_text": story.all("private"),
        "names": tuple(story.names.values()),
        "keywords": tuple({**story.keywords, **dict.fromkeys(story.lines.get("keyword", ()))}),
        "genres": tuple(story.genres),
        "link": story.first("link")[:500],
    }


def _conclusions(
    management: Management, story: Story, headline: str, warnings: list[str], profile: Profile
) -> dict[str, Any]:
    """Return what follows from several fields: embargo, kind, signals, and what a person should know."""
    embargo = management.embargo_sent
    if embargo is None:
        embargo = story.first("embargo") or None
    until, is_open, doubt = values.read_embargo(embargo, status=management.status, profile=profile)
    pubstatus = values.read_pubstatus(management.status)
    if pubstatus == "unknown":
        warnings.append(f"The status “{management.status[:40]}” is unknown; the item is not usable.")
    if management.update == "U":
        warnings.append("Only changed parts were sent, which are not put together; the text before them stands.")
    return {
        "pubstatus": pubstatus,
        "kind": newsml1_management.kind(management, genres=list(story.genres), headline=headline, profile=profile),
        "embargo_sent": embargo,
        "embargo_until": until,
        "embargo_is_open": is_open,
        "signals": tuple(filter(None, [management.item_kind, *management.instructions])),
        "warnings": tuple(filter(None, [*warnings, doubt])),
    }


def _chosen(texts: list[Text]) -> tuple[Text | None, list[Text]]:
    """Return the text that is the body and the others: a component called so, else the longest."""
    if not texts:
        return None, []
    main = max(texts, key=lambda text: (text.role == "body", text.length))
    # Of equally long forms of a text the one with structure is the better one
    structured = [text for text in texts if len(text.data) and text.length > SAME_SHARE * main.length]
    if structured and not len(main.data):
        main = max(structured, key=lambda text: text.length)
    return main, [text for text in texts if text is not main]


def _further(body: str, others: list[Text]) -> list[str]:
    """Return the texts that are not the body in another form."""
    if not others:
        return []
    words = set(paragraphs.plain_text(body).split())
    found = []
    for text in others:
        lines = newsml1_metadata.text_lines(newsml1_bodies.html_of(text.data))
        own = lines.split()
        if sum(word in words for word in own) < SAME_SHARE * len(own):
            found.append(lines)
    return found


def _pictures(story: Story) -> list[ParsedPicture]:
    """Return the pictures; a caption that stands alone belongs to the one picture without, else to the notes."""
    drafts = [draft for draft in story.drafts if draft.renditions]
    for draft in story.drafts:
        if draft.renditions or not draft.caption:
            continue
        bare = [other for other in drafts if not other.caption]
        if len(bare) == 1:
            bare[0].caption = draft.caption
        else:
            story.say("public", draft.caption)
    return [draft.finished() for draft in drafts]


def _stand_in(story: Story, pictures: list[ParsedPicture], body: str) -> str:
    """Return words for an item without a headline, as AFP's alerts are: their first paragraph."""
    paragraph = next((line for line in paragraphs.plain_text(body).split("\n") if line.strip()), "")
    shown = next(filter(None, (picture.headline or picture.caption for picture in pictures)), "")
    return clean_line(paragraph) or clean_line(shown) or story.first("slug", "summary", "ednote")


def _add_nitf(story: Story, nitf: NitfStory) -> None:
    """Add what NITF says beside its body, where the lines of NewsML did not say it."""
    for what in ("headline", "byline", "dateline"):
        if not story.first(what):
            story.say(what, getattr(nitf, what))
    story.say("summary", nitf.abstract)
    story.say("public", nitf.note)
    for words in nitf.private:
        story.say("private", words)


def _item_type(story: Story, main: Text | None, pictures: list[ParsedPicture]) -> str:
    if main:
        return "text"
    if story.media:
        return story.media[0]
    if pictures:
        return "picture"
    return "composite" if story.members else "text"


def _members(story: Story) -> tuple[ParsedRelation, ...]:
    return tuple(ParsedRelation("member", guid) for guid in story.members)
