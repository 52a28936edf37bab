"""The full state × verb matrix, written out by hand: the table in articles.states is proved against this one."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.db import IntegrityError

from articles import drafting, publishing, vault, verbs, workflow
from articles.models import Article, HistoryEntry
from articles.states import MOVES, PERMISSIONS, STAGE_LABELS, STATUS_LABELS, Stage, Status, Verb, Words, moves_from
from articles.tests.refusals import NOW, fresh, refused, row
from newsroom.testing.factories import make_draft, make_user

SAME = None
HOLDING = {"hold": (SAME, SAME), "release": (SAME, SAME), "lift_embargo": (SAME, SAME)}
BEFORE = {
    "schedule": (SAME, "ready"), "publish": ("published", "writing"), "spike": ("spiked", "writing"),
    "vault": (SAME, "writing"), "unvault": (SAME, SAME), **HOLDING,
}  # fmt: skip
LIVE = {
    "update": (SAME, "writing"), "correct": (SAME, "writing"), "clarify": (SAME, "writing"),
    "annotate": (SAME, "writing"), "undo": ("draft", SAME), "withdraw": ("withdrawn", SAME), "kill": ("killed", "writing"), "readdress": (SAME, SAME), **HOLDING,
}  # fmt: skip
AWAY = {
    "republish": ("published", "writing"), "kill": ("killed", "writing"), "readdress": (SAME, SAME), **HOLDING,
}  # fmt: skip
HAND_IN = {"submit": (SAME, "in_review")}
REVIEW = {"send_back": (SAME, "writing"), "approve": (SAME, "ready")}
BACK = {"send_back": (SAME, "writing")}

# (status, stage) → verb → (status, stage) it leads to; every pair that can exist is here, every verb not named is refused
MATRIX: dict[tuple[str, str], dict[str, tuple[str | None, str | None]]] = {
    ("draft", "writing"): {**HAND_IN, **BEFORE},
    ("draft", "in_review"): {**REVIEW, **BEFORE},
    ("draft", "ready"): {**BACK, **BEFORE, "unschedule": (SAME, SAME)},
    ("published", "writing"): {**HAND_IN, **LIVE},
    ("published", "in_review"): {**REVIEW, **LIVE},
    ("published", "ready"): {**BACK, **LIVE},
    ("withdrawn", "writing"): {**HAND_IN, **AWAY},
    ("withdrawn", "in_review"): {**REVIEW, **AWAY},
    ("withdrawn", "ready"): {**BACK, **AWAY},
    ("killed", "writing"): {},
    ("spiked", "writing"): {"unspike": ("draft", "writing")},
}
ALLOWED = [(*state, verb) for state, moves in MATRIX.items() for verb in moves]
EVERY = [(*state, verb.value) for state in MATRIX for verb in Verb]


def make_in(status: str, stage: str) -> Article:
    """Return a story that came to this state by verbs alone."""
    chloe = make_user("chloe")
    article = make_draft(chloe, now=NOW)
    if status in {"published", "withdrawn", "killed"}:
        publishing.publish(article, by=chloe, now=NOW)
    if stage != "writing":
        drafting.submit(article, by=chloe, now=NOW)
    if stage == "ready":
        drafting.approve(article, by=chloe, now=NOW)
    if status == "withdrawn":
        publishing.withdraw(article, by=chloe, note="Doubts.", public_text="We are checking.", now=NOW)
    if status == "killed":
        publishing.kill(article, by=chloe, note="False.", public_text="It was false.", now=NOW)
    if status == "spiked":
        drafting.spike(article, by=chloe, now=NOW)
    assert (article.status, article.stage) == (status, stage)
    return article


def do(verb: str, article: Article) -> None:
    """Call the verb's own function as the chief editor, with all the words it could ask for."""
    chloe, later = make_user("chloe"), NOW + timedelta(seconds=20)
    words: dict[str, object] = {"note": "Because."}
    if MOVES[Verb(verb)].words in {Words.PUBLIC, Words.BOTH}:
        words["public_text"] = "Readers are told why."
    if verb == "schedule":
        words["publish_at"] = NOW + timedelta(hours=2)
    if verb == "readdress":
        words["slug"] = "another-slug"
    verbs.do(article, Verb(verb), by=chloe, now=later, **words)


def give_reason_for(verb: str, article: Article) -> None:
    """Put the story under the condition that `verb` ends."""
    chloe = make_user("chloe")
    if verb == "release":
        drafting.hold(article, by=chloe, note="Lawyers.", now=NOW)
    if verb == "unschedule":
        publishing.schedule(article, by=chloe, publish_at=NOW + timedelta(hours=1), now=NOW)
    if verb == "lift_embargo":
        base = article.revision_number
        drafting.save_draft(article, {"embargo_is_open": True}, by=chloe, base_revision=base, now=NOW)
    if verb == "unvault":
        vault.vault(article, by=chloe, now=NOW)
        vault.unvault(article, by=make_user("ed"), now=NOW)


