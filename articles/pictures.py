"""Pictures inside the text. A body names them by number and says what they mean there; where the file lies, whether
there is such a picture and who made it is asked of the library, never of the text."""

from __future__ import annotations

from dataclasses import replace
from typing import TypedDict

from django.db.models import prefetch_related_objects

from articles import richtext
from articles.models import Article, ArticlePicture, Version, VersionPicture
from articles.richtext import Figure
from images.models import Image
from newsroom.lib.text import clean_line

EDITOR_PX = 800


class Printed(TypedDict):
    """What a version keeps of one picture beside its body."""

    id: int
    credit: str


def of_body(body: str) -> dict[int, Image]:
    """Return the pictures of our library that a cleaned body names, by number; no query when it names none."""
    numbers = {figure.image_id for figure in richtext.figures(body)}
    return Image.objects.in_bulk(numbers) if numbers else {}


def without_unknown(body: str) -> str:
    """Return a cleaned body without the figures whose picture the library does not have."""
    known = of_body(body)
    return richtext.with_figures(body, lambda figure: figure.html if figure.image_id in known else "")


def shown(body: str) -> str:
    """Return a cleaned body as the editor and the desk show it: each picture with the address of its file."""
    known = of_body(body)
    prefetch_related_objects(list(known.values()), "renditions")

    def with_file(figure: Figure) -> str:
        image = known.get(figure.image_id)
        return replace(figure, src=image.nearest_url(EDITOR_PX) if image else "").html

    return richtext.with_figures(body, with_file)


def freeze(body: str) -> tuple[str, list[Printed]]:
    """Return a cleaned body as it is published, each picture described, and what is printed beside its pictures."""
    known = of_body(body)

    def described(figure: Figure) -> str:
        image = known.get(figure.image_id)
        return replace(figure, alt=figure.alt or clean_line(image.alt)).html if image else ""

    printed = [Printed(id=number, credit=clean_line(image.credit)) for number, image in sorted(known.items())]
    return richtext.with_figures(body, described), printed


def note_use(article: Article) -> None:
    """Write down which pictures the body of a working copy names, so that none of them is deleted meanwhile."""
    named = set(of_body(article.body))
    before = set(ArticlePicture.objects.filter(article=article).values_list("image_id", flat=True))
    ArticlePicture.objects.filter(article=article, image_id__in=before - named).delete()
    ArticlePicture.objects.bulk_create(
        ArticlePicture(article=article, image_id=number) for number in sorted(named - before)
    )


def note_publication(version: Version) -> None:
    """Write down which pictures a version names, in the publishing transaction."""
    VersionPicture.objects.bulk_create(
        VersionPicture(version=version, image_id=printed["id"]) for printed in version.body_pictures
    )
