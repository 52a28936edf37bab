"""What our admins are made of: guarded forms, guarded rows, actions with a second look; and the screen of the log."""

from audit.admin.confirming import confirmed
from audit.admin.guarded import GuardedAdmin, GuardedInline
from audit.admin.log import LogAdmin
from audit.admin.reading import ReadingAdmin

__all__ = ["GuardedAdmin", "GuardedInline", "LogAdmin", "ReadingAdmin", "confirmed"]
