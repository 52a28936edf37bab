"""What readers must never see, asked of every surface by name. A new address in public.urls fails here until somebody
has said which stories it shows."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from lxml import html as lxml_html

from articles import drafting, publishing, undoing
from articles.models import Article, Section, Version
from images.models import Image
from newsroom.testing.factories import (
    BODY,
    hidden_states,
    make_author,
    make_draft,
    make_image,
    make_live,
    make_section,
    make_source,
    make_tag,
    make_user,
)
from newsroom.testing.rules import lift_rules
from public import search, urls
from tags.models import Tag

pytestmark = pytest.mark.django_db

OPEN = "OPEN live headline"
NOTE = "OPEN note: the ferry left at six."
STATES = [
    "draft",
    "in_review",
    "scheduled",
    "embargoed",
    "held",
    "withdrawn",
    "killed",
    "spiked",
    "vault",
    "undone",
    "corrected_withdrawn",
]
NEVER_PUBLIC = ["draft", "in_review", "scheduled", "embargoed", "held", "spiked", "vault", "undone"]
NOTICES = {
    "withdrawn": "We are checking this story.",
    "killed": "This story was false.",
    "corrected_withdrawn": "We took it down.",
}


@dataclass
class World:
    """Every hidden story, a live one with changes that were published and undone, and a second live one related to it."""

    hidden: dict[str, Article]
    live: Version
    second: Version
    hidden_picture: Image

    def would_be_address(self, name: str) -> str:
        """Where the story is, was or would be if it were published today."""
        path = self.hidden[name].path or f"{timezone.localtime():%Y/%m/%d}/{self.hidden[name].slug}"
        return f"/{path}/"


@pytest.fixture
def world() -> World:
    ed = make_user("ed")
    hidden = hidden_states()
    common = {"authors": [make_author()], "tags": [make_tag()], "source": make_source()}
    secret = {
        "headline": "SECRET corrected headline", "standfirst": "SECRET corrected standfirst.",
        "body": f"<p>SECRET corrected body.</p>{BODY}", "slug": "secret-corrected", **common,
    }  # fmt: skip
    corrected = make_live(**secret).article
    publishing.correct(corrected, by=ed, note="Wrong hour.", public_text="SECRET correction note.")
    publishing.withdraw(corrected, by=ed, note="Wrong.", public_text=NOTICES["corrected_withdrawn"])
    hidden["corrected_withdrawn"] = corrected
    words = {"headline": OPEN, "standfirst": "OPEN standfirst.", "body": f"<p>OPEN body.</p>{BODY}"}
    live = make_live(**words, picture=make_image(credit="OPEN credit"), **common)
    heard = timezone.now() - timedelta(seconds=40)  # by feeds, which wait until it cannot be undone
    publishing.correct(live.article, by=ed, note="Wrong hour.", public_text=NOTE, now=heard)
    second = make_live(headline="OPEN second headline", **common)
    drafting.save_draft(
        live.article,
        {"headline": "SECRET unpublished headline", "standfirst": "SECRET unpublished standfirst.",
         "body": f"<p>SECRET unpublished body.</p>{BODY}", "summary": "SECRET unpublished summary.",
         "kicker": "SECRET kicker", "seo_title": "SECRET title", "social_headline": "SECRET social"},
        by=ed, base_revision=live.article.revision_number,
    )  # fmt: skip
    publishing.correct(live.article, by=ed, note="Too early.", public_text="SECRET undone note.")
    undoing.undo(live.article, by=ed)
    harbour = make_section("harbour", parent=make_section())
    Article.objects.update(section=harbour)
    lift_rules()
    Version.objects.update(section=harbour)
    search.follow(timezone.now())
    return World(hidden, Version.objects.live().get(article=live.article), second, hidden["draft"].picture)


def _whole(page: str) -> str:
    return page


def _json_ld(page: str) -> str:
    """Return the page's structured data, decoded, so that an escape cannot hide a word."""
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found, "The page has no structured data."
    return "\n".join(json.dumps(json.loads(text), ensure_ascii=False) for text in found)


def _open_graph(page: str) -> str:
    metas = lxml_html.fromstring(page).xpath("//meta[@property or @name]")
    return "\n".join(f"{meta.get('property') or meta.get('name')}={meta.get('content')}" for meta in metas)


def _related(page: str) -> str:
    strips = lxml_html.fromstring(page).xpath("//aside[contains(@class, 'related')]")
    assert len(strips) == 1, "The story page has no strip of related stories."
    return lxml_html.tostring(strips[0], encoding="unicode")


def _latest(page: str) -> str:
    lists = lxml_html.fromstring(page).xpath("//main//section[contains(@class, 'strip')]")
    assert len(lists) == 1, "The page has no list of the latest stories."
    return lxml_html.tostring(lists[0], encoding="unicode")


