"""The map of where a story shows, compared with what the surfaces really answer."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.apps import apps
from django.urls import reverse
from django.utils import timezone

from articles import drafting, publishing, undoing
from articles.models import Article
from authors.models import Author
from newsroom.testing.factories import (
    hidden_states,
    make_author,
    make_draft,
    make_live,
    make_section,
    make_source,
    make_tag,
    make_user,
)
from public import search
from public.surfaces import BLOCKED, NOT_HERE, mapped
from tags.models import Tag

pytestmark = pytest.mark.django_db


def rich(**changes):
    return {
        "section": make_section("markets", parent=make_section("business")), "tags": [make_tag()],
        "authors": [make_author()], "source": make_source(), "headline": "FERRY headline of the story we map",
        **changes,
    }  # fmt: skip


def answers(client, rows, story):
    """Return what each surface with an address really shows of the story."""
    search.follow(timezone.now())
    found = {}
    for row in rows:
        if not row.url or row.now is None:
            continue
        address = f"{row.url}?q=FERRY" if row.name == "Search" else row.url
        if row.name == "Sitemap":
            address = f"/sitemap-{timezone.now():%Y-%m}.xml"
        response = client.get(address)
        found[row.name] = response.status_code == 200 and (
            story.headline in response.content.decode() or f"/{story.path}/" in response.content.decode()
        )
    return found


def says(rows):
    return {row.name: row.now == "" for row in rows if row.url and row.now is not None}


class TestNow:
    @pytest.mark.parametrize("change", [{}, {"noindex": True}, {"authors": []}])
    def test_agrees_with_every_surface_for_a_live_story(self, client, change):
        live = make_live(**rich(**change))

        rows, at = mapped(live.article, now=timezone.now())

        assert says(rows) == answers(client, rows, live)
        assert at is None

    def test_agrees_for_a_corrected_one_and_for_one_that_is_young(self, client):
        live = make_live(now=timezone.now() - timedelta(hours=1), **rich())
        publishing.correct(Article.objects.get(pk=live.article_id), by=make_user("ed"), public_text="Two, not twelve.")
        young = make_live(now=timezone.now(), **rich(headline="FERRY that went out a moment ago"))

        for version in (live, young):
            rows, _ = mapped(Article.objects.get(pk=version.article_id), now=timezone.now())
            assert says(rows) == answers(client, rows, version), version.headline

    def test_agrees_where_a_tag_was_blocked_or_an_author_has_another_address(self, client):
        live = make_live(**rich(tags=[make_tag(), make_tag("Rowing")]))
        Tag.objects.filter(name="Rowing").update(standing="blocked")
        Author.objects.update(slug="mira-quay")

        rows, _ = mapped(live.article, now=timezone.now())

        why = {row.name: row.now for row in rows}
        assert says(rows) == answers(client, rows, live)
        assert why["Tag Rowing"] == why["Feed of tag Rowing"] == BLOCKED
        assert why["Author Mira Halloran"] == why["Tag Elections"] == ""

    def test_agrees_after_a_correction_was_undone(self, client):
        ed, now = make_user("ed"), timezone.now()
        live = make_live(now=now - timedelta(hours=1), **rich())
        publishing.correct(Article.objects.get(pk=live.article_id), by=ed, public_text="Two.", now=now)
        undoing.undo(Article.objects.get(pk=live.article_id), by=ed, now=now)

        rows, _ = mapped(Article.objects.get(pk=live.article_id), now=now)

        assert says(rows) == answers(client, rows, live)
        assert {row.name: row.now for row in rows}["Corrections"] == "It has no correction and no note."

    def test_of_a_draft_has_its_blocked_tag(self):
        story = make_draft(**rich())
        Tag.objects.update(standing="blocked")

        why = {row.name: (row.now, row.then) for row in mapped(story, now=timezone.now())[0]}

        assert why["Tag Elections"][0] == BLOCKED

    def test_an_old_one_is_in_no_news_sitemap_and_says_why(self):
        live = make_live(now=timezone.now() - timedelta(hours=49), **rich())

        why = {row.name: row.now for row in mapped(live.article, now=timezone.now())[0]}

        assert why["News sitemap"] == "It is older than 48 hours."
        assert why["Sitemap"] == ""

    def test_a_hidden_one_shows_nowhere_and_says_why(self, client):
        for name, story in hidden_states().items():
            rows, _ = mapped(Article.objects.get(pk=story.pk), now=timezone.now())

            assert says(rows) == answers(client, rows, story), name
            assert not any(says(rows).values()), name
            assert all(row.now for row in rows), name

    def test_what_the_newsroom_does_not_have_is_said(self):
        why = {row.name: row.now for row in mapped(make_draft(), now=timezone.now())[0]}

        assert [why[name] for name in ("API", "Alerts", "Newsletter")] == [NOT_HERE] * 3


class TestAtItsTime:
    def test_is_what_becomes_true_when_it_goes_out(self):
        ed, now = make_user("ed"), timezone.now()
        story = make_draft(ed, **rich())
        publishing.schedule(story, by=ed, publish_at=now + timedelta(hours=1), now=now)
        rows, at = mapped(Article.objects.get(pk=story.pk), now=now)
        promised = {row.name: row.then for row in rows}
        publishing.publish_due(story.pk, now=at)

        later, _ = mapped(Article.objects.get(pk=story.pk), now=at + timedelta(seconds=30))

        assert at == now + timedelta(hours=1)
        assert {row.name: row.now for row in later} == promised
        assert promised["Page"] == ""

    @pytest.mark.parametrize("name, why", [("vault", "vault"), ("held", "On hold: Lawyers read it."), ("killed", None)])
    def test_says_what_stands_in_its_way(self, name, why):
        story = Article.objects.get(pk=hidden_states()[name].pk)

        rows, _ = mapped(story, now=timezone.now())

        page = next(row for row in rows if row.name == "Page")
        assert page.then is None if why is None else why in page.then

    def test_of_an_embargoed_story_is_the_end_of_the_embargo(self, client):
        story = Article.objects.get(pk=hidden_states()["embargoed"].pk)

        rows, at = mapped(story, now=timezone.now())

        assert at == story.embargo_until
        assert next(row for row in rows if row.name == "Page").then == ""
        client.force_login(make_user("ed"), backend="django.contrib.auth.backends.ModelBackend")
        page = client.get(reverse("admin:articles_article_surfaces", args=[story.pk])).content.decode()
        assert "After its embargo" in page

    def test_says_what_is_missing(self):
        story = drafting.create_draft({"slugline": "FERRY"}, by=make_user("ed"))

        page = mapped(story, now=timezone.now())[0][0]

        assert "Write a headline." in page.then

    def test_shows_where_changes_of_a_live_story_take_it(self):
        live = make_live(**rich())
        article = Article.objects.get(pk=live.article_id)
        change = {"section": make_section("sport")}
        drafting.save_draft(article, change, by=make_user("ed"), base_revision=article.revision_number)

        rows = {row.name: row for row in mapped(Article.objects.get(pk=article.pk), now=timezone.now())[0]}

        assert (rows["Section Sport"].now, rows["Section Sport"].then) == (None, "")
        assert (rows["Section Markets"].now, rows["Section Markets"].then) == ("", None)

    def test_leaves_nothing_behind(self, client):
        ed = make_user("ed")
        stories = [make_draft(ed, **rich()), *hidden_states().values()]
        everything = apps.get_models(include_auto_created=True)
        before = {
            model: list(model.objects.order_by("pk").values()) for model in everything if hasattr(model, "objects")
        }
        client.force_login(ed, backend="django.contrib.auth.backends.ModelBackend")
        sessions = {"Session", "User", "AccessLog", "AccessAttempt"}

        for story in stories:
            assert client.get(reverse("admin:articles_article_surfaces", args=[story.pk])).status_code == 200

        for model, rows in before.items():
            if model.__name__ not in sessions:
                assert list(model.objects.order_by("pk").values()) == rows, model


def test_the_page_costs_a_bounded_number_of_queries(client, django_assert_max_num_queries):
    story = make_draft(**rich(tags=[make_tag(name) for name in ("One", "Two", "Three", "Four")]))
    client.force_login(make_user("ed"), backend="django.contrib.auth.backends.ModelBackend")

    with django_assert_max_num_queries(100):
        client.get(reverse("admin:articles_article_surfaces", args=[story.pk]))
