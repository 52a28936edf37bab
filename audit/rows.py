"""The rows under a form, such as a tag's other spellings: each is guarded by itself, whatever happens to the others."""

from __future__ import annotations

from copy import copy
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms import BaseInlineFormSet
from django.http import QueryDict

from audit import recording
from audit.base import State, alive
from audit.forms import GuardedForm, who_and_when

DELETE = "DELETE"


class GuardedRows(BaseInlineFormSet):
    """Goes in front of a formset class. `opened` holds what each row's form was opened with, by key.

    A row that somebody deleted meanwhile is left out when it was not touched here; otherwise its text is kept as a new
    row and the save is refused. A row that somebody changed meanwhile is not deleted at the first try.
    """

    opened: dict[str, State] | None = None
    of: type[Any]  # the inline whose rows these are
    data: Any  # a QueryDict

    def __init__(self, data: QueryDict | None = None, *args: Any, **kwargs: Any) -> None:
        self.lost: list[str] = []
        self.taken: list[tuple[Model, dict[str, str]]] = []  # what was deleted, with its values
        super().__init__(data, *args, **kwargs)
        if self.is_bound and self.instance.pk is not None:
            self.data = self._without_lost_rows()

    def _without_lost_rows(self) -> Any:
        """Return the data with rows that are gone taken out, or moved to the end as new ones."""
        total, initial = self._count("TOTAL_FORMS"), self._count("INITIAL_FORMS")
        rows = [self._row(place) for place in range(total)]
        key = self.model._meta.pk.name  # type: ignore[union-attr]
        present = {str(pk) for pk in self.queryset.values_list("pk", flat=True)}  # type: ignore[union-attr]
        kept, rescued = [], []
        for row in rows[:initial]:
            if row.get(key, [""])[0] in present:
                kept.append(row)
            elif self._was_touched(row, row.get(key, [""])[0]):
                self.lost.append(row.pop(key, [""])[0])
                rescued.append(row)
        if len(kept) == initial:
            return self.data
        return self._written(kept, [*rescued, *rows[initial:]])

    def _count(self, name: str) -> int:
        text = self.data.get(f"{self.prefix}-{name}", "")
        return min(int(text), self.absolute_max) if text.isdigit() else 0

    def _row(self, place: int) -> dict[str, list[str]]:
        start = f"{self.prefix}-{place}-"
        return {name.removeprefix(start): self.data.getlist(name) for name in self.data if name.startswith(start)}

    def _was_touched(self, row: dict[str, list[str]], key: str) -> bool:
        """Tell whether the writer changed a row that is gone; rows ticked for deletion have their wish already."""
        opened = (self.opened or {}).get(key)
        if row.get(DELETE) or opened is None:
            return False
        data = QueryDict(mutable=True)
        for name, values in row.items():
            data.setlist(f"lost-{name}", values)
        initial = {name: alive(value) for name, value in opened.items()}
        return bool(self.form(data, prefix="lost", initial=initial).changed_data)

    def _written(self, kept: list[dict[str, list[str]]], new: list[dict[str, list[str]]]) -> Any:
        data = self.data.copy()
        for name in self.data:
            place, _, rest = name.removeprefix(f"{self.prefix}-").partition("-")
            if name.startswith(f"{self.prefix}-") and place.isdigit() and rest:
                del data[name]
        for position, row in enumerate([*kept, *new]):
            for name, values in row.items():
                data.setlist(f"{self.prefix}-{position}-{name}", values)
        data[f"{self.prefix}-INITIAL_FORMS"] = str(len(kept))
        data[f"{self.prefix}-TOTAL_FORMS"] = str(len(kept) + len(new))
        return data

    def clean(self) -> None:
        super().clean()
        label = self.model._meta.label_lower  # type: ignore[union-attr]
        refusals = []
        for key in self.lost:
            who = who_and_when(recording.last_act(label, key))
            refusals.append(f"{who} deleted a row you changed. Your words are kept as a new row; save again to add it.")
        for form in self.initial_forms:
            if isinstance(form, GuardedForm) and form.cleaned_data.get(DELETE) and form.is_outdated:
                who = who_and_when(recording.last_act(label, form.instance.pk))
                refusals.append(f"{who} changed “{form.instance}” after you opened the form. Save again to delete it.")
        if refusals:
            raise ValidationError(refusals)

    def delete_existing(self, obj: Model, commit: bool = True) -> None:
        """Delete a row, and remember it and what went with it for the log."""
        gone = [(copy(each), recording.values_of(each)) for each in recording.with_it(obj)]
        super().delete_existing(obj, commit)
        self.taken += gone

    def states(self) -> dict[str, State]:
        """Return the present values of the rows shown, by key."""
        forms = [form for form in self.initial_forms if isinstance(form, GuardedForm) and form.is_guarded]
        return {str(form.instance.pk): form.present for form in forms}
