"""What differs between machines is read from the environment; nonsense stops a start with one sentence that names it."""

import ast
import os
import re
import subprocess
import sys

import pytest
from django.conf import settings

SECRET = "k3" * 30


def run(code, **environment):
    """Run code in a process of its own, in which only `environment` is set."""
    base = {"PATH": os.environ["PATH"], "NEWSROOM_ENV_FILE": os.devnull}
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=settings.BASE_DIR,
        env=base | environment,
        capture_output=True,
        text=True,
        timeout=60,
    )


def read(call, **environment):
    """Return what one reader of newsroom.env makes of the environment, as text."""
    done = run(f"from newsroom import env; print(env.{call})", **environment)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def refusal(code, **environment):
    """Return the one sentence with which a process stops."""
    done = run(code, **environment)
    assert done.returncode != 0
    assert done.stdout == ""
    lines = done.stderr.strip().splitlines()
    assert len(lines) == 1, done.stderr
    assert "Traceback" not in done.stderr
    return lines[0]


class TestAWrongValue:
    @pytest.mark.parametrize(
        ("call", "name", "value", "expected"),
        [
            ("flag('X', default=False)", "X", "maybe", "1 or 0"),
            ("number('X', 5)", "X", "many", "a whole number"),
            ("number('X', 5, least=1, most=9)", "X", "10", "1 to 9"),
            ("number('X', 5, least=1, most=9)", "X", "0", "1 to 9"),
            ("zone('X', 'Europe/London')", "X", "Europe/Atlantis", "Europe/London"),
            ("zone('X', 'Europe/London')", "X", "../../etc/passwd", "Europe/London"),
            ("url('X', 'http://localhost')", "X", "news.example", "https://news.example"),
            ("url('X', 'http://localhost')", "X", "https://", "https://news.example"),
            ("database('X')", "X", "mysql://host/name", "postgres://"),
            ("text('X')", "X_FILE", "/nowhere/at/all", "cannot be read"),
        ],
    )
    def test_it_is_named_with_what_was_expected(self, call, name, value, expected):
        sentence = refusal(f"from newsroom import env; env.{call}", **{name: value})

        assert sentence.startswith("newsroom: ")
        assert name in sentence
        assert expected in sentence

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("PORT", "99999"),
            ("NEWSROOM_DEBUG", "perhaps"),
            ("NEWSROOM_TIME_ZONE", "Mars/Olympus"),
            ("NEWSROOM_URL", "ftp://news.example"),
            ("NEWSROOM_LOGIN_TRIES", "1"),
            ("DATABASE_URL", "oracle://host/name"),
            ("NEWSROOM_MEDIA_FILE", "/nowhere/at/all"),
            ("NEWSROOM_LOG_LEVEL", "loud"),
        ],
    )
    def test_the_settings_stop_at_it(self, name, value):
        environment = {"NEWSROOM_DEBUG": "1", name: value}

        assert name in refusal("import newsroom.settings", **environment)


class TestAMissingValue:
    def test_a_value_without_a_default_is_named(self):
        assert "X is missing" in refusal("from newsroom import env; env.text('X')")

    def test_a_default_stands_in_where_there_is_one(self):
        assert read("number('X', 5)") == "5"
        assert read("words('X', 'a, b,,c')") == "['a', 'b', 'c']"


class TestTheSecret:
    def test_without_one_nothing_starts_outside_debug(self):
        assert "NEWSROOM_SECRET_KEY is missing" in refusal("import newsroom.settings")

    def test_an_empty_one_is_a_missing_one(self):
        assert "NEWSROOM_SECRET_KEY is missing" in refusal("import newsroom.settings", NEWSROOM_SECRET_KEY="")

    def test_a_short_one_is_refused_and_not_repeated(self):
        sentence = refusal("import newsroom.settings", NEWSROOM_SECRET_KEY="hunter2")

        assert "NEWSROOM_SECRET_KEY is too short" in sentence
        assert "hunter2" not in sentence

    def test_a_trial_needs_none(self):
        assert run("import newsroom.settings", NEWSROOM_DEBUG="1").returncode == 0

    def test_it_may_lie_in_a_file(self, tmp_path):
        file = tmp_path / "secret"
        file.write_text(f"{SECRET}\n")

        assert read("secret_key(debug=False)", NEWSROOM_SECRET_KEY_FILE=str(file)) == SECRET


