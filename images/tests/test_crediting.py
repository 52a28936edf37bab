"""One credit for many pictures: shown, set, logged, undone."""

import pytest
from lxml import html as lxml_html

from audit.models import AuditEntry
from images.models import Image
from newsroom.testing.factories import make_image, make_user

pytestmark = pytest.mark.django_db
LIST = "/desk/images/image/"


@pytest.fixture
def sign_in(client):
    def signed_in(name):
        client.force_login(make_user(name), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in


@pytest.fixture
def pat(sign_in):
    return sign_in("pat")


def post(client, images, **values):
    return client.post(LIST, {"action": "set_credit", "_selected_action": [image.pk for image in images], **values})


def go_on(client, response):
    """Press the button of the page's form."""
    page = lxml_html.fromstring(response.content.decode())
    form = page.xpath("//form[.//input[@name='action' and @value='set_credit']]")[0]
    return client.post(LIST, dict(form.form_values()))


def credits():
    return sorted(Image.objects.values_list("credit", flat=True))


class TestStepByStep:
    def test_it_is_asked_shown_set_and_undone(self, pat):
        images = [make_image(credit="A"), make_image(credit="B"), make_image(credit="Ann Lee/Reuters")]
        assert "Credit for 3 pictures" in post(pat, images).content.decode()

        shown = post(pat, images, step="rehearse", credit=" Ann  Lee/Reuters ")
        assert "2 of 3 would change." in shown.content.decode()
        assert credits() == ["A", "Ann Lee/Reuters", "B"]

        done = go_on(pat, shown)
        assert "2 of 3 were changed." in done.content.decode()
        assert credits() == ["Ann Lee/Reuters"] * 3
        assert AuditEntry.objects.filter(model="images.image", act="changed", by=make_user("pat")).count() == 2

        go_on(pat, done)
        assert credits() == ["A", "Ann Lee/Reuters", "B"]

    def test_what_somebody_changed_meanwhile_stays_and_is_named(self, pat):
        first, second = make_image(credit="A"), make_image(credit="B")
        shown = post(pat, [first, second], step="rehearse", credit="C")
        Image.objects.filter(pk=first.pk).update(credit="Theirs")

        page = go_on(pat, shown).content.decode()

        assert "Somebody changed its credit meanwhile." in page
        assert credits() == ["C", "Theirs"]

    @pytest.mark.parametrize("credit", ["", "  ", "x" * 201])
    def test_an_empty_or_long_credit_is_asked_for_again(self, pat, credit):
        page = post(pat, [make_image(credit="A")], step="rehearse", credit=credit).content.decode()

        assert "Write a credit of at most 200 characters." in page
        assert credits() == ["A"]

    def test_a_forged_page_changes_nothing(self, pat):
        page = post(pat, [make_image(credit="A")], step="do", seen="forged", credit="C").content.decode()

        assert "Begin again." in page
        assert credits() == ["A"]

    @pytest.mark.parametrize("person", ["mo", "nobody"])
    def test_who_may_not_change_pictures_sets_no_credit(self, sign_in, person):
        image = make_image(credit="A")
        shown = post(sign_in("pat"), [image], step="rehearse", credit="C")

        go_on(sign_in(person), shown)

        assert credits() == ["A"]
