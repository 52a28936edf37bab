from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied

from articles import drafting, duplicating, marks, publishing
from articles.models import Article
from audit.models import AuditEntry
from images.models import Image
from newsroom.testing.factories import make_section, make_source, make_tag, make_user, picture_bytes
from tags.models import Tag
from wire.advisories import killed_uses, updates_waiting
from wire.models import Attachment, WireItem, WireUse
from wire.promote import PromoteError, promote
from wire.tests.making import NOW, make_item

pytestmark = pytest.mark.django_db
HOUR = timedelta(hours=1)
PICTURE = {
    "m": {
        "uri": "urn:picture:1",
        "type": "picture",
        "description_text": "Lorries on the bridge.",
        "byline": "Jon Hale",
        "creditline": "Meridian Press",
        "body_text": "A bridge",
        "renditions": {"original": {"href": "x.jpg"}},
    }
}


def full_item(**fields):
    return make_item(
        companions=lambda name: picture_bytes(colour=(9, 9, 9)),
        **{
            "description_text": "A short line under it.",
            "located": "Bilorich",
            "slugline": "FERRY",
            "urgency": 2,
            "language": "en",
            "ednote": "Pictures to follow.",
            "usageterms": "Members only.",
            "byline": "Tessa Rowe",
            "associations": PICTURE,
            "subject": [{"name": "road transport", "code": "medtop:20000349"}],
            "person": [{"name": "Ilya Vorn"}],
            **fields,
        },
    )


class TestAFullItem:
    def promoted(self):
        self.section = make_section()
        self.item = full_item()
        return promote(self.item, by=make_user("wendy"), section=self.section, now=NOW)

    def test_a_teaser_that_is_the_first_paragraph_too_stands_once(self):
        item = make_item(uri="urn:a", description_text="It rains.", body_html="<p>It  rains.</p><p>Ships wait.</p>")
        alone = make_item(uri="urn:b", description_text="It rains.", body_html="<p>It rains.</p>")
        wendy = make_user("wendy")

        assert promote(item, by=wendy, now=NOW).body == "<p>Ships wait.</p>"
        assert promote(alone, by=wendy, now=NOW).body == "<p>It rains.</p>"

    def test_the_words_are_carried_over(self):
        article = self.promoted()

        assert (article.status, article.stage) == ("draft", "writing")
        assert article.headline == "Ferry leaves at dawn"
        assert article.standfirst == "A short line under it."
        assert article.body == "<p>The ferry left Port Aldine at dawn.</p>"
        assert (article.dateline, article.slugline, article.urgency) == ("Bilorich", "FERRY", 2)
        assert article.section == self.section
        assert article.usage_terms == "Members only."
        assert article.ednote == "Pictures to follow.\nByline as sent: Tessa Rowe"

    def test_source_and_credit_line(self):
        article = self.promoted()

        assert article.source == make_source()
        assert article.credit_line == "Meridian Press"

    def test_the_picture_is_in_the_library_without_a_made_up_description(self):
        article = self.promoted()

        image = Image.objects.get()
        assert article.picture == image
        assert (image.caption, image.credit) == ("Lorries on the bridge.", "Jon Hale/Meridian Press")
        assert (image.creator, image.source, image.source_guid) == ("Jon Hale", make_source(), "urn:picture:1")
        assert image.alt == article.picture_alt == ""

    def test_its_names_are_tags_for_the_tag_desk(self):
        article = self.promoted()

        assert {tag.name for tag in article.tags.all()} == {"Road transport", "Ilya Vorn"}
        assert set(Tag.objects.values_list("standing", flat=True)) == {"new"}

    def test_the_use_is_on_record(self):
        article = self.promoted()

        use = WireUse.objects.get()
        assert (use.item, use.article, use.by.username, use.at) == (self.item, article, "wendy", NOW)
        assert WireItem.objects.get().standing == "used"
        assert article.history.get().note == "From Meridian, version 1."


