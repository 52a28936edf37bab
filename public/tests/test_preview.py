"""Stories that nobody sees yet, as readers will get them: on the desk, and at an outsider's link."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles import drafting, publishing, sharing
from articles.models import Article, HistoryEntry, Note, PreviewLink, Revision, Version
from articles.sharing import ClosedLinkError
from articles.workflow import WorkflowError
from newsroom.testing.factories import (
    hidden_states,
    make_author,
    make_draft,
    make_image,
    make_live,
    make_tag,
    make_user,
)

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def ed():
    return make_user("ed")


@pytest.fixture
def story(ed):
    return make_draft(
        make_user("rita"), headline="The ferry that nobody saw yet", picture=make_image(), authors=[make_author()],
        tags=[make_tag()],
    )  # fmt: skip


@pytest.fixture
def desk(client):
    def desk(name="ed"):
        client.force_login(make_user(name), backend=BACKEND)
        return client

    return desk


def page(story, **query):
    return reverse("admin:articles_article_preview_page", args=[story.pk], query=query or None)


class TestOnTheDesk:
    def test_is_the_readers_page_in_full(self, desk, story, ed):
        preview = desk().get(page(story)).content.decode()
        live = publishing.publish(Article.objects.get(pk=story.pk), by=ed)
        published = desk().get(live.get_absolute_url()).content.decode()

        for piece in ('<h1 class="story-headline">', "Mira Halloran", 'class="prose', "Elections", "story-standfirst"):
            assert piece in published
            assert piece in preview

    def test_is_kept_nowhere_and_framed_by_ourselves_only(self, desk, story):
        answer = desk().get(page(story))

        assert answer["Cache-Control"].startswith("private, no-store")
        assert answer["X-Robots-Tag"].startswith("noindex")
        assert answer["X-Frame-Options"] == "SAMEORIGIN"
        assert "frame-ancestors 'self'" in answer["Content-Security-Policy"]
        assert b"<script" not in answer.content

    def test_shows_what_is_not_saved_yet_and_writes_nothing(self, desk, story):
        counts = [model.objects.count() for model in (Revision, Version, HistoryEntry)]
        values = {"headline": "A headline on the screen", "body": "<p>On the <b onclick=x>screen</b>.</p>", "tags": ""}

        shown = desk("rita").post(page(story), values).content.decode()

        assert "A headline on the screen" in shown
        assert "<strong>screen</strong>" in shown
        assert "onclick" not in shown
        assert Article.objects.get(pk=story.pk).headline == "The ferry that nobody saw yet"
        assert counts == [model.objects.count() for model in (Revision, Version, HistoryEntry)]

    def test_of_a_story_with_nothing_in_it_says_what_is_missing(self, desk, ed):
        empty = drafting.create_draft({"slugline": "FERRY"}, by=ed)

        shown = desk().get(page(empty)).content.decode()

        assert "No headline yet" in shown
        assert "No section yet" in shown

    @pytest.mark.parametrize("query", [{"scheme": "dark"}, {"scheme": "print"}, {"part": "cards"}, {"scheme": "x"}])
    def test_has_every_look(self, desk, story, query):
        shown = desk().get(page(story, **query))

        assert shown.status_code == 200
        assert (b'data-theme="dark"' in shown.content) == (query.get("scheme") == "dark")
        assert (b"preview-print.css" in shown.content) == (query.get("scheme") == "print")

    def test_has_the_date_and_the_address_of_when_it_goes_out(self, desk, story, ed):
        at = timezone.now() + timedelta(days=3)
        publishing.schedule(Article.objects.get(pk=story.pk), by=ed, publish_at=at)

        shown = desk().get(page(story)).content.decode()

        assert f"{timezone.localtime(at):%Y/%m/%d}/the-ferry-that-nobody-saw-yet/" in shown
        assert f'datetime="{timezone.localtime(at).isoformat(timespec="seconds")}"' in shown

    def test_of_changes_has_the_notes_and_the_time_of_an_update(self, desk, ed):
        live = make_live(now=timezone.now() - timedelta(days=2))
        publishing.correct(live.article, by=ed, public_text="It left at six.", now=timezone.now() - timedelta(days=1))
        article = Article.objects.get(pk=live.article_id)
        drafting.save_draft(article, {"kicker": "At sea"}, by=ed, base_revision=article.revision_number)

        shown = desk().get(page(article)).content.decode()

        assert "It left at six." in shown
        assert "Updated" in shown

    def test_has_the_stories_beside_it_that_readers_will_find_there(self, desk, story):
        make_live(headline="Another story with the same tag", tags=[make_tag()])
        make_live(headline="A story of the section", section=story.section)

        shown = desk().get(page(story)).content.decode()

        assert shown.index("Another story with the same tag") < shown.index("A story of the section")

    def test_costs_few_queries(self, desk, story, django_assert_max_num_queries):
        client = desk()
        with django_assert_max_num_queries(26):
            client.get(page(story))

    def test_shows_it_in_any_state(self, desk):
        for article in hidden_states().values():
            assert desk().get(page(article)).status_code == 200

    def test_the_frame_brings_the_form_along_escaped(self, desk, story):
        address = reverse("admin:articles_article_preview", args=[story.pk])

        shown = desk("rita").post(address, {"headline": '"><script>x</script>', "_continue": "1"}).content.decode()

        assert 'name="headline" value="&quot;&gt;&lt;script&gt;' in shown
        assert 'name="_continue"' not in shown

    def test_the_print_stylesheet_is_in_force(self, desk):
        css = desk().get(reverse("admin:articles_article_preview_print")).content.decode()

        assert "@media print" not in css
        assert "@media all" in css

    @pytest.mark.parametrize("name", ["pat", "mo"])
    def test_who_may_not_edit_previews_only_what_is_saved(self, desk, story, name):
        assert desk(name).get(page(story)).status_code == 200
        assert desk(name).post(page(story), {"headline": "x"}).status_code == 403


class TestALink:
    @pytest.fixture
    def link(self, story, ed):
        return sharing.make_link(story, by=ed, label="Harbour board")

    def address(self, link):
        return reverse("public:preview", args=[sharing.token_of(link)])

    def test_shows_the_story_without_a_login_and_says_for_whom(self, client, link):
        answer = client.get(self.address(link))

        assert answer.status_code == 200
        assert b"The ferry that nobody saw yet" in answer.content
        assert b"Preview for Harbour board. Not for publication" in answer.content
        assert answer["Cache-Control"] == "private, no-store"
        assert answer["X-Robots-Tag"].startswith("noindex")
        assert answer["Referrer-Policy"] == "same-origin"

    def test_shows_the_newest_save(self, client, link, ed):
        story = Article.objects.get(pk=link.article_id)
        drafting.save_draft(story, {"headline": "A later headline"}, by=ed, base_revision=story.revision_number)

        assert b"A later headline" in client.get(self.address(link)).content

    def test_is_counted_when_it_is_opened(self, client, link):
        for _ in range(2):
            client.get(self.address(link))

        link.refresh_from_db()
        assert link.opened_count == 2
        assert link.last_opened_at is not None

    def test_is_not_counted_when_a_browser_only_looks_ahead_or_thanks(self, client, link):
        client.get(self.address(link), headers={"sec-purpose": "prefetch"})
        client.head(self.address(link))
        client.get(self.address(link), {"sent": "1"})

        link.refresh_from_db()
        assert link.opened_count == 0

    def test_says_as_of_when_the_text_is(self, client, link):
        Article.objects.update(changed_at="2026-03-02T10:15:00+00:00")

        assert b"As saved on 2 March 2026, 10:15 GMT." in client.get(self.address(link)).content

    @pytest.mark.parametrize("end", ["revoked", "expired", "killed", "vaulted", "forged"])
    def test_that_ended_shows_nothing(self, client, link, ed, end):
        address = self.address(link)
        if end == "revoked":
            sharing.revoke(link, by=ed)
        elif end == "expired":
            PreviewLink.objects.update(expires_at=timezone.now())
        elif end == "killed":
            publishing.publish(Article.objects.get(pk=link.article_id), by=ed)
            publishing.kill(Article.objects.get(pk=link.article_id), by=ed, note="x", public_text="x")
        elif end == "vaulted":
            Article.objects.update(in_vault=True)
        else:
            address = address[:-3] + "x/"

        answer = client.get(address)

        assert answer.status_code == 410
        assert b"ferry" not in answer.content

    def test_says_that_there_is_an_embargo(self, client, link, ed):
        story = Article.objects.get(pk=link.article_id)
        drafting.save_draft(story, {"embargo_is_open": True}, by=ed, base_revision=story.revision_number)

        assert b"Under embargo until released." in client.get(self.address(link)).content

    def test_takes_an_answer_that_becomes_a_note(self, client, link):
        values = {"name": "J. Quay", "text": "It was <b>May</b>.", "quote": "in June"}

        answer = client.post(self.address(link), values, follow=True)

        note = Note.objects.get()
        assert (note.outsider_name, note.text, note.link) == ("J. Quay", "It was <b>May</b>.", link)
        assert b"The newsroom has your words." in answer.content

    def test_keeps_the_words_of_an_answer_that_was_refused(self, client, link):
        now = timezone.now()
        for number in range(20):
            sharing.comment(link, f"Note {number}", name="J", now=now)

        answer = client.post(self.address(link), {"text": "One more", "name": "J"})

        assert answer.status_code == 400
        assert b"One more</textarea>" in answer.content
        assert Note.objects.count() == 20

    def test_without_comments_takes_none(self, client, story, ed):
        link = sharing.make_link(story, by=ed, label="Board", may_comment=False)

        assert b"Tell the newsroom" not in client.get(self.address(link)).content
        client.post(self.address(link), {"text": "x"})
        assert not Note.objects.exists()
        with pytest.raises(ClosedLinkError):
            sharing.comment(link, "x", name="", now=timezone.now())

    def test_is_protected_from_other_sites(self, link):
        assert Client(enforce_csrf_checks=True).post(self.address(link), {"text": "x"}).status_code == 403


class TestMakingLinks:
    @pytest.mark.parametrize(
        "label, days, code", [(" ", 7, "words_missing"), ("x", 0, "bad_time"), ("x", 31, "bad_time")]
    )
    def test_that_make_no_sense_is_refused(self, story, ed, label, days, code):
        with pytest.raises(WorkflowError) as refused:
            sharing.make_link(story, by=ed, label=label, days=days)

        assert refused.value.code == code

    def test_is_refused_to_those_who_may_not(self, story):
        with pytest.raises(WorkflowError):
            sharing.make_link(story, by=make_user("rita"), label="x")

    def test_stands_in_the_history(self, story, ed):
        sharing.revoke(sharing.make_link(story, by=ed, label="Board"), by=ed)

        verbs = list(HistoryEntry.objects.filter(article=story).order_by("id").values_list("verb", "note"))
        assert verbs[1:] == [("preview_shared", "For Board, 7 days."), ("preview_revoked", "For Board.")]

    def test_the_page_makes_and_revokes_without_a_script(self, desk, story):
        address = reverse("admin:articles_article_links", args=[story.pk])
        desk().post(address, {"label": "Board", "days": "3", "may_comment": "1"})
        link = PreviewLink.objects.get()

        assert sharing.token_of(link) in desk().get(address).content.decode()
        desk().post(address, {"revoke": link.pk})
        link.refresh_from_db()
        assert link.revoked_at is not None
        assert link.expires_at - link.made_at == timedelta(days=3)

    @pytest.mark.parametrize("name", ["rita", "mo", "wendy", "pat"])
    def test_the_page_is_for_those_who_may_share(self, desk, story, name):
        assert desk(name).get(reverse("admin:articles_article_links", args=[story.pk])).status_code == 403


def test_a_live_storys_changes_can_be_previewed(client, ed):
    live = make_live(headline="What readers have of the ferry now")
    article = Article.objects.get(pk=live.article_id)
    drafting.save_draft(article, {"headline": "What they will have"}, by=ed, base_revision=article.revision_number)
    client.force_login(ed, backend=BACKEND)

    assert b"What they will have" in client.get(page(article)).content
    assert b"What they will have" not in client.get(live.get_absolute_url()).content
