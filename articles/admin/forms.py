"""The form of the story screen: shape and labels only; drafting and publishing decide."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.forms.models import construct_instance

from articles.admin.editor import body_widget
from articles.admin.fields import AuthorsField, TagsField
from articles.admin.minutes import MinuteField
from articles.admin.names import NameField
from articles.drafting import EDITABLE_FIELDS
from articles.merging import ClashError
from articles.models import Article
from articles.readiness.advice import HEADLINE, STANDFIRST
from articles.richtext import BodyError
from articles.workflow import WorkflowError


class StoryForm(forms.ModelForm):
    """The working copy. `write` is the verb that saves it: what it refuses becomes an error beside the text, so a
    refused save never loses a word."""

    body = forms.CharField(widget=body_widget(), required=False, strip=False)
    authors = AuthorsField(required=False, help_text="By name, in order.")
    assignee = NameField("people", help_text="Who writes it, by name or login.")
    source = NameField("sources", help_text="By name, where the copy is not ours.")
    tags = TagsField(required=False, help_text="Separated by commas. Spellings do not matter.")
    embargo_until = MinuteField(required=False, explains=True)
    due_at = MinuteField(label="Deadline", required=False)
    base_revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    write: Callable[[StoryForm], Article] | None = None
    may_create_tags = False
    made_by: User | None = None
    holds: dict[str, Any] | None = None  # what the controls hold instead of the story: unsaved text that is used again

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
            tags.may_create, tags.made_by = self.may_create_tags, self.made_by
        self._show_what_it_has()
        self.initial["base_revision"] = self.instance.revision_number
        self.initial.update((name, value) for name, value in (self.holds or {}).items() if name in self.fields)
        self._count_characters()
        if not self.instance.pk and "headline" in self.fields:
            self.fields["headline"].widget.attrs["autofocus"] = True

    def _count_characters(self) -> None:
        """Say how long the two lines over the text are beside what reads best; a script keeps it true."""
        for name, (least, most) in (("headline", HEADLINE), ("standfirst", STANDFIRST)):
            if name in self.fields:
                count = len(str(self[name].value() or ""))
                self.fields[name].help_text = f"{count} characters; {least} to {most} read best."
                self.fields[name].widget.attrs["data-best"] = f"{least} {most}"

    def _show_what_it_has(self) -> None:
        """Give the fields that take names the rows the story has: shown by name, and no query to find them again."""
        story = self.instance
        authors = [byline.author for byline in story.bylines.all()] if story.pk else []
        rows = {"authors": authors, "assignee": story.assignee, "source": story.source}
        for name, row in rows.items():
            if name in self.fields:
                field: Any = self.fields[name]
                field.known = row
                self.initial[name] = row
        if "picture" in self.fields:
            self.fields["picture"].widget.known = story.picture
        self.initial["tags"] = sorted(story.tags.all(), key=lambda tag: tag.name) if story.pk else []

    def _post_clean(self) -> None:
        """Put what was read on the row in memory; whether the row can be so is asked by the verb, once."""
        self.instance = construct_instance(self, self.instance, self._meta.fields, self._meta.exclude)

    def is_valid(self) -> bool:
        return super().is_valid() and self._written()

    def _written(self) -> bool:
        if self.write is None:
            return True
        try:
            self.instance = self.write(self)
        except ClashError:
            raise  # not an error beside a field, but a screen of its own (articles.admin.clashing)
        except (WorkflowError, BodyError) as error:
            self.add_error("body" if isinstance(error, BodyError) else None, str(error))
        except ValidationError as error:
            self.add_error(None, error)
        return not self.errors

    @property
    def changes(self) -> dict[str, Any]:
        """The cleaned values that drafting takes."""
        return {name: value for name, value in self.cleaned_data.items() if name in EDITABLE_FIELDS}
