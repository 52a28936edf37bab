"""The screen for pictures. An upload is examined by images.validation before anything is stored."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from audit.admin import GuardedAdmin
from images import library
from images.credit_screen import credit_page
from images.intake import take_in
from images.models import Image
from images.validation import BadImage, accept

ABOUT = ["title", "caption", "alt", "credit", "creator", "copyright_notice", "usage_terms", "source", "taken_at"]


class ImageForm(forms.ModelForm):
    """Asks for the file once; a picture's bytes never change afterwards."""

    upload = forms.FileField(label="File", help_text="JPEG, PNG, WebP, AVIF or GIF, up to 25 MB.")

    class Meta:
        model = Image
        fields = [*ABOUT, "focal_x", "focal_y"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields.pop("upload", None)

    def clean_upload(self) -> Any:
        upload = self.cleaned_data["upload"]
        try:
            accept(upload.read())
        except BadImage as error:
            raise ValidationError(str(error), "bad_image") from error
        finally:
            upload.seek(0)
        return upload


@admin.register(Image)
class ImageAdmin(GuardedAdmin):
    form = ImageForm
    list_display = ["thumbnail", "__str__", "credit", "has_alt", "size", "source", "uploaded_at"]
    list_display_links = ["__str__"]
    list_filter = ["source"]
    list_select_related = ["source"]
    list_per_page = 40
    show_full_result_count = False
    search_fields = ["title", "caption", "credit", "creator"]
    readonly_fields = ["preview"]
    actions = ["set_credit"]

    def get_fields(self, request: HttpRequest, obj: Image | None = None) -> Any:
        return ["preview" if obj else "upload", *ABOUT, "focal_x", "focal_y"]

    def get_readonly_fields(self, request: HttpRequest, obj: Image | None = None) -> list[str]:
        return ["preview"] if obj else []

    def save_model(self, request: HttpRequest, obj: Image, form: Any, change: bool) -> None:
        """Take a new file in; the same bytes uploaded again open the picture that is there, with the new words."""
        if change:
            if {"focal_x", "focal_y"} & set(form.changed_data):
                obj.renditions_made_at = None  # the worker cuts it anew
            obj.save()
            return
        upload = form.cleaned_data["upload"]
        words = {name: form.cleaned_data[name] for name in form.Meta.fields}
        stored = take_in(upload.read(), filename=upload.name, by=request.user, **words)
        obj.__dict__.update(stored.__dict__)

    def get_urls(self) -> list[URLPattern]:
        shelf = self.admin_site.admin_view(library_view)
        return [path("library/", shelf, name="images_image_library"), *super().get_urls()]

    def log_addition(self, request: HttpRequest, obj: Image, message: Any) -> None:  # type: ignore[override]
        """Nothing: the intake logs what is new, and a picture that we had is not."""

    @admin.action(description="Set credit…", permissions=["change"])
    def set_credit(self, request: HttpRequest, queryset: QuerySet[Image]) -> HttpResponse:
        return credit_page(self, request, queryset)

    set_credit.carries_states = True  # type: ignore[attr-defined]

    @admin.display(description="")
    def thumbnail(self, image: Image) -> SafeString:
        return format_html('<img class="thumbnail" src="{}" alt="" width="96" loading="lazy">', image.file.url)

    @admin.display(description="Picture")
    def preview(self, image: Image) -> SafeString:
        return format_html('<img class="preview" src="{}" alt="{}">', image.file.url, image.alt)

    @admin.display(description="Described", boolean=True)
    def has_alt(self, image: Image) -> bool:
        return bool(image.alt)

    @admin.display(description="Size")
    def size(self, image: Image) -> str:
        return f"{image.width_px} × {image.height_px}"


@require_safe
def library_view(request: HttpRequest) -> JsonResponse:
    """Answer what the picture dialog of the body editor asks: `q` words, `page` from 1."""
    if not request.user.has_perm("images.view_image"):
        raise PermissionDenied
    page = request.GET.get("page", "")
    shelf = library.find(request.GET.get("q", "")[:200], page=int(page) if page.isascii() and page.isdigit() else 1)
    return JsonResponse({"pictures": [library.entry(image) for image in shelf.images], "more": shelf.has_more})
