"""What changed, marked in the text itself: the marks come and go, and what is under them stays whole."""

import re
import time

from hypothesis import given
from hypothesis import strategies as st

from newsroom.lib.html import Vocabulary, paragraphs, text_of
from newsroom.lib.marking import first_of, marked, marked_rows, second_of

BODY = Vocabulary(
    {name: {} for name in "p h2 ul li strong em br hr cite table caption thead tbody tr td th blockquote".split()}
    | {"a": {"href": "url!"}, "ol": {"start": "int"}}
)
PIECES = st.sampled_from(
    "<p> <h2> <ul> <ol> <li> </li> </ul> </ol> <strong> </strong> <em> </em> <br> <hr> <blockquote> </blockquote> <cite> "
    "</cite> <table> <tr> <td> <th> </table> <caption> <thead> <tbody> <a/href='/x\"&lt;y'> </a> one two three four &lt;b&gt; "
    "&nbsp; &amp; \" '".split()
)
BODIES = st.lists(PIECES, max_size=30).map(lambda pieces: BODY.clean(" ".join(pieces).replace("<a/", "<a ")))
GONE, NEW, MARKS = re.compile("<del>.*?</del>", re.S), re.compile("<ins>.*?</ins>", re.S), re.compile("</?(ins|del)>")

BETWEEN_TAGS = re.compile(r"(?<=>)\s+(?=<)")


def words_of(html):
    return text_of(html).split()


class TestAnyTwoBodies:
    @given(BODIES, BODIES)
    def test_without_what_is_gone_it_reads_as_the_second(self, a, b):
        assert words_of(GONE.sub("", marked(a, b))) == words_of(b)

    @given(BODIES, BODIES)
    def test_without_what_is_new_it_reads_as_the_first(self, a, b):
        assert words_of(NEW.sub("", marked(a, b))) == words_of(a)

    @given(BODIES, BODIES)
    def test_no_list_or_table_is_taken_apart(self, a, b):
        bare = MARKS.sub("", marked(a, b))

        assert words_of(BODY.clean(bare)) == words_of(bare)
        assert all(re.match("<(p|h2|ul|ol|hr|blockquote|table)[ >]", block) for block in paragraphs(bare))
        assert not re.search("<(ins|del)><(li|tr|td|th|thead|tbody|caption)[ >]", marked(a, b))

    @given(BODIES)
    def test_what_did_not_change_is_as_it_was(self, body):
        assert BETWEEN_TAGS.sub("", marked(body, body)) == BETWEEN_TAGS.sub("", body)


class TestRows:
    @given(BODIES, BODIES)
    def test_joined_they_are_the_marked_body(self, a, b):
        assert "".join(marked_rows(a, b)) == marked(a, b)

    @given(BODIES, BODIES)
    def test_each_side_reads_as_its_body(self, a, b):
        rows = marked_rows(a, b)

        assert words_of("".join(map(first_of, rows))) == words_of(a)
        assert words_of("".join(map(second_of, rows))) == words_of(b)

    def test_a_side_without_a_point_of_a_list_has_no_empty_one(self):
        [row] = marked_rows("<ul><li>salt</li></ul>", "<ul><li>salt</li><li>oil</li></ul>")

        assert first_of(row) == "<ul><li>salt</li></ul>"
        assert second_of(row) == "<ul><li>salt</li><li><ins>oil</ins></li></ul>"


class TestTables:
    ROW = "<tr><td>Aldine</td><td>{}</td></tr>"
    TABLE = "<table><caption>Sailings</caption><tbody>{}</tbody></table>"

    def test_a_number_changes_in_its_cell(self):
        before, after = (self.TABLE.format(self.ROW.format(number)) for number in (12, 14))

        assert marked(before, after) == before.replace("12", "<del>12</del><ins>14</ins>")

    def test_a_new_row_stands_in_the_table(self):
        row, new = self.ROW.format(12), "<tr><td>Kestrel</td><td>3</td></tr>"

        assert marked(self.TABLE.format(row), self.TABLE.format(row + new)) == self.TABLE.format(
            row + "<tr><td><ins>Kestrel</ins></td><td><ins>3</ins></td></tr>"
        )

    def test_a_table_that_goes_is_still_a_table(self):
        table = self.TABLE.format(self.ROW.format(12))

        assert marked(f"<p>a</p>{table}", "<p>a</p>") == (
            "<p>a</p><table><caption><del>Sailings</del></caption><tbody>"
            "<tr><td><del>Aldine</del></td><td><del>12</del></td></tr></tbody></table>"
        )


class TestLists:
    def test_a_point_comes_between_two(self):
        assert marked("<ul><li>salt</li><li>rope</li></ul>", "<ul><li>salt</li><li>oil</li><li>rope</li></ul>") == (
            "<ul><li>salt</li><li><ins>oil</ins></li><li>rope</li></ul>"
        )

    def test_bullets_become_numbers(self):
        assert marked("<ul><li>salt</li></ul>", "<ol><li>salt</li></ol>") == (
            "<ul><li><del>salt</del></li></ul><ol><li><ins>salt</ins></li></ol>"
        )


class TestWords:
    def test_emphasis_is_a_change(self):
        assert (
            marked("<p>not here</p>", "<p>not <em>here</em></p>")
            == "<p>not <del>here</del> <ins><em>here</em></ins></p>"
        )

    def test_a_link_that_leads_elsewhere_is_a_change(self):
        before, after = '<p>See <a href="/a">this</a>.</p>', '<p>See <a href="/b">this</a>.</p>'

        assert marked(before, after) == '<p>See <del><a href="/a">this</a></del><ins><a href="/b">this</a></ins>.</p>'

    def test_more_space_is_none(self):
        assert marked("<p>one two</p>", "<p>one  two</p>") == "<p>one  two</p>"

    def test_a_space_that_does_not_break_is_one(self):
        assert "<ins>&nbsp;</ins>" in marked("<p>10 km</p>", "<p>10&nbsp;km</p>")

    def test_a_line_that_comes_is_marked_even_without_words(self):
        assert marked("<p>a</p>", "<p>a</p><hr>") == "<p>a</p><ins><hr></ins>"


class TestCost:
    def test_two_long_bodies_with_nothing_in_common_are_done_in_seconds(self):
        before, after = (
            "".join(f"<p>{' '.join(f'{letter}{(n * m) % 7}' for m in range(400))}</p>" for n in range(40))
            for letter in "xy"
        )
        start = time.process_time()

        marked(before, after)

        assert time.process_time() - start < 8
