"""The screen where two saves clash: it shows three sides, keeps the writer's text, and saves what was chosen."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from lxml import html as lxml_html

from articles import drafting
from articles.models import Article, Recovery
from articles.tests.refusals import fresh
from newsroom.testing.factories import make_author, make_draft, make_section, make_tag, make_user

pytestmark = pytest.mark.django_db
ONE, TWO, THREE, FOUR = "<p>One ferry left.</p>", "<p>Two came back.</p>", "<p>Three stayed.</p>", "<p>Four sank.</p>"
BODY = ONE + TWO + THREE + FOUR


def save(article: Article, by: str = "ed", **changes: object) -> Article:
    article = fresh(article)
    return drafting.save_draft(article, changes, by=make_user(by), base_revision=article.revision_number)


def address(article: Article) -> str:
    return f"/desk/articles/article/{article.pk}/change/"


def fields(page: bytes, form: str) -> dict[str, list[str]]:
    """Return what a form would send as the page shows it."""
    values: dict[str, list[str]] = {}
    for name, value in lxml_html.fromstring(page.decode()).xpath(form)[0].form_values():
        values.setdefault(name, []).append(value)
    return values


class Writer:
    """Somebody with the story open in a browser without scripts."""

    def __init__(self, name: str, article: Article) -> None:
        self.client, self.article = Client(), article
        self.client.force_login(make_user(name), backend="django.contrib.auth.backends.ModelBackend")
        self.form = fields(self.client.get(address(article)).content, "//form[@id='article_form']")
        self.page: Any = None

    def send(self, **changes: Any) -> Any:
        self.page = self.client.post(address(self.article), self.form | changes)
        return self.page

    def choose(self, **choices: Any) -> Any:
        """Send the screen of choices: passages are named body_0 and so on."""
        sent = fields(self.page.content, "//form[.//input[@name='clash_seen']]")
        given = {
            f"choice-{key.replace('_', '-')}": value for key, value in choices.items() if not key.startswith("hand_")
        }
        hands = {
            f"hand-{key.removeprefix('hand_').replace('_', '-')}": value
            for key, value in choices.items() if key.startswith("hand_")
        }  # fmt: skip
        self.page = self.client.post(address(self.article), sent | given | hands)
        return self.page

    @property
    def text(self) -> str:
        return self.page.content.decode()


@pytest.fixture
def article() -> Article:
    return make_draft(make_user("rita"), headline="Ferry", standfirst="", body=BODY, ednote="Call the quay.")


@pytest.fixture
def rita(article) -> Writer:
    return Writer("rita", article)


class TestNothingClashes:
    def test_the_form_merges_without_a_word(self, article, rita):
        save(article, kicker="At sea", body=BODY.replace("One", "1"))

        answer = rita.send(headline="Rita's", body=BODY.replace("Four", "4"))

        stored = fresh(article)
        story = rita.client.get(address(article)).content.decode()
        assert "Saved, revision 3. What others saved meanwhile is merged in." in story
        assert answer.status_code == 302
        assert (stored.headline, stored.kicker) == ("Rita's", "At sea")
        assert stored.body == BODY.replace("One", "1").replace("Four", "4")
        assert not Recovery.objects.exists()


class TestTheScreen:
    def test_answers_409_with_three_sides_and_saves_nothing(self, article, rita):
        save(article, headline="Ed's ferry")

        page = rita.send(headline="Rita's ferry", standfirst="Hers.")

        assert page.status_code == 409
        assert "Ed saved this story after you opened it." in rita.text
        assert "<ins>Ed&#x27;s ferry</ins>" in rita.text
        assert "<ins>Rita&#x27;s ferry</ins>" in rita.text
        assert "of yours: Standfirst." in rita.text
        assert (fresh(article).headline, fresh(article).standfirst) == ("Ed's ferry", "")

    def test_shows_the_body_in_order_with_whose_change_is_whose(self, article, rita):
        save(article, body=BODY.replace("One", "1").replace("Two", "Six"))

        rita.send(body=BODY.replace("Two", "Seven").replace("Four", "4"))

        order = [
            *("<p>1 ferry left.</p>", "<del>Two</del><ins>Six</ins>", TWO, "<del>Two</del><ins>Seven</ins>"),
            *(THREE, "<p>4 sank.</p>"),
        ]
        places = [rita.text.index(part) for part in order]
        assert places == sorted(places)
        assert rita.text.count("clash-by-theirs") == rita.text.count("clash-by-mine") == 1

    def test_carries_all_the_form_held_but_not_the_button_that_was_pressed(self, article, rita):
        author, tag = make_author(), make_tag("Ferry")
        save(article, headline="Ed's")

        rita.send(headline="Rita's", authors=[str(author.pk)], tags="Ferry", kicker="At sea", _move="submit")

        sent = fields(rita.page.content, "//form[.//input[@name='clash_seen']]")
        assert (sent["headline"], sent["kicker"], sent["authors"], sent["tags"]) == (
            ["Rita's"], ["At sea"], [str(author.pk)], [tag.name],
        )  # fmt: skip
        assert (sent["base_revision"], sent["clash_seen"]) == (["1"], ["2"])
        assert "_move" not in sent
        assert not [name for name in sent if name.startswith("choice-")]

    def test_escapes_what_people_wrote(self, article, rita):
        save(article, headline="<script>alert(1)</script>", ednote="</textarea><script>alert(2)</script>")

        rita.send(headline="<img src=x onerror=alert(3)>", ednote="</textarea><script>alert(4)</script>")

        assert "<script>alert" not in rita.text
        assert "<img src=x" not in rita.text

    def test_offers_both_and_own_words_only_for_text(self, article, rita):
        save(article, section=make_section("science"), urgency=2, kind="opinion")

        rita.send(section=str(make_section("sport").pk), urgency="1", kind="analysis")

        assert "Science" in rita.text
        assert "Opinion" in rita.text
        assert 'value="both"' not in rita.text
        assert "<textarea" not in rita.text


class TestTheTextIsKept:
    def test_as_a_recovery_row_until_the_choices_are_saved(self, article, rita):
        author = make_author()
        save(article, headline="Ed's")

        rita.send(headline="Rita's", authors=[str(author.pk)], body=BODY + "<p>Five.</p>")

        row = Recovery.objects.get()
        assert (row.user, row.article, row.kind, row.base_revision) == (make_user("rita"), article, "clash", 1)
        assert (row.values["headline"], row.values["body"]) == ("Rita's", BODY + "<p>Five.</p>")
        assert row.values["authors"] == [str(author.pk)]
        assert "csrfmiddlewaretoken" not in row.values

        rita.choose(headline="mine")

        assert not Recovery.objects.exists()
        assert fresh(article).headline == "Rita's"

    def test_two_screens_of_one_person_keep_two_texts(self, article, rita):
        other = Writer("rita", article)
        save(article, headline="Ed's")

        rita.send(headline="First tab")
        other.send(headline="Second tab")

        assert {row.values["headline"] for row in Recovery.objects.all()} == {"First tab", "Second tab"}

    def test_a_screen_sent_again_keeps_one(self, article, rita):
        save(article, headline="Ed's")
        rita.send(headline="Rita's")

        rita.choose()
        rita.choose()

        assert Recovery.objects.count() == 1


class TestChoosing:
    @pytest.mark.parametrize("choice, headline", [("theirs", "Ed's"), ("mine", "Rita's"), ("hand", "Both of them")])
    def test_a_field(self, article, rita, choice, headline):
        save(article, headline="Ed's", kicker="At sea")
        rita.send(headline="Rita's", standfirst="Hers.")

        answer = rita.choose(headline=choice, hand_headline=" Both of\nthem ")

        stored = fresh(article)
        assert answer.status_code == 302
        assert (stored.headline, stored.standfirst, stored.kicker) == (headline, "Hers.", "At sea")
        revision = stored.revisions.first()
        assert revision.changed_fields == (["standfirst"] if choice == "theirs" else ["headline", "standfirst"])
        assert revision.saved_by == make_user("rita")

    @pytest.mark.parametrize(
        "choice, text",
        [
            ("theirs", "<p>Six came back.</p>"),
            ("mine", "<p>Seven came back.</p>"),
            ("both", "<p>Six came back.</p><p>Seven came back.</p>"),
            ("hand", "<p>Thirteen <strong>came</strong> back.</p>"),
        ],
    )
    def test_a_passage_of_the_body(self, article, rita, choice, text):
        save(article, body=BODY.replace("One", "1").replace("Two", "Six"))
        rita.send(body=BODY.replace("Two", "Seven").replace("Four", "4"))

        rita.choose(
            body_0=choice, hand_body_0="<p onclick='x()'>Thirteen <b>came</b> back.<script>alert(1)</script></p>"
        )

        assert fresh(article).body == ONE.replace("One", "1") + text + THREE + FOUR.replace("Four", "4")

    def test_each_passage_by_itself(self, article, rita):
        save(article, body=BODY.replace("One", "Ed 1").replace("Three", "Ed 3"))
        rita.send(body=BODY.replace("One", "Rita 1").replace("Three", "Rita 3"))

        rita.choose(body_0="mine", body_1="theirs")

        assert fresh(article).body == ONE.replace("One", "Rita 1") + TWO + THREE.replace("Three", "Ed 3") + FOUR

    def test_a_paragraph_that_one_removed_can_stay_or_go(self, article, rita):
        save(article, body=ONE + THREE + FOUR)
        rita.send(body=BODY.replace("Two", "Seven"))

        rita.choose(body_0="theirs")

        assert fresh(article).body == ONE + THREE + FOUR

    def test_both_notes_one_under_the_other(self, article, rita):
        save(article, ednote="Call the harbour.")
        rita.send(ednote="Call the pilot.")

        rita.choose(ednote="both")

        assert fresh(article).ednote == "Call the harbour.\nCall the pilot."

    def test_links_and_choices(self, article, rita):
        science, sport = make_section("science"), make_section("sport")
        save(article, section=science, kind="opinion")
        rita.send(section=str(sport.pk), kind="analysis")

        rita.choose(section="mine", kind="theirs")

        assert (fresh(article).section, fresh(article).kind) == (sport, "opinion")

    def test_lists_of_both_stay_merged(self, article, rita):
        ferry, salt, mira, jonas = make_tag("Ferry"), make_tag("Salt"), make_author("Mira H"), make_author("Jonas K")
        save(article, headline="Ed's", tags=[ferry], authors=[mira])
        rita.send(headline="Rita's", tags="Salt", authors=[str(jonas.pk)])

        rita.choose(headline="mine")

        assert set(fresh(article).tags.all()) == {ferry, salt}
        assert {byline.author for byline in fresh(article).bylines.all()} == {mira, jonas}

    def test_a_field_that_only_they_changed_is_not_set_back(self, article, rita):
        save(article, headline="Ed's", standfirst="Ed's too.", body=ONE)

        rita.send(headline="Rita's")
        rita.choose(headline="mine")

        assert (fresh(article).standfirst, fresh(article).body) == ("Ed's too.", ONE)

    def test_all_theirs_makes_no_revision(self, article, rita):
        save(article, headline="Ed's")
        rita.send(headline="Rita's")

        answer = rita.choose(headline="theirs")

        assert answer.status_code == 302
        assert fresh(article).revision_number == 2


class TestChoicesThatDoNotFit:
    def test_a_missing_one_is_asked_again_and_the_others_stay_chosen(self, article, rita):
        save(article, headline="Ed's", ednote="Ed's note.")
        rita.send(headline="Rita's", ednote="Rita's note.")

        page = rita.choose(headline="mine")

        assert page.status_code == 409
        assert "Choose what to keep here." in rita.text
        assert lxml_html.fromstring(rita.text).xpath("//input[@name='choice-headline'][@checked]/@value") == ["mine"]
        assert fresh(article).headline == "Ed's"
        rita.choose(headline="mine", ednote="theirs")
        assert (fresh(article).headline, fresh(article).ednote) == ("Rita's", "Ed's note.")

    def test_nor_does_one_that_is_not_offered(self, article, rita):
        save(article, kind="opinion", body=BODY.replace("One", "1"))
        rita.send(kind="analysis", body=BODY.replace("One", "Uno"))

        for choice in ("hand", "both", "x"):
            assert rita.choose(kind=choice, body_0=choice).status_code == 409

    def test_words_that_are_too_long_are_said_and_kept(self, article, rita):
        save(article, kicker="Ed's")
        rita.send(kicker="Rita's")

        rita.choose(kicker="hand", hand_kicker="x" * 41)

        assert "41 characters; 40 fit." in rita.text
        assert "x" * 41 in rita.text
        assert fresh(article).kicker == "Ed's"

    @pytest.mark.parametrize("seen", ["x", "0", "99", "1", "²"])
    def test_a_screen_that_was_tampered_with_is_asked_again(self, article, rita, seen):
        save(article, headline="Ed's")
        rita.send(headline="Rita's")

        sent = fields(rita.page.content, "//form[.//input[@name='clash_seen']]")
        answer = rita.client.post(address(article), sent | {"choice-headline": "mine", "clash_seen": seen})

        assert answer.status_code == 409
        assert fresh(article).headline == "Ed's"


class TestSomebodySavesOnceMore:
    def test_separate_changes_merge(self, article, rita):
        save(article, headline="Ed's")
        rita.send(headline="Rita's")
        save(article, kicker="At sea")

        rita.choose(headline="mine")

        assert (fresh(article).headline, fresh(article).kicker) == ("Rita's", "At sea")

    def test_a_new_clash_is_asked_with_the_chosen_words_as_mine(self, article, rita):
        save(article, headline="Ed's", tags=[make_tag("Ferry")], standfirst="Ed's standfirst.")
        rita.send(headline="Rita's", kicker="At sea")
        save(article, headline="Ed's second")

        rita.choose(headline="hand", hand_headline="Rita's second")

        assert rita.page.status_code == 409
        sent = fields(rita.page.content, "//form[.//input[@name='clash_seen']]")
        assert (sent["headline"], sent["standfirst"], sent["tags"]) == (
            ["Rita's second"],
            ["Ed's standfirst."],
            ["Ferry"],
        )
        assert (sent["base_revision"], sent["clash_seen"]) == (["2"], ["3"])
        assert Recovery.objects.get().values["headline"] == "Rita's second"

        rita.choose(headline="mine")

        stored = fresh(article)
        assert (stored.headline, stored.kicker, stored.standfirst) == ("Rita's second", "At sea", "Ed's standfirst.")
        assert [tag.name for tag in stored.tags.all()] == ["Ferry"]


class TestWhoMay:
    def test_a_writer_whose_story_went_to_the_desk_is_told_and_keeps_the_text(self, article, rita):
        save(article, headline="Ed's")
        rita.send(headline="Rita's")
        drafting.submit(fresh(article), by=make_user("ed"))

        answer = rita.choose(headline="mine")

        assert answer.status_code == 403
        assert fresh(article).headline == "Ed's"
        assert {row.values["headline"] for row in Recovery.objects.all()} == {"Rita's"}  # kept at the clash, and now

    def test_a_screen_without_the_token_is_refused(self, article):
        client = Client(enforce_csrf_checks=True)
        client.force_login(make_user("ed"), backend="django.contrib.auth.backends.ModelBackend")

        assert client.post(address(article), {"headline": "x", "clash_seen": "1"}).status_code == 403
