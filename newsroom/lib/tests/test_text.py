"""Plain text: lines, keys, addresses, counts."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.lib.text import (
    clean_line,
    normalised_key,
    reading_minutes,
    shorten,
    slugify,
    word_count,
)


class TestCleaningALine:
    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("  a \t b\r\nc ", "a b c"),
            ("a\x00b\x1bc\x7f\x9f", "abc"),
            ("a\u202eb\u2066c\u200f", "abc"),
            ("a\u200bb\u00adc\ufeff", "abc"),
            ("a\ud800b\udfff", "ab"),
            ("a\u200db\u200c", "ab"),
            ("a\xa0\u2003b\x85c", "a b c"),
        ],
    )
    def test_the_invisible_goes(self, before, after):
        assert clean_line(before) == after

    @pytest.mark.parametrize("line", ["می\u200cخواهم", "👩\u200d🚒 at work", "क्\u200dष", "Київ — Łódź", "e\u0301"])
    def test_what_shapes_a_script_stays(self, line):
        assert clean_line(line) == line

    @given(st.text())
    def test_once_is_enough_and_it_can_be_stored(self, text):
        line = clean_line(text)

        assert clean_line(line) == line
        assert line.encode("utf-8").decode("utf-8") == line
        assert "  " not in line


class TestComparingNames:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("COVID-19 ", "covid 19"), ("Élan", "elan"), ("O'Brien", "O’Brien"), ("O’Brien", "obrien"), ("Straße", "STRASSE"),
            ("Łódź", "Lodz"), ("#MeToo", "metoo"), ("ﬁlm", "film"), ("Київ", "київ"), ("Ürümqi", "Urumqi"),
        ],
    )  # fmt: skip
    def test_spellings_of_one_name_agree(self, one, other):
        assert normalised_key(one) == normalised_key(other)

    @pytest.mark.parametrize(
        ("one", "other"), [("май", "маи"), ("їжа", "іжа"), ("C+", "C"), ("مذكرة", "مذكر"), ("$5", "€5")]
    )
    def test_different_names_stay_apart(self, one, other):
        assert normalised_key(one) != normalised_key(other)

    @pytest.mark.parametrize("name", ["Україна", "القاهرة", "東京"])
    def test_letters_of_every_script_stay(self, name):
        assert normalised_key(name) == name.casefold()

    @given(st.text())
    def test_a_key_is_its_own_key_and_empty_only_for_nothing(self, text):
        key = normalised_key(text)

        assert normalised_key(key) == key
        assert bool(key) == bool(clean_line(text))


class TestSlugs:
    @pytest.mark.parametrize(
        ("title", "slug"),
        [
            ("Fire in Łódź: 3 hurt", "fire-in-lodz-3-hurt"),
            ("Über Größe & Ärger", "ueber-groesse-aerger"),
            ("Щедрий Київ і Харків", "shchedryi-kyiv-i-kharkiv"),
            ("Объявление ёлки", "obyavlenie-yolki"),
            ("It’s here", "its-here"),
            ("Ça va, æther?", "ca-va-aether"),
            ("القاهرة", "story"),
            ("", "story"),
            ("---", "story"),
        ],
    )
    def test_titles_become_addresses(self, title, slug):
        assert slugify(title) == slug

    def test_it_is_cut_after_a_whole_word(self):
        assert slugify("one two three", max_length=9) == "one-two"
        assert slugify("one two three", max_length=7) == "one-two"
        assert slugify("unbreakable", max_length=5) == "unbre"

    @given(st.text(), st.integers(5, 90))
    def test_it_always_fits_an_address(self, title, length):
        slug = slugify(title, max_length=length)

        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
        assert len(slug) <= length


class TestCounting:
    def test_words_are_stretches_with_a_letter_or_digit(self):
        assert word_count("It’s 5 o'clock – well, half-past…") == 5
        assert word_count("") == 0

    @pytest.mark.parametrize(
        ("words", "language", "minutes"),
        [(0, "en", 1), (238, "en", 1), (714, "en-GB", 3), (520, "de", 2), (834, "es", 3), (214, "fr_FR", 1), (476, "uk", 2)],
    )  # fmt: skip
    def test_minutes_follow_the_language(self, words, language, minutes):
        assert reading_minutes(words, language) == minutes


class TestShortening:
    def test_a_short_line_is_left_alone(self):
        assert shorten("one two", 7) == "one two"

    def test_it_ends_after_a_whole_word(self):
        assert shorten("one two, three", 10) == "one two…"
        assert shorten("one two three", 8) == "one two…"

    def test_one_long_word_is_cut(self):
        assert shorten("unbreakable", 5) == "unbr…"

    @given(st.text(), st.integers(0, 60))
    def test_it_never_exceeds_the_limit(self, text, limit):
        assert len(shorten(text, limit)) <= limit
