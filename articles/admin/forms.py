"""The form of the story screen: shape and labels only; drafting and publishing decide."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from articles.admin.editor import body_widget
from articles.admin.fields import AuthorsField, TagsField
from articles.admin.minutes import MinuteField
from articles.drafting import EDITABLE_FIELDS
from articles.merging import ClashError
from articles.models import Article
from articles.readiness.advice import HEADLINE, STANDFIRST
from articles.richtext import BodyError
from articles.workflow import WorkflowError
from authors.models import Author


class StoryForm(forms.ModelForm):
    """The working copy. `write` is the verb that saves it: what it refuses becomes an error beside the text, so a
    refused save never loses a word."""

    body = forms.CharField(widget=body_widget(), required=False, strip=False)
    authors = AuthorsField(Author.objects.none(), required=False)
    tags = TagsField(required=False, help_text="Separated by commas. Spellings do not matter.")
    embargo_until = MinuteField(required=False, explains=True)
    due_at = MinuteField(label="Deadline", required=False)
    base_revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    write: Callable[[StoryForm], Article] | None = None
    may_create_tags = False
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
            tags.may_create = self.may_create_tags
        self._offer_authors()
        self.initial["base_revision"] = self.instance.revision_number
        self.initial |= {name: value for name, value in (self.holds or {}).items() if name in self.fields}
        self._count_characters()

    def _count_characters(self) -> None:
        """Say how long the two lines over the text are beside what reads best; a script keeps it true."""
        for name, (least, most) in (("headline", HEADLINE), ("standfirst", STANDFIRST)):
            if name in self.fields:
                count = len(str(self[name].value() or ""))
                self.fields[name].help_text = f"{count} characters; {least} to {most} read best."
                self.fields[name].widget.attrs["data-best"] = f"{least} {most}"

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
