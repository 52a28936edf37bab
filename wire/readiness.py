"""What the checklist asks of stories that rest on agency copy: a kill, an embargo that came later, a headline that is
still the agency's. How strict each is can be set like any other check."""

from __future__ import annotations

from collections.abc import Iterator

from articles import readiness
from articles.readiness import Reading
from newsroom.lib import clock
from newsroom.lib.text import normalised_key
from wire.advisories import COPY, copy_behind
from wire.models import WireItem


@readiness.register("wire_killed", "reason", "No agency has killed the copy it was made of")
def wire_killed(story: Reading) -> Iterator[str]:
    for item in versions(story):
        if item.pubstatus == WireItem.Pubstatus.CANCELED:
            yield f"{item.source} has killed the copy that this was made of: “{item.headline}”."
            return


@readiness.register("wire_embargo", "reason", "The agency's embargo on the copy is over", at="embargo_until")
def wire_embargo(story: Reading) -> Iterator[str]:
    """Look at the newest version of each item; what the story's own embargo says already is not said twice."""
    article = story.article
    for item in versions(story):
        if not item.is_latest or article.embargo_is_open:
            continue
        until = item.embargo_until
        is_in_force = until is not None and until > story.now
        is_ours = until is not None and article.embargo_until is not None and article.embargo_until >= until
        if item.embargo_is_open:
            yield f"{item.source} has its copy under embargo until it is released."
        elif is_in_force and until is not None and not is_ours:
            yield f"{item.source} has its copy under embargo: it ends {clock.relative(until, story.now)}."


@readiness.register("wire_headline", "advice", "The headline is ours, not the agency's", at="headline")
def wire_headline(story: Reading) -> Iterator[str]:
    ours = normalised_key(story.article.headline)
    theirs = next((item for item in versions(story) if normalised_key(item.headline) == ours), None)
    if theirs and ours:
        yield f"The headline is still that of {theirs.source}. Write one for our readers."


def versions(story: Reading) -> list[WireItem]:
    """Return every version of the items a story was made of, asked for once; none without a source of its copy."""
    article = story.article
    return story.once(COPY, lambda: copy_behind(article)) if article.pk and article.source_id else []
