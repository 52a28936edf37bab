"""A form that meets no session, another person's, an old token or a locked door: its text is shown and sent again, and
nothing is saved that its writer did not send."""

import pytest
from axes.models import AccessAttempt
from django.test import Client
from django.urls import reverse
from lxml import html as lxml_html

from articles import drafting, recovery
from articles.models import Article, HistoryEntry, Recovery
from articles.tests.refusals import fresh
from articles.tests.test_keeping import address, client_of, form_values
from newsroom.testing.factories import PASSWORD, make_draft, make_user

pytestmark = pytest.mark.django_db
OURS = {"HTTP_ORIGIN": "http://testserver"}
FOREIGN = {"HTTP_ORIGIN": "https://elsewhere.example"}


@pytest.fixture
def story():
    return make_draft(make_user("rita"), headline="Ferry leaves")


def typed(story, name="rita", **changes):
    """Return what the person's form holds after typing, and an address to send it to."""
    where = address("change", story.pk) if story else address("add")
    values = form_values(client_of(name), where)
    return where, {**values, "headline": ["Typed <b>so</b>"], "_continue": ["1"], **changes}


def carried_form(response):
    """Return address and values of the form on the page that carries a text."""
    page = lxml_html.fromstring(response.content.decode())
    [form] = [form for form in page.forms if form.xpath(".//button[contains(., 'ave')]")]
    values = {}
    for name, value in form.form_values():
        values.setdefault(name, []).append(value)
    return form.action, values


class TestASaveWithoutASession:
    def test_shows_the_text_and_saves_nothing(self, story):
        where, values = typed(story)

        response = Client().post(where, values)

        assert response.status_code == 401
        assert "Typed &lt;b&gt;so&lt;/b&gt;" in response.content.decode()
        assert fresh(story).headline == "Ferry leaves"

    def test_signing_in_on_that_page_saves_it(self, story):
        where, values = typed(story)
        client = Client()

        action, carried = carried_form(client.post(where, values))
        response = client.post(action, {**carried, "username": "rita", "password": PASSWORD})

        assert response.status_code == 302
        assert response["Location"] == where
        assert fresh(story).headline == "Typed <b>so</b>"
        assert fresh(story).changed_by == make_user("rita")

    def test_so_does_it_for_a_story_not_yet_begun(self):
        make_user("rita")
        where, values = typed(None)
        client = Client()

        action, carried = carried_form(client.post(where, values))
        client.post(action, {**carried, "username": "rita", "password": PASSWORD})

        assert Article.objects.get().headline == "Typed <b>so</b>"

    def test_every_field_comes_through_unchanged(self, story):
        where, values = typed(story, body=["<p>“Ferry” & 'salt'</p>\r\n<p>ж</p>"], ednote=["one\r\ntwo"])

        _, carried = carried_form(Client().post(where, values))

        for name in set(values) - {"csrfmiddlewaretoken"}:
            assert carried[name] == [value.replace("\r\n", "\n") for value in values[name]], name  # as a parser reads

    def test_somebody_else_who_signs_in_reads_the_text_and_saves_nothing(self, story):
        make_user("ed")
        where, values = typed(story)
        client = Client()

        action, carried = carried_form(client.post(where, values))
        response = client.post(action, {**carried, "username": "ed", "password": PASSWORD})

        assert response.status_code == 403
        assert "written by somebody else" in response.content.decode()
        assert "Typed &lt;b&gt;" in response.content.decode()
        assert fresh(story).headline == "Ferry leaves"

    def test_a_wrong_password_shows_it_again(self, story):
        where, values = typed(story)
        client = Client()

        action, carried = carried_form(client.post(where, values))
        response = client.post(action, {**carried, "username": "rita", "password": "guess"})
        _, again = carried_form(response)

        assert response.status_code == 401
        assert again["headline"] == values["headline"]
        assert "guess" not in response.content.decode()
        assert fresh(story).headline == "Ferry leaves"

    def test_the_lock_after_wrong_passwords_holds_and_the_text_is_still_there(self, story, settings):
        where, values = typed(story)
        client = Client()
        guesses = {**values, "username": "rita", "password": "guess"}
        for _ in range(settings.AXES_FAILURE_LIMIT - 1):
            client.post(where, guesses, **OURS)

        locked = client.post(where, guesses, **OURS)
        right = client.post(where, {**values, "username": "rita", "password": PASSWORD}, **OURS)

        assert (locked.status_code, right.status_code) == (429, 429)
        assert "Too many wrong passwords" in right.content.decode()
        assert "Typed &lt;b&gt;" in right.content.decode()
        assert AccessAttempt.objects.exists()
        assert fresh(story).headline == "Ferry leaves"

    def test_a_move_is_not_carried_along(self, story):
        where, values = typed(story, _move=["submit"], go_note=["For the night desk."])
        client = Client()

        response = client.post(where, values)
        action, carried = carried_form(response)
        client.post(action, {**carried, "username": "rita", "password": PASSWORD})

        assert "For the night desk." in response.content.decode()
        assert "_move" not in carried
        assert (fresh(story).headline, fresh(story).stage) == ("Typed <b>so</b>", "writing")
        assert not HistoryEntry.objects.filter(verb="submit").exists()

    @pytest.mark.parametrize("name", ["sam"])
    def test_a_login_without_the_desk_meets_the_same_page(self, story, name):
        where, values = typed(story)

        assert client_of(name).post(where, values).status_code == 401

    def test_too_much_is_shown_and_not_carried(self, story):
        where, values = typed(story, body=["x" * 2_000_001])

        response = Client().post(where, values)

        page = lxml_html.fromstring(response.content.decode())
        assert response.status_code == 401
        assert "too long to be carried" in response.content.decode()
        assert not page.xpath("//input[@name='headline']")

    def test_another_form_goes_to_the_login_as_ever(self, story):
        response = Client().post(address("change", story.pk), {"headline": "x"})

        assert response.status_code == 302
        assert response["Location"].startswith(reverse("admin:login"))


