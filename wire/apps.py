from django.apps import AppConfig
from django.utils.module_loading import import_string


class WireConfig(AppConfig):
    name = "wire"

    def ready(self) -> None:
        import_string("wire.copies.carry_uses")  # registers itself, for every process that copies stories
