"""Comparing texts by word and by paragraph."""

import time
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from newsroom.lib import diff
from newsroom.lib.diff import Change, ParagraphPair

TEXTS = st.text("ab .\n", max_size=40)


class Tags(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.found = set()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.found.add((tag, tuple(attrs)))


class TestWords:
    def test_one_word_changes(self):
        assert diff.words("The old man.", "The new man.") == [
            Change("equal", "The ", "The "),
            Change("replace", "old", "new"),
            Change("equal", " man.", " man."),
        ]

    def test_equal_texts_are_one_stretch(self):
        assert diff.words("a b", "a b") == [Change("equal", "a b", "a b")]
        assert diff.words("", "") == []

    @given(TEXTS, TEXTS)
    def test_both_texts_can_be_put_together_again(self, a, b):
        changes = diff.words(a, b)

        assert "".join(change.a for change in changes) == a
        assert "".join(change.b for change in changes) == b

    def test_texts_over_the_cap_are_one_replacement_and_quick(self):
        start = time.process_time()

        changes = diff.words("x " + "a b " * 5_000 + "y", "x " + "b c " * 5_000 + "y")

        assert [change.op for change in changes] == ["equal", "replace", "equal"]
        assert time.process_time() - start < 1


class TestParagraphs:
    def test_kept_changed_added_and_removed_are_told_apart(self):
        before = "<p>One stays here.</p><p>Two people were hurt in the fire.</p><p>Gone entirely.</p>"
        after = "<p>One stays here.</p><p>Three people were hurt in the fire.</p><h2>New</h2>"

        assert diff.paragraphs(before, after) == [
            ParagraphPair("kept", "<p>One stays here.</p>", "<p>One stays here.</p>"),
            ParagraphPair(
                "changed", "<p>Two people were hurt in the fire.</p>", "<p>Three people were hurt in the fire.</p>"
            ),
            ParagraphPair("removed", "<p>Gone entirely.</p>", None),
            ParagraphPair("added", None, "<h2>New</h2>"),
        ]

    def test_an_insertion_in_front_moves_nothing(self):
        pairs = diff.paragraphs("<p>a</p><p>b</p>", "<p>new</p><p>a</p><p>b</p>")

        assert [pair.kind for pair in pairs] == ["added", "kept", "kept"]

    def test_empty_bodies(self):
        assert diff.paragraphs("", "") == []
        assert [pair.kind for pair in diff.paragraphs("", "<p>a</p>")] == ["added"]

    @given(st.lists(st.sampled_from("abcd"), max_size=8), st.lists(st.sampled_from("abcd"), max_size=8))
    def test_every_block_appears_once_in_order(self, a, b):
        before, after = ([f"<p>{word}</p>" for word in side] for side in (a, b))

        pairs = diff.paragraphs("".join(before), "".join(after))

        assert [pair.a for pair in pairs if pair.a] == before
        assert [pair.b for pair in pairs if pair.b] == after


class TestMarkedUp:
    def test_changes_are_marked(self):
        marked = diff.html("<p>The old man.</p>", "<p>The new man.</p>")

        assert "<del>old</del>" in marked
        assert "<ins>new</ins>" in marked

    def test_nothing_but_ins_and_del_is_added(self):
        before = '<p>a <a href="/x" title="t">b</a></p><figure class="nw-media" data-asset="3"><img src="/media/a.jpg" alt="x &lt; y"></figure>'
        after = '<p>a <a href="/y">c</a> &lt;script&gt;</p><news-embed data-embed="1"></news-embed><ul><li>d</li></ul>'

        marked = diff.html(before, after)

        assert Tags(marked).found <= Tags(before).found | Tags(after).found | {("ins", ()), ("del", ())}
        assert "<script" not in marked

    def test_equal_and_empty_bodies(self):
        assert diff.html("<p>a</p>", "<p>a</p>").strip() == "<p>a</p>"
        assert diff.html("", "").strip() == ""
        assert "<ins>a</ins>" in diff.html("", "<p>a</p>")

    def test_very_long_bodies_are_marked_by_block_and_quickly(self):
        before = "".join(f"<p>{n} {'word ' * 20}</p>" for n in range(1_500))
        start = time.process_time()

        marked = diff.html(before, before.replace("<p>7 ", "<p>seven "))

        assert marked.count("<ins>") == marked.count("<del>") == 1
        assert time.process_time() - start < 2
