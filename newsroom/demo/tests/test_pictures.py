"""The demo pictures: the same every time, different for every seed, and never an empty sheet."""

from __future__ import annotations

from itertools import combinations

import pytest
from PIL import Image, ImageChops, ImageStat

from newsroom.demo import pictures

SMALL = (300, 200)
LEAST_LUMINANCE_SPREAD = 14
LEAST_MEAN_DIFFERENCE = 3


def luminance_spread(image: Image.Image) -> float:
    return ImageStat.Stat(image.convert("L")).stddev[0]


def mean_difference(first: Image.Image, second: Image.Image) -> float:
    return ImageStat.Stat(ImageChops.difference(first, second).convert("L")).mean[0]


@pytest.mark.parametrize("scene", pictures.SCENES)
class TestEveryScene:
    def test_it_draws_at_the_size_that_was_asked_for(self, scene):
        image = pictures.draw(scene, 1, size=SMALL)

        assert image.size == SMALL
        assert image.mode == "RGB"

    def test_it_is_not_flat(self, scene):
        spread = luminance_spread(pictures.draw(scene, 2, size=SMALL))

        assert spread > LEAST_LUMINANCE_SPREAD

    def test_the_same_seed_gives_the_same_picture(self, scene):
        first, second = (pictures.draw(scene, 3, size=SMALL) for _ in range(2))

        assert first.tobytes() == second.tobytes()

    def test_different_seeds_give_different_pictures(self, scene):
        drawn = [pictures.draw(scene, seed, size=SMALL) for seed in (1, 2, 3)]

        for first, second in combinations(drawn, 2):
            assert mean_difference(first, second) > LEAST_MEAN_DIFFERENCE


class TestSizes:
    def test_the_composition_does_not_depend_on_the_size(self):
        small = pictures.draw("harbour", 5, size=(600, 400))
        large = pictures.draw("harbour", 5, size=(1200, 800)).resize((600, 400))

        assert mean_difference(small, large) < 12

    @pytest.mark.parametrize("size", [(400, 400), (200, 300), (640, 160), (33, 21)])
    def test_other_shapes_are_cropped_and_not_stretched(self, size):
        image = pictures.draw("village", 1, size=size)

        assert image.size == size

    def test_the_default_suits_a_front_page(self):
        assert pictures.draw("storm", 1).size == (1600, 1067)


class TestAnUnknownScene:
    def test_it_is_refused_with_a_list_of_scenes(self):
        with pytest.raises(KeyError) as refusal:
            pictures.draw("volcano", 1)

        assert "volcano" in str(refusal.value)
        assert "harbour" in str(refusal.value)


class TestPortraits:
    def test_the_same_seed_gives_the_same_person(self):
        first, second = (pictures.portrait(4, size=(160, 160)) for _ in range(2))

        assert first.tobytes() == second.tobytes()

    def test_twelve_seeds_give_twelve_people(self):
        people = [pictures.portrait(seed, size=(160, 160)) for seed in range(12)]

        for first, second in combinations(people, 2):
            assert mean_difference(first, second) > LEAST_MEAN_DIFFERENCE

    @pytest.mark.parametrize("seed", range(24))
    def test_a_portrait_is_not_flat(self, seed):
        spread = luminance_spread(pictures.portrait(seed, size=(160, 160)))

        assert spread > LEAST_LUMINANCE_SPREAD

    def test_the_default_is_square(self):
        assert pictures.portrait(1).size == (800, 800)