class TestAnotherPersonsSession:
    def test_the_form_of_who_was_here_before_is_shown_and_not_saved(self, story):
        where, values = typed(story)

        response = client_of("ed").post(where, values)

        assert response.status_code == 403
        assert "written by somebody else" in response.content.decode()
        assert fresh(story).headline == "Ferry leaves"


class TestAStoryThatMovedOn:
    def test_the_text_is_kept_and_offered_to_its_writer(self, story):
        where, values = typed(story)
        drafting.submit(story, by=make_user("rita"))
        client = client_of("rita")

        response = client.post(where, values)

        assert response.status_code == 403
        assert "Your text is kept" in response.content.decode()
        assert Recovery.objects.get().values["headline"] == "Typed <b>so</b>"
        assert fresh(story).headline == "Ferry leaves"
        assert "Unsaved text from" in client.get(where).content.decode()

    def test_a_second_try_with_more_text_keeps_that(self, story):
        where, values = typed(story)
        drafting.submit(story, by=make_user("rita"))
        client = client_of("rita")
        client.post(where, values)

        client.post(where, {**values, "headline": ["Typed on"]})

        assert Recovery.objects.get().values["headline"] == "Typed on"

    def test_who_may_not_write_at_all_is_refused_as_ever(self, story):
        tab = recovery.new_tab(make_user("nobody"))

        assert client_of("nobody").post(address("change", story.pk), {"tab": tab, "headline": "x"}).status_code == 403
        assert not Recovery.objects.exists()


class TestAnOldToken:
    def client(self, name="rita"):
        return client_of(name, enforce_csrf_checks=True)

    def test_shows_the_text_and_saves_it_at_the_next_try(self, story):
        where, values = typed(story)
        client = self.client()

        response = client.post(where, {**values, "csrfmiddlewaretoken": "x" * 64}, **OURS)
        action, carried = carried_form(response)
        saved = client.post(action, carried, **OURS)

        assert (response.status_code, saved.status_code) == (403, 302)
        assert fresh(story).headline == "Typed <b>so</b>"

    def test_without_a_session_it_asks_to_sign_in_first(self, story):
        where, values = typed(story)
        client = Client(enforce_csrf_checks=True)

        action, carried = carried_form(client.post(where, {**values, "csrfmiddlewaretoken": "x" * 64}, **OURS))
        client.post(action, {**carried, "username": "rita", "password": PASSWORD}, **OURS)

        assert fresh(story).headline == "Typed <b>so</b>"

    @pytest.mark.parametrize("origin", [FOREIGN, {"HTTP_ORIGIN": "null"}, {}])
    def test_words_of_another_site_are_neither_shown_nor_carried(self, story, origin):
        where, values = typed(story)

        response = self.client().post(where, {**values, "csrfmiddlewaretoken": "x" * 64}, **origin)

        assert response.status_code == 403
        assert b"Typed" not in response.content
        assert b"<form" not in response.content

    def test_other_forms_are_refused_as_ever(self, story):
        where = reverse("admin:articles_article_move", args=[story.pk, "submit"])

        response = self.client().post(where, {"tab": recovery.new_tab(make_user("rita"))}, **OURS)

        assert response.status_code == 403
        assert b"CSRF" in response.content


class TestTheDoorOfTheDialog:
    def sign_in(self, client, name="rita", password=PASSWORD, **headers):
        headers = {"HTTP_ACCEPT": "application/json", **OURS, **headers}
        return client.post(address("sign_in"), {"username": name, "password": password}, **headers)

    def test_signs_in_and_answers_who_it_is_with_a_token_that_works(self, story):
        rita = make_user("rita")
        client = Client(enforce_csrf_checks=True)
        stale = self.sign_in(client).json()

        answer = self.sign_in(client, HTTP_X_CSRFTOKEN=stale["csrf"]).json()
        kept = client.post(
            address("autosave", story.pk), {"tab": recovery.new_tab(rita), "headline": "x"},
            HTTP_X_CSRFTOKEN=answer["csrf"],
        )  # fmt: skip

        assert (answer["person"], answer["name"]) == (rita.pk, "Rita")
        assert kept.status_code == 200

    @pytest.mark.parametrize("name, password", [("rita", "guess"), ("sam", PASSWORD), ("nobody there", PASSWORD)])
    def test_refuses_who_may_not_come_in(self, name, password):
        make_user("rita"), make_user("sam")
        client = Client()

        answer = self.sign_in(client, name, password)

        assert (answer.status_code, answer.json()["error"]) == (400, "wrong")
        assert "_auth_user_id" not in client.session

    def test_locks_after_wrong_passwords_like_the_page(self, settings):
        make_user("rita")
        client = Client()
        for _ in range(settings.AXES_FAILURE_LIMIT):
            self.sign_in(client, password="guess")

        answer = self.sign_in(client)

        assert (answer.status_code, answer.json()["error"]) == (429, "locked")
        assert "_auth_user_id" not in client.session

    def test_counts_together_with_the_page(self, settings):
        make_user("rita")
        for _ in range(settings.AXES_FAILURE_LIMIT):
            Client().post(reverse("admin:login"), {"username": "rita", "password": "guess"})

        assert self.sign_in(Client()).status_code == 429
