"""Two people's changes to one text: what merges, what clashes, and that nothing a person wrote is ever lost."""

import time
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from newsroom.lib.html import Vocabulary, paragraphs
from newsroom.lib.merging import (
    Block,
    Clash,
    merge_blocks,
    merge_html,
    merge_lines,
    merge_ordered,
    merge_sets,
    side_that_changed,
)

VOCABULARY = Vocabulary({name: {} for name in "p h2 ul li strong em br hr table tbody tr td blockquote".split()})
WORDS = st.sampled_from("ferry salt fog quay port crew dawn log".split())
LINES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join)
ROWS = st.lists(LINES, max_size=8)
COSTLY = settings(max_examples=400)


@st.composite
def edited(draw, base):
    """Return `base` after a few edits of the kinds people make."""
    row = list(base)
    for _ in range(draw(st.integers(0, 4))):
        kind = draw(st.sampled_from("add remove change move split join".split()))
        place = draw(st.integers(0, max(len(row) - 1, 0)))
        if kind == "add":
            row.insert(place, draw(LINES))
        elif row:
            block = row.pop(place)
            if kind == "change":
                row.insert(place, f"{block} {draw(WORDS)}")
            elif kind == "move":
                row.insert(draw(st.integers(0, len(row))), block)
            elif kind == "split":
                words = block.split()
                row[place:place] = [part for part in (" ".join(words[:2]), " ".join(words[2:])) if part]
            elif kind == "join" and place < len(row):
                row[place] = f"{block} {row[place]}"
    return row


@st.composite
def three(draw):
    base = draw(ROWS)
    return base, draw(edited(base)), draw(edited(base))


def words_of(line):
    return frozenset(line.split())


def merge(base, theirs, mine):
    return merge_blocks(base, theirs, mine, words=words_of)


def everything(merged):
    """Return every block of the result and of each clash's two sides."""
    found = Counter()
    for piece in merged.pieces:
        found.update([piece.text] if isinstance(piece, Block) else [*piece.theirs, *piece.mine])
    return found


def texts(merged):
    assert not merged.clashes
    return [piece.text for piece in merged.pieces]


class TestAnyThreeRows:
    @given(three())
    def test_a_side_that_changed_nothing_takes_the_other(self, rows):
        base, x, _ = rows

        assert texts(merge(base, x, base)) == x
        assert texts(merge(base, base, x)) == x

    @given(three())
    def test_the_same_on_both_sides_is_one(self, rows):
        base, x, _ = rows

        assert texts(merge(base, x, x)) == x

    @COSTLY
    @given(three())
    def test_what_a_side_wrote_is_in_the_result_or_in_a_clash(self, rows):
        base, theirs, mine = rows

        found = everything(merge(base, theirs, mine))

        assert [block for block in {*theirs, *mine} - set(base) if not found[block]] == []

    @COSTLY
    @given(three())
    def test_what_both_sides_still_hold_stays(self, rows):
        base, theirs, mine = rows

        found = everything(merge(base, theirs, mine))

        for block in base:
            if base.count(block) == 1 and block in theirs and block in mine:
                assert found[block]

    @COSTLY
    @given(three())
    def test_nothing_comes_from_nowhere(self, rows):
        base, theirs, mine = rows

        merged = merge(base, theirs, mine)

        assert set(everything(merged)) <= {*theirs, *mine}
        assert all(set(clash.base) <= set(base) for clash in merged.clashes)

    @COSTLY
    @given(three())
    def test_who_is_who_only_changes_the_order_of_additions(self, rows):
        base, theirs, mine = rows

        one, other = merge(base, theirs, mine), merge(base, mine, theirs)

        assert set(everything(one)) == set(everything(other))

    @given(three())
    def test_taking_one_side_in_every_clash_leaves_none_of_the_others_changes_elsewhere_out(self, rows):
        base, theirs, mine = rows
        merged = merge(base, theirs, mine)

        blocks = merged.blocks(lambda clash: clash.mine)

        assert set(blocks) >= {piece.text for piece in merged.pieces if isinstance(piece, Block)}


