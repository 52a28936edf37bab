import pytest

from newsroom.testing.factories import make_tag
from tags.models import Tag, TagAlias
from tags.suggesting import suggest, tags_for_wire

pytestmark = pytest.mark.django_db


def topic(words, code=""):
    return (words, "topic", code)


class TestSuggesting:
    def test_a_name_means_a_tag_whatever_its_spelling(self):
        tag = make_tag("Zelenskyy, Volodymyr")

        assert suggest([topic("zelenskyy VOLODYMYR")], "") == [tag]

    def test_another_spelling_means_the_tag(self):
        tag = make_tag("Türkiye")
        TagAlias.objects.create(tag=tag, name="Turkey")

        assert suggest([topic("Turkey")], "") == [tag]

    def test_a_media_topic_means_the_tag_whatever_it_is_called(self):
        tag = make_tag("War", media_topic="medtop:20000056")

        assert suggest([topic("armed conflict", "medtop:20000056")], "") == [tag]

    def test_the_text_names_tags_most_often_first(self):
        ferry, harbour = make_tag("Ferries"), make_tag("Port Aldine Harbour")
        text = "Ferries wait. In Port Aldine harbour two ferries wait."

        assert suggest([], text) == [ferry, harbour]

    def test_names_come_before_the_text_and_nothing_twice(self):
        harbour, ferry = make_tag("Harbour"), make_tag("Ferries")

        assert suggest([topic("Harbour")], "Ferries, ferries in the harbour") == [harbour, ferry]

    def test_blocked_tags_are_left_out_and_new_ones_are_not_found_in_texts(self):
        Tag.objects.create(name="Blocked", standing="blocked")
        Tag.objects.create(name="Fresh words", standing="new")

        assert suggest([topic("Blocked")], "blocked and fresh words") == []

    def test_a_long_text_costs_few_queries(self, django_assert_max_num_queries):
        with django_assert_max_num_queries(40):
            suggest([], " ".join(f"word{number}" for number in range(20_000)))

    def test_nothing_is_made(self):
        suggest([topic("Unknown")], "Unknown")

        assert not Tag.objects.exists()


class TestTagsForAWireItem:
    def test_existing_tags_come_first_and_the_rest_are_made_new(self):
        known = make_tag("Diplomacy")

        tags = tags_for_wire(
            [("Rustem Umerov", "person", ""), topic("diplomacy", "medtop:20000593"), ("Türkiye", "place", "")], by=None
        )

        assert tags[0] == known
        assert [(tag.name, tag.kind, tag.standing) for tag in tags[1:]] == [
            ("Rustem Umerov", "person", "new"),
            ("Türkiye", "place", "new"),
        ]

    def test_a_new_topic_is_capitalised_and_keeps_its_code(self):
        [tag] = tags_for_wire([topic("armed conflict", "medtop:20000056")], by=None)

        assert (tag.name, tag.slug, tag.media_topic) == ("Armed conflict", "armed-conflict", "medtop:20000056")

    def test_a_persons_name_stays_as_it_is(self):
        assert tags_for_wire([("de Vries", "person", "")], by=None)[0].name == "de Vries"

    def test_a_blocked_tag_is_neither_used_nor_made_again(self):
        Tag.objects.create(name="Spam", standing="blocked")

        assert tags_for_wire([topic("spam"), topic("SPAM!")], by=None) == []
        assert Tag.objects.count() == 1

    def test_spellings_of_one_name_are_one_tag(self):
        assert len(tags_for_wire([topic("COVID-19"), topic("covid 19"), topic("Covid–19")], by=None)) == 1

    def test_the_limit_holds_and_existing_tags_win_places(self):
        known = make_tag("Last")
        names = [topic(f"Name {number}") for number in range(20)] + [topic("Last")]

        tags = tags_for_wire(names, by=None, limit=8)

        assert len(tags) == 8
        assert tags[0] == known
        assert Tag.objects.count() == 8

    @pytest.mark.parametrize("words", ["", " ", "\u200b", "x" * 101, "ß" * 100])
    def test_what_is_no_name_makes_no_tag(self, words):
        assert tags_for_wire([topic(words)], by=None) == []

    def test_names_that_share_an_address_get_two(self):
        slugs = {tag.slug for tag in tags_for_wire([topic("中国"), topic("日本")], by=None)}

        assert len(slugs) == 2

    def test_a_strange_kind_is_a_topic(self):
        assert tags_for_wire([("Thing", "object", "")], by=None)[0].kind == "topic"
