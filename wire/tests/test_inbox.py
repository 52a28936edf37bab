from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.models import Article
from newsroom.testing.factories import make_user, picture_bytes
from wire.models import Delivery, WireItem
from wire.promote import promote
from wire.tests.making import arrive, make_item, ninjs

pytestmark = pytest.mark.django_db
LIST = "/desk/wire/wireitem/"
PICTURE = {"m": {"type": "picture", "description_text": "Quay.", "renditions": {"original": {"href": "x.jpg"}}}}


def item_with_picture(**fields):
    return make_item(companions=lambda name: picture_bytes(), associations=PICTURE, **fields)


@pytest.fixture
def wendy(client):
    client.force_login(make_user("wendy"))
    return client


class TestTheList:
    def test_it_shows_the_newest_versions_only(self, wendy):
        make_item(headline="Old words")
        make_item(version="2", headline="New words")

        page = wendy.get(LIST).content.decode()

        assert "New words" in page
        assert "Old words" not in page

    def test_marks_tell_what_to_look_out_for(self, wendy):
        item_with_picture(uri="a")
        make_item(uri="b", pubstatus="canceled")
        make_item(uri="c", pubstatus="strange")
        make_item(uri="d", embargoed=(timezone.now() + timedelta(hours=3)).isoformat())

        page = wendy.get(LIST).content.decode()

        for words in ("Picture</span>", "Killed</span>", "Status unknown</span>", "Embargo until"):
            assert words in page

    def test_a_hundred_items_cost_ten_queries_at_most(self, wendy, django_assert_max_num_queries):
        for number in range(100):
            make_item(uri=f"urn:{number}")
        promote(WireItem.objects.first(), by=make_user("wendy"))

        with django_assert_max_num_queries(10):
            page = wendy.get(LIST).content.decode()

        assert page.count("wire-make") == 49
        assert page.count("Open story") == 1

    def test_the_button_sends_the_form_of_the_list_with_its_token(self, wendy):
        item = make_item()

        form = wendy.get(LIST).content.decode().partition('id="changelist-form"')[2].partition("</form>")[0]

        assert f'formaction="/desk/wire/wireitem/{item.pk}/make-story/"' in form
        assert "csrfmiddlewaretoken" in form
        assert "<form" not in form

    def test_headlines_are_text(self, wendy):
        make_item(headline="Tag &lt;img src=x onerror=alert(1)&gt;")

        page = wendy.get(LIST).content.decode()

        assert "<img src=x" not in page
        assert "&lt;img src=x" in page

    @pytest.mark.parametrize(
        ("query", "count"),
        [("carries=picture", 1), ("carries=embargo", 1), ("carries=warnings", 1), ("q=ferry", 3), ("q=nothing", 0)],
    )
    def test_filters_and_search(self, wendy, query, count):
        item_with_picture(uri="a", headline="Ferry A")
        make_item(uri="b", headline="Ferry B", pubstatus="embargoed")
        make_item(uri="c", headline="Ferry C")

        assert len(wendy.get(f"{LIST}?{query}").context["cl"].result_list) == count

    def test_an_empty_wire_says_what_to_do(self, wendy):
        assert "Nothing has come over the wire yet" in wendy.get(LIST).content.decode()


class TestOneItem:
    def test_it_shows_words_note_versions_and_picture(self, wendy):
        make_item()
        item = item_with_picture(
            version="2", ednote="Hold the <b>second</b> paragraph.", description_text="Under the headline."
        )

        page = wendy.get(f"{LIST}{item.pk}/change/").content.decode()

        assert "<p>The ferry left Port Aldine at dawn.</p>" in page
        assert "Hold the &lt;b&gt;second&lt;/b&gt; paragraph." in page
        assert "Under the headline." in page
        assert f'src="/desk/wire/wireitem/{item.pk}/picture/0/"' in page
        assert "Version 1</a>" in page
        assert "Make story" in page

    def test_it_cannot_be_saved_added_or_deleted(self, wendy, admin_client):
        item = make_item()

        page = admin_client.get(f"{LIST}{item.pk}/change/").content.decode()

        assert 'name="_save"' not in page
        assert admin_client.post(f"{LIST}{item.pk}/change/", {"headline": "x"}).status_code == 403
        assert admin_client.get(f"{LIST}add/").status_code == 403
        assert admin_client.post(f"{LIST}{item.pk}/delete/", {"post": "yes"}).status_code == 403

    def test_a_killed_one_has_no_button_and_an_alarm(self, wendy):
        item = make_item(pubstatus="canceled")

        page = wendy.get(f"{LIST}{item.pk}/change/").content.decode()

        assert "make-story" not in page
        assert "Killed by the agency." in page

    def test_a_body_that_was_tampered_with_in_the_database_is_still_clean(self, wendy):
        item = make_item()
        WireItem.objects.update(body="<p>x</p><script>alert(1)</script>")

        assert "<script>alert(1)" not in wendy.get(f"{LIST}{item.pk}/change/").content.decode()

    def test_the_picture_is_sent_as_what_it_is(self, wendy):
        item = item_with_picture()

        response = wendy.get(f"{LIST}{item.pk}/picture/0/")

        assert response["Content-Type"] == "image/jpeg"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert response.content[:3] == b"\xff\xd8\xff"

    @pytest.mark.parametrize("place", [0, 5])
    def test_a_picture_that_did_not_come_is_not_found(self, wendy, place):
        item = make_item(associations=PICTURE)

        assert wendy.get(f"{LIST}{item.pk}/picture/{place}/").status_code == 404


