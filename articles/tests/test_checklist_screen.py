"""The screen on which a chief editor sets how strict checks are."""

from __future__ import annotations

import pytest
from lxml import html as lxml_html

from articles import readiness
from articles.models import CheckRule
from articles.readiness import setting
from articles.readiness.setting import Wish
from articles.tests.refusals import NOW, refused
from audit.models import AuditEntry
from newsroom.testing.factories import make_draft, make_user

pytestmark = pytest.mark.django_db
ADDRESS = "/desk/articles/checkrule/"


@pytest.fixture
def open_as(client):
    def open_screen(name):
        client.force_login(make_user(name), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return open_screen


def page(client, address=ADDRESS):
    return lxml_html.fromstring(client.get(address).content.decode())


def sent(client, address=ADDRESS, **levels):
    """Send the screen's form as it is shown, with levels changed."""
    form = page(client, address).xpath("//main//form")[0]
    changes = {f"level-{code}": level for code, level in levels.items()}
    return client.post(address, {**dict(form.form_values()), **changes}, follow=True)


def levels_of(kind="news"):
    return {problem.code: problem.level for problem in readiness.problems(make_draft(now=NOW, kind=kind), now=NOW)}


class TestTheScreen:
    def test_lists_every_check_with_its_default_and_what_is_fixed_with_its_reason(self, open_as):
        found = page(open_as("chloe"))

        assert len(found.xpath("//tbody/tr")) == len(readiness.every())
        assert len(found.xpath("//select")) == sum(not check.fixed for check in readiness.every())
        assert "Always. An embargo is a promise to its source." in found.text_content()

    def test_sets_a_level_for_every_kind(self, open_as):
        sent(open_as("chloe"), picture_missing="blocks")

        assert levels_of()["picture_missing"] == "blocks"
        assert CheckRule.objects.get().kind == ""

    def test_sets_one_kind_apart(self, open_as):
        chloe = open_as("chloe")
        sent(chloe, picture_missing="blocks")

        answer = sent(chloe, f"{ADDRESS}?kind=opinion", picture_missing="off")

        assert "1 level set." in answer.content.decode()
        assert levels_of()["picture_missing"] == "blocks"
        assert "picture_missing" not in levels_of("opinion")
        assert "As for every kind: blocks publishing" in page(chloe, f"{ADDRESS}?kind=opinion").text_content()

    def test_takes_a_setting_back(self, open_as):
        chloe = open_as("chloe")
        sent(chloe, picture_missing="blocks")

        sent(chloe, picture_missing="")

        assert levels_of()["picture_missing"] == "advice"
        assert not CheckRule.objects.exists()

    def test_logs_who_set_what_and_why(self, open_as):
        chloe = open_as("chloe")
        form = dict(page(chloe).xpath("//main//form")[0].form_values())

        chloe.post(ADDRESS, {**form, "level-picture_missing": "blocks", "reason": "Readers asked for pictures."})

        entry = AuditEntry.objects.get(model="articles.checkrule")
        assert (entry.who, entry.reason) == ("Chloe", "Readers asked for pictures.")

    def test_nothing_is_set_when_somebody_was_faster(self, open_as):
        chloe = open_as("chloe")
        form = dict(page(chloe).xpath("//main//form")[0].form_values())
        CheckRule.objects.create(code="picture_missing", level="reason")

        answer = chloe.post(
            ADDRESS, {**form, "level-picture_missing": "blocks", "level-standfirst_missing": "off"}, follow=True
        )

        assert "Somebody set the checklist for every kind meanwhile." in answer.content.decode()
        assert list(CheckRule.objects.values_list("code", "level")) == [("picture_missing", "reason")]

    def test_what_is_fixed_is_not_set_by_a_hand_made_form(self, open_as):
        chloe = open_as("chloe")

        answer = chloe.post(ADDRESS, {"level-embargoed": "off", "seen-embargoed": ""}, follow=True)

        assert "cannot be set. An embargo is a promise to its source." in answer.content.decode()
        assert not CheckRule.objects.exists()

    @pytest.mark.parametrize("name", ["rita", "ed", "mo", "wendy", "pat"])
    def test_others_read_and_may_not_set(self, open_as, name):
        client = open_as(name)

        assert page(client).xpath("//select") == []
        assert client.post(ADDRESS, {"level-picture_missing": "off", "seen-picture_missing": ""}).status_code == 403
        assert not CheckRule.objects.exists()

    def test_costs_few_queries(self, open_as, django_assert_max_num_queries):
        chloe = open_as("chloe")

        with django_assert_max_num_queries(8):
            page(chloe)


class TestTheVerb:
    def test_asks_for_the_right_itself(self):
        with refused("not_allowed"):
            setting.set_levels({"picture_missing": Wish("", "off")}, kind="", by=make_user("ed"))

    @pytest.mark.parametrize(
        "code, level, kind",
        [("no_such", "off", ""), ("picture_missing", "loud", ""), ("picture_missing", "off", "poem")],
    )
    def test_refuses_what_does_not_exist(self, code, level, kind):
        with refused("bad_words"):
            setting.set_levels({code: Wish("", level)}, kind=kind, by=make_user("chloe"))

    def test_counts_what_changed_alone(self):
        wishes = {"picture_missing": Wish("", "off"), "standfirst_missing": Wish("", "")}

        assert setting.set_levels(wishes, kind="", by=make_user("chloe")) == 1
