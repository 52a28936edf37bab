from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.module_loading import import_string


class AuditConfig(AppConfig):
    name = "audit"
    verbose_name = "Log"

    def ready(self) -> None:
        post_migrate.connect(import_string("audit.append_only.LOG").keep, sender=self)