class TestAPoorItem:
    def test_what_is_missing_comes_from_the_source(self):
        make_source(language="de")

        article = promote(make_item(), by=make_user("wendy"), now=NOW)

        assert (article.language, article.urgency, article.credit_line) == ("de", 5, "Meridian Press")
        assert article.picture is None

    def test_long_lines_are_cut_to_what_fits(self):
        item = make_item(headline="word " * 70, description_text="word " * 200, slugline="s" * 190, located="p" * 110)

        article = promote(item, by=make_user("wendy"), now=NOW)

        assert len(article.headline) <= 200
        assert article.standfirst.endswith("…")
        assert len(article.standfirst) <= 400

    def test_a_known_tag_is_used_and_a_blocked_one_is_not(self):
        known = make_tag("Road Transport")
        Tag.objects.create(name="Ilya Vorn", standing="blocked")

        article = promote(full_item(), by=make_user("wendy"), now=NOW)

        assert list(article.tags.all()) == [known]

    def test_a_picture_file_that_has_gone_bad_leaves_a_story_without(self):
        item = full_item()
        Attachment.objects.update(payload=b"no picture")

        assert promote(item, by=make_user("wendy"), now=NOW).picture is None

    def test_the_file_that_came_with_another_version_is_used(self):
        full_item()
        update = make_item(version="2", associations=PICTURE)

        assert promote(update, by=make_user("wendy"), now=NOW).picture is not None


class TestEmbargo:
    def test_it_is_carried_over(self):
        article = promote(make_item(embargoed=(NOW + HOUR).isoformat()), by=make_user("wendy"), now=NOW)

        assert (article.embargo_until, article.embargo_is_open) == (NOW + HOUR, False)

    def test_an_open_one_too(self):
        assert promote(make_item(pubstatus="embargoed"), by=make_user("wendy"), now=NOW).embargo_is_open

    def test_one_that_has_passed_is_not(self):
        item = make_item(embargoed=(NOW - HOUR).isoformat())

        assert promote(item, by=make_user("wendy"), now=NOW).embargo_until is None


class TestRefusals:
    @pytest.mark.parametrize(
        ("status", "code"), [("canceled", "killed"), ("withheld", "withheld"), ("strange", "unknown")]
    )
    def test_what_the_agency_does_not_release_is_refused(self, status, code):
        item = make_item(pubstatus=status)

        with pytest.raises(PromoteError) as refusal:
            promote(item, by=make_user("wendy"), now=NOW)

        assert refusal.value.code == code
        assert refusal.value.message.endswith(".")
        assert not Article.objects.exists()

    def test_a_version_that_was_killed_since_is_refused(self):
        item = make_item()
        make_item(version="2", pubstatus="canceled")

        with pytest.raises(PromoteError) as refusal:
            promote(item, by=make_user("wendy"), now=NOW)

        assert refusal.value.code == "killed"

    def test_a_kill_that_comes_while_the_picture_is_taken_in_is_seen(self):
        item = make_item()
        WireItem.objects.update(pubstatus="canceled")

        with pytest.raises(PromoteError):
            promote(item, by=make_user("wendy"), now=NOW)

    def test_an_older_version_is_refused(self):
        item = make_item()
        make_item(version="2")

        with pytest.raises(PromoteError, match="Version 2 has arrived") as refusal:
            promote(item, by=make_user("wendy"), now=NOW)

        assert refusal.value.code == "superseded"

    @pytest.mark.parametrize("name", ["mo", "pat", "sam"])
    def test_a_role_without_the_permission_is_refused(self, name):
        with pytest.raises(PermissionDenied):
            promote(make_item(), by=make_user(name), now=NOW)

    def test_one_permission_of_the_two_is_not_enough(self):
        user = make_user("sam")
        user.user_permissions.add(Permission.objects.get(codename="promote_wireitem"))

        with pytest.raises(PermissionDenied):
            promote(make_item(), by=user, now=NOW)


class TestTwice:
    def test_two_clicks_are_one_story(self):
        item = full_item()
        first = promote(item, by=make_user("wendy"), now=NOW)

        assert promote(item, by=make_user("ed"), now=NOW) == first
        assert Article.objects.count() == WireUse.objects.count() == 1

    def test_an_update_leads_to_the_same_story(self):
        first = promote(make_item(), by=make_user("wendy"), now=NOW)

        assert promote(make_item(version="2"), by=make_user("wendy"), now=NOW) == first

    def test_once_the_story_was_spiked_a_new_one_can_be_made(self):
        item = make_item()
        first = promote(item, by=make_user("wendy"), now=NOW)
        drafting.spike(first, by=make_user("ed"))

        second = promote(item, by=make_user("wendy"), now=NOW)

        assert second.pk != first.pk


