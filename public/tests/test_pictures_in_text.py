"""Pictures inside a published text: on the page in all sizes, in feeds in one, in the data for search engines."""

from __future__ import annotations

import json

import pytest
from lxml import etree
from lxml import html as lxml_html

from images.models import Image
from newsroom.testing.factories import BODY, make_image, make_live
from public.tests.rows import make_picture

pytestmark = pytest.mark.django_db
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


def figure(image, alt="", caption="", *, wide=False):
    line = f"<figcaption>{caption}</figcaption>" if caption else ""
    width = ' class="wide"' if wide else ""
    return f'<figure{width} data-image="{image.pk}"><img alt="{alt}">{line}</figure>'


def page_of(client, version):
    return lxml_html.document_fromstring(client.get(version.get_absolute_url()).content.decode())


def feed_of(client):
    content = etree.fromstring(client.get("/feed.rss").content).findtext(f"channel/item/{CONTENT}")
    return lxml_html.fragment_fromstring(content, create_parent="div")


class TestOnThePage:
    def test_stand_where_they_were_put_with_caption_then_credit(self, client):
        image = make_picture(alt="A white ferry", credit="Pat Osei/The Courier", caption="Unused")
        version = make_live(body=f"{BODY}{figure(image, caption='At <em>dawn</em>.')}<p>After.</p>")

        [shown] = page_of(client, version).find_class("story-figure")

        assert shown.getnext().text == "After."
        assert shown.find("figcaption").text_content() == "At dawn. Picture: Pat Osei/The Courier"
        assert shown.find("figcaption/em").text == "dawn"
        assert [bdi.get("class") for bdi in shown.iter("bdi")] == ["credit"]

    def test_come_late_and_in_all_sizes(self, client):
        version = make_live(body=f"{BODY}{figure(make_picture())}")

        [shown] = page_of(client, version).find_class("story-figure")
        [img] = shown.iter("img")

        assert [source.get("type") for source in shown.iter("source")] == ["image/avif", "image/webp"]
        assert (img.get("loading"), img.get("width"), img.get("height")) == ("lazy", "1200", "675")
        assert img.get("srcset").endswith("1200w")
        assert img.get("sizes") == "(min-width: 760px) 42rem, 100vw"

    def test_are_described_as_in_this_story_or_else_as_in_the_library(self, client):
        image = make_picture(alt="A white ferry")
        version = make_live(body=f"{BODY}{figure(image, 'The &quot;Salt&quot;')}{figure(image)}")

        page = page_of(client, version)

        assert page.xpath("//figure//img/@alt") == ['The "Salt"', "A white ferry"]

    def test_can_be_wide_unless_they_are_upright(self, client):
        upright = make_picture()
        Image.objects.filter(pk=upright.pk).update(width_px=200, height_px=320)
        version = make_live(
            body=f"{BODY}{figure(make_picture(), wide=True)}{figure(upright, wide=True)}{figure(make_picture())}"
        )

        found = page_of(client, version).xpath("//figure/@class")

        assert found == ["story-figure is-wide", "story-figure is-portrait", "story-figure"]

    def test_show_what_was_published_whatever_the_library_says_now(self, client):
        image = make_picture(alt="A white ferry", credit="Pat Osei")
        version = make_live(body=f"{BODY}{figure(image)}")
        Image.objects.filter(pk=image.pk).update(alt="Changed", credit="Changed")

        [shown] = page_of(client, version).find_class("story-figure")

        assert "Changed" not in etree.tostring(shown, encoding="unicode")
        assert shown.find("figcaption").text_content() == "Picture: Pat Osei"

    def test_that_have_no_sizes_yet_show_the_file_as_it_came(self, client):
        image = make_image()
        version = make_live(body=f"{BODY}{figure(image)}")

        assert page_of(client, version).xpath("//figure//img/@src") == [image.file.url]

    def test_cost_one_query_however_many(self, client, django_assert_num_queries):
        lead = make_picture()
        plain = make_live(picture=lead)
        version = make_live(picture=lead, body=BODY + "".join(figure(make_picture()) for _ in range(5)))

        with django_assert_num_queries(5):
            client.get(plain.get_absolute_url())
        with django_assert_num_queries(6):
            client.get(version.get_absolute_url())


class TestInFeeds:
    def test_have_one_size_a_whole_address_and_their_credit(self, client):
        image = make_picture(alt="A white ferry", credit="Pat Osei")
        make_live(body=BODY + figure(image, caption='At <a href="/x/">dawn</a>.'))

        [shown] = feed_of(client).iter("figure")
        [img] = shown.iter("img")

        assert img.get("src") == f"http://localhost:8000/media/renditions/{image.pk}-1200.jpeg"
        assert (img.get("width"), img.get("height"), img.get("alt")) == ("1200", "675", "A white ferry")
        assert shown.find("figcaption").text_content() == "At dawn. Picture: Pat Osei"
        assert [link.get("href") for link in shown.iter("a")] == ["http://localhost:8000/x/"]
        assert not [*shown.iter("source"), *shown.iter("picture")]

    def test_cost_one_query_for_all_stories(self, client, django_assert_max_num_queries):
        for _ in range(3):
            make_live(picture=make_picture(), body=f"{BODY}{figure(make_picture())}")

        with django_assert_max_num_queries(6):
            client.get("/feed.rss")


class TestForSearchEngines:
    def test_follow_the_picture_over_the_text_each_once(self, client):
        lead, first, second = (make_picture(credit=f"Credit {number}") for number in range(3))
        body = f"{BODY}{figure(second, caption='At <em>dawn</em>.')}{figure(first)}{figure(second)}"
        version = make_live(picture=lead, body=body)

        graph = json.loads(page_of(client, version).xpath("//script[@type='application/ld+json']/text()")[0])["@graph"]

        found = [(one["creditText"], one.get("caption")) for one in graph[0]["image"]]
        assert found == [("Credit 0", "A ferry at the quay."), ("Credit 2", "At dawn."), ("Credit 1", None)]
