"""Many published rows at once, made without the publishing verbs: for lists too long to publish one by one."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count

from django.utils import timezone

from articles.models import Article, Section, Version
from images.models import Image, Rendition
from newsroom.testing.factories import make_image, make_section

_numbers = count(1)


def many_live(
    amount: int, *, section: Section | None = None, newest: datetime | None = None, picture: Image | None = None
) -> list[Version]:
    """Return `amount` live versions, newest first, an hour apart."""
    section = section or make_section()
    newest = newest or timezone.now() - timedelta(minutes=1)
    articles, versions = [], []
    for place in range(amount):
        at = newest - timedelta(hours=place)
        path = f"{at:%Y/%m/%d}/row-{next(_numbers)}"
        facts = {"headline": f"Row {place + 1}", "section": section}
        articles.append(
            Article(
                **facts, status="published", path=path, first_published_at=at, revision_number=1,
                created_at=at, changed_at=at,
            )
        )  # fmt: skip
        versions.append(
            Version(
                **facts, number=1, revision_number=1, standing="live", change="first", guid=path, path=path,
                top_section=section.top, first_published_at=at, published_at=at, body="<p>Words.</p>", picture=picture,
            )
        )  # fmt: skip
    for article, version in zip(Article.objects.bulk_create(articles), versions, strict=True):
        version.article = article
    return Version.objects.bulk_create(versions)


def make_picture(*, ratios: tuple[str, ...] = ("",), **fields: object) -> Image:
    """Return a picture with a JPEG, a WebP and an AVIF of 480 and 1200 px for each ratio; files are names only."""
    image = make_image(**fields)
    Rendition.objects.filter(image=image).delete()
    for ratio in ratios:
        for width in (480, 1200):
            for kind in ("jpeg", "webp", "avif"):
                name = f"renditions/{ratio.replace(':', 'x')}{image.pk}-{width}.{kind}"
                Rendition.objects.create(
                    image=image, width_px=width, height_px=width * 9 // 16, ratio=ratio, mime=f"image/{kind}",
                    file=name, size_bytes=1,
                )  # fmt: skip
    return image