class TestDemoLogins:
    CODE = "from newsroom.settings import DEMO_LOGINS, DEBUG; print(DEMO_LOGINS, DEBUG)"

    @pytest.mark.parametrize(
        ("environment", "expected"),
        [
            ({"NEWSROOM_DEBUG": "1"}, "True False"),
            ({"NEWSROOM_DEBUG": "1", "NEWSROOM_DEMO": "0"}, "False False"),
            ({"NEWSROOM_DEBUG": "1", "NEWSROOM_TRACEBACKS": "1"}, "True True"),
            ({"NEWSROOM_SECRET_KEY": SECRET}, "False False"),
            ({"NEWSROOM_SECRET_KEY": SECRET, "NEWSROOM_DEMO": "1", "NEWSROOM_TRACEBACKS": "1"}, "False False"),
        ],
    )
    def test_they_exist_only_with_debug_on(self, environment, expected):
        assert run(self.CODE, **environment).stdout.strip() == expected


class TestTheFile:
    def test_it_fills_what_the_environment_leaves_open(self, tmp_path):
        file = tmp_path / "env"
        file.write_text("A=from-file\nB=from-file\n")
        environment = {"NEWSROOM_ENV_FILE": str(file), "B": "from-environment"}

        assert read("text('A')", **environment) == "from-file"
        assert read("text('B')", **environment) == "from-environment"

    def test_the_example_names_every_setting_and_no_other(self):
        sources = [
            *settings.BASE_DIR.glob("newsroom/settings.py"),
            *settings.BASE_DIR.glob("newsroom/management/commands/*.py"),
        ]
        calls = [
            node for source in sources for node in ast.walk(ast.parse(source.read_text())) if isinstance(node, ast.Call)
        ]
        asked = {
            call.args[0].value
            for call in calls
            if isinstance(call.func, ast.Attribute) and getattr(call.func.value, "id", "") == "env" and call.args
            and isinstance(call.args[0], ast.Constant) and call.func.attr != "stop"
        }  # fmt: skip
        example = (settings.BASE_DIR / ".env.example").read_text()

        named = set(re.findall(r"^#?([A-Z_]+)=", example, re.MULTILINE))

        assert named == asked | {"DATABASE_URL", "NEWSROOM_SECRET_KEY"}

    def test_the_example_as_it_is_starts_a_trial(self):
        environment = {"NEWSROOM_ENV_FILE": str(settings.BASE_DIR / ".env.example"), "NEWSROOM_DEBUG": "1"}

        assert run("import newsroom.settings", **environment).returncode == 0


class TestTheDatabase:
    def test_sqlite_is_the_default_with_a_folder_of_its_own(self):
        assert "var/newsroom.sqlite3" in read("database()['NAME']")

    def test_sqlite_waits_for_other_writers(self):
        assert read("database()['OPTIONS']['transaction_mode']") == "IMMEDIATE"

    def test_postgres_is_taken_apart(self):
        address = "postgres://ed:pass%2Fword@db.example:5433/news"

        found = read("database()", DATABASE_URL=address)

        for part in ("postgresql", "'ed'", "'pass/word'", "'db.example'", "5433", "'news'"):
            assert part in found

    def test_a_place_that_cannot_be_written_is_one_sentence(self):
        assert "DATABASE_URL" in refusal(
            "from newsroom import env; env.database()", DATABASE_URL="sqlite:////proc/no/db"
        )