class TestParagraphs:
    BASE = ["one ferry", "two salt", "three fog", "four quay", "five port"]

    def changed(self, **changes):
        row = list(self.BASE)
        for name, text in changes.items():
            row[["one", "two", "three", "four", "five"].index(name)] = text
        return row

    def test_neighbours_changed_by_two_people_merge(self):
        merged = merge(self.BASE, self.changed(two="two salt more"), self.changed(three="three fog less"))

        assert texts(merged) == self.changed(two="two salt more", three="three fog less")
        assert [piece.by for piece in merged.pieces] == ["base", "theirs", "mine", "base", "base"]

    def test_one_changed_by_both_clashes_and_the_rest_is_merged(self):
        merged = merge(self.BASE, self.changed(two="two salt A", five="five port A"), self.changed(two="two salt B"))

        assert merged.pieces == (
            Block("one ferry", "base"),
            Clash(("two salt",), ("two salt A",), ("two salt B",)),
            Block("three fog", "base"),
            Block("four quay", "base"),
            Block("five port A", "theirs"),
        )

    def test_neighbouring_clashes_can_be_made_one(self):
        merged = merge(
            self.BASE,
            self.changed(two="two salt A", three="three fog A"),
            self.changed(two="two salt B", three="three fog B"),
        )

        assert len(merged.clashes) == 2
        assert merged.coarser().pieces[1] == Clash(
            ("two salt", "three fog"), ("two salt A", "three fog A"), ("two salt B", "three fog B")
        )

    def test_one_changed_and_removed_clashes(self):
        merged = merge(self.BASE, self.BASE[:1] + self.BASE[2:], self.changed(two="two salt B"))

        assert merged.clashes == [Clash(("two salt",), (), ("two salt B",))]

    def test_one_removed_by_both_is_gone(self):
        shorter = [block for block in self.BASE if block != "three fog"]

        assert texts(merge(self.BASE, [*shorter, "six"], shorter)) == [*shorter, "six"]

    def test_additions_at_the_same_place_are_both_kept_theirs_first(self):
        merged = merge(self.BASE, [*self.BASE, "six log", "both of us"], [*self.BASE, "seven crew", "both of us"])

        assert texts(merged) == [*self.BASE, "six log", "seven crew", "both of us"]

    def test_additions_that_are_alike_clash(self):
        merged = merge(self.BASE, [*self.BASE, "the crew is safe"], [*self.BASE, "the crew is well"])

        assert merged.clashes == [Clash((), ("the crew is safe",), ("the crew is well",))]

    def test_one_rewritten_beyond_recognition_clashes_with_a_change_to_it(self):
        merged = merge(self.BASE, self.changed(two="nothing alike"), self.changed(two="two salt B"))

        assert merged.clashes == [Clash(("two salt",), ("nothing alike",), ("two salt B",))]

    def test_one_split_in_two_clashes_whole_with_a_change_to_it(self):
        base = ["one", "a b c d e f g h", "three"]

        merged = merge(base, ["one", "a b c d e", "f g h", "three"], ["one", "a b c d e f g h i", "three"])

        assert merged.clashes == [Clash((base[1],), ("a b c d e", "f g h"), ("a b c d e f g h i",))]

    def test_two_joined_clash_whole_with_a_change_to_one(self):
        base = ["one", "a b c d e", "f g h", "four"]

        merged = merge(base, ["one", "a b c d e f g h", "four"], ["one", "a b c d e", "f g h i", "four"])

        assert merged.clashes == [Clash(("a b c d e", "f g h"), ("a b c d e f g h",), ("a b c d e", "f g h i"))]


