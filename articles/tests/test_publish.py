"""Going out for the first time: what is asked in which order, what is frozen, and at which address."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.db import IntegrityError, transaction
from django.utils import timezone

from articles import drafting, publishing
from articles.models import STORY_FIELDS, Article, HistoryEntry, Standing, Version
from articles.tests.refusals import NOW, fresh, refused, row, verbs_of
from authors.models import Author
from newsroom.testing.factories import (
    BODY,
    make_author,
    make_draft,
    make_image,
    make_live,
    make_section,
    make_source,
    make_tag,
    make_user,
)

pytestmark = pytest.mark.django_db


def publish(article: Article, *, by: str = "ed", now: datetime = NOW) -> Version:
    return publishing.publish(article, by=make_user(by), now=now)


class TestAStoryThatIsReady:
    def test_readers_get_it(self):
        article = make_draft(now=NOW)

        version = publish(article)

        assert list(Version.objects.live()) == [version]
        stored = fresh(article)
        assert (stored.status, stored.stage) == ("published", "writing")
        assert (stored.first_published_at, stored.published_revision) == (NOW, 1)
        assert not stored.has_unpublished_changes

    def test_the_history_says_who_and_which_version(self):
        article = make_draft(now=NOW)

        version = publishing.publish(article, by=make_user("ed"), note="Checked twice.", now=NOW)

        entry = article.history.latest("id")
        assert (entry.verb, entry.by, entry.at, entry.note) == ("publish", make_user("ed"), NOW, "Checked twice.")
        assert (entry.version, entry.revision_number) == (version, 1)
        assert entry.change == "Draft → Live"

    def test_the_history_names_the_pages_it_touched(self):
        top = make_section("world")
        section = make_section("europe", parent=top)
        author, tag, source = make_author(), make_tag(), make_source()
        article = make_draft(now=NOW, section=section, authors=[author], tags=[tag], source=source)

        publish(article)

        assert set(article.history.latest("id").cache_tags) == {
            f"article:{article.pk}", f"section:{section.pk}", f"section:{top.pk}", f"author:{author.pk}",
            f"tag:{tag.pk}", f"source:{source.pk}", "front", "lists",
        }  # fmt: skip

    def test_it_cannot_go_out_twice(self):
        article = make_draft(now=NOW)
        publish(article)

        with refused("wrong_state"):
            publish(article)

        assert Version.objects.count() == 1


class TestWhatIsFrozen:
    @pytest.fixture
    def article(self):
        return make_draft(
            now=NOW - timedelta(hours=1), headline="Ferry leaves", standfirst="Forty on board.", kicker="Shipping",
            body=f"<h2>At dawn</h2>{BODY}", summary="A ferry left.", kind="analysis", language="en-GB", dateline="Port Aldine",
            picture_caption="The ferry.", picture_alt="A ferry at dawn", how_reported="From the quay.", seo_title="Ferry",
            social_headline="It left", urgency=2, section=make_section("europe", parent=make_section("world")),
            source=make_source("meridian", credit_line="Meridian Press"), picture=make_image(credit="Pat Osei/The Courier"),
            authors=[make_author("Mira Halloran"), make_author("Jonas Keel")],
            tags=[make_tag("Ferries", kind="topic"), make_tag("Aldine", kind="place", wikidata="Q42")],
        )  # fmt: skip

    def test_every_shared_field_is_as_the_working_copy_has_it(self, article):
        version = publish(article)

        stored = Version.objects.get(pk=version.pk)
        for name in set(STORY_FIELDS) - {"credit_line"}:
            assert getattr(stored, name) == getattr(article, name), name
        assert (stored.credit_line, stored.picture_credit) == ("Meridian Press", "Pat Osei/The Courier")
        assert (stored.section.slug, stored.top_section.slug) == ("europe", "world")
        assert (stored.source, stored.picture, stored.urgency) == (article.source, article.picture, 2)

    def test_bylines_and_tags_are_printed_names_in_order(self, article):
        version = publish(article)

        assert version.bylines == [
            {"name": "Mira Halloran", "slug": "mira-halloran"}, {"name": "Jonas Keel", "slug": "jonas-keel"},
        ]  # fmt: skip
        assert [row.author.name for row in version.version_authors.all()] == ["Mira Halloran", "Jonas Keel"]
        assert version.tag_names == [
            {"name": "Aldine", "slug": "aldine", "kind": "place", "wikidata": "Q42"},
            {"name": "Ferries", "slug": "ferries", "kind": "topic", "wikidata": ""},
        ]
        assert [row.tag.name for row in version.version_tags.all()] == ["Aldine", "Ferries"]

    def test_facts_are_noted(self, article):
        version = publish(article)

        assert (version.number, version.revision_number, version.change) == (1, 1, "first")
        assert (version.first_published_at, version.published_at, version.updated_at) == (NOW, NOW, None)
        assert version.published_by == make_user("ed")
        assert version.guid == article.guid
        assert version.guid.startswith("tag:")
        assert version.word_count == 2 + 15 * 8

    def test_what_changes_later_around_it_does_not_reach_it(self, article):
        version = publish(article)
        before = Version.objects.filter(pk=version.pk).values().get()

        drafting.save_draft(
            article, {"headline": "Other", "tags": [], "authors": []}, by=make_user("ed"), base_revision=1
        )
        article.picture.credit, article.picture.caption = "Someone else", "Something else"
        article.picture.save()
        Author.objects.update(name="Renamed")

        assert Version.objects.filter(pk=version.pk).values().get() == before
        assert version.version_tags.count() == 2

    def test_a_pictures_own_caption_and_description_are_frozen_where_the_story_has_none(self):
        picture = make_image(caption="The ferry at the quay.", alt="A white ferry")
        version = publish(make_draft(now=NOW, picture=picture))

        picture.caption, picture.alt = "Changed", "Changed"
        picture.save()

        stored = Version.objects.get(pk=version.pk)
        assert (stored.shown_caption, stored.shown_alt) == ("The ferry at the quay.", "A white ferry")

    def test_a_decorative_picture_has_an_empty_description(self):
        version = publish(make_draft(now=NOW, picture=make_image(alt=""), picture_is_decorative=True))

        assert version.shown_alt == ""

    def test_a_blocked_tag_is_not_printed(self):
        blocked = make_tag("Gossip")
        article = make_draft(now=NOW, tags=[blocked, make_tag("Ferries")])
        blocked.standing = "blocked"
        blocked.save()

        version = publish(article)

        assert [tag["name"] for tag in version.tag_names] == ["Ferries"]
        assert version.version_tags.count() == 1

    def test_the_body_passes_the_sanitiser_once_more(self):
        article = make_draft(now=NOW)
        Article.objects.filter(pk=article.pk).update(body=f"{BODY}<script>alert(1)</script>")

        version = publish(fresh(article))

        assert version.body == BODY


class TestTheOrderOfChecks:
    def test_permission_comes_first(self):
        article = make_draft(now=NOW, headline="")
        drafting.spike(article, by=make_user("ed"), now=NOW)

        with refused("not_allowed"):
            publish(article, by="rita")

    def test_then_the_state(self):
        article = make_draft(now=NOW, headline="")
        drafting.spike(article, by=make_user("ed"), now=NOW)

        with refused("wrong_state"):
            publish(article)

    def test_then_what_is_missing_all_at_once(self):
        article = make_draft(now=NOW, headline="", standfirst="", section=None)
        before = row(article)

        with refused("not_ready") as caught:
            publish(article)

        assert caught.value.problems == ("Write a headline.", "Write a standfirst.", "Choose a section.")
        assert row(article) == before
        assert verbs_of(article) == ["created"]

    def test_a_hold_or_an_embargo_is_named_before_what_is_missing(self):
        held = make_draft(now=NOW, headline="")
        drafting.hold(held, by=make_user("chloe"), note="Lawyers.", now=NOW)
        embargoed = make_draft(now=NOW, headline="", embargo_until=NOW + timedelta(hours=1))

        with refused("held") as caught:
            publish(held)
        assert "Write a headline." in caught.value.problems
        with refused("embargoed"):
            publish(embargoed)

    def test_last_comes_whether_somebody_was_faster(self):
        article = make_draft(now=NOW)
        stale = fresh(article)
        publish(article)

        with refused("changed"):
            publish(stale, by="chloe")

        assert Version.objects.count() == 1
        assert verbs_of(article) == ["created", "publish"]

    def test_a_text_saved_after_the_editor_looked_is_not_sent_out_unseen(self):
        article = make_draft(make_user("rita"), now=NOW)
        seen = fresh(article)
        drafting.save_draft(article, {"headline": "Slipped in"}, by=make_user("rita"), base_revision=1, now=NOW)

        with refused("changed"):
            publish(seen)

        assert not Version.objects.exists()


class TestTheAddress:
    def test_it_is_the_day_and_the_slug(self):
        article = make_draft(now=NOW, slug="ferry-leaves")

        version = publish(article)

        assert version.path == fresh(article).path == "2026/11/03/ferry-leaves"
        assert version.get_absolute_url() == "/2026/11/03/ferry-leaves/"

    def test_the_slug_is_made_of_the_headline_when_there_is_none(self):
        article = make_draft(now=NOW, headline="Fähre läuft aus – um 6 Uhr")

        publish(article)

        assert fresh(article).path == "2026/11/03/faehre-laeuft-aus-um-6-uhr"
        assert fresh(article).slug == "faehre-laeuft-aus-um-6-uhr"

    def test_two_stories_of_one_day_count_up(self):
        paths = [make_live(now=NOW, slug="ferry").path for _ in range(3)]

        assert paths == ["2026/11/03/ferry", "2026/11/03/ferry-2", "2026/11/03/ferry-3"]
        assert [article.slug for article in Article.objects.order_by("pk")] == ["ferry", "ferry-2", "ferry-3"]

    def test_another_day_begins_anew(self):
        make_live(now=NOW, slug="ferry")

        assert make_live(now=NOW + timedelta(days=1), slug="ferry").path == "2026/11/04/ferry"

    def test_a_withdrawn_or_killed_story_keeps_its_address(self):
        for verb in (publishing.withdraw, publishing.kill):
            verb(make_live(now=NOW, slug="ferry").article, by=make_user("ed"), note="x", public_text="x", now=NOW)

        assert make_live(now=NOW, slug="ferry").path == "2026/11/03/ferry-3"

    def test_the_longest_slug_still_fits_when_it_counts_up(self):
        slug = "f" * 80
        first, second = make_live(now=NOW, slug=slug), make_live(now=NOW, slug=slug)

        assert first.path == f"2026/11/03/{slug}"
        assert second.path == f"2026/11/03/{'f' * 74}-2"

    def test_a_headline_without_latin_letters_gets_an_address(self):
        assert make_live(now=NOW, headline="عبّارة تغادر الميناء").path == "2026/11/03/story"

    @pytest.mark.parametrize(
        "zone, moment, day",
        [
            ("Europe/London", datetime(2026, 7, 1, 22, 59, tzinfo=UTC), "2026/07/01"),
            ("Europe/London", datetime(2026, 7, 1, 23, 0, tzinfo=UTC), "2026/07/02"),
            ("Europe/London", datetime(2026, 11, 3, 23, 59, tzinfo=UTC), "2026/11/03"),
            ("Europe/London", datetime(2026, 3, 28, 23, 59, tzinfo=UTC), "2026/03/28"),  # clocks go forward on the 29th
            ("Europe/London", datetime(2026, 3, 29, 22, 59, tzinfo=UTC), "2026/03/29"),
            ("Europe/London", datetime(2026, 3, 29, 23, 0, tzinfo=UTC), "2026/03/30"),
            ("Europe/London", datetime(2026, 10, 24, 23, 0, tzinfo=UTC), "2026/10/25"),  # and back on the 25th
            ("Europe/London", datetime(2026, 10, 25, 23, 59, tzinfo=UTC), "2026/10/25"),
            ("Europe/London", datetime(2026, 10, 26, 0, 0, tzinfo=UTC), "2026/10/26"),
            ("America/New_York", datetime(2026, 11, 4, 4, 59, tzinfo=UTC), "2026/11/03"),
            ("Pacific/Auckland", datetime(2026, 11, 3, 11, 0, tzinfo=UTC), "2026/11/04"),
        ],
    )
    def test_the_day_is_the_newsrooms(self, settings, zone, moment, day):
        settings.TIME_ZONE = zone

        assert make_live(now=moment, slug="ferry").path == f"{day}/ferry"

    def test_the_editors_own_zone_does_not_count(self, settings):
        settings.TIME_ZONE = "Europe/London"

        with timezone.override("Asia/Tokyo"):
            version = make_live(now=datetime(2026, 11, 3, 20, 0, tzinfo=UTC), slug="ferry")

        assert version.path == "2026/11/03/ferry"


class TestTheDatabaseKeepsOneVersionCurrent:
    def test_a_story_has_one_live_version(self):
        version = make_live(now=NOW)
        publishing.update(version.article, by=make_user("ed"), now=NOW)

        with pytest.raises(IntegrityError), transaction.atomic():
            Version.objects.filter(pk=version.pk).update(standing=Standing.LIVE)
        with pytest.raises(IntegrityError), transaction.atomic():
            Version.objects.filter(pk=version.pk).update(standing=Standing.GONE)

    def test_an_address_has_one_current_version(self):
        first, second = make_live(now=NOW), make_live(now=NOW)

        with pytest.raises(IntegrityError), transaction.atomic():
            Version.objects.filter(pk=second.pk).update(path=first.path)

    def test_a_number_is_given_once_per_story(self):
        version = make_live(now=NOW)
        publishing.update(version.article, by=make_user("ed"), now=NOW)

        with pytest.raises(IntegrityError), transaction.atomic():
            Version.objects.filter(pk=version.pk).update(number=2)

    def test_a_notice_is_never_live(self):
        version = make_live(now=NOW)

        with pytest.raises(IntegrityError), transaction.atomic():
            Version.objects.filter(pk=version.pk).update(change="killed", public_note="x")

    def test_nothing_is_left_behind_by_a_failure_half_way(self):
        """The history row cannot stand (its author does not exist): the version written before it is gone as well."""
        article = make_draft(now=NOW)
        before, count = row(article), HistoryEntry.objects.count()
        nobody = User(pk=10**9, username="nobody", is_superuser=True)

        def publish_and_commit() -> None:
            with transaction.atomic():
                publishing.publish(article, by=nobody, now=NOW)
                transaction.get_connection().check_constraints()

        with pytest.raises(IntegrityError):
            publish_and_commit()

        assert not Version.objects.exists()
        assert (row(article), HistoryEntry.objects.count()) == (before, count)
