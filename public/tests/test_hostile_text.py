"""Whatever stands in a story's fields, readers' pages stay pages: escaped, well-formed, and without new headers."""

import json
import re

import pytest

from articles.models import Section, Version
from authors.models import Author
from newsroom.testing.factories import make_author, make_image, make_live, make_section, make_source, make_tag
from newsroom.testing.rules import lift_rules
from public.tests.rows import many_live
from sources.models import Source
from tags.models import Tag

pytestmark = pytest.mark.django_db

TEXTS = [
    "</script><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)", "{{ 7|add:7 }}{% now 'Y' %}",
    "</title></head>", "<!--", "a\r\nSet-Cookie: x=1", "\u2028\u202e😀", "&lt;b&gt;",
]  # fmt: skip
FIELDS = (
    "headline", "standfirst", "kicker", "summary", "dateline", "credit_line", "picture_caption", "picture_alt",
    "how_reported", "seo_title", "social_headline", "picture_credit",
)  # fmt: skip


@pytest.fixture
def version():
    return make_live(
        authors=[make_author()],
        tags=[make_tag()],
        source=make_source(),
        picture=make_image(),
        section=make_section("world"),
    )


@pytest.mark.parametrize("text", TEXTS)
class TestEveryPage:
    def test_escapes_every_field(self, client, version, text):
        lift_rules()
        Version.objects.filter(pk=version.pk).update(
            **dict.fromkeys(FIELDS, text), bylines=[{"name": text, "slug": "mira-halloran"}],
            tag_names=[{"name": text, "slug": "elections", "kind": text, "wikidata": text}], language=text[:20],
        )  # fmt: skip
        Section.objects.update(name=text, description=text)
        Author.objects.update(
            name=text, role=text, bio=text, areas=text, languages=text, location=text, disclosure=text
        )
        Source.objects.update(name=text, description=text, credit_line=text)
        Tag.objects.update(name=text, description=text)

        for path in (
            version.get_absolute_url(),
            "/",
            "/world/",
            "/tags/elections/",
            "/authors/mira-halloran/",
            "/sources/meridian/",
            "/corrections/",
        ):
            page = client.get(path)
            html = page.content.decode()
            assert page.status_code == 200, path
            assert "<script>alert" not in html
            assert "<img src=x" not in html
            assert "</title></head>" not in html
            assert html.count("<!--") == 0
            assert "Set-Cookie" not in page
            before, script, after = re.split(
                r"<script type=.application/ld\+json.>(.*?)</script>", html, flags=re.DOTALL
            )
            assert json.loads(script)["@graph"]
            assert "' onmouseover" not in before + after
            assert "{{ 7|add:7 }}" not in text or "{{ 7|add:7 }}" in html

    def test_escapes_the_public_words_of_a_notice(self, client, text):
        [row] = many_live(1)
        lift_rules()
        Version.objects.filter(pk=row.pk).update(standing="gone", change="killed", public_note=text)

        page = client.get(row.get_absolute_url())

        assert page.status_code == 410
        assert "<script>alert" not in page.content.decode()
