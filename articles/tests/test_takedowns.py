"""Requests to take something down: who may, what each decision does, what a replaced name leaves behind."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone
from lxml import html as lxml_html

from articles import addresses, anonymising, drafting, publishing, takedowns
from articles.models import Takedown, Version
from articles.takedowns import Decision, base_of
from articles.tests.refusals import NOW, fresh, refused, row, verbs_of
from newsroom.testing.factories import BODY, make_draft, make_image, make_live, make_tag, make_user

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(days=30)
NAME, INSTEAD = "John Smith", "a 34-year-old man"


def make_story(**changes):
    values = {"headline": "Man arrested after the fire at the harbour", "slug": "fire-at-the-harbour", **changes}
    return make_live(now=NOW, **values).article


def make_request(article=None, **values):
    words = {"asked_by": "J. Smith, by letter", "request": "I was acquitted.", "now": NOW, **values}
    return takedowns.file(article or make_story(), by=make_user("ed"), **words)


def decide(takedown, decision, *, by="chloe", **values):
    words = {"reason": "Acquitted in 2026.", "base": base_of(takedown, fresh(takedown.article)), "now": LATER, **values}
    return takedowns.decide(takedown, decision, by=make_user(by), **words)


def anonymise(takedown, **values):
    return decide(takedown, Decision.ANONYMISE, name_before=NAME, name_after=INSTEAD, **values)


class TestFiling:
    def test_keeps_who_asks_what_and_why_and_changes_nothing(self):
        article = make_story()
        before = row(article)

        takedown = make_request(article, ground="GDPR, Art. 17", review_on=date(2027, 1, 1))

        stored = Takedown.objects.get()
        assert (stored.decision, stored.asked_by, stored.request) == ("open", "J. Smith, by letter", "I was acquitted.")
        assert (stored.ground, stored.review_on, stored.made_by) == (
            "GDPR, Art. 17", date(2027, 1, 1), make_user("ed"),
        )  # fmt: skip
        assert row(article) == before
        assert takedown == stored

    def test_leaves_a_line_in_the_history_that_does_not_say_who_asks(self):
        article = make_request().article

        assert verbs_of(article) == ["created", "publish", "takedown_filed"]
        assert article.history.first().note == ""

    @pytest.mark.parametrize("name", ["rita", "mo", "wendy", "pat", "sam"])
    def test_is_for_editors(self, name):
        with refused("not_allowed"):
            takedowns.file(make_story(), by=make_user(name), asked_by="x", request="x")

    @pytest.mark.parametrize("words", [{"asked_by": " "}, {"request": "\u200b"}])
    def test_needs_words(self, words):
        with refused("words_missing"):
            make_request(**words)

    def test_of_a_draft_makes_no_sense(self):
        with refused("wrong_state"):
            make_request(make_draft(now=NOW))


class TestDeciding:
    @pytest.mark.parametrize("name", ["ed", "rita", "mo", "wendy", "pat", "sam"])
    @pytest.mark.parametrize("decision", sorted({*Decision} - {Decision.OPEN}))
    def test_is_for_chiefs_alone(self, name, decision):
        takedown = make_request()
        before = row(takedown.article)

        with refused("not_allowed"):
            decide(takedown, decision, by=name, public_text="x")

        assert row(takedown.article) == before
        assert Takedown.objects.get().decision == "open"

    @pytest.mark.parametrize("decision", sorted({*Decision} - {Decision.OPEN}))
    def test_needs_a_reason(self, decision):
        with refused("words_missing"):
            decide(make_request(), decision, reason=" \u200b", public_text="x")

    def test_keeps_reason_ground_and_day_of_review(self):
        decide(make_request(), Decision.REFUSED, ground="Public interest", review_on=date(2028, 5, 1))

        stored = Takedown.objects.get()
        assert (stored.reason, stored.ground, stored.review_on) == (
            "Acquitted in 2026.", "Public interest", date(2028, 5, 1),
        )  # fmt: skip
        assert (stored.decided_by, stored.decided_at) == (make_user("chloe"), LATER)

    def test_is_in_the_history_with_its_reason(self):
        takedown = decide(make_request(), Decision.REFUSED)

        entry = takedown.article.history.first()
        assert (entry.verb, entry.by) == ("takedown_decided", make_user("chloe"))
        assert entry.note == "Leave as it is: Acquitted in 2026."

    def test_what_is_no_decision_is_refused(self):
        for nonsense in ("open", "burn", ""):
            with refused("words_missing"):
                decide(make_request(), nonsense)

    def test_happens_once(self):
        takedown = decide(make_request(), Decision.REFUSED)

        with refused("wrong_state"):
            decide(takedown, Decision.REMOVE, public_text="x")

    def test_of_two_chiefs_the_second_is_told(self):
        takedown = make_request()
        stale = Takedown.objects.get()
        decide(takedown, Decision.REFUSED)

        with refused("changed"):
            decide(stale, Decision.REMOVE, public_text="x")

        assert Version.objects.live().exists()

    @pytest.mark.parametrize("decision", sorted({*Decision} - {Decision.OPEN}))
    def test_rests_on_the_story_as_it_was_seen(self, decision):
        takedown = make_request()
        base = base_of(takedown, takedown.article)
        drafting.save_draft(takedown.article, {"slugline": "x"}, by=make_user("ed"), base_revision=1, now=LATER)

        with refused("changed"):
            decide(takedown, decision, base=base, public_text="x", name_before="fire", name_after="x")

    def test_the_database_wants_a_reason_too(self):
        make_request()

        with pytest.raises(IntegrityError):
            Takedown.objects.update(decision="noindex")


class TestTheGrades:
    def test_leaving_it_changes_nothing_for_readers(self):
        takedown = make_request()
        before = row(takedown.article)

        decide(takedown, Decision.REFUSED)

        assert row(takedown.article) == before
        assert Version.objects.count() == 1

    def test_hiding_makes_a_version_that_search_engines_leave_out(self):
        takedown = decide(make_request(), Decision.NOINDEX)

        live = Version.objects.live().get()
        assert (live.noindex, live.change, live.updated_at) == (True, "minor", None)
        assert verbs_of(takedown.article)[-2:] == ["update", "takedown_decided"]
        assert not fresh(takedown.article).has_unpublished_changes

    def test_a_note_is_an_editors_note(self):
        decide(make_request(), Decision.NOTE, public_text="Mr Smith was acquitted.")

        live = Version.objects.live().get()
        assert (live.change, live.public_note) == ("editors_note", "Mr Smith was acquitted.")

    def test_removing_kills_and_may_name_the_law(self):
        takedown = decide(make_request(), Decision.REMOVE, public_text="By order of the court.", is_legal=True)

        assert fresh(takedown.article).status == "killed"
        assert Version.objects.gone().get().is_legal

    @pytest.mark.parametrize("decision", [Decision.NOTE, Decision.REMOVE])
    def test_what_readers_are_told_is_not_left_empty(self, decision):
        takedown = make_request()
        before = row(takedown.article)

        with refused("words_missing"):
            decide(takedown, decision)

        assert row(takedown.article) == before
        assert Takedown.objects.get().decision == "open"

    @pytest.mark.parametrize("decision", [Decision.NOTE, Decision.NOINDEX, Decision.ANONYMISE])
    def test_changes_that_wait_are_not_sent_out_by_the_way(self, decision):
        takedown = make_request()
        drafting.save_draft(takedown.article, {"headline": "Unapproved"}, by=make_user("ed"), base_revision=1, now=NOW)

        with refused("changes_waiting"):
            decide(takedown, decision, public_text="x", name_before="fire", name_after="x")

        assert Version.objects.count() == 1
        assert Takedown.objects.get().decision == "open"

    def test_a_withdrawn_story_can_be_removed(self):
        article = make_story()
        publishing.withdraw(article, by=make_user("ed"), note="x", public_text="x", now=NOW)

        decide(make_request(article), Decision.REMOVE, public_text="Removed.")

        assert fresh(article).status == "killed"


class TestReplacingAName:
    def test_replaces_it_wherever_it_is_printed(self):
        image = make_image(caption="The quay.", alt="A quay")
        figure = f'<figure data-image="{image.pk}"><img alt="John Smith on the quay"><figcaption>John Smith.</figcaption></figure>'
        article = make_story(
            headline="Police arrest John Smith", standfirst="John Smith was there.", kicker="John Smith",
            summary="John Smith’s day.", seo_title="John Smith", social_headline="John Smith!", picture=make_image(),
            picture_caption="John Smith leaves.", picture_alt="John Smith", how_reported="We asked John Smith.",
            body=f'<p>John Smith, <a href="https://x.example/John">John Smith</a>.</p>{figure}{BODY}',
        )  # fmt: skip

        anonymise(make_request(article))

        live = Version.objects.live().get()
        texts = [str(value) for value in Version.objects.filter(pk=live.pk).values().get().values()]
        assert not [text for text in texts if NAME in text]
        assert live.headline == "Police arrest a 34-year-old man"
        assert live.body.count(INSTEAD) == 4
        assert 'href="https://x.example/John"' in live.body
        assert (live.number, live.change, live.updated_at) == (2, "minor", None)

    def test_makes_a_revision_and_keeps_the_names_with_the_request(self):
        takedown = anonymise(make_request(make_story(standfirst="John Smith was there.")))

        stored = Takedown.objects.get()
        assert (stored.name_before, stored.name_after) == (NAME, INSTEAD)
        assert takedown.article.revisions.first().changed_fields == ["standfirst"]
        assert takedown.article.revisions.count() == 2

    def test_replaces_it_in_the_librarys_caption_for_this_story(self):
        image = make_image(caption="John Smith at the quay.", alt="John Smith")

        anonymise(make_request(make_story(picture=image)))

        live = Version.objects.live().get()
        assert (live.picture_caption, live.picture_alt) == ("a 34-year-old man at the quay.", INSTEAD)
        image.refresh_from_db()
        assert image.caption == "John Smith at the quay."

    def test_tells_readers_when_there_are_words_for_them(self):
        story = make_story(standfirst="John Smith was there.")

        anonymise(make_request(story), public_text="A name was removed at the request of the person.")

        live = Version.objects.live().get()
        assert (live.change, live.updated_at) == ("editors_note", LATER)

    def test_in_the_address_is_refused_until_the_address_is_changed(self):
        story = make_story(slug="john-smith-arrested", standfirst="John Smith was there.")
        takedown = make_request(story)

        with refused("bad_address"):
            anonymise(takedown)
        assert (Takedown.objects.get().decision, fresh(story).standfirst) == ("open", "John Smith was there.")

        addresses.readdress(fresh(story), by=make_user("chloe"), slug="man-arrested", now=LATER)
        anonymise(Takedown.objects.get())
        assert Version.objects.live().get().standfirst == "a 34-year-old man was there."

    def test_that_does_not_stand_there_is_refused(self):
        with refused("bad_words"):
            anonymise(make_request())

        assert Takedown.objects.get().decision == "open"

    def test_that_makes_a_line_too_long_is_refused(self):
        takedown = make_request(make_story(kicker="John Smith"))

        with refused("bad_words"):
            decide(takedown, Decision.ANONYMISE, name_before=NAME, name_after="x" * 60)

    @pytest.mark.parametrize("names", [("", "x"), ("John", ""), (" ", " ")])
    def test_needs_both_names(self, names):
        with refused("words_missing"):
            decide(make_request(), Decision.ANONYMISE, name_before=names[0], name_after=names[1])


class TestWhatStays:
    def test_parts_of_the_name_and_names_across_markup_are_reported(self):
        article = make_story(standfirst="John Smith was there.", body=f"<p><em>John</em> Smith. Smith left.</p>{BODY}")

        left = anonymising.preview(article, NAME, INSTEAD).left

        assert "“John” still stands once in the text. Look whether it is the same person." in left
        assert "“Smith” still stands 2 times in the text. Look whether it is the same person." in left

    def test_tags_notes_and_the_address_are_reported(self):
        article = make_story(tags=[make_tag("John Smith"), make_tag("Fires")], slug="smith-and-the-fire")
        publishing.correct(article, by=make_user("ed"), public_text="John Smith is 34.", now=NOW)

        left = anonymising.preview(article, NAME, INSTEAD).left

        assert [sentence for sentence in left if "tag" in sentence] == [
            "The tag “John Smith” stays on the story. Take it off where it names the person."
        ]
        assert "The correction of 3 November 2026 names the person, and notes are never changed." in left
        assert "The address holds “smith”. Change the address where it names the person." in left

    def test_nothing_is_saved_by_looking(self):
        article = make_story(standfirst="John Smith was there.")
        before = row(article)

        preview = anonymising.preview(article, NAME, INSTEAD)

        assert preview.count == 1
        assert row(article) == before


class TestReviews:
    def test_are_due_on_their_day_in_the_newsrooms_zone_the_longest_waiting_first(self, settings):
        settings.TIME_ZONE = "Pacific/Apia"  # where it is the 4th already
        days = {3: make_request(review_on=date(2026, 11, 3)), 4: make_request(review_on=date(2026, 11, 4))}
        days[2] = decide(make_request(), Decision.REFUSED, review_on=date(2026, 11, 2))
        make_request(review_on=date(2026, 11, 5))
        make_request()

        assert list(takedowns.due(NOW + timedelta(hours=1))) == [days[2], days[3], days[4]]

    def test_say_that_the_decision_stands_and_when_to_look_again(self):
        takedown = decide(make_request(), Decision.NOINDEX, review_on=date(2026, 12, 1))
        base = base_of(takedown, fresh(takedown.article))

        takedowns.review(takedown, by=make_user("chloe"), note="Still so.", base=base, review_on=date(2027, 12, 1))

        stored = Takedown.objects.get()
        assert (stored.decision, stored.review_on) == ("noindex", date(2027, 12, 1))
        assert takedown.article.history.first().verb == "takedown_reviewed"

    @pytest.mark.parametrize(
        "values, code",
        [({"note": " "}, "words_missing"), ({"base": "9.9.refused.None"}, "changed"), ({"by": "ed"}, "not_allowed")],
    )
    def test_are_refused_without_right_words_and_base(self, values, code):
        takedown = decide(make_request(), Decision.REFUSED)
        words = {"note": "x", "base": base_of(takedown, fresh(takedown.article)), "by": "chloe", **values}
        words["by"] = make_user(words["by"])

        with refused(code):
            takedowns.review(takedown, **words)

    def test_of_an_open_request_make_no_sense(self):
        takedown = make_request()

        with refused("wrong_state"):
            takedowns.review(takedown, by=make_user("chloe"), note="x", base=base_of(takedown, takedown.article))

    def test_open_ones_are_listed_the_oldest_first(self):
        newer, older = make_request(asked_at=NOW), make_request(asked_at=NOW - timedelta(days=3))
        decide(make_request(), Decision.REFUSED)

        assert list(takedowns.open_ones()) == [older, newer]


def values_of(page: str) -> dict[str, str]:
    """Return what a browser would send of the page's form."""
    form = next(form for form in lxml_html.fromstring(page).forms if "base" in form.fields)
    return dict(form.form_values())


