"""What the checklist asks of stories that rest on agency copy: a kill, an embargo that came later, a headline that is
still the agency's. How strict each is can be set like any other check."""

from __future__ import annotations

from collections.abc import Iterator

from articles import readiness
from articles.readiness import Reading
from articles.states import Verb
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
    for item in versions(story):
        if not _binds(item, story):
            continue
        if item.embargo_is_open or item.embargo_until is None:
            yield f"{item.source} has its copy under embargo until it is released."
        else:
            yield f"{item.source} has its copy under embargo: it ends {clock.relative(item.embargo_until, story.now)}."


@readiness.register(
    "wire_since_scheduled", "blocks", "No agency has killed or embargoed its copy since it was scheduled",
    fixed="The reason that the clock acts on was given before.",
)  # fmt: skip
def wire_since_scheduled(story: Reading) -> Iterator[str]:
    article = story.article
    if article.publish_at is None:
        return
    stops = [item for item in versions(story) if item.pubstatus == WireItem.Pubstatus.CANCELED or _binds(item, story)]
    if not stops:
        return
    scheduled = article.history.filter(verb=Verb.SCHEDULE).first()
    newest = max(stops, key=lambda item: item.received_at)
    if scheduled and newest.received_at > scheduled.at:
        what = "killed" if newest.pubstatus == WireItem.Pubstatus.CANCELED else "embargoed"
        yield f"{newest.source} has {what} the copy since this was scheduled. Unschedule it, then decide."


@readiness.register("wire_headline", "advice", "The headline is ours, not the agency's", at="headline")
def wire_headline(story: Reading) -> Iterator[str]:
    ours = normalised_key(story.article.headline)
    theirs = next((item for item in versions(story) if normalised_key(item.headline) == ours), None)
    if theirs and ours:
        yield f"The headline is still that of {theirs.source}. Write one for our readers."


def _binds(item: WireItem, story: Reading) -> bool:
    """Tell whether an item is the newest of its kind and under an embargo that the story does not have itself."""
    until, ours = item.embargo_until, story.article.embargo_until
    if not item.is_latest or story.article.embargo_is_open:
        return False
    is_longer = until is not None and until > story.now and (ours is None or ours < until)
    return item.embargo_is_open or is_longer


def versions(story: Reading) -> list[WireItem]:
    """Return every version of the items a story was made of, asked for once; none without a source of its copy."""
    article = story.article
    return story.once(COPY, lambda: copy_behind(article)) if article.pk and article.source_id else []
