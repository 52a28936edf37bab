"""Reads the demo's story files: header lines, an empty line, the body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

FOLDER = Path(__file__).parent / "stories"
_AGE = re.compile(r"(\d+)\s*([dhm])")
_UNITS = {"d": "days", "h": "hours", "m": "minutes"}


@dataclass(frozen=True, slots=True)
class DemoStory:
    """One story file. `header` holds its keys in lower case; `slug` is its name without the number."""

    slug: str
    header: dict[str, str]
    body: str

    def __getitem__(self, key: str) -> str:
        return self.header.get(key, "")

    @property
    def age(self) -> timedelta:
        """How long before the demo is loaded it went out, or was begun."""
        parts = {_UNITS[unit]: int(number) for number, unit in _AGE.findall(self["age"] or "1d")}
        return timedelta(**parts)

    @property
    def state(self) -> str:
        return self["state"] or "published"

    @property
    def picture(self) -> tuple[str, int] | None:
        """The scene and seed of its picture."""
        if not self["picture"]:
            return None
        scene, _, seed = self["picture"].partition(" ")
        return scene, int(seed or 1)

    @property
    def first_text(self) -> dict[str, str]:
        """Standfirst and body as they first went out: with the mistakes that were corrected, without what was added."""
        body = self.body
        if self["added"]:
            paragraphs = re.findall(r"<p>.*?</p>", body, re.DOTALL)
            body = body.replace(paragraphs[int(self["added"]) - 1], "", 1)
        return {"standfirst": self._mistaken(self["standfirst"]), "body": self._mistaken(body)}

    def _mistaken(self, text: str) -> str:
        for pair in self["mistake"].split(";") if self["mistake"] else ():
            right, _, wrong = pair.partition("=>")
            text = text.replace(right.strip(), wrong.strip())
        return text

    def names(self, key: str) -> list[str]:
        """Return a comma-separated header as a list."""
        return [name.strip() for name in self[key].split(",") if name.strip()]


def read(path: Path) -> DemoStory:
    """Return the story in `path`."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    pairs = (line.partition(":") for line in head.splitlines() if line.strip())
    header = {key.strip().lower(): value.strip() for key, _, value in pairs}
    return DemoStory(path.stem.split("-", 1)[1], header, body.strip())


def every() -> list[DemoStory]:
    """Return all stories, the oldest first, so that they are published in order."""
    stories = [read(path) for path in sorted(FOLDER.glob("*.story"))]
    return sorted(stories, key=lambda story: story.age, reverse=True)
