"""What a reader's page may weigh, compressed as it is sent. Time is measured in benchmarks/; sizes are promises."""

import gzip
import re

import pytest
from django.contrib.staticfiles import finders

from images.models import Rendition
from images.renditions import CROP_WIDTH, ENCODINGS, JPEG, RATIOS, WIDTHS
from newsroom.demo import stories
from newsroom.testing.factories import make_author, make_image, make_live, make_section, make_source, make_tag
from public.views.article import RELATED_COUNT

pytestmark = pytest.mark.django_db

STORY_KB, LIST_KB, NOTICE_KB, CSS_KB, JS_KB, FONTS_KB = 25, 35, 8, 14, 15, 90
SECTIONS = ("world", "politics", "business", "climate", "science", "culture", "sport", "opinion")
STYLESHEETS = re.compile(r'<link rel="stylesheet" href="/static/([^"]+)"')
SCRIPTS = re.compile(r'<script [^>]*src="/static/([^"]+)"')
PRELOADED_FONTS = re.compile(r'<link rel="preload" href="/static/([^"]+\.woff2)"')
UPRIGHT_LATIN = [f"public/fonts/{name}-latin.woff2" for name in ("display", "text", "sans")]


def kb(payload):
    return len(payload) / 1024


def static_file(name):
    with open(finders.find(name), "rb") as file:
        return file.read()


def compressed(names):
    return b"".join(gzip.compress(static_file(name), mtime=0) for name in names)


def sent(client, address):
    """Return the bytes that travel to a browser that takes gzip."""
    response = client.get(address, headers={"accept-encoding": "gzip"})
    assert response["Content-Encoding"] == "gzip"
    return response.content


def make_large_picture():
    """Return a picture with a row for every size we make; names are as long as real ones, files are not needed."""
    image = make_image()
    shapes = [("", width, encoding) for width in WIDTHS for encoding in ENCODINGS]
    shapes += [(ratio, CROP_WIDTH, JPEG) for ratio in RATIOS]
    for ratio, width, encoding in shapes:
        row = Rendition(
            image=image, width_px=width, height_px=width // 2, ratio=ratio, mime=encoding.mime, size_bytes=1,
        )  # fmt: skip
        row.file.name = row.file.field.generate_filename(row, f"x{encoding.extension}")
        row.save()
    return image


def make_longest_story():
    """Publish the demo's longest story with all that a page can show; four others for beside it."""
    longest = max(stories.every(), key=lambda story: len(story.body))
    headline, standfirst, section = longest["headline"], longest["standfirst"], make_section("world")
    for number in range(RELATED_COUNT):
        make_live(
            headline=f"{headline}, part {number}", standfirst=standfirst, section=section, picture=make_large_picture()
        )
    return make_live(
        headline=headline, standfirst=standfirst, body=longest.body, section=section, picture=make_large_picture(),
        source=make_source(), authors=[make_author(), make_author("Jonas Vetterli")],
        tags=[make_tag(f"Topic number {number}") for number in range(12)], how_reported="We walked the dam. " * 30,
    )  # fmt: skip


def make_full_front():
    """Publish six stories with pictures in each of eight sections, with headlines of usual length."""
    for name in SECTIONS:
        for number in range(6):
            make_live(
                headline=f"{name.capitalize()} story {number}: harbour council puts off the tariff for sixty days",
                standfirst=f"Five of nine members backed the pause {number} hours before the deadline, leaving time.",
                section=make_section(name), picture=make_large_picture(),
            )  # fmt: skip


class TestAStory:
    def test_is_html_of_25_kb_at_most(self, client):
        story = make_longest_story()

        page = sent(client, story.get_absolute_url())

        assert kb(page) <= STORY_KB

    def test_asks_for_styles_of_14_kb_and_scripts_of_15_kb_at_most(self, client):
        story = make_longest_story()

        page = client.get(story.get_absolute_url()).content.decode()

        styles, scripts = STYLESHEETS.findall(page), SCRIPTS.findall(page)
        assert styles
        assert scripts
        assert kb(compressed(styles)) <= CSS_KB
        assert kb(compressed(scripts)) <= JS_KB

    def test_preloads_two_of_the_fonts_that_every_page_needs(self, client):
        story = make_longest_story()

        page = client.get(story.get_absolute_url()).content.decode()

        fonts = PRELOADED_FONTS.findall(page)
        assert len(fonts) == 2
        assert set(fonts) < set(UPRIGHT_LATIN)


class TestLists:
    @pytest.mark.parametrize("address", ["/", "/world/"])
    def test_are_html_of_35_kb_at_most(self, client, address):
        make_full_front()

        page = sent(client, address)

        assert kb(page) <= LIST_KB


class TestNotices:
    def test_a_missing_page_is_html_of_8_kb_at_most(self, client):
        make_full_front()

        assert kb(sent(client, "/no-such-page/")) <= NOTICE_KB


class TestFonts:
    def test_the_upright_latin_ones_are_90_kb_at_most(self):
        assert kb(b"".join(static_file(name) for name in UPRIGHT_LATIN)) <= FONTS_KB
