"""Prepared stories: no way out for one person, and none by a slip."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError

from articles import drafting, publishing, vault
from articles.models import Article, PreviewLink
from articles.states import MOVES, Verb
from articles.tests.refusals import NOW, fresh, refused, row, verbs_of
from articles.verbs import offered
from newsroom.testing.factories import BODY, make_draft, make_user

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def article():
    article = make_draft(make_user("ed"), now=NOW, headline="Queen of the harbour dies at ninety")
    vault.vault(article, by=make_user("ed"), now=NOW)
    return article


def let_out(article: Article, *names: str) -> None:
    for name in names:
        vault.unvault(article, by=make_user(name), now=LATER)


class TestInTheVault:
    @pytest.mark.parametrize("verb", ["submit", "publish", "schedule", "spike"])
    def test_nothing_leads_out(self, article, verb):
        chloe, before = make_user("chloe"), row(article)
        words = {"publish_at": LATER} if verb == "schedule" else {}
        module = drafting if hasattr(drafting, verb) else publishing

        with refused("vaulted"):
            getattr(module, verb)(article, by=chloe, now=NOW, **words)

        assert row(article) == before

    def test_only_what_can_be_done_is_offered(self, article):
        assert {row.verb for row in offered(article, make_user("chloe"))} == {Verb.HOLD, Verb.UNVAULT}

    def test_it_has_no_address_and_no_schedule(self, article):
        assert (article.path, article.publish_at, article.in_vault) == (None, None, True)

    @pytest.mark.parametrize(
        "columns",
        [
            {"stage": "ready", "publish_at": LATER},
            {"path": "2026/11/03/x", "first_published_at": NOW, "status": "published"},
            {"status": "spiked"},
        ],
        ids=str,
    )
    def test_the_database_says_the_same(self, article, columns):
        with pytest.raises(IntegrityError):
            Article.objects.filter(pk=article.pk).update(**columns)

    def test_a_schedule_ends_where_it_begins(self):
        article = make_draft(make_user("ed"), now=NOW)
        publishing.schedule(article, by=make_user("ed"), publish_at=LATER, now=NOW)

        vault.vault(article, by=make_user("ed"), now=NOW)

        assert fresh(article).publish_at is None
        assert publishing.due(LATER) == []

    def test_a_text_in_review_is_in_writing_again(self):
        article = make_draft(make_user("ed"), now=NOW)
        drafting.submit(article, by=make_user("ed"), now=NOW)

        vault.vault(article, by=make_user("ed"), now=NOW)

        assert fresh(article).stage == "writing"

    def test_links_for_outsiders_end(self):
        article = make_draft(make_user("ed"), now=NOW)
        link = PreviewLink.objects.create(
            article=article, label="Her son", made_at=NOW, made_by=make_user("ed"), expires_at=LATER
        )

        vault.vault(article, by=make_user("ed"), now=NOW)

        link.refresh_from_db()
        assert link.revoked_at == NOW

    def test_it_can_be_written_on(self, article):
        drafting.save_draft(article, {"headline": "TK"}, by=make_user("rita"), base_revision=1, now=LATER)

        assert fresh(article).headline == "TK"

    def test_it_can_be_held(self, article):
        drafting.hold(article, by=make_user("chloe"), note="Lawyers.", now=LATER)

        assert (fresh(article).is_held, fresh(article).in_vault) == (True, True)

    @pytest.mark.parametrize("verb", [Verb.VAULT, Verb.UNVAULT])
    @pytest.mark.parametrize("name", ["rita", "mo", "wendy", "pat", "sam"])
    def test_the_door_is_for_the_desk_alone(self, article, verb, name):
        assert MOVES[verb].permission == "vault_article"
        with refused("not_allowed"):
            getattr(vault, verb)(article, by=make_user(name), now=LATER)


class TestTheWayOut:
    def test_the_first_person_only_asks(self, article):
        let_out(article, "ed")

        stored = fresh(article)
        assert (stored.in_vault, stored.vault_opened_by) == (True, make_user("ed"))
        assert verbs_of(article) == ["created", "vault", "unvault_asked"]
        with refused("vaulted"):
            publishing.publish(article, by=make_user("chloe"), now=LATER)

    def test_the_same_person_is_not_the_second(self, article):
        let_out(article, "ed")

        with refused("second_person"):
            let_out(article, "ed")

        assert fresh(article).in_vault

    def test_another_person_lets_it_out(self, article):
        let_out(article, "ed", "chloe")

        stored = fresh(article)
        assert (stored.in_vault, stored.vault_opened_by, stored.status, stored.stage) == (
            False,
            None,
            "draft",
            "writing",
        )
        assert verbs_of(article)[-1] == "unvault"
        publishing.publish(article, by=make_user("ed"), now=LATER)

    def test_the_question_can_be_taken_back(self, article):
        let_out(article, "ed")

        vault.vault(article, by=make_user("chloe"), now=LATER)

        assert fresh(article).vault_opened_by is None
        let_out(article, "ed")
        assert fresh(article).in_vault

    def test_two_who_are_the_second_at_once_are_told(self, article):
        let_out(article, "ed")
        stale = fresh(article)
        let_out(article, "chloe")

        with refused("changed"):
            let_out(stale, "chloe")

    @pytest.mark.parametrize("words", ["TK", "XX", "DO NOT PUBLISH", "lorem ipsum"])
    def test_a_note_to_self_keeps_it_in(self, article, words):
        ed = make_user("ed")
        body = f"<p>She died on {words}.</p>{BODY}"
        drafting.save_draft(article, {"body": body}, by=ed, base_revision=1, now=LATER)

        with refused("not_ready"):
            let_out(article, "ed")

        assert fresh(article).vault_opened_by is None

    def test_what_is_not_in_it_cannot_be_let_out(self):
        with refused("wrong_state"):
            let_out(make_draft(now=NOW), "ed")

    def test_what_is_in_it_is_not_put_in_again(self, article):
        with refused("wrong_state"):
            vault.vault(article, by=make_user("ed"), now=LATER)


class TestThePages:
    def sign_in(self, client, name):
        client.force_login(make_user(name), backend="django.contrib.auth.backends.ModelBackend")
        return client

    def test_say_who_asked_and_what_happens_now(self, article, client):
        address = f"/desk/articles/article/{article.pk}/move/unvault/"
        words = {"seen_revision": article.revision_number}

        first = self.sign_in(client, "ed").post(address, words, follow=True).content.decode()
        again = client.get(address).content.decode()
        second = self.sign_in(client, "chloe").get(address).content.decode()
        out = client.post(address, words, follow=True).content.decode()

        assert "Asked. Somebody else has to let it out as well." in first
        assert "You have asked already. Somebody else has to let it out as well." in again
        assert "Ed has asked for it. You are the second" in second
        assert "Out of the vault." in out

    def test_the_list_finds_what_is_in_the_vault(self, article, client):
        make_draft(make_user("ed"), headline="A story for today")

        page = self.sign_in(client, "ed").get("/desk/articles/article/?in_vault__exact=1").content.decode()

        assert "Queen of the harbour" in page
        assert "A story for today" not in page
        assert "In the vault" in page
