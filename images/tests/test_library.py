"""What the picture dialog finds: every word, pictures with a credit first, page by page."""

from __future__ import annotations

import json

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from images import library
from images.models import Image
from newsroom.testing.factories import make_image, make_user, picture_bytes

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/images/image/library/"


def rows(amount: int, **fields) -> list[Image]:
    """Make pictures at once that share one file, oldest first."""
    start = Image.objects.count()
    file = default_storage.save("pictures/one.jpg", ContentFile(picture_bytes()))
    values = {"file": file, "credit": "Pat", "size_bytes": 1, **fields}
    return [
        Image.objects.create(sha256=f"{number:064x}", title=f"Row {number}", **values)
        for number in range(start, start + amount)
    ]


def titles(shelf: library.Shelf) -> list[str]:
    return [image.title for image in shelf.images]


class TestFinding:
    def test_every_word_must_occur_somewhere(self):
        make_image(title="Quay", caption="A white ferry at dawn.", credit="Pat Osei")
        make_image(title="Quay", caption="A red barge.", alt="A barge", credit="Pat Osei")

        assert [image.caption for image in library.find("quay FERRY osei").images] == ["A white ferry at dawn."]
        assert library.find("quay nothing").images == []

    def test_without_words_is_everything_newest_first(self):
        rows(3)

        assert titles(library.find("  ")) == ["Row 2", "Row 1", "Row 0"]

    def test_pictures_without_credit_come_last_however_new(self):
        rows(2)
        rows(2, credit="")

        assert titles(library.find("")) == ["Row 1", "Row 0", "Row 3", "Row 2"]

    @pytest.mark.parametrize("credited", [0, 10, 24, 25, 30, 48, 55])
    def test_every_picture_is_on_one_page(self, credited):
        rows(credited)
        rows(55 - credited, credit="")

        shelves = [library.find("", page=page) for page in (1, 2, 3)]

        found = [title for shelf in shelves for title in titles(shelf)]
        expected = [f"Row {number}" for number in (*range(credited - 1, -1, -1), *range(54, credited - 1, -1))]
        assert found == expected
        assert [shelf.has_more for shelf in shelves] == [True, True, False]

    def test_there_is_nothing_behind_the_end(self):
        rows(3)

        assert library.find("", page=2) == library.Shelf([], has_more=False)

    def test_costs_two_queries_on_a_full_page(self, django_assert_num_queries):
        rows(30)

        with django_assert_num_queries(2):
            library.find("row")

    def test_costs_four_queries_at_most(self, django_assert_max_num_queries):
        rows(30)
        rows(30, credit="")

        for page in (1, 2, 3, 4):
            with django_assert_max_num_queries(4):
                library.find("row", page=page)


class TestTheView:
    def ask(self, client, **query):
        answer = client.get(ADDRESS, query)
        assert answer.status_code == 200
        return json.loads(answer.content)

    def test_tells_what_the_dialog_shows(self, client):
        client.force_login(make_user("rita"))
        image = make_image(title="Quay")
        bare = make_image(title="Bare", credit=" ")

        told = self.ask(client)

        by_name = {one["name"]: one for one in told["pictures"]}
        assert told["more"] is False
        assert by_name["Quay"] == {
            "id": image.pk, "name": "Quay", "caption": "A ferry at the quay.", "alt": "A white ferry",
            "credit": "Pat Osei/The Courier", "usable": True, "width": 320, "height": 200,
            "thumbnail": image.file.url, "src": image.file.url,
        }  # fmt: skip
        assert (by_name["Bare"]["id"], by_name["Bare"]["usable"]) == (bare.pk, False)

    @pytest.mark.parametrize("page", ["", "0", "-1", "x", "٣", "9" * 30])
    def test_takes_any_page_number(self, client, page):
        client.force_login(make_user("rita"))

        assert set(self.ask(client, page=page)) == {"pictures", "more"}

    @pytest.mark.parametrize("words", ["%", "_", "'; --", "\\", "a\x00b", "x" * 5000, "<script>"])
    def test_takes_any_words(self, client, words):
        make_image()
        client.force_login(make_user("rita"))

        assert self.ask(client, q=words)["pictures"] == []

    def test_changes_nothing(self, client):
        client.force_login(make_user("rita"))

        assert client.post(ADDRESS).status_code == 405
