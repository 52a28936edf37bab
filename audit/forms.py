"""Forms that know what they were opened with. On their return, a field nobody touched here takes the present value, a
field only touched here is the writer's, and a field both changed is refused with both texts shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.db.models import Model
from django.forms.boundfield import BoundField
from django.utils import timezone

from audit import recording
from audit.base import State, alive, plain
from audit.models import AuditEntry, person_name
from audit.recording import in_words

NO_BASE = (
    "This form did not say what it was opened with, so nothing was saved. "
    "What you wrote is still here; look at it and save again."
)
_MISSING: Any = object()


class PresentField(BoundField):
    """A field that shows what stands in the database now, in a form that came back with something older."""

    def value(self) -> Any:
        return self.field.prepare_value(self.form.present_initial(self.name))  # type: ignore[attr-defined]


class GuardedForm(forms.ModelForm):
    """Goes in front of a form class. `opened_with` says what the form of a row was opened with; None: nobody knows."""

    opened_with: Callable[[Model], State | None]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.is_guarded = self.instance.pk is not None and not self.instance._state.adding
        self.present = self._state() if self.is_guarded else {}
        self.before: Mapping[str, str] = {}
        self.base: State | None = None
        if self.is_guarded and self.is_bound:
            self.before = recording.values_of(self.instance)
            self.base = self.opened_with(self.instance)
            self._present_initial = {name: self._initial_of(name) for name in self.present}
            self.initial = {**self.initial, **{name: alive(value) for name, value in (self.base or {}).items()}}

    def _state(self) -> State:
        """Return the present values of the fields that people can change here."""
        return {
            name: plain(self._initial_of(name))
            for name, field in self.fields.items()
            if not field.disabled and not isinstance(field, forms.FileField)
        }

    def _initial_of(self, name: str) -> Any:
        return self.get_initial_for_field(self.fields[name], name)

    def present_initial(self, name: str) -> Any:
        """Return the present value as a form that was opened now would start with it."""
        return self._present_initial[name]

    @property
    def is_outdated(self) -> bool:
        """Tell whether somebody changed a field of this row after the form was opened."""
        return self.is_guarded and self.is_bound and self.base != self.present

    def _clean_fields(self) -> None:
        super()._clean_fields()  # type: ignore[misc]
        if not self.is_guarded or not self.is_bound:
            return
        if self.base is None:
            self.add_error(None, NO_BASE)
        for name, present in self.present.items():
            was = (self.base or {}).get(name, _MISSING)
            if was is _MISSING or was != present:
                self._settle(name, was, present)

    def _settle(self, name: str, was: Any, present: Any) -> None:
        """Decide about a field that does not stand as it did when the form was opened."""
        field, typed = self.fields[name], self[name].data
        is_mine = was is _MISSING or field.has_changed(alive(was), typed)
        if not is_mine and self._take_present(name):
            return
        if field.has_changed(self._present_initial[name], typed):
            self.add_error(name, self._clash(name, was, present))

    def _take_present(self, name: str) -> bool:
        """Let the present value stand, unless the field is no column of the row."""
        if not hasattr(self.instance, name):
            return False
        value = getattr(self.instance, name)
        self.cleaned_data[name] = list(value.all()) if hasattr(value, "all") else value
        self.errors.pop(name, None)
        self._bound_fields_cache[name] = PresentField(self, self.fields[name], name)  # type: ignore[attr-defined]
        return True

    def _clash(self, name: str, was: Any, present: Any) -> str:
        field = self.fields[name]
        now = _quoted(in_words_of(field, present))
        if was is _MISSING:
            return f"It is {now} now. Save again to make it what you wrote."
        label, key = self.instance._meta.label_lower, self.instance.pk
        entry = recording.last_change(label, key, name)
        return (
            f"{who_and_when(entry)} changed this from {_quoted(in_words_of(field, was))} to {now} "
            "after you opened the form. Save again to make it what you wrote."
        )


def who_and_when(entry: AuditEntry | None) -> str:
    """Say who did it and at what time; nobody knows what is not in the log."""
    if entry is None:
        return "Somebody"
    return f"{person_name(entry.by)} ({timezone.localtime(entry.at):%-d %B, %H:%M})"


def in_words_of(field: forms.Field, value: Any) -> str:
    """Return a plain value of a form field as people read it."""
    live = alive(value)
    if isinstance(field, forms.ModelMultipleChoiceField):
        rows = field.queryset.model._base_manager.filter(pk__in=live or [])  # type: ignore[union-attr]
        return ", ".join(sorted(map(str, rows)))
    if isinstance(field, forms.ModelChoiceField):
        return in_words(field.queryset.model._base_manager.filter(pk=live).first())  # type: ignore[union-attr]
    if isinstance(field, forms.ChoiceField):
        choices: Any = field.choices
        return in_words({str(key): label for key, label in choices}.get(str(live), live))
    return in_words(live)


def _quoted(words: str) -> str:
    return f"“{words}”" if words else "nothing"
