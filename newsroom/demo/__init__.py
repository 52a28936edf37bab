"""The demo newsroom: invented stories, people and pictures, so that a newcomer has something to edit."""

DEMO_PASSWORD = "newsroom-demo"  # noqa: S105  demo logins exist only with debug on (settings.DEMO_LOGINS)
