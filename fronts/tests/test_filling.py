"""The front fills itself: pinned stories first, then the newest, none twice, and nothing readers may not see."""

from datetime import timedelta

import pytest
from django.utils import timezone

from articles import publishing
from articles.models import Section, Version
from fronts.filling import fill
from fronts.models import Container, Front, Slot
from newsroom.testing.factories import hidden_states, make_image, make_live, make_section, make_user
from newsroom.testing.rules import lift_rules
from public.tests.rows import many_live

pytestmark = pytest.mark.django_db


@pytest.fixture
def now():
    return timezone.now()


def headlines(strip):
    return [story.headline for story in strip.stories]


def front_with(*containers):
    front = Front.objects.create(slug="home", name="Home")
    for position, fields in enumerate(containers):
        Container.objects.create(front=front, position=position, **fields)
    return front


def pin(container, version, position=0):
    return Slot.objects.create(container=container, article=version.article, position=position)


class TestWithoutAFront:
    def test_each_section_gets_a_strip_in_order_and_layouts_take_turns(self, now):
        names = ["world", "politics", "business", "climate", "opinion", "sport"]
        for position, slug in enumerate(names):
            many_live(9, section=make_section(slug, position=position))

        strips = fill(None, now=now, sections=list(Section.objects.all()))

        assert [strip.layout for strip in strips] == ["lead", "four", "big", "list", "four", "opinion", "big"]
        assert [strip.heading for strip in strips] == ["", *(name.capitalize() for name in names)]
        assert strips[1].url == "/world/"
        assert [len(strip.stories) for strip in strips] == [5, 4, 5, 4, 4, 4, 5]

    def test_sections_without_stories_get_none(self, now):
        make_section("sport")
        make_live(section=make_section("world"))

        strips = fill(None, now=now, sections=list(Section.objects.all()))

        assert [strip.layout for strip in strips] == ["lead"]

    def test_an_empty_newsroom_has_an_empty_front(self, now):
        make_section("world")

        assert fill(None, now=now, sections=list(Section.objects.all())) == []


class TestTheLead:
    def test_opens_with_the_most_urgent_that_has_a_picture(self, now):
        make_live(headline="Newest", now=now - timedelta(minutes=5), picture=make_image())
        make_live(headline="Urgent without picture", urgency=1, now=now - timedelta(hours=5))
        make_live(headline="Urgent", urgency=2, now=now - timedelta(hours=9), picture=make_image())

        [lead] = fill(None, now=now)

        assert headlines(lead) == ["Urgent", "Urgent without picture", "Newest"]

    def test_forgets_urgency_after_two_days(self, now):
        make_live(headline="Old and urgent", urgency=1, now=now - timedelta(hours=49), picture=make_image())
        make_live(headline="New", now=now - timedelta(hours=40))

        [lead] = fill(None, now=now)

        assert headlines(lead) == ["New", "Old and urgent"]

    def test_falls_back_to_the_newest_when_nothing_happened_lately(self, now):
        many_live(9, newest=now - timedelta(days=10))

        [lead] = fill(None, now=now)

        assert headlines(lead) == ["Row 1", "Row 2", "Row 3", "Row 4", "Row 5"]


