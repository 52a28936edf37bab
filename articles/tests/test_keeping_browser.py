"""Text that cannot be lost, in Chromium: browser killed, server killed, network gone, signed out, taken over, two tabs."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from playwright.sync_api import Browser, BrowserContext, Page, expect

from articles.models import Recovery, Revision
from articles.tests.refusals import fresh
from newsroom.supervising import wait_until
from newsroom.testing.browser import OPTIONS, login
from newsroom.testing.factories import PASSWORD, make_draft, make_live, make_user
from newsroom.testing.server import LiveSite
from newsroom.tests.test_run import Started, free_port

pytestmark = pytest.mark.django_db(transaction=True)
OpenContext = Callable[..., BrowserContext]
PATIENCE_MS = 40_000
SAVED = re.compile(r"^Saved \d\d:\d\d:\d\d$")
EDITABLE = 'body[contenteditable="true"]'


@pytest.fixture
def story():
    return make_draft(make_user("rita"), headline="Ferry leaves", body="<p>One.</p><p>Two.</p>")


def address(story) -> str:
    return f"/desk/articles/article/{story.pk}/change/"


def opened(context: BrowserContext, site: LiveSite, story, name: str = "rita") -> Page:
    page = context.new_page()
    login(page, site, name)
    page.goto(address(story))
    page.frame_locator("iframe.cke_wysiwyg_frame").locator(EDITABLE).wait_for()
    return page


def type_into_body(page: Page, words: str) -> None:
    page.frame_locator("iframe.cke_wysiwyg_frame").locator(EDITABLE).click()
    page.keyboard.press("Control+End")
    page.keyboard.type(words)


def headline(page: Page):
    return page.get_by_label("Headline:", exact=True)


def line(page: Page):
    return page.locator("#keeping [data-words]")


def offers(page: Page):
    return page.locator(".keeping-offer")


def sign_out_everybody() -> None:
    Session.objects.all().delete()


def test_what_is_typed_is_kept_offered_again_and_saved(context: OpenContext, live_server, story):
    first = context()
    page = opened(first, live_server, story)
    type_into_body(page, " And a half.")
    expect(line(page)).to_have_text(SAVED, timeout=PATIENCE_MS)
    first.close()  # without a word to the page

    page = opened(context(), live_server, story)
    offers(page).get_by_text("What differs").click()
    expect(offers(page).locator("ins")).to_have_text("And a half.")
    assert fresh(story).body == "<p>One.</p><p>Two.</p>"
    page.get_by_role("link", name="Use this text").click()
    expect(page.frame_locator("iframe.cke_wysiwyg_frame").locator(EDITABLE)).to_contain_text("Two. And a half.")
    page.get_by_role("button", name="Save", exact=True).click()

    expect(page.get_by_text("Saved, revision 2.")).to_be_visible()
    expect(offers(page)).to_have_count(0)
    assert fresh(story).body == "<p>One.</p><p>Two. And a half.</p>"
    assert not Recovery.objects.exists()


def test_a_save_leaves_nothing_behind_in_the_browser(context: OpenContext, live_server, story):
    page = opened(context(), live_server, story)
    headline(page).fill("Ferry leaves late")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved, revision 2.")).to_be_visible()

    page.goto("/desk/")
    page.goto(address(story))

    expect(offers(page)).to_have_count(0)
    assert not Recovery.objects.exists()


def test_the_same_person_in_two_tabs_is_offered_both_texts(context: OpenContext, live_server, story):
    window = context()
    for words in ("Typed in one tab", "Typed in the other"):
        page = opened(window, live_server, story)
        headline(page).fill(words)
        expect(line(page)).to_have_text(SAVED, timeout=PATIENCE_MS)

    page = opened(window, live_server, story)

    expect(offers(page)).to_have_count(2)
    expect(offers(page).get_by_text("In another tab of yours that is open now")).to_have_count(2)
    expect(page.locator("#keeping-people")).to_contain_text("in another tab", timeout=PATIENCE_MS)


def test_without_a_network_text_stays_in_the_browser_and_is_sent_later(
    context: OpenContext, live_server, story, troubles
):
    troubles.expect("ERR_INTERNET_DISCONNECTED")
    window = context()
    page = opened(window, live_server, story)
    window.set_offline(True)
    headline(page).fill("Typed without a network")
    expect(line(page)).to_contain_text("retrying; kept in this browser", timeout=PATIENCE_MS)
    assert not Recovery.objects.exists()

    window.set_offline(False)

    expect(line(page)).to_have_text(SAVED, timeout=PATIENCE_MS)
    assert Recovery.objects.get().values["headline"] == "Typed without a network"


def test_a_tab_closed_without_a_network_is_offered_by_the_browser(context: OpenContext, live_server, story, troubles):
    troubles.expect("ERR_INTERNET_DISCONNECTED")
    window = context()
    page = opened(window, live_server, story)
    window.set_offline(True)
    headline(page).fill("Typed without a network")
    page.wait_for_timeout(1500)  # what happens each second has happened
    page.close()
    window.set_offline(False)

    page = opened(window, live_server, story)

    expect(offers(page)).to_have_count(1, timeout=PATIENCE_MS)
    offers(page).get_by_role("link", name="Use this text").click()
    expect(headline(page)).to_have_value("Typed without a network")


def test_a_story_not_yet_begun_is_offered_on_the_desk(context: OpenContext, live_server):
    make_user("rita")
    page = context().new_page()
    login(page, live_server, "rita")
    page.goto("/desk/articles/article/add/")
    headline(page).fill("Salt ships leave")
    expect(line(page)).to_have_text(SAVED, timeout=PATIENCE_MS)

    page.goto("/desk/")
    page.get_by_role("link", name="Salt ships leave").click()

    expect(headline(page)).to_have_value("Salt ships leave")


def test_signing_in_again_happens_in_a_dialog_and_keeps_the_page(context: OpenContext, live_server, story, troubles):
    troubles.expect("status of 401", "status of 400")
    page = opened(context(), live_server, story)
    sign_out_everybody()
    headline(page).fill("Typed while signed out")
    dialog = page.get_by_role("dialog", name="You are signed out")
    expect(dialog).to_be_visible(timeout=PATIENCE_MS)
    dialog.get_by_label("Password").fill("a guess")
    dialog.get_by_role("button", name="Sign in").click()
    expect(dialog.get_by_role("alert")).to_contain_text("correct username and password")

    dialog.get_by_label("Password").fill(PASSWORD)
    dialog.get_by_role("button", name="Sign in").click()

    expect(dialog).to_be_hidden()
    expect(line(page)).to_have_text(SAVED, timeout=PATIENCE_MS)
    page.get_by_role("button", name="Save", exact=True).click()  # with the token of the new session
    expect(page.get_by_text("Saved, revision 2.")).to_be_visible()
    assert fresh(story).headline == "Typed while signed out"


def test_somebody_else_who_signs_in_saves_nothing(context: OpenContext, live_server, story, troubles):
    troubles.expect("status of 401", "status of 409")
    make_user("ed")
    page = opened(context(), live_server, story)
    sign_out_everybody()
    headline(page).fill("Typed by Rita")
    dialog = page.get_by_role("dialog", name="You are signed out")
    expect(dialog).to_be_visible(timeout=PATIENCE_MS)

    dialog.get_by_label("Username").fill("ed")
    dialog.get_by_label("Password").fill(PASSWORD)
    dialog.get_by_role("button", name="Sign in").click()

    expect(dialog.get_by_role("alert")).to_contain_text("signed in as Ed, who did not write this text")
    expect(headline(page)).to_have_value("Typed by Rita")
    assert not Recovery.objects.exists()


@pytest.mark.parametrize("has_script", [True, False])
def test_session_deleted_then_save(context: OpenContext, live_server, story, has_script):
    page = context(java_script_enabled=has_script).new_page()
    login(page, live_server, "rita")
    page.goto(address(story))
    headline(page).fill("Typed, then signed out")
    sign_out_everybody()
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Nothing was saved yet")).to_be_visible()

    page.get_by_label("Username").fill("rita")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in and save").click()

    expect(page.get_by_text("Saved, revision 2.")).to_be_visible()
    assert fresh(story).headline == "Typed, then signed out"


def test_a_token_that_grew_old_in_another_tab_loses_nothing(context: OpenContext, live_server, story, troubles):
    troubles.expect("status of 403")
    window = context()
    page = opened(window, live_server, story)
    window.clear_cookies(name="csrftoken")

    headline(page).fill("Typed with an old token")

    expect(line(page)).to_have_text(SAVED, timeout=PATIENCE_MS)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("Saved, revision 2.")).to_be_visible()


def test_presence_is_seen_within_ten_seconds_and_a_take_over_is_told(context: OpenContext, live_server, story):
    make_user("ed")
    rita = opened(context(), live_server, story)
    type_into_body(rita, " Half a")
    expect(line(rita)).to_have_text(SAVED, timeout=PATIENCE_MS)

    ed = opened(context(), live_server, story, "ed")
    expect(ed.locator("#keeping-people li")).to_have_attribute("title", "Rita, typing in Body", timeout=12_000)
    expect(rita.locator("#keeping-people li")).to_have_attribute("title", re.compile("^Ed, "), timeout=12_000)
    ed.get_by_role("link", name="Ask for the story or take it over").click()
    ed.get_by_label("Reason, for the history").fill("She is on a train.")
    ed.get_by_role("button", name="Take over").click()
    expect(ed.get_by_text("The story is yours.")).to_be_visible()
    headline(ed).fill("Ferry leaves, by Ed")
    ed.get_by_role("button", name="Save", exact=True).click()
    expect(ed.get_by_text("Saved, revision 4.")).to_be_visible()

    expect(rita.locator("#keeping-taken")).to_contain_text("Ed took this story over", timeout=12_000)
    expect(rita.locator("#keeping-taken")).to_contain_text("kept as revision 2")
    assert Revision.objects.get(number=2).snapshot["body"] == "<p>One.</p><p>Two. Half a</p>"
    type_into_body(rita, " sentence.")
    rita.get_by_role("button", name="Save", exact=True).click()
    expect(rita.get_by_text("Saved, revision 5.")).to_be_visible()
    assert (fresh(story).headline, fresh(story).body) == (
        "Ferry leaves, by Ed",
        "<p>One.</p><p>Two. Half a sentence.</p>",
    )


def test_a_text_the_desk_took_meanwhile_is_kept_for_its_writer(context: OpenContext, live_server, story, troubles):
    troubles.expect("status of 403")
    window = context()
    writing, other = opened(window, live_server, story), opened(window, live_server, story)
    other.get_by_role("button", name="Submit to desk").click()
    expect(other.locator(".story-bar .chip")).to_have_text("In review")

    headline(writing).fill("Typed after it was submitted")
    writing.get_by_role("button", name="Save", exact=True).click()

    expect(writing.get_by_text("Your text is kept")).to_be_visible()
    writing.get_by_role("link", name="Open the story").click()
    expect(offers(writing)).to_contain_text("only you can see this text")
    assert fresh(story).headline == "Ferry leaves"


class OwnBrowser:
    """A Chromium with a profile in a folder, whose process we may kill."""

    def __init__(self, chromium: Browser, folder):
        program = os.environ.get("NEWSROOM_CHROMIUM") or shutil.which("chromium")
        if not program:
            pytest.skip("needs a Chromium that can be started by itself")
        port, self.log = free_port(), (folder / "chromium.log").open("ab")
        self.process = subprocess.Popen(
            [program, "--headless=new", *OPTIONS, f"--user-data-dir={folder}/profile", f"--remote-debugging-port={port}"],
            stdout=self.log, stderr=self.log, start_new_session=True,
        )  # fmt: skip
        self.browser = self._connect(chromium, f"http://127.0.0.1:{port}")

    def _connect(self, chromium: Browser, address: str) -> Browser:
        for _ in range(100):
            try:
                return chromium.browser_type.connect_over_cdp(address)
            except Exception as error:  # it is not up yet
                problem = error
                time.sleep(0.2)
        raise problem

    def page(self, site: LiveSite, story) -> Page:
        page = self.browser.contexts[0].new_page()
        login(page, site, "rita")
        page.goto(site.url + address(story))
        page.frame_locator("iframe.cke_wysiwyg_frame").locator(EDITABLE).wait_for()
        return page

    def kill(self) -> None:
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(30)
        self.log.close()


def test_a_browser_that_is_killed_gives_back_the_last_seconds(chromium, live_server, story, tmp_path):
    first = OwnBrowser(chromium, tmp_path)
    try:
        page = first.page(live_server, story)
        type_into_body(page, " And what was typed just now.")
        page.wait_for_timeout(2500)  # less than the three seconds of quiet after which the server hears of it
        assert not Recovery.objects.exists()
    finally:
        first.kill()

    second = OwnBrowser(chromium, tmp_path)
    try:
        page = second.page(live_server, story)
        expect(offers(page)).to_have_count(1, timeout=PATIENCE_MS)
        offers(page).get_by_text("What differs").click()
        expect(offers(page).locator("ins")).to_contain_text("And what was typed just now.")
    finally:
        second.kill()


def test_a_server_that_is_killed_gets_the_text_when_it_is_back(chromium, tmp_path):
    port = str(free_port())
    database = f"sqlite:///{tmp_path}/newsroom.sqlite3"
    runs = [Started(tmp_path, PORT=port)]
    window = chromium.new_context(base_url=f"http://localhost:{port}")
    try:
        runs[0].wait_until_welcome()
        environment = {
            "PATH": os.environ["PATH"], "DATABASE_URL": database, "NEWSROOM_DEBUG": "1", "NEWSROOM_ENV_FILE": os.devnull,
            "DJANGO_SUPERUSER_PASSWORD": PASSWORD, "NEWSROOM_MEDIA": str(tmp_path / "media"),
        }  # fmt: skip
        command = ["manage.py", "createsuperuser", "--noinput", "--username", "root", "--email", "root@example.com"]
        subprocess.run([sys.executable, *command], env=environment, cwd=settings.BASE_DIR, check=True)
        page = window.new_page()
        page.goto("/desk/articles/article/add/")
        page.get_by_label("Username").fill("root")
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        headline(page).fill("Before the server died")
        expect(line(page)).to_have_text(SAVED, timeout=PATIENCE_MS)

        os.kill(runs[0].member("granian"), signal.SIGKILL)
        runs[0].process.wait(30)
        headline(page).fill("After the server died")
        expect(line(page)).to_contain_text("Not saved since", timeout=PATIENCE_MS)
        runs.append(Started(tmp_path, PORT=port))

        expect(line(page)).to_have_text(SAVED, timeout=2 * PATIENCE_MS)
        page.goto("/desk/")
        expect(page.get_by_role("link", name="After the server died")).to_be_visible()
    finally:
        window.close()
        for run in runs:
            run.end()


def test_nothing_of_another_person_is_taken_from_the_browser(context: OpenContext, live_server, story, troubles):
    troubles.expect("ERR_INTERNET_DISCONNECTED")
    make_user("ed")
    window = context()
    page = opened(window, live_server, story)
    window.set_offline(True)
    headline(page).fill("Typed by Rita")
    page.wait_for_timeout(1500)
    page.close()
    window.set_offline(False)
    window.clear_cookies()

    page = opened(window, live_server, story, "ed")
    page.wait_for_timeout(1000)

    expect(offers(page)).to_have_count(0)
    assert not Recovery.objects.exists()
    assert wait_until(lambda: get_user_model().objects.count() == 2, 1)


def test_what_is_typed_before_the_scripts_ran_counts_as_typed(context: OpenContext, live_server, story):
    window = context()
    window.route("**/keeping/start.js", lambda route: (time.sleep(1), route.continue_()))
    page = window.new_page()
    login(page, live_server, "rita")
    page.goto(address(story), wait_until="commit")
    headline(page).fill("Typed at once")

    expect(line(page)).to_have_text(SAVED, timeout=PATIENCE_MS)
    assert Recovery.objects.get().values["headline"] == "Typed at once"


def test_an_untouched_form_sends_nothing(context: OpenContext, live_server, story):
    window = context()
    asked = []
    window.on("request", lambda request: asked.append(request.url))
    page = opened(window, live_server, story)

    page.wait_for_timeout(9000)  # longer than it takes to look for what scripts have set, and to send it

    assert not [each for each in asked if "/autosave/" in each]


def test_words_for_a_move_are_still_there_until_it_is_made(context: OpenContext, live_server, troubles):
    story = make_live(make_user("ed")).article
    page = context().new_page()
    login(page, live_server, "ed")
    page.goto(address(story))
    headline(page).fill("Ferry leaves at six")
    page.locator('input[name=weight][value="correct"]').check()
    page.locator("#go_public").fill("It left at six, not at seven.")

    page.goto("/desk/")
    page.goto(address(story))
    expect(page.locator('input[name=weight][value="correct"]')).to_be_checked()
    expect(page.locator("#go_public")).to_have_value("It left at six, not at seven.")
    headline(page).fill("Ferry leaves at six")
    page.get_by_role("button", name="Publish correction").click()
    expect(page.get_by_text("The correction is live.")).to_be_visible()

    page.goto(address(story))
    expect(page.locator("#go_public")).not_to_have_value("It left at six, not at seven.")
