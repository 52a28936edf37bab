"""The working copy: made and saved, its revisions, and two writers at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from articles import drafting, publishing
from articles.models import Article, HistoryEntry, Revision
from articles.richtext import BodyError
from articles.tests.refusals import NOW, fresh, refused, row, verbs_of
from newsroom.testing.factories import (
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
LATER = NOW + timedelta(minutes=3)


def save(article: Article, *, by: str = "ed", base: int | None = None, **changes: object) -> Article:
    base_revision = article.revision_number if base is None else base
    return drafting.save_draft(article, changes, by=make_user(by), base_revision=base_revision, now=LATER)


class TestANewStory:
    def test_it_is_a_draft_in_writing_with_its_first_revision(self):
        rita = make_user("rita")

        article = drafting.create_draft({"headline": "Ferry leaves"}, by=rita, note="From the quay.", now=NOW)

        assert (article.status, article.stage, article.revision_number) == ("draft", "writing", 1)
        assert (article.created_by, article.created_at, article.changed_by) == (rita, NOW, rita)
        revision = article.revisions.get()
        assert (revision.number, revision.saved_by, revision.saved_at) == (1, rita, NOW)
        assert revision.changed_fields == ["headline"]

    def test_its_history_says_who_made_it_and_why(self):
        rita = make_user("rita")

        article = drafting.create_draft({"headline": "Ferry leaves"}, by=rita, note="From the quay.", now=NOW)

        entry = article.history.get()
        assert (entry.verb, entry.by, entry.at, entry.note) == ("created", rita, NOW, "From the quay.")
        assert (entry.from_status, entry.to_status, entry.to_stage) == ("", "draft", "writing")

    def test_it_has_no_address_yet(self):
        article = drafting.create_draft({"headline": "Ferry leaves", "slug": "ferry"}, by=make_user(), now=NOW)

        assert (article.path, article.slug) == (None, "ferry")

    def test_an_empty_one_can_be_begun(self):
        article = drafting.create_draft({}, by=make_user(), now=NOW)

        assert str(article) == f"Untitled story {article.pk}"

    def test_a_field_that_does_not_exist_is_a_mistake_of_the_caller(self):
        for name in ("status", "stage", "path", "hold_reason", "title"):
            with pytest.raises(ValueError, match=name):
                drafting.create_draft({name: "x"}, by=make_user())

        assert not Article.objects.exists()

    def test_links_are_kept(self):
        picture, source, section = make_image(), make_source(), make_section("science")

        article = fresh(make_draft(picture=picture, source=source, section=section))

        assert (article.picture, article.source, article.section) == (picture, source, section)


class TestSaving:
    def test_it_adds_a_revision_and_says_who_and_when(self):
        article = make_draft(make_user("rita"), now=NOW)

        save(article, headline="Two ferries leave", ednote="Check the number.")

        stored = fresh(article)
        assert (stored.headline, stored.ednote) == ("Two ferries leave", "Check the number.")
        assert (stored.revision_number, stored.changed_by, stored.changed_at) == (2, make_user("ed"), LATER)
        assert (stored.created_by, stored.created_at) == (make_user("rita"), NOW)
        revision = stored.revisions.get(number=2)
        assert (revision.saved_by, revision.saved_at) == (make_user("ed"), LATER)
        assert revision.changed_fields == ["ednote", "headline"]

    def test_fields_that_are_not_named_stay(self):
        article = make_draft(now=NOW, dateline="Kyiv")

        save(article, headline="Other")

        assert fresh(article).dateline == "Kyiv"

    def test_it_is_no_row_of_the_history(self):
        article = make_draft(now=NOW)

        save(article, headline="Other")

        assert verbs_of(article) == ["created"]

    def test_saving_what_is_there_already_changes_nothing(self):
        article = make_draft(now=NOW, tags=[make_tag()], authors=[make_author()])
        before = row(article)
        same = {name: getattr(article, name) for name in drafting.PLAIN_FIELDS}

        save(article, by="rita", **same, tags=[make_tag()], authors=[make_author()], section=make_section())

        assert row(article) == before
        assert article.revisions.count() == 1

    def test_a_published_storys_working_copy_runs_ahead_of_readers(self):
        version = make_live(now=NOW)
        article = version.article

        save(article, headline="Other")

        assert article.has_unpublished_changes
        version.refresh_from_db()
        assert version.headline != "Other"


class TestTwoWriters:
    def test_a_base_that_does_not_exist_is_refused(self):
        article = make_draft(make_user("ed"), now=NOW)
        save(article, by="ed", headline="Ed's headline")

        for base in (-1, 0, 3, 99):
            with refused("changed") as caught:
                save(fresh(article), by="rita", base=base, headline="Rita's headline")

            assert "ed saved this story last" in str(caught.value)
        assert (fresh(article).headline, fresh(article).revision_number) == ("Ed's headline", 2)

    def test_a_stale_save_that_changes_nothing_makes_no_revision(self):
        article = make_draft(now=NOW)
        old = article.headline
        save(article, by="ed", headline="Other")

        stored = save(fresh(article), by="rita", base=1, headline=old)

        assert (stored.headline, stored.revision_number) == ("Other", 2)

    def test_a_writer_whose_story_went_to_the_desk_meanwhile_is_told(self):
        article = make_draft(make_user("rita"), now=NOW)
        ritas = fresh(article)
        drafting.submit(article, by=make_user("rita"), now=NOW)

        with refused("not_allowed"):
            save(ritas, by="rita", headline="Too late")

        assert fresh(article).headline != "Too late"

    def test_an_editor_saves_a_story_that_was_moved_on_meanwhile(self):
        article = make_draft(make_user("rita"), now=NOW)
        eds = fresh(article)
        drafting.submit(article, by=make_user("rita"), now=NOW)

        save(eds, by="ed", headline="In time")

        stored = fresh(article)
        assert (stored.headline, stored.stage) == ("In time", "in_review")
        assert (eds.stage, eds.revision_number) == ("in_review", 2)


class TestTheAddress:
    def test_it_can_be_chosen_before_publication(self):
        article = make_draft(now=NOW)

        save(article, slug="ferry-leaves")

        assert fresh(article).slug == "ferry-leaves"

    def test_it_stays_once_the_story_was_public(self):
        article = make_live(now=NOW, slug="ferry").article

        with refused("closed"):
            save(article, slug="other")
        save(article, slug="ferry", headline="Same address, other headline")

        assert fresh(article).slug == "ferry"

    def test_it_stays_even_while_withdrawn(self):
        article = make_live(now=NOW, slug="ferry").article
        publishing.withdraw(article, by=make_user("ed"), note="x", public_text="x", now=NOW)

        with refused("closed"):
            save(article, slug="other")

    @pytest.mark.parametrize("slug", ["Two words", "../desk", "a/b", "ä"])
    def test_what_is_no_part_of_an_address_is_refused(self, slug):
        with pytest.raises(ValidationError) as caught:
            make_draft(now=NOW, slug=slug)

        assert list(caught.value.message_dict) == ["slug"]


class TestListsOfAStory:
    def test_authors_keep_their_order_and_stand_once(self):
        mira, jonas = make_author("Mira Halloran"), make_author("Jonas Keel")
        article = make_draft(now=NOW, authors=[mira, jonas, mira])

        assert [byline.author for byline in article.bylines.all()] == [mira, jonas]

        save(article, authors=[jonas, mira])

        assert [byline.author for byline in fresh(article).bylines.all()] == [jonas, mira]
        assert article.revisions.first().changed_fields == ["authors"]

    def test_the_order_of_tags_does_not_count(self):
        harbour, ferry = make_tag("Harbour"), make_tag("Ferry")
        article = make_draft(now=NOW, tags=[harbour, ferry])

        save(article, tags=[ferry, harbour])

        assert set(article.tags.all()) == {ferry, harbour}
        assert article.revision_number == 1

    def test_lists_can_be_emptied(self):
        article = make_draft(now=NOW, tags=[make_tag()], authors=[make_author()])

        save(article, tags=[], authors=[])

        assert not fresh(article).tags.exists()
        assert not fresh(article).bylines.exists()


class TestRevisions:
    def test_a_snapshot_holds_the_whole_editable_content(self):
        until = NOW + timedelta(hours=1)
        picture, source = make_image(), make_source()
        article = make_draft(
            now=NOW, embargo_until=until, picture=picture, source=source, urgency=3,
            authors=[make_author("Mira Halloran"), make_author("Jonas Keel")], tags=[make_tag("Ferry")],
        )  # fmt: skip

        snapshot = Revision.objects.get(article=article).snapshot

        assert set(snapshot) == set(drafting.EDITABLE_FIELDS)
        assert snapshot == drafting.snapshot(fresh(article))
        assert snapshot["embargo_until"] == until.isoformat()
        assert snapshot["section"] == {"id": article.section_id, "name": "World"}
        assert [author["name"] for author in snapshot["authors"]] == ["Mira Halloran", "Jonas Keel"]
        assert (snapshot["urgency"], snapshot["picture_is_decorative"]) == (3, False)

    def test_saving_an_old_snapshot_again_brings_the_text_back(self):
        article = make_draft(now=NOW)
        first = article.revisions.get().snapshot
        save(article, headline="Other", body="<p>Other.</p>", dateline="Kyiv")

        plain = {name: first[name] for name in drafting.PLAIN_FIELDS if name != "embargo_until"}
        save(article, **plain)

        assert article.revisions.get(number=3).snapshot == first

    def test_they_are_never_changed(self):
        article = make_draft(now=NOW)
        before = Revision.objects.filter(article=article).values().get()

        save(article, headline="Other")
        drafting.submit(article, by=make_user("ed"), now=NOW)

        assert Revision.objects.filter(article=article, number=1).values().get() == before


class TestWhatTheBodyMayHold:
    def test_it_is_stored_in_the_vocabulary(self):
        article = make_draft(now=NOW, body='<p onclick="x()">Ferry<script>alert(1)</script></p><img src=x onerror=y>')

        assert fresh(article).body == "<p>Ferry</p>"
        assert article.revisions.get().snapshot["body"] == "<p>Ferry</p>"

    def test_saving_passes_the_same_door(self):
        article = make_draft(now=NOW)

        save(article, body='<p><a href="javascript:alert(1)">Ferry</a></p>')

        assert "javascript" not in fresh(article).body

    @pytest.mark.parametrize(
        "body", ["<b>" * 20_001, "x" * 300_001, "<blockquote>" * 101 + "x"], ids=["tags", "bytes", "deep"]
    )
    def test_one_that_cannot_be_read_is_refused_with_a_reason(self, body):
        article = make_draft(now=NOW)
        before = row(article)

        with pytest.raises(BodyError, match=r"\.$"):
            save(article, body=body)
        with pytest.raises(BodyError):
            make_draft(now=NOW, body=body)

        assert row(article) == before
        assert Article.objects.count() == 1


class TestPlainFields:
    def test_control_characters_and_line_ends_go(self):
        article = make_draft(
            now=NOW, headline="  Ferry\x00 leaves\r\n the\u200b harbour\x1f ", ednote="One\x00\r\n\r\nTwo "
        )

        assert article.headline == "Ferry leaves the harbour"
        assert article.ednote == "One\n\nTwo"

    def test_markup_is_text(self):
        article = make_draft(now=NOW, headline="<b>Bold</b> & co")

        assert fresh(article).headline == "<b>Bold</b> & co"

    @pytest.mark.parametrize(
        "name, length", [("headline", 200), ("standfirst", 400), ("summary", 300), ("slugline", 120), ("kicker", 40)]
    )
    def test_one_that_is_too_long_is_refused_and_named(self, name, length):
        article = make_draft(now=NOW)

        save(article, **{name: "x" * length})
        with pytest.raises(ValidationError) as caught:
            save(article, **{name: "x" * (length + 1)})

        assert list(caught.value.message_dict) == [name]
        assert f"{length} fit" in caught.value.message_dict[name][0]
        assert fresh(article).revision_number == 2

    @pytest.mark.parametrize(
        "name, value",
        [
            ("urgency", 0),
            ("urgency", 10),
            ("urgency", "soon"),
            ("kind", "gossip"),
            ("language", ""),
            ("headline", None),
        ],
    )
    def test_a_value_that_does_not_fit_is_refused_and_named(self, name, value):
        article = make_draft(now=NOW)

        with pytest.raises(ValidationError) as caught:
            save(article, **{name: value})

        assert list(caught.value.message_dict) == [name]
        assert fresh(article).revision_number == 1


class TestTheWayThroughTheDesk:
    def test_each_step_is_a_row_with_who_when_and_why(self):
        rita, ed = make_user("rita"), make_user("ed")
        article = make_draft(rita, now=NOW)
        times = [NOW + timedelta(minutes=minute) for minute in range(1, 6)]

        drafting.submit(article, by=rita, now=times[0])
        drafting.send_back(article, by=ed, note="Who says so?", now=times[1])
        drafting.submit(article, by=rita, note="The harbour master.", now=times[2])
        drafting.approve(article, by=ed, now=times[3])
        publishing.publish(article, by=ed, now=times[4])

        rows = list(article.history.order_by("id").values_list("verb", "by__username", "at", "note"))
        assert rows[1:] == [
            ("submit", "rita", times[0], ""),
            ("send_back", "ed", times[1], "Who says so?"),
            ("submit", "rita", times[2], "The harbour master."),
            ("approve", "ed", times[3], ""),
            ("publish", "ed", times[4], ""),
        ]

    def test_a_second_editor_with_an_old_page_is_told(self):
        article = make_draft(now=NOW)
        drafting.submit(article, by=make_user("ed"), now=NOW)
        stale = fresh(article)
        drafting.send_back(article, by=make_user("ed"), note="No.", now=NOW)

        with refused("changed"):
            drafting.approve(stale, by=make_user("chloe"), now=NOW)

        assert fresh(article).stage == "writing"

    def test_sending_back_without_a_word_is_refused(self):
        article = make_draft(now=NOW)
        drafting.submit(article, by=make_user("ed"), now=NOW)

        with refused("words_missing"):
            drafting.send_back(article, by=make_user("ed"), note=" ", now=NOW)

    def test_a_note_keeps_its_lines_but_no_control_characters(self):
        article = make_draft(now=NOW)

        drafting.spike(article, by=make_user("ed"), note=" Old\x00 news.\nSee yesterday. ", now=NOW)

        assert HistoryEntry.objects.get(verb="spike").note == "Old news.\nSee yesterday."

    def test_a_spiked_story_comes_back_as_it_was(self):
        article = make_draft(now=NOW)
        before = drafting.snapshot(article)

        drafting.spike(article, by=make_user("ed"), now=NOW)
        drafting.unspike(article, by=make_user("ed"), now=NOW)

        assert (article.status, article.stage) == ("draft", "writing")
        assert drafting.snapshot(fresh(article)) == before
