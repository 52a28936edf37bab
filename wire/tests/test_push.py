import pytest

from newsroom.testing.factories import make_source
from wire.models import Delivery
from wire.tests.making import ninjs

pytestmark = pytest.mark.django_db


class TestPushingWithoutAKey:
    @pytest.mark.parametrize("slug", ["meridian", "nobody"])
    def test_it_is_refused_and_nothing_is_stored(self, client, slug):
        make_source("meridian")

        response = client.post(f"/wire/push/{slug}/", ninjs(), content_type="application/json")

        assert response.status_code == 403
        assert response.content == b"No key is configured for this source.\n"
        assert not Delivery.objects.exists()

    def test_only_post_is_heard(self, client):
        assert client.get("/wire/push/meridian/").status_code == 405
