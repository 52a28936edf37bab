"""Every address of the project: the desk, the wire's push door, pictures, and the readers' site below all else."""

from __future__ import annotations

from django.contrib import admin
from django.urls import include, path

from newsroom import screens

handler404 = "public.views.errors.not_found"
handler500 = "public.views.errors.server_error"

urlpatterns = [
    path("desk/", screens.addresses(admin.site)),
    path("wire/", include("wire.urls")),
    path("", include("public.urls")),
]
