"""The list of all stories: what it shows, what it can be asked, how far it reaches."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import drafting, planning, publishing
from articles.admin import listing
from articles.models import Article, SavedFilter
from newsroom.testing.factories import make_draft, make_live, make_section, make_source, make_user

pytestmark = pytest.mark.django_db
LIST = "/desk/articles/article/"


@pytest.fixture
def ed(client):
    client.force_login(make_user("ed"), backend="django.contrib.auth.backends.ModelBackend")
    return client


def shown(client, query=""):
    response = client.get(f"{LIST}?{query}")
    assert response.status_code == 200
    return [article.headline for article in response.context["cl"].result_list]


def aged(story, **ago):
    Article.objects.filter(pk=story.pk).update(changed_at=timezone.now() - timedelta(**ago))


class TestTheList:
    def test_shows_what_the_board_shows(self, ed):
        now = timezone.now()
        story = make_draft(due_at=now + timedelta(minutes=20), commissioned_words=500, needs_legal=True, headline="",
                           slugline="FERRY", budget_line="What the quay says")  # fmt: skip
        planning.assign(story, make_user("rita"), by=make_user("ed"), base_revision=1)

        page = ed.get(LIST).content.decode()

        for words in (
            "FERRY",
            "What the quay says",
            "Rita",
            "in 19 min",
            "of 500 words",
            "Needs a lawyer",
            "World, news",
        ):
            assert words in page

    def test_the_last_changed_comes_first_or_last(self, ed):
        old = make_draft(headline="Old")
        make_draft(headline="New")
        aged(old, days=2)

        assert shown(ed) == ["New", "Old"]
        column = ed.get(LIST).context["cl"].list_display.index("changed")
        assert shown(ed, f"o={column}") == ["Old", "New"]

    def test_costs_twelve_queries_however_long_and_one_more_with_filters(self, ed, django_assert_max_num_queries):
        for number in range(60):
            make_draft(
                section=make_section(f"part{number % 9}", parent=make_section("world")),
                source=make_source(f"s{number % 5}"),
            )
        SavedFilter.objects.create(user=make_user("ed"), place="stories", name="Mine", query="mine=1")
        ed.get(LIST)  # what Django keeps for good
        for query in ("", "p=2", "q=ferry", "state=writing&mine=1&kind=news", "until=2030-01-01&state=writing"):
            with django_assert_max_num_queries(13 if "state" in query else 12):
                ed.get(f"{LIST}?{query}")

    def test_says_what_to_do_when_it_is_empty(self, ed):
        assert "There is no story yet." in ed.get(LIST).content.decode()
        assert "No story fits." in ed.get(f"{LIST}?state=killed").content.decode()


class TestQuestions:
    def test_by_state(self, ed):
        user, now = make_user("ed"), timezone.now()
        titles = ("writing", "in_review", "ready", "scheduled", "live", "changes", "killed", "spiked", "embargo")
        stories = {title: make_draft(user, headline=title) for title in titles}
        drafting.submit(stories["in_review"], by=user)
        drafting.submit(stories["ready"], by=user)
        drafting.approve(stories["ready"], by=user)
        publishing.schedule(stories["scheduled"], by=user, publish_at=now + timedelta(hours=1))
        for title in ("live", "changes", "killed"):
            publishing.publish(stories[title], by=user)
        publishing.kill(stories["killed"], by=user, note="Wrong.", public_text="It was false.")
        drafting.save_draft(stories["changes"], {"kicker": "Sea"}, by=user, base_revision=1)
        drafting.spike(stories["spiked"], by=user)
        drafting.save_draft(stories["embargo"], {"embargo_until": now + timedelta(hours=1)}, by=user, base_revision=1)

        also = {"writing": ["embargo"], "live": ["changes"]}
        for title in titles:
            assert set(shown(ed, f"state={title}")) == {title, *also.get(title, [])}, title
        assert shown(ed, "state=late") == shown(ed, "state=held") == shown(ed, "state=vault") == []

    def test_by_section_with_its_parts(self, ed):
        world = make_section("world")
        make_draft(headline="In", section=make_section("north", parent=world))
        make_draft(headline="Out", section=make_section("sport"))

        assert shown(ed, f"section={world.pk}") == ["In"]

    def test_by_owner_kind_and_words(self, ed):
        make_draft(make_user("rita"), headline="Nobody's")
        brief = make_draft(make_user("rita"), headline="A brief ferry", kind="brief")
        planning.assign(brief, make_user("ed"), by=make_user("ed"), base_revision=1)

        for query in ("mine=1", "mine=owned", "kind=brief", "q=fer bri", "q=ferry&kind=brief&mine=owned"):
            assert shown(ed, query) == ["A brief ferry"], query
        assert shown(ed, "mine=nobody") == ["Nobody's"]

    @pytest.mark.parametrize(
        "query", ["until=nonsense", "until=2026-02-31", "until=99999-01-01", "section=x", "state=x", "mine=x", "kind=x"]
    )
    def test_nonsense_is_no_error(self, ed, query):
        assert ed.get(f"{LIST}?{query}").status_code == 200

    def test_a_day_shows_what_was_changed_on_it_or_before(self, ed):
        for days in (0, 3, 5):
            aged(make_draft(headline=f"{days} days"), days=days)
        day = timezone.localdate(timezone.now() - timedelta(days=3))

        assert shown(ed, f"until={day}") == ["3 days", "5 days"]

    def test_a_question_is_kept_as_a_tab(self, ed):
        ed.post("/desk/tabs/", {"place": "stories", "act": "add", "name": "Sea", "query": "q=ferry&p=2"})

        page = ed.get(f"{LIST}?q=ferry").content.decode()

        assert f'<a href="{LIST}?q=ferry" aria-current="page">Sea</a>' in page


class TestItsReach:
    def test_it_shows_no_more_than_it_counts_and_says_how_to_go_on(self, ed, monkeypatch):
        monkeypatch.setattr(listing, "MOST", 3)
        for days in range(5):
            aged(make_draft(headline=f"{days} days"), days=days)

        page = ed.get(LIST)

        assert [article.headline for article in page.context["cl"].result_list] == ["0 days", "1 days", "2 days"]
        assert "These are the first 3." in page.content.decode()
        day = timezone.localdate(timezone.now() - timedelta(days=2))
        assert f"?until={day}" in page.content.decode()
        assert shown(ed, f"until={day}") == ["2 days", "3 days", "4 days"]

    def test_filters_look_through_the_newest_and_say_how_far(self, ed, monkeypatch):
        monkeypatch.setattr(listing, "LOOKED_THROUGH", 3)
        for days in range(6):
            aged(make_draft(headline=f"{days} days", kind="brief" if days in (1, 5) else "news"), days=days)

        page = ed.get(f"{LIST}?kind=brief")

        assert [article.headline for article in page.context["cl"].result_list] == ["1 days"]
        assert "Look further back" in page.content.decode()
        assert shown(ed, page.context["cl"].further_back().removeprefix("?")) == ["5 days"]


def test_live_stories_lead_to_their_screen(ed):
    live = make_live(headline="Ferry is back").article

    assert f'href="/desk/articles/article/{live.pk}/change/"' in ed.get(LIST).content.decode()
