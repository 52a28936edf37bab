"""Words that mean another day when a text goes out later."""

from datetime import date, timedelta

import pytest

from newsroom.lib.day_words import day_words

TUESDAY = date(2026, 11, 24)


def phrases(text, language="en", days=1, written=TUESDAY):
    found = day_words(text, language, written=written, out=written + timedelta(days=days))
    return [(word.phrase, word.will_mean.isoformat()) for word in found]


class TestDayWords:
    @pytest.mark.parametrize(
        "text, day",
        [
            ("today", "2026-11-25"),
            ("yesterday evening", "2026-11-24"),
            ("last night", "2026-11-24"),
            ("Tomorrow", "2026-11-26"),
            ("the day after tomorrow", "2026-11-27"),
            ("this morning", "2026-11-25"),
        ],
    )
    def test_each_is_found_with_the_day_it_will_mean(self, text, day):
        assert phrases(f"It began {text} in Kyiv.") == [(text, day)]

    def test_german_has_its_own(self):
        assert phrases("Gestern Abend, heute und vorgestern, am guten Morgen.", "de-DE") == [
            ("Gestern Abend", "2026-11-24"), ("heute", "2026-11-25"), ("vorgestern", "2026-11-23"),
        ]  # fmt: skip

    def test_a_weekday_counts_when_it_is_past_by_then(self):
        assert phrases("They meet on Wednesday.", days=1) == []
        assert phrases("They meet on Wednesday.", days=2) == [("Wednesday", "2026-12-02")]

    def test_every_wednesday_stays_every_wednesday(self):
        assert phrases("They meet every Wednesday.", days=2) == []

    def test_on_the_same_day_nothing_changes(self):
        assert phrases("today and tomorrow", days=0) == []

    def test_a_language_without_a_table_has_none(self):
        assert phrases("oggi", "it") == []

    def test_each_phrase_is_named_once(self):
        assert len(phrases("Today. And today. TODAY.")) == 1

    def test_other_words_are_let_be(self):
        assert phrases("In todays world the Mondays may be second to none.") == []
