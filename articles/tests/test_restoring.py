"""Bringing a revision back: byte for byte, through the door of every save, with what cannot come back named."""

from __future__ import annotations

from datetime import timedelta

import pytest

from articles import drafting, publishing, restoring
from articles.models import Article, Revision
from articles.tests.refusals import NOW, fresh, refused, verbs_of
from images.models import Image
from newsroom.testing.factories import (
    make_author,
    make_draft,
    make_image,
    make_live,
    make_section,
    make_source,
    make_tag,
    make_user,
)
from tags.models import Tag

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(minutes=3)
# What a sanitiser, a parser or a merge might be tempted to tidy
ODD = (
    "<p>10&nbsp;km, 5&nbsp;&nbsp;%, a &amp; b, a &lt; b &gt; c, &amp;nbsp; and &amp;amp;</p>"
    "<p>  two  spaces\tand a tab, \"quotes\" 'single' “curly” – dash — soft\u00adhyphen zero\u200bwidth e\u0301</p>"
    '<p>a<br>b<br><br>c <a href="https://harbour.example/?a=1&amp;b=2" title="&quot;x&quot; &lt; \'y\'">log</a></p>'
    "<ul><li>salt </li><li> rope</li></ul><blockquote><p>One</p><cite>Ola</cite></blockquote>"
    '<table><caption> A  b</caption><tbody><tr><th scope="row">x</th><td colspan="2"> 1 </td></tr></tbody></table>'
    "<p>العبارة  غادرت</p><hr><p>𝔘nicode 👩‍👩‍👧 \u2028 line</p>"
)


def save(article: Article, by: str = "ed", **changes: object) -> Article:
    article = fresh(article)
    return drafting.save_draft(article, changes, by=make_user(by), base_revision=article.revision_number, now=LATER)


def restore(article: Article, number: int = 1, *, by: str = "ed", base: int | None = None) -> Article:
    base_revision = fresh(article).revision_number if base is None else base
    return restoring.restore(article, number, by=make_user(by), base_revision=base_revision, now=LATER)


class TestByteForByte:
    def test_an_odd_body_comes_back_exactly(self):
        article = make_draft(now=NOW, body=ODD)
        stored = Revision.objects.get(article=article).snapshot["body"]
        assert "&nbsp;" in stored
        assert "&amp;amp;" in stored
        save(article, body="<p>Other.</p>")

        restored = restore(article)

        assert fresh(article).body == stored
        assert Revision.objects.get(article=article, number=3).snapshot["body"] == stored
        assert restored.word_count == make_draft(now=NOW, body=ODD).word_count

    def test_everything_that_is_about_the_text_comes_back(self):
        article = make_draft(
            make_user("rita"), now=NOW, picture=make_image(), source=make_source(), section=make_section("science"),
            authors=[make_author("Mira Halloran"), make_author("Jonas Keel")], tags=[make_tag("Ferry")],
            ednote="One.\n\n Two", urgency=3, picture_is_decorative=True, language="uk", slug="ferry",
        )  # fmt: skip
        first = Revision.objects.get(article=article).snapshot
        save(
            article, headline="Other", body="<p>Other.</p>", picture=None, source=None, section=make_section(),
            authors=[], tags=[make_tag("Salt")], ednote="", urgency=5, picture_is_decorative=False, language="en",
            slug="other",
        )  # fmt: skip

        restore(article)

        revision = Revision.objects.get(article=article, number=3)
        assert revision.snapshot == first
        assert drafting.snapshot(fresh(article)) == first
        assert (revision.kind, revision.saved_by) == ("restore", make_user("ed"))
        assert "headline" in revision.changed_fields

    def test_the_history_says_who_brought_back_what(self):
        article = make_draft(now=NOW)
        save(article, headline="Other")

        restore(article)

        entry = article.history.get(verb="restored")
        assert (entry.by, entry.at, entry.revision_number) == (make_user("ed"), LATER, 3)
        assert entry.note == "Revision 1 of 3 November 2026, 10:00 GMT."

    def test_what_was_there_before_stays_in_the_list(self):
        article = make_draft(now=NOW)
        save(article, headline="Other")

        restore(article)

        assert [each.snapshot["headline"] for each in article.revisions.all()][1] == "Other"


