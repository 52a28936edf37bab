"""The project's own app, and our variants of two of Django's: the desk's admin site and a leaner static collection."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.contrib.staticfiles.apps import StaticFilesConfig as DjangoStaticFilesConfig
from django.utils.module_loading import import_string


class NewsroomConfig(AppConfig):
    name = "newsroom"

    def ready(self) -> None:
        import_string("newsroom.checks.editor_is_safe")  # registers the checks once the models are there


class DeskAdminConfig(AdminConfig):
    """Brings our own site in, and after everybody's screens our own for logins and problems."""

    default_site = "newsroom.admin.DeskSite"

    def ready(self) -> None:
        super().ready()
        import_string("newsroom.logins.LoginAdmin")
        import_string("newsroom.problem_screens.ProblemReportAdmin")
        import_string("newsroom.write_checks.writes_are_guarded")


class StaticFilesConfig(DjangoStaticFilesConfig):
    """Leaves out what the editor package ships and we never load: samples, tests and plugins that are removed."""

    ignore_patterns = [
        *DjangoStaticFilesConfig.ignore_patterns,
        *"samples tests adapters galleriffic CHANGES.md SECURITY.md README.md bender* build-config.js".split(),
        *"scayt wsc preview exportpdf iframe iframedialog flash smiley codesnippet* mathjax docprops".split(),
        *"devtools adobeair bbcode uicolor sourcedialog stylesheetparser language pagebreak newpage forms".split(),
        *"embed* autoembed imagebase easyimage placeholder sharedspace about".split(),
    ]
