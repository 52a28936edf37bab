"""What stands between a story and its readers: a list of checks, each as strict as the newsroom has set it."""

from articles.readiness import advice, conditions, questions, required
from articles.readiness.advice import with_same_headline
from articles.readiness.judging import CONDITIONS, blocking, demands, level_of, problems, rules_now
from articles.readiness.reading import Reading
from articles.readiness.registry import Check, Level, Problem, every, register

__all__ = [
    "CONDITIONS",
    "Check",
    "Level",
    "Problem",
    "Reading",
    "advice",
    "blocking",
    "conditions",
    "demands",
    "every",
    "level_of",
    "problems",
    "questions",
    "register",
    "required",
    "rules_now",
    "with_same_headline",
]
