"""Pictures inside the text: known by number, described and credited before they go out, frozen when they do."""

from __future__ import annotations

import pytest
from django.db.models import ProtectedError

from articles import drafting, pictures, publishing, readiness, versions
from articles.admin import panel
from articles.models import ArticlePicture, Change, Version, VersionPicture
from articles.tests.refusals import NOW
from newsroom.testing.factories import BODY, make_draft, make_image, make_user
from public.tests.rows import make_picture

pytestmark = pytest.mark.django_db


def figure(image, alt="", caption="", *, wide=False) -> str:
    line = f"<figcaption>{caption}</figcaption>" if caption else ""
    width = ' class="wide"' if wide else ""
    return f'<figure{width} data-image="{getattr(image, "pk", image)}"><img alt="{alt}">{line}</figure>'


def save(article, **changes):
    return drafting.save_draft(article, changes, by=make_user("ed"), base_revision=article.revision_number)


def codes(article) -> list[str]:
    return [problem.code for problem in readiness.blocking(article, now=NOW)]


class TestSaving:
    def test_keeps_the_pictures_of_our_library_and_drops_the_others(self):
        image = make_image()
        article = make_draft(body=f"{BODY}{figure(image, 'a')}{figure(9_999_999, 'b', 'c')}<p>End.</p>")

        assert article.body == f"{BODY}{figure(image, 'a')}<p>End.</p>"

    def test_notes_which_pictures_the_text_names(self):
        first, second = make_image(), make_image()
        article = make_draft(body=f"{BODY}{figure(first)}{figure(first)}")
        assert [row.image_id for row in article.body_pictures.all()] == [first.pk]

        save(article, body=f"{BODY}{figure(second)}")

        assert [row.image_id for row in article.body_pictures.all()] == [second.pk]

    def test_of_other_fields_leaves_them_alone(self):
        image = make_image()
        article = make_draft(body=f"{BODY}{figure(image)}")

        save(article, headline="Another headline")

        assert ArticlePicture.objects.get().image == image

    def test_of_a_text_without_pictures_asks_the_library_nothing(self, django_assert_num_queries):
        with django_assert_num_queries(0):
            assert pictures.without_unknown(BODY) == pictures.shown(BODY) == BODY
            assert pictures.freeze(BODY) == (BODY, [])

    def test_that_changes_nothing_makes_no_revision_though_the_editor_sends_addresses(self):
        article = make_draft(body=f"{BODY}{figure(make_picture(), 'a', 'b', wide=True)}")

        save(article, body=pictures.shown(article.body))

        assert article.revision_number == 1


class TestTheLibrary:
    def test_keeps_a_picture_that_a_working_copy_names(self):
        image = make_image()
        make_draft(body=f"{BODY}{figure(image)}")

        with pytest.raises(ProtectedError):
            image.delete()

    def test_keeps_a_picture_that_readers_got_even_when_the_copy_has_moved_on(self):
        image, ed = make_image(), make_user("ed")
        article = make_draft(body=f"{BODY}{figure(image)}")
        publishing.publish(article, by=ed)
        save(article, body=BODY)

        with pytest.raises(ProtectedError):
            image.delete()


class TestTheEditor:
    def test_gets_the_address_from_the_library_and_the_rest_from_the_text(self):
        image = make_picture(alt="Unused")

        shown = pictures.shown(figure(image, "a &lt; b", "c", wide=True))

        assert shown == (
            f'<figure class="wide" data-image="{image.pk}"><img alt="a &lt; b" src="{image.nearest_url(800)}">'
            "<figcaption>c</figcaption></figure>"
        )
        assert "-480.jpeg" in shown

    def test_gets_the_file_as_it_came_while_no_sizes_are_made(self):
        image = make_image()

        assert f'src="{image.file.url}"' in pictures.shown(figure(image))

    def test_gets_no_address_for_a_picture_that_is_gone(self):
        assert pictures.shown(figure(9_999_999)) == figure(9_999_999)

    def test_costs_two_queries_however_many_pictures(self, django_assert_num_queries):
        body = "".join(figure(make_picture()) for _ in range(4))

        with django_assert_num_queries(2):
            pictures.shown(body)

    def test_is_not_needed_to_read_the_story_on_the_desk(self):
        article = make_draft(body=figure(make_picture()))

        assert "/media/renditions/" in panel.reading_body(article)


