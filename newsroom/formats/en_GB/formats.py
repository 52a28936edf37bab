"""Days and times as the desk writes them everywhere: 24 hours, and the zone they are told in."""

DATE_FORMAT = "j F Y"
TIME_FORMAT = "H:i"
DATETIME_FORMAT = "j M Y, H:i T"