class TestMoves:
    BASE = ["one a b c", "two d e f", "three g h i", "four j k l", "five m n o"]

    def test_one_that_moved_takes_the_others_change_along(self):
        one, two, three_, four, five = self.BASE

        merged = merge(self.BASE, [four, one, two, three_, five], [one, two, three_, "four j k l more", five])

        assert texts(merged) == ["four j k l more", one, two, three_, five]

    def test_a_change_is_taken_to_where_i_moved_it(self):
        one, two, three_, four, five = self.BASE

        merged = merge(self.BASE, [one, two, three_, "four j k l more", five], [four, one, two, three_, five])

        assert texts(merged) == ["four j k l more", one, two, three_, five]

    def test_one_that_moved_and_changed_clashes_with_a_change_where_it_stands_now(self):
        one, two, three_, four, five = self.BASE

        merged = merge(self.BASE, ["four j k l A", one, two, three_, five], [one, two, three_, "four j k l B", five])

        assert merged.pieces[0] == Clash((four,), ("four j k l A",), ("four j k l B",))
        assert [piece.text for piece in merged.pieces[1:]] == [one, two, three_, five]

    def test_one_that_moved_and_was_removed_clashes(self):
        one, two, three_, four, five = self.BASE

        merged = merge(self.BASE, [four, one, two, three_, five], [one, two, three_, five])

        assert merged.clashes == [Clash((four,), (four,), ())]

    def test_one_that_both_moved_stands_once_where_they_put_it(self):
        one, two, three_, four, five = self.BASE

        merged = merge(self.BASE, [four, one, two, three_, five], [one, four, two, three_, five])

        assert texts(merged) == [four, one, two, three_, five]


class TestHtml:
    @given(
        st.lists(
            st.sampled_from("<p> <h2> <ul> <li> <b> <table> <tr> <td> <hr> one two &nbsp; &lt; <br>".split()),
            max_size=20,
        )
    )
    def test_the_paragraphs_of_clean_html_joined_are_the_html(self, pieces):
        html = VOCABULARY.clean(" ".join(pieces))

        assert "".join(paragraphs(html)) == html

    def test_whole_blocks_are_merged(self):
        base = "<p>One.</p><ul><li>salt</li></ul><table><tbody><tr><td>1</td></tr></tbody></table>"

        merged = merge_html(base, base.replace("One", "Two"), base.replace("<td>1", "<td>2"))

        assert "".join(texts(merged)) == base.replace("One", "Two").replace("<td>1", "<td>2")


class TestLinesOfNotes:
    def test_two_notes_at_the_end_are_both_kept(self):
        assert texts(merge_lines("Call.", "Call.\nHe rang.", "Call.\nPicture comes.")) == [
            "Call.",
            "He rang.",
            "Picture comes.",
        ]


class TestValues:
    def test_the_side_that_changed_is_taken(self):
        assert side_that_changed(1, 1, 2) == "mine"
        assert side_that_changed(1, 2, 1) == "theirs"
        assert side_that_changed(1, 2, 2) == "theirs"
        assert side_that_changed(1, 2, 3) == "clash"

    @given(*[st.sets(st.integers(0, 6))] * 3)
    def test_sets_keep_additions_and_lose_removals(self, base, theirs, mine):
        merged = merge_sets(base, theirs, mine)

        assert merged >= (theirs | mine) - base
        assert not merged & (base - (theirs & mine))
        assert merge_sets(base, theirs, base) == theirs
        assert merge_sets(base, base, mine) == mine

    @given(*[st.lists(st.integers(0, 6), unique=True)] * 3)
    def test_ordered_lists_do_the_same_in_order(self, base, theirs, mine):
        merged = merge_ordered(base, theirs, mine)

        assert len(merged) == len(set(merged))
        assert set(merged) == merge_sets(base, theirs, mine)
        assert merge_ordered(base, theirs, base) == theirs
        assert merge_ordered(base, base, mine) == mine
        assert merge_ordered(base, mine, mine) == mine

    def test_an_author_added_by_each_stands_where_each_put_it(self):
        assert merge_ordered(["m"], ["a", "m"], ["m", "z"]) == ["a", "m", "z"]


class TestCost:
    def test_three_long_texts_that_share_nothing_are_done_in_seconds(self):
        rows = [[f"{letter}{n} {n % 7} {n % 11}" for n in range(3_000)] for letter in "abc"]
        start = time.process_time()

        merged = merge(*rows)

        assert time.process_time() - start < 8
        assert set(everything(merged)) == {*rows[1], *rows[2]}
