"""Search: what is found, in which order, with which snippet; that no typing breaks it; that the index follows history."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from articles import publishing
from articles.models import HistoryEntry, Version
from newsroom.testing.factories import (
    hidden_states,
    make_author,
    make_live,
    make_section,
    make_source,
    make_tag,
    make_user,
)
from public import search
from public.models import Follower
from public.tests.rows import many_live

pytestmark = pytest.mark.django_db

HOSTILE = [
    '"', '""', '"""', "'", "\\", "*", "(", ")", "a AND", "OR", "NOT x", "NEAR(a b)", "headline:x", "a:*", "-x", "^x", "\0",
    "x\0y", "😀", "😀 ferry", "x" * 10_000, "x " * 5_000, '"' * 10_000, "%", "_", "; DROP TABLE public_search; --", "&", "|", "!",
    "<->", "a & b", "ferry:*", "'ferry'", "\ud800".encode("utf-8", "replace").decode(), "a\r\nb", "{}", "+", "C++", "\u202e", "ä̈", "﷽",
]  # fmt: skip


def found(query, **filters):
    return [story.headline for story in search.search(query, **filters).stories]


def indexed_ids():
    key = "version_id" if connection.vendor == "postgresql" else "rowid"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {key} FROM public_search")
        return {row[0] for row in cursor.fetchall()}


def live_ids():
    return set(Version.objects.live().values_list("pk", flat=True))


class TestWhatIsFound:
    def test_holds_all_words_whatever_their_case_and_accents(self):
        make_live(headline="Café owners protest in Lowmere")
        make_live(headline="Café opens")
        search.follow(timezone.now())

        assert found("LOWMERE cafe") == ["Café owners protest in Lowmere"]

    def test_may_be_in_text_names_tags_or_the_place(self):
        make_live(
            headline="One", kind="brief", body="<p>The <em>sluice</em> broke.</p>", authors=[make_author("Lucia Ferran")],
            tags=[make_tag("Flooding")], source=make_source("tidewire"), dateline="Brackwater",
            section=make_section("climate"),
        )  # fmt: skip
        search.follow(timezone.now())

        for word in ("sluice", "ferran", "flooding", "tidewire", "brackwater", "climate"):
            assert found(word) == ["One"], word

    def test_needs_only_the_beginning_of_the_last_word(self):
        make_live(headline="Parliament votes on ferries")
        search.follow(timezone.now())

        assert found("parliament ferr") == ["Parliament votes on ferries"]
        assert found("parlia ferries") == []

    def test_keeps_quoted_phrases_together(self):
        make_live(headline="Central bank raises rates")
        make_live(headline="Bank in central Sarenne robbed")
        search.follow(timezone.now())

        assert found('"central bank"') == ["Central bank raises rates"]
        assert len(found("central bank")) == 2

    def test_puts_the_headline_before_the_text(self):
        make_live(headline="Something else", kind="brief", body="<p>The dam held, and the dam is old.</p>")
        make_live(headline="Dam holds", now=timezone.now() - timedelta(days=9))
        search.follow(timezone.now())

        assert found("dam") == ["Dam holds", "Something else"]

    def test_can_be_in_any_script(self):
        make_live(headline="Повінь у дельті", language="uk", slug="povin")
        make_live(headline="السد صامد", language="ar", slug="sad")
        search.follow(timezone.now())

        assert found("повінь") == ["Повінь у дельті"]
        assert found("السد") == ["السد صامد"]

    def test_can_be_narrowed(self):
        world, sport = make_section("world"), make_section("sport")
        football = make_section("football", parent=sport)
        make_live(headline="Ferry one", section=world, kind="analysis")
        make_live(headline="Ferry two", section=football, now=timezone.now() - timedelta(days=3))
        search.follow(timezone.now())

        assert found("ferry", section=sport) == ["Ferry two"]
        assert found("ferry", section=football) == ["Ferry two"]
        assert found("ferry", kind="analysis") == ["Ferry one"]
        assert found("ferry", since=timezone.now() - timedelta(days=1)) == ["Ferry one"]

    def test_comes_in_pages_with_a_total(self):
        many_live(45)
        search.rebuild()

        pages = [search.search("words", page=number) for number in (1, 2, 3)]

        assert [len(page.stories) for page in pages] == [20, 20, 5]
        assert {page.total for page in pages} == {45}
        assert len({story.pk for page in pages for story in page.stories}) == 45

    def test_is_never_what_readers_may_not_see(self):
        hidden_states()
        search.follow(timezone.now())

        assert found("secret") == []

    def test_is_asked_of_live_versions_even_when_the_index_is_behind(self):
        version = make_live(headline="Dam holds")
        search.follow(timezone.now())
        version.article.refresh_from_db()
        publishing.kill(version.article, by=make_user("chloe"), note="x", public_text="False.")

        assert found("dam") == []


