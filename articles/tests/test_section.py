"""Sections: two levels, addresses that are free, names once."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError
from django.db.models import ProtectedError

from articles.models import RESERVED_SLUGS, Section
from articles.tests.refusals import NOW
from newsroom.testing.factories import make_draft, make_section

pytestmark = pytest.mark.django_db


class TestTwoLevels:
    def test_a_section_may_have_sub_sections(self):
        europe = Section(name="Europe", slug="europe", parent=make_section("world"))

        europe.full_clean()

        assert str(europe) == "World › Europe"
        assert europe.top == make_section("world")

    def test_a_top_section_is_its_own_top(self):
        assert make_section("world").top == make_section("world")

    def test_a_third_level_is_refused(self):
        europe = make_section("europe", parent=make_section("world"))

        with pytest.raises(ValidationError, match="two levels"):
            Section(name="France", slug="france", parent=europe).clean()

    def test_a_section_with_sub_sections_cannot_become_one(self):
        world = make_section("world")
        make_section("europe", parent=world)
        world.parent = make_section("science")

        with pytest.raises(ValidationError, match="Move those first"):
            world.clean()

    def test_a_section_cannot_be_its_own_parent(self):
        world = make_section("world")
        world.parent = world

        with pytest.raises(ValidationError, match="own parent"):
            world.clean()


class TestAddresses:
    @pytest.mark.parametrize("slug", [*sorted(RESERVED_SLUGS), "2026"])
    def test_one_that_the_site_itself_uses_is_refused(self, slug):
        with pytest.raises(ValidationError, match="address of the site"):
            Section(name="X", slug=slug).clean()

    def test_below_a_section_it_is_free(self):
        Section(name="Tags", slug="tags", parent=make_section("world")).full_clean()

    def test_each_is_given_once_at_the_top(self):
        make_section("world")

        with pytest.raises(IntegrityError):
            Section.objects.create(name="World two", slug="world")

    def test_each_is_given_once_below_one_section(self):
        world = make_section("world")
        make_section("europe", parent=world)
        make_section("europe", parent=make_section("travel"))

        with pytest.raises(IntegrityError):
            Section.objects.create(name="Europe two", slug="europe", parent=world)


class TestDeleting:
    def test_one_that_stories_or_sub_sections_lie_in_stays(self):
        world, science = make_section("world"), make_section("science")
        make_section("europe", parent=world)
        make_draft(now=NOW, section=science)

        for section in (world, science):
            with pytest.raises(ProtectedError):
                section.delete()


def test_the_navigation_follows_the_editors_order():
    make_section("world", position=2)
    make_section("science", position=1)

    assert [section.slug for section in Section.objects.all()] == ["science", "world"]
