"""What hangs on a ninjs item: names, pictures, other items, other numbers, people to ask."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.lib.text import clean_line, without_unprintable
from wire.formats import ninjs_text, values
from wire.formats.item import ParsedName, ParsedPicture, ParsedRelation, ParsedRendition
from wire.formats.json_objects import Node

NAME_LIMIT = 100
# Plural in 2.x and 3.x; the kinds are those of tags
NAME_FIELDS = {
    "topic": ("subject", "subjects"),
    "person": ("person", "people"),
    "place": ("place", "places"),
    "organisation": ("organisation", "organisations", "organization", "organizations"),
    "event": ("event", "events"),
}
_GUIDS = ("uri", "guid", "_id")
_PICTURE_TYPES = frozenset({"picture", "image", "photo"})
_ORIGINALS = frozenset({"original", "main", "hires", "highres", "full"})
# Where a rewrite or a follow-up names those before it. Superdesk and its newsroom, TT
_CHAINS = {
    "ancestors": "ancestor",
    "revisions": "revision",
    "nextversion": "nextVersion",
    "rewritten_by": "rewrittenBy",
}


def names(node: Node) -> Iterator[ParsedName]:
    """Yield every name once: the same words with another code are another name."""
    seen = set()
    for kind, fields in NAME_FIELDS.items():
        for part in node.nodes(*fields):
            code = values.topic_code(clean_line(part.text("code", "qcode", "uri", "literal")))
            name = ninjs_text.line(part, "name", "literal")[:NAME_LIMIT] or code[:NAME_LIMIT]
            if name and (kind, name, code) not in seen:
                seen.add((kind, name, code))
                scheme = clean_line(part.text("scheme"))[:200]
                yield ParsedName(name, kind, code, scheme, _relevance(part.text("relevance")))


def _relevance(sent: str) -> int | None:
    number = values.version_number(sent)
    return number if number is not None and number <= 100 else None


def labels(node: Node, *keys: str) -> tuple[str, ...]:
    """Return the names, or codes, of a list of objects or of words, each once: genres, services, keywords."""
    found = [ninjs_text.line(part, "name", "literal", "code", "qcode", "uri") for part in node.nodes(*keys)]
    found += [clean_line(text) for key in keys for text in node.texts(key)]
    return tuple(dict.fromkeys(label[:NAME_LIMIT] for label in found if label))


def credit(node: Node) -> str:
    """Return what is to be printed; AP sends it among the descriptions."""
    credits = (text for role, text in ninjs_text.roled(node, "descriptions") if role == "creditline")
    return clean_line(node.text("creditline") or next(credits, ""))


def associated(node: Node) -> list[Node]:
    """Return what is associated, also where a name stands for a list of items. Superdesk sends null for none."""
    if "associations" not in node:
        return []
    return [*node.nodes("associations"), *node.nested("associations")]


def pictures(node: Node, parts: list[Node]) -> tuple[ParsedPicture, ...]:
    """Return the item's own picture where it is one, then those that hang on it, each once."""
    found: dict[object, ParsedPicture] = {}
    if node.text("type").lower() in _PICTURE_TYPES:
        own = _picture(node, is_own=True)
        found[own.guid or own.href] = own
    for part in parts:
        if _is_picture(part):
            picture = _picture(part)
            found.setdefault(picture.guid or picture.href or len(found), picture)
    return tuple(found.values())


def _is_picture(part: Node) -> bool:
    kind = part.text("type").lower()
    return kind in _PICTURE_TYPES or (not kind and any(map(_may_be_picture, part.nodes("renditions"))))


def _picture(part: Node, *, is_own: bool = False) -> ParsedPicture:
    renditions = tuple(
        _rendition(file) for file in part.nodes("renditions") if file.text("href") and _may_be_picture(file)
    )
    best = max(renditions, key=_rank, default=None)
    headline = ninjs_text.main_headline(part)
    return ParsedPicture(
        guid=clean_line(part.text(*_GUIDS))[: values.GUID_LIMIT],
        caption=ninjs_text.description(part) or headline,
        credit=(credit(part) or clean_line(part.text("copyrightholder")))[:200],
        byline=clean_line(part.text("byline", "by"))[:200],
        alt="" if is_own else ninjs_text.line(part, "body_text", "alttext", "alt_text")[:400],
        usage_terms=without_unprintable(part.text("usageterms")).strip(),
        href=best.href if best else "",
        headline=headline[: values.HEADLINE_LIMIT],
        renditions=renditions,
    )


def _may_be_picture(rendition: Node) -> bool:
    mime = rendition.text("mimetype", "contenttype")
    return not mime or mime.startswith("image/")


def _rendition(file: Node) -> ParsedRendition:
    return ParsedRendition(
        href=file.text("href")[:500],
        name=clean_line(file.name or file.text("name"))[:80],
        mime=clean_line(file.text("mimetype", "contenttype"))[:80],
        width_px=values.version_number(file.text("width")),
        height_px=values.version_number(file.text("height")),
        size_bytes=values.version_number(file.text("sizeinbytes")),
    )


def _rank(rendition: ParsedRendition) -> tuple[bool, int]:
    return rendition.name.lower() in _ORIGINALS, rendition.width_px or 0


def relations(node: Node, parts: list[Node]) -> Iterator[ParsedRelation]:
    """Yield what the item says of others, without those it replaces and the one it was rewritten from."""
    for key, rel in _CHAINS.items():
        for guid in guids(node, key) if key in node else ():
            yield ParsedRelation(rel, guid)
    for part in parts:
        guid = clean_line(part.text(*_GUIDS))[: values.GUID_LIMIT]
        if guid and not _is_picture(part):
            version = clean_line(part.text("version"))[: values.VERSION_LIMIT]
            yield ParsedRelation(clean_line(part.text("rel"))[:60] or "association", guid, version)


def guids(node: Node, *keys: str) -> tuple[str, ...]:
    """Return the guids a field holds: one, a list of them, or a list of objects that have one."""
    found = [clean_line(text) for key in keys for text in node.texts(key)]
    found += [clean_line(part.text(*_GUIDS)) for key in keys for part in node.objects(key)]
    return tuple(dict.fromkeys(guid[: values.GUID_LIMIT] for guid in found if guid))


def alt_ids(node: Node) -> tuple[tuple[str, str], ...]:
    """Return the item's other numbers with what they are: an object in 1.x, a list from 2.x on."""
    found = [*node.pairs("altids"), *node.pairs("altid")]
    found += [(part.text("role", "name"), part.text("value", "id")) for part in node.objects("altids")]
    top = (("originaltransmissionreference", node.text("originaltransmissionreference")), ("job", node.text("job")))
    lines = ((clean_line(role)[:80], clean_line(value)[: values.GUID_LIMIT]) for role, value in (*found, *top))
    return tuple(dict.fromkeys((role, value) for role, value in lines if value))


def contacts(node: Node) -> tuple[str, ...]:
    """Return whom to ask, for the desk alone: what stands at sources, people, organisers."""
    fields = ("infosource", "infosources", "person", "people", "organisation", "organisations", "place", "places")
    holders = [
        *node.nodes(*fields),
        *(part for event in node.objects("eventdetails") for part in event.objects("organiser")),
    ]
    found = (_contact(holder) for holder in holders if "contactinfo" in holder)
    return tuple(dict.fromkeys(filter(None, found)))


def _contact(holder: Node) -> str:
    ways = [part.words() for part in holder.objects("contactinfo")] + holder.texts("contactinfo")
    said = clean_line(" ".join(ways))
    return clean_line(f"{holder.text('name')}: {said}").lstrip(": ")[:500] if said else ""
