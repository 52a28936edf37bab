"""One of several processes that do at random to fifty stories whatever a newsroom does, and write down what they were
told: `python -m articles.tests.chaos SEED SECONDS FILE`. Started by test_chaos, on the database of the test."""

from __future__ import annotations

import json
import os
import random
import sys
import time
import traceback
from collections import Counter
from datetime import timedelta
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings")
    import django

    django.setup()

from django.contrib.auth.models import User
from django.utils import timezone

from articles import drafting, publishing, verbs
from articles.models import Article, Revision
from articles.states import MOVES, Verb, Words
from articles.workflow import WorkflowError

PARAGRAPHS = 8
FEWEST_ALIVE = 25  # killing is for ever: half of the fifty stay
RARE = {Verb.VAULT, Verb.UNVAULT, Verb.SPIKE, Verb.HOLD, Verb.KILL}
STALE = 0.5  # how often a save rests on what was read some time ago


def paragraph(place: int, words: str) -> str:
    return f"<p>Paragraph {place} of the story about the ferry and its cargo of salt, {words}.</p>"


def body() -> str:
    """Return a text long enough to go out."""
    return "".join(paragraph(place, "as it was written first by the desk") for place in range(PARAGRAPHS))


class Actor:
    """Somebody with a memory of what stories looked like a while ago."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.seed = seed
        self.people = {name: User.objects.get(username=name) for name in ("ed", "chloe")}
        self.stories = list(Article.objects.order_by("pk").values_list("pk", flat=True))
        self.seen: dict[int, tuple[int, dict[str, Any]]] = {}
        self.saves: list[dict[str, Any]] = []
        self.outcomes: Counter[str] = Counter()
        self.errors: list[str] = []
        self.count = 0

    def run(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.act()

    def act(self) -> None:
        """Do one thing; what is refused with a reason is as good as done, anything else is an error."""
        what = self.random.choices(["save", "move", "clock"], [5, 5, 1])[0]
        try:
            done = getattr(self, what)()
            self.outcomes[done] += 1
        except WorkflowError as error:
            self.outcomes[f"{what} refused: {error.code}"] += 1
        except Exception:
            self.errors.append(traceback.format_exc())

    def read(self) -> Article:
        article = Article.objects.get(pk=self.random.choice(self.stories))
        time.sleep(self.random.random() * 0.02)  # while a person reads, others act
        return article

    def save(self) -> str:
        article = self.read()
        if article.pk not in self.seen or self.random.random() > STALE:
            last = Revision.objects.filter(article=article).first()
            self.seen[article.pk] = (last.number, last.snapshot)
        base, snapshot = self.seen[article.pk]
        self.count += 1
        words = f"changed by process {self.seed} as its act {self.count}"
        changes = self.changes(snapshot, words)
        saved = drafting.save_draft(
            article, changes, by=self.random.choice([*self.people.values()]), base_revision=base
        )
        self.saves.append(
            {"story": article.pk, "revision": saved.revision_number, "words": words, "in": next(iter(changes))}
        )
        return "saved" if base == saved.revision_number - 1 else "merged"

    def changes(self, snapshot: dict[str, Any], words: str) -> dict[str, Any]:
        """Return one field changed as a form would send it: whole, and resting on what was seen."""
        name = self.random.choice(["body", "body", "body", "headline", "standfirst", "kicker", "ednote"])
        if name == "kicker":
            return {"ednote": words, "kicker": f"At sea {self.count}"}
        if name != "body":
            return {name: words}
        place = self.random.randrange(PARAGRAPHS)
        parts = snapshot["body"].split("</p>")
        parts[place] = paragraph(place, words).removesuffix("</p>")
        return {"body": "</p>".join(parts)}

    def move(self) -> str:
        article = self.read()
        by = self.random.choice([*self.people.values()])
        offered = [*MOVES]
        if self.random.random() < 0.8:  # mostly what the screen offers, sometimes what an old screen offers still
            offered = [row.verb for row in verbs.offered(article, by)] or offered
        verb = self.random.choices(offered, [0.2 if verb in RARE else 1 for verb in offered])[0]
        if verb == Verb.KILL and self.alive() <= FEWEST_ALIVE:
            return "spared"
        verbs.do(article, verb, by=by, **self.words(verb))
        return verb

    def alive(self) -> int:
        return Article.objects.exclude(status="killed").count()

    def words(self, verb: Verb) -> dict[str, Any]:
        row = MOVES[verb]
        words: dict[str, Any] = {"note": f"Because process {self.seed} says so."}
        if row.words in {Words.PUBLIC, Words.BOTH}:
            words["public_text"] = "An earlier version gave 13; it is 12."
        if verb == Verb.READDRESS:
            words["slug"] = f"ferry-{self.random.randrange(200)}"
        if verb == Verb.SCHEDULE:
            words["publish_at"] = timezone.now() + timedelta(seconds=self.random.random() * 3)
        return words

    def clock(self) -> str:
        """Be the worker for a moment."""
        now = timezone.now()
        went = [publishing.publish_due(article_id, now=now) for article_id in publishing.due(now)]
        self.outcomes["went out by the clock"] += sum(version is not None for version in went)
        return "clock"


def main() -> None:
    seed, seconds, file = int(sys.argv[1]), float(sys.argv[2]), Path(sys.argv[3])
    actor = Actor(seed)
    actor.run(seconds)
    told = {"saves": actor.saves, "outcomes": actor.outcomes, "errors": actor.errors}
    file.write_text(json.dumps(told), encoding="utf-8")


if __name__ == "__main__":
    main()
