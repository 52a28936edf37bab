"""The doors that keep text and presence, by hand-made requests: who may, what they answer, and that no story changes."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from lxml import html as lxml_html

from articles import drafting, presence, recovery, takeover
from articles.admin import offers
from articles.models import HistoryEntry, Presence, Recovery, Revision
from articles.tests.refusals import fresh, row
from newsroom.testing.factories import make_draft, make_user

pytestmark = pytest.mark.django_db
ROLES = ["rita", "ed", "chloe", "mo", "wendy", "pat"]
SEE = set(ROLES)
WRITE = {"rita", "ed", "chloe", "wendy"}


@pytest.fixture
def story():
    return make_draft(make_user("rita"), headline="Ferry leaves")


def client_of(name, **options):
    client = Client(**options)
    if name:
        client.force_login(make_user(name), backend="django.contrib.auth.backends.ModelBackend")
    return client


def address(name, *args):
    return reverse(f"admin:articles_article_{name}", args=args)


def autosave(client, story, user=None, **data):
    user = user or User.objects.get(pk=client.session["_auth_user_id"])
    where = address("autosave", story.pk) if story else address("autosave_new")
    sent = {
        "tab": recovery.new_tab(user),
        "serial": "1",
        "base_revision": story.revision_number if story else "0",
        **data,
    }
    return client.post(where, sent)


class TestTheAutosaveDoor:
    @pytest.mark.parametrize("name", [*ROLES, "nobody"])
    def test_takes_text_from_whom_the_story_is_shown_to(self, story, name):
        before = row(story)

        answer = autosave(client_of(name), story, headline="Typed")

        assert answer.status_code == (200 if name in SEE else 403)
        assert Recovery.objects.count() == (name in SEE)
        assert row(story) == before
        assert (Revision.objects.count(), HistoryEntry.objects.count()) == (1, 1)

    @pytest.mark.parametrize("name", [*ROLES, "nobody"])
    def test_takes_a_new_story_from_who_may_write(self, name):
        answer = autosave(client_of(name), None, headline="Typed")

        assert answer.status_code == (200 if name in WRITE else 403)
        assert Recovery.objects.count() == (name in WRITE)

    @pytest.mark.parametrize("name", ["", "sam"])
    def test_answers_401_in_json_to_who_is_not_signed_in(self, story, name):
        answer = autosave(client_of(name), story, make_user("rita"), headline="Typed")

        assert answer.status_code == 401
        assert answer.json()["error"] == "signed_out"
        assert not Recovery.objects.exists()

    def test_says_when_it_was_kept_and_what_it_keeps(self, story):
        answer = autosave(client_of("rita"), story, headline="Typed").json()

        unsaved = Recovery.objects.get()
        assert answer == {
            "saved_at": f"{timezone.localtime(unsaved.saved_at):%H:%M:%S}", "row": unsaved.pk, "serial": 1, "newer": None,
        }  # fmt: skip

    def test_names_who_saved_meanwhile(self, story):
        drafting.save_draft(fresh(story), {"kicker": "Sea"}, by=make_user("ed"), base_revision=1)

        answer = autosave(client_of("rita"), story, headline="Typed").json()

        assert (answer["newer"]["by"], answer["newer"]["revision"]) == ("Ed", 2)

    def test_refuses_a_tab_of_somebody_else(self, story):
        answer = autosave(client_of("ed"), story, make_user("rita"), headline="Typed")

        assert (answer.status_code, answer.json()["error"]) == (409, "not_yours")

    def test_refuses_too_much(self, story):
        answer = autosave(client_of("rita"), story, body="x" * 1_000_001)

        assert (answer.status_code, answer.json()["error"]) == (413, "too_large")

    @pytest.mark.parametrize("number", ["-1", "x", "9" * 30, "²", ""])
    def test_reads_odd_numbers_as_none(self, story, number):
        answer = autosave(
            client_of("rita"), story, headline="Typed", serial=number, base_revision=number, recovered=number
        )

        assert answer.status_code == 200
        assert Recovery.objects.get().base_revision in {0, 2**31 - 1}

    def test_keeps_no_name_but_those_of_the_story(self, story):
        autosave(client_of("rita"), story, headline="Typed", status="published", path="x", password="secret")

        assert Recovery.objects.get().values == {"headline": "Typed"}

    def test_a_story_that_does_not_exist_is_not_found(self, story):
        answer = client_of("rita").post(address("autosave", story.pk + 1), {"headline": "x"})

        assert answer.status_code == 404

    def test_an_old_token_is_answered_with_a_new_one_for_our_own_pages_only(self, story):
        client = client_of("rita", enforce_csrf_checks=True)
        where = address("autosave", story.pk)
        headers = {"HTTP_ACCEPT": "application/json", "HTTP_X_CSRFTOKEN": "x" * 32}

        own = client.post(where, {"headline": "x"}, HTTP_ORIGIN="http://testserver", **headers)
        foreign = client.post(where, {"headline": "x"}, HTTP_ORIGIN="https://elsewhere.example", **headers)
        again = client.post(
            where, {"tab": recovery.new_tab(make_user("rita")), "headline": "x"},
            HTTP_ORIGIN="http://testserver", HTTP_ACCEPT="application/json", HTTP_X_CSRFTOKEN=own.json()["csrf"],
        )  # fmt: skip

        assert (own.status_code, own.json()["error"]) == (403, "stale")
        assert foreign.status_code == 403
        assert b'csrf"' not in foreign.content
        assert again.status_code == 200


class TestThePresenceDoor:
    def ping(self, client, story, user, **data):
        return client.post(address("presence", story.pk), {"tab": recovery.new_tab(user), "field": "headline", **data})

    @pytest.mark.parametrize("name", [*ROLES, "nobody"])
    def test_is_open_to_whom_the_story_is_shown_to(self, story, name):
        answer = self.ping(client_of(name), story, make_user(name))

        assert answer.status_code == (200 if name in SEE else 403)
        assert Presence.objects.count() == (name in SEE)

    @pytest.mark.parametrize("name", ["", "sam"])
    def test_answers_401_to_who_is_not_signed_in(self, story, name):
        assert self.ping(client_of(name), story, make_user("rita")).status_code == 401

    def test_says_who_else_is_here_and_in_which_field(self, story):
        self.ping(client_of("ed"), story, make_user("ed"), typed="1")

        answer = self.ping(client_of("rita"), story, make_user("rita")).json()

        url = address("person", story.pk, make_user("ed").pk)
        assert answer["people"] == [{"name": "Ed", "initials": "E", "doing": "typing in Headline", "url": url}]
        assert (answer["newer"], answer["taken_over"]) == (None, "")

    def test_tells_a_person_of_their_own_other_tab(self, story):
        rita = make_user("rita")
        self.ping(client_of("rita"), story, rita)

        answer = self.ping(client_of("rita"), story, rita).json()

        assert [(each["name"], each["doing"]) for each in answer["people"]] == [("You", "in another tab")]

    def test_tells_a_tab_that_its_story_was_taken_over(self, story):
        rita, ed, tab = make_user("rita"), make_user("ed"), recovery.new_tab(make_user("rita"))
        recovery.keep(rita, story, tab=tab, values={"headline": "x"}, base_revision=1)
        takeover.take_over(story, rita, by=ed, note="Deadline.")

        answer = self.ping(client_of("rita"), story, rita, tab=tab).json()

        assert answer["taken_over"].startswith("Ed took this story over at ")
        assert "kept as revision 2" in answer["taken_over"]

    def test_who_may_not_edit_gets_no_address_to_take_over(self, story):
        self.ping(client_of("ed"), story, make_user("ed"))

        answer = self.ping(client_of("mo"), story, make_user("mo")).json()

        assert [each["url"] for each in answer["people"]] == [""]

    def test_leaving_is_told_too(self, story):
        tab = recovery.new_tab(make_user("rita"))
        client = client_of("rita")
        self.ping(client, story, make_user("rita"), tab=tab)

        self.ping(client, story, make_user("rita"), tab=tab, left="1")

        assert not Presence.objects.exists()

    def test_it_takes_few_queries(self, story, django_assert_max_num_queries):
        client, rita = client_of("rita"), make_user("rita")
        self.ping(client, story, rita)

        with django_assert_max_num_queries(9):  # session, person, two of permissions, story, the row, who is here, told
            self.ping(client, story, rita)


def form_values(client, where):
    page = lxml_html.fromstring(client.get(where).content.decode())
    found = {}
    for control in page.xpath("//*[@name][@form='article_form' or ancestor::form[@id='article_form']]"):
        if control.tag in {"input", "textarea", "select"} and control.get("type") != "checkbox":
            found.setdefault(control.get("name"), []).append(control.value or "")
    return found


class TestTheStoryScreen:
    def test_offers_unsaved_text_with_what_differs(self, story):
        client = client_of("rita")
        autosave(client, story, headline="Ferry leaves <late>", body="<p>New words.</p>")

        page = client.get(address("change", story.pk)).content.decode()

        assert "Unsaved text from" in page
        assert "From a tab of yours that was closed" in page
        assert "<ins>&lt;late&gt;</ins>" in page.replace("<ins> ", "<ins>")
        assert "<ins>New words" in page

    def test_offers_nothing_that_others_wrote(self, story):
        autosave(client_of("ed"), story, headline="Secret")

        page = client_of("rita").get(address("change", story.pk)).content.decode()

        assert "Unsaved text from" not in page
        assert "Secret" not in page
        assert "Ask for the story or take it over" in page

    def test_says_when_the_other_tab_is_open_now(self, story):
        client, rita = client_of("rita"), make_user("rita")
        tab = recovery.new_tab(rita)
        autosave(client, story, headline="Typed", tab=tab)
        client.post(address("presence", story.pk), {"tab": tab})

        assert "In another tab of yours that is open now" in client.get(address("change", story.pk)).content.decode()

    def test_two_tabs_are_two_offers(self, story):
        client = client_of("rita")
        autosave(client, story, headline="One")
        autosave(client, story, headline="Two")

        assert client.get(address("change", story.pk)).content.decode().count('class="keeping-offer"') == 2

    def test_text_that_others_made_part_of_the_story_is_offered_no_more(self, story):
        client = client_of("rita")
        autosave(client, story, headline="Typed")
        drafting.save_draft(fresh(story), {"headline": "Typed"}, by=make_user("ed"), base_revision=1)

        assert "Unsaved text from" not in client.get(address("change", story.pk)).content.decode()

    def test_using_it_fills_the_form_on_the_base_it_was_typed_on(self, story):
        client = client_of("rita")
        answer = autosave(client, story, headline="Typed", needs_legal="on", body="<p>Mine.</p>").json()
        drafting.save_draft(fresh(story), {"kicker": "Sea"}, by=make_user("ed"), base_revision=1)

        values = form_values(client, address("change", story.pk) + f"?recover={answer['row']}")

        assert (values["headline"], values["body"], values["base_revision"]) == (["Typed"], ["<p>Mine.</p>"], ["1"])
        assert values["recovered"] == [str(answer["row"])]

    def test_saving_it_merges_with_what_others_saved_and_forgets_it(self, story):
        client = client_of("rita")
        answer = autosave(client, story, headline="Typed").json()
        drafting.save_draft(fresh(story), {"kicker": "Sea"}, by=make_user("ed"), base_revision=1)
        where = address("change", story.pk)

        response = client.post(where, form_values(client, where + f"?recover={answer['row']}"))

        assert response.status_code == 302
        assert (fresh(story).headline, fresh(story).kicker) == ("Typed", "Sea")
        assert not Recovery.objects.exists()
        assert response.cookies["saved_tab"].value

    def test_a_save_that_is_refused_keeps_tab_and_text(self, story):
        client, tab = client_of("rita"), recovery.new_tab(make_user("rita"))
        autosave(client, story, headline="Typed", tab=tab)
        where = address("change", story.pk)
        values = {**form_values(client, where), "tab": [tab], "headline": ["Typed"], "tags": ["No such tag"]}

        page = client.post(where, values).content.decode()

        assert f'data-tab="{tab}"' in page
        assert 'data-unsaved="1"' in page
        assert Recovery.objects.get().tab == tab

    @pytest.mark.parametrize("other", ["ed", "chloe"])
    def test_nobody_fills_a_form_with_anothers_text(self, story, other):
        answer = autosave(client_of("rita"), story, headline="Hers").json()

        values = form_values(client_of(other), address("change", story.pk) + f"?recover={answer['row']}")

        assert (values["headline"], values["recovered"]) == (["Ferry leaves"], [""])

    def test_text_of_one_story_does_not_fill_another(self, story):
        client = client_of("rita")
        answer = autosave(client, story, headline="Hers").json()
        other = make_draft(make_user("rita"))

        values = form_values(client, address("change", other.pk) + f"?recover={answer['row']}")

        assert values["headline"] == [other.headline]

    @pytest.mark.parametrize("number", ["x", "-1", "9" * 30, "²", "1.5"])
    def test_an_odd_number_fills_nothing(self, story, number):
        assert client_of("rita").get(address("change", story.pk), {"recover": number}).status_code == 200

    def test_a_story_that_lies_with_the_desk_shows_its_writer_the_text_to_read(self, story):
        client, rita = client_of("rita"), make_user("rita")
        drafting.submit(story, by=rita)
        autosave(client, story, headline="Typed meanwhile")

        page = client.get(address("change", story.pk)).content.decode()

        assert "Unsaved text from" in page
        assert "Use this text" not in page
        assert "only you can see this text" in page

    def test_it_takes_two_queries_when_nothing_is_unsaved(self, story, rf, django_assert_num_queries):
        request = rf.get(address("change", story.pk))
        request.user = make_user("rita")
        request.user.get_all_permissions()
        presence.ping(story, make_user("ed"), tab="1", field="body", has_typed=True, now=timezone.now())
        autosave(client_of("ed"), story, headline="Typed")

        with django_assert_num_queries(2):
            for filler in (offers.notice, offers.save_state, offers.people_in_bar, offers.people):
                assert filler(story, request)


class TestANewStory:
    def test_its_text_is_offered_on_the_form_and_on_the_desk(self):
        client = client_of("rita")
        autosave(client, None, headline="Salt ships")

        for where in (address("add"), reverse("admin:index")):
            assert "Salt ships" in client.get(where).content.decode(), where

    def test_using_and_saving_it_begins_the_story_and_forgets_the_text(self):
        client = client_of("rita")
        answer = autosave(client, None, headline="Salt ships", body="<p>Salt.</p>").json()

        response = client.post(address("add"), form_values(client, address("add") + f"?recover={answer['row']}"))

        assert response.status_code == 302
        assert not Recovery.objects.exists()
        assert HistoryEntry.objects.get().article.headline == "Salt ships"


class TestThePageOfUnsavedText:
    def test_shows_it_beside_the_story_and_discards_it_and_brings_it_back(self, story):
        client = client_of("rita")
        answer = autosave(client, story, headline="Typed", tags="No such tag").json()
        where = address("unsaved", answer["row"])

        assert "As it was typed: No such tag" in client.get(where).content.decode()
        assert client.post(where, {"action": "discard"})["Location"] == address("change", story.pk)
        assert "Unsaved text from" not in client.get(address("change", story.pk)).content.decode()
        assert "Bring it back" in client.get(where).content.decode()
        client.post(where, {"action": "bring_back"})
        assert "Unsaved text from" in client.get(address("change", story.pk)).content.decode()

    @pytest.mark.parametrize("name", [*ROLES[1:], "nobody"])
    def test_is_nobodys_but_the_writers(self, story, name):
        answer = autosave(client_of("rita"), story, headline="Typed").json()
        client = client_of(name)

        assert client.get(address("unsaved", answer["row"])).status_code == 404
        assert client.post(address("unsaved", answer["row"]), {"action": "discard"}).status_code == 404
        assert Recovery.objects.get().discarded_at is None


class TestThePageOfAColleague:
    def post(self, name, story, person="rita", **data):
        return client_of(name).post(address("person", story.pk, make_user(person).pk), data)

    @pytest.mark.parametrize("name", [*ROLES[1:], "nobody"])
    def test_takes_over_for_whom_the_story_is_to_edit(self, story, name):
        autosave(client_of("rita"), story, headline="Typed")

        answer = self.post(name, story, action="take_over", note="Deadline.")

        assert answer.status_code == (302 if name in WRITE else 403)
        assert fresh(story).revision_number == (3 if name in WRITE else 1)

    @pytest.mark.parametrize("name", [*ROLES[1:], "nobody"])
    def test_asks_for_whom_the_story_is_to_edit(self, story, name):
        answer = self.post(name, story, action="ask")

        assert answer.status_code == (302 if name in WRITE else 403)
        assert make_user("rita").notifications.count() == (name in WRITE)

    def test_wants_a_reason(self, story):
        autosave(client_of("rita"), story, headline="Typed")

        page = self.post("ed", story, action="take_over", note=" ")

        assert page.status_code == 200
        assert fresh(story).revision_number == 1

    def test_says_that_nothing_is_unsaved(self, story):
        page = client_of("ed").get(address("person", story.pk, make_user("rita").pk)).content.decode()

        assert "no unsaved text" in page

    def test_the_text_is_then_among_the_revisions_and_its_writer_is_told_on_the_screen(self, story):
        autosave(client_of("rita"), story, headline="Typed")
        self.post("ed", story, action="take_over", note="Deadline.")

        page = client_of("rita").get(address("change", story.pk)).content.decode()

        assert "Kept as revision 2 when Ed took the story over" in page
