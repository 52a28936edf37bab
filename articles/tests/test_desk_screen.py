"""The desk's landing page: what stands on it, what can be done from it, and by whom."""

from datetime import timedelta

import pytest
from django.utils import timezone
from lxml import html as lxml_html

from articles import drafting, planning, publishing
from articles.models import Article, DeskPreference, Notification, SavedFilter
from newsroom.models import Heartbeat
from newsroom.testing.factories import make_draft, make_live, make_section, make_user

pytestmark = pytest.mark.django_db
DESK = "/desk/"


@pytest.fixture
def sign_in(client):
    def signed_in(name):
        client.force_login(make_user(name), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return signed_in


@pytest.fixture
def ed(sign_in):
    return sign_in("ed")


def in_review(**changes):
    story = make_draft(make_user("rita"), **changes)
    drafting.submit(story, by=make_user("rita"))
    return story


def act(client, story, name, *, seen=None, **values):
    seen = story.revision_number if seen is None else seen
    response = client.post(f"/desk/story/{story.pk}/{name}/", {f"seen-{story.pk}": seen, **values}, follow=True)
    story.refresh_from_db()
    return response.content.decode()


class TestThePage:
    def test_costs_twenty_queries_at_most_with_much_on_it(self, ed, django_assert_max_num_queries):
        now, user = timezone.now(), make_user("ed")
        for number in range(14):
            in_review(section=make_section(f"part{number}", parent=make_section("world")))
            planning.plan({"budget_line": f"line {number}", "due_at": now + timedelta(hours=1)}, by=user)
            make_live(user, embargo_until=None)
        make_draft(user, embargo_until=now + timedelta(hours=2))
        SavedFilter.objects.create(user=user, place="desk", name="Mine", query="mine=1")
        question = f"{DESK}?mine=1&section={make_section('world').pk}&q=f"
        for view in DeskPreference.View.values:
            DeskPreference.objects.update_or_create(user=user, defaults={"view": view})

            with django_assert_max_num_queries(20):
                page = ed.get(question)
            with django_assert_max_num_queries(20):
                page = ed.get(DESK)

            assert page.status_code == 200

    def test_says_when_the_scheduler_ran(self, ed):
        assert "Scheduler has never run" in ed.get(DESK).content.decode()
        Heartbeat.beat(timezone.now() - timedelta(seconds=3))
        assert "Scheduler ran 3 s ago" in ed.get(DESK).content.decode()
        Heartbeat.beat(timezone.now() - timedelta(minutes=3))

        page = ed.get(DESK).content.decode()

        assert "Scheduler ran" in page
        assert "The worker is silent." in page

    def test_names_the_embargoes_that_end_today_with_a_countdown(self, ed):
        now = timezone.now()
        make_draft(make_user("ed"), headline="Rates stay", embargo_until=now + timedelta(seconds=90))

        page = ed.get(DESK).content.decode()

        assert "(in 1 min)" in page
        assert "Rates stay" in page

    def test_tells_how_much_is_unread(self, ed):
        user, at = make_user("ed"), timezone.now()
        Notification.objects.create(to=user, key="a", kind="mention", text="x", at=at)
        Notification.objects.create(to=user, key="b", kind="assigned", text="x", at=at)

        page = ed.get(DESK).content.decode()

        assert "2 unread, 1 of them names or answers you" in page
        assert '<span class="desk-bell-count">2<' in page

    def test_says_what_to_do_where_there_is_nothing(self, ed):
        page = ed.get(DESK).content.decode()

        assert "Nothing to review. Writers hand in with Submit to desk." in page

    def test_shows_nothing_of_stories_to_those_who_may_not_see_them(self, sign_in):
        in_review(headline="SECRET")

        assert "SECRET" not in sign_in("nobody").get(DESK).content.decode()

    def test_escapes_what_people_wrote(self, ed):
        in_review(
            headline="<b>bold</b>", slugline="<i>", assignee=make_user("rita"), budget_line="<script>alert(1)</script>"
        )
        for address in (DESK, f"{DESK}?view=print", f"{DESK}?q=<script>&mine="):
            page = ed.get(address).content.decode()

            assert "<b>bold" not in page
            assert "<script>alert" not in page
            assert 'value="<script>"' not in page

    def test_gives_a_script_the_part_that_changes(self, ed):
        story = in_review()

        part = ed.get(DESK, headers={"accept": "text/x-part"}).content.decode()

        assert f'data-story="{story.pk}"' in part
        assert "<html" not in part

    def test_the_news_list_is_a_table_with_everything_on_it(self, ed):
        in_review(headline="Ferry talks end", commissioned_words=10, needs_legal=True, due_at=timezone.now())

        table = lxml_html.fromstring(ed.get(f"{DESK}?view=print").content.decode()).find_class("desk-table")[0]

        words = table.text_content()
        for said in ("Ferry talks end", "Overdue since", "too many", "Needs a lawyer", "World", "News"):
            assert said in words
        assert not table.findall(".//button")


class TestItsQuestion:
    def test_stands_in_the_address_and_keeps_to_a_section_with_its_parts(self, ed):
        world = make_section("world")
        inside = in_review(section=make_section("north", parent=world), headline="Inside")
        in_review(section=make_section("sport"), headline="Outside")

        page = ed.get(f"{DESK}?section={world.pk}").content.decode()

        assert "Inside" in page
        assert "Outside" not in page
        assert f'name="back" value="section={world.pk}"' in page
        assert inside

    @pytest.mark.parametrize("query", ["section=x", "section=999999", "mine=2", "view=x", "q=" + "w" * 5000])
    def test_nonsense_is_no_error(self, ed, query):
        assert ed.get(f"{DESK}?{query}").status_code == 200


class TestActs:
    def test_a_reporter_takes_what_nobody_has(self, sign_in):
        story = make_draft()

        page = act(sign_in("rita"), story, "claim")

        assert "It is yours." in page
        assert story.assignee == make_user("rita")

    def test_who_was_slower_is_told(self, sign_in):
        story = make_draft()
        planning.claim(story, by=make_user("wendy"), base_revision=1)

        page = act(sign_in("rita"), story, "claim", seen=1)

        assert "Wendy has this story." in page
        assert story.assignee == make_user("wendy")

    def test_an_editor_takes_the_owner_off(self, ed):
        story = make_draft()
        planning.claim(story, by=make_user("wendy"), base_revision=1)

        act(ed, story, "unassign")

        assert story.assignee is None

    def test_urgency_goes_up_and_down(self, ed):
        story = make_draft(urgency=5)

        act(ed, story, "up")
        assert story.urgency == 4
        act(ed, story, "down")
        act(ed, story, "down")

        assert story.urgency == 6

    def test_a_move_is_made_from_the_list(self, ed):
        story = in_review()

        page = act(ed, story, "approve")

        assert "Approved." in page
        assert story.stage == "ready"

    def test_a_move_on_a_text_that_changed_since_is_refused(self, ed):
        story = in_review()
        drafting.save_draft(story, {"headline": "Another"}, by=make_user("ed"), base_revision=1)

        page = act(ed, story, "approve", seen=1)

        assert "saved this story after the list was shown" in page
        assert story.stage == "in_review"

    def test_goes_back_to_the_question_and_to_the_row(self, ed):
        story = in_review()

        response = ed.post(f"/desk/story/{story.pk}/up/", {"back": "mine=1&q=a b"})

        assert response["Location"] == f"/desk/?mine=1&q=a+b#story-{story.pk}"

    @pytest.mark.parametrize("where", ["https://evil.example/", "//evil.example", "stories"])
    def test_never_leads_to_another_site(self, ed, where):
        story = in_review()

        location = ed.post(f"/desk/story/{story.pk}/up/", {"where": where, "back": "https://evil.example/?x"})[
            "Location"
        ]

        assert location.startswith("/desk/")

    @pytest.mark.parametrize("name", ["publish", "kill", "hold", "send_back", "spike", "nonsense"])
    def test_what_needs_a_page_is_not_done_here(self, ed, name):
        story = in_review()

        assert ed.post(f"/desk/story/{story.pk}/{name}/", {f"seen-{story.pk}": 1}).status_code == 404

    @pytest.mark.parametrize(
        "person, name", [("rita", "approve"), ("rita", "up"), ("pat", "claim"), ("mo", "submit"), ("nobody", "claim")]
    )
    def test_what_a_role_does_not_include_is_refused(self, sign_in, person, name):
        story = in_review()

        response = sign_in(person).post(f"/desk/story/{story.pk}/{name}/", {f"seen-{story.pk}": 1})

        assert response.status_code == 403
        assert Article.objects.values_list("stage", "assignee", "urgency").get(pk=story.pk) == ("in_review", None, 5)

    def test_rows_offer_each_what_they_may(self, sign_in):
        make_draft(make_user("rita"), headline="One")
        page = sign_in("rita").get(DESK).content.decode()
        assert "Submit to desk" in page
        assert "Assign…" not in page
        page = sign_in("pat").get(f"{DESK}").content.decode()

        assert "Assign to me" not in page


class TestPlanning:
    def test_a_line_is_planned_on_one_screen(self, ed):
        rita, due = make_user("rita"), timezone.localtime() + timedelta(hours=5)

        response = ed.post(
            "/desk/plan/",
            {"budget_line": "Ferry talks", "section": make_section().pk, "assignee": rita.pk,
             "due_at": f"{due:%Y-%m-%dT%H:%M}", "commissioned_words": "600", "needs_picture": "on"},
        )  # fmt: skip

        line = Article.objects.get()
        assert response["Location"] == "/desk/"
        assert (line.budget_line, line.assignee, line.commissioned_words, line.needs_picture) == (
            "Ferry talks",
            rita,
            600,
            True,
        )
        assert abs(line.due_at - due) < timedelta(minutes=1)

    def test_a_refused_line_keeps_what_was_typed(self, ed):
        page = ed.post("/desk/plan/", {"budget_line": "Ferry", "due_at": "2020-01-01T10:00"}).content.decode()

        assert "That deadline has passed." in page
        assert 'value="Ferry"' in page
        assert not Article.objects.exists()

    def test_a_reporter_plans_for_nobody_else(self, sign_in):
        response = sign_in("rita").post("/desk/plan/", {"budget_line": "x", "assignee": make_user("ed").pk})

        assert response.status_code == 200
        assert not Article.objects.exists()

    @pytest.mark.parametrize("person", ["mo", "pat", "nobody"])
    def test_who_writes_no_stories_plans_none(self, sign_in, person):
        assert sign_in(person).post("/desk/plan/", {"budget_line": "x"}).status_code == 403

    def test_an_editor_gives_a_story_to_somebody(self, ed):
        story, rita = make_draft(), make_user("rita")

        response = ed.post(f"/desk/story/{story.pk}/assign/", {"to": rita.pk, "seen": 1}, follow=True)

        story.refresh_from_db()
        assert story.assignee == rita
        assert "Rita has it now." in response.content.decode()
        assert Notification.objects.filter(to=rita, kind="assigned").count() == 1

    @pytest.mark.parametrize("person", ["rita", "mo", "wendy", "pat", "nobody"])
    def test_others_do_not(self, sign_in, person):
        story = make_draft()

        assert sign_in(person).post(f"/desk/story/{story.pk}/assign/", {"to": "", "seen": 1}).status_code == 403


class TestTabs:
    def post(self, client, **values):
        return client.post("/desk/tabs/", {"place": "desk", "act": "add", **values}, follow=True).content.decode()

    def test_a_question_is_kept_shown_renamed_and_deleted(self, ed):
        page = self.post(ed, name="Sea", query="q=ferry&mine=1&view=print&p=3")

        tab = SavedFilter.objects.get()
        assert tab.query == "mine=1&q=ferry"
        assert 'href="/desk/?mine=1&amp;q=ferry" aria-current="page">Sea</a>' in page

        self.post(ed, act="rename", id=tab.pk, name="Harbour")
        tab.refresh_from_db()
        assert tab.name == "Harbour"
        self.post(ed, act="delete", id=tab.pk)

        assert not SavedFilter.objects.exists()

    def test_nobody_touches_anothers(self, sign_in):
        tab = SavedFilter.objects.create(user=make_user("ed"), place="desk", name="Sea", query="q=a")
        rita = sign_in("rita")

        for name in ("rename", "delete"):
            assert (
                rita.post("/desk/tabs/", {"place": "desk", "act": name, "id": tab.pk, "name": "x"}).status_code == 404
            )

        tab.refresh_from_db()
        assert tab.name == "Sea"

    def test_a_name_is_there_once_and_has_an_end(self, ed):
        self.post(ed, name="Sea", query="q=a")

        assert "You have a tab called “Sea” already." in self.post(ed, name="Sea", query="q=b")
        assert "Give the tab a name" in self.post(ed, name=" ")
        assert SavedFilter.objects.count() == 1

    def test_there_are_twelve_at_most(self, ed):
        for number in range(13):
            page = self.post(ed, name=f"n{number}")

        assert "There are 12 tabs." in page
        assert SavedFilter.objects.count() == 12


class TestPreferences:
    def test_the_view_is_remembered(self, ed):
        in_review()
        assert "desk-board" in ed.get(DESK).content.decode()

        page = ed.post("/desk/preferences/", {"view": "table", "back": "q="}, follow=True).content.decode()

        assert 'class="desk-table"' in page
        assert DeskPreference.objects.get().view == "table"
        assert ed.post("/desk/preferences/", {"view": "wall"}).status_code == 404

    def test_single_keys_can_be_switched_off(self, ed):
        assert 'data-keys-on="on"' in ed.get(DESK).content.decode()

        ed.post("/desk/preferences/", {"single_keys": "0"})

        assert 'data-keys-on="off"' in ed.get(DESK).content.decode()


def test_a_story_is_never_scheduled_twice_in_columns(ed):
    story = make_draft()
    publishing.schedule(story, by=make_user("ed"), publish_at=timezone.now() + timedelta(hours=1))

    page = ed.get(DESK, headers={"accept": "text/x-part"}).content.decode()

    assert page.count(f'data-story="{story.pk}"') == 1
