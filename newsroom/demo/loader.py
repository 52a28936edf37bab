"""Loads the demo newsroom through the same verbs that people use. What is there already is left alone."""

from __future__ import annotations

import io
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime, timedelta
from functools import cached_property, partial
from typing import Any

from django.conf import settings
from django.contrib.auth.models import Group, User
from django.utils import timezone

from articles import drafting, publishing
from articles.models import AiUse, Article, Section
from authors.models import Author
from fronts.models import Container, Front
from images.intake import take_in
from images.models import Image
from newsroom import roles
from newsroom.demo import DEMO_PASSWORD, desk, pictures, stories, wire
from newsroom.demo.data import rows
from newsroom.demo.stories import DemoStory
from sources.models import RightsProfile, Source
from tags.models import Tag, TagAlias

WIDTH_PX = 1600
TERMS = "Drawn for this newsroom. Free to use everywhere."


def draw_scene(scene: str, seed: int, width_px: int = WIDTH_PX) -> bytes:
    """Return a JPEG of a drawn scene, three wide and two high."""
    return _jpeg(pictures.draw(scene, seed, size=(width_px, width_px * 2 // 3)))


def draw_portrait(seed: int, width_px: int = WIDTH_PX) -> bytes:
    """Return a square JPEG of a drawn portrait, half as wide as a scene."""
    return _jpeg(pictures.portrait(seed, size=(width_px // 2, width_px // 2)))


def _jpeg(picture: Any) -> bytes:
    buffer = io.BytesIO()
    picture.convert("RGB").save(buffer, "JPEG", quality=84, progressive=True, optimize=True)
    return buffer.getvalue()


class Demo:
    """One loading of the demo; `now` is when its newest stories went out, `width_px` how wide its pictures are."""

    def __init__(self, now: datetime | None = None, *, width_px: int = WIDTH_PX) -> None:
        self.now = now or timezone.now()
        self.width_px = width_px

    def load(self) -> dict[str, int]:
        """Make what is missing and return how many rows of each kind the newsroom has now."""
        roles.sync()
        self.people()
        self.sections()
        self.sources()
        self.tags()
        with ProcessPoolExecutor(max_workers=2) as pool:
            self.authors(pool)
            self.stories(pool)
        desk.load(self.now)
        wire.load(self.now, draw=partial(draw_scene, width_px=self.width_px))
        self.front()
        return {
            "stories": Article.objects.count(),
            "authors": Author.objects.count(),
            "tags": Tag.objects.count(),
            "pictures": Image.objects.count(),
        }

    def people(self) -> None:
        """Make one login per role; without DEMO_LOGINS they exist as names only and cannot sign in."""
        for row in rows("people.json"):
            user, made = User.objects.get_or_create(
                username=row["username"],
                defaults={"first_name": row["first_name"], "last_name": row["last_name"], "is_staff": True},
            )
            if not made:
                continue
            user.set_password(DEMO_PASSWORD if settings.DEMO_LOGINS else None)
            user.is_active = settings.DEMO_LOGINS
            user.save()
            user.groups.add(Group.objects.get(name=row["role"]))

    def person(self, role: str) -> User:
        """Return the demo's member of a role; verbs run by an inactive one are refused, so it is lent activity here."""
        user = User.objects.get(username=next(row["username"] for row in rows("people.json") if row["role"] == role))
        user.is_active = True
        return user

    @cached_property
    def reporter(self) -> User:
        return self.person("reporter")

    @cached_property
    def editor(self) -> User:
        return self.person("editor")

    @cached_property
    def chief(self) -> User:
        return self.person("chief")

    def sections(self) -> None:
        for position, row in enumerate(rows("sections.json")):
            parent = Section.objects.get(slug=row["parent"], parent=None) if row.get("parent") else None
            values = {"name": row["name"], "description": row["description"], "position": position}
            Section.objects.get_or_create(slug=row["slug"], parent=parent, defaults=values)

    def sources(self) -> None:
        for row in rows("sources.json"):
            terms = row.pop("usage_terms")
            rights, _ = RightsProfile.objects.get_or_create(
                name=f"{row['name']} terms", defaults={"usage_terms": terms}
            )
            Source.objects.get_or_create(slug=row.pop("slug"), defaults={**row, "rights": rights})

    def tags(self) -> None:
        for row in rows("tags.json"):
            values = {name: row[name] for name in ("name", "kind", "description")} | {"standing": "approved"}
            tag, made = Tag.objects.get_or_create(slug=row["slug"], defaults=values)
            for alias in row["aliases"] if made else ():
                TagAlias.objects.create(tag=tag, name=alias)

    def authors(self, pool: ProcessPoolExecutor) -> None:
        missing = [row for row in rows("authors.json") if not Author.objects.filter(slug=row["slug"]).exists()]
        draw = partial(draw_portrait, width_px=self.width_px)
        portraits = pool.map(draw, [row["portrait_seed"] for row in missing])
        for row, portrait in zip(missing, portraits, strict=True):
            image = take_in(
                portrait, filename=f"{row['slug']}.jpg", title=row["name"], alt=f"Portrait of {row['name']}",
                credit="The Courier", caption=row["name"], usage_terms=TERMS,
            )  # fmt: skip
            values = {name: row.get(name, "") for name in ("name", "role", "bio", "email", "disclosure")}
            lists = {
                "languages": ", ".join(row["languages"]),
                "areas": ", ".join(row["areas"]),
                "location": row["base"],
            }
            Author.objects.create(slug=row["slug"], portrait=image, **values, **lists)

    def stories(self, pool: ProcessPoolExecutor) -> None:
        missing = [story for story in stories.every() if not Article.objects.filter(slug=story.slug).exists()]
        drawn = {
            story.slug: pool.submit(draw_scene, *story.picture, self.width_px) for story in missing if story.picture
        }
        for story in missing:
            image = None
            if story.slug in drawn:
                image = take_in(
                    drawn[story.slug].result(), filename=f"{story.slug}.jpg", title=story["headline"],
                    caption=story["caption"], alt=story["alt"], credit=story["picture-credit"],
                    usage_terms=TERMS,
                )  # fmt: skip
            self.bring_to_state(story, self.write(story, image))

    def write(self, story: DemoStory, image: Image | None) -> Article:
        """Make the draft, an hour before it went out."""
        top, _, sub = story["section"].partition("/")
        section = Section.objects.get(slug=top, parent=None)
        source = Source.objects.filter(slug=story["source"]).first()
        people = {author.slug: author for author in Author.objects.filter(slug__in=story.names("byline"))}
        changes = {
            "headline": story["headline"], **story.first_text, "summary": story["summary"],
            "kicker": story["kicker"], "kind": story["kind"] or "news", "language": story["language"] or "en",
            "slugline": story["slugline"], "dateline": story["dateline"], "slug": story.slug,
            "section": section.children.get(slug=sub) if sub else section, "source": source,
            "credit_line": story["credit"], "usage_terms": source.usage_terms if source else "",
            "picture": image, "how_reported": story["how"], "ai_use": AiUse.NONE,
            "authors": [people[slug] for slug in story.names("byline")],
            "tags": list(Tag.objects.filter(slug__in=story.names("tags"))),
            "urgency": 3 if story.age < timedelta(hours=2) else 5,
        }  # fmt: skip
        return drafting.create_draft(changes, by=self.reporter, now=self.now - story.age - timedelta(hours=1))

    def bring_to_state(self, story: DemoStory, article: Article) -> None:
        """Take the draft through the desk to the state its file names."""
        at = self.now - story.age
        if story.state == "draft":
            return
        if story.state == "spiked":
            drafting.spike(article, by=self.editor, note=story["note"], now=at)
            return
        drafting.submit(article, by=self.reporter, now=at - timedelta(minutes=30))
        if story.state == "in_review":
            return
        if story.state in {"published", "withdrawn", "killed"}:
            self.publish(story, article, at)
            return
        drafting.approve(article, by=self.editor, now=at - timedelta(minutes=10))
        self.set_condition(story, article)

    def set_condition(self, story: DemoStory, article: Article) -> None:
        if story.state == "held":
            drafting.hold(article, by=self.chief, note=story["note"] or "Legal reads it.", now=self.now)
        elif story.state == "scheduled":
            publishing.schedule(article, by=self.editor, publish_at=self.tomorrow(6), now=self.now)
        elif story.state == "embargoed":
            changes = {"embargo_until": self.tomorrow(9)}
            drafting.save_draft(article, changes, by=self.editor, base_revision=article.revision_number, now=self.now)

    def tomorrow(self, hour: int) -> datetime:
        day = timezone.localtime(self.now) + timedelta(days=1)
        return day.replace(hour=hour, minute=0, second=0, microsecond=0)

    def publish(self, story: DemoStory, article: Article, at: datetime) -> None:
        publishing.publish(article, by=self.editor, now=at)
        later = at + story.age / 3
        if story["update"] or story["correction"]:
            text = {"standfirst": story["standfirst"], "body": story.body}
            revision = article.revision_number
            drafting.save_draft(article, text, by=self.editor, base_revision=revision, now=later - timedelta(minutes=4))
        if story["update"]:
            publishing.update(article, by=self.editor, note=story["update"], now=later)
        if story["correction"]:
            publishing.correct(article, by=self.editor, public_text=story["correction"], now=later)
        notice: dict[str, Any] = {
            "by": self.editor,
            "note": "Told to readers at its address.",
            "public_text": story["note"],
            "now": later,
        }
        if story.state == "withdrawn":
            publishing.withdraw(article, **notice)
        if story.state == "killed":
            publishing.kill(article, **notice)

    def front(self) -> None:
        home, made = Front.objects.get_or_create(slug="home", defaults={"name": "Front page"})
        if not made:
            return
        Container.objects.create(front=home, layout="lead", size=4, position=0)
        layouts = {"world": "four", "politics": "big", "climate": "four", "sport": "list", "opinion": "opinion"}
        for position, section in enumerate(Section.objects.filter(parent=None), start=1):
            layout = layouts.get(section.slug, "four")
            size = 5 if layout in {"big", "list"} else 4
            Container.objects.create(front=home, section=section, layout=layout, size=size, position=position)
