"""Addresses of accounts and of the switches."""

from django.contrib.auth.views import LogoutView
from django.urls import path

from shishi.web.pages.accounts import views

urlpatterns = [
    path("", views.start, name="start"),
    path("sign-in/", views.SignIn.as_view(), name="sign-in"),
    path("sign-out/", LogoutView.as_view(), name="sign-out"),
    path("display/", views.display, name="display"),
    path("language/", views.language, name="language"),
]
