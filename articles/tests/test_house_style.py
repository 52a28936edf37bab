"""House style as rows: what a rule finds, what it may cost, and who may write and ignore it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from articles import house_style
from articles.house_style import PatternError, check_pattern, findings, findings_in
from articles.models import Article, StyleIgnore, StyleRule
from newsroom.testing.factories import make_draft, make_user

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"
ROLES = ["rita", "ed", "chloe", "mo", "wendy", "pat"]


def make_rule(pattern="web site", **fields):
    values = {"name": f"Rule on {pattern}", "reason": "One word.", "suggestion": "website", **fields}
    return StyleRule.objects.create(pattern=pattern, **values)


def phrases(text, *rules):
    return [(finding.phrase, finding.count, finding.suggestion) for finding in findings({"headline": text}, rules)]


class TestAPlainPhrase:
    def test_is_found_as_whole_words_in_any_case_and_counted(self):
        text = "A Web site, a web site and a web\n site; no cobweb sites here. A web site."

        assert phrases(text, make_rule()) == [
            ("Web site", 1, "website"), ("web site", 2, "website"), ("web\n site", 1, "website"),
        ]  # fmt: skip

    def test_that_says_what_is_suggested_is_right(self):
        rule = make_rule("internet", suggestion="internet")

        assert phrases("The Internet and the internet", rule) == [("Internet", 1, "internet")]

    def test_minds_capitals_when_told_to(self):
        assert phrases("March and march", make_rule("march", matches_case=True)) == [("march", 1, "website")]

    def test_is_no_pattern(self):
        assert phrases("axb a.b", make_rule("a.b")) == [("a.b", 1, "website")]


class TestAPattern:
    def test_may_use_what_it_found_in_its_suggestion(self):
        rule = make_rule(r"(\d+) per cent", is_regex=True, suggestion=r"\1%")

        assert phrases("12 per cent", rule) == [("12 per cent", 1, "12%")]

    @pytest.mark.parametrize("pattern", ["(", "a*", "[", "(?P<x>a)(?P<x>b", "x{2,1}"])
    def test_that_is_none_or_marks_everything_is_refused(self, pattern):
        with pytest.raises(PatternError):
            check_pattern(pattern, is_regex=True, matches_case=False)

    def test_that_never_ends_is_refused(self):
        with pytest.raises(PatternError, match="too long"):
            check_pattern(r"(?:a|aa)+$(?<!x)", is_regex=True, matches_case=False)

    def test_whose_suggestion_names_a_missing_group_is_refused(self):
        with pytest.raises(PatternError, match="does not fit"):
            check_pattern("a(b)", is_regex=True, matches_case=False, suggestion=r"\2")

    def test_that_takes_too_long_on_a_text_holds_nothing_up(self):
        rule = make_rule(r"(?:a|aa)+$(?<!x)", is_regex=True)

        assert phrases("a" * 5000 + "!", rule) == []


class TestAStory:
    def test_is_read_in_all_its_fields_without_markup(self):
        make_rule()
        story = make_draft(body="<p>The <strong>web</strong> site. <em>Web site</em></p>", standfirst="Its web site.")

        assert {(finding.field, finding.phrase) for finding in findings_in(story)} == {
            ("standfirst", "web site"), ("body", "web site"), ("body", "Web site"),
        }  # fmt: skip

    def test_is_read_by_the_rules_of_its_language(self):
        make_rule("colour", language="en")
        make_rule("Farbe", language="de")
        story = make_draft(headline="Farbe, colour and more words", language="de-AT")

        assert [finding.phrase for finding in findings_in(story)] == ["Farbe"]

    def test_does_not_hear_of_rules_that_are_off(self):
        make_rule(is_active=False)

        assert findings_in(make_draft(headline="The web site")) == []

    def test_keeps_a_phrase_that_was_left_standing_in_it_alone(self):
        rule, one, other = make_rule(), make_draft(headline="One web site"), make_draft(headline="Other web site")

        house_style.leave(one, rule, "web site", by=make_user("rita"))
        house_style.leave(one, rule, "web site", by=make_user("ed"))

        assert findings_in(one) == []
        assert len(findings_in(other)) == 1
        assert StyleIgnore.objects.get().by == make_user("rita")

    def test_costs_two_queries(self, django_assert_num_queries):
        for number in range(5):
            make_rule(f"web {number}")
        story = make_draft()

        with django_assert_num_queries(2):
            findings_in(story)


class TestWhileWriting:
    @pytest.fixture
    def ask(self, client):
        def ask(who="rita", **values):
            client.force_login(make_user(who), backend=BACKEND)
            return client.post(reverse("admin:articles_stylerule_check"), values)

        return ask

    def test_answers_findings_in_what_is_not_saved(self, ask):
        rule = make_rule()

        answer = ask(headline="The web site", body="<p>web site</p>", language="en").json()

        assert answer["count"] == 2
        assert answer["findings"][0] == {
            "rule": rule.pk, "name": rule.name, "field": "headline", "phrase": "web site", "count": 1,
            "before": "The ", "after": "", "reason": "One word.", "suggestion": "website",
        }  # fmt: skip

    def test_passes_over_what_was_left_standing_in_the_story(self, ask):
        rule, story = make_rule(), make_draft()
        house_style.leave(story, rule, "web site", by=make_user("rita"))

        assert ask(headline="The web site", story=story.pk).json()["count"] == 0

    @pytest.mark.parametrize("story", ["x", "-1", "9" * 30, "\x00"])
    def test_nonsense_breaks_nothing(self, ask, story):
        assert ask(headline="x" * 300_000, body="<p" * 9, story=story, language="\x00").status_code == 200

    @pytest.mark.parametrize("who, status", [*zip(ROLES, [200, 200, 200, 403, 200, 403], strict=True), ("sam", 302)])
    def test_answers_those_who_write(self, ask, who, status):
        assert ask(who).status_code == status

    def test_shows_nothing_on_get(self, client):
        client.force_login(make_user("rita"), backend=BACKEND)

        assert client.get(reverse("admin:articles_stylerule_check")).status_code == 405


class TestThePages:
    def test_a_phrase_is_left_standing_without_a_script(self, client):
        rule, story = make_rule(), make_draft(make_user("rita"), headline="The web site is new")
        client.force_login(make_user("rita"), backend=BACKEND)
        address = reverse("admin:articles_stylerule_story", args=[story.pk])
        assert b"Leave it as it is" in client.get(address).content

        client.post(address, {"rule": rule.pk, "phrase": "web site"})

        assert b"Nothing stands against" in client.get(address).content

    @pytest.mark.parametrize("who, status", [*zip(ROLES, [302, 302, 302, 403, 302, 403], strict=True)])
    def test_only_those_who_may_edit_leave_a_phrase(self, client, who, status):
        rule, story = make_rule(), make_draft(make_user("rita"))
        client.force_login(make_user(who), backend=BACKEND)
        address = reverse("admin:articles_stylerule_story", args=[story.pk])

        assert client.post(address, {"rule": rule.pk, "phrase": "web site"}).status_code == status

    def test_a_rule_is_tried_before_it_is_on(self, client):
        rule = make_rule(is_active=False)
        make_draft(headline="The web site is new")
        client.force_login(make_user("ed"), backend=BACKEND)

        page = client.get(reverse("admin:articles_stylerule_try", args=[rule.pk])).content.decode()

        assert "It would mark 1 of the last 1 stories." in page

    def test_a_pattern_that_is_none_is_refused_with_a_sentence(self, client):
        client.force_login(make_user("ed"), backend=BACKEND)
        values = {"name": "x", "pattern": "(", "is_regex": "on", "reason": "x", "is_active": "on"}

        page = client.post(reverse("admin:articles_stylerule_add"), values).content.decode()

        assert "This is no regular expression" in page
        assert not StyleRule.objects.exists()

    def test_hostile_rules_and_texts_stay_text(self, client):
        make_rule("<b>x</b>", reason="<script>alert(1)</script>", suggestion="<img src=x>")
        story = Article.objects.get(pk=make_draft(headline="A <b>x</b> in the headline").pk)
        client.force_login(make_user("ed"), backend=BACKEND)

        page = client.get(reverse("admin:articles_stylerule_story", args=[story.pk])).content

        assert b"<script>alert" not in page
        assert b"<img src=x" not in page
        assert b"&lt;b&gt;x&lt;/b&gt;" in page
