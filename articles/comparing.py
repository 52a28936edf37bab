"""What differs between two states of a story: revisions, versions, or one of each. Fields first, then the body, the
picture, authors and tags; word by word. Everything shown is escaped or was cleaned here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any

from django.utils.safestring import SafeString

from articles import content, pictures, richtext
from articles.chronicle import readable
from articles.models import STORY_FIELDS, Version
from newsroom.lib import diff, marking
from newsroom.lib.aligning import opcodes

PICTURE_FIELDS = ("picture", "picture_caption", "picture_alt", "picture_is_decorative")
_LAST = ("body", *PICTURE_FIELDS, "authors", "tags")
ORDER = (*(name for name in content.EDITABLE_FIELDS if name not in _LAST), *_LAST)


@dataclass(frozen=True, slots=True)
class Row:
    """A paragraph, or a whole field: both states in one, and each by itself with its own marks."""

    both: SafeString
    before: SafeString
    after: SafeString
    is_changed: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs. `before` and `after` are plain text; rows of the body are its paragraphs."""

    name: str
    before: str
    after: str
    rows: list[Row] = field(default_factory=list)

    @property
    def field(self) -> str:
        return content.label(self.name)

    @property
    def html(self) -> SafeString:
        return SafeString("".join(row.both for row in self.rows))


def compare(before: Mapping[str, Any], after: Mapping[str, Any], names: Iterable[str] = ORDER) -> list[Difference]:
    """Return what changed between two snapshots, in the order of ORDER; a field that only one has is left out."""
    asked = set(names)
    found = []
    for name in ORDER:
        if name not in asked or name not in before or name not in after:
            continue
        old, new = before[name], after[name]
        if content.comparable(name, old) != content.comparable(name, new):
            found.append(difference(name, old, new))
    return found


def difference(name: str, old: Any, new: Any) -> Difference:
    """Return one field's two kept values compared, whether they differ or not."""
    if name == "body":
        return Difference(name, old, new, body_rows(old, new))
    shown = _names if name in content.LIST_FIELDS else _text
    return Difference(name, words_of(name, old), words_of(name, new), [shown(name, old, new)])


def body_rows(old: str, new: str) -> list[Row]:
    """Compare two bodies by paragraph; both are cleaned once more before anything of them is marked safe."""
    before, after = (pictures.shown(richtext.clean_body(body)) for body in (old, new))
    return [_row(html) for html in marking.marked_rows(before, after)]


def shown_body(html: str) -> SafeString:
    """Return a body, or paragraphs of one, to read: cleaned once more, its pictures with their files."""
    return SafeString(pictures.shown(richtext.clean_body(html)))


def words_of(name: str, kept: Any) -> str:
    """Return a kept value in words, empty for nothing."""
    if kept in (None, "", []):
        return ""
    if name not in content.PLAIN_FIELDS:
        return readable(kept)
    return content.choices(name).get(kept) or readable(kept)


def version_snapshot(version: Version) -> dict[str, Any]:
    """Return what a published version says, as a snapshot of a working copy would hold it."""
    own = (*STORY_FIELDS, *(name for name in content.LINKED_FIELDS if name != "assignee"))
    kept = {name: content.as_kept(name, getattr(version, name)) for name in own}
    kept["authors"] = [{"id": each["slug"], "name": each["name"]} for each in version.bylines]
    kept["tags"] = [{"id": each["slug"], "name": each["name"]} for each in version.tag_names]
    return kept


def _text(name: str, old: Any, new: Any) -> Row:
    return _row("".join(map(_marked, diff.words(words_of(name, old), words_of(name, new)))))


def _marked(part: diff.Change) -> str:
    if part.op == "equal":
        return escape(part.b)
    return _in("del", part.a) + _in("ins", part.b)


def _names(name: str, old: list[dict[str, Any]], new: list[dict[str, Any]]) -> Row:
    """Compare two rows of people or tags, each name whole."""
    parts: list[tuple[str, str]] = []
    ids = [content.comparable(name, row) for row in (old, new)]
    for op, i, j, k, m in opcodes(*ids):
        if op == "equal":
            parts += [("", row["name"]) for row in new[k:m]]
        else:
            parts += [("del", row["name"]) for row in old[i:j]] + [("ins", row["name"]) for row in new[k:m]]
    both, before, after = (
        SafeString(", ".join(_in(mark, text) for mark, text in parts if not mark or mark != hidden))
        for hidden in ("", "ins", "del")
    )
    return Row(both, before, after, any(mark for mark, _ in parts))


def _in(mark: str, text: str) -> str:
    return f"<{mark}>{escape(text)}</{mark}>" if mark and text else escape(text)


def _row(html: str) -> Row:
    """Make a row of marked HTML: escaped words, or paragraphs that passed clean_body, with ins and del around them."""
    before, after = marking.first_of(html), marking.second_of(html)
    return Row(SafeString(html), SafeString(before), SafeString(after), "<ins>" in html or "<del>" in html)
