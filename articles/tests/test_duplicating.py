"""A new draft of an old story: what comes along, what stays behind, and what is not copied."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from lxml import html as lxml_html

from articles import content, drafting, duplicating, noting, planning, publishing, vault
from articles.models import Article, HistoryEntry, Note, Notification, Revision, Version
from articles.tests.refusals import NOW, fresh, refused, row, verbs_of
from newsroom.testing.factories import (
    BODY,
    make_author,
    make_draft,
    make_image,
    make_live,
    make_source,
    make_tag,
    make_user,
)

pytestmark = pytest.mark.django_db
TOMORROW = NOW + timedelta(days=1)


def make_full(**changes):
    values = {
        "authors": [make_author("Zoe Vale"), make_author("Adam Brandt")],
        "tags": [make_tag("Ferries"), make_tag("Salt")],
        "picture": make_image(),
        "picture_caption": "The quay at noon.",
        "source": make_source(),
        "credit_line": "Meridian Press",
        "usage_terms": "Not in print.",
        "ednote": "Check the name of the captain.",
        "embargo_until": TOMORROW,
        "kind": "analysis",
        "slug": "ferry-leaves",
        **changes,
    }
    return make_draft(make_user("ed"), now=NOW, **values)


def values_of(article, names=duplicating.COPIED_FIELDS):
    return content.snapshot(fresh(article), names)


def client_of(client, name):
    client.force_login(make_user(name), backend="django.contrib.auth.backends.ModelBackend")
    return client


class TestACopy:
    def test_has_text_people_tags_picture_rights_and_embargo_of_the_story(self):
        article = make_full()

        copy = duplicating.duplicate(article, by=make_user("rita"), now=NOW)

        assert values_of(copy) == values_of(article)
        assert copy.embargo_until == TOMORROW
        assert copy.word_count == article.word_count

    def test_keeps_an_embargo_that_has_no_end(self):
        article = make_draft(embargo_is_open=True)

        copy = duplicating.duplicate(article, by=make_user("rita"))

        with refused("embargoed"):
            publishing.publish(copy, by=make_user("chloe"))

    def test_is_a_draft_of_who_copied_it_with_a_first_revision(self):
        rita, article = make_user("rita"), make_live().article

        copy = fresh(duplicating.duplicate(article, by=rita, now=NOW))

        state = (copy.status, copy.stage, copy.created_by, copy.created_at, copy.revision_number, copy.move_count)
        assert state == ("draft", "writing", rita, NOW, 1, 0)
        assert Revision.objects.get(article=copy).snapshot == content.snapshot(copy)
        assert copy.uuid != article.uuid

    def test_has_no_address_plan_notes_schedule_or_version(self):
        ed = make_user("ed")
        line = {"budget_line": "Ferries", "due_at": TOMORROW, "commissioned_words": 400, "needs_picture": True}
        article = make_full(embargo_until=None, assignee=ed, **line)
        noting.add(article, by=ed, text="Who is the captain?")
        publishing.schedule(article, by=ed, publish_at=TOMORROW, note="No picture yet.", now=NOW)

        copy = fresh(duplicating.duplicate(article, by=ed, now=NOW))

        plan = [copy.budget_line, copy.assignee, copy.due_at, copy.commissioned_words, copy.needs_picture]
        assert plan == ["", None, None, None, False]
        assert (copy.slug, copy.path, copy.publish_at, copy.published_revision) == ("", None, None, None)
        assert not Note.objects.filter(article=copy).exists()
        assert not Version.objects.filter(article=copy).exists()

    def test_says_in_its_history_what_it_was_copied_from(self):
        article = make_draft(headline="Ferry leaves the harbour")

        copy = duplicating.duplicate(article, by=make_user("rita"))

        assert verbs_of(copy) == ["created"]
        note = copy.history.get().note
        assert note == f"Copied from story {article.pk}, revision 1: “Ferry leaves the harbour”."

    def test_leaves_the_story_as_it_was(self):
        article = make_full()
        before = row(article), verbs_of(article)

        duplicating.duplicate(article, by=make_user("rita"))

        assert (row(article), verbs_of(article)) == before

    def test_is_made_of_the_text_that_is_saved_now(self):
        article = make_draft()
        drafting.save_draft(fresh(article), {"headline": "Ferry stays"}, by=make_user("ed"), base_revision=1)

        copy = duplicating.duplicate(article, by=make_user("rita"))

        assert copy.headline == "Ferry stays"

    def test_of_a_live_story_goes_out_at_an_address_of_its_own(self):
        first = make_live(now=NOW)
        copy = duplicating.duplicate(first.article, by=make_user("ed"), now=NOW)

        second = publishing.publish(copy, by=make_user("ed"), now=NOW)

        assert second.path != first.path
        assert Version.objects.live().count() == 2


class TestWhatBinds:
    def test_a_hold_comes_along(self):
        chloe, article = make_user("chloe"), make_draft()
        drafting.hold(article, by=chloe, note="Lawyers read it.")

        copy = duplicating.duplicate(article, by=make_user("rita"))

        assert fresh(copy).hold_reason == "Lawyers read it."
        assert "On hold as that one is: Lawyers read it." in copy.history.get().note
        with refused("held"):
            publishing.publish(copy, by=chloe)

    def test_the_vault_comes_along_and_asks_two_people_again(self):
        ed, chloe, article = make_user("ed"), make_user("chloe"), make_draft()
        vault.vault(article, by=ed)
        vault.unvault(article, by=ed)

        copy = fresh(duplicating.duplicate(article, by=make_user("rita")))

        assert (copy.in_vault, copy.vault_opened_by) == (True, None)
        with refused("vaulted"):
            publishing.publish(copy, by=chloe)
        vault.unvault(copy, by=chloe)
        assert fresh(copy).in_vault

    def test_legal_and_sensitive_marks_come_along(self):
        article = make_draft(needs_legal=True, is_sensitive=True)

        copy = duplicating.duplicate(article, by=make_user("rita"))

        assert (copy.needs_legal, copy.is_sensitive) == (True, True)

    @pytest.mark.parametrize("verb", ["kill", "withdraw"])
    def test_what_readers_were_told_is_gone_is_not_copied(self, verb):
        ed, article = make_user("ed"), make_live().article
        getattr(publishing, verb)(article, by=ed, note="Wrong.", public_text="It was false.")

        with refused("closed"):
            duplicating.duplicate(article, by=ed)

        assert Article.objects.count() == 1

    def test_a_kill_that_came_meanwhile_counts(self):
        article = make_live().article
        publishing.kill(fresh(article), by=make_user("ed"), note="Wrong.", public_text="It was false.")

        with refused("closed"):
            duplicating.duplicate(article, by=make_user("ed"))

    def test_when_something_cannot_come_along_no_copy_stays(self, monkeypatch):
        def refuse(original, copy):
            raise RuntimeError("Cannot.")

        article = make_draft()
        monkeypatch.setattr(duplicating, "_carriers", [refuse])

        with pytest.raises(RuntimeError):
            duplicating.duplicate(article, by=make_user("rita"))

        assert Article.objects.count() == 1
        assert HistoryEntry.objects.count() == 1


class TestWhenTheOriginalGoes:
    def take_away(self, verb, **changes):
        article = make_live(now=NOW, headline="Ferry leaves", **changes).article
        copy = duplicating.duplicate(article, by=make_user("rita"), now=NOW)
        getattr(publishing, verb)(article, by=make_user("chloe"), note="It was false.", public_text="False.", now=NOW)
        return copy

    @pytest.mark.parametrize("verb, was, did", [("kill", "killed", "killed"), ("withdraw", "withdrawn", "withdrew")])
    def test_the_copy_goes_out_only_with_a_reason_and_its_writer_is_told(self, verb, was, did):
        copy, ed = self.take_away(verb), make_user("ed")

        with refused("reason_missing") as refusal:
            publishing.publish(copy, by=ed, now=NOW)

        assert f"It was copied from “Ferry leaves”, which was {was}." in str(refusal.value)
        [told] = Notification.objects.filter(to=make_user("rita")).values_list("text", flat=True)
        assert told == f"Chloe {did} “Ferry leaves”, of which “Ferry leaves” is a copy: It was false."
        assert publishing.publish(copy, by=ed, note="All written anew.", now=NOW)

    def test_nothing_is_asked_while_it_is_there(self):
        copy = duplicating.duplicate(make_live(now=NOW).article, by=make_user("rita"), now=NOW)

        assert publishing.publish(copy, by=make_user("ed"), now=NOW)
        assert not Notification.objects.exists()


class TestTheButton:
    def press(self, client, article):
        return client.post(reverse("admin:articles_article_duplicate", args=[article.pk]), follow=True)

    def story_page(self, client, article):
        page = client.get(reverse("admin:articles_article_change", args=[article.pk]))
        return lxml_html.fromstring(page.content.decode())

    @pytest.mark.parametrize("name", ["rita", "ed", "chloe", "wendy"])
    def test_opens_the_copy_for_those_who_write(self, client, name):
        article = make_draft(headline="Ferry leaves <early>")

        page = self.press(client_of(client, name), article)

        copy = Article.objects.exclude(pk=article.pk).get()
        assert page.redirect_chain[-1][0] == reverse("admin:articles_article_change", args=[copy.pk])
        assert "A new draft, copied from “Ferry leaves &lt;early&gt;” as it was last saved." in page.content.decode()

    @pytest.mark.parametrize("name", ["mo", "pat", "sam"])
    def test_is_refused_to_the_others(self, client, name):
        article = make_draft()

        page = self.press(client_of(client, name), article)

        assert page.status_code == 403 or "login" in page.redirect_chain[-1][0]
        assert Article.objects.count() == 1

    @pytest.mark.parametrize(("name", "is_there"), [("rita", True), ("ed", True), ("mo", False), ("pat", False)])
    def test_stands_under_more_for_those_who_write(self, client, name, is_there):
        article = make_draft()

        page = self.story_page(client_of(client, name), article)

        address = reverse("admin:articles_article_duplicate", args=[article.pk])
        assert bool(page.xpath(f"//details[contains(@class, 'story-more')]//form[@action='{address}']")) == is_there

    def test_is_there_for_a_writer_whose_story_lies_with_the_desk(self, client):
        article = make_draft(make_user("rita"))
        drafting.submit(article, by=make_user("rita"))

        page = self.story_page(client_of(client, "rita"), article)
        [form] = page.xpath("//form[contains(@action, '/duplicate/')]")
        client.post(form.get("action"), dict(form.form_values()))

        assert Article.objects.count() == 2

    def test_a_get_copies_nothing(self, client):
        article = make_draft()

        answer = client_of(client, "ed").get(reverse("admin:articles_article_duplicate", args=[article.pk]))

        assert answer.status_code == 405
        assert Article.objects.count() == 1

    def test_is_not_there_for_a_killed_story_and_a_hand_made_press_is_answered_in_words(self, client):
        article = make_live().article
        publishing.kill(article, by=make_user("ed"), note="Wrong.", public_text="It was false.")
        client_of(client, "ed")

        shown = self.story_page(client, article)
        page = self.press(client, article)

        assert not shown.xpath("//form[contains(@action, '/duplicate/')]")
        assert "This story was killed. No copy is made of it: write a new one." in page.content.decode()
        assert Article.objects.count() == 1

    def test_stands_in_the_desks_lists(self, client):
        article = make_draft(make_user("rita"))
        planning.claim(article, by=make_user("rita"), base_revision=1)

        page = lxml_html.fromstring(client_of(client, "rita").get("/desk/").content.decode())

        address = reverse("admin:articles_article_duplicate", args=[article.pk])
        assert page.xpath(f"//button[@formaction='{address}']")


def test_the_body_is_copied_byte_for_byte():
    article = make_draft(body=BODY + "<h2>After “noon”</h2><p>It came back &amp; left.</p>")

    copy = duplicating.duplicate(article, by=make_user("rita"))

    assert copy.body == fresh(article).body
