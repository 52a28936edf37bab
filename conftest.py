"""Gives every test the live site, the browser and the lifted rules of newsroom.testing."""

pytest_plugins = [
    "newsroom.testing.server",
    "newsroom.testing.browser",
    "newsroom.testing.rules",
    "newsroom.testing.queries",
]
