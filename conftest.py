"""Gives every test the live site and the browser of newsroom.testing."""

pytest_plugins = ["newsroom.testing.server", "newsroom.testing.browser"]