@dataclass(frozen=True)
class Surface:
    """One place where readers or their machines could meet a story. `shows` must be there, to prove it lists at all."""

    name: str
    url_name: str
    address: Callable[[World], str]
    shows: str = OPEN
    part: Callable[[str], str] = _whole
    status: int = 200


def fixed(address: str) -> Callable[[World], str]:
    return lambda world: address


def live_path(world: World) -> str:
    return world.live.get_absolute_url()


def month_file(world: World) -> str:
    return f"/sitemap-{world.live.first_published_at:%Y-%m}.xml"


SURFACES = [
    Surface("front", "front", fixed("/")),
    Surface("section", "section", fixed("/world/")),
    Surface("sub-section", "sub-section", fixed("/world/harbour/")),
    Surface("tag page", "tag", fixed("/tags/elections/")),
    Surface("author page", "author", fixed("/authors/mira-halloran/")),
    Surface("source page", "source", fixed("/sources/meridian/")),
    Surface("search", "search", fixed("/search/?q=ferry")),
    Surface("search narrowed by section", "search", fixed("/search/?q=ferry&section=world")),
    Surface("search narrowed by kind and date", "search", fixed("/search/?q=ferry&kind=news&since=day")),
    Surface("corrections page", "corrections", fixed("/corrections/"), NOTE),
    Surface("story page", "story", live_path),
    Surface("what changed", "story-changes", lambda world: f"{live_path(world)}changes/"),
    Surface("related strip", "story", live_path, "OPEN second headline", _related),
    Surface("JSON-LD of a story", "story", live_path, OPEN, _json_ld),
    Surface("JSON-LD of the front", "front", fixed("/"), "/open-live-headline/", _json_ld),
    Surface("JSON-LD of a section", "section", fixed("/world/"), "/open-live-headline/", _json_ld),
    Surface("JSON-LD of a tag", "tag", fixed("/tags/elections/"), "/open-live-headline/", _json_ld),
    Surface("JSON-LD of a source", "source", fixed("/sources/meridian/"), "/open-live-headline/", _json_ld),
    Surface("JSON-LD of the corrections", "corrections", fixed("/corrections/"), "/open-live-headline/", _json_ld),
    Surface("Open Graph of a story", "story", live_path, OPEN, _open_graph),
    Surface("site feed", "feed", fixed("/feed.rss")),
    Surface("section feed", "section-feed", fixed("/world/feed.rss")),
    Surface("sub-section feed", "sub-section-feed", fixed("/world/harbour/feed.rss")),
    Surface("tag feed", "tag-feed", fixed("/tags/elections/feed.rss")),
    Surface("author feed", "author-feed", fixed("/authors/mira-halloran/feed.rss")),
    Surface("source feed", "source-feed", fixed("/sources/meridian/feed.rss")),
    Surface("corrections feed", "corrections-feed", fixed("/corrections/feed.rss"), NOTE),
    Surface("sitemap index", "sitemap", fixed("/sitemap.xml"), "<sitemap>"),
    Surface("sitemap of a month", "sitemap-month", month_file, "/open-live-headline/"),
    Surface("news sitemap", "news-sitemap", fixed("/news-sitemap.xml")),
    Surface("latest list of a 404", "anything-else", fixed("/nothing/at/all/here/"), OPEN, _latest, 404),
    Surface("latest list of a 410", "story", lambda world: world.would_be_address("killed"), OPEN, _latest, 410),
]
# Addresses that say nothing of any story, and why
WITHOUT_STORIES = {
    "robots": "names addresses of the site, never of a story",
    "speculation": "rules without addresses of stories",
    "manifest": "the name of the paper",
    "tdm-reservation": "the paper's terms",
    "tdm-policy": "the paper's terms",
    "preview": "one story, for who has its link: public/tests/test_preview.py",
    "media": "files by digest; see TestPictures",
}
PREVIEW = (
    "preview=1&preview=true&token=x&draft=1&version=1&revision=1&status=draft&show=all&embargo=0&format=json&amp=1&print=1"
    "&nocache=1&_preview=1&url=/desk/"
)
by_name = {"argvalues": SURFACES, "ids": [surface.name for surface in SURFACES]}


def read(client: Client, surface: Surface, world: World) -> str:
    response = client.get(surface.address(world))
    assert response.status_code == surface.status
    return surface.part(response.content.decode())


def assert_tells_nothing(text: str, world: World) -> None:
    assert "SECRET" not in text
    for name in STATES:
        assert f"/{world.hidden[name].slug}/" not in text, f"links to the {name} story"
    assert world.hidden_picture.sha256 not in text


