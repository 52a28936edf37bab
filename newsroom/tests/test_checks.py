"""The system checks that stand in for the editor package's end-of-life notice."""

from __future__ import annotations

import os
import subprocess
import sys
from copy import deepcopy

import pytest
from django.apps import apps
from django.conf import settings as live_settings
from django.core import checks as django_checks
from django.core.management import call_command
from django.core.management.base import SystemCheckError

from articles.richtext import editor_configuration
from newsroom import checks


def numbers(configuration: dict) -> list[str]:
    return [message.id.removeprefix("newsroom.") for message in checks.faults("body", configuration)]


def changed(**options) -> dict:
    return {**deepcopy(editor_configuration()), **options}


def allowing(**rules) -> dict:
    return changed(allowedContent={**editor_configuration()["allowedContent"], **rules})


class TestOurConfiguration:
    def test_it_has_no_fault(self):
        assert numbers(editor_configuration()) == []
        assert checks.editor_is_safe(None) == []

    def test_the_whole_project_passes_djangos_checks(self):
        call_command("check", fail_level="WARNING")


class TestUnsafeConfigurations:
    def test_the_uploader_app_is_refused(self, settings):
        settings.CKEDITOR_UPLOAD_PATH = "uploads/"
        settings.INSTALLED_APPS = [*settings.INSTALLED_APPS, "ckeditor_uploader"]
        assert apps.is_installed("ckeditor_uploader")

        assert [message.id for message in checks.editor_is_safe(None)] == ["newsroom.E101"]

    def test_full_pages_are_refused(self):
        assert numbers(changed(fullPage=True)) == ["E102"]

    @pytest.mark.parametrize("allowed", [True, "p h2", None, ["p"]], ids=str)
    def test_anything_but_a_table_of_allowed_content_is_refused(self, allowed):
        assert numbers(changed(allowedContent=allowed)) == ["E103"]

    def test_no_table_at_all_is_refused(self):
        configuration = editor_configuration()
        del configuration["allowedContent"]

        assert numbers(configuration) == ["E103"]

    @pytest.mark.parametrize("element", [*sorted(checks.NEVER_ALLOWED), "SCRIPT", "p script", "p,script", "*", "$1"])
    def test_active_elements_and_wildcards_are_refused(self, element):
        assert numbers(allowing(**{element: True})) == ["E104"]

    @pytest.mark.parametrize("attributes", ["on*", "*", "onclick", "href,OnError", "!onload"])
    def test_event_attributes_and_wildcard_attributes_are_refused(self, attributes):
        assert numbers(allowing(p={"attributes": attributes})) == ["E104"]

    def test_content_allowed_by_the_back_door_is_refused(self):
        assert numbers(changed(extraAllowedContent="script[*]")) == ["E104"]

    @pytest.mark.parametrize("plugin", sorted(checks.MUST_BE_REMOVED))
    def test_each_dangerous_plugin_must_be_removed(self, plugin):
        kept = [name for name in editor_configuration()["removePlugins"].split(",") if name != plugin]

        (message,) = checks.faults("body", changed(removePlugins=",".join(kept)))

        assert message.id == "newsroom.E105"
        assert plugin in message.msg

    def test_spaces_between_plugin_names_do_no_harm(self):
        assert numbers(changed(removePlugins=editor_configuration()["removePlugins"].replace(",", ", "))) == []

    def test_a_version_check_that_calls_another_host_is_refused(self):
        assert numbers(changed(versionCheck=True)) == ["E106"]
        assert numbers({k: v for k, v in editor_configuration().items() if k != "versionCheck"}) == ["E106"]

    def test_an_empty_configuration_has_every_fault_of_a_default(self):
        assert numbers({}) == ["E103", "E105", "E106"]

    def test_a_configuration_that_an_installation_adds_is_examined_as_well(self, settings):
        settings.CKEDITOR_CONFIGS = {"default": changed(fullPage=True)}

        (message,) = checks.editor_is_safe(None)

        assert message.id == "newsroom.E102"
        assert "'default'" in message.msg

    def test_every_message_names_the_configuration(self):
        assert all("'body'" in message.msg for message in checks.faults("body", {}))


class TestTheSilencedNotice:
    def test_it_is_the_only_one_silenced(self):
        assert live_settings.SILENCED_SYSTEM_CHECKS == ["ckeditor.W001"]

    def test_it_would_be_there_otherwise(self):
        assert "ckeditor.W001" in {message.id for message in django_checks.run_checks()}

    def test_our_checks_are_registered_wherever_it_is_silenced(self):
        registered = django_checks.registry.registry.get_checks()

        assert checks.editor_is_safe in registered

    def test_an_unsafe_configuration_stops_manage_py(self, settings):
        settings.CKEDITOR_CONFIGS = {"default": changed(fullPage=True)}

        with pytest.raises(SystemCheckError, match="E102"):
            call_command("check")


class TestProduction:
    def test_a_trial_is_refused_as_a_deployment(self, settings):
        settings.TRIAL = True

        assert [message.id for message in checks.production_is_meant(None)] == ["newsroom.E110"]

    def test_a_deployment_is_not(self, settings):
        settings.TRIAL = False

        assert checks.production_is_meant(None) == []


class TestManagePy:
    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        keep = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=live_settings.BASE_DIR, env={**keep, "NEWSROOM_ENV_FILE": os.devnull, **environment},
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip

    def test_check_is_clean_on_a_trial(self):
        result = self.run("check", "--fail-level", "WARNING", NEWSROOM_DEBUG="1")

        assert (result.returncode, result.stderr) == (0, "")
        assert "no issues" in result.stdout

    def test_check_deploy_is_clean_with_production_settings(self):
        result = self.run(
            "check", "--deploy", "--fail-level", "WARNING",
            NEWSROOM_SECRET_KEY="k7" * 10 + "Zq9-" * 10, NEWSROOM_URL="https://news.example", NEWSROOM_HOSTS="news.example",
        )  # fmt: skip

        assert (result.returncode, result.stderr) == (0, "")

    def test_check_deploy_refuses_a_trial(self):
        result = self.run("check", "--deploy", NEWSROOM_DEBUG="1")

        assert result.returncode == 1
        assert "newsroom.E110" in result.stderr