class TestAlarms:
    def test_a_kill_calls_up_the_draft_made_of_an_earlier_version(self):
        article = promote(make_item(), by=make_user("wendy"), now=NOW)
        assert not killed_uses().exists()

        make_item(version="2", pubstatus="canceled")

        assert [use.article for use in killed_uses()] == [article]

    def test_it_is_answered_when_the_story_is_spiked(self):
        article = promote(make_item(), by=make_user("wendy"), now=NOW)
        make_item(version="2", pubstatus="canceled")

        drafting.spike(article, by=make_user("ed"))

        assert not killed_uses().exists()

    def test_a_public_story_is_called_up_until_it_is_withdrawn(self):
        article = promote(
            make_item(body_html="<p>" + "The ferry left at dawn with salt. " * 20 + "</p>", description_text="It left, the office said."),
            by=make_user("ed"), section=make_section(), now=NOW,
        )  # fmt: skip
        publishing.publish(article, by=make_user("ed"), now=NOW)
        make_item(version="2", pubstatus="canceled")
        assert killed_uses().count() == 1

        publishing.withdraw(article, by=make_user("ed"), note="Killed.", public_text="We are checking this.", now=NOW)

        assert not killed_uses().exists()

    def test_a_kill_of_another_item_is_no_alarm(self):
        promote(make_item(), by=make_user("wendy"), now=NOW)
        make_item(uri="urn:other", pubstatus="canceled")

        assert not killed_uses().exists()


class TestUpdates:
    def test_a_newer_version_is_marked_in_the_desks_lists_in_one_query(self, django_assert_num_queries):
        article, other = (
            promote(make_item(), by=make_user("wendy"), now=NOW),
            promote(make_item(uri="urn:other"), by=make_user("wendy"), now=NOW),
        )
        assert updates_waiting([article.pk]) == {}
        newer = make_item(version="2")

        with django_assert_num_queries(1):
            assert updates_waiting([article.pk, other.pk]).keys() == {article.pk}
        assert "Wire update waiting" in [flag.words for flag in marks.rows([article.pk], NOW)[article.pk].flags]

        WireUse.objects.create(item=newer, article=article, by=make_user("ed"), at=NOW)
        assert updates_waiting([article.pk]) == {}


class TestTagsTheWireBrings:
    def test_are_logged_with_who_made_the_story(self):
        make_tag("Diplomacy")
        item = make_item(subject=[{"name": "Diplomacy"}, {"name": "Salt roads"}])

        article = promote(item, by=make_user("wendy"))

        entry = AuditEntry.objects.get(model="tags.tag")
        assert (entry.act, entry.by, entry.object_name) == ("added", make_user("wendy"), "Salt roads")
        assert {tag.name for tag in article.tags.all()} == {"Diplomacy", "Salt roads"}


class TestACopyOfAStory:
    def test_a_kill_by_the_agency_reaches_the_copy_too(self):
        first = make_item(uri="urn:x", version=1)
        article = promote(first, by=make_user("wendy"))
        copy = duplicating.duplicate(article, by=make_user("rita"))

        make_item(uri="urn:x", version=2, pubstatus="canceled")

        assert {use.article for use in killed_uses()} == {article, copy}

    def test_a_new_version_waits_beside_the_copy_too(self):
        article = promote(make_item(uri="urn:x", version=1), by=make_user("wendy"))
        copy = duplicating.duplicate(article, by=make_user("rita"))

        make_item(uri="urn:x", version=2)

        assert set(updates_waiting([article.pk, copy.pk])) == {article.pk, copy.pk}

    def test_making_a_story_of_the_item_again_leads_to_the_original(self):
        item = make_item()
        article = promote(item, by=make_user("wendy"))
        duplicating.duplicate(article, by=make_user("rita"))

        assert promote(item, by=make_user("ed")) == article

    def test_it_keeps_who_made_a_story_of_the_item_and_when(self):
        article = promote(make_item(), by=make_user("wendy"), now=NOW)

        copy = duplicating.duplicate(article, by=make_user("rita"))

        use = WireUse.objects.get(article=copy)
        assert (use.by, use.at) == (make_user("wendy"), NOW)
