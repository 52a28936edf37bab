"""A day and a minute in the newsroom's zone, as one control."""

from __future__ import annotations

from typing import Any

from django import forms

LOCAL = "%Y-%m-%dT%H:%M"


class MinuteField(forms.DateTimeField):
    """One labelled control for day and time in the newsroom's zone."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=LOCAL)
        super().__init__(widget=widget, input_formats=[LOCAL, f"{LOCAL}:%S", "%Y-%m-%d %H:%M"], **kwargs)
