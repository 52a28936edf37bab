"""How long does an archive of 12 500 stories take to index, and how big is it? Also the archive that the other
benchmarks ask: the demo's texts over and over, written in bulk instead of by the verbs that people publish with."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path
from time import process_time
from typing import Any

from django.contrib.auth.models import User
from django.db import connection, transaction
from django.utils import timezone

from articles.models import Article, Byline, HistoryEntry, Section, Version, VersionAuthor, VersionTag
from authors.models import Author
from benchmarks import database
from benchmarks.report import Table, machine
from images.models import Image, Rendition
from images.renditions import CROP_WIDTH, ENCODINGS, JPEG, RATIOS, WIDTHS, Encoding
from newsroom.demo import stories
from newsroom.demo.data import rows
from newsroom.demo.loader import Demo
from newsroom.lib.html import text_of
from newsroom.lib.text import word_count
from public import search
from sources.models import Source
from tags.models import Tag

LIVE_COUNT = 12_500  # four of five in one section, so that it has 500 pages of 20
DESK_COUNT = 300
BATCH = 500
BIG_SECTION = "world"
APART = timedelta(minutes=100)
SUB_SECTIONS = ("North", "South", "East", "West")
PICTURE_COUNT = 60
RARE_TAGS = 3
OLDER_VERSION_EVERY = 5
CORRECTED_EVERY = 50
STAGES = ("writing", "in_review", "ready")


@dataclass
class Cast:
    """The rows that stories point at."""

    tops: list[Section]
    subs: dict[int, list[Section]]
    authors: list[Author]
    tags: list[Tag]
    sources: list[Source]
    pictures: list[Image]
    editor: User

    def section(self, number: int) -> Section:
        """Return the big section or a part of it for four of five stories, one of the others for the fifth."""
        big, *others = self.tops
        top = others[number // 5 % len(others)] if number % 5 == 4 else big
        return [top, *self.subs[top.pk]][number // 3 % (len(SUB_SECTIONS) + 1)]

    def tags_of(self, number: int) -> list[Tag]:
        """Return a tag that every second story carries, and rarer ones."""
        common, *rare = self.tags
        picked = [rare[(number * RARE_TAGS + place) % len(rare)] for place in range(RARE_TAGS)]
        return [common, *picked] if number % 2 == 0 else picked

    def author(self, number: int) -> Author:
        return self.authors[number % len(self.authors)]


@dataclass
class Batch:
    """The rows of some hundred stories, to be written table by table."""

    articles: list[Article] = field(default_factory=list)
    versions: list[Version] = field(default_factory=list)


def build(now: datetime | None = None) -> None:
    """Fill the database in use; the newest story is two minutes old."""
    now = now or timezone.now()
    demo = Demo(now)
    with transaction.atomic():
        demo.people()
        demo.sections()
        demo.sources()
        demo.tags()
        demo.front()
        cast = _cast(demo)
        texts = [story for story in stories.every() if story.state == "published"]
        words = [word_count(text_of(story.body)) for story in texts]
        for start in range(0, LIVE_COUNT, BATCH):
            numbers = range(start, min(start + BATCH, LIVE_COUNT))
            _write_live(_batch(numbers, texts, words, cast, now), cast)
        _write_desk(texts, cast, now)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _cast(demo: Demo) -> Cast:
    tops = list(Section.objects.filter(parent=None))
    tops.sort(key=lambda top: top.slug != BIG_SECTION)
    subs = {
        top.pk: [
            Section.objects.create(name=name, slug=name.lower(), parent=top, position=20 + place)
            for place, name in enumerate(SUB_SECTIONS)
        ]
        for top in tops
    }
    pictures = [_picture(number) for number in range(PICTURE_COUNT)]
    authors = [
        Author.objects.create(name=row["name"], slug=row["slug"], role=row["role"], bio=row["bio"], portrait=portrait)
        for row, portrait in zip(rows("authors.json"), pictures, strict=False)
    ]
    tags, sources = list(Tag.objects.order_by("id")), list(Source.objects.order_by("id"))
    return Cast(tops, subs, authors, tags, sources, pictures, demo.editor)


def _picture(number: int) -> Image:
    """Return a picture with all its sizes, whose files nobody will ask for."""
    digest = sha256(str(number).encode()).hexdigest()
    image = Image(
        sha256=digest, width_px=1600, height_px=1000, size_bytes=400_000, title=f"Picture {number}",
        caption="Boats at the quay in the early morning.", alt="Boats at a quay", credit="Pat Osei/The Courier",
        renditions_made_at=timezone.now(),
    )  # fmt: skip
    image.file.name = f"pictures/{digest[:2]}/{digest}.jpg"
    Image.objects.bulk_create([image])
    uncropped = [_rendition(image, width, 1.6, "", one) for width in WIDTHS for one in ENCODINGS]
    cropped = [_rendition(image, CROP_WIDTH, w / h, name, JPEG) for name, (w, h) in RATIOS.items()]
    Rendition.objects.bulk_create([*uncropped, *cropped])
    return image


def _rendition(image: Image, width: int, shape: float, ratio: str, encoding: Encoding) -> Rendition:
    made = Rendition(
        image=image, width_px=width, height_px=round(width / shape), ratio=ratio, mime=encoding.mime,
        size_bytes=width * 80,
    )  # fmt: skip
    made.file.name = made.file.field.generate_filename(made, f"x{encoding.extension}")
    return made


def _batch(
    numbers: Iterable[int], texts: list[stories.DemoStory], words: list[int], cast: Cast, now: datetime
) -> Batch:
    batch = Batch()
    for number in numbers:
        text = texts[number % len(texts)]
        at = now - timedelta(minutes=2) - number * APART
        facts = _facts(text, number, cast)
        path = f"{at:%Y/%m/%d}/{text.slug[:60]}-{number}"
        batch.articles.append(
            Article(
                **facts, status="published", path=path, slug=path.rpartition("/")[2], revision_number=1,
                published_revision=1, first_published_at=at, created_at=at, created_by=cast.editor, changed_at=at,
                changed_by=cast.editor, slugline=text["slugline"],
            )
        )  # fmt: skip
        is_corrected = number % CORRECTED_EVERY == 0
        common = {
            **facts, "revision_number": 1, "guid": f"tag:archive:{number}", "path": path,
            "top_section": facts["section"].top, "first_published_at": at, "published_by": cast.editor,
            "word_count": words[number % len(texts)], "picture_credit": "Pat Osei/The Courier",
            "bylines": [{"name": cast.author(number).name, "slug": cast.author(number).slug}],
            "tag_names": [
                {"name": tag.name, "slug": tag.slug, "kind": tag.kind, "wikidata": ""} for tag in cast.tags_of(number)
            ],
        }  # fmt: skip
        if number % OLDER_VERSION_EVERY:
            batch.versions.append(Version(**common, number=1, standing="live", change="first", published_at=at))
            continue
        batch.versions += [
            Version(**common, number=1, standing="past", change="first", published_at=at),
            Version(
                **common, number=2, standing="live", change="correction" if is_corrected else "update",
                published_at=at + APART, updated_at=at + APART,
                public_note="An earlier version gave the wrong year." if is_corrected else "",
            ),
        ]  # fmt: skip
    return batch


def _facts(text: stories.DemoStory, number: int, cast: Cast) -> dict[str, Any]:
    """Return what a working copy and its versions share."""
    return {
        "headline": f"{text['headline']}, part {number}"[:200],
        "standfirst": text["standfirst"],
        "summary": text["summary"],
        "body": text.body,
        "kind": text["kind"] or "news",
        "language": text["language"] or "en",
        "dateline": text["dateline"],
        "section": cast.section(number),
        "source": cast.sources[number % 9 // 3] if number % 3 == 0 else None,
        "picture": cast.pictures[number % PICTURE_COUNT] if number % 3 else None,
        "urgency": 3 + number % 4,
    }


def _write_live(batch: Batch, cast: Cast) -> None:
    by_path = {article.path: article for article in Article.objects.bulk_create(batch.articles)}
    for version in batch.versions:
        version.article = by_path[version.path]
    Version.objects.bulk_create(batch.versions)
    numbers = {version.pk: int(version.guid.rpartition(":")[2]) for version in batch.versions}
    VersionAuthor.objects.bulk_create(
        VersionAuthor(version=version, author=cast.author(numbers[version.pk])) for version in batch.versions
    )
    VersionTag.objects.bulk_create(
        VersionTag(version=version, tag=tag, position=place)
        for version in batch.versions
        for place, tag in enumerate(cast.tags_of(numbers[version.pk]))
    )
    HistoryEntry.objects.bulk_create(
        HistoryEntry(
            article=version.article, verb="publish" if version.number == 1 else "update", at=version.published_at,
            by=cast.editor, to_status="published", to_stage="writing", revision_number=1, version=version,
        )
        for version in batch.versions
    )  # fmt: skip
    Byline.objects.bulk_create(
        Byline(article=article, author=cast.author(place)) for place, article in enumerate(batch.articles)
    )


def _write_desk(texts: list[stories.DemoStory], cast: Cast, now: datetime) -> None:
    """Write drafts in every stage, by the reporter."""
    reporter = User.objects.get(username="rita")
    Article.objects.bulk_create(
        Article(
            **_facts(texts[number % len(texts)], number, cast), status="draft", stage=STAGES[number % len(STAGES)],
            revision_number=1, created_at=now, created_by=reporter, changed_at=now - number * timedelta(minutes=9),
            changed_by=reporter,
        )
        for number in range(DESK_COUNT)
    )  # fmt: skip


def new(*, searchable: bool = True) -> float:
    """Make the archive in a new database; return how many seconds of work the readers' search index took."""
    database.use_new("archive" if searchable else "desk")
    build()
    if not searchable:
        return 0.0
    start = process_time()
    with transaction.atomic():
        search.rebuild()
    return process_time() - start


def measure(index_seconds: float) -> Table:
    table = Table("The archive", ["What", "Figure"])
    table.add("Live stories", f"{Version.objects.live().count():,}")
    table.add(
        "… of them in the big section", f"{Version.objects.live().filter(top_section__slug=BIG_SECTION).count():,}"
    )
    table.add("Search index, made anew", f"{index_seconds:.1f} s of work")
    if connection.vendor == "sqlite":
        table.add("Database file", f"{Path(connection.settings_dict['NAME']).stat().st_size / 1e6:,.0f} MB")
    return table


if __name__ == "__main__":
    print(measure(new()), "", machine(), sep="\n")
