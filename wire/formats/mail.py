"""Reads an e-mail as an item: headline of the subject, body of its text, pictures by what they are.

An embargo stands in words only. Where these carry a clear time the item is held until then; where not, a person is
warned, for the same words stand in news about embargoes.
"""

from __future__ import annotations

import email
import re
from dataclasses import replace
from email import policy
from email.message import Message

from newsroom.lib.text import clean_line, without_unprintable
from wire.formats import embargo_words, kind_words, mail_parts, paragraphs, teletype, values
from wire.formats.item import Parsed, ParsedItem, ParsedRelation, ParseError, Profile
from wire.formats.mail_header import header, message_ids
from wire.formats.mail_parts import Parts
from wire.formats.sniffing import MAIL_FIELDS

# How much of a text is searched for an embargo
SEARCHED = 3000
SENDER_LIMIT = 400
_PREFIX = re.compile(
    r"\s*(?:(?:Re|Fwd?|WG|AW|TR)\s*:\s*)*(?:\[(?P<tag>[^\]]{2,40})\]|(?P<words>[^:|–—]{2,40}?)\s*[:|–—])"
)
_ADDRESS = re.compile(r"<?([^<>\s]+@[^<>\s]+?)>?(?:\s|$)")
_VERDICT = re.compile(r"\b(spf|dkim|dmarc)\s*=\s*(\w+)", re.IGNORECASE)


def parse(payload: bytes, *, profile: Profile) -> list[Parsed]:
    """Return the one item of a mail, or raise ParseError."""
    try:
        message = email.message_from_bytes(payload.lstrip(b"\r\n\t \x00"), policy=policy.compat32)
    except RecursionError as error:
        raise ParseError("too_deep", "The mail is nested too deep.") from error
    except (ValueError, LookupError, TypeError, AttributeError, IndexError) as error:
        raise ParseError("unknown_format", "This mail cannot be taken apart.") from error
    if not any(name.lower() in MAIL_FIELDS for name in message):
        raise ParseError("unknown_format", "This is no mail: it has no header.")
    parts = mail_parts.collect(message, charset=profile.charset)
    return [_with_context(_item(message, parts, profile), message, parts, profile)]


def _item(message: Message, parts: Parts, profile: Profile) -> ParsedItem:
    subject = header(message, "subject", charset=profile.charset)
    sent_at = values.read_time(header(message, "date"), profile=profile)
    body, private = _body(parts)
    plain = paragraphs.plain_text(body)
    first_line = next((line for line in map(clean_line, plain.split("\n")) if line), "")
    sender = header(message, "from", charset=profile.charset)[:SENDER_LIMIT]
    digest = values.digest(subject, sender, header(message, "date"), body)
    guid = clean_line(header(message, "message-id"))
    until, doubt = embargo_words.find(f"{subject}\n{plain.lstrip()[:SEARCHED]}", zone=profile.zone, sent_at=sent_at)
    return ParsedItem(
        guid=guid if 0 < len(guid) <= values.GUID_LIMIT else f"mail:{digest}",
        version=sent_at.isoformat() if sent_at else digest,
        headline=(subject or first_line or sender or "Mail without words")[: values.HEADLINE_LIMIT],
        headline_is_stand_in=not subject,
        body=body,
        private_text=private,
        pictures=tuple(parts.pictures),
        embargo_until=until,
        version_created_at=sent_at,
        sent_at=sent_at,
        contacts=(sender,) if sender else (),
        item_type="picture" if parts.pictures and not plain.strip() else "text",
        warnings=tuple(filter(None, ["" if subject else teletype.NO_HEADLINE, doubt, *_warnings(message, parts)])),
    )


def _with_context(item: ParsedItem, message: Message, parts: Parts, profile: Profile) -> ParsedItem:
    """Add what stands around the text: language, kind, who sent it, what it answers, texts that came along."""
    body = parts.body()
    language = header(message, "content-language").split(",")[0] or next((text.language for text in body), "")
    kind = _kind(item.headline, profile)
    sender = _ADDRESS.search(item.contacts[0]) if item.contacts else None
    thread = [*message_ids(message, "references"), *message_ids(message, "in-reply-to")]
    further = (paragraphs.plain_text(text.html).strip() for text in parts.texts if text not in body)
    return replace(
        item,
        kind=kind or "new",
        pubstatus="withheld" if kind == "kill" else "usable",
        language=values.read_language(clean_line(language), default=profile.language),
        priority=values.read_urgency(header(message, "x-priority")[:1]),
        keywords=tuple(filter(None, map(clean_line, header(message, "keywords").split(",")))),
        alt_ids=(("from", sender[1]),) if sender else (),
        signals=tuple(f"{check}={result}".lower() for check, result in _VERDICT.findall(_authentication(message))),
        story_key=thread[0] if thread else "",
        relations=tuple(ParsedRelation("inReplyTo", guid) for guid in message_ids(message, "in-reply-to")),
        replaces=tuple(message_ids(message, "supersedes")),
        public_note=without_unprintable("\n\n".join(dict.fromkeys(further))),
        link=clean_line(header(message, "archived-at")).strip("<>")[:500],
    )


def _body(parts: Parts) -> tuple[str, str]:
    """Return the HTML, and what is said to be not for publication; to cut that off, HTML is made plain."""
    chosen = parts.body()
    markup = "\n".join(text.html for text in chosen)
    plain = paragraphs.plain_text(markup)
    public, private = teletype.split_private(plain, only_sentences=True)
    if not private:
        return markup, ""
    if not any(text.is_html for text in chosen):
        public, private = teletype.split_private("\n\n".join(text.words for text in chosen), only_sentences=True)
    return paragraphs.from_text(public), without_unprintable(private)


def _kind(subject: str, profile: Profile) -> str:
    """Return the kind that the word before the subject says ("CORRECTION: …", "[Korrektur] …"), "" for none."""
    found = _PREFIX.match(subject)
    if not found:
        return ""
    words = found["tag"] or found["words"]
    return profile.signal_kinds.get(words) or kind_words.kind_of(words)


def _authentication(message: Message) -> str:
    """Return the newest verdict on the sender, which whoever received the mail has put on top."""
    return header(message, "authentication-results")


def _warnings(message: Message, parts: Parts) -> list[str]:
    warnings = []
    if parts.dropped:
        names = ", ".join(parts.dropped[:5])
        warnings.append(f"{len(parts.dropped)} attached file(s) are not taken in: {clean_line(names)[:200]}.")
    if len(parts.texts) > len(parts.body()):
        warnings.append("Further texts of the mail stand in the note.")
    if parts.count > mail_parts.MAX_PARTS:
        warnings.append(f"The mail has more than {mail_parts.MAX_PARTS} parts; the rest is left out.")
    if not parts.texts and message.get_content_type() == "multipart/encrypted":
        warnings.append("The mail is encrypted.")
    return warnings
