"""The forms of the takedown desk: filing a request, deciding it, looking at it again. Shape and labels only."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError

from articles.models import Article, FormerAddress, Takedown

Decision = Takedown.Decision
CHOICES = (
    (Decision.REFUSED, "Leave it as it is"),
    (Decision.NOINDEX, "Hide it from search engines: it stays on our site"),
    (Decision.NOTE, "Add an editor’s note: readers are told what to know"),
    (Decision.ANONYMISE, "Replace a name: in headline, text, captions and search texts"),
    (Decision.REMOVE, "Remove it: the story is killed for good"),
)


class DayInput(forms.DateInput):
    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def _day(**options: Any) -> forms.DateField:
    return forms.DateField(required=False, widget=DayInput(), **options)


def _text(rows: int, **options: Any) -> forms.CharField:
    return forms.CharField(widget=forms.Textarea(attrs={"rows": rows}), max_length=4000, **options)


class StoryField(forms.CharField):
    """A story by its number or by any address it has or had, as people paste it."""

    def clean(self, value: Any) -> Article:
        text = super().clean(value)
        if text.isdecimal() and len(text) < 12:
            found = Article.objects.filter(pk=text).first()
        else:
            path = urlsplit(text).path.strip("/").lower()
            former = FormerAddress.objects.select_related("article").filter(path=path).first()
            found = Article.objects.filter(path=path).first() or (former.article if former else None)
        if found is None:
            raise ValidationError("There is no story with this number or address.", "unknown")
        return found


class FileForm(forms.Form):
    """What somebody asks of a story."""

    story = StoryField(label="Story", help_text="Its address, as readers see it, or its number.", max_length=300)
    asked_by = forms.CharField(label="Who asks", max_length=200, help_text="Name and how to reach them.")
    request = _text(5, label="What they ask and why")
    ground = forms.CharField(
        label="Legal basis", max_length=200, required=False, help_text="For instance: GDPR, Art. 17"
    )
    review_on = _day(label="Look at it again on")


class DecideForm(forms.Form):
    """A decision. What each one needs besides its reason is asked in the groups of `parts`."""

    base = forms.CharField(widget=forms.HiddenInput)
    previewed = forms.CharField(widget=forms.HiddenInput, required=False, strip=False)
    decision = forms.ChoiceField(label="Decision", choices=CHOICES, widget=forms.RadioSelect)
    name_before = forms.CharField(label="Name to replace", max_length=120, required=False)
    name_after = forms.CharField(
        label="What stands there instead", max_length=120, required=False, help_text="For instance: a 34-year-old man"
    )
    public_text = _text(
        3, label="Text for readers", required=False,
        help_text="Needed for a note and for removing; with a replaced name it becomes an editor’s note.",
    )  # fmt: skip
    is_legal = forms.BooleanField(label="The law makes us remove it (451 instead of 410)", required=False)
    reason = _text(3, label="Reason for the decision", help_text="For us; kept with the request and in the history.")
    ground = forms.CharField(label="Legal basis", max_length=200, required=False)
    review_on = _day(label="Look at it again on")

    PARTS = {"name_before": "name", "name_after": "name", "public_text": "text", "is_legal": "legal"}

    @property
    def parts(self) -> list[tuple[str, forms.BoundField]]:
        """The visible fields, each with the group that decides whether it is needed."""
        return [(self.PARTS.get(field.name, ""), field) for field in self.visible_fields()]

    @property
    def names(self) -> str:
        """What a preview was made of."""
        return f"{self.cleaned_data['name_before']} → {self.cleaned_data['name_after']}"


class ReviewForm(forms.Form):
    """What was found when a decision was looked at again."""

    base = forms.CharField(widget=forms.HiddenInput)
    note = _text(3, label="What you found", help_text="The decision stands. For another one, file another request.")
    review_on = _day(label="Look at it again on", help_text="Empty: never again.")

    @property
    def parts(self) -> list[tuple[str, forms.BoundField]]:
        return [("", field) for field in self.visible_fields()]
