"""The browser fixtures notice what they promise to notice."""

import threading

from django.db import DatabaseError, connection

from newsroom.testing.browser import axe, login
from newsroom.testing.factories import make_live, make_source, make_user
from sources.models import Source


class TestTroubles:
    def test_an_error_on_the_console_is_noted(self, page, troubles):
        page.goto("/")

        page.evaluate("console.error('the sky fell')")

        assert any("the sky fell" in trouble for trouble in troubles.found)
        troubles.expect("the sky fell")

    def test_an_uncaught_error_is_noted(self, page, troubles):
        page.goto("/")

        page.evaluate("setTimeout(() => { throw new Error('nobody caught me') })")
        page.wait_for_timeout(50)

        assert any("nobody caught me" in trouble for trouble in troubles.found)
        troubles.expect("nobody caught me")

    def test_a_broken_policy_is_noted(self, page, troubles):
        page.goto("/")

        page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))")

        assert page.evaluate("window.ran") is None
        assert any("Content Security Policy" in trouble for trouble in troubles.found)
        troubles.expect("Content Security Policy")

    def test_a_request_to_another_host_is_noted_and_goes_nowhere(self, page, troubles):
        page.goto("/")

        page.evaluate("new Image().src = 'http://elsewhere.invalid/pixel.gif'")
        page.wait_for_timeout(50)

        assert any(trouble.startswith("another host: http://elsewhere.invalid/") for trouble in troubles.found)
        troubles.expect("elsewhere.invalid")

    def test_the_status_of_the_page_itself_is_no_trouble(self, page, troubles):
        response = page.goto("/no-such-section/")

        assert response.status == 404
        assert troubles.found == []


class TestASite:
    def test_it_shows_what_a_test_stored(self, page):
        version = make_live()

        page.goto("/")

        assert page.get_by_text(version.headline).count() > 0

    def test_a_login_opens_the_desk(self, page, live_server):
        make_user("ed")

        login(page, live_server, "ed")
        response = page.goto("/desk/")

        assert response.status == 200
        assert page.url.endswith("/desk/")

    def test_axe_finds_what_is_wrong(self, page):
        page.goto("/")

        page.evaluate("document.body.append(document.createElement('img'))")

        assert "image-alt" in {violation.rule for violation in axe(page)}

    def test_readers_and_writers_do_not_lock_each_other_out(self, context):
        make_live()
        errors = []

        def write(number):
            try:
                for step in range(20):
                    make_source(f"agency-{number}-{step}")
            except DatabaseError as error:
                errors.append(error)
            finally:
                connection.close()

        writers = [threading.Thread(target=write, args=[number]) for number in range(3)]
        for writer in writers:
            writer.start()
        pages = [context().new_page() for _ in range(2)]
        statuses = {page.goto("/").status for page in pages for _ in range(3)}
        for writer in writers:
            writer.join()

        assert errors == []
        assert statuses == {200}
        assert Source.objects.filter(slug__startswith="agency-").count() == 60
