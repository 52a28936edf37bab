"""A save that rests on an older revision: what merges without a word, what clashes, and that nobody's text is lost."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from articles import drafting, publishing
from articles.merging import ClashError
from articles.models import Article, Revision
from articles.tests.refusals import NOW, fresh, refused
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
from newsroom.testing.rules import lift_rules

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(minutes=3)
ONE, TWO, THREE = "<p>One ferry left.</p>", "<p>Two came back.</p>", "<p>Three stayed.</p>"
BODY = ONE + TWO + THREE


@pytest.fixture
def article() -> Article:
    return make_draft(
        make_user("rita"), now=NOW, headline="Ferry", standfirst="", body=BODY, ednote="Call the quay.", urgency=5
    )


def save(article: Article, by: str, base: int = 1, **changes: object) -> Article:
    return drafting.save_draft(fresh(article), changes, by=make_user(by), base_revision=base, now=LATER)


def clash_of(article: Article, by: str, base: int = 1, **changes: object) -> ClashError:
    with pytest.raises(ClashError) as caught:
        save(article, by, base, **changes)
    return caught.value


class TestSeparateFields:
    def test_both_are_kept_in_a_new_revision_that_names_only_what_it_changed(self, article):
        save(article, "ed", headline="Ed's headline", kicker="At sea")

        stored = save(article, "rita", headline="Ferry", standfirst="Rita's.")

        assert (stored.headline, stored.standfirst, stored.kicker) == ("Ed's headline", "Rita's.", "At sea")
        revision = Revision.objects.get(article=article, number=3)
        assert (revision.changed_fields, revision.kind, revision.saved_by) == (
            ["standfirst"],
            "merge",
            make_user("rita"),
        )
        assert revision.snapshot == drafting.snapshot(fresh(article))

    def test_the_same_change_by_both_is_one(self, article):
        save(article, "ed", headline="Two ferries")

        stored = save(article, "rita", headline="Two ferries", dateline="Kyiv")

        assert (stored.headline, stored.dateline) == ("Two ferries", "Kyiv")
        assert Revision.objects.get(article=article, number=3).changed_fields == ["dateline"]

    def test_links_numbers_times_and_switches_are_fields_like_others(self, article):
        picture, source, section = make_image(), make_source(), make_section("science")
        save(article, "ed", picture=picture, embargo_until=NOW + timedelta(hours=2), urgency=2)

        stored = save(
            article, "ed", source=source, section=section, is_sensitive=True, due_at=NOW, picture=None,
            embargo_until=None, urgency=5,
        )  # fmt: skip

        assert (stored.picture, stored.source, stored.section) == (picture, source, section)
        assert (stored.embargo_until, stored.urgency) == (NOW + timedelta(hours=2), 2)
        assert (stored.is_sensitive, stored.due_at) == (True, NOW)

    def test_an_instant_is_the_same_in_every_zone(self, article):
        until = NOW + timedelta(hours=2)
        save(article, "ed", embargo_until=until)

        stored = save(article, "ed", 2, embargo_until=until.astimezone(ZoneInfo("Asia/Tokyo")), kicker="At sea")

        assert stored.revisions.first().changed_fields == ["kicker"]


class TestTheBody:
    def test_neighbouring_paragraphs_of_two_people_merge(self, article):
        save(article, "ed", body=BODY.replace("One ferry", "One white ferry"))

        stored = save(article, "rita", body=BODY.replace("Two came", "Two more came"))

        assert stored.body == BODY.replace("One ferry", "One white ferry").replace("Two came", "Two more came")
        assert stored.word_count == 10

    def test_one_moves_a_paragraph_and_the_other_rewrites_it(self, article):
        save(article, "ed", body=THREE + ONE + TWO)

        stored = save(article, "rita", body=ONE + TWO + "<p>Three stayed behind.</p>")

        assert stored.body == "<p>Three stayed behind.</p>" + ONE + TWO

    def test_additions_of_both_are_kept(self, article):
        save(article, "ed", body=BODY + "<h2>Harbour</h2>")

        stored = save(article, "rita", body=BODY + "<p>Nobody was hurt.</p>")

        assert stored.body == BODY + "<h2>Harbour</h2><p>Nobody was hurt.</p>"

    def test_what_comes_out_is_in_the_vocabulary(self, article):
        save(article, "ed", body=BODY.replace("One", "1"))

        stored = save(article, "rita", body=BODY + '<p onclick="x()">Four <script>alert(1)</script></p>')

        assert stored.body == BODY.replace("One", "1") + "<p>Four </p>"


class TestLists:
    def test_tags_of_both_are_kept_and_removals_hold(self):
        harbour, ferry, salt = make_tag("Harbour"), make_tag("Ferry"), make_tag("Salt")
        article = make_draft(now=NOW, tags=[harbour])
        save(article, "ed", tags=[harbour, ferry])

        stored = save(article, "rita", tags=[salt])

        assert set(stored.tags.all()) == {ferry, salt}
        assert {row["name"] for row in stored.revisions.first().snapshot["tags"]} == {"Ferry", "Salt"}

    def test_authors_stand_where_each_put_them(self):
        mira, jonas, ana = make_author("Mira Halloran"), make_author("Jonas Keel"), make_author("Ana Ruiz")
        article = make_draft(now=NOW, authors=[mira])
        save(article, "ed", authors=[jonas, mira])

        stored = save(article, "rita", authors=[mira, ana])

        assert [byline.author for byline in stored.bylines.all()] == [jonas, mira, ana]

    def test_a_tag_that_was_merged_away_under_an_open_form_does_not_come_back(self):
        old, new = make_tag("Ferrys"), make_tag("Ferries")
        article = make_draft(now=NOW, tags=[old])
        article.tags.set([new])  # as the tag manager does, without a revision

        stored = save(article, "rita", tags=[old], kicker="At sea")

        assert list(stored.tags.all()) == [new]


class TestNotesOfSeveralLines:
    def test_lines_of_both_are_kept(self, article):
        save(article, "ed", ednote="Call the quay.\nEd called.")

        stored = save(article, "rita", ednote="Call the quay.\nPicture comes at six.")

        assert stored.ednote == "Call the quay.\nEd called.\nPicture comes at six."


class TestClashes:
    def test_one_field_changed_by_both_comes_with_three_sides_and_nothing_is_saved(self, article):
        save(article, "ed", headline="Ed's")

        clash = clash_of(article, "rita", headline="Rita's", standfirst="Also hers.")

        [field] = clash.clashes
        assert (field.name, field.base, field.theirs, field.mine) == ("headline", "Ferry", "Ed's", "Rita's")
        assert clash.outcome.values == {"standfirst": "Also hers."}
        assert (clash.code, clash.base_revision, clash.seen_revision) == ("clash", 1, 2)
        assert [each.saved_by.username for each in clash.since] == ["ed"]
        assert "Ed saved this story after you opened it, and you both changed: headline." in str(clash)
        stored = fresh(article)
        assert (stored.headline, stored.standfirst, stored.revision_number) == ("Ed's", "", 2)

    def test_paragraphs_that_clash_stand_among_those_that_merged(self, article):
        save(article, "ed", body=BODY.replace("One", "1").replace("Two", "2"))

        clash = clash_of(article, "rita", body=BODY.replace("Two", "Both").replace("Three", "3"))

        [field] = clash.clashes
        [paragraph] = field.text.clashes
        assert paragraph.base == (TWO,)
        assert (paragraph.theirs, paragraph.mine) == ((TWO.replace("Two", "2"),), (TWO.replace("Two", "Both"),))
        assert [piece.text for piece in field.text.pieces if piece is not paragraph] == [
            ONE.replace("One", "1"), THREE.replace("Three", "3"),
        ]  # fmt: skip

    def test_of_very_many_neighbouring_paragraphs_the_stretch_is_one_question(self):
        rows = [f"<p>Paragraph {number} of many.</p>" for number in range(100)]
        article = make_draft(now=NOW, body="".join(rows) + "<hr>" + ONE)
        save(article, "ed", body="".join(rows).replace("many", "Ed's") + "<hr>" + ONE)

        [field] = clash_of(article, "rita", body="".join(rows).replace("many", "Rita's") + "<hr>" + ONE).clashes

        assert [len(clash.base) for clash in field.text.clashes] == [100]
        assert [piece.text for piece in field.text.pieces[1:]] == ["<hr>", ONE]

    def test_of_very_many_passages_the_body_is_one_question(self):
        rows = [f"<p>Paragraph {number} of many.</p><hr>" for number in range(100)]
        article = make_draft(now=NOW, body="".join(rows))
        save(article, "ed", body="".join(rows).replace("many", "Ed's"))

        [field] = clash_of(article, "rita", body="".join(rows).replace("many", "Rita's")).clashes

        [clash] = field.text.pieces
        assert ("".join(clash.base), "".join(clash.mine)) == ("".join(rows), "".join(rows).replace("many", "Rita's"))

    def test_links_are_shown_by_name(self, article):
        save(article, "ed", section=make_section("science"))

        clash = clash_of(article, "rita", section=make_section("sport"))

        [field] = clash.clashes
        assert [side["name"] for side in (field.base, field.theirs, field.mine)] == ["World", "Science", "Sport"]

    def test_a_note_rewritten_by_both_clashes_whole(self, article):
        save(article, "ed", ednote="Call the harbour.")

        [field] = clash_of(article, "rita", ednote="Call the pilot.").clashes

        assert (field.base, field.theirs, field.mine) == ("Call the quay.", "Call the harbour.", "Call the pilot.")

    def test_several_saves_since_are_all_named(self, article):
        save(article, "ed", headline="Ed's")
        save(article, "chloe", 2, headline="Chloe's")

        clash = clash_of(article, "rita", headline="Rita's")

        assert str(clash).startswith("Chloe and Ed saved this story")
        assert clash.clashes[0].theirs == "Chloe's"

    def test_two_tabs_of_one_person_are_two_writers(self, article):
        save(article, "rita", headline="First tab")

        assert clash_of(article, "rita", headline="Second tab").clashes[0].theirs == "First tab"


class TestWhatStaysClosed:
    def test_a_form_opened_before_publication_does_not_touch_the_address(self):
        article = make_draft(now=NOW, slug="")
        publishing.publish(fresh(article), by=make_user("ed"), now=NOW)

        stored = save(article, "ed", slug="", headline="Other")

        assert (stored.headline, stored.slug) == ("Other", fresh(article).path.rsplit("/", 1)[1])

    def test_a_new_address_is_refused_all_the_same(self):
        article = make_live(now=NOW, slug="").article

        with refused("closed"):
            save(article, "ed", slug="other")
        save(article, "ed", headline="Other")
        with refused("closed"):
            save(article, "ed", 2, slug="other")

    def test_who_may_not_set_an_embargo_may_save_beside_one(self, article):
        save(article, "ed", embargo_until=NOW + timedelta(hours=2))

        stored = save(article, "rita", embargo_until=None, headline="Rita's")

        assert (stored.embargo_until, stored.headline) == (NOW + timedelta(hours=2), "Rita's")
        with refused("not_allowed"):
            save(article, "rita", 3, embargo_until=None)

    def test_a_snapshot_older_than_a_field_counts_as_the_field_was_when_it_came(self, article):
        revision = Revision.objects.get(article=article)
        del revision.snapshot["budget_line"], revision.snapshot["assignee"]
        lift_rules()
        revision.save(update_fields=["snapshot"])
        save(article, "ed", budget_line="What it tells", headline="Ed's")

        stored = save(article, "rita", budget_line="", assignee=None, kicker="At sea")

        assert (stored.budget_line, stored.assignee, stored.kicker) == ("What it tells", None, "At sea")


class TestCost:
    def test_a_save_costs_the_same_however_many_revisions_there_are(self, article, django_assert_max_num_queries):
        for number in range(2, 40):
            save(article, "ed", number - 1, headline=f"Headline {number}")
        mine = fresh(article)

        with django_assert_max_num_queries(12):
            drafting.save_draft(mine, {"standfirst": "Mine."}, by=make_user("ed"), base_revision=1, now=LATER)
