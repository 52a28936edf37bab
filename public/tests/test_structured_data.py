"""JSON-LD: the fields of each page, nothing empty, every name in schema.org's vocabulary, and no way out of its element."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.conf import settings

from articles import publishing
from articles.models import Version
from newsroom.testing.factories import (
    make_author,
    make_image,
    make_live,
    make_section,
    make_source,
    make_tag,
    make_user,
)
from newsroom.testing.rules import lift_rules
from public import structured_data
from public.tests.rows import make_picture

pytestmark = pytest.mark.django_db

VOCABULARY = Path(settings.BASE_DIR).parent / "shared" / "corpus" / "schemaorg-all-https.jsonld"
SITE = "http://localhost:8000"
NOVEMBER = datetime(2026, 11, 3, 10, tzinfo=UTC)


def graph(client, path):
    text = client.get(path).content.decode()
    [script] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    document = json.loads(script)
    assert document["@context"] == "https://schema.org"
    return document["@graph"]


def article(client, version):
    return graph(client, version.get_absolute_url())[0]


def objects(value):
    if isinstance(value, dict):
        yield value
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from objects(part)


@pytest.fixture
def rich_story():
    version = make_live(
        now=NOVEMBER, headline="Dam holds", standfirst="For now.", kind="analysis", dateline="Lowmere",
        authors=[make_author()], source=make_source("reuters", url="https://example.org/"),
        picture=make_picture(ratios=("", "16:9", "4:3", "1:1"), creator="Pat Osei", credit="Pat Osei/The Courier"),
        tags=[make_tag("Okonjo", kind="person", wikidata="Q1"), make_tag("Lowmere", kind="place"), make_tag("Velgrid", kind="organisation")],
        section=make_section("markets", parent=make_section("business")), how_reported="We walked the dam.",
        social_headline="The dam is holding",
    )  # fmt: skip
    version.article.refresh_from_db()
    return publishing.correct(version.article, by=make_user("ed"), public_text="The year was 1998.", now=NOVEMBER)


class TestAStory:
    def test_has_the_fields_search_engines_ask_for(self, client, rich_story):
        node = article(client, rich_story)

        assert node["@type"] == ["NewsArticle", "AnalysisNewsArticle"]
        assert node["@id"] == f"{rich_story.address}#article"
        assert node["mainEntityOfPage"] == {"@type": "WebPage", "@id": rich_story.address}
        assert (node["headline"], node["alternativeHeadline"]) == ("Dam holds", "The dam is holding")
        assert node["description"] == "For now."
        assert node["datePublished"] == "2026-11-03T10:00:00+00:00"
        assert node["articleSection"] == "Markets"
        assert node["keywords"] == ["Lowmere", "Okonjo", "Velgrid"]
        assert node["dateline"] == "LOWMERE"
        assert node["contentLocation"] == {"@type": "Place", "name": "Lowmere"}
        assert node["timeRequired"] == "PT1M"
        assert node["isAccessibleForFree"] is True
        assert node["backstory"] == "We walked the dam."
        assert node["speakable"]["cssSelector"] == [".story-headline", ".story-standfirst"]

    def test_names_what_it_is_about_with_its_type(self, client, rich_story):
        assert article(client, rich_story)["about"] == [
            {"@type": "Place", "name": "Lowmere"},
            {"@type": "Person", "name": "Okonjo", "sameAs": "https://www.wikidata.org/wiki/Q1"},
            {"@type": "Organization", "name": "Velgrid"},
        ]

    def test_shows_its_picture_in_three_crops(self, client, rich_story):
        node = article(client, rich_story)

        assert [(one["width"], one["creditText"]) for one in node["image"]] == [(1200, "Pat Osei/The Courier")] * 3
        assert node["image"][0]["creator"] == {"@type": "Person", "name": "Pat Osei"}
        assert node["image"][0]["url"].startswith(f"{SITE}/media/renditions/16x9")
        assert node["thumbnailUrl"].endswith("-480.jpeg")

    def test_with_a_picture_without_crops_shows_it_whole(self, client):
        version = make_live(picture=make_image())

        [image] = article(client, version)["image"]

        assert (image["width"], image["height"]) == (320, 200)

    def test_tells_its_corrections_and_its_source(self, client, rich_story):
        node = article(client, rich_story)

        [correction] = node["correction"]
        assert (correction["@type"], correction["text"]) == ("CorrectionComment", "The year was 1998.")
        assert node["sourceOrganization"] == {"@type": "Organization", "name": "Reuters", "url": "https://example.org/"}
        assert node["dateModified"] == "2026-11-03T10:00:00+00:00"

    def test_without_a_byline_is_its_sources_or_the_newsrooms(self, client):
        ours, wire = make_live(), make_live(source=make_source())

        assert article(client, ours)["author"][0]["@id"] == f"{SITE}/#publisher"
        assert article(client, wire)["author"] == [{"@type": "Organization", "name": "Meridian"}]
        [_, publisher, _] = graph(client, ours.get_absolute_url())
        assert publisher["noBylinesPolicy"]["@type"] == "CreativeWork"

    @pytest.mark.parametrize("ai_use, source", [
        ("", None), ("none", None),
        ("assisted", "https://schema.org/CompositeWithTrainedAlgorithmicMediaDigitalSource"),
        ("generated", "https://schema.org/TrainedAlgorithmicMediaDigitalSource"),
    ])  # fmt: skip
    def test_says_what_a_machine_had_to_do_with_it(self, client, ai_use, source):
        node = article(client, make_live(ai_use=ai_use))

        assert node.get("digitalSourceType") == source
        if source and VOCABULARY.exists():
            assert f'"schema:{source.rpartition("/")[2]}"' in VOCABULARY.read_text()

    def test_with_a_byline_is_a_persons(self, client, rich_story):
        assert article(client, rich_story)["author"] == [
            {
                "@type": "Person", "name": "Mira Halloran", "url": f"{SITE}/authors/mira-halloran/",
                "@id": f"{SITE}/authors/mira-halloran/#person",
            }
        ]  # fmt: skip

    def test_lies_under_its_sections(self, client, rich_story):
        trail = graph(client, rich_story.get_absolute_url())[2]

        assert [(step["position"], step["name"]) for step in trail["itemListElement"]] == [
            (1, "Home"),
            (2, "Business"),
            (3, "Markets"),
        ]
        assert trail["itemListElement"][2]["item"] == f"{SITE}/business/markets/"

    @pytest.mark.parametrize(
        "kind, type_",
        [
            ("news", "Reportage"),
            ("brief", "Reportage"),
            ("analysis", "Analysis"),
            ("explainer", "Background"),
            ("opinion", "Opinion"),
        ],
    )
    def test_has_the_type_of_its_kind(self, client, kind, type_):
        version = make_live()
        lift_rules()
        Version.objects.filter(pk=version.pk).update(kind=kind)

        assert article(client, version)["@type"] == ["NewsArticle", f"{type_}NewsArticle"]


class TestOtherPages:
    def test_the_front_names_the_site_and_lists_addresses(self, client):
        version = make_live()

        site, publisher, stories = graph(client, "/")

        assert (site["@type"], publisher["@type"], stories["@type"]) == ("WebSite", "NewsMediaOrganization", "ItemList")
        assert stories["itemListElement"] == [{"@type": "ListItem", "position": 1, "url": version.address}]
        assert publisher["logo"]["width"] >= 112

    @pytest.mark.parametrize("path", ["/world/", "/tags/okonjo/", "/sources/meridian/", "/corrections/"])
    def test_lists_are_collections_with_a_trail(self, client, path):
        make_live(tags=[make_tag("Okonjo", kind="person", wikidata="Q1")], source=make_source())

        collection, trail = graph(client, path)

        assert (collection["@type"], trail["@type"]) == ("CollectionPage", "BreadcrumbList")
        if "okonjo" in path:
            assert collection["about"]["sameAs"] == "https://www.wikidata.org/wiki/Q1"

    def test_an_author_is_a_profile(self, client):
        make_author(role="Reporter", areas="Climate, water", languages="English", email="mira@example.org")

        profile, _ = graph(client, "/authors/mira-halloran/")

        person = profile["mainEntity"]
        assert profile["@type"] == "ProfilePage"
        assert (person["jobTitle"], person["knowsAbout"]) == ("Reporter", ["Climate", "water"])
        assert person["worksFor"]["@id"] == f"{SITE}/#publisher"

    def test_what_is_not_for_search_engines_has_none(self, client):
        assert "ld+json" not in client.get("/search/?q=x").content.decode()
        assert "ld+json" not in client.get("/nowhere/").content.decode()


class TestEveryGraph:
    @pytest.fixture
    def graphs(self, client, rich_story):
        make_live()
        paths = [
            rich_story.get_absolute_url(),
            "/",
            "/business/",
            "/tags/okonjo/",
            "/sources/reuters/",
            "/authors/mira-halloran/",
            "/corrections/",
        ]
        return [graph(client, path) for path in paths]

    def test_has_nothing_empty(self, graphs):
        for node in objects(graphs):
            assert all(value not in (None, "", [], {}) for value in node.values()), node

    def test_has_absolute_addresses(self, graphs):
        for node in objects(graphs):
            for name in ("url", "@id", "item", "thumbnailUrl"):
                assert str(node.get(name, "http")).startswith("http"), node

    def test_speaks_schema_orgs_vocabulary(self, graphs):
        if not VOCABULARY.exists():
            pytest.skip("the shared corpus with schema.org's vocabulary is not here")
        terms = {one["@id"].removeprefix("schema:") for one in json.loads(VOCABULARY.read_text())["@graph"]}

        for node in objects(graphs):
            types = node.get("@type", [])
            used = {
                *(name for name in node if not name.startswith("@")),
                *([types] if isinstance(types, str) else types),
            }
            assert used <= terms, used - terms


class TestDumping:
    @pytest.mark.parametrize(
        "text", ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "&lt;", "\u2028\u2029", "\x00\x1f"]
    )
    def test_lets_nothing_out_of_its_element(self, text):
        dumped = structured_data.dump([{"name": text}])

        assert not set("<>&\u2028\u2029") & set(dumped)
        assert json.loads(dumped)["@graph"] == [{"name": text}]

    def test_strips_what_is_empty_at_any_depth_but_keeps_zero_and_false(self):
        dumped = structured_data.dump([{"a": None, "b": [{"c": ""}, None], "d": {"e": []}, "f": 0, "g": False}])

        assert json.loads(dumped)["@graph"] == [{"f": 0, "g": False}]

    def test_of_nothing_is_nothing(self):
        assert structured_data.dump([]) == ""
