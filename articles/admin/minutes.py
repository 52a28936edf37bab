"""A day and a minute in the newsroom's zone, as one control. A time that clocks skip is refused with its neighbours;
one that they show twice is asked about."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.forms.widgets import Script
from django.utils import timezone

from newsroom.lib import clock, wall_clock

LOCAL = "%Y-%m-%dT%H:%M"
FORMATS = (LOCAL, f"{LOCAL}:%S", "%Y-%m-%d %H:%M")
FIRST, SECOND = "first", "second"
WHICH = "_which"  # the name of the control beside it that says which of two


def told(instant: datetime, now: datetime) -> str:
    """Return an instant in the newsroom's zone, in UTC, and how far away it is."""
    local = timezone.localtime(instant)
    day = "" if local.date() == instant.astimezone(UTC).date() else f"{instant.astimezone(UTC):%d %b} "
    away = clock.relative(instant, now)
    return f"{local:%A} {local.day} {local:%B %Y, %H:%M %Z} · {day}{instant.astimezone(UTC):%H:%M} UTC · {away}"


def read(text: str) -> datetime | None:
    """Return the naive time that a control holds, or None for what is no time."""
    for spelling in FORMATS:
        try:
            return datetime.strptime(text.strip(), spelling)
        except ValueError:
            continue
    return None


class MinuteInput(forms.DateTimeInput):
    """The control. Beside a time that comes twice it has a second one, which says which; with `explains`, a line
    under it gives the time in UTC and how far away it is."""

    template_name = "admin/widgets/minute.html"
    explains = False

    class Media:
        js = (Script("desk/js/minutes.js", type="module"),)

    def __init__(self) -> None:
        super().__init__(attrs={"type": "datetime-local"}, format=LOCAL)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        text, _, which = value.partition("|") if isinstance(value, str) else (value, "", "")
        wall = read(text) if isinstance(text, str) else text
        if isinstance(wall, datetime) and not isinstance(text, str):
            which = SECOND if wall.fold else FIRST
        context = super().get_context(name, self._spelled(text), attrs)
        zone = timezone.get_current_timezone()
        found = wall_clock.instants(wall.replace(tzinfo=None, fold=0), zone) if isinstance(wall, datetime) else []
        context["which"] = {"name": name + WHICH, "choices": _choices(found, which)} if len(found) == 2 else None
        if self.explains:
            context["zone"], context["told"] = settings.TIME_ZONE, self._told(found, which)
        return context

    def _spelled(self, value: Any) -> Any:
        """Return a time as the control holds it; one with seconds, from a wire, keeps them."""
        return value.strftime(f"{LOCAL}:%S") if isinstance(value, datetime) and value.second else value

    def _told(self, found: list[datetime], which: str) -> str:
        chosen = found[1:] if which == SECOND else found if len(found) == 1 or which == FIRST else []
        return told(chosen[0], timezone.now()) if chosen else ""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        text, which = data.get(name), data.get(name + WHICH)
        return f"{text}|{which}" if text and which else text


def _choices(found: list[datetime], chosen: str) -> list[tuple[str, str, bool]]:
    rows = [("", "Which of the two?", chosen not in {FIRST, SECOND})]
    for value, instant in zip((FIRST, SECOND), found, strict=True):
        local = timezone.localtime(instant)
        rows.append((value, f"the {value}, {local:%H:%M %Z} ({instant:%H:%M} UTC)", value == chosen))
    return rows


class MinuteField(forms.DateTimeField):
    """One labelled control for day and time in the newsroom's zone."""

    def __init__(self, *, explains: bool = False, **kwargs: Any) -> None:
        super().__init__(widget=MinuteInput(), **kwargs)
        self.widget.explains = explains

    def to_python(self, value: Any) -> datetime | None:
        if value in self.empty_values:
            return None
        if isinstance(value, datetime):
            return super().to_python(value)
        text, _, which = str(value).partition("|")
        wall = read(text)
        if wall is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        found = wall_clock.instants(wall, timezone.get_current_timezone())
        if not found:
            raise ValidationError(_skipped(wall), code="no_such_time")
        if len(found) == 1:
            return found[0]
        if which not in {FIRST, SECOND}:
            raise ValidationError(
                f"{wall:%H:%M} comes twice on {_day(wall)}, because the clocks go back. Choose which of the two.",
                code="twice",
            )
        return found[which == SECOND]


def _skipped(wall: datetime) -> str:
    before, after = wall_clock.neighbours(wall, timezone.get_current_timezone())
    if before.date() == after.date():
        choice = f"{before:%H:%M} or {after:%H:%M}"
    else:
        choice = f"{before:%H:%M} on {_day(before)} or {after:%H:%M} on {_day(after)}"
    return f"There is no {wall:%H:%M} on {_day(wall)}: the clocks go forward. Choose {choice}."


def _day(wall: datetime) -> str:
    return f"{wall.day} {wall:%B %Y}"
