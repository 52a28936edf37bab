"""The desk's screens for the wire. Each shows, asks and calls a verb; none decides, none adds or deletes."""

from wire.admin import deliveries, inbox, story_panel

__all__ = ["deliveries", "inbox", "story_panel"]
