"""The forms of the story screen: shape and labels only; drafting and publishing decide."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.admin.editor import body_widget
from articles.admin.fields import AuthorsField, TagsField
from articles.drafting import EDITABLE_FIELDS
from articles.models import Article
from articles.richtext import BodyError
from articles.states import Move, Verb, Words
from articles.workflow import WorkflowError
from authors.models import Author

LOCAL = "%Y-%m-%dT%H:%M"


class MinuteField(forms.DateTimeField):
    """One labelled control for day and time in the newsroom's zone."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=LOCAL)
        super().__init__(widget=widget, input_formats=[LOCAL, f"{LOCAL}:%S", "%Y-%m-%d %H:%M"], **kwargs)


class StoryForm(forms.ModelForm):
    """The working copy. `write` is the verb that saves it: what it refuses becomes an error beside the text, so a
    refused save never loses a word."""

    body = forms.CharField(widget=body_widget(), required=False, strip=False)
    authors = AuthorsField(Author.objects.none(), required=False)
    tags = TagsField(required=False, help_text="Separated by commas. Spellings do not matter.")
    embargo_until = MinuteField(required=False)
    due_at = MinuteField(label="Deadline", required=False)
    base_revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    write: Callable[[StoryForm], Article] | None = None
    may_create_tags = False

    class Meta:
        model = Article
        fields = [name for name in EDITABLE_FIELDS if name not in {"authors", "tags"}]
        widgets = {
            "headline": forms.TextInput(attrs={"class": "story-headline-input", "maxlength": 200}),
            "standfirst": forms.Textarea(attrs={"rows": 3, "class": "story-standfirst-input", "maxlength": 400}),
            "picture_caption": forms.Textarea(attrs={"rows": 2}),
            "how_reported": forms.Textarea(attrs={"rows": 2}),
            "usage_terms": forms.Textarea(attrs={"rows": 2}),
            "ednote": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "embargo_until" in self.fields:
            self.fields[
                "embargo_until"
            ].help_text = f"Newsroom time ({settings.TIME_ZONE}). Nobody outside may see it before."
        tags = self.fields.get("tags")
        if isinstance(tags, TagsField):
            tags.may_create = self.may_create_tags
        self._offer_authors()
        self.initial["base_revision"] = self.instance.revision_number

    def _offer_authors(self) -> None:
        authors = self.fields.get("authors")
        if not isinstance(authors, AuthorsField):
            return
        chosen = (
            [byline.author for byline in self.instance.bylines.select_related("author")] if self.instance.pk else []
        )
        active = Author.objects.filter(is_active=True) | Author.objects.filter(pk__in=[author.pk for author in chosen])
        authors.queryset = active.order_by("name")
        self.initial["authors"] = chosen
        self.initial["tags"] = list(self.instance.tags.order_by("name")) if self.instance.pk else []

    def is_valid(self) -> bool:
        return super().is_valid() and self._written()

    def _written(self) -> bool:
        if self.write is None:
            return True
        try:
            self.instance = self.write(self)
        except (WorkflowError, BodyError) as error:
            self.add_error("body" if isinstance(error, BodyError) else None, str(error))
        except ValidationError as error:
            self.add_error(None, error)
        return not self.errors

    @property
    def changes(self) -> dict[str, Any]:
        """The cleaned values that drafting takes."""
        return {name: value for name, value in self.cleaned_data.items() if name in EDITABLE_FIELDS}


class MoveForm(forms.Form):
    """What one verb asks before it is done; made of the table's row."""

    note = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=2000)
    public_text = forms.CharField(
        label="Text for readers", widget=forms.Textarea(attrs={"rows": 4}), required=False, max_length=2000,
        help_text="Readers see this at the address of the story.",
    )  # fmt: skip
    weight = forms.ChoiceField(
        label="What changed", required=False, initial="update", widget=forms.RadioSelect,
        choices=[("update", "New facts: readers see a new “Updated” time"), ("minor", "Typing errors only")],
    )  # fmt: skip
    publish_at = MinuteField(label="Publish at", required=False)
    seen_revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, row: Move, article: Article, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.fields["seen_revision"].initial = article.revision_number
        if row.words not in {Words.PUBLIC, Words.BOTH}:
            del self.fields["public_text"]
        else:
            self.fields["public_text"].required = True
        self.fields["note"].label = "Note for the desk" if row.words in {Words.NOTE, Words.BOTH} else "Note (optional)"
        self.fields["note"].required = row.words in {Words.NOTE, Words.BOTH}
        if row.verb != Verb.UPDATE:
            del self.fields["weight"]
        if row.verb != Verb.SCHEDULE:
            del self.fields["publish_at"]
        else:
            self._ask_for_time(article)

    def _ask_for_time(self, article: Article) -> None:
        field = self.fields["publish_at"]
        field.required = True
        field.help_text = (
            f"Newsroom time ({settings.TIME_ZONE}), now {timezone.localtime():%H:%M} ({timezone.now():%H:%M} UTC)."
        )
        if article.publish_at:
            field.initial = timezone.localtime(article.publish_at)
