"""The desk's columns: what waits for whom, in what order, how many."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import desk, drafting, marks, planning, presence, publishing
from articles.desk import Choice
from articles.models import Article
from newsroom.testing.factories import make_author, make_draft, make_image, make_live, make_section, make_tag, make_user

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
EVERYTHING = Choice()


def columns(user="ed", choice=EVERYTHING, rows=12):
    found = desk.board(make_user(user), timezone.now(), choice, rows=rows)
    return {column.key: column for column in found}


def in_review(by="rita", **changes):
    story = make_draft(make_user(by), **changes)
    drafting.submit(story, by=make_user(by))
    return story


class TestWaiting:
    def test_an_editor_waits_for_what_others_handed_in(self):
        theirs = in_review()
        in_review("ed")

        assert columns()["waiting"].ids == [theirs.pk]

    def test_a_reporter_waits_for_her_drafts_and_what_was_given_to_her(self):
        own = make_draft(make_user("rita"))
        given = make_draft(make_user("ed"))
        planning.assign(given, make_user("rita"), by=make_user("ed"), base_revision=1)
        byline = make_draft(make_user("ed"), authors=[make_author(user=make_user("rita"))])
        in_review()
        make_draft(make_user("ed"))

        assert set(columns("rita")["waiting"].ids) == {own.pk, given.pk, byline.pk}

    def test_what_was_given_to_another_waits_for_that_person_alone(self):
        story = make_draft(make_user("ed"))
        planning.assign(story, make_user("rita"), by=make_user("ed"), base_revision=1)

        assert columns("ed")["waiting"].ids == []
        assert columns("rita")["waiting"].ids == [story.pk]

    def test_a_live_story_waits_once_it_has_changes_that_readers_do_not_see(self):
        ed = make_user("ed")
        live = make_live(ed).article
        make_live(ed)
        assert columns()["waiting"].ids == []

        drafting.save_draft(live, {"headline": "A new headline"}, by=ed, base_revision=live.revision_number)

        assert columns()["waiting"].ids == [live.pk]

    def test_the_next_due_comes_first(self):
        rita, now = make_user("rita"), timezone.now()
        later, none, sooner = (make_draft(rita, due_at=due) for due in (now + 2 * HOUR, None, now + HOUR))

        assert columns("rita")["waiting"].ids == [sooner.pk, later.pk, none.pk]


class TestPlanned:
    def test_holds_lines_with_a_deadline_an_owner_or_a_budget_line(self):
        ed, now = make_user("ed"), timezone.now()
        due = planning.plan({"budget_line": "a", "due_at": now + HOUR}, by=ed)
        owned = make_draft(ed)
        planning.assign(owned, ed, by=ed, base_revision=1)
        line = planning.plan({"budget_line": "b"}, by=ed)
        make_draft(ed)

        assert columns()["planned"].ids == [due.pk, line.pk, owned.pk]

    def test_leaves_out_what_is_long_past(self):
        line = planning.plan({"budget_line": "a"}, by=make_user("ed"))
        Article.objects.filter(pk=line.pk).update(due_at=timezone.now() - timedelta(days=8))

        assert columns()["planned"].ids == []


class TestTheOtherColumns:
    def test_most_urgent_first_then_who_waits_longest(self):
        calm, urgent, old = in_review(urgency=5), in_review(urgency=2), in_review(urgency=5)
        Article.objects.filter(pk=old.pk).update(changed_at=timezone.now() - HOUR)

        assert columns()["review"].ids == [urgent.pk, old.pk, calm.pk]

    def test_scheduled_is_not_ready_too(self):
        ed, now = make_user("ed"), timezone.now()
        ready, scheduled = in_review(), make_draft()
        drafting.approve(ready, by=ed)
        publishing.schedule(scheduled, by=ed, publish_at=now + HOUR)

        found = columns()
        assert (found["ready"].ids, found["scheduled"].ids) == ([ready.pk], [scheduled.pk])

    def test_live_reaches_back_six_hours(self):
        now = timezone.now()
        make_live(now=now - timedelta(hours=7))
        live = make_live(now=now - timedelta(hours=5))

        assert columns()["live"].ids == [live.article_id]

    def test_counts_are_exact_until_a_hundred(self):
        story = make_draft()
        Article.objects.filter(pk=story.pk).update(stage="in_review")
        copies = [
            Article(headline=str(n), stage="in_review", created_at=story.created_at, changed_at=story.changed_at)
            for n in range(98)
        ]
        Article.objects.bulk_create(copies)
        assert columns()["review"].count_words == "99"

        Article.objects.bulk_create(
            [Article(stage="in_review", created_at=story.created_at, changed_at=story.changed_at)]
        )

        column = columns()["review"]
        assert (column.count_words, column.is_more, len(column.ids)) == ("99+", True, 12)


class TestTheQuestion:
    def test_mine_are_those_i_made_own_wrote_or_changed(self):
        rita = make_user("rita")
        mine = in_review("rita")
        other = in_review("wendy")
        drafting.save_draft(other, {"kicker": "Sea"}, by=make_user("ed"), base_revision=1)

        assert columns("rita", Choice(mine=True))["review"].ids == [mine.pk]
        assert columns("ed", Choice(mine=True))["review"].ids == [other.pk]
        assert rita

    def test_sections_and_words_narrow_every_column(self):
        world, sport = make_section("world"), make_section("sport")
        ferry = in_review(section=world, headline="The ferry is late")
        cup = in_review(section=sport, headline="The cup", slugline="CUP/FERRY")

        assert columns(choice=Choice(sections=(sport.pk,)))["review"].ids == [cup.pk]
        assert columns(choice=Choice(words="ferry late"))["review"].ids == [ferry.pk]
        assert set(columns(choice=Choice(words="FERRY"))["review"].ids) == {ferry.pk, cup.pk}

    def test_a_sign_of_the_database_is_only_a_sign(self):
        in_review(headline="Ferry")

        assert columns(choice=Choice(words="%"))["review"].ids == []


class TestWarnings:
    def test_are_alarms_and_embargoes_in_one_query(self, django_assert_num_queries):
        ed, now = make_user("ed"), timezone.now()
        late, soon = make_draft(ed), make_draft(ed, embargo_until=now + HOUR)
        publishing.schedule(late, by=ed, publish_at=now + timedelta(seconds=5))

        with django_assert_num_queries(1):
            found = desk.warnings(now + timedelta(minutes=10))

        assert found == ([late], [soon])
        assert found == (desk.alarms(now + timedelta(minutes=10)), desk.embargoes(now + timedelta(minutes=10)))


class TestARow:
    def row(self, **changes):
        story = make_draft(**changes)
        return marks.rows([story.pk], timezone.now())[story.pk]

    @pytest.mark.parametrize(
        "minutes, kind, words", [(-5, "late", "Overdue since"), (20, "soon", "in 19 min"), (90, "due", "Due ")]
    )
    def test_says_how_near_the_deadline_is(self, minutes, kind, words):
        mark = self.row(due_at=timezone.now() + timedelta(minutes=minutes)).deadline

        assert mark.kind == kind
        assert words in mark.words

    def test_of_a_live_story_has_no_deadline(self):
        story = make_live(due_at=timezone.now() + HOUR).article

        assert marks.rows([story.pk], timezone.now())[story.pk].deadline is None

    @pytest.mark.parametrize(
        "words, wanted, kind, said",
        [
            (300, None, "length", "300 words"), (551, 600, "near", "551 of 600 words, near"),
            (400, 600, "length", "400 of 600 words"), (651, 600, "over", "651 of 600 words, over"),
            (800, 600, "far-over", "800 of 600 words, 200 too many"), (0, 40, "near", "0 of 40 words, near"),
        ],
    )  # fmt: skip
    def test_says_how_long_it_is_against_what_was_asked(self, words, wanted, kind, said):
        mark = marks.length(Article(word_count=words, commissioned_words=wanted))

        assert (mark.kind, mark.words) == (kind, said)

    def test_shows_picture_tags_and_flags(self):
        row = self.row(picture=make_image(), tags=[make_tag()], needs_legal=True, is_sensitive=True, needs_picture=True)

        assert (row.has_picture, row.has_tags) == (True, True)
        assert [flag.words for flag in row.flags] == ["Needs a lawyer", "Sensitive"]

    def test_names_its_owner_before_its_author(self):
        author = make_author("Mira Halloran")
        assert self.row(authors=[author]).who == "Mira Halloran"
        row = self.row(authors=[author], assignee=make_user("rita"))
        assert (row.who, row.is_owned) == ("Rita", True)

    def test_without_a_headline_shows_the_working_title(self):
        row = self.row(headline="", slugline="FERRY/DAWN")

        assert (row.title, row.is_working_title, row.is_waiting_for_an_owner) == ("FERRY/DAWN", True, True)

    def test_says_who_has_it_open(self):
        story, now = make_draft(), timezone.now()
        for name, has_typed in (("ed", False), ("rita", True)):
            presence.ping(story, make_user(name), tab=name, field="body", has_typed=has_typed, now=now)

        assert marks.rows([story.pk], now)[story.pk].people == ["Ed", "Rita is typing"]
        assert "Rita is typing" in marks.rows([story.pk], now)[story.pk].stamp

    def test_takes_flags_from_apps_above(self):
        story = make_draft()

        def flagged(ids):
            return {story.pk: marks.Mark("wire", "Wire update")}

        marks.register(flagged)
        try:
            row = marks.rows([story.pk], timezone.now())[story.pk]
        finally:
            marks._flag_sources.remove(flagged)

        assert row.flags[-1].words == "Wire update"
        assert "Wire update" in row.stamp