class TestMakingAStory:
    def test_it_leads_to_the_story_and_says_so(self, wendy):
        item = make_item()

        response = wendy.post(f"{LIST}{item.pk}/make-story/", follow=True)

        article = Article.objects.get()
        assert response.redirect_chain[0][0] == reverse("admin:articles_article_change", args=[article.pk])
        assert "This draft was made of the Meridian item, version 1." in response.content.decode()

    def test_the_second_time_it_leads_to_the_same_story(self, wendy):
        item = make_item()
        wendy.post(f"{LIST}{item.pk}/make-story/")

        response = wendy.post(f"{LIST}{item.pk}/make-story/", follow=True)

        assert Article.objects.count() == 1
        assert "before. Here it is." in response.content.decode()

    def test_a_refusal_is_shown_on_the_items_page(self, wendy):
        item = make_item(pubstatus="canceled")

        response = wendy.post(f"{LIST}{item.pk}/make-story/", follow=True)

        assert response.redirect_chain[0][0] == f"{LIST}{item.pk}/change/"
        assert "The agency has killed this item." in response.content.decode()
        assert not Article.objects.exists()

    def test_looking_at_the_address_makes_nothing(self, wendy):
        item = make_item()

        assert wendy.get(f"{LIST}{item.pk}/make-story/").status_code == 405
        assert not Article.objects.exists()

    def test_an_item_that_does_not_exist_is_not_found(self, wendy):
        assert wendy.post(f"{LIST}999/make-story/").status_code == 404

    def test_without_a_token_nothing_is_made(self):
        client = Client(enforce_csrf_checks=True)
        client.force_login(make_user("wendy"))

        assert client.post(f"{LIST}{make_item().pk}/make-story/").status_code == 403
        assert not Article.objects.exists()


def staff_without_roles():
    return User.objects.create_user("nora", is_staff=True)


class TestWhoMay:
    def addresses(self):
        item = item_with_picture()
        return [
            LIST, f"{LIST}{item.pk}/change/", f"{LIST}{item.pk}/picture/0/",
            "/desk/wire/delivery/", f"/desk/wire/delivery/{item.delivery_id}/change/", f"/desk/wire/delivery/{item.delivery_id}/bytes/",
        ]  # fmt: skip

    def test_a_login_without_a_role_is_refused_everywhere(self, client):
        client.force_login(staff_without_roles())
        addresses = self.addresses()

        assert [client.get(address).status_code for address in addresses] == [403] * 6
        assert client.post(f"{LIST}{WireItem.objects.get().pk}/make-story/").status_code == 403
        assert not Article.objects.exists()

    def test_the_wire_editor_and_the_superuser_see_everything(self, wendy, admin_client):
        addresses = self.addresses()

        for person in (wendy, admin_client):
            assert [person.get(address).status_code for address in addresses] == [200] * 6

    def test_a_moderator_reads_the_wire_and_makes_no_story(self, client):
        client.force_login(make_user("mo"))
        item = make_item()

        assert "make-story" not in client.get(LIST).content.decode()
        assert client.post(f"{LIST}{item.pk}/make-story/").status_code == 403

    def test_a_stranger_is_sent_to_sign_in(self, client):
        addresses = self.addresses()

        assert [client.get(address).status_code for address in addresses] == [302] * 6
        assert client.post(f"{LIST}{WireItem.objects.get().pk}/make-story/").status_code == 302


class TestDeliveries:
    def test_the_list_tells_what_was_rejected_and_why(self, wendy):
        arrive(ninjs())
        arrive(b"{broken", name="bad.json")

        page = wendy.get("/desk/wire/delivery/").content.decode()

        assert "bad.json" in page
        assert "This is no whole JSON document" in page

    def test_the_bytes_come_as_a_text_file_to_save(self, wendy):
        arrive(b"<html><script>alert(1)</script>")
        delivery = Delivery.objects.get()

        response = wendy.get(f"/desk/wire/delivery/{delivery.pk}/bytes/")

        assert response.content == b"<html><script>alert(1)</script>"
        assert response["Content-Type"] == "text/plain; charset=utf-8"
        assert response["Content-Disposition"] == f'attachment; filename="delivery-{delivery.pk}.txt"'
        assert response["X-Content-Type-Options"] == "nosniff"

    def test_they_cannot_be_changed(self, wendy, admin_client):
        arrive(ninjs())
        delivery = Delivery.objects.get()

        assert admin_client.post(f"/desk/wire/delivery/{delivery.pk}/change/", {"problem": "x"}).status_code == 403
        assert admin_client.post(f"/desk/wire/delivery/{delivery.pk}/delete/", {"post": "yes"}).status_code == 403