class TestEverySurface:
    @pytest.mark.parametrize("surface", **by_name)
    def test_shows_the_live_story_and_no_word_of_a_hidden_one(self, client: Client, world: World, surface: Surface):
        text = read(client, surface, world)

        assert surface.shows in text
        assert_tells_nothing(text, world)

    def test_shows_an_editor_who_is_logged_in_no_more_than_a_stranger(self, client, world):
        client.force_login(make_user("chloe"))

        for surface in SURFACES:
            assert_tells_nothing(read(client, surface, world), world)

    def test_stays_silent_with_parameters_that_look_like_a_preview(self, client, world):
        for surface in SURFACES:
            address = surface.address(world)
            response = client.get(f"{address}{'&' if '?' in address else '?'}{PREVIEW}")

            assert response.status_code == surface.status, surface.name
            assert "SECRET" not in response.content.decode(), surface.name

    def test_without_any_live_story_shows_none(self, client, world):
        for version in (world.live, world.second):
            article = Article.objects.get(pk=version.article_id)
            publishing.withdraw(article, by=make_user("ed"), note="Wrong.", public_text="Gone for now.")

        for surface in SURFACES:
            text = client.get(surface.address(world)).content.decode()
            assert_tells_nothing(text, world)
            assert OPEN not in text, surface.name

    def test_is_named_here(self):
        named = {surface.url_name for surface in SURFACES} | WITHOUT_STORIES.keys()
        known = {pattern.callback: pattern.name for pattern in urls.urlpatterns if pattern.name}

        there = {pattern.name or known.get(pattern.callback) for pattern in urls.urlpatterns}

        assert there == named, "Name each address of public.urls in SURFACES, or in WITHOUT_STORIES with the reason."

    @pytest.mark.parametrize("name", sorted(WITHOUT_STORIES.keys() - {"media"}))
    def test_that_has_no_stories_names_none(self, client, world, name):
        address = next(f"/{pattern.pattern}" for pattern in urls.urlpatterns if pattern.name == name)

        text = client.get(address).content.decode()

        assert_tells_nothing(text, world)
        assert OPEN not in text


class TestTheAddressOfAHiddenStory:
    @pytest.mark.parametrize("name", NEVER_PUBLIC)
    def test_is_not_found_when_it_was_never_public(self, client, world, name):
        response = client.get(world.would_be_address(name))

        assert response.status_code == 404
        assert_tells_nothing(response.content.decode(), world)

    def test_is_not_found_by_its_number_or_its_uuid(self, client, world):
        day = f"{timezone.localtime():%Y/%m/%d}"
        for name, story in world.hidden.items():
            for path in (f"{story.pk}/", f"{story.uuid}/", f"{day}/{story.pk}/", f"world/{story.slug}/", f"{day}/"):
                response = client.get(f"/{path}")

                assert response.status_code == 404, (name, path)
                assert "SECRET" not in response.content.decode(), (name, path)

    @pytest.mark.parametrize("name", NOTICES)
    def test_is_gone_with_its_public_text_and_no_word_of_the_story(self, client, world, name):
        response = client.get(world.would_be_address(name))

        text = response.content.decode()
        assert response.status_code == 410
        assert NOTICES[name] in text
        assert "noindex" in text
        assert_tells_nothing(text, world)

    def test_answers_head_as_it_answers_get_but_without_a_body(self, client, world):
        for name in STATES:
            response = client.head(world.would_be_address(name))

            assert response.status_code == (410 if name in NOTICES else 404), name
            assert response.content == b"", name

    @pytest.mark.parametrize(
        "header",
        [{"if-none-match": "*"}, {"if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT"}, {"range": "bytes=0-99"}],
        ids=["if-none-match", "if-modified-since", "range"],
    )
    def test_answers_a_conditional_request_like_any_other(self, client, world, header):
        for name in STATES:
            response = client.get(world.would_be_address(name), headers=header)

            assert response.status_code == (410 if name in NOTICES else 404), name
            assert "SECRET" not in response.content.decode(), name

    def test_gives_nothing_away_for_a_parameter_or_a_login(self, client, world):
        client.force_login(make_user("ed"))
        for name in STATES:
            response = client.get(f"{world.would_be_address(name)}?{PREVIEW}")

            assert response.status_code == (410 if name in NOTICES else 404), name
            assert "SECRET" not in response.content.decode(), name

    def test_is_no_better_known_in_another_spelling(self, client, world):
        for name in STATES:
            address = world.would_be_address(name)
            for spelling in (
                address.rstrip("/"),
                address.title(),
                f"{address}amp/",
                f"{address}feed.rss",
                f"/world/..{address}",
            ):
                response = client.get(spelling, follow=True)

                assert response.status_code in {404, 410}, (name, spelling)
                assert "SECRET" not in response.content.decode(), (name, spelling)


