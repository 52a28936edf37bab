"""Taking away what readers have: for a while, and for good."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import models

from articles import drafting, publishing
from articles.models import STORY_FIELDS, PreviewLink, Version
from articles.tests.refusals import NOW, fresh, refused, verbs_of
from newsroom.testing.factories import (
    make_author,
    make_image,
    make_live,
    make_section,
    make_source,
    make_tag,
    make_user,
)

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)
TAKE_AWAY = [publishing.withdraw, publishing.kill]


@pytest.fixture
def article():
    return make_live(
        now=NOW, slug="ferry", headline="SECRET headline", standfirst="SECRET standfirst", kicker="SECRET",
        summary="SECRET summary", seo_title="SECRET", social_headline="SECRET", how_reported="SECRET",
        dateline="SECRET", credit_line="SECRET", picture_caption="SECRET", picture_alt="SECRET", picture=make_image(),
        authors=[make_author()], tags=[make_tag()], source=make_source(), section=make_section("europe", parent=make_section()),
    ).article  # fmt: skip


def take_away(verb, article, **words):
    values = {"note": "Source withdrew.", "public_text": "This story was wrong.", "now": LATER, **words}
    return verb(article, by=make_user("ed"), **values)


class TestTheNotice:
    @pytest.mark.parametrize("verb", TAKE_AWAY)
    def test_it_stands_where_the_story_was_and_says_why(self, article, verb):
        notice = take_away(verb, article)

        assert list(Version.objects.gone()) == [notice]
        assert not Version.objects.live().exists()
        assert (notice.path, notice.public_note, notice.number) == ("2026/11/03/ferry", "This story was wrong.", 2)
        assert notice.change == ("withdrawn" if verb is publishing.withdraw else "killed")

    @pytest.mark.parametrize("verb", TAKE_AWAY)
    def test_it_carries_nothing_of_the_story(self, article, verb):
        notice = Version.objects.get(pk=take_away(verb, article).pk)

        texts = [
            field for field in Version._meta.get_fields() if isinstance(field, (models.CharField, models.TextField))
        ]
        assert not [field.name for field in texts if "SECRET" in str(getattr(notice, field.name))]
        assert not [name for name in STORY_FIELDS if name not in {"kind", "language"} and getattr(notice, name)]
        assert (notice.bylines, notice.tag_names, notice.word_count) == ([], [], 0)
        assert (notice.picture, notice.source, notice.picture_credit) == (None, None, "")
        assert not notice.version_authors.exists()
        assert not notice.version_tags.exists()

    @pytest.mark.parametrize("verb", TAKE_AWAY)
    def test_the_history_names_every_page_that_must_forget_it(self, article, verb):
        published = article.history.latest("id").cache_tags

        take_away(verb, article)

        assert set(published) == set(article.history.latest("id").cache_tags)
        assert any(tag.startswith("author:") for tag in published)

    @pytest.mark.parametrize("verb", TAKE_AWAY)
    @pytest.mark.parametrize("words", [{"note": ""}, {"public_text": ""}, {"note": "  "}, {"public_text": "\u200b"}])
    def test_it_needs_a_note_and_words_for_readers(self, article, verb, words):
        with refused("words_missing"):
            take_away(verb, article, **words)

        assert Version.objects.live().count() == 1

    @pytest.mark.parametrize("verb", TAKE_AWAY)
    def test_neither_hold_nor_embargo_nor_an_unfinished_text_is_in_the_way(self, article, verb):
        ed = make_user("ed")
        changes = {"headline": "", "embargo_is_open": True}
        drafting.save_draft(article, changes, by=ed, base_revision=article.revision_number, now=LATER)
        drafting.hold(article, by=make_user("chloe"), note="Lawyers.", now=LATER)

        take_away(verb, article)

        assert not Version.objects.live().exists()

    @pytest.mark.parametrize("verb", TAKE_AWAY)
    def test_a_working_copy_that_lost_its_section_can_still_be_taken_away(self, article, verb):
        drafting.save_draft(article, {"section": None}, by=make_user("ed"), base_revision=1, now=LATER)

        notice = take_away(verb, article)

        assert (notice.section.slug, notice.top_section.slug) == ("europe", "world")

    @pytest.mark.parametrize("verb", TAKE_AWAY)
    def test_a_second_editor_with_an_old_page_is_told(self, article, verb):
        stale = fresh(article)
        publishing.update(article, by=make_user("ed"), now=LATER)

        with refused("changed"):
            take_away(verb, stale)


class TestAWithdrawnStory:
    def test_comes_back_at_its_address_as_its_working_copy_is(self, article):
        ed = make_user("ed")
        take_away(publishing.withdraw, article)
        drafting.save_draft(article, {"headline": "Checked"}, by=ed, base_revision=1, now=LATER)

        version = publishing.republish(article, by=ed, note="Checked.", now=LATER + timedelta(hours=1))

        assert list(Version.objects.live()) == [version]
        assert not Version.objects.gone().exists()
        assert (version.path, version.number, version.change) == ("2026/11/03/ferry", 3, "republished")
        assert (version.headline, version.first_published_at, version.updated_at) == ("Checked", NOW, None)
        assert fresh(article).published_revision == 2
        assert verbs_of(article) == ["created", "publish", "withdraw", "republish"]

    def test_keeps_the_update_time_it_had(self, article):
        publishing.update(article, by=make_user("ed"), now=LATER)
        take_away(publishing.withdraw, article)

        version = publishing.republish(article, by=make_user("ed"), now=LATER + timedelta(hours=1))

        assert version.updated_at == LATER

    def test_comes_back_only_when_it_is_ready(self, article):
        take_away(publishing.withdraw, article)
        drafting.hold(article, by=make_user("chloe"), note="Lawyers.", now=LATER)

        with refused("held"):
            publishing.republish(article, by=make_user("ed"), now=LATER)

        assert Version.objects.gone().exists()

    def test_can_be_killed(self, article):
        take_away(publishing.withdraw, article)

        notice = take_away(publishing.kill, article, public_text="It was invented.")

        assert list(Version.objects.gone()) == [notice]
        assert (notice.number, notice.public_note) == (3, "It was invented.")
        assert notice.section.slug == "europe"

    def test_stays_in_review_when_its_text_was_there(self, article):
        drafting.submit(article, by=make_user("ed"), now=NOW)

        take_away(publishing.withdraw, article)

        assert fresh(article).stage == "in_review"


class TestAKilledStory:
    def test_never_comes_back(self, article):
        take_away(publishing.kill, article)

        for verb in (publishing.publish, publishing.republish, publishing.update):
            with refused("wrong_state"):
                verb(article, by=make_user("chloe"), now=LATER)

    def test_keeps_its_history_and_its_versions(self, article):
        take_away(publishing.kill, article)

        assert verbs_of(article) == ["created", "publish", "kill"]
        entry = article.history.latest("id")
        assert (entry.note, entry.public_text) == ("Source withdrew.", "This story was wrong.")
        assert article.versions.get(number=1).headline == "SECRET headline"


class TestForLegalReasons:
    @pytest.mark.parametrize("verb", TAKE_AWAY)
    def test_the_notice_says_that_it_is_the_law(self, article, verb):
        notice = take_away(verb, article, is_legal=True)

        assert Version.objects.gone().get() == notice
        assert notice.is_legal

    def test_otherwise_it_does_not(self, article):
        assert not take_away(publishing.kill, article).is_legal

    def test_a_story_that_comes_back_carries_nothing_of_it(self, article):
        take_away(publishing.withdraw, article, is_legal=True)

        assert not publishing.republish(article, by=make_user("ed"), now=LATER + timedelta(hours=1)).is_legal

    @pytest.mark.parametrize("verb", ["withdraw", "kill"])
    def test_it_is_a_tick_on_the_page(self, article, verb, client):
        client.force_login(make_user("ed"), backend="django.contrib.auth.backends.ModelBackend")
        words = {"note": "Order 12/26.", "public_text": "By order of the court.", "is_legal": "on", "seen_revision": 1}

        client.post(f"/desk/articles/article/{article.pk}/move/{verb}/", words)

        assert Version.objects.gone().get().is_legal


class TestLinksForOutsiders:
    def make_link(self, article):
        return PreviewLink.objects.create(
            article=article, label="A lawyer", made_at=NOW, made_by=make_user("ed"), expires_at=NOW + timedelta(days=7)
        )

    def test_killing_ends_them(self, article):
        link = self.make_link(article)

        take_away(publishing.kill, article)

        link.refresh_from_db()
        assert link.revoked_at == LATER

    def test_withdrawing_leaves_them(self, article):
        link = self.make_link(article)

        take_away(publishing.withdraw, article)

        link.refresh_from_db()
        assert link.revoked_at is None
