"""Editors change the front on the desk."""

import pytest
from django.contrib.auth.models import User

from fronts.models import Container, Front, Slot
from newsroom.testing.factories import make_live

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    user = User.objects.create_superuser("root")
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


class TestOnTheDesk:
    def test_lists_and_forms_open(self, desk):
        front = Front.objects.create(slug="home", name="Home")
        container = Container.objects.create(front=front)
        slot = Slot.objects.create(container=container, article=make_live().article)

        for model, row in (("front", front), ("container", container), ("slot", slot)):
            assert desk.get(f"/desk/fronts/{model}/").status_code == 200
            assert desk.get(f"/desk/fronts/{model}/?q=home").status_code == 200
            assert desk.get(f"/desk/fronts/{model}/{row.pk}/change/").status_code == 200

    def test_a_story_is_pinned_by_its_number(self, desk):
        container = Container.objects.create(front=Front.objects.create(slug="home", name="Home"))
        version = make_live()

        answer = desk.post(
            "/desk/fronts/slot/add/", {"container": container.pk, "article": version.article_id, "position": 1}
        )

        assert answer.status_code == 302
        assert Slot.objects.get().article_id == version.article_id
