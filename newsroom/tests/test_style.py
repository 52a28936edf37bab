"""What machines can say about the source: lint, templates, shell, missing migrations, and a production that is safe."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

BIN = Path(sys.executable).parent
SCRIPTS = ["bin/setup", "bin/run", "bin/test", "bin/with-postgres"]
PRODUCTION = {
    "NEWSROOM_DEBUG": "0",
    "NEWSROOM_SECRET_KEY": "".join(f"{number:02x}" for number in range(7, 250, 7)),
    "NEWSROOM_HOSTS": "news.example",
    "NEWSROOM_URL": "https://news.example",
}


def run(*command, **environment):
    """Run a command in the project's folder; return its output when it failed, nothing when all is well."""
    base = {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "NEWSROOM_ENV_FILE": os.devnull}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=settings.BASE_DIR, env=base | environment, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    return "" if done.returncode == 0 else f"{done.stdout}{done.stderr}".strip() or f"status {done.returncode}"


def templates():
    folders = [path for path in settings.BASE_DIR.iterdir() if path.is_dir() and not path.name.startswith((".", "var"))]
    return sorted(str(path) for folder in folders for path in folder.rglob("*.html") if "templates" in path.parts)


class TestSource:
    def test_ruff_has_nothing_to_say(self):
        assert run(BIN / "ruff", "check", "--no-cache", "--output-format", "concise", ".") == ""

    def test_python_is_laid_out_as_ruff_does_it(self):
        assert run(BIN / "ruff", "format", "--check", "--no-cache", ".") == ""

    def test_types_are_clean(self):
        assert run(BIN / "mypy", ".", NEWSROOM_DEBUG="1") == ""

    def test_templates_are_laid_out_as_djade_does_it(self):
        assert run(BIN / "djade", "--check", *templates()) == ""

    @pytest.mark.parametrize("script", SCRIPTS)
    def test_scripts_are_plain_shell(self, script):
        assert run("sh", "-n", script) == ""

    @pytest.mark.parametrize("script", [*SCRIPTS[1:], ".ci/run"])
    def test_scripts_can_be_executed(self, script):
        assert os.access(settings.BASE_DIR / script, os.X_OK)


class TestProject:
    def test_no_migration_is_missing(self):
        assert run(sys.executable, "manage.py", "makemigrations", "--check", "--dry-run", NEWSROOM_DEBUG="1") == ""

    def test_a_production_passes_the_deployment_check(self):
        check = ("manage.py", "check", "--deploy", "--fail-level", "WARNING")

        assert run(sys.executable, *check, **PRODUCTION) == ""

    def test_a_trial_does_not_pass_it(self):
        check = ("manage.py", "check", "--deploy", "--fail-level", "ERROR")

        assert "newsroom.E110" in run(sys.executable, *check, NEWSROOM_DEBUG="1")
