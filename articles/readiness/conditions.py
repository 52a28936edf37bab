"""What forbids publishing whatever the text is like: embargo, hold, vault, must-notes, a lawyer who has to read it.
Most of these cannot be set on the checklist's screen: somebody gave a promise, and the checklist is no way round it."""

from __future__ import annotations

from collections.abc import Iterator

from articles.readiness.reading import Reading
from articles.readiness.registry import register
from articles.readiness.required import leftovers
from articles.states import STATUS_LABELS, Status
from newsroom.lib import clock


@register("held", "blocks", "It is not on hold", fixed="A hold is lifted by a chief editor, with a reason.")
def held(story: Reading) -> Iterator[str]:
    if story.article.is_held:
        yield f"On hold: {story.article.hold_reason}"


@register("embargoed", "blocks", "Its embargo is over", fixed="An embargo is a promise to its source.")
def embargoed(story: Reading) -> Iterator[tuple[str, str]]:
    article = story.article
    if article.embargo_is_open:
        yield "Under embargo until it is released.", "embargo_is_open"
    elif article.embargo_until and article.embargo_until > story.now:
        wait = clock.relative(article.embargo_until, story.now)
        yield f"Under embargo: it ends {wait}.", "embargo_until"


@register("in_vault", "blocks", "It does not lie in the vault", fixed="Two people let a story out of the vault.")
def in_vault(story: Reading) -> Iterator[str]:
    if story.article.in_vault:
        yield "It lies in the vault. Two people let it out."


@register("vault_stop_word", "blocks", "A prepared story has no note to self left in it",
          fixed="Prepared stories of other newsrooms went out with them.")  # fmt: skip
def vault_stop_word(story: Reading) -> Iterator[tuple[str, str]]:
    if story.article.in_vault:
        yield from leftovers(story)


@register("must_note", "blocks", "No note is open that must be settled before publishing",
          fixed="Whoever wrote the note, or an editor, settles it.")  # fmt: skip
def must_note(story: Reading) -> Iterator[str]:
    for text in story.must_notes:
        yield f"Settle this note first: “{text}”."


@register("needs_legal", "blocks", "A lawyer has read it, where one must", at="needs_legal")
def needs_legal(story: Reading) -> Iterator[str]:
    if story.article.needs_legal:
        yield "A lawyer must read it first; then take the mark off."


@register("needs_picture", "reason", "It has the picture that the desk asked for", at="picture")
def needs_picture(story: Reading) -> Iterator[str]:
    if story.article.needs_picture and story.article.picture_id is None:
        yield "The desk asked for a picture and it has none."


@register("original_gone", "reason", "The story that it was copied from was not killed or withdrawn")
def original_gone(story: Reading) -> Iterator[str]:
    original = story.article.copied_from if story.article.copied_from_id else None
    if original is not None and original.status in {Status.KILLED, Status.WITHDRAWN}:
        yield f"It was copied from “{original}”, which was {STATUS_LABELS[Status(original.status)].lower()}."
