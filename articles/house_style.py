"""The house's style as rows: what to look for, why, and what to write instead. It marks and suggests; it never changes
a text, and a phrase that somebody left standing in a story is not named again there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import regex
from django.contrib.auth.models import User
from django.utils import timezone

from articles.models import Article, StyleIgnore, StyleRule
from newsroom.lib.html import TooMuchMarkupError, text_of

READ = ("headline", "standfirst", "kicker", "summary", "body", "picture_caption")
MOST_RULES = 2_000
MOST_CHARACTERS = 100_000
SECONDS_PER_RULE = 0.05  # an editor's pattern may be of the kind that never ends
AROUND = 30
# Texts on which patterns of exponential cost show what they are
_TRIALS = ("a" * 60 + "!", "ab " * 40 + "!", "1" * 60 + "x", " " * 80 + "x", "aA1. " * 30)


@dataclass(frozen=True, slots=True)
class Finding:
    """One phrase against one rule in one field: how often it stands there, and its first place with words around."""

    rule: int
    name: str
    field: str
    phrase: str
    count: int
    before: str
    after: str
    reason: str
    suggestion: str


class PatternError(ValueError):
    """A pattern that cannot be used; the message says why and what to do."""


@lru_cache(maxsize=4_096)
def compiled(pattern: str, is_regex: bool, matches_case: bool) -> regex.Pattern[str]:
    """Return the pattern ready to run; a plain phrase is matched as whole words, any white space between them.

    Raises PatternError for a regular expression that does not parse.
    """
    if not is_regex:
        pattern = r"(?<!\w)" + r"\s+".join(regex.escape(word) for word in pattern.split()) + r"(?!\w)"
    try:
        return regex.compile(pattern, 0 if matches_case else regex.IGNORECASE)
    except regex.error as error:
        message = f"This is no regular expression: {error}. Mend it, or untick “regular expression”."
        raise PatternError(message) from error


def check_pattern(pattern: str, *, is_regex: bool, matches_case: bool, suggestion: str = "") -> None:
    """Raise PatternError for a pattern that does not parse, matches nothing at all, takes too long, or whose
    suggestion names a group that it lacks."""
    found = compiled(pattern, is_regex, matches_case)
    if found.search("", timeout=SECONDS_PER_RULE):
        raise PatternError("This pattern matches an empty text, so it would mark every place. Make it longer.")
    try:
        for text in _TRIALS:
            found.search(text, timeout=SECONDS_PER_RULE)
        if is_regex:
            _try_suggestion(pattern, suggestion)
    except TimeoutError as error:
        message = "This pattern takes too long on some texts. Write it without repeats inside repeats."
        raise PatternError(message) from error
    except (regex.error, IndexError) as error:
        raise PatternError(f"The suggestion does not fit the pattern: {error}.") from error


def _try_suggestion(pattern: str, suggestion: str) -> None:
    """Expand the suggestion on an empty match of a pattern with the same groups."""
    match = regex.compile(f"(?:{pattern})|").search("")
    if match and suggestion:
        match.expand(suggestion)


def active_rules(language: str) -> list[StyleRule]:
    """Return the rules for a text in `language` (BCP 47), MOST_RULES at most: those of the language and of all."""
    languages = ["", language, language.split("-")[0]]
    return list(StyleRule.objects.filter(is_active=True, language__in=languages)[:MOST_RULES])


def texts_of(article: Article) -> dict[str, str]:
    """Return the texts that are read, as plain text; a body too large to read is left out."""
    return plain_texts({name: getattr(article, name) for name in READ})


def plain_texts(values: Mapping[str, str]) -> dict[str, str]:
    """Return the fields of READ among `values` as plain text, each cut at MOST_CHARACTERS."""
    texts = {}
    for name in READ:
        text = values.get(name) or ""
        if name == "body":
            try:
                text = text_of(text)
            except TooMuchMarkupError:
                continue
        if text:
            texts[name] = text[:MOST_CHARACTERS]
    return texts


def findings(
    texts: Mapping[str, str], rules: Iterable[StyleRule], *, ignored: frozenset[tuple[int, str]] = frozenset()
) -> list[Finding]:
    """Return what stands against `rules`, field by field; `ignored` holds (rule id, phrase) pairs to pass over.

    A rule that takes longer than SECONDS_PER_RULE on a text finds nothing there.
    """
    found = []
    for name, text in texts.items():
        for rule in rules:
            found += _of_one_rule(name, text, rule, ignored)
    return found


def _of_one_rule(name: str, text: str, rule: StyleRule, ignored: frozenset[tuple[int, str]]) -> list[Finding]:
    first: dict[str, Finding] = {}
    counts: dict[str, int] = {}
    try:
        pattern = compiled(rule.pattern, rule.is_regex, rule.matches_case)
        for match in pattern.finditer(text, timeout=SECONDS_PER_RULE):
            phrase = match.group()
            suggestion = match.expand(rule.suggestion) if rule.is_regex and rule.suggestion else rule.suggestion
            if not phrase or phrase == suggestion or (rule.pk, phrase) in ignored:
                continue
            counts[phrase] = counts.get(phrase, 0) + 1
            if phrase not in first:
                before = text[max(0, match.start() - AROUND) : match.start()]
                after = text[match.end() : match.end() + AROUND]
                first[phrase] = Finding(
                    rule.pk, rule.name, name, phrase[:200], 1, before, after, rule.reason, suggestion
                )
    except (TimeoutError, PatternError, regex.error, IndexError):
        return []  # the rule's own form says so when it is made; a text is never held up by a rule
    return [_counted(finding, counts[phrase]) for phrase, finding in first.items()]


def _counted(finding: Finding, count: int) -> Finding:
    return Finding(
        finding.rule, finding.name, finding.field, finding.phrase, count,
        finding.before, finding.after, finding.reason, finding.suggestion,
    )  # fmt: skip


def ignored_in(article_id: int | None) -> frozenset[tuple[int, str]]:
    """Return the (rule id, phrase) pairs that somebody left standing in a story."""
    if article_id is None:
        return frozenset()
    return frozenset(StyleIgnore.objects.filter(article=article_id).values_list("rule_id", "phrase"))


def findings_in(article: Article) -> list[Finding]:
    """Return what stands against the house's style in a working copy; two queries."""
    return findings(texts_of(article), active_rules(article.language), ignored=ignored_in(article.pk))


def leave(article: Article, rule: StyleRule, phrase: str, *, by: User) -> None:
    """Leave a phrase standing in this story against a rule; a second time changes nothing."""
    StyleIgnore.objects.get_or_create(
        article=article, rule=rule, phrase=phrase[:200], defaults={"by": by, "at": timezone.now()}
    )


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What a rule finds in the newest stories: how many were read, how many it marks, and the first findings."""

    read_count: int
    marked_count: int
    samples: list[tuple[Article, Finding]]


def rehearse(rule: StyleRule, *, stories: int = 500, samples: int = 20) -> Rehearsal:
    """Run a rule, saved or not, on the newest stories and change nothing."""
    newest = Article.objects.order_by("-changed_at", "-id").only("id", "language", "slugline", *READ)
    read_count = marked_count = 0
    shown: list[tuple[Article, Finding]] = []
    for article in newest[:stories]:
        read_count += 1
        if rule.language and article.language.split("-")[0] != rule.language.split("-")[0]:
            continue
        found = findings(texts_of(article), [rule])
        marked_count += bool(found)
        shown += [(article, finding) for finding in found[:2]]
    return Rehearsal(read_count, marked_count, shown[:samples])
