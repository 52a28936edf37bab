"""Filters and tags of the readers' templates."""

from datetime import UTC, datetime, timedelta

import pytest
from django.template import Context, Template
from django.utils import timezone
from django.utils.safestring import SafeString

from articles.models import Version
from newsroom.testing.factories import make_image
from public.templatetags.public import tables_that_scroll
from public.tests.rows import make_picture


def render(text, **context):
    return Template("{% load public %}" + text).render(Context(context))


class TestTimes:
    winter = datetime(2025, 11, 16, 9, 12, tzinfo=UTC)
    summer = datetime(2025, 6, 30, 23, 30, tzinfo=UTC)

    def test_are_written_in_the_sites_zone(self):
        assert render("{{ at|day_time }}", at=self.winter) == "16 November 2025, 09:12 GMT"
        assert render("{{ at|day_time }}", at=self.summer) == "1 July 2025, 00:30 BST"
        assert render("{{ at|clock_time }}", at=self.winter) == "09:12 GMT"
        assert render("{{ at|day }}", at=self.summer) == "1 July 2025"

    def test_for_machines_carry_their_offset(self):
        assert render("{{ at|iso }}", at=self.winter) == "2025-11-16T09:12:00+00:00"
        assert render("{{ at|iso }}", at=self.summer) == "2025-07-01T00:30:00+01:00"

    def test_are_relative_within_a_day_only(self):
        now = timezone.now()

        assert render("{{ at|ago }}", at=now - timedelta(minutes=38, seconds=5)) == "38 minutes ago"
        assert render("{{ at|ago }}", at=self.winter) == "16 November 2025"
        assert "ago" not in render("{{ at|ago }}", at=now + timedelta(hours=1))


class TestReadingTime:
    def test_is_a_whole_number_of_minutes(self):
        assert render("{{ words|minutes:'en' }}", words=500) == "2"
        assert render("{{ words|minutes:'xx' }}", words=0) == "1"


class TestBodies:
    def test_give_each_sub_head_an_address_of_its_own(self):
        body = "<h2>The <em>dam</em></h2><p>x</p><h2>The dam</h2><h2>السد</h2>"

        text = render("{{ body|safe_body:'en' }}", body=body)

        assert text == (
            '<h2 id="part-the-dam">The <em>dam</em></h2><p>x</p><h2 id="part-the-dam-2">The dam</h2>'
            '<h2 id="part-story">السد</h2>'
        )

    @pytest.mark.parametrize(
        "body, shown",
        [
            ("<p>It rained.</p>", '<p><span class="dateline">KYIV &amp; &lt;B&gt;</span> – It rained.</p>'),
            ("<ul><li>x</li></ul>", '<p><span class="dateline">KYIV &amp; &lt;B&gt;</span></p><ul><li>x</li></ul>'),
        ],
    )
    def test_open_with_the_dateline(self, body, shown):
        assert render("{% story_body story %}", story=Version(body=body, dateline="Kyiv & <b>")) == shown

    def test_without_a_dateline_are_just_the_body(self):
        assert render("{% story_body story %}", story=Version(body="<p>x</p>")) == "<p>x</p>"


@pytest.mark.django_db
class TestPictures:
    def test_offer_every_size_best_format_first(self):
        text = render("{% picture image alt='A dam' sizes='50vw' %}", image=make_picture())

        assert text.index("image/avif") < text.index("image/webp") < text.index("<img")
        assert text.count('sizes="50vw"') == 3
        assert "480.jpeg 480w, /media/" in text
        assert 'width="1200" height="675" alt="A dam"' in text
        assert 'loading="lazy" decoding="async"' in text

    def test_in_the_lead_load_at_once(self):
        text = render("{% picture image lead=True %}", image=make_picture())

        assert 'fetchpriority="high"' in text
        assert "lazy" not in text

    def test_keep_their_focal_point_beside_other_classes(self):
        image = make_picture(focal_x=0.52, focal_y=0.28)

        assert 'class="wide focus-50-30"' in render("{% picture image class='wide' %}", image=image)

    def test_without_sizes_show_the_file_as_it_came(self):
        text = render("{% picture image alt=alt %}", image=make_image(), alt='"><script>')

        assert "srcset" not in text
        assert 'width="320" height="200" alt="&quot;&gt;&lt;script&gt;"' in text

    def test_leave_crops_out(self):
        assert "16x9" not in render("{% picture image %}", image=make_picture(ratios=("", "16:9")))


class TestTables:
    def test_get_a_box_that_a_keyboard_can_scroll(self):
        boxed = tables_that_scroll(SafeString("<p>Before</p><table><tr><td>1</td></tr></table>"))

        assert boxed.startswith('<p>Before</p><div class="table-scroll" role="region" tabindex="0"')
        assert boxed.endswith("</table></div>")

    def test_get_one_box_when_one_lies_in_another(self):
        boxed = tables_that_scroll(SafeString("<table><tr><td><table></table></td></tr></table><table></table>"))

        assert boxed.count("<div") == boxed.count("</div>") == 2
        assert "<td><table></table></td>" in boxed