class TestPublishing:
    def test_freezes_description_and_credit(self):
        image = make_image(alt="A white ferry", credit="Pat Osei")
        own = make_image(alt="Unused", credit="Ann Lee")
        article = make_draft(body=f"{BODY}{figure(image, caption='Dawn.')}{figure(own, 'Ours')}")

        version = publishing.publish(article, by=make_user("ed"))

        image.alt = image.credit = "Changed later"
        image.save()
        version.refresh_from_db()
        assert version.body == f"{BODY}{figure(image, 'A white ferry', 'Dawn.')}{figure(own, 'Ours')}"
        assert version.body_pictures == [
            {"id": image.pk, "credit": "Pat Osei"},
            {"id": own.pk, "credit": "Ann Lee"},
        ]
        assert {row.image_id for row in VersionPicture.objects.filter(version=version)} == {image.pk, own.pk}

    def test_composes_for_a_preview_without_writing_anything(self):
        image = make_image()
        article = make_draft(body=f"{BODY}{figure(image)}")

        version = versions.compose(article, change=Change.UPDATE, now=NOW)

        assert version.images_in_body == {image.pk: image}
        assert not VersionPicture.objects.exists()

    def test_leaves_a_notice_without_pictures(self):
        image, ed = make_image(), make_user("ed")
        article = make_draft(body=f"{BODY}{figure(image)}")
        publishing.publish(article, by=ed)

        publishing.kill(article, by=ed, note="Wrong.", public_text="This story was wrong.")

        notice = Version.objects.gone().get()
        assert (notice.body, notice.body_pictures) == ("", [])

    def test_compares_versions_by_their_pictures(self):
        first, second, ed = make_picture(), make_picture(), make_user("ed")
        article = make_draft(body=f"{BODY}{figure(first, 'a')}")
        before = publishing.publish(article, by=ed)
        save(article, body=f"{BODY}{figure(second, 'a')}")
        after = publishing.update(article, by=ed, is_minor=True)

        [difference] = versions.compare(before, after)

        assert difference.field == "body"
        assert f'<del><img alt="a" src="{first.nearest_url(800)}"></del>' in difference.html
        assert f'<ins><img alt="a" src="{second.nearest_url(800)}"></ins>' in difference.html


class TestReadiness:
    def test_lets_pictures_with_credit_and_description_pass(self):
        assert (
            codes(make_draft(body=f"{BODY}{figure(make_image())}{figure(make_image(alt=''), 'Described here')}")) == []
        )

    def test_names_the_picture_without_credit(self):
        body = f"{BODY}{figure(make_image())}{figure(make_image(credit=' ', title='Quay at dawn'))}"

        [problem] = readiness.blocking(make_draft(body=body), now=NOW)

        assert (problem.code, problem.field) == ("body_picture_credit_missing", "body")
        assert problem.sentence == "Add a credit to picture 2 in the text (“Quay at dawn”) before publishing."

    def test_names_the_picture_nobody_has_described(self):
        body = f"{BODY}{figure(make_image(alt='', title='Quay at dawn'))}"

        [problem] = readiness.blocking(make_draft(body=body), now=NOW)

        assert (problem.code, problem.field) == ("body_picture_alt_missing", "body")
        assert problem.sentence == "Describe picture 1 in the text (“Quay at dawn”) for those who cannot see it."

    def test_names_the_picture_that_is_gone(self):
        article = make_draft(body=BODY)
        article.body += figure(9_999_999)

        [problem] = readiness.blocking(article, now=NOW)

        assert problem.code == "body_picture_unknown"
        assert problem.sentence == "Picture 1 in the text is no longer in the library. Remove it."

    def test_stops_publishing(self):
        article = make_draft(body=f"{BODY}{figure(make_image(credit=''))}")

        with pytest.raises(Exception, match="Add a credit to picture 1 in the text"):
            publishing.publish(article, by=make_user("ed"))
