from django.apps import AppConfig
from django.utils.module_loading import import_string


class WireConfig(AppConfig):
    name = "wire"

    def ready(self) -> None:
        """Load what registers itself with stories: for every process, the clock's too."""
        for function in ("wire.copies.carry_uses", "wire.readiness.wire_killed"):
            import_string(function)
