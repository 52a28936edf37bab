"""Changing the address of a story that has been public: readers find it at the new one and at every former one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from articles import addresses, drafting, publishing, undoing
from articles.models import FormerAddress, Version
from articles.tests.refusals import NOW, fresh, refused, row, verbs_of
from newsroom.testing.factories import make_author, make_draft, make_image, make_live, make_tag, make_user

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=3)
OLD, NEW = "2026/11/03/ferry", "2026/11/03/boat"


@pytest.fixture
def article():
    image = make_image()
    body = f'<p>{"word " * 90}</p><figure data-image="{image.pk}"><img alt="A quay"></figure>'
    return make_live(now=NOW, slug="ferry", authors=[make_author()], tags=[make_tag()], body=body).article


def readdress(article, slug="boat", now=LATER, by="ed"):
    return addresses.readdress(article, by=make_user(by), slug=slug, now=now)


def former():
    return list(FormerAddress.objects.order_by("path").values_list("path", "article_id"))


class TestANewAddress:
    def test_is_in_the_folder_of_the_same_day(self, article):
        version = readdress(article)

        assert (version.path, fresh(article).path, fresh(article).slug) == (NEW, NEW, "boat")
        assert Version.objects.live().get() == version

    def test_leaves_the_former_one_behind(self, article):
        readdress(article)

        assert former() == [(OLD, article.pk)]
        assert FormerAddress.objects.get().retired_at == LATER

    def test_changes_nothing_else_that_readers_see(self, article):
        before = Version.objects.values().get()

        version = readdress(article)

        after = Version.objects.filter(pk=version.pk).values().get()
        own = {"id", "number", "path", "change", "published_at"}
        assert {name: after[name] for name in after if name not in own} == {
            name: before[name] for name in before if name not in own
        }
        assert (version.number, version.change, version.updated_at) == (2, "minor", None)
        assert [row.author.name for row in version.version_authors.all()] == ["Mira Halloran"]
        assert [row.tag.name for row in version.version_tags.all()] == ["Elections"]
        first = article.versions.get(number=1)
        assert version.version_pictures.count() == first.version_pictures.count()
        assert (first.standing, first.version_authors.count(), first.version_tags.count()) == ("past", 1, 1)

    def test_does_not_send_out_the_text_that_waits(self, article):
        drafting.save_draft(article, {"headline": "Not approved"}, by=make_user("ed"), base_revision=1, now=LATER)

        version = readdress(article)

        assert version.headline != "Not approved"
        assert fresh(article).has_unpublished_changes

    def test_writes_one_line_into_the_history(self, article):
        version = readdress(article)

        entry = article.history.latest("id")
        assert verbs_of(article) == ["created", "publish", "readdress"]
        assert (entry.version, entry.by) == (version, make_user("ed"))
        assert f"article:{article.pk}" in entry.cache_tags

    def test_is_made_tidy(self, article):
        assert readdress(article, "The Big  Boät!").path == "2026/11/03/the-big-boaet"

    def test_is_kept_by_later_versions(self, article):
        readdress(article)

        assert publishing.update(article, by=make_user("ed"), now=LATER).path == NEW

    def test_of_a_withdrawn_story_takes_the_notice_along(self, article):
        publishing.withdraw(article, by=make_user("ed"), note="x", public_text="By order.", is_legal=True, now=NOW)

        notice = readdress(article)

        assert (notice.change, notice.public_note, notice.is_legal, notice.path) == (
            "withdrawn",
            "By order.",
            True,
            NEW,
        )
        assert Version.objects.gone().get() == notice
        assert publishing.republish(article, by=make_user("ed"), now=LATER).path == NEW


class TestFormerAddresses:
    def test_never_form_a_chain(self, article):
        for slug in ("boat", "ship", "barge"):
            readdress(article, slug)

        assert former() == [(f"2026/11/03/{slug}", article.pk) for slug in ("boat", "ferry", "ship")]
        assert fresh(article).path == "2026/11/03/barge"

    def test_are_used_again_by_the_story_that_goes_back(self, article):
        readdress(article)
        readdress(article, "ferry")

        assert fresh(article).path == OLD
        assert former() == [(NEW, article.pk)]

    def test_are_not_given_to_another_story_that_is_published(self, article):
        readdress(article)

        other = make_live(now=NOW, slug="ferry")

        assert other.path == "2026/11/03/ferry-2"

    def test_are_not_given_to_another_story_that_asks(self, article):
        readdress(article)
        other = make_live(now=NOW, slug="other").article
        before = row(other)

        for slug in ("ferry", "boat"):
            with refused("bad_address"):
                readdress(other, slug)

        assert row(other) == before

    def test_are_none_for_a_draft_whose_slug_changes(self):
        article = make_draft(now=NOW, slug="one")

        drafting.save_draft(article, {"slug": "two"}, by=make_user("ed"), base_revision=1, now=NOW)
        publishing.publish(article, by=make_user("ed"), now=NOW)

        assert former() == []
        assert article.path == "2026/11/03/two"


class TestRefusals:
    @pytest.mark.parametrize("slug", ["", "  ", "ferry", "Ferry", "\u200b"])
    def test_no_address_and_the_same_address(self, article, slug):
        with refused("bad_address"):
            readdress(article, slug)

        assert former() == []

    def test_a_draft_has_none_to_change(self):
        with refused("wrong_state"):
            readdress(make_draft(now=NOW))

    def test_a_killed_story_keeps_its_own(self, article):
        publishing.kill(article, by=make_user("ed"), note="x", public_text="x", now=NOW)

        with refused("wrong_state"):
            readdress(article)

    def test_saving_another_slug_is_no_way_round(self, article):
        with refused("closed"):
            drafting.save_draft(article, {"slug": "boat"}, by=make_user("ed"), base_revision=1, now=NOW)

    def test_a_second_editor_with_an_old_page_is_told(self, article):
        stale = fresh(article)
        readdress(article)

        with refused("changed"):
            readdress(stale, "ship")

        assert former() == [(OLD, article.pk)]


class TestUndoing:
    def test_brings_the_old_address_back_and_keeps_the_short_lived_one_leading_to_it(self, article):
        readdress(article)

        undoing.undo(article, by=make_user("ed"), now=LATER + timedelta(seconds=5))

        assert (fresh(article).path, fresh(article).slug) == (OLD, "ferry")
        assert Version.objects.live().get().path == OLD
        assert former() == [(NEW, article.pk)]

    def test_the_publication_as_well_leaves_nothing_behind(self, article):
        readdress(article, now=NOW + timedelta(seconds=5))

        undoing.undo(article, by=make_user("ed"), now=NOW + timedelta(seconds=6))
        undoing.undo(article, by=make_user("ed"), now=NOW + timedelta(seconds=7))

        assert (fresh(article).status, fresh(article).path) == ("draft", None)
        assert former() == []


class TestThePage:
    def test_offers_the_present_slug_and_takes_a_new_one(self, article, client):
        client.force_login(make_user("ed"), backend="django.contrib.auth.backends.ModelBackend")
        address = f"/desk/articles/article/{article.pk}/move/readdress/"

        page = client.get(address).content.decode()
        client.post(address, {"slug": "boat", "seen_revision": 1})

        assert 'value="ferry"' in page
        assert fresh(article).path == NEW

    def test_keeps_what_was_typed_when_it_is_refused(self, article, client):
        make_live(now=NOW, slug="boat")
        client.force_login(make_user("ed"), backend="django.contrib.auth.backends.ModelBackend")

        page = client.post(
            f"/desk/articles/article/{article.pk}/move/readdress/", {"slug": "boat", "seen_revision": 1}
        ).content.decode()

        assert "Another story has or had that address." in page
        assert 'value="boat"' in page