class TestWhatIsGone:
    def test_a_tag_that_was_deleted_is_named_and_left_out(self):
        ferry = make_tag("Ferry")
        article = make_draft(now=NOW, tags=[ferry, make_tag("Salt")])
        save(article, tags=[], headline="Other")
        Tag.objects.get(pk=ferry.pk).delete()

        restore(article)

        assert [tag.name for tag in fresh(article).tags.all()] == ["Salt"]
        assert "The tag “Ferry” no longer exists and is left out." in article.history.get(verb="restored").note

    def test_so_is_a_picture_beside_the_text_and_one_within(self):
        beside, within = make_image(title="Quay"), make_image()
        figure = f'<figure data-image="{within.pk}"><img alt="A quay"></figure>'
        article = make_draft(now=NOW, picture=beside, body=f"<p>One.</p>{figure}<p>Two.</p>")
        save(article, picture=None, body="<p>Other.</p>")
        number = within.pk
        Image.objects.filter(pk__in=[beside.pk, within.pk]).delete()

        restored = restore(article)

        assert (restored.picture, restored.body) == (None, "<p>One.</p><p>Two.</p>")
        note = article.history.get(verb="restored").note
        assert "The picture “Quay” no longer exists and is left out." in note
        assert f"Picture {number} in the text no longer exists and is left out." in note


class TestWhatStays:
    def test_an_embargo_and_planning_stay_as_they_are(self):
        article = make_draft(now=NOW)
        save(
            article, headline="Other", embargo_until=NOW + timedelta(hours=2), needs_legal=True, due_at=NOW,
            assignee=make_user("rita"), commissioned_words=400,
        )  # fmt: skip

        restored = restore(article)

        assert restored.headline == article.headline
        assert (restored.embargo_until, restored.needs_legal) == (NOW + timedelta(hours=2), True)
        assert (restored.assignee, restored.commissioned_words) == (make_user("rita"), 400)
        assert "This stays as it is now, because it is not about the text: embargo until," in (
            article.history.get(verb="restored").note
        )

    def test_the_address_of_a_story_that_was_public_stays(self):
        article = make_draft(now=NOW, slug="first")
        save(article, slug="second", headline="Other")
        publishing.publish(fresh(article), by=make_user("ed"), now=NOW)

        restored = restore(article)

        assert (restored.slug, restored.headline) == ("second", article.headline)

    def test_readers_see_nothing_of_it_until_it_is_published(self):
        version = make_live(now=NOW)
        save(version.article, headline="Other")
        publishing.update(fresh(version.article), by=make_user("ed"), now=NOW)

        restore(version.article)

        assert version.article.versions.get(standing="live").headline == "Other"
        assert fresh(version.article).has_unpublished_changes


class TestWhatIsRefused:
    def test_a_story_that_somebody_saved_meanwhile(self):
        article = make_draft(now=NOW)
        save(article, headline="Other")

        with refused("changed"):
            restore(article, base=1)

        assert fresh(article).headline == "Other"
        assert "restored" not in verbs_of(article)

    def test_a_revision_that_says_the_same(self):
        article = make_draft(now=NOW)

        with refused("wrong_state"):
            restore(article)

        assert fresh(article).revision_number == 1
        assert "restored" not in verbs_of(article)

    def test_a_writer_whose_story_lies_with_the_desk(self):
        article = make_draft(make_user("rita"), now=NOW)
        save(article, "rita", headline="Other")
        drafting.submit(fresh(article), by=make_user("rita"), now=NOW)

        with refused("not_allowed"):
            restore(article, by="rita")

    def test_a_revision_of_another_story(self):
        article, other = make_draft(now=NOW), make_draft(now=NOW)
        save(other, headline="Other")

        with pytest.raises(Revision.DoesNotExist):
            restore(article, 2)
