"""The wire's one door to the outside: agencies that push."""

from django.urls import path

from wire.push import push

app_name = "wire"
urlpatterns = [path("push/<slug:source>/", push, name="push")]