class TestAFront:
    def test_has_its_containers_in_order_with_their_headings(self, now):
        world, sport = make_section("world"), make_section("sport")
        many_live(9, section=world)
        many_live(9, section=sport)
        front = front_with(
            {"layout": "lead", "size": 3}, {"section": sport, "layout": "list", "size": 2, "heading": "The weekend"},
            {"section": world, "layout": "big", "size": 5},
        )  # fmt: skip

        strips = fill(front, now=now)

        assert [(strip.heading, strip.layout, len(strip.stories)) for strip in strips] == [
            ("", "lead", 3), ("The weekend", "list", 2), ("World", "big", 5),
        ]  # fmt: skip

    def test_gets_a_lead_when_it_has_none_and_has_it_first(self, now):
        world = make_section("world")
        many_live(12, section=world)
        front = front_with({"section": world, "layout": "four", "size": 4})

        assert [strip.layout for strip in fill(front, now=now)] == ["lead", "four"]

        Container.objects.create(front=front, layout="lead", size=2, position=9)
        assert [(strip.layout, len(strip.stories)) for strip in fill(front, now=now)] == [("lead", 2), ("four", 4)]

    def test_without_containers_is_filled_by_sections(self, now):
        many_live(9, section=make_section("world"))

        strips = fill(front_with(), now=now, sections=list(Section.objects.all()))

        assert [strip.layout for strip in strips] == ["lead", "four"]

    def test_shows_a_sub_section_alone_and_a_section_with_its_parts(self, now):
        business = make_section("business")
        markets = make_section("markets", parent=business)
        many_live(3, section=markets)
        many_live(3, section=business, newest=now - timedelta(days=9))
        front = front_with(
            {"layout": "lead", "size": 1}, {"section": markets, "layout": "list", "size": 6}, {"section": business, "layout": "list", "size": 6},
        )  # fmt: skip

        _, of_markets, of_business = fill(front, now=now)

        assert {story.section_id for story in of_markets.stories} == {markets.pk}
        assert {story.section_id for story in of_business.stories} == {business.pk}


class TestPinnedStories:
    def test_come_first_in_their_order_then_the_newest(self, now):
        rows = many_live(9)
        front = front_with({"layout": "lead", "size": 4})
        lead = front.containers.get()
        pin(lead, rows[7], 2)
        pin(lead, rows[8], 1)

        [strip] = fill(front, now=now)

        assert headlines(strip) == ["Row 9", "Row 8", "Row 1", "Row 2"]

    def test_are_not_taken_by_a_strip_above(self, now):
        world = make_section("world")
        rows = many_live(9, section=world)
        front = front_with({"layout": "lead", "size": 3}, {"section": world, "layout": "list", "size": 2})
        pin(front.containers.last(), rows[0])

        lead, below = fill(front, now=now)

        assert headlines(lead) == ["Row 2", "Row 3", "Row 4"]
        assert headlines(below) == ["Row 1", "Row 5"]

    def test_in_two_places_stand_in_the_first(self, now):
        rows = many_live(3)
        front = front_with({"layout": "lead", "size": 1}, {"layout": "list", "size": 2})
        for container in front.containers.all():
            pin(container, rows[2])

        lead, below = fill(front, now=now)

        assert headlines(lead) == ["Row 3"]
        assert headlines(below) == ["Row 1", "Row 2"]

    def test_show_only_while_readers_may_see_them(self, now):
        version = make_live(headline="Killed later", now=now)
        make_live(headline="Stays", now=now)
        front = front_with({"layout": "lead", "size": 5})
        lead = front.containers.get()
        pin(lead, version)
        for article in hidden_states(now).values():
            Slot.objects.create(container=lead, article=article)
        version.article.refresh_from_db()
        publishing.kill(version.article, by=make_user("chloe"), note="x", public_text="False.", now=now)

        [strip] = fill(front, now=now)

        assert headlines(strip) == ["Stays"]


class TestTheWholePage:
    def test_shows_no_story_twice_and_fills_every_strip(self, now):
        sections = [make_section(slug) for slug in ("world", "politics", "sport")]
        for section in sections:
            many_live(30, section=section)
        lift_rules()
        Version.objects.filter(section=sections[0]).update(urgency=1)
        front = front_with(
            {"layout": "lead", "size": 6},
            *({"section": section, "layout": "big", "size": 6} for section in sections * 2),
        )

        strips = fill(front, now=now)

        shown = [story.pk for strip in strips for story in strip.stories]
        assert len(shown) == len(set(shown)) == 42

    def test_costs_four_queries(self, now, django_assert_max_num_queries):
        sections = [make_section(slug) for slug in ("world", "politics", "sport")]
        for section in sections:
            many_live(30, section=section, picture=make_image())
        front = front_with({"layout": "lead"}, *({"section": section} for section in sections))
        pin(front.containers.last(), Version.objects.first())

        with django_assert_max_num_queries(4):
            strips = fill(front, now=now)
            for strip in strips:
                for story in strip.stories:
                    assert story.kicker_text
                    assert story.section.get_absolute_url()
                    assert list(story.picture.renditions.all()) == []
