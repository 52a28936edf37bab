"""What the wording of a story makes one ask: names spelt in two ways, quotes without a speaker, words that will mean
another day when it goes out."""

from __future__ import annotations

from collections.abc import Iterator

from articles import attribution
from articles.readiness.reading import Reading
from articles.readiness.registry import register
from newsroom.lib.day_words import day_words
from newsroom.lib.wording import two_spellings

MOST = 4  # of each question: a list of twenty is read by nobody
DATED = ("headline", "standfirst", "body", "summary")


@register("names_differ", "advice", "Each name is spelt in one way", at="body")
def names_differ(story: Reading) -> Iterator[str]:
    texts = "\n".join([story.article.standfirst, story.text])
    for number, pair in enumerate(two_spellings(texts)):
        if number == MOST:
            return
        yield f"Is “{pair.other}” the same as “{pair.usual}”?"


@register("quote_without_speaker", "advice", "Every quote says who speaks", at="body")
def quote_without_speaker(story: Reading) -> Iterator[str]:
    for block in attribution.nameless(story.body.blocks):
        yield f"Say who is quoted: “{_opening(block.text)}”"


@register("day_words", "advice", "No “today” that will mean another day when it goes out", at="body")
def day_words_change(story: Reading) -> Iterator[tuple[str, str]]:
    for name in DATED:
        words = day_words(story.printed(name), story.article.language, written=story.today, out=story.day_out)
        for word in words[:MOST]:
            yield f"“{word.phrase}” will mean {word.will_mean:%A} {word.will_mean.day} {word.will_mean:%B}.", name


def _opening(text: str) -> str:
    words = text.split()
    return " ".join(words[:6]) + ("…" if len(words) > 6 else "")
