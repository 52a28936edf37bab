from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.module_loading import import_string


class ArticlesConfig(AppConfig):
    name = "articles"

    def ready(self) -> None:
        post_migrate.connect(import_string("articles.append_only.STORIES").keep, sender=self)
        post_migrate.connect(import_string("articles.finding.keep"), sender=self)
