"""What a person was told, as the desk shows it."""

import pytest
from django.utils import timezone

from articles.models import Notification
from articles.notifying import tell, unread_count
from newsroom.testing.factories import make_draft, make_user

pytestmark = pytest.mark.django_db
LIST, READ = "/desk/notifications/", "/desk/notifications/read/"


@pytest.fixture
def rita(client):
    user = make_user("rita")
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return user


def told(to, count=1):
    for _ in range(count):
        number = Notification.objects.count()
        tell(
            to, key=f"k{number}", kind="assigned", article=make_draft() if number == 0 else None, text=f"Thing {number}"
        )
    return Notification.objects.filter(to=to).first()


class TestTheBell:
    def test_shows_how_much_is_unread_on_every_screen(self, client, rita):
        told(rita, 3)

        for address in ("/desk/", LIST, "/desk/articles/article/"):
            assert '<span class="desk-bell-count">3<' in client.get(address).content.decode()

    def test_is_without_a_number_when_all_is_read(self, client, rita):
        assert "desk-bell-count" not in client.get(LIST).content.decode()

    def test_counts_nobody_elses(self, client, rita):
        told(make_user("ed"))

        assert "desk-bell-count" not in client.get(LIST).content.decode()


class TestTheList:
    def test_shows_the_newest_first_and_goes_further_back(self, client, rita):
        told(rita, 60)

        first = client.get(LIST).content.decode()
        assert first.index("Thing 59") < first.index("Thing 10")
        assert "Thing 9<" not in first
        oldest = Notification.objects.get(text="Thing 10").pk
        assert f"?before={oldest}" in first

        assert "Thing 9<" in client.get(f"{LIST}?before={oldest}").content.decode()

    def test_says_what_will_stand_there_when_it_is_empty(self, client, rita):
        assert "You have been told nothing yet." in client.get(LIST).content.decode()

    def test_costs_seven_queries_however_long(self, client, rita, django_assert_max_num_queries):
        told(rita, 55)

        with django_assert_max_num_queries(7):
            client.get(LIST)


class TestReading:
    def test_opening_marks_it_and_leads_to_the_story(self, client, rita):
        row = told(rita)

        response = client.post(READ, {"id": row.pk, "open": "1"})

        assert response["Location"] == f"/desk/articles/article/{row.article_id}/change/"
        assert unread_count(rita) == 0

    def test_all_means_all_that_was_shown(self, client, rita):
        shown = told(rita, 2)
        told(rita)

        client.post(READ, {"id": "all", "newest": shown.pk})

        assert unread_count(rita) == 1

    def test_somebody_elses_is_refused(self, client, rita):
        theirs = told(make_user("ed"))

        assert client.post(READ, {"id": theirs.pk}).status_code == 403
        theirs.refresh_from_db()
        assert theirs.read_at is None

    def test_a_time_of_reading_stays(self, client, rita):
        row = told(rita)
        then = timezone.now()
        Notification.objects.update(read_at=then)

        client.post(READ, {"id": row.pk})

        row.refresh_from_db()
        assert row.read_at == then

    @pytest.mark.parametrize("number", ["", "x", "9" * 30, "12345"])
    def test_nonsense_is_not_found(self, client, rita, number):
        assert client.post(READ, {"id": number}).status_code == 404
