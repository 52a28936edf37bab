"""The form of a verb's page: what one move asks before it is done. Shape and labels only; the verbs decide."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles import corrections
from articles.admin.minutes import MinuteField
from articles.models import Article, Version
from articles.states import Move, Verb, Words

TAKING_AWAY = frozenset({Verb.WITHDRAW, Verb.KILL})


class MoveForm(forms.Form):
    """What one verb asks before it is done; made of the table's row."""

    field_order = ("publish_at", "slug", "weight", "public_text", "note", "is_legal")

    note = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=2000)
    public_text = forms.CharField(
        label="Text for readers", widget=forms.Textarea(attrs={"rows": 4}), required=False, max_length=2000,
        help_text="Readers see this at the address of the story.",
    )  # fmt: skip
    weight = forms.ChoiceField(
        label="What changed", required=False, initial="update", widget=forms.RadioSelect,
        choices=[("update", "New facts: readers see a new “Updated” time"), ("minor", "Typing errors only")],
    )  # fmt: skip
    is_legal = forms.BooleanField(
        label="For legal reasons", required=False,
        help_text="The address then answers 451 instead of 410, and says that it is the law.",
    )  # fmt: skip
    slug = forms.CharField(
        label="New last part of the address", max_length=80, strip=True,
        help_text="Lower-case words joined by hyphens. The day in front of it stays.",
    )  # fmt: skip
    publish_at = MinuteField(label="Publish at", required=False, explains=True)
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
        if row.verb == Verb.CORRECT and not self.is_bound:
            self.fields["public_text"].initial = _drafted(article)
        if row.verb != Verb.READDRESS:
            del self.fields["slug"]
        else:
            self.fields["slug"].initial = article.slug
        if row.verb not in TAKING_AWAY:
            del self.fields["is_legal"]
        if row.verb != Verb.UPDATE:
            del self.fields["weight"]
        if row.verb != Verb.SCHEDULE:
            del self.fields["publish_at"]
        else:
            self._ask_for_time(article)

    def clean_public_text(self) -> str:
        text: str = self.cleaned_data["public_text"]
        if corrections.is_unfinished(text):
            raise ValidationError("Say what was wrong, and what is right.", "unfinished")
        return text

    def _ask_for_time(self, article: Article) -> None:
        field = self.fields["publish_at"]
        field.required = True
        now = timezone.now()
        here = timezone.localtime(now)
        field.help_text = f"Newsroom time ({settings.TIME_ZONE}), now {here:%H:%M} ({now:%H:%M} UTC)."
        promised = article.embargo_until if article.embargo_until and article.embargo_until > now else None
        field.initial = article.publish_at or promised


def _drafted(article: Article) -> str:
    """Return what the changes that wait say of themselves."""
    live = Version.objects.live().filter(article=article).select_related("picture").first()
    return corrections.drafted_note(live, article) if live else ""