class TestHostileQueries:
    @pytest.mark.parametrize("query", HOSTILE)
    def test_are_never_an_error(self, client, query):
        make_live(headline="Ferry leaves")
        search.follow(timezone.now())

        page = client.get("/search/", {"q": query})

        assert page.status_code == 200

    def test_are_words_and_not_syntax(self):
        make_live(headline="Ferry leaves")
        search.follow(timezone.now())

        assert found("ferry OR nonsense") == []
        assert found("headline:ferry") == []
        assert found("ferry*") == ["Ferry leaves"]
        assert found("fer*ry") == []

    def test_appear_escaped(self, client):
        text = client.get("/search/", {"q": '<script>alert(1)</script>"'}).content.decode()

        assert "<script>alert" not in text


class TestSnippets:
    def words(self, query):
        return search.read_query(query)

    def test_mark_the_words_and_escape_the_rest(self):
        story = Version(standfirst="", body="<p>If a &lt;b&gt; &amp; the Dam breaks</p>")

        text = search.snippet(story, self.words("dam"))

        assert text == "If a &lt;b&gt; &amp; the <mark>Dam</mark> breaks"

    def test_begin_near_the_first_match(self):
        story = Version(standfirst="", body=f"<p>{'water ' * 100}dam {'water ' * 100}</p>")

        text = search.snippet(story, self.words("dam"))

        assert text.startswith("… water")
        assert text.endswith("water …")
        assert "<mark>dam</mark>" in text
        assert len(text) < 300

    def test_of_a_story_without_text_are_empty(self):
        assert search.snippet(Version(), self.words("dam")) == ""


class TestFollowing:
    def test_indexes_new_versions_and_drops_old_ones(self):
        version = make_live(headline="Dam holds")
        search.follow(timezone.now())
        version.article.refresh_from_db()
        publishing.update(version.article, by=make_user("ed"))

        count = search.follow(timezone.now())

        assert count == 1
        assert indexed_ids() == live_ids()
        assert version.pk not in indexed_ids()

    def test_removes_the_withdrawn_and_the_killed(self):
        make_live()
        hidden_states()
        search.follow(timezone.now())

        assert indexed_ids() == live_ids()
        assert len(live_ids()) == 1

    def test_again_changes_nothing(self):
        make_live()
        search.follow(timezone.now())

        assert search.follow(timezone.now()) == 0
        assert indexed_ids() == live_ids()

    def test_catches_up_after_any_time(self, monkeypatch):
        monkeypatch.setattr(search, "BATCH", 2)
        long_ago = timezone.now() - timedelta(days=30)
        for _ in range(5):
            make_live(now=long_ago)

        assert search.follow(timezone.now()) == 5
        assert indexed_ids() == live_ids()
        assert Follower.objects.get(name="search").last_entry_id == HistoryEntry.objects.first().pk

    def test_takes_in_an_entry_that_was_committed_late(self):
        make_live()
        Follower.objects.create(name="search", last_entry_id=HistoryEntry.objects.first().pk)

        search.follow(timezone.now())

        assert indexed_ids() == live_ids()

    def test_writes_nothing_when_nothing_is_new(self, django_assert_max_num_queries):
        make_live()
        search.follow(timezone.now())

        with django_assert_max_num_queries(5) as queries:
            search.follow(timezone.now())

        assert not [query for query in queries if query["sql"].startswith(("INSERT", "DELETE", "UPDATE"))]

    def test_from_scratch_makes_the_same_index(self, capsys):
        make_live()
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute(search.SQLITE_ADD, [999_999, "stale", "", "", ""])

        call_command("search_rebuild")

        assert indexed_ids() == live_ids()
        assert "Indexed 1 stories." in capsys.readouterr().out
        assert search.follow(timezone.now()) == 0


class TestThePage:
    def test_says_how_many_and_marks_the_words(self, client):
        make_live(headline="Ferry leaves", kind="brief", body="<p>The sluice broke.</p>")
        search.follow(timezone.now())

        text = client.get("/search/", {"q": "sluice"}).content.decode()

        assert "1 story found for “sluice”" in text
        assert "<mark>sluice</mark>" in text
        assert "<title>Search: sluice – " in text
        assert 'name="robots" content="noindex"' in text

    def test_offers_filters_that_keep_the_query(self, client):
        make_section("sport")

        text = client.get("/search/", {"q": "a & b", "kind": "opinion"}).content.decode()

        assert "/search/?q=a+%26+b&amp;section=sport&amp;kind=opinion" in text

    def test_proposes_a_name_that_was_published(self, client):
        make_live(tags=[make_tag("Elections")])
        make_tag("Electrons")

        assert "?q=Elections" in client.get("/search/", {"q": "electoins"}).content.decode()
        assert "Electrons" not in client.get("/search/", {"q": "electrosn"}).content.decode()

    def test_ignores_filters_that_do_not_exist(self, client):
        assert client.get("/search/", {"q": "x", "kind": "poem", "since": "ever", "section": "none"}).status_code == 200

    def test_beyond_the_end_is_404(self, client):
        assert client.get("/search/", {"q": "x", "page": "2"}).status_code == 404

    def test_costs_few_queries(self, client, django_assert_max_num_queries):
        many_live(30)
        search.rebuild()

        with django_assert_max_num_queries(4):
            client.get("/search/", {"q": "words"})