class TestThePages:
    @pytest.fixture
    def chloe(self, client):
        client.force_login(make_user("chloe"), backend="django.contrib.auth.backends.ModelBackend")
        return client

    def page(self, client, takedown):
        return client.get(reverse("admin:articles_takedown_change", args=[takedown.pk])).content.decode()

    def post(self, client, takedown, **values):
        address = reverse("admin:articles_takedown_change", args=[takedown.pk])
        return client.post(address, {**values_of(self.page(client, takedown)), **values}, follow=True)

    @pytest.mark.parametrize("spelt", ["{pk}", "{path}", "/{path}/", "https://courier.example/{path}/?x=1", "/old/"])
    def test_filing_finds_the_story_by_number_and_by_any_address(self, chloe, spelt):
        article = make_story()
        if spelt == "/old/":
            spelt = f"/{article.path}/"
            addresses.readdress(article, by=make_user("ed"), slug="new", now=NOW)
        story = spelt.format(pk=article.pk, path=article.path)

        response = chloe.post(
            reverse("admin:articles_takedown_add"),
            {"story": story, "asked_by": "J.", "request": "Please."},
            follow=True,
        )

        assert Takedown.objects.get().article == article
        assert "Filed." in response.content.decode()

    @pytest.mark.parametrize("story", ["999999", "2026/01/01/nothing", "https://", "<b>", "9" * 40])
    def test_filing_of_no_story_keeps_what_was_typed(self, chloe, story):
        page = chloe.post(
            reverse("admin:articles_takedown_add"), {"story": story, "asked_by": "J.", "request": "Please, <b>"}
        ).content.decode()

        assert "There is no story with this number or address." in page
        assert "Please, &lt;b&gt;" in page

    def test_a_name_is_replaced_only_after_its_places_were_shown(self, chloe):
        takedown = make_request(make_story(standfirst="Then John Smith <b>came</b>."))
        words = {
            "decision": "anonymise", "name_before": NAME, "name_after": INSTEAD, "reason": "Acquitted.",
        }  # fmt: skip

        shown = self.post(chloe, takedown, **words).content.decode()

        assert Takedown.objects.get().decision == "open"
        assert "Then <del>John Smith</del><ins>a 34-year-old man</ins> &lt;b&gt;came" in shown
        assert "1 place would change" in shown

        done = chloe.post(reverse("admin:articles_takedown_change", args=[takedown.pk]), values_of(shown), follow=True)

        assert "Decided and done." in done.content.decode()
        assert Version.objects.live().get().standfirst == "Then a 34-year-old man <b>came</b>."

    def test_another_name_than_the_one_that_was_shown_is_shown_first(self, chloe):
        takedown = make_request(make_story(standfirst="John Smith and Jane Roe."))
        words = {"decision": "anonymise", "name_before": NAME, "name_after": "A.", "reason": "x"}
        shown = values_of(self.post(chloe, takedown, **words).content.decode())

        page = self.post(chloe, takedown, **{**shown, "name_before": "Jane Roe"}).content.decode()

        assert "<del>Jane Roe</del>" in page
        assert Takedown.objects.get().decision == "open"

    def test_a_name_in_the_address_leads_to_the_change_of_address(self, chloe):
        takedown = make_request(make_story(slug="john-smith", standfirst="John Smith."))
        words = {"decision": "anonymise", "name_before": NAME, "name_after": "A.", "reason": "x"}

        page = self.post(chloe, takedown, **words).content.decode()

        assert f"/desk/articles/article/{takedown.article_id}/move/readdress/" in page

    def test_a_stale_page_changes_nothing_and_keeps_the_words(self, chloe):
        takedown = make_request()
        values = {
            **values_of(self.page(chloe, takedown)),
            "decision": "remove",
            "reason": "Because.",
            "public_text": "Gone.",
        }
        publishing.update(takedown.article, by=make_user("ed"), now=LATER)

        page = chloe.post(reverse("admin:articles_takedown_change", args=[takedown.pk]), values).content.decode()

        assert "Somebody changed the story or decided meanwhile." in page
        assert "Because.</textarea>" in page
        assert Takedown.objects.get().decision == "open"
        assert fresh(takedown.article).status == "published"

    def test_a_decided_request_asks_only_for_a_review(self, chloe):
        takedown = decide(make_request(), Decision.REFUSED)

        page = self.post(chloe, takedown, note="Still so.", review_on="2030-01-01").content.decode()

        assert Takedown.objects.get().review_on == date(2030, 1, 1)
        assert "1 January 2030" in page
        assert 'name="decision"' not in page

    def test_an_editor_reads_and_does_not_decide(self, client):
        takedown = make_request()
        client.force_login(make_user("ed"), backend="django.contrib.auth.backends.ModelBackend")
        address = reverse("admin:articles_takedown_change", args=[takedown.pk])

        page = client.get(address).content.decode()

        assert "A chief editor decides it." in page
        assert client.post(address, {"decision": "remove", "reason": "x", "public_text": "x"}).status_code == 403
        assert Takedown.objects.get().decision == "open"

    def test_the_list_has_open_ones_first_then_those_that_are_due(self, chloe, django_assert_max_num_queries):
        today = timezone.localdate()
        later = decide(make_request(asked_by="Later"), Decision.REFUSED, review_on=today + timedelta(days=9))
        now = decide(make_request(asked_by="Now due"), Decision.REFUSED, review_on=today)
        never = decide(make_request(asked_by="Never"), Decision.REFUSED)
        waiting = make_request(asked_by="Waiting")

        with django_assert_max_num_queries(12):
            page = chloe.get(reverse("admin:articles_takedown_changelist")).content.decode()

        places = [page.index(f"{each.asked_by}, ") for each in (waiting, now, later, never)]
        assert places == sorted(places)
        due = chloe.get(reverse("admin:articles_takedown_changelist"), {"waits": "due"}).content.decode()
        assert "Now due" in due
        assert "Later" not in due

    def test_the_desk_tells_chiefs_what_waits(self, chloe, client):
        decide(make_request(), Decision.REFUSED, review_on=timezone.localdate())
        make_request()
        words = "Takedown requests: 1 not decided, 1 to be looked at again"

        assert words in chloe.get("/desk/").content.decode()
        client.force_login(make_user("ed"), backend="django.contrib.auth.backends.ModelBackend")
        assert words not in client.get("/desk/").content.decode()

    def test_the_story_screen_offers_it_to_editors_of_public_stories(self, chloe, client):
        article = make_story()
        address = f"{reverse('admin:articles_takedown_add')}?article={article.pk}"

        assert address in chloe.get(f"/desk/articles/article/{article.pk}/change/").content.decode()
        client.force_login(make_user("rita"), backend="django.contrib.auth.backends.ModelBackend")
        assert address not in client.get(f"/desk/articles/article/{article.pk}/change/").content.decode()
