"""The demo newsroom: invented stories, people and pictures, so that a newcomer has something to edit within a minute."""

DEMO_PASSWORD = "newsroom-demo"  # demo logins exist only with debug on (settings.DEMO_LOGINS)
