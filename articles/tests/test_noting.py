"""Notes on stories: threads, phrases, what must be settled, and who is told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone

from articles import drafting, noting
from articles.models import HistoryEntry, Note, Notification, PreviewLink
from articles.workflow import WorkflowError
from newsroom.testing.factories import make_draft, make_user

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def rita():
    return make_user("rita")


@pytest.fixture
def ed():
    return make_user("ed")


@pytest.fixture
def story(rita):
    return make_draft(rita)


def told(user):
    return [(row.kind, row.text) for row in Notification.objects.filter(to=user)]


class TestWriting:
    def test_the_storys_writer_is_told_once(self, story, rita, ed):
        noting.add(story, "Who says so? @rita @rita", by=ed)

        assert told(rita) == [("mention", f"Ed on {story}: Who says so? @rita @rita")]

    def test_who_is_named_is_told_and_who_writes_is_not(self, story, ed):
        chloe = make_user("chloe")

        note = noting.add(story, "@chloe, @ed: see the second paragraph. Not a name: mail@wendy.example", by=ed)

        assert [kind for kind, _ in told(chloe)] == ["mention"]
        assert told(ed) == []
        assert set(note.mentions.all()) == {chloe, ed}

    def test_who_may_not_read_stories_is_not_told(self, story, ed):
        make_user("sam")
        User.objects.create_user("gone", is_active=False, is_staff=True)

        assert not noting.add(story, "@sam @gone @nobody", by=ed).mentions.exists()

    def test_an_answer_goes_to_the_thread_and_tells_those_in_it(self, story, rita, ed):
        note = noting.add(story, "Who says so?", by=ed)
        answer = noting.add(story, "The harbour master.", by=rita, parent=note)
        deeper = noting.add(story, "Good.", by=ed, parent=answer)

        assert [(top, answers) for top, answers in noting.threads(story)] == [(note, [answer, deeper])]
        assert [kind for kind, _ in told(ed)] == ["answer"]

    @pytest.mark.parametrize(
        "text, code", [("", "words_missing"), (" \n\x00 ", "words_missing"), ("x" * 4001, "bad_words")]
    )
    def test_nothing_and_too_much_are_refused(self, story, ed, text, code):
        with pytest.raises(WorkflowError) as refused:
            noting.add(story, text, by=ed)

        assert refused.value.code == code
        assert not Note.objects.exists()

    @pytest.mark.parametrize("who, is_must", [("sam", False), ("pat", True), ("mo", True)])
    def test_is_refused_to_those_who_may_not(self, story, who, is_must):
        with pytest.raises(WorkflowError) as refused:
            noting.add(story, "No.", by=make_user(who), is_must=is_must)

        assert refused.value.code == "not_allowed"


class TestAPhrase:
    def test_still_stands_in_the_body_across_markup_and_lines(self, ed):
        story = make_draft(body="<p>Forty <strong>passengers</strong>\n were on board.</p>")

        assert noting.still_stands(
            noting.add(story, "Count?", by=ed, field="body", quote="Forty passengers\nwere"), story
        )

    def test_is_gone_when_the_text_changed(self, ed):
        story = make_draft(headline="Forty passengers on board")
        note = noting.add(story, "Count?", by=ed, field="headline", quote="Forty passengers")
        drafting.save_draft(story, {"headline": "Many on board"}, by=ed, base_revision=story.revision_number)

        assert not noting.still_stands(note, story)


class TestSettling:
    @pytest.mark.parametrize("who", ["ed", "rita"])
    def test_is_for_the_notes_writer_and_the_storys(self, story, ed, who):
        note = noting.add(story, "Who says so?", by=ed)

        noting.resolve(note, by=make_user(who))

        assert Note.objects.get().resolved_by == make_user(who)

    def test_is_refused_to_others(self, story, ed):
        note = noting.add(story, "Who says so?", by=ed)

        with pytest.raises(WorkflowError):
            noting.resolve(note, by=make_user("mo"))

    def test_of_a_must_note_stands_in_the_history(self, story, ed, rita):
        note = noting.add(story, "Who says so?", by=ed, is_must=True)
        assert noting.open_must_count(story) == 1
        noting.resolve(note, by=rita)
        noting.reopen(note, by=ed)

        verbs = list(HistoryEntry.objects.filter(article=story).order_by("id").values_list("verb", "note"))

        assert verbs[1:] == [("note_settled", "Who says so?"), ("note_reopened", "Who says so?")]
        assert noting.open_must_count(story) == 1

    def test_twice_is_said(self, story, ed):
        note = noting.add(story, "Who says so?", by=ed)
        noting.resolve(note, by=ed)

        with pytest.raises(WorkflowError) as refused:
            noting.resolve(Note.objects.get(), by=ed)

        assert refused.value.code == "wrong_state"


class TestFromOutside:
    def test_a_comment_is_a_note_and_the_links_maker_is_told(self, story, ed):
        now = timezone.now()
        link = PreviewLink.objects.create(
            article=story, label="Harbour board", made_by=ed, made_at=now, expires_at=now + timedelta(days=7)
        )

        note = noting.add_from_outside(link, "That was in May.", name="  J. Quay ", quote="in June")

        assert (note.outsider_name, note.by, note.is_must) == ("J. Quay", None, False)
        assert told(ed) == [("note", f"J. Quay on {story}: That was in May.")]


class TestThePage:
    @pytest.fixture
    def address(self, story):
        return reverse("admin:articles_article_notes", args=[story.pk])

    @pytest.fixture
    def desk(self, client):
        def desk(name):
            client.force_login(make_user(name), backend=BACKEND)
            return client

        return desk

    def test_writes_answers_and_settles_without_a_script(self, desk, address, story):
        client = desk("ed")
        client.post(address, {"act": "add", "text": "Who says so?", "is_must": "1", "field": "body", "quote": "dawn"})
        note = Note.objects.get()
        client.post(address, {"act": "add", "text": "The harbour master.", "parent": note.pk})
        client.post(address, {"act": "resolve", "note": note.pk})

        page = client.get(address).content.decode()

        assert note.is_must
        assert page.index("Who says so?") < page.index("The harbour master.") < page.rindex("Settled")

    def test_keeps_the_words_of_a_note_that_was_refused(self, desk, address):
        response = desk("pat").post(address, {"act": "add", "text": "Not published", "is_must": "1"})

        assert response.status_code == 400
        assert b"Not published</textarea>" in response.content

    def test_a_note_of_another_story_is_not_found(self, desk, address, ed):
        other = noting.add(make_draft(ed), "Elsewhere", by=ed)

        assert desk("ed").post(address, {"act": "resolve", "note": other.pk}).status_code == 404

    @pytest.mark.parametrize(
        "values", [{"act": "x"}, {"act": "resolve", "note": "x"}, {"act": "add", "parent": "9" * 40}]
    )
    def test_nonsense_is_not_found(self, desk, address, values):
        assert desk("ed").post(address, {"text": "x", **values}).status_code == 404

    def test_hostile_notes_stay_text(self, desk, address, story, ed):
        noting.add(story, "<script>alert(1)</script> <b>@ed</b>", by=ed, quote="<img src=x>")

        page = desk("ed").get(address).content

        assert b"<script>alert" not in page
        assert b"<img src=x" not in page

    def test_gives_the_script_the_section_alone(self, desk, address, story):
        part = desk("ed").post(address, {"text": "Who says so?"}, headers={"Accept": "text/x-part"}).content.decode()

        assert "<html" not in part
        assert "Who says so?" in part

    def test_costs_the_same_with_many_notes(self, desk, address, story, ed, django_assert_max_num_queries):
        for number in range(12):
            noting.add(story, f"Note {number}", by=ed)
        client = desk("ed")

        with django_assert_max_num_queries(9):
            client.get(address)
