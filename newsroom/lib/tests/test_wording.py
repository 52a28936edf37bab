"""Readability, names in two spellings, who speaks."""

import pytest

from newsroom.lib.wording import TwoSpellings, lix, names_a_speaker, two_spellings


def pairs(text):
    return [(pair.usual, pair.other) for pair in two_spellings(text)]


class TestLix:
    def test_short_sentences_of_short_words_read_easily(self):
        assert lix("The cat sat on the mat. It saw a rat. The rat ran. " * 4) < 15

    def test_long_words_in_long_sentences_are_hard(self):
        assert lix("Internationally, infrastructural considerations notwithstanding, " * 12) > 60

    def test_it_is_words_per_sentence_and_the_share_of_long_words(self):
        assert lix("one two three four tremendous. " * 6) == 5 + 20

    def test_a_few_words_have_none(self):
        assert lix("The ferry left.") is None


class TestTwoSpellings:
    @pytest.mark.parametrize("other", ["Haloran", "Halloren", "Hallorran", "Hallroan"])
    def test_a_slip_of_one_letter_is_found(self, other):
        assert pairs(f"We met Halloran. Then we saw Halloran leave and {other} come.") == [("Halloran", other)]

    def test_the_rarer_spelling_is_the_doubtful_one(self):
        text = "He saw Kasrova. They went to Karsova, and from Karsova back."

        assert list(two_spellings(text)) == [TwoSpellings("Karsova", "Kasrova")]

    @pytest.mark.parametrize(
        "text",
        [
            "They flew from Russia to meet Russian envoys",
            "With Germany and the Germans",
            "It was Italy's plan and Italy agreed",
            "He met Anna and Hanna",  # four letters are too few to tell
            "Then NATO and NAFO spoke",
        ],
    )
    def test_words_that_belong_together_are_let_be(self, text):
        assert pairs(text) == []

    def test_the_first_word_of_a_sentence_is_no_name(self):
        assert pairs("Ferries left. Ferrles stayed.") == []


class TestWhoSpeaks:
    @pytest.mark.parametrize("text", ["the captain said.", "According to the log", "sagte der Kapitän", "Laut Lotse"])
    def test_a_verb_of_saying_names_one(self, text):
        assert names_a_speaker(text)

    @pytest.mark.parametrize("text", ["", "We sail at dawn.", "Der Nebel blieb."])
    def test_other_words_do_not(self, text):
        assert not names_a_speaker(text)