class TestTheTable:
    def test_every_verb_has_exactly_one_row(self):
        assert Counter(row.verb for row in MOVES.values()) == Counter(Verb)

    def test_every_pair_that_the_database_could_hold_is_in_the_matrix(self):
        terminal = {Status.KILLED, Status.SPIKED}
        pairs = {(s, t) for s in Status for t in Stage if s not in terminal or t == Stage.WRITING}

        assert pairs == set(MATRIX)

    def test_every_state_has_a_label(self):
        assert set(STATUS_LABELS) == set(Status)
        assert set(STAGE_LABELS) == set(Stage)

    def test_every_verb_has_a_function_of_its_name(self):
        assert {verb: function.__name__ for verb, function in verbs.FUNCTIONS.items()} == {
            verb: verb.value for verb in Verb
        }

    def test_every_permission_is_one_of_the_model(self):
        declared = {name for name, _ in Article._meta.permissions}

        beside_the_moves = {f"{act}_article" for act in ("assign", "bulk", "share", "takedown")}
        assert declared - set(PERMISSIONS) == beside_the_moves
        assert set(PERMISSIONS) <= declared

    @pytest.mark.django_db
    def test_every_permission_exists_in_the_database(self):
        known = set(Permission.objects.filter(content_type__app_label="articles").values_list("codename", flat=True))

        assert set(PERMISSIONS) <= known

    def test_a_killed_story_goes_nowhere(self):
        assert moves_from("killed", "writing") == []

    def test_a_spiked_story_can_only_come_back(self):
        assert [move.verb for move in moves_from("spiked", "writing")] == [Verb.UNSPIKE]

    def test_only_verbs_that_take_away_or_correct_ask_for_public_words(self):
        asking = {move.verb for move in MOVES.values() if move.words in {Words.PUBLIC, Words.BOTH}}

        assert asking == {Verb.CORRECT, Verb.CLARIFY, Verb.ANNOTATE, Verb.WITHDRAW, Verb.KILL}

    def test_verbs_that_need_a_note_are_these(self):
        asking = {move.verb for move in MOVES.values() if move.words in {Words.NOTE, Words.BOTH}}

        assert asking == {Verb.SEND_BACK, Verb.WITHDRAW, Verb.KILL, Verb.HOLD, Verb.RELEASE}


class TestCheck:
    @pytest.mark.parametrize("status, stage, verb", EVERY)
    def test_it_allows_exactly_what_the_matrix_says(self, status, stage, verb):
        article = Article(status=status, stage=stage)

        if verb in MATRIX[status, stage]:
            assert workflow.check(article, Verb(verb), by=None, note="x", public_text="x").verb == verb
        else:
            with refused("wrong_state"):
                workflow.check(article, Verb(verb), by=None, note="x", public_text="x")

    def test_words_that_are_blank_or_invisible_are_no_words(self):
        article = Article(status="published", stage="writing")

        for blank in ("", "  \n", "\u200b\u2060", "\x00"):
            with refused("words_missing"):
                workflow.check(article, Verb.KILL, by=None, note=blank, public_text="Gone.")
            with refused("words_missing"):
                workflow.check(article, Verb.KILL, by=None, note="Why.", public_text=blank)

    def test_the_refusal_says_where_the_story_is(self):
        with refused("wrong_state") as caught:
            workflow.check(Article(status="published", stage="in_review"), Verb.PUBLISH, by=None)

        assert "live, in review" in str(caught.value)


@pytest.mark.django_db
class TestEveryAllowedMove:
    @pytest.mark.parametrize("status, stage, verb", ALLOWED)
    def test_it_leads_to_its_state_and_writes_one_history_row(self, status, stage, verb):
        article = make_in(status, stage)
        give_reason_for(verb, article)
        stage = article.stage
        count = article.history.count()

        do(verb, article)

        to_status, to_stage = MATRIX[status, stage][verb]
        expected = (to_status or status, to_stage or stage)
        stored = fresh(article)
        assert (stored.status, stored.stage) == expected == (article.status, article.stage)
        assert article.history.count() == count + 1
        entry = article.history.latest("id")
        assert (entry.verb, entry.by, entry.at) == (verb, make_user("chloe"), NOW + timedelta(seconds=20))
        assert (entry.from_status, entry.from_stage) == (status, stage)
        assert (entry.to_status, entry.to_stage) == expected
        assert entry.note == "Because."
        assert (entry.version is not None) == (MOVES[Verb(verb)].makes_version or verb == "undo")
        assert entry.revision_number == stored.revision_number
        assert stored.move_count == article.move_count


@pytest.mark.django_db
class TestEveryMoveThatIsNotInTheMatrix:
    @pytest.mark.parametrize("status, stage", MATRIX)
    def test_its_function_refuses_and_leaves_no_trace(self, status, stage):
        article = make_in(status, stage)
        before, count = row(article), HistoryEntry.objects.count()

        for verb in set(Verb) - set(MATRIX[status, stage]):
            with refused("wrong_state"):
                do(verb, article)

        assert row(article) == before
        assert HistoryEntry.objects.count() == count


@pytest.mark.django_db(transaction=False)
class TestTheDatabaseAgrees:
    @pytest.mark.parametrize(
        "columns",
        [
            {"status": "nonsense"},
            {"stage": "nonsense"},
            {"status": "published"},
            {"status": "killed", "path": "2026/11/03/x"},
            {"path": "2026/11/03/x"},
            {"first_published_at": NOW},
            {"publish_at": NOW},
            {"urgency": 0},
            {"urgency": 10},
            {"stage": "ready", "publish_at": NOW, "embargo_until": NOW + timedelta(minutes=1)},
        ],
        ids=str,
    )
    def test_a_row_that_makes_no_sense_is_refused(self, columns):
        article = make_draft(now=NOW)

        with pytest.raises(IntegrityError):
            Article.objects.filter(pk=article.pk).update(**columns)


@pytest.mark.django_db(transaction=True)
def test_history_outside_a_transaction_is_refused():
    article = make_draft(now=NOW)

    with pytest.raises(RuntimeError, match="transaction"):
        workflow.record(article, "submit", by=None, now=NOW)