class TestAStoryThatDisappears:
    def test_is_no_longer_found_although_the_search_index_is_behind(self, client, world):
        article = Article.objects.get(pk=world.live.article_id)
        assert OPEN in client.get("/search/?q=ferry").content.decode()

        publishing.withdraw(article, by=make_user("ed"), note="Wrong.", public_text="Gone for now.")

        assert OPEN not in client.get("/search/?q=ferry").content.decode()

    def test_is_no_longer_confirmed_to_those_who_have_the_old_page(self, client, world):
        surfaces = [(surface.name, surface.address(world)) for surface in SURFACES if surface.status == 200]
        etags = {name: client.get(address)["ETag"] for name, address in surfaces}
        for version in (world.live, world.second):
            article = Article.objects.get(pk=version.article_id)
            publishing.kill(article, by=make_user("ed"), note="Wrong.", public_text="It was false.")

        for name, address in surfaces:
            after = client.get(address, headers={"if-none-match": etags[name]})

            assert after.status_code != 304, name
            assert OPEN not in after.content.decode(), name


class TestUnpublishedChangesOfALiveStory:
    def test_do_not_move_it_to_another_section_tag_author_or_source(self, client):
        ed = make_user("ed")
        live = make_live(headline=OPEN, authors=[make_author()], tags=[make_tag()], source=make_source())
        elsewhere = {
            "section": make_section("sport"), "tags": [make_tag("Rowing")], "authors": [make_author("Ida Quill")],
            "source": make_source("tidewire"),
        }  # fmt: skip

        drafting.save_draft(live.article, elsewhere, by=ed, base_revision=live.article.revision_number)

        for path in ("/sport/", "/tags/rowing/", "/authors/ida-quill/", "/sources/tidewire/"):
            for address in (path, f"{path}feed.rss"):
                assert OPEN not in client.get(address).content.decode(), address
        for path in ("/world/", "/tags/elections/", "/authors/mira-halloran/", "/sources/meridian/"):
            assert OPEN in client.get(path).content.decode(), path
        page = client.get(live.get_absolute_url()).content.decode()
        assert "Ida Quill" not in page
        assert "Rowing" not in page

    def test_under_embargo_stay_unseen_after_the_embargo_until_somebody_publishes_them(self, client):
        ed = make_user("ed")
        now = timezone.now() - timedelta(hours=3)
        live = make_live(headline=OPEN, now=now)
        changes = {"headline": "SECRET embargoed change", "embargo_until": now + timedelta(hours=1)}

        drafting.save_draft(live.article, changes, by=ed, base_revision=live.article.revision_number, now=now)

        assert "SECRET" not in client.get(live.get_absolute_url()).content.decode()
        assert "SECRET" not in client.get("/").content.decode()


class TestTagsOfHiddenStories:
    def test_a_blocked_tag_has_no_page_and_no_feed(self, client, world):
        Tag.objects.filter(slug="elections").update(standing="blocked")

        assert client.get("/tags/elections/").status_code == 404
        assert client.get("/tags/elections/feed.rss").status_code == 404

    def test_a_tag_author_or_source_of_drafts_alone_lists_nothing_and_is_not_suggested(self, client):
        make_draft(
            headline="SECRET headline", authors=[make_author("Ida Quill")], tags=[make_tag("Rowing")],
            source=make_source("tidewire"),
        )  # fmt: skip

        for path in ("/tags/rowing/", "/authors/ida-quill/", "/sources/tidewire/"):
            assert "SECRET" not in client.get(path).content.decode()
        assert "Did you mean" not in client.get("/search/?q=rowin").content.decode()

    def test_a_section_without_live_stories_says_so(self, client):
        make_draft(headline="SECRET headline", section=make_section("sport"))

        response = client.get("/sport/")

        assert response.status_code == 200
        assert "SECRET" not in response.content.decode()
        assert Section.objects.filter(slug="sport").exists()


class TestPictures:
    """A picture's file is public to whoever knows its digest (64 hexadecimal digits nobody can guess), whatever its story's
    state: that is why its address is told by no page but a live story's. Nothing lists the folder."""

    def test_a_file_answers_at_its_digest_alone(self, client, world):
        assert client.get(world.hidden_picture.file.url).status_code == 200
        assert world.hidden_picture.sha256 in world.hidden_picture.file.url

    @pytest.mark.parametrize(
        "path", ["", "pictures/", "pictures/aa/", "renditions/", "../newsroom/settings.py", "%2e%2e/.env"]
    )
    def test_the_folder_cannot_be_listed_or_left(self, client, world, path):
        response = client.get(f"/media/{path}")

        assert response.status_code == 404
        assert world.hidden_picture.sha256 not in response.content.decode()
