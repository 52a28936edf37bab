"""Who may do what, as a table written out by hand: newsroom.roles is proved against it, not read."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from articles import drafting, publishing, verbs
from articles.models import Article, HistoryEntry
from articles.permissions import may, may_set_embargo
from articles.states import MOVES, Verb, Words
from articles.tests.refusals import NOW, fresh, refused, row
from newsroom.testing.factories import make_draft, make_live, make_user

WRITES = {"view", "create", "edit", "submit"}
PUBLISHES = {
    "send_back", "approve", "schedule", "unschedule", "publish", "update", "correct", "clarify", "annotate", "undo",
    "withdraw", "republish", "kill", "spike", "unspike", "lift_embargo", "vault", "unvault", "readdress",
}  # fmt: skip
HOLDS = {"hold", "release"}
TABLE = {
    "rita": WRITES,
    "ed": WRITES | PUBLISHES,
    "chloe": WRITES | PUBLISHES | HOLDS,
    "mo": {"view"},
    "wendy": WRITES,
    "pat": {"view"},
    "sam": set(),
}
EVERYTHING = {"view", "create", "edit", *Verb}

pytestmark = pytest.mark.django_db


def call(verb: Verb, article: Article, by: object) -> None:
    """Call the verb's function with every word it could ask for."""
    words: dict[str, object] = {"note": "Because.", "now": NOW}
    if MOVES[verb].words in {Words.PUBLIC, Words.BOTH}:
        words["public_text"] = "Readers are told why."
    if verb == Verb.SCHEDULE:
        words["publish_at"] = NOW + timedelta(hours=1)
    if verb == Verb.READDRESS:
        words["slug"] = "another-slug"
    verbs.do(article, verb, by=by, **words)


class TestEachRole:
    @pytest.mark.parametrize("name", TABLE)
    def test_it_may_do_what_the_table_says_and_nothing_else(self, name):
        user = make_user(name)

        assert {verb for verb in EVERYTHING if may(user, verb)} == TABLE[name]

    @pytest.mark.parametrize("name", TABLE)
    def test_only_those_who_publish_may_change_an_embargo(self, name):
        assert may_set_embargo(make_user(name)) == ("publish" in TABLE[name])

    @pytest.mark.parametrize("name", TABLE)
    def test_every_verb_outside_its_row_is_refused_by_the_verb_itself(self, name):
        user, article = make_user(name), make_draft(now=NOW)
        before, count = row(article), HistoryEntry.objects.count()

        for verb in set(Verb) - TABLE[name]:
            with refused("not_allowed"):
                call(verb, article, user)

        assert row(article) == before
        assert HistoryEntry.objects.count() == count

    def test_permission_is_asked_before_state(self):
        killed = make_live(now=NOW).article
        publishing.kill(killed, by=make_user("ed"), note="False.", public_text="It was false.", now=NOW)

        with refused("not_allowed"):
            publishing.publish(killed, by=make_user("rita"), now=NOW)


class TestPeopleWithoutARole:
    def test_an_inactive_chief_may_nothing(self):
        chloe = make_user("chloe")
        chloe.is_active = False

        assert not {verb for verb in EVERYTHING if may(chloe, verb)}
        assert not may_set_embargo(chloe)

    def test_someone_who_is_not_logged_in_may_nothing(self):
        assert not {verb for verb in EVERYTHING if may(AnonymousUser(), verb)}

    def test_a_stranger_cannot_write(self):
        with refused("not_allowed"):
            drafting.create_draft({"headline": "x"}, by=make_user("sam"))

        assert not Article.objects.exists()

    def test_a_verb_nobody_knows_is_a_mistake_of_the_caller(self):
        with pytest.raises(ValueError, match="vaporise"):
            may(make_user("chloe"), "vaporise")


class TestAReporter:
    @pytest.mark.parametrize("verb", [Verb.PUBLISH, Verb.APPROVE, Verb.SCHEDULE])
    def test_cannot_send_a_story_out(self, verb):
        rita = make_user("rita")
        article = make_draft(rita, now=NOW)
        drafting.submit(article, by=rita, now=NOW)

        with refused("not_allowed"):
            call(verb, article, rita)

        assert fresh(article).status == "draft"

    @pytest.mark.parametrize("verb", [Verb.KILL, Verb.WITHDRAW, Verb.CORRECT, Verb.UPDATE])
    def test_cannot_touch_what_readers_have(self, verb):
        article = make_live(now=NOW).article

        with refused("not_allowed"):
            call(verb, article, make_user("rita"))

    @pytest.mark.parametrize("stage", ["in_review", "ready"])
    def test_cannot_edit_text_that_lies_with_the_desk(self, stage):
        rita, ed = make_user("rita"), make_user("ed")
        article = make_draft(rita, now=NOW)
        drafting.submit(article, by=rita, now=NOW)
        if stage == "ready":
            drafting.approve(article, by=ed, now=NOW)

        with refused("not_allowed"):
            drafting.save_draft(article, {"headline": "Other"}, by=rita, base_revision=article.revision_number)

        assert not may(rita, "edit", article)
        assert may(ed, "edit", article)
        assert fresh(article).headline == article.headline != "Other"

    def test_edits_again_once_it_was_sent_back(self):
        rita = make_user("rita")
        article = make_draft(rita, now=NOW)
        drafting.submit(article, by=rita, now=NOW)
        drafting.send_back(article, by=make_user("ed"), note="Who says so?", now=NOW)

        drafting.save_draft(article, {"headline": "Other"}, by=rita, base_revision=article.revision_number)

        assert fresh(article).headline == "Other"

    def test_cannot_lift_or_set_an_embargo(self):
        rita = make_user("rita")
        article = make_draft(make_user("ed"), now=NOW, embargo_until=NOW + timedelta(hours=1))

        for changes in ({"embargo_until": None}, {"embargo_is_open": True}):
            with refused("not_allowed"):
                drafting.save_draft(article, changes, by=rita, base_revision=article.revision_number)

        assert fresh(article).embargo_until == NOW + timedelta(hours=1)

    def test_saves_other_fields_of_an_embargoed_story(self):
        rita, until = make_user("rita"), NOW + timedelta(hours=1)
        article = make_draft(make_user("ed"), now=NOW, embargo_until=until)
        changes = {"headline": "Other", "embargo_until": until, "embargo_is_open": False}

        drafting.save_draft(article, changes, by=rita, base_revision=article.revision_number)

        assert fresh(article).headline == "Other"


class TestClosedStories:
    @pytest.mark.parametrize("verb", [Verb.KILL, Verb.SPIKE])
    def test_nobody_edits_them(self, verb):
        chloe = make_user("chloe")
        article = make_live(now=NOW).article if verb == Verb.KILL else make_draft(now=NOW)
        call(verb, article, chloe)

        assert not may(chloe, "edit", article)
        with refused("not_allowed"):
            drafting.save_draft(article, {"headline": "Other"}, by=chloe, base_revision=article.revision_number)


class TestTheWireDesk:
    def test_may_bring_the_agencys_embargo_along_with_a_new_story(self):
        article = make_draft(make_user("wendy"), now=NOW, embargo_until=NOW + timedelta(hours=1))

        assert article.embargo_until == NOW + timedelta(hours=1)

    def test_may_not_lift_it(self):
        wendy = make_user("wendy")
        article = make_draft(wendy, now=NOW, embargo_until=NOW + timedelta(hours=1))

        with refused("not_allowed"):
            drafting.save_draft(article, {"embargo_until": None}, by=wendy, base_revision=1)
