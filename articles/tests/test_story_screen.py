"""The story screen: what its bar offers, what a press does in the same request as the save, what follows the text."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from lxml import html as lxml_html

from articles import drafting
from articles.models import Article, CheckRule, HistoryEntry, Revision, Version
from audit.models import AuditEntry
from authors.models import Author
from newsroom.testing.factories import (
    BODY,
    make_author,
    make_draft,
    make_live,
    make_section,
    make_source,
    make_tag,
    make_user,
)
from tags.models import Tag

pytestmark = pytest.mark.django_db
SHORT = "<p>Too short.</p>"


def select(root, *selectors):
    """Return what simple CSS selectors find: tags, classes, ids and attributes, one inside the other."""
    found = []
    for selector in selectors:
        path = ""
        for step in selector.split():
            tag = re.match(r"[a-z0-9]*", step).group() or "*"
            classes = "".join(
                f"[contains(concat(' ', @class, ' '), ' {name} ')]" for name in re.findall(r"\.([\w-]+)", step)
            )
            ids = "".join(f"[@id='{name}']" for name in re.findall(r"#([\w-]+)", step))
            attributes = "".join(
                f"[@{name}='{value}']" if value else f"[@{name}]"
                for name, value in re.findall(r"\[([\w-]+)=?([\w-]*)\]", step)
            )
            path += f"//{tag}{classes}{ids}{attributes}"
        found += root.xpath(f".{path}")
    return found


class Screen:
    """One person before one story: what the page shows, and presses of its buttons with the form as it is shown."""

    def __init__(self, client, name, article=None):
        client.force_login(make_user(name), backend="django.contrib.auth.backends.ModelBackend")
        self.client, self.article = client, article
        self.address = f"/desk/articles/article/{article.pk}/change/" if article else "/desk/articles/article/add/"
        self.page = None
        self.open()

    def open(self):
        response = self.client.get(self.address)
        self.page = lxml_html.fromstring(response.content.decode())
        return self.page

    def values(self, **changes):
        form = self.page.get_element_by_id("article_form")
        found = {}
        for name, value in form.form_values():
            found.setdefault(name, []).append(value)
        return {**found, **changes}

    def press(self, verb="", **changes):
        """Press a button of the bar; return the page that comes then."""
        move = {"_move": verb} if verb else {"_continue": "1"}
        response = self.client.post(self.address, {**self.values(**changes), **move}, follow=True)
        assert response.status_code == 200
        self.address = response.redirect_chain[-1][0] if response.redirect_chain else self.address
        self.page = lxml_html.fromstring(response.content.decode())
        self.article = self.article or Article.objects.latest("pk")
        self.article.refresh_from_db()
        return self.page

    def buttons(self):
        return {
            button.get("value"): " ".join(button.text_content().split())
            for button in select(self.page, ".story-bar button[name=_move]")
        }

    def primary(self):
        found = select(self.page, ".story-primary")
        return found[0].text_content() if found else ""

    def words(self, selector):
        return [" ".join(each.text_content().split()) for each in select(self.page, selector)]


@pytest.fixture
def screen(client):
    return lambda name, article=None: Screen(client, name, article)


class TestThePrimaryButton:
    def test_a_reporter_submits_and_an_editor_publishes(self, screen):
        article = make_draft(make_user("rita"))

        assert screen("rita", article).primary() == "Submit to desk"
        assert screen("ed", article).primary() == "Publish now"

    def test_under_an_embargo_it_schedules_for_its_end_in_one_press(self, screen):
        end = (timezone.now() + timedelta(days=1)).replace(second=0, microsecond=0)
        ed = screen("ed", make_draft(embargo_until=end))
        assert ed.primary().startswith("Schedule ")

        ed.press("schedule:embargo")

        assert ed.article.publish_at == end

    def test_another_time_is_chosen_on_its_page(self, screen):
        ed = screen("ed", make_draft())

        ed.press("schedule")

        assert ed.address.endswith("/move/schedule/")

    def test_a_scheduled_story_has_none(self, screen):
        ed = screen("ed", make_draft(embargo_until=timezone.now() + timedelta(days=1)))

        ed.press("schedule:embargo")

        assert ed.primary() == ""
        assert "publish" in ed.buttons()

    def test_where_readers_have_the_text_the_result_stands_in_its_place(self, screen):
        live = make_live()
        ed = screen("ed", live.article)

        (result,) = ed.words(".story-result strong")

        assert result.startswith("Live at ")
        assert select(ed.page, ".story-result a")[0].get("href") == live.get_absolute_url()
        assert "hidden" in select(ed.page, ".story-primary")[0].attrib


class TestPublishing:
    def test_a_clean_story_goes_out_in_the_press_that_saves_it(self, screen):
        ed = screen("ed", make_draft())

        ed.press("publish", headline="The ferry leaves the harbour with salt")

        assert Version.objects.live().get().headline == "The ferry leaves the harbour with salt"
        assert ed.words(".story-result button") == ["Undo"]

    def test_what_is_missing_is_said_in_place_and_the_text_is_saved(self, screen):
        ed = screen("ed", make_draft())

        ed.press("publish", body=SHORT, standfirst="")

        assert not Version.objects.exists()
        assert ed.article.body == SHORT
        (refusal,) = select(ed.page, "#refusal")
        assert [link.get("href") for link in select(refusal, "li a")] == ["#id_standfirst", "#id_body"]
        assert "Your text is saved." in refusal.text_content()

    def test_it_is_said_once(self, screen):
        ed = screen("ed", make_draft())
        ed.press("publish", body=SHORT)

        ed.open()

        assert select(ed.page, "#refusal") == []

    def test_a_doubt_asks_for_a_reason_beside_the_button_and_goes_out_with_it(self, screen):
        ed = screen("ed", make_draft(needs_picture=True))
        assert "hidden" not in select(ed.page, "[data-reason]")[0].attrib
        ed.press("publish")
        assert "when you say why" in ed.words("#refusal")[0]

        ed.press("publish", go_note="No photographer in town.")

        assert HistoryEntry.objects.get(verb="publish").note == "No photographer in town."

    def test_without_a_doubt_no_reason_is_asked_for(self, screen):
        ed = screen("ed", make_draft())

        assert "hidden" in select(ed.page, "[data-reason]")[0].attrib

    def test_undo_is_one_press_away(self, screen):
        ed = screen("ed", make_draft())
        ed.press("publish")
        (undo,) = select(ed.page, ".story-result form")

        ed.client.post(undo.get("action"), dict(undo.form_values()))

        assert not Version.objects.live().exists()

    def test_a_new_story_is_saved_and_handed_in_at_once(self, screen):
        section = make_section()
        rita = screen("rita")

        rita.press("submit", headline="Fog closes the harbour", body=BODY, section=section.pk)

        assert (rita.article.stage, rita.article.headline) == ("in_review", "Fog closes the harbour")


class TestWhatOthersSaved:
    def test_is_merged_and_not_sent_out_unseen(self, screen):
        ed, article = screen("ed", make_draft()), Article.objects.get()
        drafting.save_draft(article, {"kicker": "At sea"}, by=make_user("chloe"), base_revision=1)

        ed.press("publish", standfirst="Nobody minded the fog over the harbour.")

        assert not Version.objects.exists()
        assert (ed.article.kicker, ed.article.standfirst) == ("At sea", "Nobody minded the fog over the harbour.")
        assert "What others saved meanwhile is merged in. Look at it, then press again." in ed.words("#refusal")[0]

    def test_goes_out_when_it_was_seen(self, screen):
        ed, article = screen("ed", make_draft()), Article.objects.get()
        drafting.save_draft(article, {"kicker": "At sea"}, by=make_user("chloe"), base_revision=1)
        ed.press("publish", standfirst="Nobody minded the fog over the harbour.")

        ed.press("publish")

        assert Version.objects.live().get().kicker == "At sea"


class TestALiveStory:
    @pytest.mark.parametrize(
        "weight, change", [("minor", "minor"), ("update", "update"), ("correct", "correction"), ("clarify", "clarification"),
                           ("annotate", "editors_note")],
    )  # fmt: skip
    def test_one_press_publishes_the_kind_of_change_that_is_chosen(self, screen, weight, change):
        ed = screen("ed", make_live().article)

        ed.press(
            "update", standfirst="It was twelve, not thirteen.", weight=weight, go_public="We wrote 13; it was 12."
        )

        version = Version.objects.live().get()
        assert (version.change, version.standfirst) == (change, "It was twelve, not thirteen.")
        assert version.public_note == ("" if change in {"minor", "update"} else "We wrote 13; it was 12.")

    def test_a_correction_without_words_is_refused_and_stays_chosen(self, screen):
        ed = screen("ed", make_live().article)

        ed.press("update", standfirst="Changed.", weight="correct", go_public=" ")

        assert ed.article.standfirst == "Changed."
        assert "needs a text that readers will see" in ed.words("#refusal")[0]
        assert [radio.get("value") for radio in select(ed.page, "input[name=weight][checked]")] == ["correct"]

    def test_a_correction_is_begun_by_the_server_from_the_changes_that_wait(self, screen):
        ed = screen("ed", make_live(body=f"<p>The storm killed 13 people.</p>{BODY}").article)
        assert ed.page.get_element_by_id("go_public").text_content() == ""

        ed.press(body=f"<p>The storm killed 12 people.</p>{BODY}")

        begun = ed.page.get_element_by_id("go_public").text_content()
        assert begun.endswith("said “The storm killed 13 people”. The right figure is 12.")
        ed.press("update", weight="correct", go_public=begun)
        assert Version.objects.live().get().public_note == begun

    def test_a_correction_that_is_chosen_with_the_change_itself_is_begun_too(self, screen):
        ed = screen("ed", make_live(body=f"<p>The storm killed 13 people.</p>{BODY}").article)

        ed.press("update", body=f"<p>The storm killed 12 people.</p>{BODY}", weight="correct", go_public=" ")

        assert "needs a text that readers will see" in ed.words("#refusal")[0]
        assert "The right figure is 12." in ed.page.get_element_by_id("go_public").text_content()

    @pytest.mark.parametrize("weight", ["correct", "clarify", "annotate"])
    def test_a_beginning_that_nobody_finished_does_not_go_out(self, screen, weight):
        ed = screen("ed", make_live().article)
        ed.press(body=f"{BODY}<p>It came back at noon.</p>")
        begun = ed.page.get_element_by_id("go_public").text_content()
        assert begun == "An earlier version of this story"

        ed.press("update", weight=weight, go_public=begun)

        assert "Say what was wrong, and what is right." in ed.words("#refusal")[0]
        assert Version.objects.count() == 1

    def test_what_was_typed_for_readers_is_kept_before_what_was_begun(self, screen):
        ed = screen("ed", make_live().article)

        ed.press("update", headline="", weight="clarify", go_public="It was unclear.")

        assert ed.page.get_element_by_id("go_public").text_content() == "It was unclear."

    def test_it_is_killed_with_a_note_and_a_text_that_is_there_already(self, screen):
        ed = screen("ed", make_live().article)
        offered = ed.page.get_element_by_id("more_public").text_content()

        ed.press("kill", more_note="It was false.", more_public=offered)

        assert ed.article.status == "killed"
        assert Version.objects.gone().get().public_note == "This story has been taken down."

    def test_without_a_note_nothing_happens_and_the_menu_stays_open(self, screen):
        ed = screen("ed", make_live().article)

        ed.press("kill", more_public="Gone.")

        assert ed.article.status == "published"
        assert "open" in select(ed.page, ".story-more")[0].attrib
        assert ed.page.get_element_by_id("more_public").text_content() == "Gone."


class TestWhoMay:
    def test_a_hand_made_press_of_a_button_that_is_not_offered_is_refused(self, screen):
        rita = screen("rita", make_draft(make_user("rita")))

        rita.press("publish")

        assert not Version.objects.exists()
        assert "is not possible for you now" in rita.words("#refusal")[0]

    @pytest.mark.parametrize("value", ["schedule:embargo", "kill:embargo", "publish:embargo"])
    def test_a_hand_made_variant_asks_for_nothing_more(self, screen, value):
        ed = screen("ed", make_live().article if value.startswith("kill") else make_draft())

        ed.press(value, standfirst="Nobody minded the fog over the harbour.")

        assert ed.article.standfirst == "Nobody minded the fog over the harbour."
        assert ed.article.publish_at is None

    def test_a_word_that_is_no_verb_only_saves(self, screen):
        rita = screen("rita", make_draft(make_user("rita")))

        rita.press("explode", headline="Fog")

        assert rita.article.headline == "Fog"

    def test_who_may_only_read_gets_no_form_to_fill(self, screen):
        article = make_draft(make_user("rita"))
        drafting.submit(article, by=make_user("rita"))

        rita = screen("rita", article)

        assert rita.buttons() == {}
        assert select(rita.page, "input[name=headline]") == []


class TestErrors:
    def test_a_refused_form_leads_to_its_first_error(self, screen):
        rita = screen("rita", make_draft(make_user("rita")))

        rita.press(tags="No such tag")

        (link,) = select(rita.page, ".errornote a")
        assert link.get("href") == "#id_tags"
        assert rita.page.get_element_by_id("id_tags").get("value") == "No such tag"


class TestTheDoor:
    """What follows the text while it is written."""

    def follow(self, screen, **changes):
        response = screen.client.post(
            f"/desk/articles/article/{screen.article.pk}/checklist/", screen.values(**changes)
        )
        assert response.status_code == 200
        return lxml_html.fromstring(f"<div>{response.content.decode()}</div>")

    def test_it_judges_what_nobody_has_saved_and_writes_nothing(self, screen):
        ed = screen("ed", make_draft())
        before = Article.objects.values().get()

        found = self.follow(ed, headline="", body=SHORT, tags="Fog, Salt, Rope")

        links = [link.get("href") for link in select(found, ".check-blocks a")]
        assert links == ["#id_headline", "#id_body"]
        assert "#id_tags" not in [link.get("href") for link in select(found, "a")]
        assert Article.objects.values().get() == before
        assert (Revision.objects.count(), Tag.objects.count()) == (1, 0)

    def test_numbers_and_previews_follow_too(self, screen):
        ed = screen("ed", make_draft())

        found = self.follow(ed, headline="Fog closes the harbour", body=SHORT, commissioned_words="400")

        assert select(found, ".shown-title")[0].text == "Fog closes the harbour"
        assert select(found, ".numbers dd")[0].text_content().split() == ["2", "of", "400"]

    def test_it_begins_the_correction_of_a_live_story(self, screen):
        ed = screen("ed", make_live(body=f"{BODY}<p>The storm killed 13 people.</p>").article)

        found = self.follow(ed, body=f"{BODY}<p>The storm killed 12 people.</p>")

        assert "13" in select(found, "[data-drafted]")[0].text

    def test_an_embargo_that_one_may_not_change_still_counts(self, screen):
        rita = screen("rita", make_draft(embargo_until=timezone.now() + timedelta(hours=1)))

        found = self.follow(rita, headline="Fog")

        assert "Under embargo" in found.text_content()

    def test_a_story_that_is_not_saved_yet_is_judged_as_well(self, screen):
        rita = screen("rita")

        answer = rita.client.post("/desk/articles/article/checklist/", rita.values(headline="Fog"))

        assert "Write the body." in answer.content.decode()

    def test_a_body_that_cannot_be_read_is_said_so(self, screen):
        ed = screen("ed", make_draft())

        assert "nested more than" in self.follow(ed, body="<blockquote>" * 300).text_content()

    def test_what_is_typed_is_escaped(self, screen):
        ed = screen("ed", make_draft())

        found = self.follow(
            ed, headline="<script>alert(1)</script>", body=f"{BODY}<p>We met Mx<img src=x onerror=alert(1)></p>"
        )

        assert select(found, "script", "img[onerror]") == []

    def test_levels_that_are_set_count_here(self, screen):
        CheckRule.objects.create(code="picture_missing", level="blocks")
        ed = screen("ed", make_draft())

        assert "#id_picture" in [link.get("href") for link in select(self.follow(ed), ".check-blocks a")]

    def test_whoever_may_not_edit_the_story_gets_nothing(self, client):
        article = make_draft(make_user("rita"))
        drafting.submit(article, by=make_user("rita"))
        client.force_login(make_user("rita"), backend="django.contrib.auth.backends.ModelBackend")

        assert client.post(f"/desk/articles/article/{article.pk}/checklist/", {"headline": "x"}).status_code == 403


class TestNames:
    """Authors, owner and source are written by name."""

    def test_the_story_shows_what_it_has_by_name(self, screen):
        mira, jonas = make_author("Mira Halloran"), make_author("Jonas Keel")
        ed = screen("ed", make_draft(authors=[mira, jonas], source=make_source(), assignee=make_user("rita")))

        lines = [line.get("value") for line in select(ed.page, "input[name=authors]")]

        assert lines == ["Mira Halloran", "Jonas Keel", "", ""]
        assert ed.page.get_element_by_id("id_source").get("value") == "Meridian"
        assert ed.page.get_element_by_id("id_assignee").get("value") == "Rita (rita)"

    def test_a_save_without_a_change_changes_nothing(self, screen):
        ed = screen("ed", make_draft(authors=[make_author()], source=make_source(), assignee=make_user("rita")))

        ed.press()

        assert ed.article.revision_number == 1

    def test_names_lead_to_rows_in_order_whatever_the_capitals(self, screen):
        mira, jonas, meridian = make_author("Mira Halloran"), make_author("Jonas Keel"), make_source()
        ed = screen("ed", make_draft())

        ed.press(authors=["jonas keel", "Mira Halloran"], source="MERIDIAN")

        assert [byline.author for byline in ed.article.bylines.all()] == [jonas, mira]
        assert ed.article.source == meridian

    def test_a_login_is_found_by_its_name_too(self, screen):
        rita = make_user("rita")
        ed = screen("ed", make_draft())

        ed.press(assignee="Rita (rita)")

        assert ed.article.assignee == rita

    def test_a_name_that_fits_nobody_is_refused_with_those_near_it(self, screen):
        make_author("Mira Halloran")
        ed = screen("ed", make_draft())

        ed.press(authors=["Halloran"])

        assert "No author is called “Halloran”. Do you mean Mira Halloran?" in ed.page.text_content()
        assert "Halloran" in [line.get("value") for line in select(ed.page, "input[name=authors]")]

    def test_two_of_one_name_are_told_apart(self, screen):
        make_author("Mira Halloran")
        second = Author.objects.create(name="Mira Halloran", slug="mira-halloran-2")
        ed = screen("ed", make_draft())
        ed.press(authors=["Mira Halloran"])
        assert "Write one of: Mira Halloran (mira-halloran), Mira Halloran (mira-halloran-2)." in ed.page.text_content()

        ed.press(authors=["Mira Halloran (mira-halloran-2)"])

        assert [byline.author for byline in ed.article.bylines.all()] == [second]

    def test_someone_who_left_stays_on_her_stories_and_is_not_offered_for_others(self, screen):
        gone = make_author("Mira Halloran")
        article = make_draft(authors=[gone])
        Author.objects.update(is_active=False)
        ed = screen("ed", article)
        ed.press(kicker="At sea")
        assert [byline.author for byline in ed.article.bylines.all()] == [gone]

        other = screen("ed", make_draft())
        other.press(authors=["Mira Halloran"])

        assert "No author is called" in other.page.text_content()

    def test_a_script_is_offered_names_that_fit(self, screen):
        make_author("Mira Halloran")
        make_author("Jonas Keel")
        ed = screen("ed", make_draft())

        answer = ed.client.get("/desk/articles/article/names/authors/?q=hall mi")

        assert answer.json() == {"names": ["Mira Halloran"]}


class TestTheChip:
    def test_says_that_readers_have_what_is_held_or_under_embargo(self, screen):
        held, embargoed = make_live().article, make_live().article
        drafting.hold(held, by=make_user("chloe"), note="Lawyers read it.")
        drafting.save_draft(embargoed, {"embargo_is_open": True}, by=make_user("ed"), base_revision=1)

        assert screen("ed", held).words(".story-bar .chip") == ["Live, on hold"]
        assert screen("ed", embargoed).words(".story-bar .chip") == ["Live, under embargo"]


class TestLinksOfTheBar:
    @pytest.mark.parametrize("name", ["rita", "ed", "wendy", "pat"])
    def test_lead_only_where_this_person_may_go(self, screen, name):
        reader = screen(name, make_live().article)

        links = {link.get("href") for link in select(reader.page, ".story-bar a") if link.get("href")[0] == "/"}

        assert {link: reader.client.get(link).status_code for link in links} == dict.fromkeys(links, 200)


class TestTagsMadeWhileWriting:
    def test_are_logged_with_who_made_them(self, screen):
        ed = screen("ed", make_draft(tags=[make_tag("Ferries")]))

        ed.press(tags="Ferries, Salt roads")

        entry = AuditEntry.objects.get(model="tags.tag")
        assert (entry.act, entry.by, entry.object_name) == ("added", make_user("ed"), "Salt roads")
        assert {change["field"]: change["after"] for change in entry.changes}["name"] == "Salt roads"

    def test_are_made_and_logged_once(self, screen):
        for _ in range(2):
            screen("ed", make_draft()).press(tags="Salt roads")

        assert Tag.objects.get(key="salt roads").standing == "new"
        assert AuditEntry.objects.filter(model="tags.tag").count() == 1

    def test_that_exist_already_are_not_logged(self, screen):
        make_tag("Ferries")

        screen("ed", make_draft()).press(tags="ferries")

        assert not AuditEntry.objects.exists()

    def test_by_those_who_may_not_are_neither_made_nor_logged(self, screen):
        rita = screen("rita", make_draft(make_user("rita")))

        rita.press(tags="Salt roads")

        assert "No such tag: Salt roads." in rita.page.text_content()
        assert not Tag.objects.exists()
        assert not AuditEntry.objects.exists()


class TestLazyParts:
    def test_a_part_that_is_closed_is_a_page_of_its_own(self, screen):
        ed = screen("ed", make_draft(headline="Fog closes the harbour"))
        (part,) = ed.page.xpath("//details[@id='side-share']")
        assert "Fog" not in part.text_content()

        page = ed.client.get(part.get("data-lazy")).content.decode()

        assert "shown-title" in page
        assert "Back to the story" in page

    def test_a_script_gets_the_part_alone(self, screen):
        ed = screen("ed", make_draft())

        answer = ed.client.get(f"/desk/articles/article/{ed.article.pk}/part/share/", headers={"accept": "text/x-part"})

        assert "shown-title" in answer.content.decode()
        assert "<html" not in answer.content.decode()

    def test_there_is_no_other_part(self, screen):
        ed = screen("ed", make_draft())

        assert ed.client.get(f"/desk/articles/article/{ed.article.pk}/part/secrets/").status_code == 404


class TestThePanel:
    def test_its_parts_stand_in_order(self, screen):
        ed = screen("ed", make_draft(tags=[make_tag()]))

        names = [part.get("data-part") for part in select(ed.page, ".side-part")]

        order = "checklist style numbers share where wire people notes revisions history".split()
        assert names == [name for name in order if name in names]
        assert {"checklist", "numbers", "share", "notes", "revisions", "history"} <= set(names)

    def test_the_panel_and_the_bar_stand_outside_the_form(self, screen):
        ed = screen("ed", make_draft())

        assert select(ed.page.get_element_by_id("article_form"), ".side-part", ".story-bar") == []


class TestItsHistory:
    def test_is_its_part_of_the_history_of_all(self, client):
        article, other = make_draft(make_user("rita")), make_draft(headline="Another story")
        client.force_login(make_user("rita"))

        page = client.get(f"/desk/articles/article/{article.pk}/history/", follow=True)

        assert page.status_code == 200
        assert "Created" in page.content.decode()
        assert other.headline not in page.content.decode()

    def test_of_a_story_that_does_not_exist_is_not_found(self, client):
        client.force_login(make_user("rita"))

        assert client.get("/desk/articles/article/no-number/history/").status_code == 404
