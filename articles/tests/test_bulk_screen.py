"""Changing several stories, step by step, as an editor does it."""

import pytest
from lxml import html as lxml_html

from articles import drafting
from articles.models import Article, BulkChange
from newsroom.testing.factories import make_draft, make_section, make_tag, make_user

pytestmark = pytest.mark.django_db
LIST, BULK = "/desk/articles/article/", "/desk/bulk/"


@pytest.fixture
def sign_in(client):
    def signed_in(name):
        client.force_login(make_user(name), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in


@pytest.fixture
def ed(sign_in):
    return sign_in("ed")


def select(client, *stories, **values):
    return client.post(
        LIST, {"action": "change_selected", "_selected_action": [story.pk for story in stories], **values}
    )


def picks(response):
    page = lxml_html.fromstring(response.content.decode())
    return [field.get("value") for field in page.xpath("//input[@name='pick']")]


class TestStepByStep:
    def test_selected_stories_are_changed_after_a_rehearsal_and_changed_back(self, ed):
        sport, stories = make_section("sport"), [make_draft() for _ in range(2)]
        spiked = make_draft()
        drafting.spike(spiked, by=make_user("ed"))

        chosen = select(ed, *stories, spiked)
        assert set(picks(chosen)) == {f"{story.pk}:1" for story in (*stories, spiked)}

        values = {"pick": picks(chosen), "action": "section", "section": sport.pk, "note": "Cup week"}
        rehearsed = ed.post(BULK, {**values, "step": "rehearse"}).content.decode()
        assert "2 of 3 stories would change." in rehearsed
        assert "<del>World</del>" in rehearsed
        assert "<ins>Sport</ins>" in rehearsed
        assert not BulkChange.objects.exists()

        done = ed.post(BULK, {**values, "step": "do"}, follow=True).content.decode()
        assert "2 of 3 stories were changed" in done
        assert "Cup week" in done
        assert "Refused" in done
        assert Article.objects.filter(section=sport).count() == 2

        change = BulkChange.objects.get()
        undone = ed.post(f"/desk/articles/bulkchange/{change.pk}/undo/", follow=True).content.decode()
        assert undone.count("<td>Undone.</td>") == 2
        assert not Article.objects.filter(section=sport).exists()

    def test_the_rehearsal_sends_on_what_was_asked_and_what_was_seen(self, ed):
        story, tag = make_draft(), make_tag("Sea")
        values = {"pick": f"{story.pk}:1", "action": "add_tags", "add_tags": "sea", "urgency": "77", "step": "rehearse"}
        page = lxml_html.fromstring(ed.post(BULK, values).content.decode())
        form = page.xpath("//form[.//input[@name='step' and @value='do']]")[0]

        ed.post(BULK, dict(form.form_values()))

        assert list(story.tags.all()) == [tag]

    def test_what_is_not_chosen_neither_counts_nor_stops_anything(self, ed):
        story = make_draft()
        values = {
            "pick": f"{story.pk}:1",
            "action": "urgency",
            "urgency": "2",
            "add_tags": "No such tag",
            "section": "9999",
        }

        assert "1 of 1 story would change." in ed.post(BULK, {**values, "step": "rehearse"}).content.decode()

    @pytest.mark.parametrize(
        "values, said",
        [
            ({"action": "section"}, "Say what it is to be."),
            ({"action": "add_tags", "add_tags": "Nowhere"}, "No such tag: Nowhere."),
            ({"action": "urgency", "urgency": "12"}, "less than or equal to 9"),
            ({"action": "drop_tables"}, "Select a valid choice"),
            ({}, "This field is required."),
        ],
    )
    def test_what_is_missing_is_asked_for_again_with_the_same_stories(self, ed, values, said):
        story = make_draft()

        response = ed.post(BULK, {"pick": f"{story.pk}:1", "step": "do", **values})

        assert said in response.content.decode()
        assert picks(response) == [f"{story.pk}:1"]
        assert not BulkChange.objects.exists()

    def test_from_the_board_the_revision_that_was_shown_counts(self, ed):
        story = make_draft()
        drafting.save_draft(story, {"kicker": "Sea"}, by=make_user("chloe"), base_revision=1)

        response = ed.post(BULK, {"where": "desk", "_selected_action": story.pk, f"seen-{story.pk}": "1"})

        assert picks(response) == [f"{story.pk}:1"]

    @pytest.mark.parametrize("values", [{}, {"pick": "x"}, {"pick": "1:2:3"}, {"_selected_action": "x"}])
    def test_without_stories_it_leads_back(self, ed, values):
        response = ed.post(BULK, values, follow=True)

        assert "Select stories first." in response.content.decode()

    def test_more_than_two_hundred_are_not_begun(self, ed):
        response = ed.post(BULK, {"pick": [f"{number}:1" for number in range(1, 300)]}, follow=True)

        assert "At most 200 can be changed at once." in response.content.decode()


class TestPermissions:
    @pytest.mark.parametrize("person", ["rita", "mo", "wendy", "pat", "nobody"])
    def test_others_can_neither_select_nor_post(self, sign_in, person):
        story, client = make_draft(), sign_in(person)

        assert (
            client.post(BULK, {"pick": f"{story.pk}:1", "action": "urgency", "urgency": "1", "step": "do"}).status_code
            == 403
        )
        select(client, story)
        assert "change_selected" not in client.get(LIST).content.decode()
        assert Article.objects.get().urgency == 5

    @pytest.mark.parametrize("person", ["rita", "mo", "wendy", "pat", "nobody"])
    def test_others_can_neither_see_nor_undo(self, sign_in, person):
        story = make_draft()
        sign_in("ed").post(BULK, {"pick": f"{story.pk}:1", "action": "urgency", "urgency": "1", "step": "do"})
        change = BulkChange.objects.get()
        client = sign_in(person)

        assert client.get(f"/desk/articles/bulkchange/{change.pk}/change/").status_code == 403
        assert client.post(f"/desk/articles/bulkchange/{change.pk}/undo/").status_code == 403
        assert Article.objects.get().urgency == 1

    def test_titles_are_escaped(self, ed):
        story = make_draft(headline="<b>bold</b>", credit_line="<i>x</i>")
        values = {"pick": f"{story.pk}:1", "action": "credit_line", "credit_line": "<u>y</u>", "note": "<s>z</s>"}
        pages = [
            select(ed, story),
            ed.post(BULK, {**values, "step": "rehearse"}),
            ed.post(BULK, {**values, "step": "do"}, follow=True),
        ]

        for page in pages:
            assert [tag for tag in ("<b>bold", "<i>x", "<u>y", "<s>z") if tag in page.content.decode()] == []


def test_two_hundred_stories_are_rehearsed_without_a_query_too_many(ed, django_assert_max_num_queries):
    stories = [make_draft() for _ in range(10)]
    with django_assert_max_num_queries(20 + 16 * 10):
        ed.post(
            BULK,
            {"pick": [f"{story.pk}:1" for story in stories], "action": "urgency", "urgency": "2", "step": "rehearse"},
        )
