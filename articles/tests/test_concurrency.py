"""Two people at the same moment, with real threads and connections of their own: one wins, the other is told.

On SQLite the test database lives in memory, where connections of one process share a cache and its table locks. It is
copied to a file first, because a file with write-ahead log is what a newsroom runs on.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection, connections

from articles import addresses, drafting, publishing, undoing, vault
from articles.models import Article, Byline, FormerAddress, HistoryEntry, Revision, Version
from articles.tests.refusals import NOW
from articles.workflow import WorkflowError
from newsroom.testing.factories import make_author, make_draft, make_tag, make_user

pytestmark = pytest.mark.django_db(transaction=True)
Job = Callable[[], Any]


class Newsroom:
    """Runs jobs in threads, each with its own connection to one shared database."""

    def __init__(self, file: Path | None) -> None:
        self._file = file

    def at_once(self, *jobs: Callable[[threading.Barrier], Any]) -> list[Any]:
        """Run all jobs side by side; each waits at the barrier it is given when it has looked and is about to act."""
        barrier = threading.Barrier(len(jobs), timeout=20)
        with ThreadPoolExecutor(len(jobs)) as pool:
            running = [pool.submit(self._run, lambda job=job: job(barrier)) for job in jobs]
            return [future.result(timeout=40) for future in running]

    def look(self, job: Job) -> Any:
        """Run one job and return what it saw."""
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(self._run, job).result(timeout=40)

    def _run(self, job: Job) -> Any:
        if self._file:
            settings = {**connections.settings["default"], "NAME": str(self._file)}
            connections["default"] = type(connections["default"])(settings, "default")
        try:
            return job()
        except WorkflowError as error:
            return error.code
        finally:
            connections["default"].close()


@pytest.fixture
def newsroom(tmp_path):
    def open_it() -> Newsroom:
        if connection.vendor != "sqlite":
            return Newsroom(None)
        file = tmp_path / "newsroom.sqlite3"
        with closing(sqlite3.connect(file)) as copy:
            connection.connection.backup(copy)
        return Newsroom(file)

    return open_it


def acting(article: Article, act: Callable[[Article], Any]) -> Callable[[threading.Barrier], Any]:
    """Return a job that loads the story as a request would, waits for the others, and acts."""

    def job(barrier: threading.Barrier) -> str:
        mine = Article.objects.get(pk=article.pk)
        barrier.wait()
        act(mine)
        return "done"

    return job


class TestTwoEditorsAtOnce:
    def test_publishing_the_same_story_gives_one_winner_and_one_who_is_told(self, newsroom):
        ed, chloe, article = make_user("ed"), make_user("chloe"), make_draft(now=NOW)
        place = newsroom()

        outcomes = place.at_once(
            acting(article, lambda mine: publishing.publish(mine, by=ed, now=NOW)),
            acting(article, lambda mine: publishing.publish(mine, by=chloe, now=NOW)),
        )

        assert sorted(outcomes) == ["changed", "done"]
        assert place.look(Version.objects.count) == 1
        assert place.look(HistoryEntry.objects.filter(verb="publish").count) == 1

    def test_killing_and_updating_leaves_one_current_version(self, newsroom):
        ed, chloe, article = make_user("ed"), make_user("chloe"), make_draft(now=NOW)
        publishing.publish(article, by=ed, now=NOW)
        place = newsroom()

        outcomes = place.at_once(
            acting(article, lambda mine: publishing.update(mine, by=ed, now=NOW)),
            acting(article, lambda mine: publishing.kill(mine, by=chloe, note="x", public_text="x", now=NOW)),
        )

        assert sorted(outcomes) == ["changed", "done"]
        standing = place.look(lambda: list(Version.objects.order_by("number").values_list("standing", flat=True)))
        assert standing in (["past", "live"], ["past", "gone"])

    def test_undoing_and_updating_leaves_one_current_version(self, newsroom):
        ed, chloe, article = make_user("ed"), make_user("chloe"), make_draft(now=NOW)
        publishing.publish(article, by=ed, now=NOW)
        publishing.update(article, by=ed, now=NOW)
        place = newsroom()

        outcomes = place.at_once(
            acting(article, lambda mine: undoing.undo(mine, by=ed, now=NOW)),
            acting(article, lambda mine: publishing.correct(mine, by=chloe, public_text="Noon.", now=NOW)),
        )

        assert sorted(outcomes) == ["changed", "done"]
        standing = place.look(lambda: list(Version.objects.order_by("number").values_list("standing", flat=True)))
        assert standing in (["live", "undone"], ["past", "past", "live"])

    def test_one_address_is_not_given_to_two_stories_that_move(self, newsroom):
        ed = make_user("ed")
        stories = [make_draft(now=NOW) for _ in range(2)]
        for story in stories:
            publishing.publish(story, by=ed, now=NOW)
        place = newsroom()

        outcomes = place.at_once(
            *(acting(story, lambda mine: addresses.readdress(mine, by=ed, slug="ferry", now=NOW)) for story in stories)
        )

        assert outcomes.count("done") == 1
        assert set(outcomes) <= {"done", "changed", "bad_address"}
        assert place.look(FormerAddress.objects.count) == 1

    def test_the_same_person_is_not_both_of_those_who_open_the_vault(self, newsroom):
        ed, article = make_user("ed"), make_draft(now=NOW)
        vault.vault(article, by=ed, now=NOW)
        place = newsroom()

        outcomes = place.at_once(*(acting(article, lambda mine: vault.unvault(mine, by=ed, now=NOW)) for _ in range(2)))

        assert "done" in outcomes
        assert set(outcomes) <= {"done", "changed", "second_person"}
        assert outcomes.count("done") == 1
        assert place.look(lambda: Article.objects.get().in_vault)

    def test_two_stories_of_one_name_never_get_one_address(self, newsroom):
        ed = make_user("ed")
        first, second = make_draft(now=NOW, slug="ferry"), make_draft(now=NOW, slug="ferry")
        place = newsroom()

        outcomes = place.at_once(
            acting(first, lambda mine: publishing.publish(mine, by=ed, now=NOW)),
            acting(second, lambda mine: publishing.publish(mine, by=ed, now=NOW)),
        )

        assert set(outcomes) <= {"done", "changed"}
        paths = place.look(lambda: list(Version.objects.live().values_list("path", flat=True)))
        assert len(paths) == len(set(paths)) == outcomes.count("done") >= 1


class TestASaveAndAPublicationAtOnce:
    def test_a_text_nobody_saw_does_not_go_out(self, newsroom):
        ed, rita, article = make_user("ed"), make_user("rita"), make_draft(now=NOW)
        place = newsroom()

        def save(mine: Article) -> None:
            drafting.save_draft(mine, {"headline": "Slipped in"}, by=rita, base_revision=1, now=NOW)

        outcomes = place.at_once(
            acting(article, lambda mine: publishing.publish(mine, by=ed, now=NOW)), acting(article, save)
        )

        assert outcomes[1] == "done"
        assert outcomes[0] in {"changed", "done"}
        assert "Slipped in" not in place.look(lambda: list(Version.objects.values_list("headline", flat=True)))
        assert place.look(lambda: Article.objects.get().headline) == "Slipped in"


def saving(article: Article, by: User, **changes: Any) -> Callable[[threading.Barrier], Any]:
    """Return a job that saves over revision 1, as a form does that was opened before anybody saved."""
    return acting(article, lambda mine: drafting.save_draft(mine, changes, by=by, base_revision=1, now=NOW))


class TestTwoWritersAtOnce:
    def test_of_two_who_change_the_same_one_saves_and_the_other_is_told(self, newsroom):
        ed, rita, article = make_user("ed"), make_user("rita"), make_draft(now=NOW)
        place = newsroom()

        outcomes = place.at_once(*(saving(article, by, headline=f"By {by}") for by in (ed, rita)))

        assert sorted(outcomes) == ["clash", "done"]
        assert place.look(Revision.objects.filter(article=article).count) == 2

    def test_separate_fields_are_both_saved(self, newsroom):
        ed, rita, article = make_user("ed"), make_user("rita"), make_draft(now=NOW)
        place = newsroom()

        outcomes = place.at_once(
            saving(article, ed, headline="By Ed", dateline="Kyiv"), saving(article, rita, standfirst="By Rita.")
        )

        assert outcomes == ["done", "done"]
        stored = place.look(Article.objects.get)
        assert (stored.headline, stored.standfirst, stored.dateline) == ("By Ed", "By Rita.", "Kyiv")
        assert stored.revision_number == 3
        kinds = place.look(lambda: list(Revision.objects.order_by("number").values_list("kind", flat=True)))
        assert kinds == ["save", "save", "merge"]

    def test_eight_who_each_write_one_paragraph_all_keep_it(self, newsroom):
        ed = make_user("ed")
        paragraphs = [f"<p>Paragraph {number} of the story about the ferry.</p>" for number in range(8)]
        article = make_draft(now=NOW, body="".join(paragraphs))
        changed = [text.replace("ferry", f"ferry, by {number}") for number, text in enumerate(paragraphs)]
        place = newsroom()

        outcomes = place.at_once(
            *(
                saving(article, ed, body="".join([*paragraphs[:number], text, *paragraphs[number + 1 :]]))
                for number, text in enumerate(changed)
            )
        )

        assert outcomes == ["done"] * 8
        stored = place.look(Article.objects.get)
        assert (stored.body, stored.revision_number) == ("".join(changed), 9)
        bodies = place.look(lambda: [each.snapshot["body"] for each in Revision.objects.order_by("-number")])
        assert bodies[0] == stored.body

    def test_eight_who_each_add_a_tag_and_an_author_all_keep_them(self, newsroom):
        ed, article = make_user("ed"), make_draft(now=NOW)
        tags = [make_tag(f"Tag {number}") for number in range(8)]
        people = [make_author(f"Author {number}") for number in range(8)]
        place = newsroom()

        outcomes = place.at_once(
            *(saving(article, ed, tags=[tag], authors=[author]) for tag, author in zip(tags, people, strict=True))
        )

        assert outcomes == ["done"] * 8
        assert set(place.look(lambda: list(Article.objects.get().tags.all()))) == set(tags)
        assert set(place.look(lambda: [each.author for each in Byline.objects.select_related("author")])) == set(people)

    def test_a_save_while_the_story_goes_out_by_the_clock_is_kept_for_the_next_version(self, newsroom):
        soon, ed, article = NOW + timedelta(hours=1), make_user("ed"), make_draft(now=NOW)
        publishing.schedule(article, by=ed, publish_at=soon, now=NOW)
        place = newsroom()

        def work(barrier: threading.Barrier) -> str:
            barrier.wait()
            return "done" if publishing.publish_due(article.pk, now=soon) else "changed"

        saved, went = place.at_once(saving(article, ed, headline="Written at that moment"), work)

        assert saved == "done"
        assert place.look(lambda: Article.objects.get().headline) == "Written at that moment"
        live = place.look(lambda: list(Version.objects.values_list("headline", "revision_number")))
        assert (went, live) in [
            ("changed", []),
            ("done", [(article.headline, 1)]),
            ("done", [("Written at that moment", 2)]),
        ]


class TestTwoWorkersAtOnce:
    def test_a_due_story_goes_out_once(self, newsroom):
        soon, article = NOW + timedelta(hours=1), make_draft(now=NOW)
        publishing.schedule(article, by=make_user("ed"), publish_at=soon, now=NOW)
        place = newsroom()

        def work(barrier: threading.Barrier) -> bool:
            due = publishing.due(soon)
            barrier.wait()
            return publishing.publish_due(due[0], now=soon) is not None

        assert sorted(place.at_once(work, work, work)) == [False, False, True]
        assert place.look(Version.objects.count) == 1
        assert place.look(lambda: Article.objects.get().schedule_problem) == ""

    def test_an_editor_who_publishes_at_that_moment_causes_no_alarm(self, newsroom):
        soon, ed, article = NOW + timedelta(hours=1), make_user("ed"), make_draft(now=NOW)
        publishing.schedule(article, by=ed, publish_at=soon, now=NOW)
        place = newsroom()

        def work(barrier: threading.Barrier) -> str:
            barrier.wait()
            return "done" if publishing.publish_due(article.pk, now=soon) else "changed"

        outcomes = place.at_once(work, acting(article, lambda mine: publishing.publish(mine, by=ed, now=soon)))

        assert sorted(outcomes) == ["changed", "done"]
        assert place.look(HistoryEntry.objects.filter(verb="schedule_failed").count) == 0
